"""What is fixed: tables that are only added to, guarded by triggers (`monitor.alleen_toevoegen`).

Later states stand in rows beside a measurement. Who a counted person is, stands outside the seal.
"""

import json
from typing import Any

from django.db import models
from django.db.models import Q

from mantelzorg.models import User
from mantelzorg.velden import Tekst
from monitor.models.metingen import Meting


class AlleenToevoegen(models.Model):
    """A table whose rows nobody changes or throws away: the database refuses it."""

    class Meta:
        abstract = True


class Vaststelling(AlleenToevoegen):
    """A measurement as it was fixed. `kop`: all but the facts, in canonical form, with the figures and a secret value.

    `zegel`: SHA-256 over the kop and every fact, a line each (docs/zegel.md). `geheim` stands in the kop as well.
    """

    meting = models.OneToOneField(Meting, models.PROTECT, related_name="vaststelling")
    op = models.DateTimeField("vastgesteld op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    definitie = models.PositiveSmallIntegerField("versie van de definitie")
    kop = models.TextField("kop")
    zegel = models.CharField("zegel", max_length=64, unique=True)

    class Meta:
        verbose_name = "vaststelling"
        verbose_name_plural = "vaststellingen"
        ordering = ["op"]

    def __str__(self) -> str:
        return f"{self.meting}, vastgesteld"

    @property
    def inhoud(self) -> dict[str, Any]:
        """What stands in the kop: see `monitor.meten.kop`."""
        gelezen: dict[str, Any] = json.loads(self.kop)
        return gelezen


class Vastgesteldfeit(AlleenToevoegen):
    """A fact, counted or not. `inhoud`: canonical form of {"feit", "telt", "niet"} (`monitor.meten.feitregels`)."""

    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="feiten")
    soort = models.CharField("soort", max_length=20)
    sleutel = models.CharField("sleutel", max_length=64)
    inhoud = models.TextField("inhoud")

    class Meta:
        verbose_name = "vastgesteld feit"
        verbose_name_plural = "vastgestelde feiten"
        ordering = ["soort", "sleutel"]
        constraints = [
            models.UniqueConstraint(fields=["vaststelling", "soort", "sleutel"], name="vastgesteld_feit_uniek")
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.sleutel}"


class Staatsoort(models.TextChoices):
    """What became of a fixed measurement."""

    GEPUBLICEERD = "gepubliceerd"
    ERRATUM = "erratum"
    BLIJFT = "blijft staan"
    INGETROKKEN = "ingetrokken"
    VERVANGEN = "vervangen"


EINDE = (Staatsoort.INGETROKKEN, Staatsoort.VERVANGEN)
"""After these it is no longer the measurement that counts."""


class Metingstaat(AlleenToevoegen):
    """A later state of a fixed measurement, with who decided it and why. `nummer`: of its kind, from 1.

    `blijft staan`: records changed afterwards and the office leaves the figure; `bij`: the changes it was about.
    `openbaar`: what readers of a publication are told of an erratum, figures filled in; empty on those of before it.
    """

    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="staten")
    soort = models.CharField("soort", max_length=20, choices=Staatsoort.choices)
    nummer = models.PositiveSmallIntegerField("nummer", default=1)
    op = models.DateTimeField("op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    reden = Tekst("reden", blank=False)
    openbaar = Tekst("tekst voor lezers", default="")
    bij = models.TextField("waarover", blank=True)
    inzending = models.UUIDField(unique=True)

    class Meta:
        verbose_name = "stand van een meting"
        verbose_name_plural = "standen van metingen"
        ordering = ["op", "id"]
        constraints = [
            models.UniqueConstraint(fields=["vaststelling", "soort", "nummer"], name="metingstaat_uniek"),
            models.CheckConstraint(condition=Q(soort__in=Staatsoort.values), name="metingstaat_soort"),
            models.CheckConstraint(
                condition=Q(openbaar="") | Q(soort=Staatsoort.ERRATUM), name="metingstaat_openbaar_bij_erratum"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.nummer}"


class Persoonssleutel(models.Model):
    """Which person a random key in a fixed measurement stands for: outside the seal, and emptied on erasing.

    `deelnemer`: key of the record at the time; it may have gone up in another one since (Samenvoeging).
    """

    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="persoonssleutels")
    sleutel = models.CharField("sleutel", max_length=64, blank=True)
    deelnemer = models.BigIntegerField("deelnemer")

    class Meta:
        verbose_name = "sleutel van een persoon"
        verbose_name_plural = "sleutels van personen"
        indexes = [models.Index(fields=["deelnemer"], name="persoonssleutel_deelnemer")]
        constraints = [
            models.UniqueConstraint(
                fields=["vaststelling", "sleutel"], condition=~Q(sleutel=""), name="persoonssleutel_uniek"
            )
        ]

    def __str__(self) -> str:
        return f"{self.vaststelling_id}"
