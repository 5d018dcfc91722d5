"""How the Excel report looks: its colours, and each kind of cell once."""

from dataclasses import dataclass, fields
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

DONKER, TINT, LIJN, GRIJS, LET_OP = "#0B4F6C", "#E6F1F6", "#B8C4CC", "#51606B", "#FFF4D6"
DATUMVORM = "dd-mm-yyyy"
"""Excel's own code for dd-mm-jjjj; a Dutch Excel shows it so."""
LETTERTYPE = "Arial"
"""Everywhere there is Arial or a font of exactly its widths, so text takes the same room."""
LETTERGROOTTE = 10
BASIS: dict[str, Any] = {"font_name": LETTERTYPE, "font_size": LETTERGROOTTE}
"""Every cell's font, unless its kind says otherwise."""


def opties() -> dict[str, Any]:
    """Of every workbook: a text stays a text. Made anew each time, for XlsxWriter writes in what it is given."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": dict(BASIS),
    }


_BOVEN: dict[str, Any] = {"valign": "top"}
_MIDDEN: dict[str, Any] = {"valign": "vcenter"}
_LIJN: dict[str, Any] = {"bottom": 1, "bottom_color": LIJN}
_TABELKOP: dict[str, Any] = {
    "bold": True,
    "bg_color": TINT,
    "text_wrap": True,
    "valign": "vcenter",
    "bottom": 1,
    "bottom_color": DONKER,
}
_TOTAAL: dict[str, Any] = {**_MIDDEN, "bold": True, "top": 1, "top_color": DONKER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmaak:
    """The formats of one workbook, by what stands in the cell."""

    titel: Format
    ondertitel: Format
    kop: Format
    tekst: Format
    alinea: Format
    noot: Format
    melding: Format
    hoofdgetal: Format
    hoofdlabel: Format
    tabelkop: Format
    tabelkop_getal: Format
    naam: Format
    getal: Format
    getal_half: Format
    naam_na_getal: Format
    tabelkop_na_getal: Format
    buurnaam: Format
    buurgetal: Format
    totaal: Format
    totaalgetal: Format
    begrip: Format
    datum: Format
    waarde: Format
    waarde_half: Format
    waarde_links: Format


_STIJLEN: dict[str, dict[str, Any]] = {
    "titel": {"bold": True, "font_size": 18, "font_color": DONKER, "text_wrap": True, "valign": "vcenter"},
    "ondertitel": {"font_size": 12, "text_wrap": True, "valign": "vcenter"},
    "kop": {"bold": True, "font_size": 14, "font_color": DONKER, "valign": "bottom"},
    "tekst": {**_BOVEN},
    "alinea": {**_BOVEN, "text_wrap": True},
    "noot": {**_BOVEN, "text_wrap": True, "font_color": GRIJS, "font_size": 9},
    "melding": {"text_wrap": True, "valign": "vcenter", "bg_color": LET_OP, "border": 1, "border_color": LIJN},
    "hoofdgetal": {"bold": True, "font_size": 48, "font_color": "#FFFFFF", "bg_color": DONKER, "align": "center",
                   "valign": "vcenter"},
    "hoofdlabel": {"font_color": "#FFFFFF", "bg_color": DONKER, "align": "center", "valign": "vcenter",
                   "text_wrap": True},
    "tabelkop": {**_TABELKOP},
    "tabelkop_getal": {**_TABELKOP, "align": "right"},
    "naam": {**_MIDDEN, **_LIJN, "text_wrap": True},
    "getal": {**_MIDDEN, **_LIJN, "num_format": "0"},
    "getal_half": {**_MIDDEN, **_LIJN, "num_format": "0.0"},
    "naam_na_getal": {**_MIDDEN, **_LIJN, "text_wrap": True, "align": "left", "indent": 1},
    "tabelkop_na_getal": {**_TABELKOP, "align": "left", "indent": 1},
    "buurnaam": {**_LIJN, "valign": "vcenter", "text_wrap": True},
    "buurgetal": {**_LIJN, "valign": "vcenter", "text_wrap": True, "align": "right", "bold": True,
                  "num_format": "0"},
    "totaal": {**_TOTAAL},
    "totaalgetal": {**_TOTAAL, "num_format": "0"},
    "begrip": {**_BOVEN, "bold": True, "text_wrap": True},
    "datum": {**_BOVEN, "num_format": DATUMVORM, "align": "left"},
    "waarde": {**_BOVEN, "num_format": "0", "align": "right", "indent": 1},
    "waarde_half": {**_BOVEN, "num_format": "0.0", "align": "right", "indent": 1},
    "waarde_links": {**_BOVEN, "num_format": "0", "align": "left"},
}  # fmt: skip


def maak_opmaak(boek: Workbook) -> Opmaak:
    """The formats of `boek`."""
    return Opmaak(**{veld.name: boek.add_format({**BASIS, **_STIJLEN[veld.name]}) for veld in fields(Opmaak)})
