"""Meetings of one or more practices, what is agreed there, and who came."""

from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht
from mantelzorg.velden import Regel, Tekst
from praktijken.models.praktijk import Praktijk
from praktijken.querysets import praktijken_binnen

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class Sessiesoort(models.TextChoices):
    """What a session is for."""

    STARTBIJEENKOMST = "startbijeenkomst"
    KERNTHEMASESSIE = "kernthemasessie"
    ONTWERPSESSIE = "ontwerpsessie"
    TERUGKIJKSESSIE = "terugkijksessie"
    UITWISSELING = "uitwisseling"
    INFORMATIEBIJEENKOMST = "informatiebijeenkomst"
    """Of a call; practices have no part in it."""


VAN_PRAKTIJKEN = tuple(soort for soort in Sessiesoort if soort is not Sessiesoort.INFORMATIEBIJEENKOMST)
"""Kinds of session that practices hold."""


class SessieQuerySet(models.QuerySet["Sessie"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Sessions of a practice that `user` may see: that they are held, not who came or what was agreed."""
        return self.met_praktijk_binnen(user, Recht.PRAKTIJKEN_ZIEN)

    def wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """Sessions of which `user` may change what all practices share: those whose practices they all may change."""
        voorwaarde = praktijken_binnen(user, Recht.PRAKTIJKEN_WIJZIGEN)
        if voorwaarde is None:
            return self.van_praktijken()
        buiten = self._praktijken().exclude(praktijk__in=Praktijk.objects.filter(voorwaarde).values("pk"))
        return self.mede_wijzigbaar_door(user).exclude(pk__in=buiten.values("sessie"))

    def mede_wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """Sessions with a practice that `user` may change: its own part, and who came of it."""
        return self.van_praktijken().met_praktijk_binnen(user, Recht.PRAKTIJKEN_WIJZIGEN)

    def van_praktijken(self) -> Self:
        """Those that practices hold; a meeting of a call is changed where the call is set up, and nowhere else."""
        return self.filter(soort__in=VAN_PRAKTIJKEN)

    def met_praktijk_binnen(self, user: "User | AnonymousUser", recht: Recht) -> Self:
        """Sessions with a practice within reach of `recht`; one without practices is for who may all."""
        voorwaarde = praktijken_binnen(user, recht)
        if voorwaarde is None:
            return self
        binnen = self._praktijken().filter(praktijk__in=Praktijk.objects.filter(voorwaarde).values("pk"))
        return self.filter(pk__in=binnen.values("sessie"))

    def _praktijken(self) -> "models.QuerySet[models.Model]":
        return self.model.praktijken.through._default_manager.all()


class Sessie(models.Model):
    """A meeting on a day, of practices of one programme; that of a call may have none. It may lie ahead."""

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="sessies")
    praktijken = models.ManyToManyField(Praktijk, related_name="sessies", blank=True, verbose_name="praktijken")
    soort = models.CharField("soort", max_length=30, choices=Sessiesoort.choices)
    datum = models.DateField("datum")
    plaats = Regel("plaats", blank=True, help_text="Een adres, of: online.")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = SessieQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[praktijken])

    class Meta:
        verbose_name = "sessie"
        verbose_name_plural = "sessies"
        ordering = ["-datum", "-id"]
        indexes = [models.Index(fields=["datum"], name="sessie_datum")]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Sessiesoort.values),
                name="sessie_soort",
                violation_error_message="Kies een soort sessie uit de lijst.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.soort} op {self.datum:%d-%m-%Y}"


class AfspraakQuerySet(models.QuerySet["Afspraak"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Agreements of practices whose progress `user` may read; shared ones with any practice of the session."""
        sessies = Sessie.objects.met_praktijk_binnen(user, Recht.VOORTGANG_ZIEN)
        return self._binnen(user, Recht.VOORTGANG_ZIEN, sessies)

    def wijzigbaar_door(self, user: "User | AnonymousUser") -> Self:
        """Agreements of practices that `user` may change; shared ones where they may change all of them."""
        return self._binnen(user, Recht.PRAKTIJKEN_WIJZIGEN, Sessie.objects.wijzigbaar_door(user))

    def _binnen(self, user: "User | AnonymousUser", recht: Recht, sessies: SessieQuerySet) -> Self:
        voorwaarde = praktijken_binnen(user, recht, "praktijk__")
        if voorwaarde is None:
            return self
        return self.filter(voorwaarde | Q(praktijk=None, sessie__in=sessies.values("pk")))


class Afspraak(models.Model):
    """Something agreed in a session: by a practice, or by all of them. `wie` is a role, never a person's name."""

    sessie = models.ForeignKey(Sessie, models.PROTECT, related_name="afspraken")
    praktijk = models.ForeignKey(Praktijk, models.PROTECT, null=True, blank=True, related_name="afspraken")
    wat = Tekst("afspraak", blank=False)
    wie = Regel("wie doet het", blank=True, help_text="Een rol of organisatie, geen naam. Bijvoorbeeld: de penvoerder.")
    voor = models.DateField("klaar op", null=True, blank=True)
    gedaan_op = models.DateField("gedaan op", null=True, blank=True, help_text="Leeg: nog niet gedaan.")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = AfspraakQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"afspraak van {self.sessie}"

    def clean(self) -> None:
        super().clean()
        if self.praktijk_id and not self.sessie.praktijken.filter(pk=self.praktijk_id).exists():
            raise ValidationError("Deze praktijk hoort niet bij de sessie.")


class Stand(models.TextChoices):
    """What is known of somebody's coming; without a record: nothing."""

    AANWEZIG = "aanwezig"
    AFGEMELD = "afgemeld"
    NIET_GEKOMEN = "niet gekomen", "Niet gekomen"


class AanwezigheidQuerySet(models.QuerySet["Aanwezigheid"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Of the people whose names `user` may see."""
        return self.filter(deelnemer__in=Deelnemer.objects.zichtbaar_voor(user))


class Aanwezigheid(models.Model):
    """Whether a participant came to a session."""

    sessie = models.ForeignKey(Sessie, models.PROTECT, related_name="aanwezigheid", db_index=False)
    deelnemer = models.ForeignKey(Deelnemer, models.PROTECT, related_name="aanwezigheid")
    stand = models.CharField("stand", max_length=20, choices=Stand.choices)

    objects = AanwezigheidQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "aanwezigheid"
        verbose_name_plural = "aanwezigheid"
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["sessie", "deelnemer"],
                name="aanwezigheid_uniek",
                violation_error_message="Van deze deelnemer is al bekend of hij er was.",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=Stand.values),
                name="aanwezigheid_stand",
                violation_error_message="Kies: aanwezig, afgemeld of niet gekomen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deelnemer.nummer}: {self.stand}"

    def clean(self) -> None:
        super().clean()
        if self.deelnemer.programma_id != self.sessie.programma_id:
            raise ValidationError("De deelnemer en de sessie horen bij verschillende programma's.")


class Presentielijst(models.Model):
    """That a list of attendance was confirmed, and what came of it; the list itself is not kept."""

    sessie = models.ForeignKey(Sessie, models.PROTECT, related_name="presentielijsten")
    door = models.ForeignKey(User, models.PROTECT, related_name="presentielijsten")
    op = models.DateTimeField("op", auto_now_add=True)
    aanwezig = models.PositiveIntegerField("aanwezig")
    nieuw = models.PositiveIntegerField("nieuwe deelnemers")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    class Meta:
        verbose_name = "presentielijst"
        verbose_name_plural = "presentielijsten"
        ordering = ["-op"]

    def __str__(self) -> str:
        return f"presentielijst van {self.sessie}"
