"""Reads a list of people as pasted from Excel, a mail or a notebook: names, one a line, and what stands beside."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mantelzorg.velden import LENGTE_REGEL, regel, tekst
from praktijken.register.dubbelen import woorden

MEESTE: Final = 500
"""People on one list."""
TEKENS: Final = 200_000
"""Characters in a list, pasted or in a file of text."""

_EMAIL = r"[^\s<>@,;\"']+@[^\s<>@,;\"']+\.[^\s<>@,;\"']+"
_IS_EMAIL = re.compile(_EMAIL)
_NAAM_EMAIL = re.compile(rf"(?P<naam>[^<>]*)<\s*(?:mailto:)?(?P<email>{_EMAIL})\s*>")
_VOORAF = re.compile(r"^(?:\d{1,3}\s*[.)]|[-–—*•·▪☐☑✓])\s+")
_GEEN_NAAM = re.compile(r"\d{1,3}[.)]?|[xv✓☑]|ja|aanwezig", re.IGNORECASE)
_KOPPEN: Final = {
    "naam": {"naam", "name", "deelnemer", "volledige naam", "naam deelnemer"},
    "voornaam": {"voornaam", "first name"},
    "tussenvoegsel": {"tussenvoegsel", "tussenvoegsels"},
    "achternaam": {"achternaam", "last name"},
    "organisatie": {"organisatie", "organisation", "organization", "bedrijf", "instelling", "namens"},
    "email": {"e-mail", "email", "e-mailadres", "emailadres", "mail"},
}


class TeVeel(Exception):
    """The list is longer than one screen can hold; the text is for the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """Somebody on the list, as it stands there; what is not there is empty. A name or an address there always is."""

    naam: str
    organisatie: str = ""
    email: str = ""


def uit_tekst(lijst: str) -> list[Regel]:
    """The people in a text, each once, in its order. Raises TeVeel."""
    if len(lijst) > TEKENS:
        raise TeVeel("De lijst is te lang. Plak alleen de namen, met organisatie en e-mailadres.")
    return uit_rijen(rij for lijn in tekst(lijst).split("\n") for rij in _cellen(lijn))


def uit_rijen(rijen: Iterable[Sequence[str]]) -> list[Regel]:
    """The people in rows of cells, with or without a row of headings. Raises TeVeel."""
    gevonden: list[Regel] = []
    koppen: dict[str, int] | None = None
    for rij in rijen:
        cellen = [regel(cel).strip("\"' ")[:LENGTE_REGEL] for cel in rij]
        if koppen is None and any(cellen):
            koppen = _koppen(cellen)
            if koppen:
                continue
        een = _volgens(koppen, cellen) if koppen else _los(cellen)
        if een.naam or een.email:
            _neem_op(gevonden, een)
        if len(gevonden) > MEESTE:
            raise TeVeel(f"Er staan meer dan {MEESTE} mensen op de lijst. Deel de lijst in stukken.")
    return gevonden


def _cellen(lijn: str) -> Iterator[list[str]]:
    """Usually one row; addresses in the way a mail names them (`Jan <jan@…>; Piet <piet@…>`) are a row each."""
    if "\t" in lijn:
        yield lijn.split("\t")
        return
    stukken = [stuk.strip() for stuk in lijn.split(";") if stuk.strip()]
    if stukken and all(_NAAM_EMAIL.fullmatch(stuk) or _IS_EMAIL.fullmatch(stuk) for stuk in stukken):
        yield from ([stuk] for stuk in stukken)
    elif ";" in lijn:
        yield lijn.split(";")
    else:
        met_komma = lijn.split(",")
        yield met_komma if any(_IS_EMAIL.fullmatch(stuk.strip()) for stuk in met_komma) else [lijn]


def _koppen(cellen: Sequence[str]) -> dict[str, int]:
    """Which column holds what, where this is a row of headings; else nothing."""
    namen = [cel.casefold().strip(" :*") for cel in cellen]
    koppen = {
        veld: nr for veld, woord in _KOPPEN.items() for nr, naam in reversed([*enumerate(namen)]) if naam in woord
    }
    return koppen if {"naam", "achternaam", "email"} & koppen.keys() else {}


def _volgens(koppen: dict[str, int], cellen: Sequence[str]) -> Regel:
    def cel(veld: str) -> str:
        nr = koppen.get(veld, len(cellen))
        return cellen[nr] if nr < len(cellen) else ""

    delen = [cel("naam")] if "naam" in koppen else [cel(deel) for deel in ("voornaam", "tussenvoegsel", "achternaam")]
    adres = _IS_EMAIL.search(cel("email"))
    los = _los([" ".join(filter(None, delen))])
    return Regel(naam=los.naam, organisatie=cel("organisatie"), email=adres[0].lower() if adres else los.email)


def _los(cellen: Sequence[str]) -> Regel:
    """Without headings: the address is what looks like one; then comes the name, then the organisation."""
    email, rest = "", []
    for cel in cellen:
        if tussen := _NAAM_EMAIL.fullmatch(cel):
            email = email or tussen["email"].lower()
            cel = tussen["naam"].strip("\"' ")  # what is left of the cell
        elif _IS_EMAIL.fullmatch(cel):
            email = email or cel.lower()
            continue
        cel = _VOORAF.sub("", cel).strip()  # idem
        if cel and not _GEEN_NAAM.fullmatch(cel):
            rest.append(cel)
    naam, organisatie, *_ = [*rest, "", ""]
    return Regel(naam=naam, organisatie=organisatie, email=email)


def _neem_op(gevonden: list[Regel], een: Regel) -> None:
    """Once: the same name is the same person, unless both have an address of their own."""
    for nr, ander in enumerate(gevonden):
        if _zelfde(een, ander):
            gevonden[nr] = replace(
                ander, organisatie=ander.organisatie or een.organisatie, email=ander.email or een.email
            )
            return
    gevonden.append(een)


def _zelfde(een: Regel, ander: Regel) -> bool:
    if not een.naam or not ander.naam:
        return een.naam == ander.naam and een.email == ander.email
    return _sleutel(een.naam) == _sleutel(ander.naam) and (een.email == ander.email or not (een.email and ander.email))


def _sleutel(naam: str) -> str:
    return " ".join(woorden(naam)) or naam
