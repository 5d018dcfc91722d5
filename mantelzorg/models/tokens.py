"""Tokens: what a program shows instead of a person logging in, to read the API."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from mantelzorg.models.gebruikers import User
from mantelzorg.toegang import Tokenrecht
from mantelzorg.velden import Regel


class ToegangstokenQuerySet(models.QuerySet["Toegangstoken"]):
    def geldig_op(self, dag: datetime.date) -> Self:
        """Not withdrawn, and not past their last day; whether the owner's account is open is another matter."""
        return self.filter(ingetrokken_op=None, geldig_tot_en_met__gte=dag)


class Toegangstoken(models.Model):
    """A token of an account. It opens what its owner may see at that moment, and of that only `rechten`.

    The token itself is nowhere: `afdruk` is its SHA-256. It holds 256 random bits, so nobody finds it from that.
    """

    eigenaar = models.ForeignKey(User, models.CASCADE, related_name="tokens")
    naam = Regel("naam", help_text="Waar u het voor gebruikt.")
    rechten = Regel("rechten", max_length=100)
    """Values of Tokenrecht, with a space between them."""
    afdruk = models.CharField("afdruk", max_length=64, unique=True, editable=False)
    geldig_tot_en_met = models.DateField("geldig tot en met")
    gemaakt_op = models.DateTimeField("gemaakt op", auto_now_add=True)
    laatst_gebruikt_op = models.DateTimeField("laatst gebruikt op", null=True, blank=True, editable=False)
    """To within some minutes: not every use writes."""
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    inzending = models.UUIDField("inzending", unique=True, editable=False)

    objects = ToegangstokenQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["afdruk", "laatst_gebruikt_op", "inzending"])

    class Meta:
        verbose_name = "toegangstoken"
        verbose_name_plural = "toegangstokens"
        ordering = ["-gemaakt_op", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(rechten=""), name="toegangstoken_met_rechten"),
        ]

    def __str__(self) -> str:
        return self.naam

    @property
    def voor(self) -> tuple[Tokenrecht, ...]:
        """What it was made for, in the order of Tokenrecht."""
        return tuple(recht for recht in Tokenrecht if recht.value in self.rechten.split())
