"""Finds a municipality by the name or code people write (begrippen.md §4)."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable

from mantelzorg.models import Gemeente

_PROVINCIES = {
    "gr": "Groningen", "fr": "Fryslân", "dr": "Drenthe", "o": "Overijssel", "ov": "Overijssel", "fl": "Flevoland",
    "gld": "Gelderland", "g": "Gelderland", "ut": "Utrecht", "u": "Utrecht", "nh": "Noord-Holland",
    "zh": "Zuid-Holland", "z": "Zeeland", "zld": "Zeeland", "nb": "Noord-Brabant", "l": "Limburg", "lb": "Limburg",
}  # fmt: skip
_BIJNAMEN = {"den haag": "'s-gravenhage", "den bosch": "'s-hertogenbosch"}
_TOEVOEGING = re.compile(r"\s*\(([^()]*)\)$")


class GeenGemeente(Exception):
    """No single municipality goes by that name on that day; the message says why, in Dutch."""


def kale_naam(naam: str) -> tuple[str, str]:
    """(name to compare by, suffix): without a prefix `Gemeente` or a suffix such as `(L.)`, casefolded.

    >>> kale_naam("Gemeente Bergen (NH.)")
    ('bergen', 'nh')
    """
    kern = re.sub(r"^gemeente\s+", "", naam.strip().replace("’", "'").casefold())
    gevonden = _TOEVOEGING.search(kern)
    if gevonden and gevonden.start() > 0:
        return kern[: gevonden.start()], gevonden[1].replace(".", "").strip()
    return kern, ""


class Gemeentegids:
    """All municipalities, indexed once; then finding one costs no query."""

    def __init__(self, gemeenten: Iterable[Gemeente]) -> None:
        self._per_code: dict[str, Gemeente] = {}
        self._per_naam: dict[str, list[Gemeente]] = defaultdict(list)
        for gemeente in gemeenten:
            self._per_code[gemeente.code] = gemeente
            self._per_naam[kale_naam(gemeente.naam)[0]].append(gemeente)

    def zoek(self, tekst: str, dag: datetime.date | None) -> Gemeente:
        """The municipality called `tekst` on `dag` (None: ever); raises GeenGemeente."""
        kandidaten = self._kandidaten(tekst)
        if not kandidaten:
            raise GeenGemeente("onbekende gemeente")
        bestaand = [g for g in kandidaten if dag is None or g.bestond_op(dag)]
        if not bestaand:
            raise GeenGemeente(_niet_toen(kandidaten[0], dag))
        return _enige(bestaand, kale_naam(tekst)[1], dag)

    def mogelijk(self, tekst: str, dag: datetime.date) -> list[Gemeente]:
        """All that `tekst` can mean on `dag`: one where `zoek` finds it, none where nothing goes by that name."""
        try:
            return [self.zoek(tekst, dag)]
        except GeenGemeente:
            return [een for een in self._kandidaten(tekst) if een.bestond_op(dag)]

    def naam_van(self, code: str, dag: datetime.date | None) -> str:
        """The name by which `zoek` finds the municipality of `code` again on `dag`; the code where no name does."""
        naam = self._per_code[code].naam
        try:
            gevonden = self.zoek(naam, dag)
        except GeenGemeente:
            return code
        return naam if gevonden.code == code and ";" not in naam else code

    def _kandidaten(self, tekst: str) -> list[Gemeente]:
        code = tekst.strip().upper()
        if code in self._per_code:
            return [self._per_code[code]]
        naam = kale_naam(tekst)[0]
        return self._per_naam.get(_BIJNAMEN.get(naam, naam), [])


def _enige(bestaand: list[Gemeente], toevoeging: str, dag: datetime.date | None) -> Gemeente:
    """The one meant: by the province in the suffix; asked without a day, the code that still exists goes first."""
    provincie = _PROVINCIES.get(toevoeging)
    gekozen = [g for g in bestaand if provincie is None or g.provincie in ("", provincie)] or bestaand
    if dag is None and len(gekozen) > 1:
        gekozen = [g for g in gekozen if g.eind is None] or gekozen
    if len(gekozen) > 1:
        codes = ", ".join(f"{g.code} ({g.provincie or g.naam})" for g in gekozen)
        raise GeenGemeente(f"er zijn meer gemeenten met deze naam; schrijf de code: {codes}")
    return gekozen[0]


def _niet_toen(gemeente: Gemeente, dag: datetime.date | None) -> str:
    grens = (
        f"zij bestond tot {gemeente.eind:%d-%m-%Y}"
        if dag and gemeente.eind and dag >= gemeente.eind
        else f"zij bestaat vanaf {gemeente.begin:%d-%m-%Y}"
    )
    return f"deze gemeente bestond niet op {dag:%d-%m-%Y}: {grens}"
