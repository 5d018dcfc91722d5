"""Programmes: an edition of In voor mantelzorg."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.klok import vandaag
from mantelzorg.toegang import Bereik, Recht, bereik
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


class Vorm(models.TextChoices):
    """How organisations take part (begrippen.md §1)."""

    INNOVATIETRAJECT = "innovatietraject"
    LERENDE_PRAKTIJK = "lerende praktijk", "Lerende praktijk"
    PRAKTIJKVERSNELLER = "praktijkversneller"


class ProgrammaQuerySet(models.QuerySet["Programma"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser", recht: Recht = Recht.CIJFERS_ZIEN) -> Self:
        """Programmes in which `user` has `recht`; an adviser: those in which they guide a practice today or later."""
        match bereik(user, recht):
            case Bereik.ALLES:
                return self
            case Bereik.GEEN:
                return self.none()
            case _:
                praktijken = Q(praktijken__adviseurschappen__adviseur_id=user.pk)
                lopend = Q(praktijken__adviseurschappen__tot_en_met=None) | Q(
                    praktijken__adviseurschappen__tot_en_met__gte=vandaag()
                )
                return self.filter(pk__in=self.model.objects.filter(praktijken, lopend).values("pk"))


class Programma(models.Model):
    """An edition of the programme. Days are in Europe/Amsterdam, inclusive at both ends."""

    slug = Regel("slug", unique=True, help_text="De korte naam in adressen van pagina's en in het Excelbestand.")
    naam = Regel("naam")
    vorm = models.CharField("vorm", max_length=30, choices=Vorm.choices)
    startdatum = models.DateField("startdatum", null=True, blank=True)
    einddatum = models.DateField("einddatum", null=True, blank=True, help_text="De laatste dag die meetelt.")
    aanmelden_tot_en_met = models.DateField("aanmelden tot en met", null=True, blank=True)
    capaciteit = models.PositiveIntegerField(
        "capaciteit", null=True, blank=True, help_text="Het aantal plaatsen in de oproep."
    )
    streefwaarde = models.PositiveIntegerField(
        "streefwaarde", null=True, blank=True, help_text="Het aantal praktijken dat het programma wil zien starten."
    )
    opdrachtgever = Regel("opdrachtgever", blank=True)
    uitvoerders = Regel("uitvoerders", blank=True)
    beleidsprogramma = Regel("beleidsprogramma", blank=True)
    beleidsdoel = Tekst("beleidsdoel")

    objects = ProgrammaQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "programma"
        verbose_name_plural = "programma's"
        ordering = ["-startdatum", "naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(vorm__in=Vorm.values),
                name="programma_vorm",
                violation_error_message="Kies een vorm uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(einddatum=None) | Q(startdatum__isnull=False, einddatum__gte=F("startdatum")),
                name="programma_einde_na_start",
                violation_error_message="De einddatum ligt voor de startdatum, of er is geen startdatum.",
            ),
        ]

    def __str__(self) -> str:
        return self.naam
