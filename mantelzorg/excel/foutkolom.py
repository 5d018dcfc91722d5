"""The same workbook with a column of messages: every part is copied as it is, but for the cells that are added.

A child process, as `kindproces` is: `python -m mantelzorg.excel.foutkolom MELDINGEN.json UIT.xlsx`, with the workbook
on standard input. The first file is `{"Praktijken": {"4": "…"}}`: per sheet and row what to say, row 0 for the sheet
as a whole. It prints `{"klaar": true, "zonder": ["Praktijken"]}`, with the sheets that had no place for it, or
`{"fout": "…"}`. The sheets are never held: the XML streams by, and what was found is put in between its bytes.
"""

import json
import mmap
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, BinaryIO
from xml.parsers import expat
from xml.sax.saxutils import escape

from mantelzorg.excel.blad import KOLOMMEN, Blad
from mantelzorg.excel.blik import STUK
from mantelzorg.excel.grenzen import BESCHADIGD, MAX_KOLOM, MAX_TEKST, TE_ZWAAR, Geweigerd
from mantelzorg.excel.keuring import ZIP_FOUTEN, bekijk_onderdelen, open_zip
from mantelzorg.excel.kindproces import begrens
from mantelzorg.excel.pakket import Pakket
from mantelzorg.excel.teksten import ONMOGELIJK
from mantelzorg.excel.werkboek import Werkboek, blad_sleutel, open_werkboek

KOP = "Fouten (importeren)"
"""Heads the column. The reader of imports passes it over, so the file can be uploaded again with it."""

LETTERS = {nummer: letters for letters, nummer in KOLOMMEN.items()}
SPANS = re.compile(rb"""\s(?:\w+:)?spans\s*=\s*(?:"[^"]*"|'[^']*')""")
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
PLEK = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
VOL = "Blad '{}' gebruikt alle 200 kolommen. Er is geen plaats voor een kolom met fouten."
UTF16 = "Het bestand is ongewoon opgeslagen. Open het in Excel en sla het opnieuw op."

Meldingen = Mapping[str, Mapping[str, str]]


def met_foutkolom(bestand: BinaryIO, meldingen: Meldingen, uit: Path) -> list[str]:
    """Write the workbook with its column; the sheets of `meldingen` that are not in it. Raises Geweigerd."""
    archief = open_zip(bestand)
    bekijk_onderdelen(archief)
    pakket = Pakket(archief)
    boek = open_werkboek(pakket)
    te_doen = {blad_sleutel(naam): (naam, regels) for naam, regels in meldingen.items()}
    delen = {pakket.naam(deel): te_doen[sleutel] for sleutel, deel in boek.bladen.items() if sleutel in te_doen}
    gevonden = set()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for info in archief.infolist():
            with archief.open(info) as bron, nieuw.open(zipfile.ZipInfo(info.filename, info.date_time), "w") as doel:
                if info.filename in delen and _blad(*delen[info.filename], boek, pakket, bron, doel):
                    gevonden.add(delen[info.filename][0])
                elif info.filename not in delen:
                    shutil.copyfileobj(bron, doel, STUK)
    return sorted(naam for naam, regels in meldingen.items() if regels and naam not in gevonden)


def _blad(
    naam: str, regels: Mapping[str, str], boek: Werkboek, pakket: Pakket, bron: IO[bytes], doel: IO[bytes]
) -> bool:
    """Copy a sheet, with the column where there is something to say or was; whether it has a header to say it at."""
    plaats = _plaats(naam, boek, pakket)
    if plaats is None or (not regels and not plaats[2]):
        shutil.copyfileobj(bron, doel, STUK)
        return plaats is not None
    kopregel, kolom, _ = plaats
    teksten = {int(rij): tekst for rij, tekst in regels.items()}
    hoofd = [tekst for rij in (0, kopregel) if (tekst := teksten.pop(rij, ""))]
    teksten[kopregel] = "\n".join([f"{KOP}:" if hoofd else KOP, *hoofd])
    with tempfile.TemporaryFile() as heel:
        shutil.copyfileobj(bron, heel, STUK)
        heel.flush()
        with mmap.mmap(heel.fileno(), 0, access=mmap.ACCESS_READ) as xml:
            _Herschrijver(xml, doel, kolom, teksten).schrijf()
    return True


def _plaats(naam: str, boek: Werkboek, pakket: Pakket) -> tuple[int, int, bool] | None:
    """(row of the header, number of the column, whether it stands there already); None for a sheet without rows."""
    kopregel, kolom, breedte = 0, 0, 0
    with pakket.open(boek.bladen[blad_sleutel(naam)]) as stroom:
        for nummer, cellen in Blad(naam, boek).rijen(stroom):
            breedte = max(breedte, len(cellen))
            if not kopregel:
                kopregel = nummer
                koppen = [" ".join(cel.split()).casefold() if isinstance(cel, str) else "" for cel in cellen]
                kolom = next((i for i, kop in enumerate(koppen, 1) if kop.startswith(KOP.casefold())), 0)
    if not kopregel:
        return None
    if not kolom and breedte >= MAX_KOLOM:
        raise Geweigerd(VOL.format(naam))
    return kopregel, kolom or breedte + 1, bool(kolom)


class _Herschrijver:
    """Copies the XML of a sheet; in every row the cell of one column gives way to a text of ours, or to nothing."""

    def __init__(self, xml: mmap.mmap, doel: IO[bytes], kolom: int, teksten: Mapping[int, str]) -> None:
        if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or xml[1:2] == b"\0":
            raise Geweigerd(UTF16)
        self._xml, self._doel = xml, doel
        self._kolom, self._teksten = kolom, teksten
        self._geschreven = 0
        self._rij = self._nummer = self._begin = self._cel = 0
        self._in_rij = self._klaar = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._einde

    def schrijf(self) -> None:
        try:
            for plek in range(0, len(self._xml), STUK):
                self._parser.Parse(self._xml[plek : plek + STUK], False)
            self._parser.Parse(b"", True)
        except expat.ExpatError as fout:
            raise Geweigerd(BESCHADIGD) from fout
        self._kopieer(len(self._xml))

    def _kopieer(self, tot: int) -> None:
        for plek in range(self._geschreven, tot, STUK):
            self._doel.write(self._xml[plek : min(plek + STUK, tot)])
        self._geschreven = tot

    def _start(self, naam: str, attributen: dict[str, str]) -> None:
        lokaal = naam.rpartition(":")[2]
        if lokaal == "row":
            eigen = attributen.get("r", "")
            self._rij = int(eigen) if eigen.isascii() and eigen.isdigit() else self._rij + 1
            self._begin, self._nummer, self._in_rij, self._klaar = self._parser.CurrentByteIndex, 0, True, False
            self._zonder_spans()
        elif lokaal == "c" and self._in_rij:
            self._begin_cel(attributen.get("r", ""))

    def _zonder_spans(self) -> None:
        """It says from where to where the cells of a row stand; that changes."""
        if self._rij in self._teksten:
            self._kopieer(self._begin)
            einde = self._na(self._begin)
            self._doel.write(SPANS.sub(b"", self._xml[self._begin : einde]))
            self._geschreven = einde

    def _begin_cel(self, plek: str) -> None:
        if gevonden := PLEK.fullmatch(plek):
            self._nummer = KOLOMMEN.get(gevonden[1], MAX_KOLOM + 1)
        else:
            self._nummer += 1
        self._cel = self._parser.CurrentByteIndex
        if self._nummer > self._kolom and not self._klaar:
            self._plaats(self._cel, self._cel)

    def _einde(self, naam: str) -> None:
        lokaal, hier = naam.rpartition(":")[2], self._parser.CurrentByteIndex
        if lokaal == "c" and self._in_rij and self._nummer == self._kolom:
            self._plaats(self._cel, self._na(hier))
        elif lokaal == "row":
            self._in_rij = False
            if not self._klaar and hier != self._begin:  # a row that opens and closes in one has no cells
                self._plaats(hier, hier)

    def _na(self, plek: int) -> int:
        """Just after the tag that begins at `plek`."""
        return self._xml.find(b">", plek) + 1

    def _plaats(self, begin: int, einde: int) -> None:
        """Put the text of this row, if there is one, in place of what stands between."""
        self._klaar = True
        tekst = self._teksten.get(self._rij)
        self._kopieer(begin)
        self._geschreven = einde
        if tekst:
            self._doel.write(self._als_cel(tekst))

    def _als_cel(self, tekst: str) -> bytes:
        """A cell that is text whatever it begins with, in the namespace prefix of its row."""
        p = self._xml[self._begin + 1 : self._xml.find(b"row", self._begin)].decode()
        veilig = escape(ESCAPE.sub("_x005F_", ONMOGELIJK.sub("", tekst)[:MAX_TEKST]))
        cel = f'<{p}c r="{LETTERS[self._kolom]}{self._rij}" t="inlineStr"><{p}is><{p}t xml:space="preserve">'
        return f"{cel}{veilig}</{p}t></{p}is></{p}c>".encode("ascii", "xmlcharrefreplace")


def main(meldingen: Path, uit: Path) -> None:
    """Read standard input, and say how it went."""
    begrens()
    antwoord: dict[str, Any]
    try:
        antwoord = {"klaar": True, "zonder": met_foutkolom(sys.stdin.buffer, json.loads(meldingen.read_text()), uit)}
    except Geweigerd as fout:
        antwoord = {"fout": str(fout)}
    except ZIP_FOUTEN:
        antwoord = {"fout": BESCHADIGD}
    except MemoryError:
        antwoord = {"fout": TE_ZWAAR}
    sys.stdout.write(json.dumps(antwoord))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
