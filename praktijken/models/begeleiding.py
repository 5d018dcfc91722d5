"""What surrounds guiding a practice: breaks, and the school holidays in which nobody expects progress."""

import datetime

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.velden import Regel, Tekst
from praktijken.models.praktijk import Praktijk
from praktijken.querysets import BinnenPraktijk


class Onderbreking(models.Model):
    """A practice on hold, `tot_en_met` the last day. It stays actief; its signals are silent."""

    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="onderbrekingen")
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met", null=True, blank=True, help_text="Leeg: zonder einde.")
    reden = Tekst("reden", blank=False, help_text="Schrijf geen namen of gezondheid van personen op.")

    objects = BinnenPraktijk["Onderbreking"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "onderbreking"
        verbose_name_plural = "onderbrekingen"
        ordering = ["-vanaf"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "vanaf"],
                name="onderbreking_uniek",
                violation_error_message="Deze praktijk heeft al een onderbreking vanaf die dag.",
            ),
            models.CheckConstraint(
                condition=Q(tot_en_met=None) | Q(tot_en_met__gte=F("vanaf")),
                name="onderbreking_einde_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.praktijk.naam}: onderbreking vanaf {self.vanaf:%d-%m-%Y}"

    def loopt_op(self, dag: datetime.date) -> bool:
        """Whether the practice is on hold on `dag`."""
        return self.vanaf <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


class Schoolvakantie(models.Model):
    """A period in which signals are silent, kept by staff; `tot_en_met` is its last day."""

    naam = Regel("naam", help_text="Bijvoorbeeld: kerstvakantie 2019.")
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "schoolvakantie"
        verbose_name_plural = "schoolvakanties"
        ordering = ["-vanaf"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_en_met__gte=F("vanaf")),
                name="schoolvakantie_einde_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste.",
            )
        ]

    def __str__(self) -> str:
        return self.naam
