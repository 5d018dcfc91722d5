"""One kind of record in the file: how its rows are recognised, compared with what is held, and written."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models

from mantelzorg.bladen import Blad, Waarde
from praktijken.uitwisseling.lezen import ONLEESBAAR, Regel
from praktijken.uitwisseling.register import Register
from praktijken.uitwisseling.verslag import Meldingen, Veldwijziging, kort

Sleutel = tuple[Waarde, ...]


def zoals_het_is(_register: Register, waarde: Waarde) -> Any:
    return waarde


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A column: where its value is read (`pad`, in the ORM's words) and where it is written (`attribuut`).

    `attribuut` is empty for a list that is kept in a table of its own.
    """

    kop: str
    pad: str = ""
    attribuut: str = ""
    omgezet: Callable[[Register, Waarde], Any] = zoals_het_is


def gelijk(kop: str, attribuut: str = "") -> Veld:
    """A column that is written as it is read."""
    return Veld(kop=kop, pad=attribuut or kop, attribuut=attribuut or kop)


@dataclass(slots=True)
class Bestaand:
    """A record as it is held, in the same form as a row."""

    pk: int
    waarden: dict[str, Waarde]


@dataclass(slots=True)
class Vergelijking:
    """A row beside the record it is about; `bestaand` is None where the record is new."""

    regel: Regel
    sleutel: Sleutel
    bestaand: Bestaand | None
    velden: tuple[Veldwijziging, ...]

    def straks(self, kop: str, leeg: Waarde = None) -> Waarde:
        """The value after the import: of the row, else (column absent) as it is held."""
        if kop in self.regel:
            return self.regel[kop]
        return self.bestaand.waarden.get(kop, leeg) if self.bestaand else leeg


class Soort:
    """A kind of record. Subclasses name its sheet and fields, and add the rules that are its own."""

    naam: ClassVar[str]
    blad: ClassVar[Blad]
    model: ClassVar[type[models.Model]]
    sleutelvelden: ClassVar[tuple[Veld, ...]]
    velden: ClassVar[tuple[Veld, ...]] = ()
    volgorde: ClassVar[tuple[str, ...]] = ("pk",)
    omvang: ClassVar[int] = 2_000
    """How many rows are compared with one query."""

    def selectie(self, register: Register, sleutels: list[Sleutel]) -> models.QuerySet[Any]:
        """The records that these keys may be about."""
        raise NotImplementedError

    def alle(self, register: Register) -> models.QuerySet[Any]:
        """The records that go into the file of the programme."""
        return self.selectie(register, [])

    def getoond(self, register: Register, kop: str, waarden: dict[str, Waarde]) -> Waarde:
        """A value of these as it is written in a cell, so that `vertaald` reads it back as the same."""
        return waarden[kop]

    def te_tonen(self, register: Register, vergelijking: Vergelijking) -> tuple[Veldwijziging, ...]:
        """The changed fields as people read them in a preview."""
        return vergelijking.velden

    def regels(self, regels: list[Regel], meldingen: Meldingen) -> list[Regel]:
        """The rows that stand for one record each."""
        return regels

    def meld_aan(self, register: Register, sleutel: Sleutel) -> None:
        """Let rows refer to the record of this key, wherever they stand."""

    def vertaald(self, register: Register, regel: Regel, bestaand: Bestaand | None, meldingen: Meldingen) -> Regel:
        """The row with its references looked up; a reference to what is nowhere is reported and left out."""
        return regel

    def blijft_zoals_het_is(self, register: Register, sleutel: Sleutel) -> str:
        """Why nothing about the record of this key may change; empty where it may."""
        return ""

    def controleer(self, register: Register, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
        """The rules across the fields of one record, and what others may refer to afterwards."""

    def lijsten(self, pks: Iterable[int], register: Register) -> dict[int, dict[str, Waarde]]:
        """Per record the fields that are lists kept in tables of their own."""
        return {}

    def schrijf_lijsten(self, register: Register, record: Any, vergelijking: Vergelijking, reden: "Herkomst") -> None:
        """Write the lists that changed."""

    def geschreven(self, register: Register, vergelijking: Vergelijking, record: Any) -> None:
        """Tell the register the key of a record that was just made."""

    def sleutel(self, regel: Regel) -> Sleutel | None:
        """The row's key; None where part of it is missing or unreadable."""
        koppen = [veld.kop for veld in self.sleutelvelden]
        waarden = tuple(regel[kop] if kop in regel else self.blad.kolom(kop).leeg for kop in koppen)
        for kop, waarde in zip(koppen, waarden, strict=True):
            onleesbaar = kop in regel.koppen and regel.waarden[regel.koppen[kop]] is ONLEESBAAR
            if onleesbaar or (self.blad.kolom(kop).verplicht and waarde in ("", None)):
                return None
        return waarden

    def sleuteltekst(self, sleutel: Sleutel) -> str:
        return ", ".join(kort(deel, 40) for deel in sleutel if deel not in ("", None))

    def bestaande(self, register: Register, sleutels: list[Sleutel]) -> dict[Sleutel, Bestaand]:
        """What is held of these keys; of two records with one key (voortgang) the oldest."""
        if register.programma is None and self.per_programma:
            return {}
        gevonden: dict[Sleutel, Bestaand] = {}
        for sleutel, bestaand in self.lees(self.selectie(register, sleutels).order_by("pk"), register):
            gevonden.setdefault(sleutel, bestaand)
        return gevonden

    def lees(self, records: models.QuerySet[Any], register: Register) -> list[tuple[Sleutel, Bestaand]]:
        """These records with their keys, in the form of rows."""
        velden = [*self.sleutelvelden, *(veld for veld in self.velden if veld.pad)]
        gelezen = []
        for pk, *waarden in records.values_list("pk", *(veld.pad for veld in velden)):
            inhoud = {veld.kop: self._leeg_of(veld.kop, w) for veld, w in zip(velden, waarden, strict=True)}
            gelezen.append((tuple(inhoud[veld.kop] for veld in self.sleutelvelden), Bestaand(pk, inhoud)))
        lijsten = self.lijsten([bestaand.pk for _, bestaand in gelezen], register)
        for _, bestaand in gelezen:
            bestaand.waarden |= lijsten.get(bestaand.pk, {})
        return gelezen

    per_programma: ClassVar[bool] = True

    def _leeg_of(self, kop: str, waarde: Any) -> Waarde:
        return self.blad.kolom(kop).leeg if waarde is None else waarde

    def vergelijk(self, regel: Regel, sleutel: Sleutel, bestaand: Bestaand | None) -> Vergelijking:
        """Which fields of the record the row changes; a new record: the fields it fills."""
        wijzigingen = []
        for veld in self.velden:
            if veld.kop not in regel:
                continue
            leeg = self.blad.kolom(veld.kop).leeg
            oud = bestaand.waarden.get(veld.kop, leeg) if bestaand else leeg
            if regel[veld.kop] != oud:
                wijzigingen.append(Veldwijziging(veld.kop, oud, regel[veld.kop]))
        return Vergelijking(regel, sleutel, bestaand, tuple(wijzigingen))

    def attributen(self, register: Register, vergelijking: Vergelijking) -> dict[str, Any]:
        """What to set on the model: the changed fields, and for a new record its key."""
        waarden = {veld.veld: veld.nieuw for veld in vergelijking.velden}
        velden = list(self.velden)
        if vergelijking.bestaand is None:
            waarden |= dict(zip((veld.kop for veld in self.sleutelvelden), vergelijking.sleutel, strict=True))
            velden += self.sleutelvelden
        return {
            veld.attribuut: veld.omgezet(register, waarden[veld.kop])
            for veld in velden
            if veld.attribuut and veld.kop in waarden
        }

    def vaste_attributen(self, register: Register) -> dict[str, Any]:
        """What every new record of this kind gets."""
        return {"programma_id": register.programma_pk}


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkomst:
    """Who imports and why: what history says of every change."""

    gebruiker: Any
    reden: str
