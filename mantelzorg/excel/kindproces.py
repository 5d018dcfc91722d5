"""The child process: reads the workbook on its standard input, writes rows as JSON lines to standard output.

Started by `lezer` as `python -m mantelzorg.excel.kindproces '["Praktijken", …]'`. It knows nothing of the
parent's settings or secrets, and may use so much memory and time: what a hostile file breaks, it breaks here.
With `null` for the names it reads all sheets, formulas too, and says first `{"bladen": ["Praktijken", …]}`.
A line is `{"blad": 0, "rijen": [[nummer, [cel, …]], …]}`, and at the end `{"klaar": true}` or `{"fout": "…"}`;
a cell is null, a JSON value, or `[kind, text]` for what JSON has no word for.
"""

import datetime as dt
import gc
import json
import resource
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO

from mantelzorg.excel.blad import ONDER, RECHTS, Blad, Formule, Formuleblad, Fout, Waarde, te_ver
from mantelzorg.excel.blik import Indruk
from mantelzorg.excel.grenzen import (
    MAX_GEHEUGEN,
    MAX_REKENTIJD,
    MAX_RIJ,
    MAX_RIJEN,
    MAX_UITGEPAKT,
    TE_GROOT_UITGEPAKT,
    TE_ZWAAR,
    Geweigerd,
    getal,
)
from mantelzorg.excel.keuring import bekijk_onderdelen, open_zip
from mantelzorg.excel.pakket import Pakket
from mantelzorg.excel.werkboek import Werkboek, blad_sleutel, open_werkboek

BUNDEL = 200
"""Rows on a line; a line also ends when it holds `BUNDEL_TEKENS` characters or more."""
BUNDEL_TEKENS = 1 << 16

TE_VEEL_RIJEN = f"Het bestand heeft te veel rijen: meer dan {getal(MAX_RIJEN)} bij elkaar."


def _gecodeerd(cel: object) -> list[str]:
    """What JSON has no word for."""
    match cel:
        case Fout():
            return ["fout", cel.code]
        case Formule():
            return ["formule", encode([cel.tekst, cel.uitkomst])]
        case dt.datetime():
            return ["moment", cel.isoformat()]
        case dt.date():
            return ["datum", cel.isoformat()]
        case dt.time():
            return ["tijd", cel.isoformat()]
        case dt.timedelta():
            return ["duur", str(cel // dt.timedelta(milliseconds=1))]
    raise TypeError(type(cel))


encode = json.JSONEncoder(separators=(",", ":"), check_circular=False, default=_gecodeerd).encode

Rij = tuple[int, list[Waarde]]


class Lezing:
    """One reading of the sheets asked for, with the count of rows over all of them."""

    def __init__(self, pakket: Pakket, boek: Werkboek, bladen: Sequence[str], soort: type[Blad] = Blad) -> None:
        self._soort = soort
        self._pakket = pakket
        self._boek = boek
        self._bladen = [(nr, naam) for nr, naam in enumerate(bladen) if blad_sleutel(naam) in boek.bladen]
        self._rijen = -len(self._bladen)  # the first row of each is its header

    def weiger_meteen(self, indrukken: Mapping[str, Indruk]) -> None:
        """Refuse what a quick look shows to be over a limit. An empty shared text makes a quick look unsure."""
        if None in self._boek.teksten:
            return
        gezien = [(naam, indrukken[self._deel(naam)]) for _, naam in self._bladen]
        for naam, indruk in gezien:
            if indruk.laatste_rij > MAX_RIJ:
                raise Geweigerd(te_ver(naam, ONDER))
            if indruk.na_gr:
                raise Geweigerd(te_ver(naam, RECHTS))
        if sum(indruk.rijen for _, indruk in gezien) > MAX_RIJEN + len(gezien):
            raise Geweigerd(TE_VEEL_RIJEN)

    def rijen(self) -> Iterator[tuple[int, Rij]]:
        """Each row with the number its sheet has among those asked for."""
        for blad_nr, naam in self._bladen:
            with self._pakket.open(self._deel(naam)) as stroom:
                for rij in self._soort(naam, self._boek).rijen(stroom):
                    self._rijen += 1
                    if self._rijen > MAX_RIJEN:
                        raise Geweigerd(TE_VEEL_RIJEN)
                    yield blad_nr, rij

    def _deel(self, naam: str) -> str:
        return self._pakket.naam(self._boek.bladen[blad_sleutel(naam)])


def lees(bestand: BinaryIO, bladen: Sequence[str] | None) -> Iterator[str]:
    """The lines for these sheets; None: for all of them. Raises Geweigerd."""
    archief = open_zip(bestand)
    indrukken = bekijk_onderdelen(archief)
    pakket = Pakket(archief)
    boek = open_werkboek(pakket)
    if bladen is None:
        yield encode({"bladen": boek.namen})
        lezing = Lezing(pakket, boek, boek.namen, Formuleblad)
    else:
        eerste = next(iter(boek.bladen), "")
        lezing = Lezing(pakket, boek, [naam or eerste for naam in bladen])
    lezing.weiger_meteen(indrukken)
    yield from _bundels(lezing.rijen())


def _bundels(rijen: Iterator[tuple[int, Rij]]) -> Iterator[str]:
    """Rows bundled into lines, for one line a row costs twice the time; together never more than a file may hold."""
    bundel: list[str] = []
    tekens = totaal = vorig_blad = 0
    for blad, (nummer, cellen) in rijen:
        if bundel and (blad != vorig_blad or len(bundel) == BUNDEL or tekens >= BUNDEL_TEKENS):
            yield _regel(vorig_blad, bundel)
            bundel, tekens = [], 0
        bundel.append(encode([nummer, cellen]))
        vorig_blad = blad
        tekens += len(bundel[-1])
        totaal += len(bundel[-1])
        if totaal > MAX_UITGEPAKT:
            raise Geweigerd(TE_GROOT_UITGEPAKT)
    if bundel:
        yield _regel(vorig_blad, bundel)


def _regel(blad: int, bundel: list[str]) -> str:
    return f'{{"blad":{blad},"rijen":[{",".join(bundel)}]}}'


def begrens() -> None:
    """Memory can only be limited on Linux; elsewhere time and the limits on the file have to do."""
    _zet_grens(resource.RLIMIT_CPU, MAX_REKENTIJD)
    _zet_grens(resource.RLIMIT_CORE, 0)
    if sys.platform == "linux":
        _zet_grens(resource.RLIMIT_AS, MAX_GEHEUGEN)


def _zet_grens(soort: int, grens: int) -> None:
    """A limit that is lower already stays."""
    _, hard = resource.getrlimit(soort)
    grens = grens if hard == resource.RLIM_INFINITY else min(grens, hard)
    resource.setrlimit(soort, (grens, grens))


def main(bladen: Sequence[str] | None) -> None:
    """Read standard input and say on the last line how it went."""
    gc.disable()  # a tree of XML has no cycles, and looking for them takes ever longer as it grows
    begrens()
    uit = sys.stdout
    try:
        for regel in lees(sys.stdin.buffer, bladen):
            uit.write(regel + "\n")
    except Geweigerd as fout:
        uit.write(encode({"fout": str(fout)}) + "\n")
    except MemoryError:
        uit.write(encode({"fout": TE_ZWAAR}) + "\n")
    else:
        uit.write(encode({"klaar": True}) + "\n")


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
