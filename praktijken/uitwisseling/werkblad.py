"""One sheet of a file to download: headers, rows, column widths and drop-down lists."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.datavalidation import DataValidation

from mantelzorg.bladen import Blad, Inhoud, Kolom, Waarde
from praktijken.uitwisseling.lezen import kolomletters
from praktijken.uitwisseling.verslag import toon

Werkblad = Any
"""openpyxl's write-only sheet: its stubs lack the widths and lists it does have."""
TOELICHTING = "Toelichting"
EERSTE_EXCELDAG = datetime.date(1900, 3, 1)  # before it Excel's calendar is wrong: written as text
KEUZERIJEN = 5_000  # how far down the drop-down lists reach
VERWIJZINGEN = {
    "praktijk": "Praktijken",
    "gaat verder in": "Praktijken",
    "organisatie": "Organisaties",
    "organisatietype": "Organisatietypen",
    "experiment": "Experimenten",
}
BREEDTE = {Inhoud.TEKST: 60, Inhoud.DATUM: 14, Inhoud.GETAL: 12, Inhoud.JA_NEE: 12, Inhoud.LIJST: 34}
_CODE = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")


def schrijf_blad(blad_uit: Werkblad, blad: Blad, rijen: Iterable[list[Waarde]]) -> None:
    """Write the sheet; a header, then one row a record."""
    blad_uit.freeze_panes = "A2"
    for plek, kolom in enumerate(blad.kolommen, start=1):
        maten = blad_uit.column_dimensions[kolomletters(plek)]
        maten.width = BREEDTE.get(kolom.inhoud, 26)
        if kolom.inhoud is Inhoud.DATUM:
            maten.number_format = "dd-mm-yyyy"
        if keuzelijst := _keuzelijst(blad, kolom):
            keuzelijst.add(f"{kolomletters(plek)}2:{kolomletters(plek)}{KEUZERIJEN}")
            blad_uit.data_validations.append(keuzelijst)
    blad_uit.append([_kop(blad_uit, kolom.kop) for kolom in blad.kolommen])
    for rij in rijen:
        blad_uit.append([_cel(blad_uit, blad.kolommen[plek], waarde) for plek, waarde in enumerate(rij)])


def schrijf_toelichting(blad_uit: Werkblad, bladen: Iterable[Blad]) -> None:
    """What each column means, so that the file explains itself."""
    for letter, breedte in zip("ABCD", (22, 28, 12, 90), strict=True):
        blad_uit.column_dimensions[letter].width = breedte
    blad_uit.append([_kop(blad_uit, "Zo vult u dit bestand in")])
    for regel in (
        "Een datum vult u in als Exceldatum, of als tekst dd-mm-jjjj. De laatste dag telt mee.",
        "Een lege cel maakt het veld leeg. Haal een kolom weg om het veld te laten zoals het is.",
        "Er wordt nooit iets verwijderd. Dit blad wordt niet gelezen.",
    ):
        blad_uit.append([regel])
    blad_uit.append([])
    blad_uit.append([_kop(blad_uit, kop) for kop in ("blad", "kolom", "verplicht", "uitleg")])
    for blad in bladen:
        for kolom in blad.kolommen:
            blad_uit.append([blad.naam, kolom.kop, "ja" if kolom.verplicht else "", _uitleg(kolom)])


def _uitleg(kolom: Kolom) -> str:
    delen = [kolom.uitleg, f"Toegestaan: {', '.join(kolom.keuzes)}." if kolom.keuzes else ""]
    if kolom.inhoud is Inhoud.JA_NEE:
        delen.append("Toegestaan: ja, nee.")
    return " ".join(deel for deel in delen if deel)


def _kop(blad_uit: Werkblad, tekst: str) -> Any:
    cel = WriteOnlyCell(blad_uit, value=tekst)
    cel.font = Font(bold=True)
    return cel


def _cel(blad_uit: Werkblad, kolom: Kolom, waarde: Waarde) -> Any:
    """The value as its column's kind; text is text, also where it begins with `=` (never a formula)."""
    if waarde in ("", None, ()):
        return None
    if isinstance(waarde, datetime.date) and waarde >= EERSTE_EXCELDAG:
        cel = WriteOnlyCell(blad_uit, value=datetime.datetime.combine(waarde, datetime.time()))
        cel.number_format = "dd-mm-yyyy"
        return cel
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return waarde
    cel = WriteOnlyCell(blad_uit, value=_CODE.sub("_x005F_x", toon(waarde)))
    cel.data_type = "s"
    if kolom.inhoud is Inhoud.TEKST:
        cel.alignment = Alignment(wrap_text=True, vertical="top")
    return cel


def _keuzelijst(blad: Blad, kolom: Kolom) -> DataValidation | None:
    """A list to choose from: fixed words are enforced, references to other sheets are a help."""
    woorden = kolom.keuzes or (("ja", "nee") if kolom.inhoud is Inhoud.JA_NEE else ())
    if woorden:
        keuzelijst = DataValidation(type="list", formula1=f'"{",".join(woorden)}"', allow_blank=True)
        keuzelijst.errorTitle, keuzelijst.error = "Onbekende waarde", f"Kies uit: {', '.join(woorden)}"
        keuzelijst.showErrorMessage = True
        return keuzelijst
    ander = VERWIJZINGEN.get(kolom.kop)
    if ander is None or kolom.inhoud is Inhoud.GETAL or (ander == blad.naam and kolom.kop in blad.sleutel):
        return None
    letter = "C" if ander == "Experimenten" else "A"
    bereik = f"'{ander}'!${letter}$2:${letter}${KEUZERIJEN}"
    return DataValidation(type="list", formula1=bereik, allow_blank=True, showErrorMessage=False)
