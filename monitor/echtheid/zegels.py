"""The seals as a list that is kept elsewhere, and what is no longer as on such a list.

A seal in a database proves nothing against who can write in that database: they can make it to fit. A list of earlier
seals that lies elsewhere does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.indicatoren.register import EERSTE
from monitor.models import Publicatie, Vaststelling

_ZEGEL = re.compile(r"(?<![0-9a-f])([0-9a-f]{64})(?![0-9a-f])[ \t]*(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zegelregel:
    """A seal, and what it is of: slug of the programme (with the code of another indicator than 23), year, and number
    and peildatum, or version as published.
    """

    zegel: str
    meting: str

    def __str__(self) -> str:
        return f"{self.zegel}  {self.meting}"


def zegels_nu() -> list[Zegelregel]:
    """Of every fixed measurement, then of every publication, in the order in which they came about."""
    velden = ("zegel", "meting__indicator", "meting__programma__slug", "meting__jaar", "meting__nummer")
    rijen = Vaststelling.objects.order_by("op", "id").values_list(*velden, "meting__peildatum")
    metingen = [
        Zegelregel(zegel=zegel, meting=f"{_waarvan(code, slug)} {jaar} nr. {nummer}, {dag.isoformat()}")
        for zegel, code, slug, jaar, nummer, dag in rijen
    ]
    openbaar = Publicatie.objects.order_by("op", "id").values_list("zegel", "programma__slug", "jaar", "versie")
    return metingen + [
        Zegelregel(zegel=zegel, meting=f"{slug} {jaar}, publicatie versie {versie}")
        for zegel, slug, jaar, versie in openbaar
    ]


def _waarvan(code: str, slug: str) -> str:
    return slug if code == EERSTE else f"{slug} {code}"


def lees_zegels(tekst: str) -> list[Zegelregel]:
    """Those in a text: a list as it was printed, or a mail with the list in it."""
    gevonden = map(_ZEGEL.search, tekst.splitlines())
    return [Zegelregel(zegel=een[1], meting=een[2].strip()) for een in gevonden if een]


def verdwenen(eerder: Iterable[Zegelregel]) -> list[str]:
    """A Dutch sentence for each earlier seal that nothing has now."""
    nu = zegels_nu()
    zegels, per_meting = {een.zegel for een in nu}, {een.meting: een.zegel for een in nu}
    return [_zin(een, per_meting.get(een.meting, "")) for een in eerder if een.zegel not in zegels]


def _zin(eerder: Zegelregel, nu: str) -> str:
    wat = f"Het eerdere zegel {eerder.zegel} ({eerder.meting or 'zonder naam'}) is er niet meer."
    return f"{wat} Zij heeft nu een ander zegel: {nu}." if nu else wat
