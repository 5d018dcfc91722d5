"""What is delivered of a fixed measurement: the file itself, who received it, and what was asked about it since."""

from enum import StrEnum
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import User
from mantelzorg.velden import Regel, Tekst
from monitor.models.metingen import Meting
from monitor.models.vaststellingen import Vaststelling

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Leverstand(StrEnum):
    """Where the making of a delivery is; it follows from its timestamps. The value is what people read."""

    WACHT = "in de wachtrij"
    LOOPT = "wordt gemaakt"
    KLAAR = "klaar"
    MISLUKT = "mislukt"


class LeveringQuerySet(models.QuerySet["Levering"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Deliveries of measurements `user` may see."""
        return self.filter(vaststelling__meting__in=Meting.objects.zichtbaar_voor(user))

    def onderweg(self) -> Self:
        """Those that wait for the worker, or that it is at."""
        return self.filter(klaar_op=None, mislukt_op=None)


class Levering(models.Model):
    """A version of the delivery of a measurement, numbered from 1: asked for, made by the worker, kept for good.

    `pogingen`: how often the worker began; only the last one writes. `gezien_op`: when it last showed itself.
    `inhoud`: the zip file, empty until `klaar_op`; `afdruk`: its SHA-256. `product`: the version that made it.
    """

    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="leveringen")
    nummer = models.PositiveSmallIntegerField("versie")
    gevraagd_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    gevraagd_op = models.DateTimeField("gevraagd op")
    wacht_sinds = models.DateTimeField("in de wachtrij sinds")
    pogingen = models.PositiveSmallIntegerField("pogingen", default=0)
    gezien_op = models.DateTimeField("laatst aan gewerkt op", null=True)
    stap = models.CharField("stap", max_length=60, blank=True)
    gedaan = models.PositiveSmallIntegerField("stappen gedaan", default=0)
    stappen = models.PositiveSmallIntegerField("stappen in totaal", default=0)
    klaar_op = models.DateTimeField("klaar op", null=True)
    mislukt_op = models.DateTimeField("mislukt op", null=True)
    inhoud = models.BinaryField("zipbestand", default=b"")
    afdruk = models.CharField("SHA-256", max_length=64, blank=True)
    product = models.CharField("gemaakt met versie", max_length=20, blank=True)
    inzending = models.UUIDField(unique=True)

    objects = LeveringQuerySet.as_manager()

    class Meta:
        verbose_name = "aanlevering"
        verbose_name_plural = "aanleveringen"
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(fields=["vaststelling", "nummer"], name="levering_nummer_uniek"),
            models.CheckConstraint(
                condition=Q(klaar_op=None, afdruk="") | Q(klaar_op__isnull=False, mislukt_op=None) & ~Q(afdruk=""),
                name="levering_klaar_met_afdruk",
            ),
        ]

    def __str__(self) -> str:
        return f"Aanlevering, versie {self.nummer}"

    @property
    def stand(self) -> Leverstand:
        if self.klaar_op is not None:
            return Leverstand.KLAAR
        if self.mislukt_op is not None:
            return Leverstand.MISLUKT
        return Leverstand.WACHT if self.gezien_op is None else Leverstand.LOOPT

    @property
    def procent(self) -> int:
        """How far it is, of 100."""
        return self.gedaan * 100 // self.stappen if self.stappen else 0


class Overhandiging(models.Model):
    """Who received a version of the delivery, and when. `door`: who wrote it down."""

    levering = models.ForeignKey(Levering, models.PROTECT, related_name="overhandigingen")
    aan = Regel("aan wie", help_text="Naam of organisatie, bijvoorbeeld: RIVM, team Monitor Langer Thuis.")
    op = models.DateField("op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    inzending = models.UUIDField(unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "overhandiging"
        verbose_name_plural = "overhandigingen"
        ordering = ["op", "id"]

    def __str__(self) -> str:
        return f"{self.levering} aan {self.aan}"


class Navraag(models.Model):
    """A question about a measurement, as RIVM asks them, with the answer once there is one."""

    meting = models.ForeignKey(Meting, models.PROTECT, related_name="navragen")
    van = Regel("van wie", help_text="Naam of organisatie, bijvoorbeeld: RIVM.")
    op = models.DateField("gevraagd op")
    vraag = Tekst("vraag", blank=False, help_text="Schrijf geen namen van deelnemers op.")
    antwoord = Tekst("antwoord", help_text="Leeg: nog geen antwoord. Schrijf geen namen van deelnemers op.")
    beantwoord_op = models.DateField("beantwoord op", null=True, blank=True)
    door = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    inzending = models.UUIDField(unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "navraag"
        verbose_name_plural = "navragen"
        ordering = ["op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(antwoord="", beantwoord_op=None) | ~Q(antwoord="") & Q(beantwoord_op__isnull=False),
                name="navraag_antwoord_met_dag",
                violation_error_message="Vul het antwoord en de dag ervan allebei in, of geen van beide.",
            ),
            models.CheckConstraint(
                condition=Q(beantwoord_op=None) | Q(beantwoord_op__gte=models.F("op")),
                name="navraag_antwoord_na_vraag",
                violation_error_message="De dag van het antwoord ligt vóór die van de vraag.",
            ),
        ]

    def __str__(self) -> str:
        return f"Navraag van {self.van}"
