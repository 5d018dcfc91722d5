"""What is published of fixed measurements, and the texts that go with the figures."""

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import Programma, User
from mantelzorg.velden import Regel, Tekst
from monitor.models.vaststellingen import AlleenToevoegen, Vaststelling

STANDAARDDREMPEL = 5


class Publicatietekst(models.Model):
    """What staff say beside the figures of an indicator of a programme; names between { } stand for figures.

    `drempel`: counts of persons below it are protected when it is published; 0: none.
    `wijziging`: what a next version of the same year says it changed.
    """

    indicator = models.CharField("indicator", max_length=20, default="23", editable=False)
    programma = models.ForeignKey(Programma, models.CASCADE, related_name="publicatieteksten", editable=False)
    drempel = models.PositiveSmallIntegerField("drempel", default=STANDAARDDREMPEL)
    titel = Regel("titel")
    beschrijving = Tekst("beschrijving", blank=False)
    beleidsdoel = Tekst("verband met het beleidsdoel", blank=False)
    verdieping = Tekst("verdieping")
    referenties = Tekst("referenties")
    wijziging = Tekst("wat er anders is dan in de vorige versie")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "tekst bij gepubliceerde cijfers"
        verbose_name_plural = "teksten bij gepubliceerde cijfers"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "programma"],
                name="publicatietekst_uniek",
                violation_error_message="Deze teksten zijn er al.",
            ),
            models.CheckConstraint(
                condition=Q(drempel=0) | Q(drempel__gte=3),
                name="publicatietekst_drempel",
                violation_error_message="Kies 0 (niets afschermen) of een drempel van ten minste 3.",
            ),
        ]

    def __str__(self) -> str:
        return f"Teksten bij indicator {self.indicator}, {self.programma}"


class Getaluitzondering(AlleenToevoegen):
    """A number in a text that is as much as a protected count and stays, with the reason why it counts something else.

    `afdruk`: of the number, its sentence and its text (`monitor.publicatie.getallen`); another sentence is asked anew.
    """

    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="getaluitzonderingen")
    afdruk = models.CharField("afdruk", max_length=64)
    waar = models.CharField("tekst", max_length=100)
    zoals = models.CharField("getal", max_length=40)
    zin = models.TextField("zin")
    reden = Tekst("reden", blank=False)
    op = models.DateTimeField("aanvaard op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "getal in een tekst dat mag blijven"
        verbose_name_plural = "getallen in teksten die mogen blijven"
        ordering = ["op", "id"]
        constraints = [
            models.UniqueConstraint(fields=["vaststelling", "afdruk"], name="getaluitzondering_uniek"),
        ]

    def __str__(self) -> str:
        return f"{self.waar}: {self.zoals}"


class Publicatie(AlleenToevoegen):
    """A version of the public page of a programme and a year, numbered from 1.

    `inhoud`: all that is published, in canonical form (`monitor.publicatie.waarden`); `zegel`: SHA-256 over it as a
    line, as outsiders can compute it too (docs/publicaties.md).
    """

    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="publicaties")
    programma = models.ForeignKey(Programma, models.PROTECT, related_name="publicaties")
    jaar = models.PositiveSmallIntegerField("jaar")
    versie = models.PositiveSmallIntegerField("versie")
    drempel = models.PositiveSmallIntegerField("drempel")
    inhoud = models.TextField("inhoud")
    zegel = models.CharField("zegel", max_length=64)
    op = models.DateTimeField("gepubliceerd op")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    inzending = models.UUIDField(unique=True)

    class Meta:
        verbose_name = "publicatie"
        verbose_name_plural = "publicaties"
        ordering = ["-jaar", "-versie"]
        constraints = [models.UniqueConstraint(fields=["programma", "jaar", "versie"], name="publicatie_versie_uniek")]

    def __str__(self) -> str:
        return f"{self.programma}, {self.jaar}, versie {self.versie}"
