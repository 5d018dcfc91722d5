"""Participants reached: persons, each once, by the rules of begrippen.md §3."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma as Programmarecord
from monitor.controlelijst.deelnemers import onbekend
from monitor.definities import Definitie
from monitor.feiten import Deelnemerfeit, Feiten
from monitor.feitenbron import lees_deelnemers, lees_praktijken
from monitor.indicatoren.cijfers import Cijfers
from monitor.indicatoren.figuren import PERSOON, Figuursoort, Tabelsoort
from monitor.indicatoren.soort import Indicatorsoort
from monitor.indicatoren.soorten.indicator23 import DEELNEMERTABELLEN, van_praktijk
from monitor.nederlands import aantal, datum, vorm
from monitor.oordelen import ACTIEF, NU, OPGESTART, TOT_NU_TOE, Oordeel
from monitor.oordelen import oordelen as van_indicator23
from monitor.telregels import TELREGELS, Telregel
from praktijken.models import Deelname, Praktijk, PraktijkGemeente
from praktijken.models.praktijk import Status, status_op

if TYPE_CHECKING:
    from mantelzorg.models import Programma

Dag = datetime.date
IN_PRAKTIJK, OOIT_IN_PRAKTIJK = "per_praktijk.deelnemers", "per_praktijk.deelnemers_tot_nu_toe"
EIGEN = {OPGESTART, ACTIEF}
"""Of what indicator 23 says of a practice, what is told here."""


def lees(programma: "Programma") -> Feiten:
    """Practices and persons, the same facts as indicator 23 has."""
    return Feiten(praktijken=lees_praktijken(programma), deelnemers=lees_deelnemers(programma))


def opgestarte_praktijken(feiten: Feiten, peildatum: Dag) -> Iterator[tuple[str, str]]:
    """Code and name of each practice opgestart, also one where nobody takes part."""
    for een in feiten.praktijken:
        if status_op(peildatum, een.startdatum, een.einddatum, een.afloop) is not Status.GEPLAND:
            yield een.code, een.naam


def oordelen(feiten: Feiten, peildatum: Dag) -> list[Oordeel]:
    """What indicator 23 says of practices and persons, and of each person in which practices they ever took part."""
    opgestart = dict(opgestarte_praktijken(feiten, peildatum))
    codes = {een.id: een.code for een in feiten.praktijken if een.code in opgestart}
    return [_oordeel(een, codes, peildatum) for een in van_indicator23(feiten, peildatum)]


def _oordeel(oordeel: Oordeel, codes: dict[int, str], peildatum: Dag) -> Oordeel:
    feit = oordeel.feit
    if isinstance(feit, Deelnemerfeit):
        ooit = {codes[een.praktijk] for een in feit.deelnames if een.praktijk in codes and een.vanaf <= peildatum}
        for code in sorted(ooit):
            oordeel.tel(OOIT_IN_PRAKTIJK, code)
        return oordeel
    telt = [een for een in oordeel.telt if een[0] in EIGEN]
    return Oordeel(feit=feit, telt=telt, niet=[een for een in oordeel.niet if een[0] in EIGEN])


def zinnen(cijfers: Cijfers) -> tuple[str, ...]:
    """How many were reached, and how many take part now."""
    ooit, nu = cijfers.waarde(TOT_NU_TOE) or 0, cijfers.waarde(NU) or 0
    waar = aantal(cijfers.waarde(OPGESTART) or 0, "opgestarte praktijk", "opgestarte praktijken")
    bereikt = f"{vorm(ooit, 'is', 'zijn')} {aantal(ooit, 'deelnemer', 'deelnemers')} bereikt"
    zin = f"Tot en met {datum(cijfers.peildatum)} {bereikt}, in {waar}."
    return (f"{zin} Op die dag {vorm(nu, 'doet', 'doen')} er daarvan {nu} mee.",)


def _praktijkfiguur(naam: str, label: str, geteld: str, binnen: str, soort: str) -> Figuursoort:
    return Figuursoort(naam=naam, label=label, soort=soort, geteld=geteld, binnen=binnen)


PRAKTIJKEN = Tabelsoort(
    naam="praktijken",
    titel="Praktijken",
    figuren=(
        _praktijkfiguur("opgestart", "Opgestart", "opgestarte praktijken", "", "praktijk"),
        _praktijkfiguur("actief", "Actief", "actieve praktijken", OPGESTART, "praktijk"),
    ),
)
PER_PRAKTIJK = Tabelsoort(
    naam="per_praktijk",
    titel="Per praktijk",
    kop="Praktijk",
    rijen=opgestarte_praktijken,
    elders="telt in deze praktijk niet mee op de peildatum",
    erbij=van_praktijk,
    figuren=(
        _praktijkfiguur(
            "deelnemers_tot_nu_toe", "Deelnemers tot nu toe", "deelnemers tot nu toe van de praktijk {}",
            TOT_NU_TOE, PERSOON,
        ),
        _praktijkfiguur("deelnemers", "Deelnemers nu", "deelnemers van de praktijk {}", NU, PERSOON),
    ),
)  # fmt: skip
_VAN_23 = ("praktijken.", "deelnemers.", "deelnemers_tot_nu_toe.", "organisatietypen")
TELREGELS_BEREIK = (
    TELREGELS[0],
    *(
        Telregel(
            begrip=een.begrip,
            regel=een.regel.removesuffix(" Dit is de indicator zelf."),
            figuren=een.figuren,
        )
        for een in TELREGELS
        if een.figuren
        and all(figuur.startswith(_VAN_23) for figuur in een.figuren)
        and een.figuren[0] not in ("praktijken.afgerond",)
    ),
    Telregel(
        begrip="Deelnemers per praktijk",
        regel=(
            "De personen die op de peildatum meedoen in de praktijk (nu), en wie er op of vóór de peildatum ging "
            "meedoen (tot nu toe). Een geëindigde praktijk heeft geen deelnemers nu. Wie in twee praktijken "
            "meedoet, telt in beide: samen kunnen de praktijken dus meer tellen dan het totaal."
        ),
        figuren=(IN_PRAKTIJK, OOIT_IN_PRAKTIJK),
    ),
)
DEFINITIE = (
    "Het bereik telt de personen die meededen in ten minste één opgestarte praktijk van het programma, tot en met de "
    "peildatum. Iedereen telt één keer, ook wie in meer praktijken meedoet. De telregels zijn die van indicator 23."
)
_NU, _OOIT, _TYPEN_NU, _TYPEN_OOIT = DEELNEMERTABELLEN

SOORT = Indicatorsoort(
    code="bereik",
    naam="Bereik",
    titel="Aantal deelnemers dat het programma bereikte",
    definities=(
        Definitie(
            versie=1, vanaf=datetime.date(2019, 1, 1), tekst=DEFINITIE, telregels=TELREGELS_BEREIK, wijziging="",
            oordelen=oordelen,
        ),
    ),
    lees=lees,
    tabellen=(_OOIT, _NU, _TYPEN_OOIT, _TYPEN_NU, PER_PRAKTIJK, PRAKTIJKEN),
    hoofd=TOT_NU_TOE,
    niet_gestart=OPGESTART,
    zinnen=zinnen,
    bevindingen=onbekend,
    bronnen=(
        Programmarecord, Praktijk, PraktijkGemeente, Organisatie, Organisatietype, Deelnemer, Deelname,
    ),
)  # fmt: skip
