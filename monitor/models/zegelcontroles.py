"""When the fixed measurements were checked, and what was found."""

from django.db import models


class Zegelcontrole(models.Model):
    """A check of all fixed measurements. `bevindingen`: pairs of where and a Dutch sentence; empty: all in order."""

    op = models.DateTimeField("gecontroleerd op", db_index=True)
    metingen = models.PositiveIntegerField("gecontroleerde metingen")
    bevindingen = models.JSONField("bevindingen", default=list)

    class Meta:
        verbose_name = "controle van de zegels"
        verbose_name_plural = "controles van de zegels"
        ordering = ["-op"]

    def __str__(self) -> str:
        return f"{self.op:%Y-%m-%d %H:%M}"
