"""What accounts for personal data: requests of people, what was removed, and what still counts without a person."""

import calendar
import datetime
from typing import Final

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import User
from mantelzorg.velden import Regel, Tekst
from praktijken.models.praktijk import Praktijk

GEEN_NAMEN: Final = "Schrijf geen namen of gezondheid van personen op."
BIJNA: Final = datetime.timedelta(days=7)


def maanden_later(dag: datetime.date, aantal: int) -> datetime.date:
    """The same day `aantal` months on; where that month is shorter, its last day."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    return datetime.date(jaar, maand + 1, min(dag.day, laatste))


class Organisatieaanwezigheid(models.Model):
    """An organisation that was there through somebody erased since: it goes on counting under *organisaties*.

    It names no person, no kind and no moment of erasing; it is kept only for days on which nothing else makes the
    organisation count in this practice.
    """

    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="organisatieaanwezigheden")
    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="aanwezigheden")
    vanaf = models.DateField("vanaf")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "aanwezigheid van een organisatie"
        verbose_name_plural = "aanwezigheid van organisaties"
        ordering = ["praktijk", "organisatie", "vanaf"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_en_met=None) | Q(tot_en_met__gte=F("vanaf")),
                name="organisatieaanwezigheid_einde_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisatie} in {self.praktijk}"


class Verzoeksoort(models.TextChoices):
    """What somebody asks (AVG, articles 15 to 21)."""

    INZAGE = "inzage"
    RECTIFICATIE = "rectificatie"
    BEPERKING = "beperking"
    BEZWAAR = "bezwaar"
    WISSING = "wissing"


class Kanaal(models.TextChoices):
    """How it came in."""

    MAIL = "e-mail"
    BRIEF = "brief"
    TELEFOON = "telefoon"
    GESPREK = "gesprek"
    KLOPT_DIT = "Klopt dit?", "Klopt dit?"


class Uitkomst(models.TextChoices):
    """What came of it."""

    TOEGEWEZEN = "toegewezen"
    DEELS = "deels toegewezen"
    AFGEWEZEN = "afgewezen"
    INGETROKKEN = "ingetrokken"


class Verzoek(models.Model):
    """A request about somebody's data. It is answered within a month, or within three with a reason (AVG, art. 12).

    What it is today follows from its dates: nothing of that is stored.
    """

    soort = models.CharField("soort", max_length=20, choices=Verzoeksoort.choices)
    deelnemer = models.ForeignKey(
        Deelnemer, models.PROTECT, null=True, blank=True, related_name="verzoeken",
        help_text="Leeg: van iemand die hier niet bekend is.",
    )  # fmt: skip
    wie = Regel("kenmerk van het verzoek", blank=True, help_text="Bijvoorbeeld een zaaknummer. Geen naam.")
    ontvangen_op = models.DateField("ontvangen op")
    kanaal = models.CharField("binnengekomen via", max_length=20, choices=Kanaal.choices)
    identiteit_op = models.DateField("identiteit vastgesteld op", null=True, blank=True)
    identiteit = Regel("hoe vastgesteld", blank=True, help_text="Bijvoorbeeld: gebeld op het bekende nummer.")
    verlengd_op = models.DateField("verlengd op", null=True, blank=True)
    verlenging_reden = Tekst("reden van verlenging", help_text=GEEN_NAMEN)
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)
    uitkomst = models.CharField("uitkomst", max_length=20, choices=Uitkomst.choices, blank=True)
    toelichting = Tekst("toelichting", help_text=GEEN_NAMEN)
    door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="verzoeken")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "verzoek"
        verbose_name_plural = "verzoeken"
        ordering = ["ontvangen_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Verzoeksoort.values),
                name="verzoek_soort",
                violation_error_message="Kies een soort verzoek uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(afgehandeld_op=None, uitkomst="") | Q(afgehandeld_op__isnull=False) & ~Q(uitkomst=""),
                name="verzoek_afgehandeld_met_uitkomst",
                violation_error_message="Afgehandeld op en uitkomst horen bij elkaar: vul beide in of geen van beide.",
            ),
            models.CheckConstraint(
                condition=Q(verlengd_op=None) | ~Q(verlenging_reden=""),
                name="verzoek_verlengd_met_reden",
                violation_error_message="Geef een reden voor de verlenging.",
            ),
        ]

    def __str__(self) -> str:
        return f"verzoek {self.pk}: {self.soort}"

    @property
    def uiterlijk_op(self) -> datetime.date:
        """The last day to answer: a month after it came, three when extended. Weekends give no delay, to be safe."""
        return maanden_later(self.ontvangen_op, 3 if self.verlengd_op else 1)

    def stand_op(self, dag: datetime.date) -> str:
        """How the request stands on `dag`."""
        if self.afgehandeld_op is not None and self.afgehandeld_op <= dag:
            return "afgehandeld"
        if dag > self.uiterlijk_op:
            return "te laat"
        return "bijna te laat" if self.uiterlijk_op - dag <= BIJNA else "open"


class Verzoekstap(models.Model):
    """A step in answering a request. Only added to."""

    verzoek = models.ForeignKey(Verzoek, models.PROTECT, related_name="stappen")
    op = models.DateTimeField("op", auto_now_add=True)
    door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    tekst = Tekst("wat is er gedaan", blank=False, help_text=GEEN_NAMEN)

    class Meta:
        verbose_name = "stap van een verzoek"
        verbose_name_plural = "stappen van verzoeken"
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"stap van verzoek {self.verzoek_id}"


class Verwijdering(models.Model):
    """That personal data was removed: by whom, when, from which records. Never what stood there."""

    deelnemer = models.ForeignKey(
        Deelnemer, models.PROTECT, null=True, blank=True, related_name="verwijderingen",
        help_text="Wie gewist is; leeg waar tekst is verwijderd.",
    )  # fmt: skip
    verzoek = models.ForeignKey(Verzoek, models.PROTECT, null=True, blank=True, related_name="verwijderingen")
    aanleiding = Regel("aanleiding", blank=True, help_text="Waarom, zonder namen.")
    telling = models.JSONField("telling", default=dict)
    door = models.ForeignKey(User, models.PROTECT, related_name="verwijderingen")
    op = models.DateTimeField("op", auto_now_add=True)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    class Meta:
        verbose_name = "verwijdering"
        verbose_name_plural = "verwijderingen"
        ordering = ["-op"]

    def __str__(self) -> str:
        return f"verwijdering {self.pk}"
