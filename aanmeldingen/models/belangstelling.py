"""Interest: an organisation of a sector without a meeting, whom an adviser calls."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from aanmeldingen.models.oproepen import Oproep, Sector
from mantelzorg.models import Gemeente, User
from mantelzorg.momenten import dag
from mantelzorg.toegang import Bereik, Recht, bereik
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class Vervolg(models.TextChoices):
    """What came of it. An application begun from it is linked, and is no outcome of its own."""

    AANMELDEN = "gaat zich aanmelden", "Gaat zich aanmelden"
    LATER = "later nog eens vragen", "Later nog eens vragen"
    GEEN = "geen belangstelling meer", "Geen belangstelling meer"


class BelangstellingQuerySet(models.QuerySet["Belangstelling"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Staff all; an adviser those given to them."""
        match bereik(user, Recht.AANMELDINGEN_ZIEN):
            case Bereik.ALLES:
                return self
            case Bereik.GEEN:
                return self.none()
            case _:
                return self.filter(adviseur=user.pk)


class Belangstelling(models.Model):
    """Somebody asks to be called about a call. `adviseur`: whose task it is; none: the office still has to choose."""

    oproep = models.ForeignKey(Oproep, models.PROTECT, related_name="belangstellingen")
    sector = models.ForeignKey(Sector, models.PROTECT, related_name="belangstellingen")
    organisatie = Regel("naam van de organisatie", max_length=200)
    plaats = Regel("plaats", max_length=100, blank=True)
    gemeente = models.ForeignKey(
        Gemeente, models.PROTECT, null=True, blank=True, related_name="belangstellingen", verbose_name="gemeente"
    )
    naam = Regel("uw naam", max_length=200)
    email = models.EmailField("e-mailadres", max_length=254)
    telefoon = Regel("telefoonnummer", max_length=30, blank=True)
    vraag = Tekst("waar gaat uw belangstelling naar uit", help_text=GEEN_NAMEN)
    op = models.DateTimeField("ontvangen op", auto_now_add=True)
    adviseur = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="belangstellingen")
    vervolg = models.CharField("uitkomst", max_length=40, choices=Vervolg.choices, blank=True)
    vervolg_op = models.DateField("uitkomst op", null=True, blank=True)
    later_op = models.DateField("opnieuw vragen op", null=True, blank=True)
    gewist_op = models.DateTimeField("persoonsgegevens gewist op", null=True, blank=True, editable=False)
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = BelangstellingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "belangstelling"
        verbose_name_plural = "belangstellingen"
        ordering = ["-op"]
        indexes = [models.Index(fields=["email"], name="belangstelling_email")]
        constraints = [
            models.CheckConstraint(
                condition=Q(vervolg="", vervolg_op=None) | Q(vervolg__in=Vervolg.values, vervolg_op__isnull=False),
                name="belangstelling_vervolg",
                violation_error_message="Vul bij een uitkomst de dag in.",
            ),
            models.CheckConstraint(
                condition=Q(later_op=None) | Q(vervolg=Vervolg.LATER),
                name="belangstelling_later",
                violation_error_message="Een dag om opnieuw te vragen hoort bij: later nog eens vragen.",
            ),
        ]

    def __str__(self) -> str:
        return f"belangstelling van {self.organisatie}"


class Contactwijze(models.TextChoices):
    """How somebody was reached."""

    TELEFOON = "telefoon"
    MAIL = "e-mail", "E-mail"
    GESPREK = "gesprek"
    NIET_BEREIKT = "niet bereikt", "Niet bereikt"


class Contactmoment(models.Model):
    """One attempt to reach them, and what was said. Only added to."""

    belangstelling = models.ForeignKey(Belangstelling, models.PROTECT, related_name="contactmomenten")
    op = models.DateField("dag")
    hoe = models.CharField("hoe", max_length=20, choices=Contactwijze.choices)
    verslag = Tekst("verslag", help_text=GEEN_NAMEN)
    door = models.ForeignKey(User, models.PROTECT, related_name="+")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "contact"
        verbose_name_plural = "contacten"
        ordering = ["op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hoe__in=Contactwijze.values),
                name="contactmoment_hoe",
                violation_error_message="Kies hoe het contact ging.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.hoe} op {dag(self.op)}"
