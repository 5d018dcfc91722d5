"""Who may see and do what: the one place that says it (every list, page, export and API call asks here).

A role gives each right a reach: nothing, own practices, programmes one advises in, or everything. Querysets turn
the reach into rows with `zichtbaar_voor(user)` and `wijzigbaar_door(user)`; what falls outside does not exist
for that user (404).
"""

from collections.abc import Iterable
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from mantelzorg.models import User


class Rol(StrEnum):
    """The roles; the value is the name of the group."""

    BEHEERDER = "Functioneel beheerder"
    MEDEWERKER = "Programmamedewerker"
    ADVISEUR = "Adviseur"
    ANALIST = "VWS-analist"


class Recht(StrEnum):
    """What can be allowed."""

    CIJFERS_ZIEN = "cijfers zien"
    PRAKTIJKEN_ZIEN = "praktijken zien"
    PRAKTIJKEN_WIJZIGEN = "praktijken wijzigen"
    VOORTGANG_ZIEN = "voortgang van experimenten zien"
    LESSEN_BEOORDELEN = "voorgelegde lessen accepteren of terugsturen"
    PERSONEN_ZIEN = "namen van deelnemers zien"
    PERSONEN_WIJZIGEN = "deelnemers wijzigen"
    REGISTERS_WIJZIGEN = "programma's, organisaties en lijsten wijzigen"
    GEGEVENS_UITWISSELEN = "gegevens importeren en downloaden"
    TAKEN_ZIEN = "eigen taken zien en de weekmail krijgen"
    POST_BEHEREN = "uitgaande post lezen, wijzigen en tegenhouden"
    PERSOONSGEGEVENS_VERWIJDEREN = "personen wissen en persoonsgegevens uit teksten verwijderen"
    """Reaches history, mail and uploads, which an adviser does not see, and cannot be undone: staff alone."""
    VERZOEKEN_BEHEREN = "verzoeken over persoonsgegevens afhandelen"
    OPROEPEN_BEHEREN = "oproepen en informatiebijeenkomsten beheren"
    AANMELDINGEN_ZIEN = "aanmeldingen en belangstelling zien"
    AANMELDINGEN_BEOORDELEN = "aanmeldingen beoordelen en plaatsen verdelen"
    GESPREKKEN_VOEREN = "intakegesprekken en contacten vastleggen"
    METINGEN_ZIEN = "metingen zien, ook die niet zijn gepubliceerd"
    METINGEN_MAKEN = "metingen maken, controleren en vaststellen"
    MEETRONDES_BEHEREN = "meetrondes openen, volgen en sluiten"
    MEETRONDES_BEVESTIGEN = "cijfers van een praktijk bevestigen in een meetronde"
    CIJFERS_PUBLICEREN = "metingen publiceren, verbeteren en intrekken"
    ACCOUNTS_BEHEREN = "accounts beheren"


class Bereik(IntEnum):
    """How far a right reaches, from nothing to everything."""

    GEEN = 0
    EIGEN = 1
    """The practices one guides today."""
    PROGRAMMA = 2
    """All practices of the programmes in which one guides a practice: so practices learn from each other."""
    ALLES = 3


_MEDEWERKER: dict[Recht, Bereik] = {recht: Bereik.ALLES for recht in Recht if recht is not Recht.ACCOUNTS_BEHEREN}
RECHTEN: dict[Rol, dict[Recht, Bereik]] = {
    Rol.BEHEERDER: _MEDEWERKER | {Recht.ACCOUNTS_BEHEREN: Bereik.ALLES},
    Rol.MEDEWERKER: _MEDEWERKER,
    Rol.ADVISEUR: {
        Recht.CIJFERS_ZIEN: Bereik.PROGRAMMA,
        Recht.PRAKTIJKEN_ZIEN: Bereik.PROGRAMMA,
        Recht.VOORTGANG_ZIEN: Bereik.PROGRAMMA,
        Recht.PRAKTIJKEN_WIJZIGEN: Bereik.EIGEN,
        Recht.PERSONEN_ZIEN: Bereik.EIGEN,
        Recht.PERSONEN_WIJZIGEN: Bereik.EIGEN,
        Recht.TAKEN_ZIEN: Bereik.EIGEN,
        Recht.AANMELDINGEN_ZIEN: Bereik.EIGEN,
        Recht.GESPREKKEN_VOEREN: Bereik.EIGEN,
        Recht.MEETRONDES_BEVESTIGEN: Bereik.EIGEN,
    },
    Rol.ANALIST: {
        Recht.CIJFERS_ZIEN: Bereik.ALLES,
        Recht.PRAKTIJKEN_ZIEN: Bereik.ALLES,
        Recht.TAKEN_ZIEN: Bereik.EIGEN,
        Recht.METINGEN_ZIEN: Bereik.ALLES,
        Recht.METINGEN_MAKEN: Bereik.ALLES,
    },
}


class Tokenrecht(StrEnum):
    """What a token can be made for; each is a right of its owner, with what that one asks."""

    CIJFERS = "cijfers"
    METINGEN = "metingen"
    PRAKTIJKEN = "praktijken"
    OPROEPEN = "oproepen"


TOKENRECHTEN: dict[Tokenrecht, tuple[tuple[Recht, ...], str]] = {
    Tokenrecht.CIJFERS: ((Recht.CIJFERS_ZIEN,), "Cijfers en programma's"),
    Tokenrecht.METINGEN: (
        (Recht.METINGEN_ZIEN, Recht.CIJFERS_ZIEN),
        "Metingen en verschillen, ook wat niet is gepubliceerd; met cijfers en programma's",
    ),
    Tokenrecht.PRAKTIJKEN: ((Recht.PRAKTIJKEN_ZIEN,), "Praktijken en experimenten"),
    Tokenrecht.OPROEPEN: ((Recht.OPROEPEN_BEHEREN,), "Oproepen die nog niet gepubliceerd zijn"),
}
"""The rights that belong to it, and how people read it. Who sees measurements sees figures: it asks both."""


def tokenrechten(user: "User | AnonymousUser") -> list[Tokenrecht]:
    """What `user` can make a token for."""
    return [een for een, (rechten, _) in TOKENRECHTEN.items() if all(mag(user, recht) for recht in rechten)]


def bereik(user: "User | AnonymousUser", recht: Recht) -> Bereik:
    """How far `recht` reaches for `user`: the furthest of their roles; nothing without a live account.

    With a token it reaches no further, and nowhere at all where the token was not made for it.
    """
    if not user.is_authenticated or not user.is_active:
        return Bereik.GEEN
    if user.alleen is not None and recht not in user.alleen:
        return Bereik.GEEN
    return _furthest(user.rollen, recht)


def _furthest(rollen: Iterable[Rol], recht: Recht) -> Bereik:
    return max((RECHTEN[rol].get(recht, Bereik.GEEN) for rol in rollen), default=Bereik.GEEN)


def mag(user: "User | AnonymousUser", recht: Recht) -> bool:
    """Whether `recht` reaches anything at all for `user`."""
    return bereik(user, recht) > Bereik.GEEN


def mag_alles(user: "User | AnonymousUser", recht: Recht) -> bool:
    """Whether `recht` holds everywhere for `user`."""
    return bereik(user, recht) is Bereik.ALLES


def alleen_eigen(user: "User | AnonymousUser", recht: Recht) -> bool:
    """Whether `recht` reaches the practices `user` guides and no others: an adviser, and no more than that."""
    return bereik(user, recht) is Bereik.EIGEN
