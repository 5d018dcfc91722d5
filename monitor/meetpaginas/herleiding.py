"""Where a number on a page leads to: the list of the records behind it, for who may see those."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles
from monitor.herleiding.figuren import NIEUW, VORIGE, over_personen
from monitor.indicatoren.rapport import Cijferrapport
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Indicatorsoort
from monitor.meten.vergeleken import vergeleken_met
from monitor.models import Vaststelling
from monitor.rapport import Rapport

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser


@dataclass(frozen=True, slots=True, kw_only=True)
class Herleiding:
    """The lists behind the figures of one page. `pad`: their address; `vraag`: what stands behind it first.

    `eigen`: addresses of figures that lead elsewhere than to a list of this page; empty: to nothing.
    """

    indicator: Indicatorsoort
    pad: str
    vraag: dict[str, str]
    records: bool
    personen: bool
    eigen: dict[str, str]

    def adres(self, figuur: str, sleutel: str = "") -> str:
        """The address of the list; empty where who reads may not open it: persons ask for the right to see names."""
        if not self.records or (over_personen(figuur, self.indicator) and not self.personen):
            return ""
        if figuur in self.eigen:
            return self.eigen[figuur]
        keuze = {"figuur": figuur, "sleutel": sleutel} if sleutel else {"figuur": figuur}
        return f"{self.pad}?{urlencode(self.vraag | keuze)}"


def live(
    indicator: Indicatorsoort, rapport: Rapport | Cijferrapport, jaar: int, user: "User | AnonymousUser"
) -> Herleiding:
    """Of figures as the records stand now, named after the year."""
    vraag = {"programma": rapport.programma.slug, "peildatum": rapport.peildatum.isoformat()}
    eigen = _zonder_lijst(indicator)
    if rapport.vorige_meting.vastgesteld:
        vorige = vergeleken_met(rapport.programma.slug, jaar, timezone.now(), indicator.code)
        eigen = {VORIGE: _van_vorige(indicator, vorige, user), NIEUW: ""}
    return Herleiding(
        indicator=indicator,
        pad=reverse("monitor:feiten", args=[indicator.code]),
        vraag=vraag,
        eigen=eigen,
        records=indicator.mag_records(user),
        personen=mag(user, Recht.PERSONEN_ZIEN),
    )


def _zonder_lijst(indicator: Indicatorsoort) -> dict[str, str]:
    """The recount of a year earlier has a list behind it for indicator 23 alone."""
    return {} if indicator.eigen_vormen else {VORIGE: "", NIEUW: ""}


def van_meting(vaststelling: Vaststelling, rapport: Rapport | Cijferrapport, user: User) -> Herleiding:
    """Of a measurement that is fixed. What came since the fixed one before it, the page of differences explains."""
    meting, slug = vaststelling.meting, rapport.programma.slug
    soort = indicator(meting.indicator)
    eigen = _zonder_lijst(soort)
    if rapport.vorige_meting.vastgesteld:
        vorige = vergeleken_met(slug, meting.jaar, vaststelling.op, soort.code)
        waarvan = {} if soort.eigen_vormen else {"indicator": soort.code}
        vraag = urlencode(waarvan | {"programma": slug, "van": vorige, "naar": meting.pk, "figuur": soort.hoofd})
        verschil = f"{reverse('monitor:verschil')}?{vraag}" if vorige else ""
        eigen = {VORIGE: _van_vorige(soort, vorige, user), NIEUW: verschil}
    return Herleiding(
        indicator=soort,
        pad=reverse("monitor:meting-feiten", args=[meting.pk]),
        vraag={},
        eigen=eigen,
        records=soort.mag_records(user),
        personen=mag(user, Recht.PERSONEN_ZIEN),
    )


def _van_vorige(indicator: Indicatorsoort, vorige: int | None, user: "User | AnonymousUser") -> str:
    if vorige is None or not mag_alles(user, Recht.METINGEN_ZIEN):
        return ""
    return f"{reverse('monitor:meting-feiten', args=[vorige])}?{urlencode({'figuur': indicator.hoofd})}"
