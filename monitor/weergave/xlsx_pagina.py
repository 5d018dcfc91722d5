"""How a sheet of the Excel report prints: paper, direction, and what stands above and below every page."""

from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from monitor.nederlands import datum
from monitor.rapport import Rapport

A4 = 9
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
        kop=f"&L{_letterlijk(rapport.programma.naam)}&RPeildatum: {dag}",
        voet="&LIndicator 23 – &A&RPagina &P van &N",
    )


def richt_in(blad: Worksheet, pagina: Paginaopmaak, *, liggend: bool) -> None:
    """A4, one page wide and as many long as it takes."""
    blad.set_paper(A4)
    if liggend:
        blad.set_landscape()
    else:
        blad.set_portrait()
    blad.fit_to_pages(1, 0)
    blad.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
    blad.set_header(pagina.kop)
    blad.set_footer(pagina.voet)


def _letterlijk(tekst: str) -> str:
    """No part of the name is read as a code; doubled signs are not cut apart."""
    kort = tekst if len(tekst) <= LANGSTE_NAAM else f"{tekst[: LANGSTE_NAAM - 1]}…"
    return kort.replace("&", "&&")
