"""Design questions, the experiments they lead to, and how those go."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import Programma, User
from mantelzorg.velden import Regel, Tekst
from praktijken.models.praktijk import Praktijk, Status, status_op
from praktijken.querysets import ExperimentQuerySet, OntwerpvraagQuerySet, VoortgangQuerySet


class Thema(models.Model):
    """A word to browse by, from a list that staff keep; `;` separates themes in the Excel file."""

    naam = Regel("naam", unique=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "thema"
        verbose_name_plural = "thema's"
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(naam__contains=";"),
                name="thema_zonder_puntkomma",
                violation_error_message="Een thema met een puntkomma kan niet.",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class Ontwerpvraag(models.Model):
    """A design question of a practice. `vervallen_op` is the first day it no longer counts."""

    praktijk = models.ForeignKey(Praktijk, models.PROTECT, related_name="ontwerpvragen")
    nummer = models.PositiveIntegerField("nummer")
    vraag = Tekst("ontwerpvraag", blank=False)
    themas = models.ManyToManyField(Thema, related_name="ontwerpvragen", blank=True, verbose_name="thema's")
    geformuleerd_op = models.DateField("geformuleerd op")
    vervallen_op = models.DateField(
        "vervallen op", null=True, blank=True, help_text="De eerste dag dat de vraag niet meer telt."
    )

    objects = OntwerpvraagQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[themas])

    class Meta:
        verbose_name = "ontwerpvraag"
        verbose_name_plural = "ontwerpvragen"
        ordering = ["praktijk", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["praktijk", "nummer"],
                name="ontwerpvraag_nummer_uniek",
                violation_error_message="Deze praktijk heeft al een ontwerpvraag met dit nummer.",
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op=None) | Q(vervallen_op__gte=F("geformuleerd_op")),
                name="ontwerpvraag_vervallen_na_geformuleerd",
                violation_error_message=(
                    "De vraag is vervallen voordat zij is geformuleerd. Verbeter een van beide dagen."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}. {self.vraag}"

    def clean(self) -> None:
        """Its experiments carry the programme: it cannot move to a practice of another one."""
        super().clean()
        if self.pk and self.praktijk_id and self.experimenten.exclude(programma_id=self.praktijk.programma_id).exists():
            raise ValidationError({"praktijk": "De experimenten van deze vraag horen bij een ander programma."})


class ExperimentAfloop(models.TextChoices):
    """How an experiment ended."""

    AFGEROND = "afgerond"
    VOORTIJDIG_GESTOPT = "voortijdig gestopt", "Voortijdig gestopt"


class Experiment(models.Model):
    """A small trial that answers a design question. Its code is unique in the programme, which it carries."""

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="experimenten", editable=False)
    ontwerpvraag = models.ForeignKey(Ontwerpvraag, models.PROTECT, related_name="experimenten")
    code = Regel("code")
    naam = Regel("naam")
    verwachting = Tekst("verwachting", help_text="Wat verwacht u, en waaraan ziet u dat?")
    startdatum = models.DateField("startdatum", null=True, blank=True, help_text="Leeg: gepland.")
    einddatum = models.DateField("einddatum", null=True, blank=True, help_text="De laatste dag die meetelt.")
    afloop = models.CharField("afloop", max_length=20, choices=ExperimentAfloop.choices, blank=True)
    opbrengst = Tekst("opbrengst")

    objects = ExperimentQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "experiment"
        verbose_name_plural = "experimenten"
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["programma", "code"],
                name="experiment_code_uniek",
                violation_error_message="Dit programma heeft al een experiment met deze code.",
            ),
            models.CheckConstraint(
                condition=Q(afloop__in=["", *ExperimentAfloop.values]),
                name="experiment_afloop",
                violation_error_message="Kies een afloop uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(einddatum=None) | Q(startdatum__isnull=False, einddatum__gte=F("startdatum")),
                name="experiment_einde_na_start",
                violation_error_message="De einddatum ligt voor de startdatum, of er is geen startdatum.",
            ),
            models.CheckConstraint(
                condition=Q(einddatum=None, afloop="") | Q(einddatum__isnull=False) & ~Q(afloop=""),
                name="experiment_einde_met_afloop",
                violation_error_message="Einddatum en afloop horen bij elkaar: vul beide in of geen van beide.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.naam}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._draag_programma()
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: Any = None) -> None:
        self._draag_programma()
        super().clean_fields(exclude)

    def _draag_programma(self) -> None:
        if self.ontwerpvraag_id is not None:
            self.programma_id = self.ontwerpvraag.praktijk.programma_id

    def status_op(self, peildatum: datetime.date) -> Status:
        """Gepland, actief (in the figures: lopend), or how it ended."""
        return status_op(peildatum, self.startdatum, self.einddatum, self.afloop)


class Fase(models.TextChoices):
    VOORBEREIDEN = "voorbereiden"
    UITVOEREN = "uitvoeren"
    EVALUEREN = "evalueren"
    BIJSTELLEN = "bijstellen"


class Besluit(models.TextChoices):
    DOORGAAN = "doorgaan"
    AANPASSEN = "aanpassen"
    STOPPEN = "stoppen"
    BORGEN = "borgen"


class Voortgang(models.Model):
    """How an experiment went, on a day. Appended, never overwritten."""

    experiment = models.ForeignKey(Experiment, models.PROTECT, related_name="voortgang")
    datum = models.DateField("datum")
    ronde = models.PositiveIntegerField("ronde", null=True, blank=True)
    fase = models.CharField("fase", max_length=20, choices=Fase.choices, blank=True)
    verslag = Tekst("wat is er gebeurd", blank=False, help_text="Schrijf geen namen of gezondheid van personen op.")
    geleerd = Tekst("wat is er geleerd")
    besluit = models.CharField("besluit", max_length=20, choices=Besluit.choices, blank=True)
    volgende_stap = Tekst("volgende stap")
    door = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="voortgang")
    vervangt = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="vervangen_door",
        help_text="De eerdere versie die dit verbetert; die blijft staan.",
    )  # fmt: skip
    inzending = models.UUIDField("inzending", unique=True, null=True, editable=False)

    objects = VoortgangQuerySet["Voortgang"].as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "voortgang"
        verbose_name_plural = "voortgang"
        ordering = ["datum", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fase__in=["", *Fase.values]),
                name="voortgang_fase",
                violation_error_message="Kies een fase uit de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(besluit__in=["", *Besluit.values]),
                name="voortgang_besluit",
                violation_error_message="Kies een besluit uit de lijst.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.experiment.code} {self.datum:%d-%m-%Y}"

    def clean(self) -> None:
        """The same report twice is a slip: the Excel file, of newest versions, could not tell them apart."""
        super().clean()
        zelfde = Voortgang.objects.filter(
            experiment=self.experiment_id, datum=self.datum, fase=self.fase, verslag=self.verslag, vervangen_door=None
        )
        if zelfde.exclude(pk__in=[self.pk, self.vervangt_id]).exists():
            raise ValidationError("Deze voortgang is al vastgelegd.")
