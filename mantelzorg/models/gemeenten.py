"""Municipalities by their CBS code."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from mantelzorg.velden import Regel


class GemeenteQuerySet(models.QuerySet["Gemeente"]):
    def bestaand_op(self, dag: datetime.date) -> Self:
        """Municipalities that existed on `dag`, as far as their begin and end are known."""
        return self.filter(
            Q(begin=None) | Q(begin__lte=dag),
            Q(eind=None) | Q(eind__gt=dag),
        )


class Gemeente(models.Model):
    """A municipality: a CBS code with its name. `eind` is the first day the code no longer exists."""

    code = models.CharField("code", max_length=6, primary_key=True, help_text="CBS-code, bijvoorbeeld GM0202.")
    naam = Regel("naam")
    provincie = Regel("provincie", blank=True)
    lon = models.FloatField("lengtegraad", null=True, blank=True, help_text="Graden oost (WGS84).")
    lat = models.FloatField("breedtegraad", null=True, blank=True, help_text="Graden noord (WGS84).")
    begin = models.DateField("bestaat vanaf", null=True, blank=True)
    eind = models.DateField("opgeheven op", null=True, blank=True, help_text="De eerste dag dat zij niet meer bestaat.")

    objects = GemeenteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "gemeente"
        verbose_name_plural = "gemeenten"
        ordering = ["naam", "code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^GM[0-9]{4}$"),
                name="gemeente_code",
                violation_error_message="Een gemeentecode is GM met vier cijfers.",
            ),
            models.CheckConstraint(
                condition=Q(begin=None) | Q(eind=None) | Q(eind__gt=models.F("begin")),
                name="gemeente_eind_na_begin",
                violation_error_message="De gemeente is opgeheven voordat zij bestond. Verbeter een van beide dagen.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def bestond_op(self, dag: datetime.date) -> bool:
        """Whether this code existed on `dag`, as far as known."""
        return (self.begin is None or self.begin <= dag) and (self.eind is None or dag < self.eind)
