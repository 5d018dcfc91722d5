"""The form of the figures of an indicator in openapi.json, from its declaration."""

from monitor.api.cijfervormen import INDICATOR23
from monitor.api.vormen import Vorm, dag, lijst, tekst, voorwerp
from monitor.indicatoren.figuren import Figuursoort, Tabelsoort
from monitor.indicatoren.register import alle
from monitor.indicatoren.soort import Indicatorsoort


def vorm_van_indicator(indicator: Indicatorsoort) -> Vorm:
    """Of one without a form of its own."""
    return voorwerp(
        f"{indicator.titel}, op een peildatum.",
        indicator=tekst("De code van de indicator.", enum=[indicator.code]),
        programma=tekst("De slug van het programma."),
        peildatum=dag("De dag waarvoor de cijfers gelden."),
        **{tabel.naam: _tabelvorm(tabel) for tabel in indicator.tabellen},
    )


def uitkomstvormen() -> list[Vorm]:
    """Those of all indicators there are."""
    return [INDICATOR23, *(vorm_van_indicator(een) for een in alle() if not een.eigen_vormen)]


def _tabelvorm(tabel: Tabelsoort) -> Vorm:
    figuren = {een.naam: _figuurvorm(een) for een in tabel.figuren}
    if not tabel.kop:
        return voorwerp(f"{tabel.titel}.", **figuren)
    return lijst(f"{tabel.titel}.", sleutel=tekst(f"{tabel.kop}: de sleutel."), naam=tekst("De naam."), **figuren)


def _figuurvorm(figuur: Figuursoort) -> Vorm:
    geheel: Vorm = {"type": "integer", "description": f"{figuur.label}."}
    return geheel | ({"nullable": True} if figuur.leeg is None else {})
