"""Indicator 23: its declaration, with the count, report and files of its own that it had first (begrippen.md §3)."""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from monitor import tabellen
from monitor.berekening import bereken
from monitor.definities import DEFINITIES
from monitor.feiten import Deelnemerfeit, Experimentfeit, Feiten, Vraagfeit
from monitor.feitenbron import lees_feiten
from monitor.hertelling import uit_oordelen
from monitor.indicatoren.cijfers import Cijfers
from monitor.indicatoren.figuren import PERSOON, Figuursoort, Tabelsoort
from monitor.indicatoren.soort import Indicatorsoort, Uitkomst
from monitor.oordelen import EXPERIMENTEN, NU, OPGESTART, TOT_NU_TOE, VRAGEN, Oordeel
from monitor.telregels import TITEL
from monitor.uitkomst import INDICATOR, als_uitkomst, uit_uitkomst

if TYPE_CHECKING:
    from mantelzorg.models import Programma

Dag = datetime.date


def praktijknamen(feiten: Feiten, _: Dag) -> Iterator[tuple[str, str]]:
    """Of each practice its code and name."""
    return ((een.code, een.naam) for een in feiten.praktijken)


def van_praktijk(feit: Any, code: str, feiten: Feiten) -> bool:
    """Whether the fact is about the practice with that code."""
    praktijk = next((een.id for een in feiten.praktijken if een.code == code), None)
    match feit:
        case Vraagfeit() | Experimentfeit():
            return feit.praktijk == praktijk
        case Deelnemerfeit():
            return any(een.praktijk == praktijk for een in feit.deelnames)
        case _:
            return False


def personentabel(naam: str, titel: str, geteld: str) -> Tabelsoort:
    """All persons, and those of whom the kind of organisation is known and unknown."""
    heel = f"{naam}.totaal"
    woorden = {"totaal": geteld} | {een: f"{geteld} met een {een} organisatietype" for een in ("bekend", "onbekend")}
    return Tabelsoort(
        naam=naam,
        titel=titel,
        figuren=tuple(
            Figuursoort(naam=een, label=label, soort=PERSOON, geteld=woorden[een], binnen=heel, deelt=een != "totaal")
            for een, label in tabellen.DEELNEMERS
        ),
    )


def typentabel(naam: str, titel: str, geteld: str, heel: str) -> Tabelsoort:
    """Persons by kind of organisation, most first."""
    woorden = f"{geteld} van het organisatietype ‘{{}}’"
    figuur = Figuursoort(naam="aantal", label="Aantal", soort=PERSOON, geteld=woorden, binnen=heel, deelt=True)
    return Tabelsoort(naam=naam, titel=titel, kop="Organisatietype", figuren=(figuur,), meeste_eerst=True)


DEELNEMERTABELLEN = (
    personentabel("deelnemers", "Deelnemers nu", "deelnemers"),
    personentabel("deelnemers_tot_nu_toe", "Deelnemers tot nu toe", "deelnemers tot nu toe"),
    typentabel("organisatietypen", "Organisatietypen nu", "deelnemers", NU),
    typentabel("organisatietypen_tot_nu_toe", "Organisatietypen tot nu toe", "deelnemers tot nu toe", TOT_NU_TOE),
)
_STATUS = {
    "opgestart": "opgestarte {}",
    "actief": "actieve {}",
    "lopend": "lopende {}",
    "afgerond": "afgeronde {}",
    "voortijdig_gestopt": "voortijdig gestopte {}",
    "samengevoegd": "{} dat is opgegaan in een andere",
}


def _per_status(naam: str, titel: str, soort: str, figuren: Iterable[tuple[str, str]]) -> Tabelsoort:
    heel = f"{naam}.opgestart"
    return Tabelsoort(
        naam=naam,
        titel=titel,
        figuren=tuple(
            Figuursoort(naam=een, label=label, soort=soort, geteld=_STATUS[een].format(naam), binnen=heel)
            for een, label in figuren
        ),
    )


def _aantal(naam: str, soort: str) -> Tabelsoort:
    figuur = Figuursoort(naam="aantal", label="Aantal", soort=soort, geteld=naam)
    return Tabelsoort(naam=naam, titel=naam.capitalize(), figuren=(figuur,))


def _van_vragen() -> Iterator[Figuursoort]:
    totaal, minste, meeste = tabellen.ONTWERPVRAGEN
    yield Figuursoort(naam=totaal[0], label=totaal[1], soort="ontwerpvraag", geteld="ontwerpvragen")
    for (naam, label), samen in ((minste, min), (meeste, max)):
        yield Figuursoort(naam=naam, label=label, soort="praktijk", geteld="ontwerpvragen", leeg=None, samen=samen)


_VRAGEN = Tabelsoort(naam="ontwerpvragen", titel="Ontwerpvragen", figuren=tuple(_van_vragen()))
_PER_PRAKTIJK = Tabelsoort(
    naam="per_praktijk",
    titel="Per praktijk",
    kop="Praktijk",
    rijen=praktijknamen,
    elders="doet op de peildatum niet mee in deze praktijk",
    erbij=van_praktijk,
    figuren=tuple(
        Figuursoort(naam=naam, label=label, soort=soort, geteld=f"{geteld} van de praktijk {{}}", binnen=heel)
        for (naam, label), soort, geteld, heel in zip(
            tabellen.PER_PRAKTIJK,
            ("ontwerpvraag", "experiment", PERSOON),
            ("ontwerpvragen", "opgestarte experimenten", "deelnemers"),
            (VRAGEN, EXPERIMENTEN, NU),
            strict=True,
        )
    ),
)


class Indicator23soort(Indicatorsoort):
    """It counts by the database where it can, and its object has the form that others rely on."""

    eigen_vormen: ClassVar[bool] = True

    def uitkomst(self, slug: str, peildatum: Dag, feiten: Feiten, oordelen: Iterable[Oordeel]) -> Uitkomst:
        return als_uitkomst(uit_oordelen(slug, peildatum, feiten, oordelen))

    def uitkomst_nu(self, programma: "Programma", peildatum: Dag) -> Uitkomst:
        return als_uitkomst(bereken(programma, peildatum))

    def waarde_op(self, feiten: Feiten, dag: Dag) -> int | None:
        return Indicatorsoort.waarde_op(self, Feiten(praktijken=feiten.praktijken), dag)

    def cijfers(self, uitkomst: Uitkomst) -> Cijfers:
        gelezen = uit_uitkomst(uitkomst)
        return Cijfers(programma=gelezen.programma, peildatum=gelezen.peildatum, tabellen=tabellen.tabellen(gelezen))


SOORT = Indicator23soort(
    code=str(INDICATOR),
    naam="Indicator 23",
    titel=TITEL,
    definities=tuple(DEFINITIES.values()),
    lees=lees_feiten,
    tabellen=(
        _per_status("praktijken", "Praktijken", "praktijk", tabellen.PRAKTIJKEN),
        _aantal("gemeenten", "gemeente"),
        _aantal("organisaties", "organisatie"),
        _VRAGEN,
        _per_status("experimenten", "Experimenten", "experiment", tabellen.EXPERIMENTEN),
        *DEELNEMERTABELLEN,
        _PER_PRAKTIJK,
    ),
    hoofd=OPGESTART,
    niet_gestart=OPGESTART,
)
