"""Assessment: criteria, questions for more, the talk, and the decision on taking part."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from simple_history.models import HistoricalRecords

from aanmeldingen.models.aanmeldingen import GEEN_NAMEN, Aanmelding, Indiening
from aanmeldingen.models.oproepen import Criterium
from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Bereik, Recht, bereik
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Oordeel(models.TextChoices):
    """Whether an application meets a criterion."""

    VOLDAAN = "voldaan"
    NIET_VOLDAAN = "niet voldaan", "Niet voldaan"
    ONTHEVEN = "ontheven"
    """It need not meet this one, for a reason that stands beside it."""


class Criteriumoordeel(models.Model):
    """What the office found of one criterion, for one application; earlier findings stay in the history."""

    aanmelding = models.ForeignKey(Aanmelding, models.PROTECT, related_name="oordelen")
    criterium = models.ForeignKey(Criterium, models.PROTECT, related_name="oordelen")
    oordeel = models.CharField("oordeel", max_length=20, choices=Oordeel.choices)
    reden = Tekst("reden", help_text=GEEN_NAMEN)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("op")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "oordeel over een criterium"
        verbose_name_plural = "oordelen over criteria"
        ordering = ["criterium__nummer"]
        constraints = [
            models.UniqueConstraint(fields=["aanmelding", "criterium"], name="criteriumoordeel_uniek"),
            models.CheckConstraint(
                condition=Q(oordeel__in=Oordeel.values),
                name="criteriumoordeel_oordeel",
                violation_error_message="Kies: voldaan, niet voldaan of ontheven.",
            ),
            models.CheckConstraint(
                condition=Q(oordeel=Oordeel.VOLDAAN) | ~Q(reden=""),
                name="criteriumoordeel_reden",
                violation_error_message="Schrijf op waarom niet voldaan is, of waarom dit criterium niet hoeft.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterium}: {self.oordeel}"


class Aanvulverzoek(models.Model):
    """A question to the applicant for more, to be answered by a day. `gezien` is what stood there when it was asked."""

    aanmelding = models.ForeignKey(Aanmelding, models.PROTECT, related_name="aanvulverzoeken")
    vraag = Tekst("wat moet er worden aangevuld", blank=False, help_text=GEEN_NAMEN)
    uiterlijk = models.DateField("uiterlijk", help_text="De laatste dag waarop men kan aanvullen.")
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("gevraagd op")
    gezien = models.ForeignKey(Indiening, models.PROTECT, related_name="+", editable=False)
    antwoord = models.ForeignKey(Indiening, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    """The version sent in as the answer; None: not answered yet."""
    afgesloten_op = models.DateTimeField("afgesloten op", null=True, blank=True, editable=False)
    """When it was answered, or when the office stopped waiting for an answer."""
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "vraag om aanvulling"
        verbose_name_plural = "vragen om aanvulling"
        ordering = ["-op"]
        constraints = [
            models.UniqueConstraint(
                fields=["aanmelding"],
                condition=Q(afgesloten_op=None),
                name="aanvulverzoek_een_open",
                violation_error_message="Er loopt al een vraag om aanvulling.",
            )
        ]

    def __str__(self) -> str:
        return f"vraag om aanvulling van {self.aanmelding}"


class Advies(models.TextChoices):
    """What the talk leads to."""

    TOELATEN = "toelaten"
    AFWIJZEN = "afwijzen"
    AANHOUDEN = "aanhouden"


class IntakegesprekQuerySet(models.QuerySet["Intakegesprek"]):
    def wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """Talks `user` may plan or report on: staff all, an adviser their own."""
        match bereik(user, Recht.GESPREKKEN_VOEREN):
            case Bereik.ALLES:
                return self
            case Bereik.GEEN:
                return self.none()
            case _:
                return self.filter(adviseur=user.pk)


class Intakegesprek(models.Model):
    """The talk with an applicant: when, who holds it, what came of it."""

    aanmelding = models.ForeignKey(Aanmelding, models.PROTECT, related_name="gesprekken")
    adviseur = models.ForeignKey(User, models.PROTECT, related_name="intakegesprekken", verbose_name="wie voert het")
    moment = models.DateTimeField("wanneer")
    waar = Regel("waar", max_length=200, blank=True, help_text="Een adres, of: online, telefonisch.")
    verslag = Tekst("verslag", help_text=GEEN_NAMEN)
    advies = models.CharField("advies", max_length=20, choices=Advies.choices, blank=True)
    vervallen_op = models.DateTimeField("vervallen op", null=True, blank=True, editable=False)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = IntakegesprekQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "intakegesprek"
        verbose_name_plural = "intakegesprekken"
        ordering = ["moment"]
        constraints = [
            models.CheckConstraint(
                condition=Q(advies="") | Q(advies__in=Advies.values),
                name="intakegesprek_advies",
                violation_error_message="Kies: toelaten, afwijzen of aanhouden.",
            ),
            models.CheckConstraint(
                condition=Q(advies="") | ~Q(verslag=""),
                name="intakegesprek_advies_met_verslag",
                violation_error_message="Schrijf bij een advies ook een verslag.",
            ),
        ]

    def __str__(self) -> str:
        return f"intakegesprek van {self.aanmelding}"


class Besluitsoort(models.TextChoices):
    """What is decided on an application."""

    TOELATEN = "toelaten"
    AFWIJZEN = "afwijzen"
    HEROPENEN = "opnieuw behandelen", "Opnieuw behandelen"
    """A rejection is off; nothing is decided in its place yet."""


class BesluitQuerySet(models.QuerySet["Besluit"]):
    def geldend(self) -> Self:
        """Decisions that hold: confirmed, and no confirmed one came in their place."""
        later = self.model.objects.filter(vervangt=OuterRef("pk"), bevestigd_op__isnull=False)
        return self.filter(~Exists(later), bevestigd_op__isnull=False)

    def voorgesteld(self) -> Self:
        """Proposals that wait for a second person."""
        return self.filter(bevestigd_op=None, teruggenomen_op=None)


class Besluit(models.Model):
    """A decision on taking part. Never changed: a next one may come in its place (`vervangt`), with its reason.

    A rejection holds once a second person has confirmed it; an admission at once. It quotes the criterion as it
    stood in the version of the conditions that the application was made under.
    """

    aanmelding = models.ForeignKey(Aanmelding, models.PROTECT, related_name="besluiten")
    soort = models.CharField("besluit", max_length=20, choices=Besluitsoort.choices)
    motivering = Tekst("motivering", blank=False, help_text=GEEN_NAMEN)
    criteria = models.ManyToManyField(Criterium, related_name="besluiten", blank=True)
    """Those a rejection rests on."""
    voorgesteld_door = models.ForeignKey(User, models.PROTECT, related_name="+")
    voorgesteld_op = models.DateTimeField("voorgesteld op")
    bevestigd_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    bevestigd_op = models.DateTimeField("bevestigd op", null=True, blank=True)
    teruggenomen_op = models.DateTimeField("voorstel teruggenomen op", null=True, blank=True)
    """A proposal that the second person did not confirm."""
    teruggenomen_door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    teruggenomen_omdat = Regel("waarom niet bevestigd", blank=True, help_text=GEEN_NAMEN)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    reden_herziening = Tekst("waarom is het besluit herzien", help_text=GEEN_NAMEN)
    bericht = models.OneToOneField(Bericht, models.SET_NULL, null=True, blank=True, related_name="+")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = BesluitQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[criteria])

    class Meta:
        verbose_name = "besluit over deelname"
        verbose_name_plural = "besluiten over deelname"
        ordering = ["voorgesteld_op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Besluitsoort.values),
                name="besluit_soort",
                violation_error_message="Kies: toelaten, afwijzen of opnieuw behandelen.",
            ),
            models.CheckConstraint(
                condition=Q(bevestigd_door=None, bevestigd_op=None)
                | Q(bevestigd_door__isnull=False, bevestigd_op__isnull=False, teruggenomen_op=None),
                name="besluit_bevestigd_heel",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Besluitsoort.AFWIJZEN)
                | Q(bevestigd_door=None)
                | ~Q(bevestigd_door=F("voorgesteld_door")),
                name="besluit_vier_ogen",
                violation_error_message="Wie een afwijzing voorstelt, bevestigt haar niet zelf.",
            ),
            models.CheckConstraint(
                condition=Q(vervangt=None) | ~Q(reden_herziening=""),
                name="besluit_herziening_reden",
                violation_error_message="Schrijf op waarom het besluit is herzien.",
            ),
            models.UniqueConstraint(
                fields=["aanmelding"],
                condition=Q(bevestigd_op=None, teruggenomen_op=None),
                name="besluit_een_voorstel",
                violation_error_message="Er ligt al een voorstel.",
            ),
            models.UniqueConstraint(
                fields=["aanmelding"],
                condition=Q(bevestigd_op__isnull=False, vervangt=None),
                name="besluit_eerste_uniek",
                violation_error_message="Er is al een besluit. Herzie dat.",
            ),
            models.UniqueConstraint(
                fields=["vervangt"],
                condition=Q(teruggenomen_op=None),
                name="besluit_vervangt_uniek",
                violation_error_message="Dit besluit is al herzien.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort}: {self.aanmelding}"
