"""What stands around the sheets of a workbook: where each sheet is, the shared texts, and which styles are dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from mantelzorg.excel.getallen import Soort, soort_van
from mantelzorg.excel.grenzen import GEEN_XLSX, Geweigerd
from mantelzorg.excel.pakket import Pakket, Relatie
from mantelzorg.excel.stroom import kinderen, lokaal
from mantelzorg.excel.teksten import tekst_in

INHOUD = "[Content_Types].xml"
ALS_XLSX = "Sla het in Excel op als gewone Excelwerkmap (.xlsx)."
MACROS = f"Het bestand bevat macro's. {ALS_XLSX}"
XLSB = f"Het bestand is een binaire werkmap (.xlsb). {ALS_XLSX}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """A workbook that may be read.

    Attributes:
        bladen: the part of each sheet, by `blad_sleutel` of its name.
        namen: of all sheets as the user knows them, in order; a chart on a sheet of its own among them.
        teksten: the shared texts by number, None where nothing but white space.
        soorten: by style number (as text), what a number in that style is.
        vanaf_1904: whether days are counted from 1904 (old Macs) rather than 1900.
    """

    bladen: Mapping[str, str]
    namen: Sequence[str]
    teksten: Sequence[str | None]
    soorten: Mapping[str, Soort]
    vanaf_1904: bool


def blad_sleutel(naam: str) -> str:
    """The form in which names of sheets are compared."""
    return naam.strip().casefold()


def open_werkboek(pakket: Pakket) -> Werkboek:
    """Find the way from the package to the sheets as the format lays it down: by relations, not by file names.

    Raises:
        Geweigerd: it is no .xlsx, holds macros, is damaged, or names two sheets alike.
    """
    _check_inhoud(pakket)
    hoofd = _doel(pakket.relaties(""), "officeDocument")
    if hoofd is None or lokaal((boek := pakket.wortel(hoofd)).tag) != "workbook":
        raise Geweigerd(GEEN_XLSX)
    relaties = pakket.relaties(hoofd)
    eigenschappen = boek.find("{*}workbookPr")
    return Werkboek(
        bladen=_bladen(boek, relaties),
        namen=[blad.get("name", "") for blad in boek.iterfind("{*}sheets/{*}sheet")],
        teksten=_teksten(pakket, _doel(relaties, "sharedStrings")),
        soorten=_soorten(pakket, _doel(relaties, "styles")),
        vanaf_1904=eigenschappen is not None and eigenschappen.get("date1904") in ("1", "true"),
    )


def _check_inhoud(pakket: Pakket) -> None:
    """The list of contents says what the parts are: no xlsb, no macros (the XLM sheets of old among them)."""
    if INHOUD not in pakket:
        raise Geweigerd(GEEN_XLSX)
    typen = [el.get("ContentType", "").casefold() for el in pakket.wortel(INHOUD)]
    namen = [naam.casefold() for naam in pakket.archief.namelist()]
    if any("sheet.binary" in soort for soort in typen):
        raise Geweigerd(XLSB)
    if any("macro" in soort or "vbaproject" in soort for soort in typen) or any("vbaproject" in n for n in namen):
        raise Geweigerd(MACROS)


def _doel(relaties: list[Relatie], soort: str) -> str | None:
    return next((relatie.doel for relatie in relaties if relatie.soort == soort), None)


def _bladen(boek: Element, relaties: list[Relatie]) -> dict[str, str]:
    doelen = {relatie.sleutel: relatie.doel for relatie in relaties if relatie.soort == "worksheet"}
    bladen: dict[str, str] = {}
    for blad in boek.iterfind("{*}sheets/{*}sheet"):
        sleutel = blad_sleutel(blad.get("name", ""))
        if sleutel in bladen:
            raise Geweigerd(f"Het bestand heeft twee bladen met de naam '{' '.join(sleutel.split())}'.")
        verwijzing = next((waarde for naam, waarde in blad.items() if naam.endswith("}id")), "")
        if verwijzing in doelen:  # what is no worksheet (a chart on a sheet of its own) has no rows
            bladen[sleutel] = doelen[verwijzing]
    return bladen


def _teksten(pakket: Pakket, deel: str | None) -> list[str | None]:
    if deel is None:
        return []
    with pakket.open(deel) as stroom:
        return [tekst_in(el) for el in kinderen(stroom)]


def _soorten(pakket: Pakket, deel: str | None) -> dict[str, Soort]:
    if deel is None:
        return {}
    stijlen = pakket.wortel(deel)
    eigen = {el.get("numFmtId", ""): el.get("formatCode", "") for el in stijlen.iterfind("{*}numFmts/{*}numFmt")}
    formaten = [xf.get("numFmtId", "0") for xf in stijlen.iterfind("{*}cellXfs/{*}xf")]
    return {str(nummer): soort_van(formaat, eigen) for nummer, formaat in enumerate(formaten)}
