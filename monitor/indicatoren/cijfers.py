"""The figures of any indicator: counted from what was said of its facts, as tables and as the object others rely on."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from mantelzorg.volgorde import alfabetisch
from monitor.feiten import Feiten
from monitor.indicatoren.figuren import Figuursoort, Tabelsoort, Telling
from monitor.oordelen import Oordeel
from monitor.tabellen import Figuur, Rij, Tabel

SLEUTEL, NAAM = "sleutel", "naam"
"""What a row of a list goes by, in the object: its key and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfers:
    """All figures of one programme on one day."""

    programma: str
    peildatum: datetime.date
    tabellen: tuple[Tabel, ...]

    def waarde(self, figuur: str, sleutel: str = "") -> int | None:
        """The figure `tabel.figuur` of that row. KeyError where there is none; None: no data."""
        tabelnaam, _, naam = figuur.partition(".")
        for tabel in self.tabellen:
            for rij in tabel.rijen:
                if (tabel.naam, rij.sleutel) == (tabelnaam, sleutel):
                    return dict(zip((een.naam for een in tabel.figuren), rij.waarden, strict=True))[naam]
        raise KeyError(figuur, sleutel)


def verzamel(oordelen: Iterable[Oordeel]) -> Telling:
    """The numbers that count in each figure."""
    telling: Telling = {}
    for oordeel in oordelen:
        for figuur, getal in oordeel.waarden():
            telling.setdefault(figuur, []).append(getal)
    return telling


def tel(
    soorten: Iterable[Tabelsoort], feiten: Feiten, peildatum: datetime.date, oordelen: Iterable[Oordeel]
) -> tuple[Tabel, ...]:
    """The tables that what was said of the facts amounts to; of `feiten` only rows that always stand there come."""
    telling = verzamel(oordelen)
    return tuple(_tabel(een, dict(een.rijen(feiten, peildatum)) if een.rijen else {}, telling) for een in soorten)


def _tabel(soort: Tabelsoort, vaste: dict[str, str], telling: Telling) -> Tabel:
    namen = _rijnamen(soort, vaste, telling) if soort.kop else {"": ""}
    rijen = [
        Rij(sleutel=sleutel, label=label, waarden=tuple(_waarde(soort, een, sleutel, telling) for een in soort.figuren))
        for sleutel, label in namen.items()
    ]
    return _met_rijen(soort, sorted(rijen, key=lambda rij: _plek(soort, rij)))


def _met_rijen(soort: Tabelsoort, rijen: Iterable[Rij]) -> Tabel:
    figuren = tuple(Figuur(naam=een.naam, label=een.label) for een in soort.figuren)
    return Tabel(naam=soort.naam, titel=soort.titel, figuren=figuren, rijen=tuple(rijen))


def _rijnamen(soort: Tabelsoort, vaste: dict[str, str], telling: Telling) -> dict[str, str]:
    eigen = {soort.sleutel(een) for een in soort.figuren}
    return {sleutel: sleutel for figuur, sleutel in telling if figuur in eigen} | vaste


def _waarde(soort: Tabelsoort, figuur: Figuursoort, sleutel: str, telling: Telling) -> int | None:
    getallen = telling.get((soort.sleutel(figuur), sleutel))
    return figuur.samen(getallen) if getallen else figuur.leeg


def _plek(soort: Tabelsoort, rij: Rij) -> tuple[Any, ...]:
    meeste = -(rij.waarden[0] or 0) if soort.meeste_eerst else 0
    return meeste, alfabetisch(rij.label), rij.sleutel


def als_uitkomst(code: str, cijfers: Cijfers) -> dict[str, Any]:
    """The object: figures of the programme as a whole by table, and of a list an object a row."""
    kop = {"indicator": code, "programma": cijfers.programma, "peildatum": cijfers.peildatum.isoformat()}
    return kop | {tabel.naam: _vorm(tabel) for tabel in cijfers.tabellen}


def _vorm(tabel: Tabel) -> dict[str, Any] | list[dict[str, Any]]:
    rijen = [dict(zip((een.naam for een in tabel.figuren), rij.waarden, strict=True)) for rij in tabel.rijen]
    if is_geheel(tabel):
        return rijen[0]
    return [{SLEUTEL: rij.sleutel, NAAM: rij.label} | waarden for rij, waarden in zip(tabel.rijen, rijen, strict=True)]


def uit_uitkomst(soorten: Iterable[Tabelsoort], uitkomst: dict[str, Any]) -> Cijfers:
    """What `als_uitkomst` was made of. KeyError or TypeError where it is of another form."""
    return Cijfers(
        programma=uitkomst["programma"],
        peildatum=datetime.date.fromisoformat(uitkomst["peildatum"]),
        tabellen=tuple(_met_rijen(soort, _rijen(soort, uitkomst[soort.naam])) for soort in soorten),
    )


def _rijen(soort: Tabelsoort, vorm: Any) -> Iterator[Rij]:
    for rij in vorm if soort.kop else [{SLEUTEL: "", NAAM: "", **vorm}]:
        yield Rij(sleutel=rij[SLEUTEL], label=rij[NAAM], waarden=tuple(rij[een.naam] for een in soort.figuren))


def is_geheel(tabel: Tabel) -> bool:
    """Whether its figures are of the programme as a whole."""
    return len(tabel.rijen) == 1 and not tabel.rijen[0].sleutel
