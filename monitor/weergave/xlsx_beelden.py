"""The pictures of the Excel report: table 1 as a native chart, and the map."""

import io
from typing import Any

from xlsxwriter.workbook import Workbook

from monitor.rapport import Rapport, Tabel1
from monitor.weergave import figuur1
from monitor.weergave.kaart import kaart_png
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE
from monitor.weergave.xlsx_opmaak import DONKER, LETTERTYPE, LIJN
from monitor.weergave.xlsx_rijhoogte import PUNT_PER_PIXEL
from monitor.weergave.xlsx_vel import LAATSTE, Vel, pixels

KAARTBREEDTE = 454
"""Pixels: 12 cm."""
KAARTHOOGTE = round(KAARTBREEDTE * HOOGTE / BREEDTE)
PNG_BREEDTE = 1200
LANGSTE_ALT = 1000
"""Characters; a longer text alternative is no help, the sheet Per praktijk says the same."""

BALKEN_HOOGUIT = 25
"""With more kinds of organisation than this, bars and names become too small to read."""
BALKHOOGTE, GRAFIEKRAND = 24, 110
"""Pixels: for a bar, and for what stands above and below all of them."""


def plaats_kaart(vel: Vel, rapport: Rapport) -> None:
    """The map below what stands on the sheet."""
    rij = vel.ruimte(KAARTHOOGTE * PUNT_PER_PIXEL)
    schaal = KAARTBREEDTE / PNG_BREEDTE
    vel.blad.insert_image(
        rij,
        0,
        "kaart.png",
        {
            "image_data": io.BytesIO(kaart_png(figuur1.figuur1_svg(rapport))),
            "x_scale": schaal,
            "y_scale": schaal,
            "x_offset": 2,
            "y_offset": 4,
            "object_position": 2,
            "description": _alternatief(rapport),
        },
    )


def _alternatief(rapport: Rapport) -> str:
    tekst = figuur1.tekstalternatief(rapport)
    if len(tekst) <= LANGSTE_ALT:
        return tekst
    return f"Kaart van Nederland met {len(rapport.praktijken)} praktijken. Het blad Per praktijk noemt ze allemaal."


def plaats_grafiek(boek: Workbook, vel: Vel, tabel: Tabel1, blad: str) -> None:
    """Table 1 as bars, most on top, from the figures on the tidy sheet `blad`."""
    balken = min(len(tabel.rijen), BALKEN_HOOGUIT)
    hoogte = GRAFIEKRAND + BALKHOOGTE * balken
    rij = vel.ruimte(hoogte * PUNT_PER_PIXEL)
    grafiek = boek.add_chart({"type": "bar"})
    grafiek.add_series(
        {
            "name": "Deelnemers",
            "categories": [blad, 1, 0, balken, 0],
            "values": [blad, 1, 1, balken, 1],
            "fill": {"color": DONKER},
            "gap": 40,
            "data_labels": {"value": True, "font": letter(9)},
        }
    )
    grafiek.set_title({"name": grafiektitel(tabel), "name_font": letter(12, bold=True), "overlay": False})
    grafiek.set_legend({"none": True})
    grafiek.set_y_axis(
        {"name": "Organisatietype", "reverse": True, **as_opmaak(), "major_gridlines": {"visible": False}}
    )
    grafiek.set_x_axis(
        {"name": "Aantal deelnemers", **as_opmaak(), "min": 0, "num_format": "0", "label_position": "high",
         "major_gridlines": {"visible": True, "line": {"color": LIJN, "width": 0.5}}, **_stap(tabel)}
    )  # fmt: skip
    grafiek.set_size({"width": pixels(0, LAATSTE) - 4, "height": hoogte})
    vel.blad.insert_chart(
        rij, 0, grafiek, {"x_offset": 2, "y_offset": 4, "object_position": 2, "description": grafiekalternatief(tabel)}
    )


def grafiektitel(tabel: Tabel1) -> str:
    """What the bars are; says so where not all kinds have one."""
    _nummer, _, wat = tabel.titel.partition(". ")
    if len(tabel.rijen) <= BALKEN_HOOGUIT:
        return wat
    return f"{wat}: de {BALKEN_HOOGUIT} met de meeste"


def grafiekalternatief(tabel: Tabel1) -> str:
    """The chart in words: its first bars; the table above it has them all."""
    balken = "; ".join(f"{regel.naam}: {regel.aantal}" for regel in tabel.rijen[:3])
    tekst = f"Staafdiagram: {grafiektitel(tabel)}. Bovenaan {balken}."
    return tekst if len(tekst) <= LANGSTE_ALT else f"Staafdiagram: {grafiektitel(tabel)}."


def letter(grootte: int, *, bold: bool = False) -> dict[str, Any]:
    """The font of texts in a chart, of a size in points."""
    return {"name": LETTERTYPE, "size": grootte, "bold": bold}


def as_opmaak() -> dict[str, Any]:
    """How an axis of a chart looks."""
    return {"name_font": letter(9, bold=True), "num_font": letter(9), "line": {"color": LIJN}}


def _stap(tabel: Tabel1) -> dict[str, int]:
    """Whole people on the axis, where the figures are so small that Excel would mark halves."""
    return {"major_unit": 1} if tabel.rijen[0].aantal < 10 else {}
