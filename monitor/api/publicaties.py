"""What is published, for everybody: each version as it was published, and what became of its measurement since."""

from typing import Any

from django.conf import settings
from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.http import HttpResponse
from django_filters import CharFilter, FilterSet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.generics import get_object_or_404
from rest_framework.request import Request
from rest_framework.reverse import reverse

from mantelzorg.models import Programma
from monitor.api.basis import ApiView, Een, Lijst
from monitor.api.publicatievormen import INHOUD, WOORDEN
from monitor.api.velden import JaNee, Nummer
from monitor.api.vormen import lijst, tekst, voorwerp, vorm_van
from monitor.models import Metingstaat, Publicatie, Staatsoort, Vaststelling
from monitor.models.vaststellingen import EINDE
from monitor.publicatie import waarden
from monitor.publicatie.lezen import als_uitgave, publicaties
from monitor.publicatie.waarden import Uitgave
from monitor.publicatie.weergave.bestanden import BESTANDSVORMEN

BRONNEN = (Programma, Publicatie, Vaststelling, Metingstaat)
LATER = lijst(
    "Wat er na deze versie met de meting gebeurde; de reden staat hier niet.",
    soort=tekst("Wat.", enum=[Staatsoort.ERRATUM.value, *(een.value for een in EINDE)]),
    nummer={"type": "integer", "minimum": 1, "description": "De hoeveelste van die soort."},
    op=tekst("De dag.", format="date"),
    tekst=tekst("Bij een erratum wat er fout was en hoe het wel zit; leeg: dat is niet opgeschreven voor lezers."),
)
BESTANDEN = voorwerp(
    "Deze versie als bestand.",
    **{naam: tekst(f"{een.label}.", format="uri") for naam, een in BESTANDSVORMEN.items()},
)
PAD = [
    OpenApiParameter("programma", str, "path", description="De slug van het programma."),
    OpenApiParameter("jaar", OpenApiTypes.INT, "path", description="Het jaar."),
    OpenApiParameter("versie", OpenApiTypes.INT, "path", description="De versie in dat jaar."),
]


class PublicatieSerializer(serializers.Serializer[Publicatie]):
    """Een versie van de gepubliceerde cijfers van een programma en een jaar. Zij verandert nooit."""

    url = serializers.SerializerMethodField(help_text="Het adres van deze versie in de API.")
    programma = serializers.CharField(source="inhoud.programma.slug", help_text="De slug van het programma.")
    jaar = serializers.IntegerField(source="inhoud.jaar", help_text="Het jaar waarnaar de meting heet.")
    versie = serializers.IntegerField(source="inhoud.versie", help_text="De versie in dat jaar.")
    nieuwste_versie = serializers.IntegerField(source="nieuwste", help_text="De nieuwste versie van dat jaar.")
    gepubliceerd_op = serializers.DateField(source="inhoud.gepubliceerd_op", help_text="De dag van deze versie.")
    geldt = serializers.BooleanField(help_text="False: de meting is daarna ingetrokken of vervangen.")
    later = serializers.SerializerMethodField()
    indicator = serializers.IntegerField(source="inhoud.indicator.nummer", help_text="Het nummer van de indicator.")
    titel = serializers.CharField(source="inhoud.teksten.titel", help_text="De titel.")
    peildatum = serializers.DateField(source="inhoud.meting.peildatum", help_text="De dag waarvoor de cijfers gelden.")
    waarde = serializers.IntegerField(
        source="inhoud.waarde", allow_null=True, help_text="De indicator zelf; null: nvt, om wat in `nvt` staat."
    )
    nvt = serializers.CharField(
        source="inhoud.meting.nvt", help_text="Waarom de meting als geheel geen waarde heeft; leeg: die heeft zij."
    )
    definitie = serializers.IntegerField(source="inhoud.definitie.versie", help_text="De versie van de definitie.")
    drempel = serializers.IntegerField(
        source="inhoud.drempel", help_text="Aantallen personen daaronder zijn afgeschermd; 0: geen."
    )
    errata = serializers.SerializerMethodField()
    inhoud = serializers.SerializerMethodField(help_text="Het adres van alles wat is gepubliceerd.")
    zegel = serializers.CharField(help_text="De SHA-256 van wat op het adres in `inhoud` staat, byte voor byte.")
    licentie = serializers.SerializerMethodField(help_text="De licentie waaronder u de cijfers mag gebruiken.")
    bladzijde = serializers.SerializerMethodField(help_text="Het vaste adres van de openbare bladzijde.")
    bestanden = serializers.SerializerMethodField()

    def to_representation(self, instance: Publicatie) -> dict[str, Any]:
        """Of the row, read back as it is shown; `nieuwste` comes with it."""
        return super().to_representation(als_uitgave(instance, instance.nieuwste))  # type: ignore[arg-type,attr-defined]

    @extend_schema_field(OpenApiTypes.URI)
    def get_url(self, een: Uitgave) -> str:
        return self._adres("api-publicatie", een)

    @extend_schema_field(OpenApiTypes.URI)
    def get_inhoud(self, een: Uitgave) -> str:
        return self._adres("api-publicatie-inhoud", een)

    @extend_schema_field(OpenApiTypes.URI)
    def get_licentie(self, een: Uitgave) -> str:
        return een.inhoud.licentie or str(settings.CIJFERS_LICENTIE)

    @extend_schema_field(OpenApiTypes.URI)
    def get_bladzijde(self, een: Uitgave) -> str:
        return f"{settings.WEBADRES}{een.inhoud.adres}"

    @extend_schema_field(BESTANDEN)
    def get_bestanden(self, een: Uitgave) -> dict[str, str]:
        return {naam: f"{self.get_bladzijde(een)}{naam}/" for naam in BESTANDSVORMEN}

    @extend_schema_field(LATER)
    def get_later(self, een: Uitgave) -> list[dict[str, object]]:
        return [
            {"soort": staat.soort, "nummer": staat.nummer, "op": staat.op.isoformat(), "tekst": staat.tekst}
            for staat in een.later
        ]

    @extend_schema_field(vorm_van(tuple[waarden.Erratum, ...], WOORDEN[waarden.Inhoud]["errata"], WOORDEN))
    def get_errata(self, een: Uitgave) -> list[dict[str, object]]:
        return [{"nummer": fout.nummer, "op": fout.op.isoformat(), "tekst": fout.tekst} for fout in een.inhoud.errata]

    def _adres(self, naam: str, een: Uitgave) -> str:
        plek = [een.inhoud.programma.slug, een.inhoud.jaar, een.inhoud.versie]
        return reverse(naam, args=plek, request=self.context["request"])


class Publicatiefilter(FilterSet):  # type: ignore[misc]  # django-filter has no annotations
    """Which publications."""

    programma = CharFilter(field_name="programma__slug", help_text="De slug van het programma.")
    jaar = Nummer(hoogste=9999, help_text="Het jaar waarnaar de meting heet.")
    nieuwste = JaNee(method="filter_nieuwste", help_text="True: van elk jaar de nieuwste versie; false: de andere.")
    geldt = JaNee(method="filter_geldt", help_text="True: alleen wat niet is ingetrokken of vervangen; false: de rest.")

    def filter_nieuwste(self, queryset: QuerySet[Publicatie], _: str, gevraagd: bool) -> QuerySet[Publicatie]:
        nieuwste = {"versie": F("nieuwste")}
        return queryset.filter(**nieuwste) if gevraagd else queryset.exclude(**nieuwste)

    def filter_geldt(self, queryset: QuerySet[Publicatie], _: str, gevraagd: bool) -> QuerySet[Publicatie]:
        geeindigd = {"vaststelling__in": Metingstaat.objects.filter(soort__in=EINDE).values("vaststelling")}
        return queryset.exclude(**geeindigd) if gevraagd else queryset.filter(**geeindigd)


def met_nieuwste() -> QuerySet[Publicatie]:
    """Every publication, with the number of the latest version of its year. Two queries."""
    van_jaar = Publicatie.objects.filter(programma=OuterRef("programma"), jaar=OuterRef("jaar")).order_by()
    nieuwste = van_jaar.values("programma").annotate(nieuwste=Max("versie")).values("nieuwste")
    return publicaties().annotate(nieuwste=Subquery(nieuwste))


@extend_schema(
    summary="Publicaties",
    description="De gepubliceerde cijfers: elke versie van elk programma en jaar. Voor iedereen, zonder token.",
)
class Publicaties(Lijst[Publicatie]):
    """`GET /api/v1/publicaties`."""

    serializer_class = PublicatieSerializer
    bronnen = BRONNEN
    filterset_class = Publicatiefilter
    voor_elke_site = True

    def get_queryset(self) -> QuerySet[Publicatie]:
        return met_nieuwste()


@extend_schema(
    summary="Eén publicatie",
    description="Een versie, op een adres dat blijft. Voor iedereen, zonder token.",
    parameters=PAD,
)
class EenPublicatie(Een[Publicatie]):
    """`GET /api/v1/publicaties/<programma>/<jaar>/<versie>`."""

    serializer_class = PublicatieSerializer
    bronnen = BRONNEN
    voor_elke_site = True

    def get_queryset(self) -> QuerySet[Publicatie]:
        return met_nieuwste()

    def get_object(self) -> Publicatie:
        return _vind(self.kwargs)


@extend_schema(
    summary="Alles wat is gepubliceerd",
    description="De cijfers, teksten, tabellen en kaart, byte voor byte zoals zij zijn gepubliceerd en verzegeld; "
    "gelijk aan het JSON-bestand van de bladzijde. Voor iedereen, zonder token.",
    parameters=PAD,
    responses={200: INHOUD},
)
class Publicatieinhoud(ApiView):
    """`GET /api/v1/publicaties/<programma>/<jaar>/<versie>/inhoud`."""

    bronnen = BRONNEN
    voor_elke_site = True

    def get(self, request: Request, **plek: Any) -> HttpResponse:  # the same for everybody
        een = _vind(plek)
        vorm = BESTANDSVORMEN["json"]
        return HttpResponse(vorm.maak(als_uitgave(een, een.versie), settings.WEBADRES), content_type=vorm.mediatype)


def _vind(plek: dict[str, Any]) -> Publicatie:
    """The version at that place; Http404. Two queries."""
    van_jaar = {"programma__slug": plek["programma"], "jaar": plek["jaar"]}
    return get_object_or_404(met_nieuwste(), **van_jaar, versie=plek["versie"])
