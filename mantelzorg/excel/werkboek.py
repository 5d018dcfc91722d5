"""What stands around the sheets of a workbook: where each sheet is, the shared texts, and which styles are dates."""

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from mantelzorg.excel.grenzen import BESCHADIGD, GEEN_XLSX, Geweigerd
from mantelzorg.excel.stroom import kinderen, lokaal, wortel
from mantelzorg.excel.waarden import Soort, soort_van, tekst_in

MACROS = "Het bestand bevat macro's. Sla het in Excel op als gewone Excel-werkmap (.xlsx)."
XLSB = "Het bestand is een binaire werkmap (.xlsb). Sla het in Excel op als gewone Excel-werkmap (.xlsx)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """A workbook that may be read.

    Attributes:
        bladen: the part of each sheet, by the sheet's name casefolded without outer spaces.
        teksten: the shared texts by number; None where the text is empty.
        soorten: by style number, what a number in that style is.
        vanaf_1904: whether days are counted from 1904 (old Macs) rather than 1900.
    """

    bladen: Mapping[str, str]
    teksten: list[str | None]
    soorten: list[Soort]
    vanaf_1904: bool


def blad_sleutel(naam: str) -> str:
    """The form in which names of sheets are compared."""
    return naam.strip().casefold()


def open_werkboek(archief: zipfile.ZipFile) -> Werkboek:
    """Find the way from the zip's root to the sheets, as the format lays it down: by relations, not by file names.

    Raises:
        Geweigerd: the zip is no .xlsx, holds macros, is damaged, or names two sheets alike.
    """
    delen = Delen(archief)
    _check_inhoud(delen)
    hoofd = next(iter(delen.relaties("", "officeDocument").values()), None)
    if hoofd is None:
        raise Geweigerd(GEEN_XLSX)
    boek = delen.wortel(hoofd)
    if lokaal(boek.tag) != "workbook":
        raise Geweigerd(GEEN_XLSX)
    eigenschappen = boek.find("{*}workbookPr")
    return Werkboek(
        bladen=_bladen(boek, delen.relaties(hoofd, "worksheet")),
        teksten=[tekst for deel in delen.relaties(hoofd, "sharedStrings").values() for tekst in delen.teksten(deel)],
        soorten=[soort for deel in delen.relaties(hoofd, "styles").values() for soort in _soorten(delen.wortel(deel))],
        vanaf_1904=eigenschappen is not None and eigenschappen.get("date1904") in ("1", "true"),
    )


class Delen:
    """The parts of the zip by name, upper and lower case alike."""

    def __init__(self, archief: zipfile.ZipFile) -> None:
        self._archief = archief
        self._namen = {naam.casefold(): naam for naam in archief.namelist()}

    def __iter__(self) -> "iter[str]":  # type: ignore[valid-type]
        return iter(self._namen)

    def naam(self, deel: str) -> str:
        """The part's name as it stands in the zip."""
        if deel.casefold() not in self._namen:
            raise Geweigerd(BESCHADIGD)
        return self._namen[deel.casefold()]

    def wortel(self, deel: str) -> Element:
        with self._archief.open(self.naam(deel)) as stroom:
            return wortel(stroom)
