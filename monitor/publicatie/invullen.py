"""Figures in the texts of staff: a name between { } stands for a published figure, so that text and table agree."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from monitor.publicatie.waarden import Tabel
from monitor.tabellen import Tabel as Cijfertabel

PLAATS = re.compile(r"\{([^{}]*)\}")
LOS = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Invulling:
    """What can be filled in, and what is protected."""

    waarden: dict[str, str]
    afgeschermd: frozenset[str]

    @property
    def namen(self) -> frozenset[str]:
        """Every name that exists."""
        return self.afgeschermd | self.waarden.keys()

    def vul(self, tekst: str) -> str:
        """The text with its figures. Only where `fouten` finds nothing; else the name stays."""
        return PLAATS.sub(lambda gevonden: self.waarden.get(gevonden[1], gevonden[0]), tekst)

    def fouten(self, waar: str, tekst: str) -> list[str]:
        """What cannot be filled in, in Dutch; `waar`: what the text is called."""
        namen = dict.fromkeys(PLAATS.findall(tekst))
        gevonden = [self._fout(waar, naam) for naam in namen if naam not in self.waarden]
        los = LOS.search(PLAATS.sub("", tekst))
        return [*gevonden, *([f"In ‘{waar}’ staat een accolade zonder de andere erbij."] if los else [])]

    def _fout(self, waar: str, naam: str) -> str:
        if naam in self.afgeschermd:
            return (
                f"In ‘{waar}’ staat {{{naam}}}. Dat aantal personen is afgeschermd. "
                "Haal het uit de tekst of kies een lagere drempel."
            )
        return f"In ‘{waar}’ staat {{{naam}}}. Dat cijfer bestaat niet in deze meting."


def invulling(tabellen: Iterable[Tabel], bij: dict[str, str]) -> Invulling:
    """The figures of tables without keys, by their names, and `bij` as it is."""
    waarden, afgeschermd = dict(bij), set()
    for naam, waarde in figuren(tabellen):
        if waarde is None:
            afgeschermd.add(naam)
        else:
            waarden[naam] = str(waarde)
    return Invulling(waarden=waarden, afgeschermd=frozenset(afgeschermd))


def figuren(tabellen: Iterable[Tabel | Cijfertabel]) -> Iterator[tuple[str, int | None]]:
    """The figures of the programme as a whole: `tabel.figuur`, a lone count by its table alone."""
    for tabel in tabellen:
        if [rij.sleutel for rij in tabel.rijen] == [""]:
            for figuur, waarde in zip(tabel.figuren, tabel.rijen[0].waarden, strict=True):
                yield tabel.naam if figuur.naam == "aantal" else f"{tabel.naam}.{figuur.naam}", waarde
