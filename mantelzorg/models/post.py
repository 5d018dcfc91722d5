"""Outgoing mail: every message the product sends stands here first, and stays here once it is sent."""

from uuid import uuid4

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from simple_history.models import HistoricalRecords

from mantelzorg.models.gebruikers import User
from mantelzorg.velden import Regel, Tekst


class Poststand(models.TextChoices):
    """Where a message is: `ONDERWEG` while the mail server is asked; nobody can change it from then on."""

    WACHT = "wacht"
    VASTGEHOUDEN = "vastgehouden"
    ONDERWEG = "onderweg"
    VERSTUURD = "verstuurd"
    MISLUKT = "mislukt"
    INGETROKKEN = "ingetrokken"


ONZEKER = "Het versturen is afgebroken. Het is niet zeker of de mail is aangekomen."


def eenmalig() -> str:
    """A key for a message that may be sent again: another every time."""
    return uuid4().hex


class Bericht(models.Model):
    """A mail to one person, about one record (`over`).

    In `tekst`, `[persoonlijke link]` stands for an address that is made when the mail goes out, so that nobody who
    reads the outbox can use it.
    """

    soort = Regel("soort", max_length=50)
    sleutel = Regel("sleutel", max_length=200, unique=True, default=eenmalig)
    """What it is sent for, so that it is made once: a rule, a person, a period."""
    aan = models.EmailField("aan", max_length=254)
    aan_naam = Regel("naam", blank=True)
    ontvanger = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="berichten")
    onderwerp = Regel("onderwerp", max_length=200)
    tekst = Tekst("tekst", blank=False)
    over_soort = models.ForeignKey(ContentType, models.PROTECT, null=True, blank=True, related_name="+")
    over_id = models.PositiveBigIntegerField("over record", null=True, blank=True)
    over = GenericForeignKey("over_soort", "over_id")
    stand = models.CharField("stand", max_length=20, choices=Poststand.choices, default=Poststand.WACHT)
    verstuur_na = models.DateTimeField("verstuur na")
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gemaakt_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    onderweg_sinds = models.DateTimeField("onderweg sinds", null=True, blank=True)
    verstuurd_op = models.DateTimeField("verstuurd op", null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    uitkomst = Regel("uitkomst", blank=True, help_text="Waarom het niet verstuurd is.")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "bericht"
        verbose_name_plural = "berichten"
        ordering = ["-gemaakt_op", "-id"]
        indexes = [
            models.Index(fields=["stand", "verstuur_na"], name="bericht_te_versturen"),
            models.Index(fields=["over_soort", "over_id"], name="bericht_over"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stand__in=Poststand.values),
                name="bericht_stand",
                violation_error_message="Kies een stand uit de lijst.",
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp

    @property
    def te_wijzigen(self) -> bool:
        """Whether it may still be edited: it waits, or is held."""
        return self.stand in (Poststand.WACHT, Poststand.VASTGEHOUDEN)

    @property
    def onzeker(self) -> bool:
        """Whether it failed in such a way that it may have arrived all the same."""
        return self.stand == Poststand.MISLUKT and self.uitkomst == ONZEKER


class Postrem(models.Model):
    """All mail held at once, from `op` until somebody lifts it; at most one holds at a time."""

    reden = Regel("reden", help_text="Schrijf geen namen of gezondheid van personen op.")
    op = models.DateTimeField("vastgehouden op", auto_now_add=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    opgeheven_op = models.DateTimeField("opgeheven op", null=True, blank=True)
    opgeheven_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "alle post vastgehouden"
        verbose_name_plural = "alle post vastgehouden"
        ordering = ["-op"]
        constraints = [
            models.UniqueConstraint(models.Value(1), condition=models.Q(opgeheven_op=None), name="postrem_een_tegelijk")
        ]

    def __str__(self) -> str:
        return self.reden
