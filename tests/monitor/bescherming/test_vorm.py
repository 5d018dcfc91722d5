"""The canonical form, literally: it is sealed, so nothing of it may shift."""

import json
from dataclasses import replace

from monitor.bescherming.beschermen import bescherm
from monitor.bescherming.vorm import als_json
from tests.monitor.cijfers import deelnemers, indicator, praktijken

TELLING = {
    "totaal": 29,
    "bekend": 25,
    "onbekend": 4,
    "typen": [{"naam": "a", "aantal": 20, "soorten": []}, {"naam": "b", "aantal": 5, "soorten": []}],
}
DICHT = {
    "totaal": 29,
    "bekend": None,
    "onbekend": None,
    "typen": [{"naam": "a", "aantal": 20, "soorten": []}, {"naam": "b", "aantal": None, "soorten": ["b"]}],
}


def vorm(drempel: int) -> dict[str, object]:
    """Of one practice."""
    cijfers = indicator(stand=praktijken(1), vragen=(3,), nu=deelnemers(4, a=20, b=5), gemeenten=1, organisaties=2)
    praktijk = replace(cijfers.per_praktijk[0], deelnemers=29)
    return als_json(bescherm(replace(cijfers, per_praktijk=(praktijk,)), drempel=drempel, eerder=[]))


def verwacht(drempel: int, telling: dict[str, object]) -> dict[str, object]:
    return {
        "programma": "thuis",
        "peildatum": "2020-06-30",
        "versie": 1,
        "drempel": drempel,
        "praktijken": {"opgestart": 1, "actief": 1, "afgerond": 0, "voortijdig_gestopt": 0, "samengevoegd": 0},
        "gemeenten": 1,
        "organisaties": 2,
        "ontwerpvragen": {"totaal": 3, "minimum_per_praktijk": 3, "maximum_per_praktijk": 3},
        "experimenten": {"opgestart": 0, "lopend": 0, "afgerond": 0, "voortijdig_gestopt": 0},
        "deelnemers": telling,
        "deelnemers_tot_nu_toe": telling,
        "per_praktijk": [{"code": "P1", "naam": "Praktijk 1", "ontwerpvragen": 3, "experimenten": 0, "deelnemers": 29}],
    }


def test_the_form_is_the_same_to_the_letter():
    assert json.dumps(vorm(0)) == json.dumps(verwacht(0, TELLING))
    assert json.dumps(vorm(5)) == json.dumps(verwacht(5, DICHT))
