"""What an indicator is: a declaration, from which the product makes pages, files and measurements."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from mantelzorg.toegang import Bereik, Recht, bereik
from monitor.bron import momentopname
from monitor.definities import Definitie
from monitor.feiten import EigenFeit, Feiten
from monitor.indicatoren.cijfers import Cijfers, als_uitkomst, tel, uit_uitkomst
from monitor.indicatoren.figuren import PERSOON, Figuursoort, Tabelsoort
from monitor.oordelen import Oordeel

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.db.models import Model

    from mantelzorg.models import Programma, User
    from monitor.controlelijst.bevinding import Bevinding

Dag = datetime.date
Uitkomst = dict[str, Any]
"""The figures as an object (docs/indicatoren.md), which is what is fixed."""


def _geen_zinnen(_: Cijfers) -> tuple[str, ...]:
    return ()


def _geen_bevindingen(_feiten: Feiten, _peildatum: Dag) -> Iterable["Bevinding"]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Indicatorsoort:
    """One indicator. `code`: in addresses, files and what is fixed; lower-case letters, digits and hyphens.

    `naam`: on buttons; `titel`: above its page; `hoofd`: the figure that is its value, `tabel.figuur`.
    `definities`: versions, oldest first, each with its text, rules and rule. `lees`: its facts as the records stand
    now, whatever their days, in a constant number of queries. `zinnen`: paragraphs that explain the figures.
    `feitsoorten`: kinds of fact of its own; `kader`: kinds that its rule looks at beside the fact it judges.
    `niet_gestart`: the figure of which 0 makes a measurement nvt: nog niet gestart; empty: there is none.
    `recht`: asked for its figures; `recht_records`: for the lists behind them, where those are not of persons.
    `bevindingen`: what its checklist finds. `historie`: of a kind of its own whose history tells who changed it: model
    and column with the key. `bronnen`: the models it is made of, where all have history (for the API's Last-Modified).
    """

    code: str
    naam: str
    titel: str
    definities: tuple[Definitie, ...]
    lees: Callable[["Programma"], Feiten]
    tabellen: tuple[Tabelsoort, ...]
    hoofd: str
    naamgeving: str = ""
    zinnen: Callable[[Cijfers], tuple[str, ...]] = _geen_zinnen
    feitsoorten: tuple[type[EigenFeit], ...] = ()
    kader: tuple[str, ...] = ("praktijk",)
    niet_gestart: str = ""
    recht: Recht = Recht.CIJFERS_ZIEN
    recht_records: Recht = Recht.PRAKTIJKEN_ZIEN
    bevindingen: Callable[[Feiten, Dag], Iterable["Bevinding"]] = _geen_bevindingen
    historie: Mapping[str, tuple[Any, str]] = field(default_factory=dict)
    bronnen: tuple["type[Model]", ...] = ()
    eigen_vormen: ClassVar[bool] = False
    """Whether it has a page, report and files of its own, and is published and delivered: indicator 23 alone."""

    @property
    def huidige(self) -> Definitie:
        """The definition by which measurements are made now."""
        return self.definities[-1]

    def definitie(self, versie: int) -> Definitie:
        """That version. KeyError where there is none."""
        return {een.versie: een for een in self.definities}[versie]

    @cached_property
    def figuren(self) -> dict[str, Figuursoort]:
        """Every kind of figure by its name, `tabel.figuur`."""
        return {tabel.sleutel(een): een for tabel in self.tabellen for een in tabel.figuren}

    def tabel_van(self, figuur: str) -> Tabelsoort:
        """The table of a figure. KeyError where there is none."""
        return {tabel.naam: tabel for tabel in self.tabellen}[figuur.partition(".")[0]]

    @property
    def hoofdlabel(self) -> str:
        """Its value in words, as a heading."""
        return f"{self.tabel_van(self.hoofd).titel} {self.figuren[self.hoofd].label.lower()}"

    def soort_van(self, figuur: str) -> str:
        """The kind of record behind a figure; of one it does not know that of persons, which asks the most."""
        gevonden = self.figuren.get(figuur)
        return gevonden.soort if gevonden else PERSOON

    def over_personen(self, figuur: str) -> bool:
        """Whether opening the figure lists persons."""
        return self.soort_van(figuur) == PERSOON

    def mag_records(self, user: "User | AnonymousUser") -> bool:
        """Whether `user` may open the lists behind its figures: these are of all, so who sees their own may not."""
        return bereik(user, self.recht_records) >= Bereik.PROGRAMMA

    def uitkomst(self, slug: str, peildatum: Dag, feiten: Feiten, oordelen: Iterable[Oordeel]) -> Uitkomst:
        """The figures that what was said of the facts amounts to; of `feiten` only those of `kader` are looked at."""
        tabellen = tel(self.tabellen, feiten, peildatum, oordelen)
        return als_uitkomst(self.code, Cijfers(programma=slug, peildatum=peildatum, tabellen=tabellen))

    def uitkomst_nu(self, programma: "Programma", peildatum: Dag) -> Uitkomst:
        """The figures as the records stand now."""
        with momentopname():
            feiten = self.lees(programma)
        return self.uitkomst(programma.slug, peildatum, feiten, self.huidige.oordelen(feiten, peildatum))

    def waarde_op(self, feiten: Feiten, dag: Dag) -> int | None:
        """Its value at another day by these facts; None where there was nothing to measure yet, or no data."""
        toen = self.uitkomst("", dag, feiten, self.huidige.oordelen(feiten, dag))
        return self.waarde(toen) if self.is_gestart(toen) else None

    def cijfers(self, uitkomst: Uitkomst) -> Cijfers:
        """The figures of such an object. KeyError or TypeError where it is of another form."""
        return uit_uitkomst(self.tabellen, uitkomst)

    def waarde(self, uitkomst: Uitkomst) -> int | None:
        """Its value in such an object; None: no data."""
        return _in(uitkomst, self.hoofd)

    def is_gestart(self, uitkomst: Uitkomst) -> bool:
        """Whether there was anything to measure."""
        return not self.niet_gestart or bool(_in(uitkomst, self.niet_gestart))

    def kader_van(self, feiten: Feiten) -> Feiten:
        """Those of the facts that the rule looks at beside the one it judges."""
        return Feiten.van(een for een in feiten if een.soort in self.kader)

    def herleidbaar(self) -> Iterator[Figuursoort]:
        """The figures of which a difference can be explained."""
        return (een for een in self.figuren.values() if een.telt_op)


def _in(uitkomst: Uitkomst, figuur: str) -> int | None:
    tabel, _, naam = figuur.partition(".")
    waarde: int | None = uitkomst[tabel][naam]
    return waarde
