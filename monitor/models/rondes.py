"""Rounds in which advisers say whether the figures of their practices are right at a day."""

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import Programma, User
from mantelzorg.velden import Regel, Tekst
from praktijken.models import Praktijk


class Meetronde(models.Model):
    """A round: `deadline` is the last day to confirm. Which practices are confirmed follows from its Bevestigingen."""

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="meetrondes")
    aanleiding = Regel("aanleiding", help_text="Bijvoorbeeld: Monitor 2020, voortgangsrapportage of een Kamervraag.")
    peildatum = models.DateField("peildatum")
    deadline = models.DateField("bevestigen tot en met", help_text="De laatste dag om te bevestigen.")
    geopend_door = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    geopend_op = models.DateTimeField("geopend op", editable=False)
    gesloten_door = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", editable=False)
    gesloten_op = models.DateTimeField("gesloten op", null=True, editable=False)
    inzending = models.UUIDField(unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "meetronde"
        verbose_name_plural = "meetrondes"
        ordering = ["-peildatum", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "peildatum"],
                condition=Q(gesloten_op=None),
                name="meetronde_een_open",
                violation_error_message="Voor dit programma staat al een ronde met deze peildatum open.",
            ),
            models.CheckConstraint(
                condition=Q(deadline__gte=F("peildatum")),
                name="meetronde_deadline_na_peildatum",
                violation_error_message="De laatste dag om te bevestigen ligt voor de peildatum.",
            ),
            models.CheckConstraint(
                condition=Q(gesloten_op=None, gesloten_door=None)
                | Q(gesloten_op__isnull=False, gesloten_door__isnull=False),
                name="meetronde_gesloten_door",
            ),
        ]

    def __str__(self) -> str:
        return f"Meetronde {self.peildatum:%d-%m-%Y}, {self.programma}"

    @property
    def is_open(self) -> bool:
        return self.gesloten_op is None


class Bevestiging(models.Model):
    """*Klopt per peildatum*: who said so when, of which figures. A row is never changed.

    `cijfers`: the figures of the practice in canonical form; `afdruk`: the fingerprint of those figures and of the
    records behind them (`monitor.ronde.cijfers`). It holds for as long as the fingerprint is what it was.
    """

    ronde = models.ForeignKey(Meetronde, models.PROTECT, related_name="bevestigingen")
    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="bevestigingen")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("bevestigd op")
    cijfers = models.TextField("cijfers")
    afdruk = models.CharField("afdruk", max_length=64)

    class Meta:
        verbose_name = "bevestiging"
        verbose_name_plural = "bevestigingen"
        ordering = ["op", "id"]
        indexes = [models.Index(fields=["ronde", "praktijk"], name="bevestiging_van_praktijk")]

    def __str__(self) -> str:
        return f"{self.praktijk}: klopt per {self.ronde.peildatum:%d-%m-%Y}"


class Zonderbevestiging(models.Model):
    """Why the office goes on without the confirmation of a practice; of more the last one counts."""

    ronde = models.ForeignKey(Meetronde, models.PROTECT, related_name="zonder")
    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="zonder_bevestiging")
    reden = Tekst(
        "reden", blank=False, help_text="Waarom gaat u verder zonder bevestiging? Schrijf geen namen van deelnemers op."
    )
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("op")
    inzending = models.UUIDField(unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "verder zonder bevestiging"
        verbose_name_plural = "verder zonder bevestiging"
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"{self.praktijk}: zonder bevestiging"
