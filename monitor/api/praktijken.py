"""Practices, with their design questions and partners; no person is in them."""

from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django_filters import CharFilter, ChoiceFilter
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers

from deelnemers.models import Organisatie, Organisatietype
from mantelzorg.klok import vandaag
from mantelzorg.models import Gemeente, Programma
from mantelzorg.toegang import Recht
from monitor.api.basis import Een, Lijst
from monitor.api.parameters import lees_peildatum_parameter
from monitor.api.status import PEILDATUM, PRAKTIJKSTATUSSEN, Statusfilter, Statusveld
from monitor.api.velden import NUMMER, Adres, omschreven
from praktijken.models import (
    Ontwerpvraag,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
    PrangendeVraag,
    Thema,
    Werkgebied,
)
from praktijken.querysets import PraktijkQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


class GemeenteSerializer(serializers.ModelSerializer[Gemeente]):
    """Een gemeente."""

    class Meta:
        model = Gemeente
        fields = ("code", "naam")
        extra_kwargs = omschreven(code="De code van het CBS, zoals GM0202.", naam="De naam.")


class OntwerpvraagSerializer(serializers.ModelSerializer[Ontwerpvraag]):
    """Een ontwerpvraag van een praktijk."""

    themas: serializers.SlugRelatedField[Thema] = serializers.SlugRelatedField(
        many=True, read_only=True, slug_field="naam", help_text="De thema's van de vraag."
    )

    class Meta:
        model = Ontwerpvraag
        fields = ("nummer", "vraag", "themas", "geformuleerd_op", "vervallen_op")
        extra_kwargs = omschreven(
            nummer="Het nummer van de vraag in de praktijk.",
            vraag="De vraag zelf.",
            geformuleerd_op="De eerste dag dat de vraag telt.",
        )


class PartnerSerializer(serializers.ModelSerializer[Praktijkpartner]):
    """Een organisatie die in een praktijk meewerkt."""

    organisatie = serializers.CharField(source="organisatie.naam", help_text="De naam van de organisatie.")
    organisatietype = serializers.CharField(
        source="organisatie.organisatietype.naam", default=None, allow_null=True, help_text="Null: niet bekend."
    )

    class Meta:
        model = Praktijkpartner
        fields = ("organisatie", "organisatietype", "rol", "vanaf", "tot_en_met")
        extra_kwargs = omschreven(
            rol="Leeg: niet vastgelegd.", vanaf="De eerste dag.", tot_en_met="De laatste dag; null: nog partner."
        )


class PraktijkSerializer(serializers.ModelSerializer[Praktijk]):
    """Een praktijk: waar organisaties en een gemeente samen leren."""

    url = Adres(view_name="api-praktijk")
    programma = serializers.CharField(source="programma.slug", help_text="De slug van het programma.")
    gemeenten = serializers.SerializerMethodField(help_text="De gemeenten; de eerste is die van de praktijk zelf.")
    prangende_vragen: serializers.SlugRelatedField[PrangendeVraag] = serializers.SlugRelatedField(
        many=True, read_only=True, slug_field="nummer", help_text="De nummers van prangende vragen van het programma."
    )
    status = Statusveld(choices=PRAKTIJKSTATUSSEN)
    ontwerpvragen = OntwerpvraagSerializer(many=True, read_only=True, help_text="Ook de vragen die vervallen zijn.")
    partners = PartnerSerializer(many=True, read_only=True, help_text="Ook wie geen partner meer is.")

    class Meta:
        model = Praktijk
        fields = (
            "url", "id", "programma", "code", "naam", "gemeenten", "werkgebied", "kernthema",
            "kernthema_vastgesteld_op", "prangende_vragen", "startdatum", "einddatum", "afloop", "gaat_verder_in",
            "status", "ontwerpvragen", "partners",
        )  # fmt: skip
        extra_kwargs = omschreven(
            id="Het nummer van de praktijk, dat nooit verandert.",
            code="De code in het programma.",
            naam="De naam.",
            werkgebied="Hoe ver de praktijk reikt; leeg: niet vastgelegd.",
            kernthema_vastgesteld_op="De dag waarop het kernthema is vastgesteld.",
            startdatum="De dag van de startbijeenkomst; null: gepland.",
            afloop="Hoe de praktijk is geëindigd; leeg: nog niet.",
            gaat_verder_in="Het nummer van de praktijk waarin zij verdergaat, na samenvoegen.",
        )

    @extend_schema_field(GemeenteSerializer(many=True))
    def get_gemeenten(self, praktijk: Praktijk) -> Any:
        """In the practice's own order."""
        return GemeenteSerializer([deel.gemeente for deel in praktijk.praktijkgemeenten.all()], many=True).data


class Praktijkfilter(Statusfilter):
    """Which practices, and on which day."""

    programma = CharFilter(field_name="programma__slug", help_text="De slug van het programma.")
    gemeente = CharFilter(field_name="praktijkgemeenten__gemeente", help_text="De code van het CBS, zoals GM0202.")
    werkgebied = ChoiceFilter(choices=Werkgebied.choices, help_text="Hoe ver de praktijk reikt.")
    thema = CharFilter(method="filter_thema", help_text="Een thema van een ontwerpvraag, precies zoals het er staat.")

    def filter_thema(self, queryset: PraktijkQuerySet, _: str, naam: str) -> PraktijkQuerySet:
        return queryset.met_thema(Thema.objects.filter(naam=naam))


BRONNEN = (
    Programma, Praktijk, PraktijkGemeente, Gemeente, PrangendeVraag, Ontwerpvraag, Thema, Praktijkpartner,
    Organisatie, Organisatietype,
)  # fmt: skip


def praktijken(user: "User | AnonymousUser") -> PraktijkQuerySet:
    """What one may see, with all that stands in it: a fixed number of queries."""
    partners = Praktijkpartner.objects.select_related("organisatie__organisatietype")
    return (
        Praktijk.objects.zichtbaar_voor(user)
        .select_related("programma")
        .met_gemeenten()
        .prefetch_related("prangende_vragen", "ontwerpvragen__themas")
        .prefetch_related(Prefetch("partners", partners.order_by("vanaf", "pk")))
    )


@extend_schema(summary="Praktijken", description="De praktijken die u mag zien.")
class Praktijken(Lijst[Praktijk]):
    """`GET /api/v1/praktijken`."""

    serializer_class = PraktijkSerializer
    recht = Recht.PRAKTIJKEN_ZIEN
    bronnen = BRONNEN
    filterset_class = Praktijkfilter

    def get_queryset(self) -> PraktijkQuerySet:
        return praktijken(self.request.user)


@extend_schema(summary="Eén praktijk", description="Een praktijk die u mag zien.", parameters=[NUMMER, PEILDATUM])
class EenPraktijk(Een[Praktijk]):
    """`GET /api/v1/praktijken/<id>`."""

    serializer_class = PraktijkSerializer
    recht = Recht.PRAKTIJKEN_ZIEN
    bronnen = BRONNEN
    parameters = ("peildatum",)

    def get_queryset(self) -> PraktijkQuerySet:
        dag = lees_peildatum_parameter(self.request.query_params) or vandaag()
        return praktijken(self.request.user).met_status_op(dag)
