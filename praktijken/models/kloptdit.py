"""Asking participants whether what is held about them is right, and what they answered."""

from django.db import models
from django.db.models import Q

from deelnemers.models import Deelnemer, Organisatietype
from mantelzorg.models import Bericht, User
from mantelzorg.velden import Regel, Tekst
from praktijken.models.deelname import Deelname, Hoedanigheid
from praktijken.models.praktijk import Praktijk


class Uitvraag(models.Model):
    """One person asked once, by a mail with a link of their own. `praktijk`: None where asked for its unknown kind.

    The link is not stored. `zout` and the secret key of the installation make it (`praktijken.kloptdit.link`), and
    `afdruk`, its hash, finds the row. Both are emptied once the link is dead; the row stays, and tells that it was.
    """

    deelnemer = models.ForeignKey(Deelnemer, models.PROTECT, related_name="uitvragen")
    praktijk = models.ForeignKey(Praktijk, models.SET_NULL, null=True, related_name="uitvragen")
    bericht = models.OneToOneField(Bericht, models.SET_NULL, null=True, related_name="uitvraag")
    zout = models.CharField(max_length=32, blank=True, editable=False)
    afdruk = models.CharField(max_length=64, blank=True, editable=False)
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    gemaakt_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    inzending = models.UUIDField("inzending", editable=False)
    geldig_tot = models.DateField("geldig tot en met", null=True)
    """The last day the link works; None until it is sent."""
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True)
    ingetrokken_door = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "uitvraag"
        verbose_name_plural = "uitvragen"
        ordering = ["-gemaakt_op", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["inzending", "deelnemer"], name="uitvraag_eenmaal"),
            models.UniqueConstraint(fields=["afdruk"], condition=~Q(afdruk=""), name="uitvraag_afdruk"),
        ]

    def __str__(self) -> str:
        return f"uitvraag aan {self.deelnemer.nummer}"


class Antwoordsoort(models.TextChoices):
    """What a participant can say."""

    KLOPT = "klopt"
    CORRECTIE = "correctie"
    STOPPEN = "stoppen"
    BEZWAAR = "bezwaar"


class Uitkomst(models.TextChoices):
    """What became of an answer; none yet: it waits for staff."""

    OVERGENOMEN = "overgenomen"
    DEELS = "deels overgenomen"
    AFGEWEZEN = "niet overgenomen"
    BEHANDELD = "behandeld"
    VERVANGEN = "vervangen"
    """The participant sent another answer, or took this one back, before anybody acted."""


class AntwoordQuerySet(models.QuerySet["Antwoord"]):
    def open(self) -> "AntwoordQuerySet":
        """Those that wait for a click by staff; of who is erased since, nothing is left to take over."""
        wacht = self.filter(besluit="", uitvraag__deelnemer__gewist_op=None)
        return wacht.exclude(soort=Antwoordsoort.KLOPT)


class Antwoord(models.Model):
    """What somebody answered, as given: never changed, but emptied after its term (`opgeruimd_op`).

    A correction holds the whole of what it should be; `gezien` is the fingerprint of what the person saw. `stopt_op`
    is their last day.
    """

    uitvraag = models.ForeignKey(Uitvraag, models.PROTECT, related_name="antwoorden")
    soort = models.CharField("soort", max_length=20, choices=Antwoordsoort.choices)
    deelname = models.ForeignKey(Deelname, models.SET_NULL, null=True, related_name="antwoorden")
    organisatie_naam = Regel("organisatie", blank=True)
    organisatietype = models.ForeignKey(Organisatietype, models.PROTECT, null=True, related_name="+")
    hoedanigheid = models.CharField("hoedanigheid", max_length=20, choices=Hoedanigheid.choices, blank=True)
    stopt_op = models.DateField("laatste dag", null=True)
    toelichting = Tekst("toelichting")
    gezien = models.CharField(max_length=64, blank=True, editable=False)
    ontvangen_op = models.DateTimeField("ontvangen op")
    inzending = models.UUIDField("inzending", editable=False)
    besluit = models.CharField("besluit", max_length=20, choices=Uitkomst.choices, blank=True)
    besloten_op = models.DateTimeField("besloten op", null=True)
    besloten_door = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    besluit_reden = Tekst("reden van het besluit")
    opgeruimd_op = models.DateTimeField("opgeruimd op", null=True)

    objects = AntwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord"
        verbose_name_plural = "antwoorden"
        ordering = ["ontvangen_op", "id"]
        indexes = [models.Index(fields=["besluit", "ontvangen_op"], name="antwoord_open")]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=Antwoordsoort.values), name="antwoord_soort"),
            models.CheckConstraint(condition=Q(besluit__in=["", *Uitkomst.values]), name="antwoord_besluit"),
            models.CheckConstraint(
                condition=Q(hoedanigheid__in=["", *Hoedanigheid.values]), name="antwoord_hoedanigheid"
            ),
            models.CheckConstraint(condition=~Q(soort="stoppen") | ~Q(stopt_op=None), name="antwoord_stopt_op"),
        ]

    def __str__(self) -> str:
        return f"{self.soort} van {self.uitvraag.deelnemer.nummer}"
