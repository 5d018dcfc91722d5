"""The practice: where organisations and a municipality learn together."""

import datetime
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from mantelzorg.models import Gemeente, Programma, User
from mantelzorg.velden import Regel, Tekst
from praktijken.querysets import BinnenPraktijk, PraktijkQuerySet


class Werkgebied(models.TextChoices):
    WIJK = "wijk"
    LOKAAL = "lokaal"
    REGIONAAL = "regionaal"


class Afloop(models.TextChoices):
    """How a practice ended."""

    AFGEROND = "afgerond"
    VOORTIJDIG_GESTOPT = "voortijdig gestopt", "Voortijdig gestopt"
    SAMENGEVOEGD = "samengevoegd"


class Status(StrEnum):
    """What a practice or experiment is on a day; follows from its dates, never stored."""

    GEPLAND = "gepland"
    ACTIEF = "actief"
    AFGEROND = "afgerond"
    VOORTIJDIG_GESTOPT = "voortijdig gestopt"
    SAMENGEVOEGD = "samengevoegd"


def status_op(
    peildatum: datetime.date, startdatum: datetime.date | None, einddatum: datetime.date | None, afloop: str
) -> Status:
    """Planned until the start, active up to and including the last day, then as it ended (begrippen.md §3)."""
    if startdatum is None or startdatum > peildatum:
        return Status.GEPLAND
    return Status.ACTIEF if einddatum is None or einddatum >= peildatum else Status(afloop)


class PrangendeVraag(models.Model):
    """A question of carers that a programme starts from."""

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="prangende_vragen")
    nummer = models.PositiveIntegerField("nummer")
    vraag = Tekst("vraag", blank=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "prangende vraag"
        verbose_name_plural = "prangende vragen"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "nummer"],
                name="prangende_vraag_nummer_uniek",
                violation_error_message="Dit programma heeft al een prangende vraag met dit nummer.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.vraag}"


class Praktijk(models.Model):
    """A practice; planned while startdatum is empty or lies ahead. Startdatum: the day of its startbijeenkomst."""

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="praktijken")
    code = Regel("code")
    naam = Regel("naam")
    gemeenten = models.ManyToManyField(Gemeente, through="PraktijkGemeente", related_name="praktijken", blank=True)
    werkgebied = models.CharField("werkgebied", max_length=20, choices=Werkgebied.choices, blank=True)
    kernthema = Tekst("kernthema", help_text="Het ene thema, in een zin, zoals de praktijk het zelf verwoordt.")
    kernthema_vastgesteld_op = models.DateField("kernthema vastgesteld op", null=True, blank=True)
    prangende_vragen = models.ManyToManyField(
        PrangendeVraag, related_name="praktijken", blank=True, verbose_name="prangende vragen"
    )
    startdatum = models.DateField(
        "startdatum", null=True, blank=True, help_text="De dag van de startbijeenkomst. Leeg: gepland."
    )
    einddatum = models.DateField("einddatum", null=True, blank=True, help_text="De laatste dag die meetelt.")
    afloop = models.CharField("afloop", max_length=20, choices=Afloop.choices, blank=True)
    gaat_verder_in = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="samengevoegde_praktijken",
        help_text="Bij samengevoegd: de praktijk waarin zij verdergaat.",
    )  # fmt: skip
    adviseurs = models.ManyToManyField(User, through="Adviseurschap", related_name="praktijken", blank=True)

    objects = PraktijkQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[prangende_vragen])

    class Meta:
        verbose_name = "praktijk"
        verbose_name_plural = "praktijken"
        ordering = ["naam", "code"]
        indexes = [
            models.Index(fields=["programma", "startdatum", "einddatum"], name="praktijk_periode"),
            models.Index(Lower("naam"), "code", "id", name="praktijk_op_naam"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "code"],
                name="praktijk_code_uniek",
                violation_error_message="Dit programma heeft al een praktijk met deze code.",
            ),
            models.CheckConstraint(
                condition=Q(werkgebied__in=["", *Werkgebied.values]),
                name="praktijk_werkgebied",
                violation_error_message="Kies een werkgebied uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(afloop__in=["", *Afloop.values]),
                name="praktijk_afloop",
                violation_error_message="Kies een afloop uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(einddatum=None) | Q(startdatum__isnull=False, einddatum__gte=F("startdatum")),
                name="praktijk_einde_na_start",
                violation_error_message="De einddatum ligt voor de startdatum, of er is geen startdatum.",
            ),
            models.CheckConstraint(
                condition=Q(einddatum=None, afloop="") | Q(einddatum__isnull=False) & ~Q(afloop=""),
                name="praktijk_einde_met_afloop",
                violation_error_message="Einddatum en afloop horen bij elkaar: vul beide in of geen van beide.",
            ),
            models.CheckConstraint(
                condition=Q(afloop=Afloop.SAMENGEVOEGD, gaat_verder_in__isnull=False)
                | ~Q(afloop=Afloop.SAMENGEVOEGD) & Q(gaat_verder_in=None),
                name="praktijk_samengevoegd_in",
                violation_error_message=(
                    "‘Samengevoegd’ en ‘gaat verder in’ horen bij elkaar: vul beide in of geen van beide."
                ),
            ),
            models.CheckConstraint(
                condition=Q(gaat_verder_in=None) | ~Q(gaat_verder_in=F("id")),
                name="praktijk_niet_in_zichzelf",
                violation_error_message="Een praktijk kan niet in zichzelf verdergaan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.code})"

    def clean(self) -> None:
        super().clean()
        verder = self.gaat_verder_in
        if verder is not None and verder.programma_id != self.programma_id:
            raise ValidationError({"gaat_verder_in": "Die praktijk hoort bij een ander programma."})

    def status_op(self, peildatum: datetime.date) -> Status:
        """Gepland, actief, or how it ended."""
        return status_op(peildatum, self.startdatum, self.einddatum, self.afloop)


class PraktijkGemeente(models.Model):
    """A municipality a practice works in; the first one carries its marker on the map."""

    praktijk = models.ForeignKey(Praktijk, models.CASCADE, related_name="praktijkgemeenten")
    gemeente = models.ForeignKey(Gemeente, models.PROTECT, related_name="praktijkgemeenten")
    volgorde = models.PositiveSmallIntegerField("volgorde", default=1)

    objects = BinnenPraktijk["PraktijkGemeente"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "gemeente van een praktijk"
        verbose_name_plural = "gemeenten van een praktijk"
        ordering = ["volgorde", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "gemeente"],
                name="praktijkgemeente_uniek",
                violation_error_message="Deze gemeente staat al bij deze praktijk.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.gemeente}"

    def clean(self) -> None:
        """The municipality must have existed when the practice began (begrippen.md §4)."""
        super().clean()
        if self.praktijk_id is None or self.gemeente_id is None:
            return  # said at the field itself
        start = self.praktijk.startdatum or self.praktijk.programma.startdatum
        if start is not None and not self.gemeente.bestond_op(start):
            raise ValidationError({"gemeente": f"Deze gemeente bestond niet op {start:%d-%m-%Y}."})


class Adviseurschap(models.Model):
    """Who guides a practice, and when. An empty vanaf: since its beginning."""

    praktijk = models.ForeignKey(Praktijk, models.CASCADE, related_name="adviseurschappen")
    adviseur = models.ForeignKey(User, models.PROTECT, related_name="adviseurschappen")
    vanaf = models.DateField("vanaf", null=True, blank=True, help_text="Leeg: vanaf het begin.")
    tot_en_met = models.DateField("tot en met", null=True, blank=True)
    waarnemer = models.BooleanField("waarnemer", default=False, help_text="Vervangt tijdelijk een adviseur.")

    objects = BinnenPraktijk["Adviseurschap"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "adviseur van een praktijk"
        verbose_name_plural = "adviseurs van een praktijk"
        ordering = ["vanaf", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "adviseur", "vanaf"],
                name="adviseurschap_uniek",
                violation_error_message="Deze adviseur staat al vanaf die dag bij deze praktijk.",
            ),
            models.CheckConstraint(
                condition=Q(vanaf=None) | Q(tot_en_met=None) | Q(tot_en_met__gte=F("vanaf")),
                name="adviseurschap_einde_na_begin",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.adviseur}"

    def loopt_op(self, dag: datetime.date) -> bool:
        """Whether this person guides the practice on `dag`."""
        return (self.vanaf is None or self.vanaf <= dag) and (self.tot_en_met is None or dag <= self.tot_en_met)
