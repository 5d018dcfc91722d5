"""The facts that indicators are counted from, one a record: plain values, the same live as in a fixed measurement.

A person stands here as a key with kind, practice and dates, nothing that says who it is. Live the key is the record's
own; a fixed measurement has a random one. An indicator may bring kinds of its own: `EigenFeit`.
"""

import datetime
import types
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, Self, get_args, get_origin, get_type_hints

Dag = datetime.date


class Feit:
    """What facts share: the kind they stand under in a measurement, and a key unique within that kind."""

    __slots__ = ()
    soort: ClassVar[str]

    @property
    def sleutel(self) -> str:
        """Tells it from the others of its kind, in every measurement alike (a person's excepted)."""
        raise NotImplementedError


class EigenFeit(Feit):
    """A fact of a kind that one indicator brings. It says of itself what people read; no person stands in it.

    Its fields are text, whole numbers, yes or no, days, and tuples of such dataclasses; each may be None.
    """

    __slots__ = ()
    woorden: ClassVar[tuple[str, str]]
    """What people call one of them, and more."""

    @property
    def naam(self) -> str:
        """What it goes by in a list."""
        raise NotImplementedError

    @property
    def bij(self) -> str:
        """What tells it apart there, with its days."""
        return ""


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
    """All facts of one programme at one moment of the records. `eigen`: those of kinds that an indicator brings."""

    praktijken: tuple[Praktijkfeit, ...] = ()
    ontwerpvragen: tuple[Vraagfeit, ...] = ()
    experimenten: tuple[Experimentfeit, ...] = ()
    organisaties: tuple[Organisatiefeit, ...] = ()
    deelnemers: tuple[Deelnemerfeit, ...] = ()
    eigen: tuple[Feit, ...] = ()

    def __iter__(self) -> Iterator[Feit]:
        for veld in fields(self):
            yield from getattr(self, veld.name)

    @classmethod
    def van(cls, feiten: Iterator[Feit]) -> Self:
        """Those facts, each under its kind."""
        per_soort: dict[str, list[Any]] = {veld.name: [] for veld in fields(cls)}
        for feit in feiten:
            per_soort[_VELD.get(feit.soort, "eigen")].append(feit)
        return cls(**{naam: tuple(rij) for naam, rij in per_soort.items()})


_GEWOON: tuple[type[Feit], ...] = (Praktijkfeit, Vraagfeit, Experimentfeit, Organisatiefeit, Deelnemerfeit)
_VELD = {soort.soort: veld.name for soort, veld in zip(_GEWOON, fields(Feiten), strict=False)}
SOORTEN: dict[str, type[Feit]] = {soort.soort: soort for soort in _GEWOON}
"""Every kind by its name; `monitor.indicatoren.register` adds those of the indicators."""


def als_json(feit: Feit) -> dict[str, Any]:
    """The fact as JSON holds it: days as `jjjj-mm-dd`."""
    return _plat(asdict(feit))  # type: ignore[call-overload,no-any-return]  # every kind of fact is a dataclass


def uit_json(soort: str, inhoud: dict[str, Any]) -> Feit:
    """What `als_json` made. KeyError for an unknown kind, TypeError or ValueError where a field is missing or wrong."""
    feit: Feit = _lees(SOORTEN[soort], inhoud)
    return feit


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


def _lees(klasse: Any, inhoud: dict[str, Any]) -> Any:
    vormen = _vormen(klasse)
    return klasse(**{naam: _waarde(vormen.get(naam), waarde) for naam, waarde in inhoud.items()})


@cache
def _vormen(klasse: Any) -> dict[str, Any]:
    """Of each field that JSON holds otherwise what it is: a day, or the class of what is in its tuple."""
    gelezen = {naam: _vorm(hint) for naam, hint in get_type_hints(klasse).items()}
    return {naam: vorm for naam, vorm in gelezen.items() if isinstance(vorm, tuple) or _is_dag(vorm)}


def _is_dag(vorm: Any) -> bool:
    return isinstance(vorm, type) and issubclass(vorm, Dag)


def _vorm(hint: Any) -> Any:
    """`Dag` for a day or none, (`Deel`,) for a tuple of those; else what it is."""
    if get_origin(hint) is types.UnionType:
        hint = next(deel for deel in get_args(hint) if deel is not types.NoneType)
    return get_args(hint)[:1] if get_origin(hint) is tuple else hint


def _waarde(vorm: Any, waarde: Any) -> Any:
    match vorm:
        case None:
            return waarde
        case tuple():
            return tuple(_lees(vorm[0], deel) if is_dataclass(vorm[0]) else deel for deel in waarde)
        case _:
            return None if waarde is None else Dag.fromisoformat(waarde)
