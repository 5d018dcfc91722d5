"""Numbers typed in texts, against what is protected: what may not be published so, what was accepted, what to mend."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from mantelzorg.models import User
from monitor.models import Getaluitzondering, Publicatie, Vaststelling
from monitor.nederlands import opsomming
from monitor.publicatie.getallen import Los
from monitor.publicatie.verborgen import verborgen
from monitor.publicatie.vorm import lees
from monitor.uitkomst import uit_uitkomst

MEESTE = 3
"""So many protected counts of the same size are named; that there are more says enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """A number in a text. `geheim`: which protected counts are as much; `namen`: the placeholders that say the same."""

    los: Los
    geheim: tuple[str, ...]
    namen: tuple[str, ...]

    @property
    def belemmering(self) -> str:
        """Why it cannot be published so, and what to do."""
        return f"{self._wat} Haal het getal weg{self._schrijf}, of zeg bij ‘Getallen nakijken’ wat het anders telt."

    @property
    def keuze(self) -> str:
        """How it is called among others."""
        return f"‘{self.los.zoals}’ in ‘{self.los.waar}’: “{self.los.zin}”"

    @property
    def in_erratum(self) -> str:
        """The same for a text that is written once."""
        return f"{self._wat} Schrijf de zin zonder dit getal{self._schrijf}."

    @property
    def _wat(self) -> str:
        return (
            f"In ‘{self.los.waar}’ staat ‘{self.los.zoals}’ (“{self.los.zin}”). Zoveel is ook een afgeschermd aantal "
            f"personen: {self.welke}."
        )

    @property
    def _schrijf(self) -> str:
        namen = " of ".join(f"{{{naam}}}" for naam in self.namen)
        return f", of schrijf {namen}" if namen else ""

    @property
    def welke(self) -> str:
        """The protected counts, or the first of them."""
        return opsomming([*self.geheim[:MEESTE], *(["meer"] if len(self.geheim) > MEESTE else [])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Nagekeken:
    """What was found in all texts: in the way, accepted with a reason, and what is better a placeholder."""

    tegen: tuple[Bevinding, ...]
    aanvaard: tuple[Getaluitzondering, ...]
    beter: tuple[Bevinding, ...]


def kijk_na(
    getallen: Iterable[Los],
    geheim: Mapping[str, int],
    waarden: Mapping[str, str],
    uitzonderingen: Iterable[Getaluitzondering] = (),
    vast: Iterable[Los] = (),
) -> Nagekeken:
    """`geheim`: protected counts by what they are called; `waarden`: what each placeholder says.

    `vast`: numbers in texts that cannot be written otherwise any more.
    """
    per_afdruk = {een.afdruk: een for een in uitzonderingen}
    alle = [*(_bevinding(los, geheim, waarden) for los in getallen), *(_bevinding(los, geheim, {}) for los in vast)]
    open_ = [een for een in alle if een.los.afdruk not in per_afdruk]
    return Nagekeken(
        tegen=tuple(een for een in open_ if een.geheim),
        aanvaard=tuple(per_afdruk[een.los.afdruk] for een in alle if een.los.afdruk in per_afdruk),
        beter=tuple(een for een in open_ if een.namen and not een.geheim),
    )


def _bevinding(los: Los, geheim: Mapping[str, int], waarden: Mapping[str, str]) -> Bevinding:
    return Bevinding(
        los=los,
        geheim=tuple(wat for wat, aantal in geheim.items() if aantal == los.getal),
        namen=tuple(naam for naam, waarde in waarden.items() if waarde == str(los.getal)),
    )


def geheimen(publicaties: Iterable[Publicatie]) -> dict[str, int]:
    """What was never published of measurements that were, by what it is called with its year."""
    per_vaststelling: dict[int, list[Publicatie]] = {}
    for een in publicaties:
        per_vaststelling.setdefault(een.vaststelling_id, []).append(een)
    return {wat: aantal for versies in per_vaststelling.values() for wat, aantal in _van_meting(versies)}


def _van_meting(versies: Sequence[Publicatie]) -> Iterator[tuple[str, int]]:
    geteld = uit_uitkomst(versies[0].vaststelling.inhoud["uitkomst"])
    getoond = [cijfers for een in versies if (cijfers := lees(een.inhoud).cijfers) is not None]
    if getoond:
        for wat, aantal in verborgen(geteld, getoond).items():
            yield f"{wat} ({versies[0].jaar})", aantal


@transaction.atomic
def aanvaard(
    vaststelling: Vaststelling, wat: Iterable[Bevinding], *, reden: str, door: User, op: datetime.datetime
) -> None:
    """Each stays as it is, for this reason; what was accepted before keeps its own."""
    for een in wat:
        velden = {"waar": een.los.waar, "zoals": een.los.zoals, "zin": een.los.zin, "reden": reden}
        vaststelling.getaluitzonderingen.get_or_create(
            afdruk=een.los.afdruk, defaults=velden | {"door": door, "op": op}
        )
