"""How a sheet of the Excel report prints: paper, direction, and what stands above and below every page."""

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from monitor.nederlands import datum
from monitor.rapport import Rapport

A4 = 9
MARGE, ZIJMARGE = 0.8, 0.6
"""Inches."""
LANGSTE_NAAM = 120
"""Excel takes 255 characters above or below a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paginaopmaak:
    """Above and below every page, in Excel's codes."""

    kop: str
    voet: str


def paginaopmaak(rapport: Rapport) -> Paginaopmaak:
    """Programme and peildatum above; the page number below."""
    dag = f"{datum(rapport.peildatum)}{' (verwachting)' if rapport.verwachting else ''}"
    return Paginaopmaak(
        kop=f"&L{letterlijk(rapport.programma.naam)}&RPeildatum: {dag}",
        voet="&LIndicator 23 – &A&RPagina &P van &N",
    )


def richt_in(blad: Worksheet, pagina: Paginaopmaak, *, liggend: bool) -> None:
    """A4, one page wide and as many long as it takes."""
    _papier(blad, pagina)
    if liggend:
        blad.set_landscape()
    blad.fit_to_pages(1, 0)


def richt_in_om_te_lezen(blad: Worksheet, pagina: Paginaopmaak, *, schaal: int) -> None:
    """A4 at a fixed scale, for Excel passes over our page breaks where it makes a sheet fit; no lines between cells."""
    _papier(blad, pagina)
    blad.set_print_scale(schaal)
    blad.hide_gridlines(2)


def _papier(blad: Worksheet, pagina: Paginaopmaak) -> None:
    blad.set_paper(A4)
    blad.set_margins(left=ZIJMARGE, right=ZIJMARGE, top=MARGE, bottom=MARGE)
    blad.set_header(pagina.kop)
    blad.set_footer(pagina.voet)


def letterlijk(tekst: str) -> str:
    """No part of the name is read as a code; doubled signs are not cut apart."""
    kort = tekst if len(tekst) <= LANGSTE_NAAM else f"{tekst[: LANGSTE_NAAM - 1]}…"
    return kort.replace("&", "&&")
