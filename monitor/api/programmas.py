"""Programmes: editions of In voor mantelzorg whose figures one may see."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django_filters import CharFilter, ChoiceFilter, FilterSet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from mantelzorg.models import Programma, Vorm
from mantelzorg.toegang import Recht
from monitor.api.basis import Een, Lijst
from monitor.api.velden import SLUG, Adres, omschreven
from praktijken.models import PrangendeVraag

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


class PrangendeVraagSerializer(serializers.ModelSerializer[PrangendeVraag]):
    """Een vraag van mantelzorgers waar het programma van uitgaat."""

    class Meta:
        model = PrangendeVraag
        fields = ("nummer", "vraag")
        extra_kwargs = omschreven(nummer="Het nummer van de vraag in het programma.", vraag="De vraag zelf.")


class ProgrammaSerializer(serializers.ModelSerializer[Programma]):
    """Een uitvoering van In voor mantelzorg."""

    url = Adres(view_name="api-programma", lookup_field="slug")
    prangende_vragen = PrangendeVraagSerializer(
        many=True, read_only=True, help_text="De vragen van mantelzorgers waar het programma van uitgaat."
    )

    class Meta:
        model = Programma
        fields = (
            "url", "slug", "naam", "vorm", "startdatum", "einddatum", "aanmelden_tot_en_met", "capaciteit",
            "streefwaarde", "opdrachtgever", "uitvoerders", "beleidsprogramma", "beleidsdoel", "prangende_vragen",
        )  # fmt: skip
        extra_kwargs = omschreven(
            slug="De korte naam, waarmee andere adressen het programma noemen.",
            naam="De naam.",
            vorm="Hoe organisaties meedoen.",
            startdatum="De eerste dag.",
            aanmelden_tot_en_met="De laatste dag waarop organisaties zich konden aanmelden.",
            opdrachtgever="Wie het programma betaalt.",
            uitvoerders="Wie het programma uitvoeren.",
            beleidsprogramma="Het beleidsprogramma waar het bij hoort.",
            beleidsdoel="Het doel in dat beleidsprogramma.",
        )


class Programmafilter(FilterSet):  # type: ignore[misc]  # django-filter has no annotations
    """Which programmes."""

    slug = CharFilter(help_text="Alleen het programma met deze korte naam.")
    vorm = ChoiceFilter(choices=Vorm.choices, help_text="Alleen programma's van deze vorm.")


BRONNEN = (Programma, PrangendeVraag)


def programmas(user: "User | AnonymousUser") -> QuerySet[Programma]:
    """What one may see, with all that stands in it. Two queries."""
    return Programma.objects.zichtbaar_voor(user).prefetch_related("prangende_vragen")


@extend_schema(summary="Programma's", description="De programma's waarvan u de cijfers mag zien.")
class Programmas(Lijst[Programma]):
    """`GET /api/v1/programmas`."""

    serializer_class = ProgrammaSerializer
    recht = Recht.CIJFERS_ZIEN
    bronnen = BRONNEN
    filterset_class = Programmafilter

    def get_queryset(self) -> QuerySet[Programma]:
        return programmas(self.request.user)


@extend_schema(summary="Eén programma", description="Een programma waarvan u de cijfers mag zien.", parameters=[SLUG])
class EenProgramma(Een[Programma]):
    """`GET /api/v1/programmas/<slug>`."""

    serializer_class = ProgrammaSerializer
    recht = Recht.CIJFERS_ZIEN
    bronnen = BRONNEN
    lookup_field = "slug"

    def get_queryset(self) -> QuerySet[Programma]:
        return programmas(self.request.user)
