"""The facts that indicator 23 is counted from, one a record: plain values, the same live as in a fixed measurement.

A person stands here as a key with kind, practice and dates, nothing that says who it is. Live the key is the record's
own; a fixed measurement has a random one.
"""

import datetime
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar, Self

Dag = datetime.date


class Feit:
    """What facts share: the kind they stand under in a measurement, and a key unique within that kind."""

    __slots__ = ()
    soort: ClassVar[str]

    @property
    def sleutel(self) -> str:
        """Tells it from the others of its kind, in every measurement alike (a person's excepted)."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeentefeit:
    """A municipality of a practice: CBS code, name and province."""

    code: str
    naam: str
    provincie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkfeit(Feit):
    """A practice. `id`: of its record. `gaat_verder_in`: the code of the practice it went on in, where it merged."""

    soort: ClassVar[str] = "praktijk"

    id: int
    code: str
    naam: str
    startdatum: Dag | None
    einddatum: Dag | None
    afloop: str
    gaat_verder_in: str
    gemeenten: tuple[Gemeentefeit, ...]

    @property
    def sleutel(self) -> str:
        return str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagfeit(Feit):
    """A design question of the practice with that id."""

    soort: ClassVar[str] = "ontwerpvraag"

    id: int
    praktijk: int
    nummer: int
    geformuleerd_op: Dag
    vervallen_op: Dag | None

    @property
    def sleutel(self) -> str:
        return str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Experimentfeit(Feit):
    """An experiment of a question of the practice with that id."""

    soort: ClassVar[str] = "experiment"

    id: int
    praktijk: int
    code: str
    startdatum: Dag | None
    einddatum: Dag | None
    afloop: str

    @property
    def sleutel(self) -> str:
        return str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkenheid:
    """An organisation involved in a practice, as a partner or because somebody takes part on its behalf."""

    praktijk: int
    als: str
    vanaf: Dag
    tot_en_met: Dag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisatiefeit(Feit):
    """An organisation, with when it was involved where."""

    soort: ClassVar[str] = "organisatie"

    id: int
    naam: str
    betrokken: tuple[Betrokkenheid, ...]

    @property
    def sleutel(self) -> str:
        return str(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnamefeit:
    """A participation: where, when, and the kind of organisation; empty: unknown."""

    praktijk: int
    type: str
    vanaf: Dag
    tot_en_met: Dag | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelnemerfeit(Feit):
    """A person, without who it is."""

    soort: ClassVar[str] = "deelnemer"

    persoon: str
    deelnames: tuple[Deelnamefeit, ...]

    @property
    def sleutel(self) -> str:
        return self.persoon


@dataclass(frozen=True, slots=True, kw_only=True)
class Feiten:
    """All facts of one programme at one moment of the records."""

    praktijken: tuple[Praktijkfeit, ...] = ()
    ontwerpvragen: tuple[Vraagfeit, ...] = ()
    experimenten: tuple[Experimentfeit, ...] = ()
    organisaties: tuple[Organisatiefeit, ...] = ()
    deelnemers: tuple[Deelnemerfeit, ...] = ()

    def __iter__(self) -> Iterator[Feit]:
        for veld in fields(self):
            yield from getattr(self, veld.name)

    @classmethod
    def van(cls, feiten: Iterator[Feit]) -> Self:
        """Those facts, each under its kind."""
        per_soort: dict[str, list[Any]] = {veld.name: [] for veld in fields(cls)}
        for feit in feiten:
            per_soort[_VELD[feit.soort]].append(feit)
        return cls(**{naam: tuple(rij) for naam, rij in per_soort.items()})


SOORTEN: dict[str, type[Feit]] = {
    soort.soort: soort for soort in (Praktijkfeit, Vraagfeit, Experimentfeit, Organisatiefeit, Deelnemerfeit)
}
_VELD = dict(zip(SOORTEN, (veld.name for veld in fields(Feiten)), strict=True))
_BINNEN: dict[str, Any] = {"gemeenten": Gemeentefeit, "betrokken": Betrokkenheid, "deelnames": Deelnamefeit}
_DAGEN = {"startdatum", "einddatum", "geformuleerd_op", "vervallen_op", "vanaf", "tot_en_met"}


def als_json(feit: Feit) -> dict[str, Any]:
    """The fact as JSON holds it: days as `jjjj-mm-dd`."""
    return _plat(asdict(feit))  # type: ignore[call-overload,no-any-return]  # every kind of fact is a dataclass


def uit_json(soort: str, inhoud: dict[str, Any]) -> Feit:
    """What `als_json` made. KeyError for an unknown kind, TypeError or ValueError where a field is missing or wrong."""
    return SOORTEN[soort](**{naam: _waarde(naam, waarde) for naam, waarde in inhoud.items()})


def _plat(waarde: Any) -> Any:
    match waarde:
        case dict():
            return {naam: _plat(een) for naam, een in waarde.items()}
        case list() | tuple():
            return [_plat(een) for een in waarde]
        case datetime.date():
            return waarde.isoformat()
        case _:
            return waarde


def _waarde(naam: str, waarde: Any) -> Any:
    if naam in _BINNEN:
        return tuple(_BINNEN[naam](**{veld: _waarde(veld, een) for veld, een in deel.items()}) for deel in waarde)
    return Dag.fromisoformat(waarde) if naam in _DAGEN and waarde is not None else waarde
