"""Reads a list of people as pasted from Excel, a mail or a notebook: names, one a line, and what stands beside."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from mantelzorg.velden import LENGTE_REGEL, regel, tekst
from praktijken.models import Stand
from praktijken.register.dubbelen import woorden
from praktijken.sessies.presentielijst import status
from praktijken.sessies.presentielijst.status import ONBEKEND, ONLEESBAAR, Kolom

MEESTE: Final = 500
"""People on one list."""
TEKENS: Final = 200_000
"""Characters in a list, pasted or in a file of text."""
TE_VEEL: Final = f"Er staan meer dan {MEESTE} mensen op de lijst. Deel de lijst in stukken."

_EMAIL = r"[^\s<>@,;\"']+@[^\s<>@,;\"']+\.[^\s<>@,;\"']+"
_IS_EMAIL = re.compile(_EMAIL)
_NAAM_EMAIL = re.compile(rf"(?P<naam>[^<>]*)<\s*(?:mailto:)?(?P<email>{_EMAIL})\s*>")
_VOORAF = re.compile(r"^(?:\d{1,3}\s*[.)]|[-–—*•·▪☐☑✓])\s+")
_VOORAF_TEKEN: Final = "☐☑✓"
_GEEN_NAAM = re.compile(r"\d{1,3}[.)]?")
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
    """Somebody on the list, as it stands there; what is not there is empty. A name or an address there always is.

    `stand`: what the list says of their coming, ONBEKEND where that is not certain; `status` as it stands on the list.
    """

    naam: str
    organisatie: str = ""
    email: str = ""
    status: str = ""
    stand: str = Stand.AANWEZIG.value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Koppen:
    """Which column holds what, and which ones say who was there."""

    velden: dict[str, int] = field(default_factory=dict)
    standen: tuple[tuple[int, Kolom], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gelezen:
    """A row of the list: the person, and what stands in the columns that say who was there; beside them, last."""

    een: Regel
    cellen: tuple[str, ...]


def uit_tekst(lijst: str) -> list[Regel]:
    """The people in a text, each once, in its order. Raises TeVeel."""
    if len(lijst) > TEKENS:
        raise TeVeel("De lijst is te lang. Plak alleen de namen, met organisatie en e-mailadres.")
    lijnen = tekst(lijst).split("\n")
    kop = next((lijn for lijn in lijnen if lijn.strip()), "")
    if kop.count(",") and _koppen(kop.split(",")).velden:
        return uit_rijen(csv.reader(lijnen, skipinitialspace=True))
    return uit_rijen(rij for lijn in lijnen for rij in _cellen(lijn))


def uit_rijen(rijen: Iterable[Sequence[str]]) -> list[Regel]:
    """The people in rows of cells, with or without a row of headings. Raises TeVeel."""
    koppen: _Koppen | None = None
    gelezen: list[_Gelezen] = []
    for rij in rijen:
        cellen = [regel(cel).strip("\"' ")[:LENGTE_REGEL] for cel in rij]
        if koppen is None and any(cellen):
            koppen = _koppen(cellen)
            if koppen.velden:
                continue
        een = _volgens(koppen, cellen) if koppen and koppen.velden else _los(cellen)
        if een.een.naam or een.een.email:
            gelezen.append(een)
    return _mensen(gelezen, koppen or _Koppen())


def _mensen(gelezen: Sequence[_Gelezen], koppen: _Koppen) -> list[Regel]:
    kolommen = [*(kolom for _, kolom in koppen.standen), status.LOS]
    gevonden: list[Regel] = []
    for een, stand in zip(gelezen, status.standen(kolommen, [een.cellen for een in gelezen]), strict=True):
        op_lijst = "; ".join(filter(None, een.cellen)).replace(ONLEESBAAR, "onleesbaar")
        _neem_op(gevonden, replace(een.een, stand=stand, status=op_lijst[:LENGTE_REGEL]))
        if len(gevonden) > MEESTE:
            raise TeVeel(TE_VEEL)
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


def _koppen(cellen: Sequence[str]) -> _Koppen:
    """Which column holds what, where this is a row of headings; else nothing."""
    namen = [cel.casefold().strip(" :*") for cel in cellen]
    velden = {
        veld: nr for veld, woord in _KOPPEN.items() for nr, naam in reversed([*enumerate(namen)]) if naam in woord
    }
    if not {"naam", "achternaam", "email"} & velden.keys():
        return _Koppen()
    standen = tuple((nr, kolom) for nr, naam in enumerate(namen) if (kolom := status.kolom(naam)) is not None)
    return _Koppen(velden=velden, standen=standen)


def _volgens(koppen: _Koppen, cellen: Sequence[str]) -> _Gelezen:
    def cel(nr: int) -> str:
        return cellen[nr] if nr < len(cellen) else ""

    def veld(naam: str) -> str:
        return cel(koppen.velden.get(naam, len(cellen))).replace(ONLEESBAAR, "")

    heel = "naam" in koppen.velden
    delen = [veld("naam")] if heel else [veld(deel) for deel in ("voornaam", "tussenvoegsel", "achternaam")]
    adres = _IS_EMAIL.search(veld("email"))
    los = _los([" ".join(filter(None, delen))])
    een = Regel(naam=los.een.naam, organisatie=veld("organisatie"), email=adres[0].lower() if adres else los.een.email)
    return _Gelezen(een=een, cellen=(*(cel(nr) for nr, _ in koppen.standen), *los.cellen))


def _los(cellen: Sequence[str]) -> _Gelezen:
    """Without headings: the address is what looks like one; then comes the name, then the organisation."""
    email, gezegd, rest = "", [], []
    for cel in (een.replace(ONLEESBAAR, "") for een in cellen):
        if tussen := _NAAM_EMAIL.fullmatch(cel):
            email = email or tussen["email"].lower()
            cel = tussen["naam"].strip("\"' ")  # what is left of the cell
        elif _IS_EMAIL.fullmatch(cel):
            email = email or cel.lower()
            continue
        naam, erbij = _uiteen(cel)
        gezegd += erbij
        if naam and not _GEEN_NAAM.fullmatch(naam):
            rest.append(naam)
    naam, organisatie, *_ = [*rest, "", ""]
    return _Gelezen(een=Regel(naam=naam, organisatie=organisatie, email=email), cellen=(_enig(gezegd),))


def _uiteen(cel: str) -> tuple[str, list[str]]:
    """What a cell says of a person, and of their coming: a tick before the name, a word behind it, or all of it."""
    if status.is_status(cel):
        return "", [cel]
    vooraf = _VOORAF.match(cel)
    naam, achteraf = status.achter_naam(_VOORAF.sub("", cel).strip())
    tekens = [vooraf[0][0]] if vooraf and vooraf[0][0] in _VOORAF_TEKEN else []
    return naam, [*tekens, *filter(None, [achteraf])]


def _enig(gezegd: Sequence[str]) -> str:
    """One thing said; of several, which nobody can weigh, all of them: that reads as unknown."""
    return gezegd[0] if len({een.casefold() for een in gezegd}) == 1 else " en ".join(gezegd)


def _neem_op(gevonden: list[Regel], een: Regel) -> None:
    """Once: the same name is the same person, unless both have an address of their own."""
    for nr, ander in enumerate(gevonden):
        if _zelfde(een, ander):
            gevonden[nr] = _samen(ander, een)
            return
    gevonden.append(een)


def _samen(een: Regel, ander: Regel) -> Regel:
    """Two lines about one person; where they disagree about their coming, that is unknown."""
    return Regel(
        naam=een.naam,
        organisatie=een.organisatie or ander.organisatie,
        email=een.email or ander.email,
        status=een.status if een.stand == ander.stand else " en ".join([een.status or "-", ander.status or "-"]),
        stand=een.stand if een.stand == ander.stand else ONBEKEND,
    )


def _zelfde(een: Regel, ander: Regel) -> bool:
    if not een.naam or not ander.naam:
        return een.naam == ander.naam and een.email == ander.email
    return _sleutel(een.naam) == _sleutel(ander.naam) and (een.email == ander.email or not (een.email and ander.email))


def _sleutel(naam: str) -> str:
    return " ".join(woorden(naam)) or naam
