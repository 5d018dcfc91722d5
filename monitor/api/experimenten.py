"""Experiments, of the practices one may see."""

from typing import TYPE_CHECKING

from django_filters import CharFilter, ChoiceFilter
from drf_spectacular.utils import extend_schema
from rest_framework import serializers

from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.toegang import Recht
from monitor.api.basis import Een, Lijst
from monitor.api.parameters import lees_peildatum_parameter
from monitor.api.status import EXPERIMENTSTATUSSEN, PEILDATUM, Statusfilter, Statusveld
from monitor.api.velden import NUMMER, Adres, Nummer, omschreven
from praktijken.models import Experiment, Ontwerpvraag, Praktijk
from praktijken.querysets import ExperimentQuerySet, status_uitdrukking

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


class ExperimentSerializer(serializers.ModelSerializer[Experiment]):
    """Een kleine proef die een ontwerpvraag beantwoordt."""

    url = Adres(view_name="api-experiment")
    programma = serializers.CharField(source="programma.slug", help_text="De slug van het programma.")
    praktijk = serializers.IntegerField(source="ontwerpvraag.praktijk_id", help_text="Het nummer van de praktijk.")
    ontwerpvraag = serializers.IntegerField(
        source="ontwerpvraag.nummer", help_text="Het nummer van de ontwerpvraag in de praktijk."
    )
    status = Statusveld(choices=EXPERIMENTSTATUSSEN)

    class Meta:
        model = Experiment
        fields = (
            "url", "id", "programma", "praktijk", "ontwerpvraag", "code", "naam", "verwachting", "startdatum",
            "einddatum", "afloop", "status", "opbrengst",
        )  # fmt: skip
        extra_kwargs = omschreven(
            id="Het nummer van het experiment, dat nooit verandert.",
            code="De code in het programma.",
            naam="De naam.",
            verwachting="Wat men verwacht, en waaraan men dat ziet.",
            startdatum="De eerste dag; null: gepland.",
            afloop="Hoe het experiment is geëindigd; leeg: nog niet.",
            opbrengst="Wat het opleverde.",
        )


class Experimentfilter(Statusfilter):
    """Which experiments, and on which day."""

    status = ChoiceFilter(choices=EXPERIMENTSTATUSSEN, help_text="Alleen wat op de peildatum deze status had.")
    programma = CharFilter(field_name="programma__slug", help_text="De slug van het programma.")
    praktijk = Nummer(field_name="ontwerpvraag__praktijk_id", help_text="Het nummer van de praktijk.")


BRONNEN = (Programma, Praktijk, Ontwerpvraag, Experiment)


def experimenten(user: "User | AnonymousUser") -> ExperimentQuerySet:
    """What one may see. One query."""
    return Experiment.objects.zichtbaar_voor(user).select_related("programma", "ontwerpvraag")


@extend_schema(summary="Experimenten", description="De experimenten van de praktijken die u mag zien.")
class Experimenten(Lijst[Experiment]):
    """`GET /api/v1/experimenten`."""

    serializer_class = ExperimentSerializer
    recht = Recht.PRAKTIJKEN_ZIEN
    bronnen = BRONNEN
    filterset_class = Experimentfilter

    def get_queryset(self) -> ExperimentQuerySet:
        return experimenten(self.request.user)


@extend_schema(
    summary="Eén experiment",
    description="Een experiment van een praktijk die u mag zien.",
    parameters=[NUMMER, PEILDATUM],
)
class EenExperiment(Een[Experiment]):
    """`GET /api/v1/experimenten/<id>`."""

    serializer_class = ExperimentSerializer
    recht = Recht.PRAKTIJKEN_ZIEN
    bronnen = BRONNEN
    parameters = ("peildatum",)

    def get_queryset(self) -> ExperimentQuerySet:
        dag = lees_peildatum_parameter(self.request.query_params) or vandaag()
        return experimenten(self.request.user).annotate(status=status_uitdrukking(dag))
