"""Measurements, for who may see those that are not published: what was fixed, by whom, and what became of it.

Notes and reasons are not in it: those are for people, on the page of the measurement.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django_filters import CharFilter, ChoiceFilter, FilterSet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht
from monitor.api.basis import Een, Lijst
from monitor.api.indicatorvormen import uitkomstvormen
from monitor.api.velden import NUMMER, Adres, JaNee, Nummer, omschreven
from monitor.meten.overzicht import Stand, nvt_van, stand_van, vaststelling_van, waarde_van
from monitor.models import Meting, MetingQuerySet, Metingstaat, Publicatie, Staatsoort, Vaststelling

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

STANDEN = [(een.value, een.value) for een in Stand]
WAT = [(een, een) for een in ("gemaakt", "gecontroleerd", "vastgesteld")]
BRONNEN = (Programma, Meting, Vaststelling, Metingstaat, Publicatie)
UITKOMST = {
    "oneOf": uitkomstvormen(),
    "description": "De cijfers zoals zij zijn vastgesteld, in de vorm van `/indicatoren/{indicator}`.",
}


class HandelingSerializer(serializers.Serializer[dict[str, Any]]):
    """Wie wat wanneer deed."""

    wat = serializers.ChoiceField(choices=WAT, help_text="Wat.")
    op = serializers.DateTimeField(help_text="Wanneer.")
    door = serializers.CharField(source="door.naam", help_text="Wie.")


class StaatSerializer(serializers.ModelSerializer[Metingstaat]):
    """Wat er met een vastgestelde meting gebeurde."""

    door = serializers.CharField(source="door.naam", help_text="Wie.")

    class Meta:
        model = Metingstaat
        fields = ("soort", "nummer", "op", "door")
        extra_kwargs = omschreven(soort="Wat.", nummer="De hoeveelste van die soort.", op="Wanneer.")


class VaststellingSerializer(serializers.Serializer[Vaststelling]):
    """Wat er is vastgesteld, en nooit meer verandert."""

    definitie = serializers.IntegerField(help_text="De versie van de definitie.")
    product = serializers.CharField(source="kop.product", help_text="De versie van het product.")
    zegel = serializers.CharField(help_text="De SHA-256 over alles wat is vastgelegd.")
    uitkomst = serializers.SerializerMethodField()

    def to_representation(self, instance: Vaststelling) -> dict[str, Any]:
        """What it holds is read once."""
        gelezen = {"definitie": instance.definitie, "zegel": instance.zegel, "kop": instance.inhoud}
        return super().to_representation(gelezen)  # type: ignore[arg-type]  # a mapping does as well

    @extend_schema_field(UITKOMST)
    def get_uitkomst(self, gelezen: dict[str, Any]) -> object:
        return gelezen["kop"]["uitkomst"]


class MetingSerializer(serializers.ModelSerializer[Meting]):
    """Een meting: de een maakt haar, een ander controleert haar, en wat is vastgesteld verandert niet meer."""

    url = Adres(view_name="api-meting")
    programma = serializers.CharField(source="programma.slug", help_text="De slug van het programma.")
    stand = serializers.SerializerMethodField(help_text="Hoe ver de meting is, of wat ervan werd.")
    nvt = serializers.SerializerMethodField(help_text="Waarom zij als geheel geen waarde heeft; leeg: die heeft zij.")
    waarde = serializers.SerializerMethodField(
        help_text="De indicator zelf, in woorden: zoals vastgesteld, anders zoals gecontroleerd, anders een streepje."
    )
    handelingen = serializers.SerializerMethodField(help_text="Wie de meting maakte, controleerde en vaststelde.")
    vaststelling = VaststellingSerializer(default=None, allow_null=True, help_text="Null: nog niet vastgesteld.")
    staten = StaatSerializer(
        source="vaststelling.staten.all", many=True, default=(), help_text="Wat er na het vaststellen mee gebeurde."
    )
    publicaties = serializers.SerializerMethodField(help_text="De adressen van wat ervan is gepubliceerd.")
    verschillen = Adres(view_name="api-verschillen", help_text="Het adres van de verschillen met een andere meting.")

    class Meta:
        model = Meting
        fields = (
            "url", "id", "indicator", "programma", "jaar", "nummer", "peildatum", "aanleiding", "voor_monitor", "stand",
            "nvt", "waarde", "vervangt", "vervallen_op", "handelingen", "vaststelling", "staten", "publicaties",
            "verschillen",
        )  # fmt: skip
        extra_kwargs = omschreven(
            id="Het nummer van het record, dat nooit verandert.",
            indicator="De indicator.",
            nummer="Het nummer van de meting in het jaar.",
            peildatum="De dag waarvoor de cijfers gelden.",
            aanleiding="Waarvoor er is gemeten.",
            vervangt="Het `id` van de meting die deze vervangt; null: geen.",
            vervallen_op="Wanneer de meting verviel zonder te zijn vastgesteld; null: niet.",
        )

    @extend_schema_field(serializers.ChoiceField(choices=STANDEN))
    def get_stand(self, meting: Meting) -> str:
        return stand_van(meting).value

    def get_nvt(self, meting: Meting) -> str:
        return nvt_van(meting)

    def get_waarde(self, meting: Meting) -> str:
        return waarde_van(meting)

    @extend_schema_field(HandelingSerializer(many=True))
    def get_handelingen(self, meting: Meting) -> list[object]:
        return [HandelingSerializer(een).data for een in _handelingen(meting)]

    @extend_schema_field(serializers.ListField(child=serializers.URLField()))
    def get_publicaties(self, meting: Meting) -> list[str]:
        vast = vaststelling_van(meting)
        slug, request = meting.programma.slug, self.context["request"]
        return [
            reverse("api-publicatie", args=[slug, een.jaar, een.versie], request=request)
            for een in (vast.publicaties.all() if vast else ())
        ]


class Metingfilter(FilterSet):  # type: ignore[misc]  # django-filter has no annotations
    """Which measurements."""

    indicator = CharFilter(help_text="De indicator, zoals 23.")
    programma = CharFilter(field_name="programma__slug", help_text="De slug van het programma.")
    jaar = Nummer(hoogste=9999, help_text="Het jaar waarnaar de meting heet.")
    stand = ChoiceFilter(choices=STANDEN, method="filter_stand", help_text="Alleen wat nu zo is.")
    monitor = JaNee(field_name="voor_monitor", help_text="True: alleen metingen van de Monitor; false: de andere.")

    def filter_stand(self, queryset: MetingQuerySet, _: str, gevraagd: str) -> QuerySet[Meting]:
        """As `stand_van` has it."""
        open_ = queryset.filter(vaststelling=None, vervallen_op=None)
        ingetrokken, vervangen = (
            Exists(Metingstaat.objects.filter(vaststelling__meting=OuterRef("pk"), soort=soort))
            for soort in (Staatsoort.INGETROKKEN, Staatsoort.VERVANGEN)
        )
        return {
            Stand.CONCEPT.value: open_.filter(gecontroleerd_op=None),
            Stand.GECONTROLEERD.value: open_.exclude(gecontroleerd_op=None),
            Stand.VASTGESTELD.value: queryset.geldend(),
            Stand.VERVANGEN.value: queryset.filter(vervangen).exclude(ingetrokken),
            Stand.INGETROKKEN.value: queryset.filter(ingetrokken),
            Stand.VERVALLEN.value: queryset.exclude(vervallen_op=None),
        }[gevraagd]


def metingen(user: "User | AnonymousUser") -> MetingQuerySet:
    """What one may see, with all that stands in it. Three queries."""
    bij = ("programma", "vaststelling", "gemaakt_door", "gecontroleerd_door", "vaststelling__door")
    return (
        Meting.objects.zichtbaar_voor(user)
        .select_related(*bij)
        .prefetch_related(Prefetch("vaststelling__staten", Metingstaat.objects.select_related("door")))
        .prefetch_related(Prefetch("vaststelling__publicaties", Publicatie.objects.defer("inhoud").order_by("versie")))
    )


def _handelingen(meting: Meting) -> Iterator[dict[str, Any]]:
    vast = vaststelling_van(meting)
    yield {"wat": "gemaakt", "op": meting.gemaakt_op, "door": meting.gemaakt_door}
    if meting.gecontroleerd_op is not None:
        yield {"wat": "gecontroleerd", "op": meting.gecontroleerd_op, "door": meting.gecontroleerd_door}
    if vast is not None:
        yield {"wat": "vastgesteld", "op": vast.op, "door": vast.door}


@extend_schema(summary="Metingen", description="De metingen die u mag zien, ook wat niet is gepubliceerd.")
class Metingen(Lijst[Meting]):
    """`GET /api/v1/metingen`."""

    serializer_class = MetingSerializer
    recht = Recht.METINGEN_ZIEN
    bronnen = BRONNEN
    filterset_class = Metingfilter

    def get_queryset(self) -> MetingQuerySet:
        return metingen(self.request.user)


@extend_schema(summary="Eén meting", description="Een meting die u mag zien.", parameters=[NUMMER])
class EenMeting(Een[Meting]):
    """`GET /api/v1/metingen/<id>`."""

    serializer_class = MetingSerializer
    recht = Recht.METINGEN_ZIEN
    bronnen = BRONNEN

    def get_queryset(self) -> MetingQuerySet:
        return metingen(self.request.user)
