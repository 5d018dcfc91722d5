"""The canonical form of what is published: plain dicts, lists, ints, strings and None, in the order of the figures."""

import datetime
from dataclasses import asdict
from typing import Any

from monitor.bescherming.waarden import (
    BeschermdeCijfers,
    BeschermdeDeelnemers,
    BeschermdePraktijkcijfers,
    BeschermdType,
)
from monitor.indicator import Experimenten, Ontwerpvragen, Praktijken


def als_json(cijfers: BeschermdeCijfers) -> dict[str, Any]:
    """The published figures; null: protected, except for minimum and maximum of no practices."""
    return {
        "programma": cijfers.programma,
        "peildatum": cijfers.peildatum.isoformat(),
        "versie": cijfers.versie,
        "drempel": cijfers.drempel,
        "praktijken": asdict(cijfers.praktijken),
        "gemeenten": cijfers.gemeenten,
        "organisaties": cijfers.organisaties,
        "ontwerpvragen": asdict(cijfers.ontwerpvragen),
        "experimenten": asdict(cijfers.experimenten),
        "deelnemers": _telling(cijfers.deelnemers),
        "deelnemers_tot_nu_toe": _telling(cijfers.deelnemers_tot_nu_toe),
        "per_praktijk": [asdict(praktijk) for praktijk in cijfers.per_praktijk],
    }


def uit_json(vorm: dict[str, Any]) -> BeschermdeCijfers:
    """What `als_json` gave. KeyError, TypeError or ValueError: it is no such form."""
    return BeschermdeCijfers(
        programma=vorm["programma"],
        peildatum=datetime.date.fromisoformat(vorm["peildatum"]),
        versie=vorm["versie"],
        drempel=vorm["drempel"],
        praktijken=Praktijken(**vorm["praktijken"]),
        gemeenten=vorm["gemeenten"],
        organisaties=vorm["organisaties"],
        ontwerpvragen=Ontwerpvragen(**vorm["ontwerpvragen"]),
        experimenten=Experimenten(**vorm["experimenten"]),
        deelnemers=_uit_telling(vorm["deelnemers"]),
        deelnemers_tot_nu_toe=_uit_telling(vorm["deelnemers_tot_nu_toe"]),
        per_praktijk=tuple(BeschermdePraktijkcijfers(**regel) for regel in vorm["per_praktijk"]),
    )


def _telling(deelnemers: BeschermdeDeelnemers) -> dict[str, Any]:
    return {
        "totaal": deelnemers.totaal,
        "bekend": deelnemers.bekend,
        "onbekend": deelnemers.onbekend,
        "typen": [
            {"naam": regel.naam, "aantal": regel.aantal, "soorten": list(regel.soorten)} for regel in deelnemers.typen
        ],
    }


def _uit_telling(vorm: dict[str, Any]) -> BeschermdeDeelnemers:
    return BeschermdeDeelnemers(
        totaal=vorm["totaal"],
        bekend=vorm["bekend"],
        onbekend=vorm["onbekend"],
        typen=tuple(
            BeschermdType(naam=regel["naam"], aantal=regel["aantal"], soorten=tuple(regel["soorten"]))
            for regel in vorm["typen"]
        ),
    )
