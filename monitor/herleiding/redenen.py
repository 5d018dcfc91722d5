"""Why a fact does not count in a figure: what the rule said of it, or else where it counts instead."""

from monitor.feiten import Deelnemerfeit, Experimentfeit, Feit, Praktijkfeit, Vraagfeit
from monitor.oordelen import EXPERIMENTEN, NU, OPGESTART, TOT_NU_TOE, VRAGEN, Oordeel
from monitor.tabellen import DEELNEMERS, PRAKTIJKEN
from monitor.tabellen import EXPERIMENTEN as PROEFFIGUREN

_BOVEN = {
    "praktijken": OPGESTART,
    "ontwerpvragen": VRAGEN,
    "experimenten": EXPERIMENTEN,
    "deelnemers": NU,
    "deelnemers_tot_nu_toe": TOT_NU_TOE,
    "organisatietypen": NU,
    "organisatietypen_tot_nu_toe": TOT_NU_TOE,
    "per_praktijk.ontwerpvragen": VRAGEN,
    "per_praktijk.experimenten": EXPERIMENTEN,
    "per_praktijk.deelnemers": NU,
}
"""The figure that a fact must count in to count in one of these."""
_LABELS = {
    f"{tabel}.{naam}": label
    for tabel, figuren in (
        ("praktijken", PRAKTIJKEN),
        ("experimenten", PROEFFIGUREN),
        ("deelnemers", DEELNEMERS),
        ("deelnemers_tot_nu_toe", DEELNEMERS),
    )
    for naam, label in figuren
}
ELDERS = "doet op de peildatum niet mee in deze praktijk"


def hoort_erbij(feit: Feit, figuur: str, praktijk: int | None) -> bool:
    """Whether the fact is one the figure could have counted; `praktijk`: of a figure per practice."""
    if not figuur.startswith("per_praktijk."):
        return True
    match feit:
        case Vraagfeit() | Experimentfeit():
            return feit.praktijk == praktijk
        case Deelnemerfeit():
            return any(een.praktijk == praktijk for een in feit.deelnames)
        case _:
            return False


def reden(oordeel: Oordeel, figuur: str) -> str:
    """In Dutch, of a fact that does not count in it."""
    gezegd = dict(oordeel.niet)
    boven = _BOVEN.get(figuur) or _BOVEN.get(figuur.partition(".")[0], figuur)
    return gezegd.get(figuur) or gezegd.get(boven) or _waar_dan_wel(oordeel, figuur)


def _waar_dan_wel(oordeel: Oordeel, figuur: str) -> str:
    tabel = figuur.partition(".")[0]
    if tabel == "per_praktijk":
        return ELDERS
    if tabel.startswith("organisatietypen"):
        return _ander_type(oordeel, tabel)
    ernaast = [naam for naam, _ in oordeel.telt if naam.partition(".")[0] == tabel and naam != _BOVEN[tabel]]
    return f"telt mee bij {_LABELS[ernaast[-1]]}" if ernaast else ""


def _ander_type(oordeel: Oordeel, tabel: str) -> str:
    typen = [sleutel for naam, sleutel in oordeel.telt if naam == f"{tabel}.aantal"]
    return f"organisatietype {typen[0]}" if typen else "organisatietype onbekend"


def praktijk_met(code: str, praktijken: tuple[Praktijkfeit, ...]) -> int | None:
    """The id of the practice with that code."""
    return next((een.id for een in praktijken if een.code == code), None)
