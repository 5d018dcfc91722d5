"""Information meetings of a call, who signed up, and who came. The meeting itself is a session without practices."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from aanmeldingen.models.links import LinkQuerySet, MetLink
from aanmeldingen.models.oproepen import Oproep, Sector
from mantelzorg.models import User
from mantelzorg.momenten import dag
from mantelzorg.toegang import Recht, mag
from mantelzorg.velden import Regel, Tekst
from praktijken.models import Sessie, Stand

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class BijeenkomstQuerySet(models.QuerySet["Bijeenkomst"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """As the public sees them: those of published calls; staff all."""
        return self if mag(user, Recht.OPROEPEN_BEHEREN) else self.exclude(oproep__gepubliceerd_op=None)


class Bijeenkomst(models.Model):
    """An information meeting. Its day and place are those of its session; `versie` goes up with every change."""

    sessie = models.OneToOneField(Sessie, models.PROTECT, related_name="bijeenkomst")
    oproep = models.ForeignKey(Oproep, models.PROTECT, related_name="bijeenkomsten")
    sectoren = models.ManyToManyField(Sector, related_name="bijeenkomsten", verbose_name="sectoren")
    begin = models.TimeField("begint om")
    eind = models.TimeField("eindigt om")
    online = models.URLField("adres om online mee te doen", blank=True, max_length=500)
    """Only mailed to who signed up and has a place."""
    capaciteit = models.PositiveIntegerField("aantal plaatsen")
    agenda = Tekst("programma van de bijeenkomst")
    meenemen = Tekst("wat u kunt meenemen", help_text="Hulpmiddelen en documenten die u op de bijeenkomst krijgt.")
    stukken_vooraf = models.BooleanField("documenten al vóór de bijeenkomst tonen", default=False)
    """Else who signed up finds them from its begin."""
    versie = models.PositiveIntegerField(default=0, editable=False)
    """The SEQUENCE of its entry in calendars (RFC 5545)."""
    afgelast_op = models.DateTimeField("afgelast op", null=True, blank=True, editable=False)
    afgelast_omdat = Regel("reden van afgelasten", blank=True)
    bedankt_op = models.DateTimeField("bedankmail klaargezet op", null=True, blank=True, editable=False)

    objects = BijeenkomstQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[sectoren])

    class Meta:
        verbose_name = "informatiebijeenkomst"
        verbose_name_plural = "informatiebijeenkomsten"
        ordering = ["sessie__datum", "begin", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(eind__gt=F("begin")),
                name="bijeenkomst_eind_na_begin",
                violation_error_message="De bijeenkomst eindigt voordat zij begint.",
            )
        ]

    def __str__(self) -> str:
        return f"informatiebijeenkomst van {dag(self.sessie.datum)}"


class Bijeenkomststuk(models.Model):
    """A document to take along. Its kind was told by its content; it is only ever sent as a download.

    Of one that was removed the name stays; the content is gone.
    """

    bijeenkomst = models.ForeignKey(Bijeenkomst, models.PROTECT, related_name="stukken")
    naam = Regel("naam", max_length=200)
    soort = models.CharField("soort", max_length=100, editable=False)
    inhoud = models.BinaryField("inhoud")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("op", auto_now_add=True)
    verwijderd_op = models.DateTimeField("verwijderd op", null=True, blank=True, editable=False)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords(excluded_fields=["inhoud"])

    class Meta:
        verbose_name = "document van een bijeenkomst"
        verbose_name_plural = "documenten van bijeenkomsten"
        ordering = ["id"]

    def __str__(self) -> str:
        return self.naam


class Inschrijving(MetLink):
    """Somebody who signed up for a meeting, or walked in. Who has a place follows from the order (`id`) and capacity.

    `stand` is what is known of their coming; `afgemeld` frees the place.
    """

    DOEL = "aanmeldingen.inschrijving"

    bijeenkomst = models.ForeignKey(Bijeenkomst, models.PROTECT, related_name="inschrijvingen")
    naam = Regel("naam", max_length=200)
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    organisatie = Regel("organisatie", max_length=200, blank=True)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="sector")
    op = models.DateTimeField("ingeschreven op", auto_now_add=True)
    op_wachtlijst = models.BooleanField("op de wachtlijst", default=False, editable=False)
    """Waits for a place that comes free; set and lifted under a lock on the meeting."""
    aan_de_deur = models.BooleanField("kwam zonder inschrijving", default=False)
    stand = models.CharField("stand", max_length=20, choices=Stand.choices, blank=True)
    met_de_rest = models.BooleanField(default=False, editable=False)
    """Set to *niet gekomen* together with all of whom nothing was known, and put back together."""
    gewist_op = models.DateTimeField("persoonsgegevens gewist op", null=True, blank=True, editable=False)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects: ClassVar[LinkQuerySet["Inschrijving"]] = LinkQuerySet.as_manager()  # type: ignore[assignment]
    history = HistoricalRecords()

    class Meta(MetLink.Meta):
        verbose_name = "inschrijving"
        verbose_name_plural = "inschrijvingen"
        ordering = ["id"]
        indexes = [models.Index(fields=["email"], name="inschrijving_email")]
        constraints = [
            *MetLink.Meta.constraints,
            models.CheckConstraint(
                condition=Q(stand="") | Q(stand__in=Stand.values),
                name="inschrijving_stand",
                violation_error_message="Kies: aanwezig, afgemeld of niet gekomen.",
            ),
        ]

    def __str__(self) -> str:
        return f"inschrijving voor {self.bijeenkomst}"
