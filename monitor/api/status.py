"""The status of practices and experiments: what it is depends on the day one asks for."""

import datetime
from typing import Any, Final

from django_filters import ChoiceFilter, FilterSet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.serializers import ChoiceField

from mantelzorg.klok import vandaag
from monitor.api.velden import Dag
from praktijken.models.praktijk import Status
from praktijken.querysets import status_uitdrukking

PRAKTIJKSTATUSSEN: Final = [(status.value, status.value) for status in Status]
EXPERIMENTSTATUSSEN: Final = [keuze for keuze in PRAKTIJKSTATUSSEN if keuze[0] != Status.SAMENGEVOEGD]
_OP_DE_DAG: Final = "De dag waarvoor `status` geldt; zonder deze parameter vandaag."
PEILDATUM: Final = OpenApiParameter("peildatum", OpenApiTypes.DATE, description=_OP_DE_DAG)


class Statusveld(ChoiceField):
    """The status on the day, as `status_uitdrukking` added it."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(read_only=True, help_text="De status op de peildatum.", **opties)


class Statusfilter(FilterSet):  # type: ignore[misc]  # django-filter has no annotations
    """Adds the status on the day asked for, and can filter by it."""

    status = ChoiceFilter(choices=PRAKTIJKSTATUSSEN, help_text="Alleen wat op de peildatum deze status had.")
    peildatum = Dag(method="laat_alles", help_text=_OP_DE_DAG)

    def filter_queryset(self, queryset: Any) -> Any:
        dag: datetime.date = self.form.cleaned_data["peildatum"] or vandaag()
        return super().filter_queryset(queryset.annotate(status=status_uitdrukking(dag)))

    def laat_alles(self, queryset: Any, *_: Any) -> Any:
        """No record falls out by the day: it only says which statuses are shown."""
        return queryset
