"""The native charts of a call's figures in Excel, drawn from its tidy sheets."""

from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from monitor.oproepen.rapport import Rapport
from monitor.oproepen.tabellen import Tabel
from monitor.oproepen.weergave import staven, verloop
from monitor.oproepen.weergave.xlsx_bladen import BLADNAMEN
from monitor.weergave.xlsx_beelden import BALKEN_HOOGUIT, BALKHOOGTE, GRAFIEKRAND, as_opmaak, letter
from monitor.weergave.xlsx_opmaak import DATUMVORM, DONKER, LIJN
from monitor.weergave.xlsx_rijhoogte import PUNT_PER_PIXEL
from monitor.weergave.xlsx_vel import LAATSTE, Vel, pixels

DAGHOOGTE = 300
"""Pixels."""


def plaats_staven(boek: Workbook, vel: Vel, tabel: Tabel) -> None:
    """The first figure of each row as bars, most on top, where there is anything to draw."""
    balken = min(len(tabel.rijen), BALKEN_HOOGUIT)
    if not staven.heeft_staven(tabel):
        return
    grafiek = boek.add_chart({"type": "bar"})
    grafiek.add_series(
        _reeks(tabel, balken, kolom=1)
        | {"fill": {"color": DONKER}, "gap": 40, "data_labels": {"value": True, "font": letter(9)}}
    )
    grafiek.set_y_axis({"name": tabel.sleutellabel, "reverse": True, **as_opmaak(), "major_gridlines": _GEEN})
    grafiek.set_x_axis({"name": tabel.figuren[0].label, **_getallen(_hoogste(tabel, 0)), "label_position": "high"})
    _plaats(vel, grafiek, tabel.titel, staven.alternatief(tabel, tabel.titel), GRAFIEKRAND + BALKHOOGTE * balken)


def plaats_dagen(boek: Workbook, vel: Vel, rapport: Rapport) -> None:
    """The applications up to each day as a line, where there are any."""
    tabel = rapport.tabel("per_dag")
    if not rapport.cijfers.aanmeldingen.totaal:
        return
    grafiek = boek.add_chart({"type": "line"})
    grafiek.add_series(
        _reeks(tabel, len(tabel.rijen), kolom=2)
        | {"line": {"color": DONKER, "width": 2}, "marker": {"type": "circle", "size": 4, "fill": {"color": DONKER}}}
    )
    grafiek.set_x_axis({"name": tabel.sleutellabel, "date_axis": True, "num_format": DATUMVORM, **as_opmaak()})
    grafiek.set_y_axis({"name": tabel.figuren[1].label, **_getallen(_hoogste(tabel, 1))})
    _plaats(vel, grafiek, verloop.TITEL, verloop.alternatief(rapport.cijfers), DAGHOOGTE)


_GEEN = {"visible": False}


def _hoogste(tabel: Tabel, plek: int) -> float:
    return max(rij.waarden[plek] or 0 for rij in tabel.rijen)


def _reeks(tabel: Tabel, rijen: int, *, kolom: int) -> dict[str, Any]:
    blad = BLADNAMEN[tabel.naam]
    return {
        "name": tabel.figuren[kolom - 1].label,
        "categories": [blad, 1, 0, rijen, 0],
        "values": [blad, 1, kolom, rijen, kolom],
    }


def _getallen(hoogste: float) -> dict[str, Any]:
    """Whole numbers along an axis from 0, also where the figures are so small that Excel would mark halves."""
    lijnen = {"visible": True, "line": {"color": LIJN, "width": 0.5}}
    stap = {"major_unit": 1} if hoogste < 10 else {}
    return {**as_opmaak(), "min": 0, "num_format": "0", "major_gridlines": lijnen, **stap}


def _plaats(vel: Vel, grafiek: Chart, titel: str, alternatief: str, hoogte: int) -> None:
    rij = vel.ruimte(hoogte * PUNT_PER_PIXEL)
    grafiek.set_title({"name": titel, "name_font": letter(12, bold=True), "overlay": False})
    grafiek.set_legend({"none": True})
    grafiek.set_size({"width": pixels(0, LAATSTE) - 4, "height": hoogte})
    vel.blad.insert_chart(
        rij, 0, grafiek, {"x_offset": 2, "y_offset": 4, "object_position": 2, "description": alternatief}
    )
