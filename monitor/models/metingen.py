"""Measurements of an indicator while people work on them; what is fixed stands in `vaststellingen`."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht, mag_alles
from mantelzorg.velden import Regel, Tekst

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Nvt(models.TextChoices):
    """Why a measurement as a whole has no value (begrippen.md §3)."""

    NIET_GESTART = "nog niet gestart"
    NIET_GEMETEN = "niet gemeten"
    NIET_VERGELIJKBAAR = "niet vergelijkbaar"


class MetingQuerySet(models.QuerySet["Meting"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Of programmes and indicators whose figures `user` may see, for who sees measurements of all programmes."""
        if not mag_alles(user, Recht.METINGEN_ZIEN):
            return self.none()
        from monitor.indicatoren.register import alle

        zonder_recht = [een.code for een in alle() if not mag_alles(user, een.recht)]
        zichtbaar = self.filter(programma__in=Programma.objects.zichtbaar_voor(user).values("pk"))
        return zichtbaar.exclude(indicator__in=zonder_recht) if zonder_recht else zichtbaar

    def openbaar_te_maken(self) -> Self:
        """Those of the indicator that is published and delivered: others hold counts of persons nobody protects."""
        return self.filter(indicator="23")

    def vastgesteld(self) -> Self:
        """Those that are fixed, whatever became of them since."""
        return self.filter(vaststelling__isnull=False)

    def geldend(self) -> Self:
        """Fixed, and neither withdrawn nor replaced."""
        from monitor.models.vaststellingen import EINDE

        return self.vastgesteld().exclude(vaststelling__staten__soort__in=EINDE)

    def van_de_monitor(self, indicator: str, programma: Programma, jaar: int) -> "Meting | None":
        """The measurement of that year that is the Monitor's; None where none is fixed."""
        rijen = self.geldend().filter(indicator=indicator, programma=programma, jaar=jaar, voor_monitor=True)
        return rijen.order_by("-nummer").first()


class Meting(models.Model):
    """A measurement: made, checked by somebody else, fixed. A year may have several, numbered from 1.

    `nvt`: why it has no value as a whole; empty where its figures are its value.
    `gecontroleerde_uitkomst`: the figures that the checker saw, in canonical form: only those can be fixed.
    """

    indicator = models.CharField("indicator", max_length=20, default="23")
    programma = models.ForeignKey(Programma, models.PROTECT, related_name="metingen")
    jaar = models.PositiveSmallIntegerField("jaar", help_text="Het jaar waarnaar de meting heet.")
    nummer = models.PositiveSmallIntegerField("nummer", editable=False)
    peildatum = models.DateField("peildatum")
    aanleiding = Regel("aanleiding", help_text="Bijvoorbeeld: Monitor 2020, voortgangsrapportage of een Kamervraag.")
    voor_monitor = models.BooleanField(
        "meting van de Monitor", default=False, help_text="Haar waarde is volgend jaar de vorige meting."
    )
    nvt = models.CharField("niet van toepassing", max_length=30, choices=Nvt.choices, blank=True)
    vervangt = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervangen_door")
    gemaakt_door = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    gemaakt_op = models.DateTimeField("gemaakt op", editable=False)
    notitie = Tekst("notitie", help_text="Voor wie de meting controleert. Schrijf geen namen van deelnemers op.")
    gecontroleerd_door = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", editable=False)
    gecontroleerd_op = models.DateTimeField("gecontroleerd op", null=True, editable=False)
    controlenotitie = Tekst("notitie bij de controle", editable=False)
    gecontroleerde_uitkomst = models.TextField("gecontroleerde uitkomst", blank=True, editable=False)
    vaststelnotitie = Tekst("notitie bij het vaststellen", editable=False)
    vervallen_op = models.DateTimeField("vervallen op", null=True, editable=False)
    vervallen_omdat = Tekst("vervallen omdat", editable=False)
    inzending = models.UUIDField(unique=True, editable=False)

    objects = MetingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "meting"
        verbose_name_plural = "metingen"
        ordering = ["-jaar", "-nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "programma", "jaar", "nummer"],
                name="meting_nummer_uniek",
                violation_error_message="Dit jaar heeft al een meting met dit nummer.",
            ),
            models.CheckConstraint(condition=Q(nvt__in=["", *Nvt.values]), name="meting_nvt"),
            models.CheckConstraint(
                condition=Q(gecontroleerd_door=None, gecontroleerd_op=None, gecontroleerde_uitkomst="")
                | Q(gecontroleerd_door__isnull=False, gecontroleerd_op__isnull=False)
                & ~Q(gecontroleerde_uitkomst="")
                & ~Q(gecontroleerd_door=F("gemaakt_door")),
                name="meting_vier_ogen",
                violation_error_message="Wie de meting maakte, kan haar niet zelf controleren.",
            ),
            models.CheckConstraint(
                condition=Q(vervallen_op=None, vervallen_omdat="")
                | Q(vervallen_op__isnull=False) & ~Q(vervallen_omdat=""),
                name="meting_vervallen_met_reden",
                violation_error_message="Schrijf op waarom de meting vervalt.",
            ),
        ]

    def __str__(self) -> str:
        return f"Indicator {self.indicator}, {self.programma}, {self.jaar} nr. {self.nummer}"
