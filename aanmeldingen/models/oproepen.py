"""Calls: what is open to whom, until when, with how many places and under which conditions (begrippen.md §1)."""

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht, mag
from mantelzorg.velden import Regel, Tekst
from praktijken.avg.vervangen import REDEN as PERSOONSGEGEVENS_WEG

if TYPE_CHECKING:
    import datetime

    from django.contrib.auth.models import AnonymousUser


class Sector(models.Model):
    """A branch of care or welfare that a call can address: thuiszorg, ziekenhuis."""

    naam = Regel("naam", unique=True, max_length=100)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "sector"
        verbose_name_plural = "sectoren"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Verdeling(models.TextChoices):
    """The rule by which places are given out."""

    BINNENKOMST = "volgorde van binnenkomst", "Volgorde van binnenkomst"
    QUOTUM = "quotum per sector", "Quotum per sector"
    SELECTIE = "selectie na sluiting", "Selectie na sluiting"


class OproepQuerySet(models.QuerySet["Oproep"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Calls as the public reads them: published ones; staff who manage calls also those that are not yet."""
        return self if mag(user, Recht.OPROEPEN_BEHEREN) else self.exclude(gepubliceerd_op=None)


class Oproep(models.Model):
    """A call of a programme. Applications are taken from `opent_op` until just before `sluit_op`.

    "Tot 1 juli" is `sluit_op` 1 July 0.00, shown as *tot en met maandag 30 juni, 23.59 uur*. The number of places is
    not here but in the ledger (`Plaatsregel`), which keeps how it changed.
    """

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="oproepen")
    slug = models.SlugField("slug", max_length=100, unique=True, help_text="De korte naam in adressen van pagina's.")
    naam = Regel("naam", max_length=200)
    inleiding = Tekst("inleiding", help_text="Waar gaat de oproep over, en voor wie is hij?")
    opent_op = models.DateTimeField("opent op")
    sluit_op = models.DateTimeField("sluit op", help_text="Het eerste moment waarop aanmelden niet meer kan.")
    verdeling = models.CharField(
        "verdeling van de plaatsen", max_length=40, choices=Verdeling.choices, default=Verdeling.BINNENKOMST
    )
    aanbod_dagen = models.PositiveSmallIntegerField(
        "antwoordtermijn", default=7, help_text="Het aantal dagen om ja te zeggen tegen een plaats die vrijkomt."
    )
    te_bereiken = models.PositiveIntegerField(
        "te bereiken medewerkers", null=True, blank=True, help_text="Het aantal dat men met de oproep wil bereiken."
    )
    vorm_maanden = models.PositiveSmallIntegerField(
        "duur van een traject", default=20, help_text="In maanden, voor wie wordt toegelaten."
    )
    contact_email = models.EmailField("e-mailadres voor vragen", max_length=254)
    contact_telefoon = Regel("telefoonnummer voor vragen", max_length=30, blank=True)
    klachten = Tekst("klachten", help_text="Waar kan men terecht met een klacht over de behandeling?")
    gepubliceerd_op = models.DateTimeField("gepubliceerd op", null=True, blank=True, editable=False)

    objects = OproepQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "oproep"
        verbose_name_plural = "oproepen"
        ordering = ["-opent_op", "naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verdeling__in=Verdeling.values),
                name="oproep_verdeling",
                violation_error_message="Onbekende verdeling van de plaatsen.",
            ),
            models.CheckConstraint(
                condition=Q(sluit_op__gt=F("opent_op")),
                name="oproep_sluit_na_opent",
                violation_error_message="De oproep sluit voordat hij opent.",
            ),
            models.CheckConstraint(
                condition=Q(aanbod_dagen__gte=1),
                name="oproep_aanbod_dagen",
                violation_error_message="De antwoordtermijn is minstens 1 dag.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def is_open(self, nu: "datetime.datetime") -> bool:
        """Whether an application can be sent in at this moment."""
        return self.gepubliceerd_op is not None and self.opent_op <= nu < self.sluit_op


class Instroom(models.TextChoices):
    """How an organisation of a sector joins."""

    AANMELDEN = "aanmelden"
    BIJEENKOMST = "eerst naar een bijeenkomst", "Eerst naar een bijeenkomst"
    BELANGSTELLING = "belangstelling"
    """States interest; an adviser makes contact, and the interest can become an application."""


class Oproepsector(models.Model):
    """A sector that a call is open to. `quotum`: the places kept for it, under the rule *quotum per sector*."""

    oproep = models.ForeignKey(Oproep, models.CASCADE, related_name="oproepsectoren")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="oproepsectoren")
    instroom = models.CharField("hoe doet men mee", max_length=40, choices=Instroom.choices)
    quotum = models.PositiveIntegerField(
        "quotum", null=True, blank=True, help_text="Leeg: deelt in de plaatsen zonder quotum."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "sector van een oproep"
        verbose_name_plural = "sectoren van een oproep"
        ordering = ["sector__naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["oproep", "sector"],
                name="oproepsector_uniek",
                violation_error_message="Deze sector staat al bij de oproep.",
            ),
            models.CheckConstraint(
                condition=Q(instroom__in=Instroom.values),
                name="oproepsector_instroom",
                violation_error_message="Kies hoe deze sector meedoet.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sector}: {self.instroom}"


class Vastgesteld(Exception):
    """A version of the conditions that holds is never changed or removed; a next one follows it."""


class Voorwaarden(models.Model):
    """A version of a call's conditions and criteria: never changed once it holds, followed by a next one."""

    oproep = models.ForeignKey(Oproep, models.CASCADE, related_name="voorwaarden")
    nummer = models.PositiveSmallIntegerField("versie")
    tekst = Tekst("voorwaarden", blank=False)
    reden = Regel("reden van deze versie", blank=True)
    vastgesteld_op = models.DateTimeField("vastgesteld op", null=True, blank=True, editable=False)
    """None: being written; nobody can apply under it yet."""
    vastgesteld_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "versie van de voorwaarden"
        verbose_name_plural = "versies van de voorwaarden"
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["oproep", "nummer"],
                name="voorwaarden_nummer_uniek",
                violation_error_message="Deze versie bestaat al.",
            )
        ]

    def __str__(self) -> str:
        return f"versie {self.nummer}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Vastgesteld where it holds already."""
        _weiger_vast(self, None if self._state.adding else self.pk)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Vastgesteld where it holds already."""
        _weiger_vast(self, self.pk)
        return super().delete(*args, **kwargs)


class Criterium(models.Model):
    """What an application is assessed by, as worded in one version of the conditions."""

    voorwaarden = models.ForeignKey(Voorwaarden, models.CASCADE, related_name="criteria")
    nummer = models.PositiveSmallIntegerField("nummer")
    tekst = Regel("criterium")
    toelichting = Tekst("toelichting")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "criterium"
        verbose_name_plural = "criteria"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["voorwaarden", "nummer"],
                name="criterium_nummer_uniek",
                violation_error_message="Dit nummer komt al voor.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.tekst}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Vastgesteld where its version holds already and it was part of that."""
        _weiger_vast(self, None if self._state.adding else self.voorwaarden_id)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Vastgesteld where its version holds already."""
        _weiger_vast(self, self.voorwaarden_id)
        return super().delete(*args, **kwargs)


def _weiger_vast(record: Any, versie: int | None) -> None:
    """The one reason to touch what holds is that personal data must leave it."""
    if getattr(record, "_change_reason", None) == PERSOONSGEGEVENS_WEG or versie is None:
        return
    if Voorwaarden.objects.filter(pk=versie, vastgesteld_op__isnull=False).exists():
        raise Vastgesteld
