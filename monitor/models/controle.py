"""Exceptions to the checklist before a measurement is fixed."""

from django.db import models
from simple_history.models import HistoricalRecords

from mantelzorg.models import User
from mantelzorg.velden import Tekst
from monitor.models.metingen import Meting


class Controleuitzondering(models.Model):
    """A blocking finding that somebody accepted, with the reason.

    `waarover`: the fingerprint of what was found then; where something is found besides, it no longer holds.
    """

    meting = models.ForeignKey(Meting, models.PROTECT, related_name="uitzonderingen")
    regel = models.CharField("regel", max_length=40)
    waarover = models.CharField("waarover", max_length=64)
    bevinding = models.TextField("bevinding")
    reden = Tekst(
        "reden",
        blank=False,
        help_text="Waarom mag de meting zo worden vastgesteld? Noem geen namen.",
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("aanvaard op")
    inzending = models.UUIDField(unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "uitzondering op de controlelijst"
        verbose_name_plural = "uitzonderingen op de controlelijst"
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"{self.meting}: {self.regel}"
