"""The columns of the list, the same on the screen and in Excel."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from django.utils import timezone

from aanmeldingen.beoordelen.lijst import Rij
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag

Waarde: TypeAlias = str | int | datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """`persoonlijk`: holds a name, so only for who may see those. `erbij`: on the screen it shares the cell of the
    column before it, for all of them side by side do not fit.
    """

    label: str
    waarde: Callable[[Rij], Waarde]
    persoonlijk: bool = False
    breed: bool = False
    erbij: bool = False


def _ontvangen(rij: Rij) -> datetime.date | None:
    op = rij.aanmelding.ingediend_op
    return timezone.localdate(op) if op else None


def _stand(rij: Rij) -> str:
    return f"{rij.aanmelding.stand}, nummer {rij.rang}" if rij.rang else str(rij.aanmelding.stand)


def _provincie(rij: Rij) -> str:
    return rij.aanmelding.gemeente.provincie if rij.aanmelding.gemeente else ""


def _contact(rij: Rij) -> str:
    eerste = next(iter(rij.aanmelding.contactpersonen.all()), None)
    return eerste.naam if eerste else ""


KOLOMMEN = (
    Kolom(label="Organisatie", waarde=lambda rij: rij.aanmelding.organisatie, breed=True),
    Kolom(label="Nummer", waarde=lambda rij: rij.aanmelding.nummer, erbij=True),
    Kolom(label="Stand", waarde=_stand),
    Kolom(label="Wacht op", waarde=lambda rij: rij.aanmelding.wacht_op, erbij=True),
    Kolom(label="Signalen", waarde=lambda rij: "; ".join(rij.signalen), breed=True),
    Kolom(label="Sector", waarde=lambda rij: rij.aanmelding.sector.naam if rij.aanmelding.sector else ""),
    Kolom(label="Plaats", waarde=lambda rij: rij.aanmelding.plaats),
    Kolom(label="Provincie", waarde=_provincie, erbij=True),
    Kolom(label="Ontvangen", waarde=_ontvangen),
    Kolom(label="Te bereiken medewerkers", waarde=lambda rij: rij.aanmelding.medewerkers),
    Kolom(label="Contactpersoon", waarde=_contact, persoonlijk=True),
    Kolom(label="Was op bijeenkomst", waarde=lambda rij: "ja" if rij.aanmelding.bezocht else "", erbij=True),
)


def kolommen_voor(user: User) -> tuple[Kolom, ...]:
    """The columns `user` may see."""
    namen = mag(user, Recht.PERSONEN_ZIEN)
    return tuple(kolom for kolom in KOLOMMEN if namen or not kolom.persoonlijk)


def per_cel(kolommen: Iterable[Kolom]) -> list[list[Kolom]]:
    """The columns that share a cell on the screen, together."""
    cellen: list[list[Kolom]] = []
    for kolom in kolommen:
        if kolom.erbij:
            cellen[-1].append(kolom)
        else:
            cellen.append([kolom])
    return cellen
