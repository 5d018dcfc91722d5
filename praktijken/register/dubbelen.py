"""Who may already be in the register: by name and organisation.

A shared e-mail address alone says nothing: couples and families have one. It only moves a likeness up the list.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Prefetch, Q

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma, User
from praktijken.models import Deelname

MEESTE = 10
_KANDIDATEN = 2_000  # records compared at most, the newest first
_KORT = 8  # letters; in a shorter name one letter is a difference of its own
_NIET_LETTER = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezocht:
    """What is known of somebody: a name, perhaps an organisation's name and an address."""

    naam: str
    organisatie: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelijkenis:
    """Somebody in the register who may be the same person; `waarom` says so to the reader, the likeliest first."""

    deelnemer: Deelnemer
    organisaties: tuple[str, ...]
    waarom: str
    score: int


def woorden(naam: str) -> list[str]:
    """The words of a name: casefolded, accents off, punctuation out."""
    ontleed = unicodedata.normalize("NFKD", naam.casefold())
    letters = "".join(teken for teken in ontleed if not unicodedata.combining(teken))
    return _NIET_LETTER.sub(" ", letters).casefold().split()


def afstand(een: str, ander: str) -> int:
    """How many letters one must add, take out, change or swap with their neighbour to get from one to the other."""
    vorige2: list[int] = []
    vorige = list(range(len(ander) + 1))
    for i, a in enumerate(een, start=1):
        rij = [i]
        for j, b in enumerate(ander, start=1):
            kosten = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (a != b))
            if i > 1 and j > 1 and a == ander[j - 2] and een[i - 2] == b:
                kosten = min(kosten, vorige2[j - 2] + 1)
            rij.append(kosten)
        vorige2, vorige = vorige, rij
    return vorige[-1]


def vergelijk(gezocht: Gezocht, naam: str, organisaties: Iterable[str], email: str = "") -> tuple[int, str]:
    """(score, why) of a likeness; (0, "") where there is none.

    The same words in any order always count; a name of a letter or two apart, or with initials for first names, only
    where the organisation is not another one.
    """
    een, ander = woorden(gezocht.naam), woorden(naam)
    if not een or not ander:
        return 0, ""
    eigen = woorden(gezocht.organisatie)
    andere = [woorden(organisatie) for organisatie in organisaties]
    zelfde_organisatie = bool(eigen) and eigen in andere
    score, waarom = _naam(een, ander, mag_afwijken=zelfde_organisatie or not eigen or not andere)
    if not score:
        return 0, ""
    zelfde_email = bool(email) and gezocht.email.strip().casefold() == email.casefold()
    redenen = [waarom, "zelfde organisatie" if zelfde_organisatie else "", "zelfde e-mailadres" if zelfde_email else ""]
    return score + 20 * zelfde_organisatie + 10 * zelfde_email, ", ".join(filter(None, redenen))


def _naam(een: list[str], ander: list[str], *, mag_afwijken: bool) -> tuple[int, str]:
    if sorted(een) == sorted(ander):
        return 100, "zelfde naam"
    if not mag_afwijken:
        return 0, ""
    verschil = min(afstand(" ".join(een), " ".join(ander)), afstand(" ".join(sorted(een)), " ".join(sorted(ander))))
    if verschil <= (1 if min(len("".join(een)), len("".join(ander))) < _KORT else 2):
        return 60 - 10 * verschil, "de naam lijkt erop"
    return (30, "voorletter past bij de naam") if _past_als_voorletter(een, ander) else (0, "")


def _past_als_voorletter(een: list[str], ander: list[str]) -> bool:
    """`j jansen` and `jan jansen`: the last name is the same, and of the first names one is the other's initial."""
    if len(een) != len(ander) or len(een) < 2 or een[-1] != ander[-1]:
        return False
    paren = list(zip(een[:-1], ander[:-1], strict=True))
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in paren)


def zoek(user: User, programma: Programma, gezocht: Gezocht, behalve: int = 0) -> list[Gelijkenis]:
    """At most MEESTE people of `programma` whom `user` may see and who may be the one sought."""
    stukken = delen(gezocht.naam)
    if not stukken:
        return []
    kandidaten = Deelnemer.objects.zichtbaar_voor(user).filter(programma=programma).exclude(naam="").exclude(pk=behalve)
    met_deel = kandidaten.filter(reduce(or_, [Q(naam__icontains=deel) for deel in stukken]))
    deelnames = Deelname.objects.zichtbaar_voor(user).exclude(organisatie=None).select_related("organisatie")
    met_organisaties = met_deel.order_by("-pk").prefetch_related(
        Prefetch("deelnames", deelnames, to_attr="met_organisatie")
    )[:_KANDIDATEN]
    gevonden = [gelijkenis for een in met_organisaties if (gelijkenis := _gelijkenis(gezocht, een)).score]
    return sorted(gevonden, key=lambda een: (-een.score, een.deelnemer.pk))[:MEESTE]


def _gelijkenis(gezocht: Gezocht, kandidaat: Deelnemer) -> Gelijkenis:
    deelnames: list[Deelname] = kandidaat.met_organisatie  # type: ignore[attr-defined]  # prefetched by zoek
    namen = tuple(sorted({str(deelname.organisatie) for deelname in deelnames}))
    score, waarom = vergelijk(gezocht, kandidaat.naam, namen, kandidaat.email)
    return Gelijkenis(deelnemer=kandidaat, organisaties=namen, waarom=waarom, score=score)


def delen(naam: str) -> list[str]:
    """Pieces of the longest word: one stands unchanged where a letter differs or two swapped, in a long word twice."""
    langste = max(_NIET_LETTER.sub(" ", naam).split(), key=len, default="")
    match len(langste):
        case 0:
            return []
        case 1 | 2 | 3 | 4:
            return [langste[: (len(langste) + 1) // 2], langste[(len(langste) + 1) // 2 :] or langste]
        case 5:
            return [langste[:2], langste[-2:]]  # a letter apart, so that a swap cannot break both
        case lengte:
            derde = lengte // 3
            return [langste[:derde], langste[derde : 2 * derde], langste[2 * derde :]]
