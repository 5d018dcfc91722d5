"""Indicator 23 as the object that others rely on (begrippen.md §3), and read back from it."""

import datetime
from collections.abc import Iterable
from typing import Any

from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Indicator23,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)

INDICATOR = 23


def als_uitkomst(cijfers: Indicator23) -> dict[str, Any]:
    """The keys of begrippen.md §3, in that order."""
    return {
        "indicator": INDICATOR,
        "programma": cijfers.programma,
        "peildatum": cijfers.peildatum.isoformat(),
        "praktijken": _praktijken(cijfers.praktijken),
        "gemeenten": cijfers.gemeenten,
        "organisaties": cijfers.organisaties,
        "ontwerpvragen": _ontwerpvragen(cijfers.ontwerpvragen),
        "experimenten": {
            "opgestart": cijfers.experimenten.opgestart,
            "lopend": cijfers.experimenten.lopend,
            "afgerond": cijfers.experimenten.afgerond,
            "voortijdig_gestopt": cijfers.experimenten.voortijdig_gestopt,
        },
        "deelnemers": _deelnemers(cijfers.deelnemers),
        "deelnemers_tot_nu_toe": _deelnemers(cijfers.deelnemers_tot_nu_toe),
        "organisatietypen": _typen(cijfers.deelnemers.typen),
        "organisatietypen_tot_nu_toe": _typen(cijfers.deelnemers_tot_nu_toe.typen),
        "per_praktijk": [_praktijk(praktijk) for praktijk in cijfers.per_praktijk],
    }


def _praktijken(praktijken: Praktijken) -> dict[str, int]:
    return {
        "opgestart": praktijken.opgestart,
        "actief": praktijken.actief,
        "afgerond": praktijken.afgerond,
        "voortijdig_gestopt": praktijken.voortijdig_gestopt,
        "samengevoegd": praktijken.samengevoegd,
    }


def _ontwerpvragen(vragen: Ontwerpvragen) -> dict[str, int | None]:
    return {
        "totaal": vragen.totaal,
        "minimum_per_praktijk": vragen.minimum_per_praktijk,
        "maximum_per_praktijk": vragen.maximum_per_praktijk,
    }


def _deelnemers(deelnemers: Deelnemers) -> dict[str, int]:
    return {"totaal": deelnemers.totaal, "bekend": deelnemers.bekend, "onbekend": deelnemers.onbekend}


def _typen(typen: Iterable[Organisatietypeaantal]) -> list[dict[str, str | int]]:
    return [{"naam": regel.naam, "aantal": regel.aantal} for regel in typen]


def _praktijk(praktijk: Praktijkcijfers) -> dict[str, str | int]:
    return {
        "code": praktijk.code,
        "naam": praktijk.naam,
        "ontwerpvragen": praktijk.ontwerpvragen,
        "experimenten": praktijk.experimenten,
        "deelnemers": praktijk.deelnemers,
    }


def uit_uitkomst(uitkomst: dict[str, Any]) -> Indicator23:
    """What `als_uitkomst` was made of. KeyError or TypeError where it is of another form."""
    return Indicator23(
        programma=uitkomst["programma"],
        peildatum=datetime.date.fromisoformat(uitkomst["peildatum"]),
        praktijken=Praktijken(**uitkomst["praktijken"]),
        gemeenten=uitkomst["gemeenten"],
        organisaties=uitkomst["organisaties"],
        ontwerpvragen=Ontwerpvragen(**uitkomst["ontwerpvragen"]),
        experimenten=Experimenten(**uitkomst["experimenten"]),
        deelnemers=_uit_deelnemers(uitkomst, ""),
        deelnemers_tot_nu_toe=_uit_deelnemers(uitkomst, "_tot_nu_toe"),
        per_praktijk=tuple(Praktijkcijfers(**rij) for rij in uitkomst["per_praktijk"]),
    )


def _uit_deelnemers(uitkomst: dict[str, Any], achter: str) -> Deelnemers:
    typen = tuple(Organisatietypeaantal(**rij) for rij in uitkomst[f"organisatietypen{achter}"])
    return Deelnemers(typen=typen, **uitkomst[f"deelnemers{achter}"])
