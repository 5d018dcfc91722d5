"""What somebody without an account opens by a link of their own."""

import datetime
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import Q

from mantelzorg.persoonlijkelink import afdruk, nieuw_zout, sleutel

Rij = TypeVar("Rij", bound="MetLink")


class LinkQuerySet(models.QuerySet[Rij]):
    def met_sleutel(self, in_adres: str, dag: datetime.date) -> Self:
        """The row whose link this is, as long as it works; none for one that is unknown or expired."""
        return self.filter(afdruk=afdruk(in_adres), link_geldig_tot__gte=dag)


class MetLink(models.Model):
    """A row with a personal link (`mantelzorg.persoonlijkelink`). Emptying `afdruk` kills the link."""

    DOEL: ClassVar[str]
    """What the link is for; no two kinds of row share it."""

    zout = models.CharField(max_length=32, blank=True, default=nieuw_zout, editable=False)
    afdruk = models.CharField(max_length=64, blank=True, editable=False)
    link_geldig_tot = models.DateField("link werkt tot en met")

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["afdruk"], condition=~Q(afdruk=""), name="%(class)s_afdruk"),
        ]

    @property
    def sleutel(self) -> str:
        """What stands in the address of the link."""
        return sleutel(self.DOEL, self.zout)

    def maak_link(self, *, geldig_tot: datetime.date) -> None:
        """Let the link work until and including that day. The caller saves `afdruk` and `link_geldig_tot`."""
        self.afdruk, self.link_geldig_tot = afdruk(self.sleutel), geldig_tot
