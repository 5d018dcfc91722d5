"""Who is who in two tellings: a person by the key of the record, also where two records of one person were made one."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.verschil.telling import Telling


@dataclass(frozen=True, slots=True, kw_only=True)
class Koppeling:
    """`van` with the keys that `naar` knows them by; `ontdubbeld`: keys of persons of whom records were made one."""

    van: Telling
    ontdubbeld: frozenset[str]


def koppel(van: Telling, naar: Telling, opgegaan: Mapping[str, str]) -> Koppeling:
    """Match them. `opgegaan`: of each record that went up in another the key of the one that stayed."""
    groepen: dict[str, set[str]] = defaultdict(set)
    for sleutel in (*van.personen(), *naar.personen()):
        groepen[_blijft(sleutel, opgegaan)].add(sleutel)
    nieuw: dict[str, str] = {}
    ontdubbeld: set[str] = set()
    for groep in groepen.values():
        if len(groep) > 1:
            nieuw |= _paren(groep, van, naar)
            ontdubbeld |= groep
    deelnemers = tuple(replace(een, persoon=nieuw.get(een.persoon, een.persoon)) for een in van.feiten.deelnemers)
    return Koppeling(
        van=replace(van, feiten=replace(van.feiten, deelnemers=deelnemers)), ontdubbeld=frozenset(ontdubbeld)
    )


def _blijft(sleutel: str, opgegaan: Mapping[str, str]) -> str:
    gezien = set()
    while sleutel in opgegaan and sleutel not in gezien:
        gezien.add(sleutel)
        sleutel = opgegaan[sleutel]
    return sleutel


def _paren(groep: set[str], van: Telling, naar: Telling) -> dict[str, str]:
    """Who is in one of both alone, together with who is in the other alone: each once, in order of their keys."""
    eerst, dan = van.personen(), naar.personen()
    alleen_eerst = sorted(een for een in groep if een not in dan)
    alleen_dan = sorted(een for een in groep if een not in eerst)
    return dict(zip(alleen_eerst, alleen_dan, strict=False))
