"""The ledger of places: every line adds up to what the page shows. Lines are only added."""

from typing import Any, Final

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from aanmeldingen.models.aanmeldingen import Aanmelding
from aanmeldingen.models.oproepen import Oproep, Sector
from mantelzorg.models import User
from mantelzorg.velden import Regel, Tekst


class Plaatsstand(models.TextChoices):
    """Where an application stands in the giving out of places."""

    GEEN = "geen"
    """Not, or no longer, in for a place."""
    KANDIDAAT = "kandidaat"
    """Waits for the selection after closing."""
    WACHT = "wacht"
    """Has a rank on the waiting list: the order of the lines that put it there (`rang`)."""
    AANGEBODEN = "aangeboden"
    """Was offered a place and has not answered yet; the place is kept."""
    BEZET = "bezet"
    """Holds a place."""
    BEVESTIGD = "bevestigd"
    """Holds a place, and is admitted."""


NEEMT_PLAATS: Final = (Plaatsstand.BEZET, Plaatsstand.BEVESTIGD)


class Gebeurtenis(models.TextChoices):
    """Why a line was written."""

    CAPACITEIT = "aantal plaatsen vastgesteld", "Aantal plaatsen vastgesteld"
    AANMELDING = "aanmelding ontvangen", "Aanmelding ontvangen"
    AANBOD = "plaats aangeboden", "Plaats aangeboden"
    AANVAARD = "aanbod aangenomen", "Aanbod aangenomen"
    AFGESLAGEN = "aanbod afgeslagen", "Aanbod afgeslagen"
    VERLOPEN = "aanbod verlopen", "Aanbod verlopen"
    INGETROKKEN = "aanmelding ingetrokken", "Aanmelding ingetrokken"
    AFGEWEZEN = "afgewezen"
    TOEGELATEN = "toegelaten"
    GESELECTEERD = "geselecteerd"
    HERZIEN = "besluit herzien", "Besluit herzien"
    TERUGGEZET = "teruggezet door het bureau", "Teruggezet door het bureau"


class Selectie(models.Model):
    """The one meeting in which places are given out, under the rule *selectie na sluiting*."""

    oproep = models.OneToOneField(Oproep, models.PROTECT, related_name="selectie")
    datum = models.DateField("datum")
    aanwezigen = Tekst("aanwezigen", blank=False, help_text="De namen van wie samen beslisten. Een naam per regel.")
    verslag = Tekst("verslag", help_text="Waarom zo, en hoe is gelet op de spreiding over sectoren en provincies?")
    vastgesteld_op = models.DateTimeField("vastgesteld op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "selectie"
        verbose_name_plural = "selecties"

    def __str__(self) -> str:
        return f"selectie van {self.oproep}"


class AlleenErbij(Exception):
    """A line of the ledger is never changed or removed; a mistake is put right by a next line."""


class Plaatsregel(models.Model):
    """One line: the capacity of a call that was set or changed, or an application that went from one place to another.

    Free = Σ capaciteit − lines into a taken or offered place + lines out of it. `sector`: whose quota it is of; None
    where the sector has none. `rang`: the order of those who wait, lowest first; the number of the line that first
    put the application there.
    """

    oproep = models.ForeignKey(Oproep, models.PROTECT, related_name="plaatsregels")
    nummer = models.PositiveIntegerField("regel")
    """Counts up within the call without a gap."""
    op = models.DateTimeField("op")
    gebeurtenis = models.CharField("gebeurtenis", max_length=40, choices=Gebeurtenis.choices)
    aanmelding = models.ForeignKey(Aanmelding, models.PROTECT, null=True, blank=True, related_name="plaatsregels")
    van = models.CharField("van", max_length=20, choices=Plaatsstand.choices, blank=True)
    naar = models.CharField("naar", max_length=20, choices=Plaatsstand.choices, blank=True)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="+")
    rang = models.PositiveIntegerField("rang", null=True, blank=True)
    capaciteit = models.IntegerField("erbij of eraf", default=0)
    antwoord_voor = models.DateTimeField("antwoord voor", null=True, blank=True)
    """With an offer: the moment it lapses."""
    selectie = models.ForeignKey(Selectie, models.PROTECT, null=True, blank=True, related_name="plaatsregels")
    reden = Regel("reden", blank=True)
    door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    """None: the applicant, or the product by its own rule."""

    class Meta:
        verbose_name = "regel in het plaatsenboek"
        verbose_name_plural = "regels in het plaatsenboek"
        ordering = ["nummer"]
        indexes = [models.Index(fields=["aanmelding", "nummer"], name="plaatsregel_aanmelding")]
        constraints = [
            models.UniqueConstraint(fields=["oproep", "nummer"], name="plaatsregel_nummer_uniek"),
            models.CheckConstraint(condition=Q(gebeurtenis__in=Gebeurtenis.values), name="plaatsregel_gebeurtenis"),
            models.CheckConstraint(
                condition=Q(aanmelding=None, van="", naar="", gebeurtenis=Gebeurtenis.CAPACITEIT)
                | (
                    Q(aanmelding__isnull=False, capaciteit=0, van__in=Plaatsstand.values, naar__in=Plaatsstand.values)
                    & ~Q(van=F("naar"))
                    & ~Q(gebeurtenis=Gebeurtenis.CAPACITEIT)
                ),
                name="plaatsregel_een_van_beide",
            ),
            models.CheckConstraint(
                condition=Q(naar=Plaatsstand.AANGEBODEN, antwoord_voor__isnull=False)
                | (~Q(naar=Plaatsstand.AANGEBODEN) & Q(antwoord_voor=None)),
                name="plaatsregel_aanbod_met_termijn",
            ),
            models.CheckConstraint(
                condition=~Q(naar=Plaatsstand.WACHT) | Q(rang__isnull=False), name="plaatsregel_wacht_met_rang"
            ),
        ]

    def __str__(self) -> str:
        return f"regel {self.nummer}: {self.gebeurtenis}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the line. AlleenErbij where it is already there."""
        if not self._state.adding:
            raise AlleenErbij
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """AlleenErbij, always."""
        raise AlleenErbij
