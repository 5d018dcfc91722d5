"""Why a fact does not count in a figure: what the rule said of it, or else where it counts instead."""

from monitor.indicatoren.soort import Indicatorsoort
from monitor.oordelen import Oordeel


def reden(oordeel: Oordeel, figuur: str, indicator: Indicatorsoort) -> str:
    """In Dutch, of a fact that does not count in it."""
    gezegd = dict(oordeel.niet)
    binnen = indicator.figuren[figuur].binnen
    return gezegd.get(figuur) or gezegd.get(binnen) or _waar_dan_wel(oordeel, figuur, indicator)


def _waar_dan_wel(oordeel: Oordeel, figuur: str, indicator: Indicatorsoort) -> str:
    tabel = indicator.tabel_van(figuur)
    if tabel.kop:
        return tabel.elders or _andere_rij(oordeel, figuur, tabel.kop.lower())
    naast = {tabel.sleutel(een): een.label for een in tabel.figuren} | {indicator.figuren[figuur].binnen: ""}
    ernaast = [naast[naam] for naam, _ in oordeel.telt if naast.get(naam)]
    return f"telt mee bij {ernaast[-1]}" if ernaast else ""


def _andere_rij(oordeel: Oordeel, figuur: str, kop: str) -> str:
    rijen = [sleutel for naam, sleutel in oordeel.telt if naam == figuur]
    return f"{kop} {rijen[0]}" if rijen else f"{kop} onbekend"
