"""A link to what is delivered of a measurement, by mail when it is time: the plan, and what became of it."""

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from mantelzorg.models import Bericht, Programma, User
from mantelzorg.velden import Regel
from monitor.models.aanlevering import Levering, Overhandiging
from monitor.models.metingen import Meting
from monitor.models.vaststellingen import Vaststelling

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


class Toezendmoment(models.TextChoices):
    """What the measurement must have become before its link goes out."""

    VASTGESTELD = "vastgesteld", "is vastgesteld"
    GEPUBLICEERD = "gepubliceerd", "is gepubliceerd"


class ToezendingQuerySet(models.QuerySet["Toezending"]):
    def zichtbaar_voor(self, user: "User | AnonymousUser") -> Self:
        """Those of programmes that `user` may see."""
        return self.filter(programma__in=Programma.objects.zichtbaar_voor(user))


class Toezending(models.Model):
    """A plan to send a link. Of one measurement; without one, of each of the Monitor's that becomes so from
    `gemaakt_op` on, until the plan is withdrawn. `niet_voor`: not earlier than then, empty for at once.
    """

    programma = models.ForeignKey(Programma, models.PROTECT, related_name="toezendingen", editable=False)
    meting = models.ForeignKey(Meting, models.PROTECT, null=True, related_name="toezendingen", editable=False)
    na = models.CharField(
        "versturen als de meting", max_length=20, choices=Toezendmoment.choices, default=Toezendmoment.VASTGESTELD
    )
    niet_voor = models.DateTimeField(
        "niet eerder dan", null=True, blank=True, help_text="Dag en tijd in Nederland. Leeg: meteen."
    )
    ontvangers = models.ManyToManyField(User, related_name="+", verbose_name="aan wie")
    gemaakt_door = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    gemaakt_op = models.DateTimeField("gemaakt op", editable=False)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, editable=False)
    inzending = models.UUIDField()

    objects = ToezendingQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=["ontvangers"])

    class Meta:
        verbose_name = "toezending"
        verbose_name_plural = "toezendingen"
        ordering = ["-gemaakt_op", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["inzending"], name="toezending_eenmalig", violation_error_message="Dit is al bewaard."
            ),
            models.CheckConstraint(condition=Q(na__in=Toezendmoment.values), name="toezending_na"),
        ]

    def __str__(self) -> str:
        return f"Toezending: {self.meting or self.programma}"


class Toegezonden(models.Model):
    """What became of a plan for one measurement and one person: a mail (`bericht`), or `reden` why there is none.

    `overhandiging`: its line in the register of who has which version, once the mail has gone.
    """

    toezending = models.ForeignKey(Toezending, models.PROTECT, related_name="toegezonden")
    vaststelling = models.ForeignKey(Vaststelling, models.PROTECT, related_name="toegezonden")
    ontvanger = models.ForeignKey(User, models.PROTECT, related_name="+")
    op = models.DateTimeField("op")
    levering = models.ForeignKey(Levering, models.PROTECT, null=True, related_name="toegezonden")
    bericht = models.OneToOneField(Bericht, models.PROTECT, null=True, related_name="toegezonden")
    reden = Regel("waarom niet", blank=True)
    overhandiging = models.OneToOneField(Overhandiging, models.PROTECT, null=True, related_name="toegezonden")

    class Meta:
        verbose_name = "toegezonden link"
        verbose_name_plural = "toegezonden links"
        ordering = ["op", "id"]
        constraints = [
            models.UniqueConstraint(fields=["toezending", "vaststelling", "ontvanger"], name="toegezonden_eenmalig"),
            models.CheckConstraint(
                condition=Q(bericht=None, overhandiging=None) & ~Q(reden="")
                | Q(bericht__isnull=False, levering__isnull=False, reden=""),
                name="toegezonden_bericht_of_reden",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.toezending} aan {self.ontvanger}"
