"""Numbers quoted elsewhere, and why they differ."""

from typing import TYPE_CHECKING, Self

from django.db import models
from simple_history.models import HistoricalRecords

from mantelzorg.models import Programma
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


class ElderGenoemdGetalQuerySet(models.QuerySet["ElderGenoemdGetal"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Those of programmes whose figures `user` may see."""
        return self.filter(programma__in=Programma.objects.zichtbaar_voor(user))


class ElderGenoemdGetal(models.Model):
    """A number quoted elsewhere about a programme, with why it differs: people will ask."""

    programma = models.ForeignKey(Programma, models.CASCADE, related_name="elders_genoemd")
    getal = Regel("getal", help_text="Zoals het er stond, bijvoorbeeld: 10 plaatsen.")
    bron = Regel("bron")
    toelichting = Tekst("toelichting", blank=False)
    volgorde = models.PositiveSmallIntegerField("volgorde", default=1)

    objects = ElderGenoemdGetalQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "elders genoemd getal"
        verbose_name_plural = "elders genoemde getallen"
        ordering = ["volgorde", "id"]

    def __str__(self) -> str:
        return self.getal
