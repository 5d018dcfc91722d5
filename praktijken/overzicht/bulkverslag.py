"""A bulk action that was done, in words: what each practice was and became, and what of it was undone."""

import datetime
from dataclasses import dataclass
from typing import Any

from mantelzorg.models import User
from praktijken.models import Adviseurschap, Bulkactie, Praktijk
from praktijken.overzicht.acties import LEEG

_LABELS = {
    "einddatum": "einddatum",
    "afloop": "afloop",
    "werkgebied": "werkgebied",
    "vanaf": "vanaf",
    "tot_en_met": "tot en met",
    "waarnemer": "waarnemer",
}
"""In the order in which they are told: PostgreSQL keeps the keys of JSON in an order of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslagregel:
    """One practice. `gebleven`: why it stayed when the action was undone; empty where it was put back."""

    praktijk: Praktijk | None
    oud: str
    nieuw: str
    gebleven: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """All that a bulk action did, and how many of it stayed when it was undone."""

    regels: tuple[Verslagregel, ...]

    @property
    def gebleven(self) -> int:
        return sum(1 for regel in self.regels if regel.gebleven)

    @property
    def teruggezet(self) -> int:
        return len(self.regels) - self.gebleven


def verslag(actie: Bulkactie) -> Verslag:
    """What `actie` did, with the names as they are now; three queries."""
    stappen = actie.stappen
    praktijken = Praktijk.objects.in_bulk([stap["praktijk"] for stap in stappen])
    adviseurs = _adviseurs(stappen)
    return Verslag(regels=tuple(_regel(stap, praktijken, adviseurs) for stap in stappen))


def _adviseurs(stappen: list[dict[str, Any]]) -> dict[int, str]:
    """The name of the adviser by the key of the adviseurschap, also where that is gone."""
    schappen = [stap["pk"] for stap in stappen if stap["soort"] == "adviseurschap"]
    namen = {schap.pk: str(schap) for schap in Adviseurschap.objects.select_related("adviseur").filter(pk__in=schappen)}
    personen = User.objects.in_bulk([stap["na"]["adviseur_id"] for stap in stappen if "adviseur_id" in stap["na"]])
    gemaakt = {stap["pk"]: str(personen[stap["na"]["adviseur_id"]]) for stap in stappen if "adviseur_id" in stap["na"]}
    return gemaakt | namen


def _regel(stap: dict[str, Any], praktijken: dict[int, Praktijk], adviseurs: dict[int, str]) -> Verslagregel:
    wie = adviseurs.get(stap["pk"], "") if stap["soort"] == "adviseurschap" else ""
    return Verslagregel(
        praktijk=praktijken.get(stap["praktijk"]),
        oud=_tekst(stap["voor"], wie) if stap["voor"] is not None else LEEG,
        nieuw=_tekst(stap["na"], wie),
        gebleven=stap.get("gebleven", ""),
    )


def _tekst(waarden: dict[str, Any], wie: str) -> str:
    """`Ada, vanaf 01-02-2020, tot en met –`."""
    delen = [f"{label} {_waarde(waarden[veld])}" for veld, label in _LABELS.items() if veld in waarden]
    return ", ".join([wie, *delen] if wie else delen)


def _waarde(waarde: Any) -> str:
    match waarde:
        case None | "":
            return LEEG
        case bool():
            return "ja" if waarde else "nee"
        case str() if waarde[:4].isdigit():
            return f"{datetime.date.fromisoformat(waarde):%d-%m-%Y}"
        case _:
            return str(waarde)
