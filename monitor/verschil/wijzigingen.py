"""What changed behind a fixed figure, a record at a time: plain values, from a difference at one same day."""

from collections.abc import Iterable
from dataclasses import dataclass

from monitor.canoniek import canoniek, zegel
from monitor.feiten import Deelnemerfeit, Feit, Gemeentefeit
from monitor.oordelen import Figuursleutel
from monitor.verschil.berekening import Bijdrage
from monitor.verschil.soorten import VOLGORDE, Oorzaak
from monitor.verschil.telling import NIET_TE_KOPPELEN, Record

GEWISTEN: Record = (Deelnemerfeit.soort, NIET_TE_KOPPELEN)
"""All erased persons together: who of them is who nobody can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """A record that changed since, with what that does to each figure. `feit` None: GEWISTEN."""

    record: Record
    feit: Feit | Gemeentefeit | None
    oorzaken: tuple[Oorzaak, ...]
    effecten: tuple[tuple[Figuursleutel, int], ...]


def wijzigingen(bijdragen: Iterable[Bijdrage]) -> list[Wijziging]:
    """By kind and key. Erased persons stand in it only where they do not net nothing: erasing changes no figure."""
    per_record: dict[Record, list[Bijdrage]] = {}
    for een in bijdragen:
        record = GEWISTEN if een.oorzaak is Oorzaak.GEWIST else een.record
        per_record.setdefault(record, []).append(een)
    alle = (_wijziging(record, rij) for record, rij in sorted(per_record.items()))
    return [een for een in alle if een.effecten]


def _wijziging(record: Record, rij: list[Bijdrage]) -> Wijziging:
    effecten: dict[Figuursleutel, int] = {}
    for een in rij:
        effecten[een.figuur] = effecten.get(een.figuur, 0) + een.bij
    return Wijziging(
        record=record,
        feit=None if record == GEWISTEN else rij[0].feit,
        oorzaken=tuple(sorted({een.oorzaak for een in rij}, key=VOLGORDE.__getitem__)),
        effecten=tuple(sorted((figuur, bij) for figuur, bij in effecten.items() if bij)),
    )


def afdruk(lijst: Iterable[Wijziging]) -> str:
    """A fingerprint of which records do what to which figures, in hexadecimals; empty where nothing changed."""
    regels = [canoniek([list(een.record), [[list(figuur), bij] for figuur, bij in een.effecten]]) for een in lijst]
    return zegel(regels) if regels else ""
