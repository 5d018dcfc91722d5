"""Borders for the map, loaded from CBS's file."""

from django.db import models
from django.db.models import Q

from mantelzorg.models import Gemeente
from mantelzorg.velden import Regel


class Grens(models.Model):
    """The border of a municipality, or with `provincie` of a province, in the division of 1 January of `jaar`.

    It comes whole from CBS's file (`laad_gemeentegrenzen`) and can be had from it again: it keeps no history.
    """

    jaar = models.PositiveSmallIntegerField("jaar")
    gemeente = models.ForeignKey(Gemeente, models.CASCADE, null=True, blank=True, related_name="grenzen")
    provincie = Regel("provincie", blank=True, help_text="Leeg bij een gemeente.")
    ringen = models.JSONField("ringen", help_text="Gesloten lijnen van punten (graden oost, graden noord).")

    class Meta:
        verbose_name = "grens"
        verbose_name_plural = "grenzen"
        ordering = ["jaar", "gemeente", "provincie"]
        constraints = [
            models.UniqueConstraint(fields=["jaar", "gemeente"], name="grens_gemeente_uniek"),
            models.UniqueConstraint(
                fields=["jaar", "provincie"], condition=Q(gemeente=None), name="grens_provincie_uniek"
            ),
            models.CheckConstraint(condition=Q(gemeente=None) | Q(provincie=""), name="grens_van_een_gebied"),
        ]

    def __str__(self) -> str:
        return f"{self.gemeente_id or self.provincie} {self.jaar}"
