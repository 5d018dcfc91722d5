"""Calls, as everybody reads them; who manages calls also finds those that are not published yet.

Without Last-Modified: places stand in a ledger without history, and a call opens and closes at a moment.
"""

from typing import TYPE_CHECKING

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django_filters import CharFilter, ChoiceFilter, FilterSet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers

from aanmeldingen.models import Criterium, Oproep, Oproepsector, Plaatsregel, Voorwaarden
from aanmeldingen.oproepen.toestand import Toestand, toestand
from monitor.api.basis import Een, Lijst
from monitor.api.velden import SLUG, Adres, omschreven

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User

TOESTANDEN = [(een.value, een.value) for een in Toestand]


class SectorSerializer(serializers.ModelSerializer[Oproepsector]):
    """Een sector waarvoor de oproep is."""

    sector = serializers.CharField(source="sector.naam", help_text="De naam van de sector.")

    class Meta:
        model = Oproepsector
        fields = ("sector", "instroom", "quotum")
        extra_kwargs = omschreven(
            instroom="Hoe een organisatie uit deze sector meedoet.",
            quotum="De plaatsen die voor deze sector zijn; null: deelt in de plaatsen zonder quotum.",
        )


class CriteriumSerializer(serializers.ModelSerializer[Criterium]):
    """Waaraan een aanmelding wordt getoetst."""

    class Meta:
        model = Criterium
        fields = ("nummer", "tekst", "toelichting")
        extra_kwargs = omschreven(nummer="Het nummer.", tekst="Het criterium.", toelichting="Wat ermee bedoeld is.")


class VoorwaardenSerializer(serializers.ModelSerializer[Voorwaarden]):
    """De versie van de voorwaarden die geldt."""

    criteria = CriteriumSerializer(many=True, read_only=True, help_text="Waaraan een aanmelding wordt getoetst.")

    class Meta:
        model = Voorwaarden
        fields = ("nummer", "tekst", "vastgesteld_op", "criteria")
        extra_kwargs = omschreven(
            nummer="De versie.", tekst="De voorwaarden.", vastgesteld_op="Het moment waarop deze versie ging gelden."
        )


class OproepSerializer(serializers.ModelSerializer[Oproep]):
    """Een oproep aan organisaties om mee te doen."""

    url = Adres(view_name="api-oproep", lookup_field="slug")
    programma = serializers.CharField(source="programma.slug", help_text="De slug van het programma.")
    toestand = serializers.SerializerMethodField(help_text="Of men zich nu kan aanmelden.")
    plaatsen = serializers.IntegerField(help_text="Het aantal plaatsen dat er te verdelen is.")
    sectoren = SectorSerializer(
        source="oproepsectoren", many=True, read_only=True, help_text="Voor wie de oproep is, en hoe men meedoet."
    )
    voorwaarden = serializers.SerializerMethodField(help_text="Null: er gelden nog geen voorwaarden.")

    class Meta:
        model = Oproep
        fields = (
            "url", "slug", "programma", "naam", "inleiding", "toestand", "opent_op", "sluit_op", "verdeling",
            "plaatsen", "te_bereiken", "vorm_maanden", "contact_email", "contact_telefoon", "klachten", "sectoren",
            "voorwaarden",
        )  # fmt: skip
        extra_kwargs = omschreven(
            slug="De korte naam, waarmee andere adressen de oproep noemen.",
            naam="De naam.",
            opent_op="Het eerste moment waarop aanmelden kan.",
            verdeling="Hoe de plaatsen worden verdeeld.",
            contact_email="Waar men vragen stelt.",
            contact_telefoon="Waar men vragen stelt; leeg: alleen per mail.",
        )

    @extend_schema_field(serializers.ChoiceField(choices=TOESTANDEN))
    def get_toestand(self, oproep: Oproep) -> str:
        """At this moment."""
        return toestand(oproep, timezone.now()).value

    @extend_schema_field(VoorwaardenSerializer(allow_null=True))
    def get_voorwaarden(self, oproep: Oproep) -> object:
        """The newest that holds; fetched along newest first."""
        versies = list(oproep.voorwaarden.all())
        return VoorwaardenSerializer(versies[0]).data if versies else None


class Oproepfilter(FilterSet):  # type: ignore[misc]  # django-filter has no annotations
    """Which calls."""

    programma = CharFilter(field_name="programma__slug", help_text="De slug van het programma.")
    toestand = ChoiceFilter(choices=TOESTANDEN, method="filter_toestand", help_text="Alleen wat nu zo is.")

    def filter_toestand(self, queryset: QuerySet[Oproep], _: str, gevraagd: str) -> QuerySet[Oproep]:
        nu = timezone.now()
        gepubliceerd = queryset.exclude(gepubliceerd_op=None)
        return {
            Toestand.CONCEPT.value: queryset.filter(gepubliceerd_op=None),
            Toestand.STRAKS.value: gepubliceerd.filter(opent_op__gt=nu),
            Toestand.OPEN.value: gepubliceerd.filter(opent_op__lte=nu, sluit_op__gt=nu),
            Toestand.GESLOTEN.value: gepubliceerd.filter(sluit_op__lte=nu),
        }[gevraagd]


def oproepen(user: "User | AnonymousUser") -> QuerySet[Oproep]:
    """What one may see, with all that stands in it: a fixed number of queries."""
    regels = Plaatsregel.objects.filter(oproep=OuterRef("pk")).order_by().values("oproep")
    geldend = Voorwaarden.objects.exclude(vastgesteld_op=None).order_by("-nummer")
    return (
        Oproep.objects.zichtbaar_voor(user)
        .select_related("programma")
        .annotate(plaatsen=Coalesce(Subquery(regels.annotate(som=Sum("capaciteit")).values("som")), 0))
        .prefetch_related(Prefetch("oproepsectoren", Oproepsector.objects.select_related("sector")))
        .prefetch_related(Prefetch("voorwaarden", geldend.prefetch_related("criteria")))
    )


@extend_schema(summary="Oproepen", description="De oproepen, zoals iedereen die leest.")
class Oproepen(Lijst[Oproep]):
    """`GET /api/v1/oproepen`."""

    serializer_class = OproepSerializer
    filterset_class = Oproepfilter

    def get_queryset(self) -> QuerySet[Oproep]:
        return oproepen(self.request.user)


@extend_schema(summary="Eén oproep", description="Een oproep, zoals iedereen die leest.", parameters=[SLUG])
class EenOproep(Een[Oproep]):
    """`GET /api/v1/oproepen/<slug>`."""

    serializer_class = OproepSerializer
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Oproep]:
        return oproepen(self.request.user)
