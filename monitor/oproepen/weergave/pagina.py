"""What the page of a call's figures shows beside the tables."""

from dataclasses import dataclass

from monitor.oproepen.rapport import Rapport
from monitor.oproepen.tabellen import Tabel
from monitor.oproepen.weergave.staven import alternatief, heeft_staven, staven_svg
from monitor.oproepen.weergave.verloop import TITEL, verloop_svg


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A table with keys and its picture, an SVG element (texts escaped); "" where there is nothing to draw."""

    anker: str
    tabel: Tabel
    beeld: str
    bijschrift: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """The report; its figures as a whole, and its lists with a picture each."""

    rapport: Rapport
    geheel: tuple[Tabel, ...]
    delen: tuple[Deel, ...]


def maak_pagina(rapport: Rapport) -> Pagina:
    """The page of `rapport`."""
    return Pagina(
        rapport=rapport,
        geheel=tuple(tabel for tabel in rapport.tabellen if not tabel.sleutelnaam),
        delen=(
            _staven(rapport.tabel("per_sector")),
            _staven(rapport.tabel("per_provincie")),
            Deel(
                anker="per-dag",
                tabel=rapport.tabel("per_dag"),
                beeld=verloop_svg(rapport.cijfers),
                bijschrift=f"{TITEL}, tot en met de peildatum",
            ),
        ),
    )


def _staven(tabel: Tabel) -> Deel:
    titel = f"{tabel.titel}, meeste bovenaan"
    beeld = ""
    if heeft_staven(tabel):
        beeld = staven_svg(tabel, titel=titel, tekstalternatief=alternatief(tabel, titel))
    return Deel(anker=tabel.naam.replace("_", "-"), tabel=tabel, beeld=beeld, bijschrift=titel)
