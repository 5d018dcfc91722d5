"""An uploaded Excel file between its preview and its confirmation."""

from django.db import models

from mantelzorg.models import User
from mantelzorg.velden import Regel


class Importbestand(models.Model):
    """The file as it was uploaded; its content goes once it is processed or withdrawn (it holds names)."""

    bestandsnaam = Regel("bestandsnaam")
    inhoud = models.BinaryField("inhoud")
    door = models.ForeignKey(User, models.PROTECT, related_name="importbestanden")
    geladen_op = models.DateTimeField("geladen op", auto_now_add=True)
    verwerkt_op = models.DateTimeField("verwerkt op", null=True)
    resultaat = models.JSONField("resultaat", default=dict)

    class Meta:
        verbose_name = "importbestand"
        verbose_name_plural = "importbestanden"
        ordering = ["-geladen_op"]

    def __str__(self) -> str:
        return self.bestandsnaam
