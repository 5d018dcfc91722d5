"""The plan of a practice: when it means to start, for how long, and in which steps."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.velden import Tekst
from praktijken.models.praktijk import Praktijk
from praktijken.querysets import BinnenPraktijk


class Traject(models.Model):
    """What a practice was promised. The planned start counts nowhere: a practice starts by its startbijeenkomst."""

    praktijk = models.OneToOneField(Praktijk, models.CASCADE, related_name="traject")
    geplande_start = models.DateField("geplande start")
    maanden = models.PositiveSmallIntegerField("duur in maanden")

    objects = BinnenPraktijk["Traject"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "traject"
        verbose_name_plural = "trajecten"
        constraints = [
            models.CheckConstraint(
                condition=Q(maanden__gte=1),
                name="traject_maanden",
                violation_error_message="Een traject duurt minstens 1 maand.",
            )
        ]

    def __str__(self) -> str:
        return f"traject van {self.praktijk}"


class Stapsoort(models.TextChoices):
    """The steps of a tailored track."""

    INTAKE = "intake"
    PLAN = "plan"
    UITVOERING = "uitvoering"
    BORGING = "borging"


class Planstap(models.Model):
    """A step of the plan, from day to day inclusive; the adviser moves its days."""

    praktijk = models.ForeignKey(Praktijk, models.CASCADE, related_name="planstappen")
    soort = models.CharField("stap", max_length=20, choices=Stapsoort.choices)
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met")
    wat = Tekst("wat gebeurt er", help_text="Schrijf geen namen of gezondheid van personen op.")
    klaar_op = models.DateField("klaar op", null=True, blank=True)

    objects = BinnenPraktijk["Planstap"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "stap van het plan"
        verbose_name_plural = "stappen van het plan"
        ordering = ["vanaf", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "soort"],
                name="planstap_soort_uniek",
                violation_error_message="Deze stap staat al in het plan.",
            ),
            models.CheckConstraint(
                condition=Q(soort__in=Stapsoort.values),
                name="planstap_soort",
                violation_error_message="Kies: intake, plan, uitvoering of borging.",
            ),
            models.CheckConstraint(
                condition=Q(tot_en_met__gte=F("vanaf")),
                name="planstap_eind_na_begin",
                violation_error_message="De stap eindigt voordat hij begint.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} van {self.praktijk}"
