"""What a practice learned, in versions that are never overwritten, and how each was judged before others saw it."""

from typing import Final

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from deelnemers.models import Organisatietype
from mantelzorg.models import User
from mantelzorg.velden import Regel, Tekst
from praktijken.lesquerysets import LesQuerySet, LesversieQuerySet
from praktijken.models.ontwerp import Experiment, Thema
from praktijken.models.praktijk import Praktijk, PrangendeVraag

_GEEN_NAMEN: Final = "Schrijf geen namen of gezondheid van personen op."


class Les(models.Model):
    """A lesson of a practice, from one experiment or from the whole. What it says stands in its versions."""

    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="lessen")
    experiment = models.ForeignKey(Experiment, models.PROTECT, null=True, blank=True, related_name="lessen")

    objects = LesQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "les"
        verbose_name_plural = "lessen"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"les {self.pk} van {self.praktijk}"

    def clean(self) -> None:
        super().clean()
        if self.experiment is not None and self.experiment.ontwerpvraag.praktijk_id != self.praktijk_id:
            raise ValidationError({"experiment": "Dit experiment hoort bij een andere praktijk."})


class Lesversie(models.Model):
    """What a lesson said from one saving to the next; what was submitted or accepted is one of these, as it was."""

    les = models.ForeignKey(Les, models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField("nummer")
    titel = Regel("de les in één zin", help_text=_GEEN_NAMEN)
    situatie = Tekst("wat deed u, en in welke situatie", help_text=_GEEN_NAMEN)
    opbrengst = Tekst("wat kwam eruit", help_text=_GEEN_NAMEN)
    advies = Tekst("wat raadt u anderen aan", help_text=_GEEN_NAMEN)
    themas = models.ManyToManyField(Thema, related_name="lesversies", blank=True, verbose_name="thema's")
    prangende_vragen = models.ManyToManyField(
        PrangendeVraag, related_name="lesversies", blank=True, verbose_name="prangende vragen"
    )
    organisatietypen = models.ManyToManyField(
        Organisatietype, related_name="lesversies", blank=True, verbose_name="voor welke organisaties"
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="lesversies")
    op = models.DateTimeField("op", auto_now_add=True)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = LesversieQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[themas, prangende_vragen, organisatietypen])

    class Meta:
        verbose_name = "versie van een les"
        verbose_name_plural = "versies van lessen"
        ordering = ["les", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["les", "nummer"],
                name="lesversie_nummer_uniek",
                violation_error_message="Deze les heeft al een versie met dit nummer.",
            )
        ]

    def __str__(self) -> str:
        return self.titel


class Stap(models.TextChoices):
    """What happens to a version. Withdrawing is of a version that others could see; a submission is taken back."""

    VOORGELEGD = "voorgelegd"
    TERUGGENOMEN = "teruggenomen"
    TERUGGESTUURD = "teruggestuurd"
    GEACCEPTEERD = "geaccepteerd"
    INGETROKKEN = "ingetrokken"


class Lesstap(models.Model):
    """One event in the life of a version: what, by whom, when and why. Where a lesson stands follows from these."""

    versie = models.ForeignKey(Lesversie, models.PROTECT, related_name="stappen")
    soort = models.CharField("soort", max_length=20, choices=Stap.choices)
    reden = Tekst("reden", help_text=_GEEN_NAMEN)
    door = models.ForeignKey(User, models.PROTECT, related_name="lesstappen")
    op = models.DateTimeField("op", auto_now_add=True)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "stap van een les"
        verbose_name_plural = "stappen van lessen"
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Stap.values),
                name="lesstap_soort",
                violation_error_message="Kies een stap uit de lijst.",
            ),
            models.CheckConstraint(
                condition=~Q(soort__in=[Stap.TERUGGESTUURD, Stap.INGETROKKEN]) | ~Q(reden=""),
                name="lesstap_met_reden",
                violation_error_message="Schrijf op waarom.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} door {self.door}"
