"""What people choose about reminders: which, on what day, and what can wait."""

from django.db import models
from simple_history.models import HistoricalRecords

from mantelzorg.models import User
from mantelzorg.velden import Regel


class Weekdag(models.IntegerChoices):
    """The days on which the weekly mail may come, as `date.weekday()` counts them."""

    MAANDAG = 0, "maandag"
    DINSDAG = 1, "dinsdag"
    WOENSDAG = 2, "woensdag"
    DONDERDAG = 3, "donderdag"
    VRIJDAG = 4, "vrijdag"


class Herinneringsvoorkeur(models.Model):
    """The weekly mail of one person. Without a record: on Monday, with every rule."""

    gebruiker = models.OneToOneField(User, models.CASCADE, related_name="herinneringsvoorkeur")
    weekdag = models.PositiveSmallIntegerField(
        "dag van de weekmail", choices=Weekdag.choices, null=True, blank=True, default=Weekdag.MAANDAG
    )
    """None: no mail."""
    niet = models.JSONField("regels die niet in de mail komen", default=list, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "voorkeur voor herinneringen"
        verbose_name_plural = "voorkeuren voor herinneringen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(weekdag=None) | models.Q(weekdag__in=Weekdag.values),
                name="herinneringsvoorkeur_weekdag",
                violation_error_message="Op die dag gaat er geen weekmail uit.",
            )
        ]

    def __str__(self) -> str:
        return f"voorkeur van {self.gebruiker}"


class Uitstel(models.Model):
    """A task that somebody does not want to see for a while; `tot_en_met` is the last of those days."""

    gebruiker = models.ForeignKey(User, models.CASCADE, related_name="uitstel")
    taak = Regel("taak", max_length=200)
    tot_en_met = models.DateField("tot en met")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "uitgestelde taak"
        verbose_name_plural = "uitgestelde taken"
        ordering = ["tot_en_met"]
        constraints = [models.UniqueConstraint(fields=["gebruiker", "taak"], name="uitstel_uniek")]

    def __str__(self) -> str:
        return self.taak
