"""Where a number on a page leads to: the list of the records behind it, for who may see those."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from monitor.herleiding.figuren import NIEUW, VORIGE, over_personen
from monitor.meten.vergeleken import vergeleken_met
from monitor.models import Vaststelling
from monitor.oordelen import OPGESTART
from monitor.rapport import Rapport

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


@dataclass(frozen=True, slots=True, kw_only=True)
class Herleiding:
    """The lists behind the figures of one page. `pad`: their address; `vraag`: what stands behind it first.

    `eigen`: addresses of figures that lead elsewhere than to a list of this page; empty: to nothing.
    """

    pad: str
    vraag: dict[str, str]
    praktijken: bool
    personen: bool
    eigen: dict[str, str]

    def adres(self, figuur: str, sleutel: str = "") -> str:
        """The address of the list; empty where who reads may not open it: persons ask for the right to see names."""
        if not self.praktijken or (over_personen(figuur) and not self.personen):
            return ""
        if figuur in self.eigen:
            return self.eigen[figuur]
        keuze = {"figuur": figuur, "sleutel": sleutel} if sleutel else {"figuur": figuur}
        return f"{self.pad}?{urlencode(self.vraag | keuze)}"


def live(rapport: Rapport, jaar: int, user: "User | AnonymousUser") -> Herleiding:
    """Of figures as the records stand now, named after the year."""
    vraag = {"programma": rapport.programma.slug, "peildatum": rapport.peildatum.isoformat()}
    eigen: dict[str, str] = {}
    if rapport.vorige_meting.vastgesteld:
        vorige = vergeleken_met(rapport.programma.slug, jaar, timezone.now())
        eigen = {VORIGE: _van_vorige(vorige, user), NIEUW: ""}
    return Herleiding(
        pad=reverse("monitor:feiten"),
        vraag=vraag,
        eigen=eigen,
        praktijken=mag(user, Recht.PRAKTIJKEN_ZIEN),
        personen=mag(user, Recht.PERSONEN_ZIEN),
    )


def van_meting(vaststelling: Vaststelling, rapport: Rapport, user: User) -> Herleiding:
    """Of a measurement that is fixed. What came since the fixed one before it, the page of differences explains."""
    meting, slug = vaststelling.meting, rapport.programma.slug
    eigen: dict[str, str] = {}
    if rapport.vorige_meting.vastgesteld:
        vorige = vergeleken_met(slug, meting.jaar, vaststelling.op)
        vraag = urlencode({"programma": slug, "van": vorige, "naar": meting.pk, "figuur": OPGESTART})
        verschil = f"{reverse('monitor:verschil')}?{vraag}" if vorige else ""
        eigen = {VORIGE: _van_vorige(vorige, user), NIEUW: verschil}
    return Herleiding(
        pad=reverse("monitor:meting-feiten", args=[meting.pk]),
        vraag={},
        eigen=eigen,
        praktijken=mag(user, Recht.PRAKTIJKEN_ZIEN),
        personen=mag(user, Recht.PERSONEN_ZIEN),
    )


def _van_vorige(vorige: int | None, user: "User | AnonymousUser") -> str:
    if vorige is None or not mag_alles(user, Recht.METINGEN_ZIEN):
        return ""
    return f"{reverse('monitor:meting-feiten', args=[vorige])}?{urlencode({'figuur': OPGESTART})}"
