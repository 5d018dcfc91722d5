"""The history of an account: who changed what, when, old and new."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from mantelzorg.models import User
from mantelzorg.toegang import Rol

LEEG = "–"


class Reden(StrEnum):
    """Why an account's history has an entry; kept in the history in these words."""

    GEMAAKT = "account gemaakt"
    ROLLEN = "rollen gegeven"
    UITGENODIGD = "uitnodiging gemaild"
    LINK_GEVRAAGD = "link voor een nieuw wachtwoord gemaild"
    WACHTWOORD_INGESTELD = "wachtwoord ingesteld met gemailde link"
    WACHTWOORD_GEWIJZIGD = "wachtwoord gewijzigd"
    GEWIJZIGD = "gegevens gewijzigd"
    ADRES = "e-mailadres gewijzigd"
    GESLOTEN = "account gesloten"
    HEROPEND = "account heropend"


def geef_reden(user: Any, reden: Reden) -> None:
    """The next entry in this account's history says why; simple_history reads it from the object."""
    user._change_reason = reden.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """One field: its value before and after, as people read it."""

    veld: str
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebeurtenis:
    """One entry: `door` is empty where nobody was logged in (a mailed link, the command line)."""

    wanneer: datetime.datetime
    door: str
    wat: str
    wijzigingen: tuple[Wijziging, ...]


def gebeurtenissen(user: User) -> list[Gebeurtenis]:
    """Every entry of the account that says something, newest first; logging in is none."""
    rijen = list(user.history.select_related("history_user").prefetch_related("historicaluser_groups_set__group"))
    paren: list[tuple[Any, Any]] = [*pairwise(rijen), *((rij, None) for rij in rijen[-1:])]
    alle = [_gebeurtenis(rij, vorige) for rij, vorige in paren]
    return [een for een in alle if een.wat or een.wijzigingen]


def _gebeurtenis(rij: Any, vorige: Any) -> Gebeurtenis:
    reden = rij.history_change_reason or ""
    return Gebeurtenis(
        wanneer=rij.history_date,
        door=str(rij.history_user) if rij.history_user else "",
        wat=reden or ("" if vorige else Reden.GEMAAKT.value),
        wijzigingen=tuple(_wijzigingen(_leesbaar(vorige), _leesbaar(rij))),
    )


def _wijzigingen(oud: dict[str, str], nieuw: dict[str, str]) -> Sequence[Wijziging]:
    return [
        Wijziging(veld=veld, oud=oud.get(veld, LEEG), nieuw=waarde)
        for veld, waarde in nieuw.items()
        if oud.get(veld, LEEG) != waarde
    ]


def _leesbaar(rij: Any) -> dict[str, str]:
    if rij is None:
        return {}
    namen = [koppeling.group.name for koppeling in rij.historicaluser_groups_set.all() if koppeling.group]
    return {
        "e-mailadres": rij.email,
        "naam": rij.naam or LEEG,
        "werkgever": rij.werkgever or LEEG,
        "rollen": als_tekst(Rol(naam) for naam in sorted(namen) if naam in set(Rol)),
        "einddatum": f"{rij.einddatum:%d-%m-%Y}" if rij.einddatum else LEEG,
        "status": "open" if rij.is_active else "gesloten",
    }


def als_tekst(rollen: Any) -> str:
    """Roles on one line, in the order of `Rol`."""
    aanwezig = set(rollen)
    return ", ".join(rol.value for rol in Rol if rol in aanwezig) or LEEG
