"""Changes of many practices at once: each kind says what it would do to one practice, or why it cannot."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from mantelzorg.models import User
from praktijken.models import Adviseurschap, Afloop, Praktijk

LEEG = "–"
Waarden = dict[str, str | int | bool | None]
"""Field to stored value, as JSON holds it: a day is `jjjj-mm-dd`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """What happens to one record. `voor` is None for a record that is made; `pk` is None until it is."""

    soort: str
    pk: int | None
    praktijk: int
    naam: str
    voor: Waarden | None
    na: Waarden
    oud: str
    nieuw: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigering:
    """A practice that stays as it is, and why."""

    praktijk: int
    naam: str
    omdat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a bulk action would do."""

    stappen: tuple[Stap, ...] = field(default=())
    weigeringen: tuple[Weigering, ...] = field(default=())


class Bulkhandeling(Protocol):
    """A kind of bulk action, filled in."""

    @property
    def wat(self) -> str:
        """What it does, in Dutch, without names of persons."""

    def stap(self, praktijk: Praktijk, schappen: Sequence[Adviseurschap]) -> Stap | str:
        """What it would do to the practice, which has these adviseurschappen; or the reason why it cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beeindigen:
    """Sets einddatum and afloop."""

    einddatum: datetime.date
    afloop: str

    @property
    def wat(self) -> str:
        return f"Einddatum {self.einddatum:%d-%m-%Y}, afloop {self.afloop}"

    def stap(self, praktijk: Praktijk, schappen: Sequence[Adviseurschap]) -> Stap | str:
        if praktijk.startdatum is None:
            return "heeft geen startdatum"
        if praktijk.startdatum > self.einddatum:
            return f"begint pas op {praktijk.startdatum:%d-%m-%Y}"
        if praktijk.afloop == Afloop.SAMENGEVOEGD:
            return "is samengevoegd met een andere praktijk"
        voor: Waarden = {"einddatum": _tekst(praktijk.einddatum), "afloop": praktijk.afloop}
        oud = f"{praktijk.einddatum:%d-%m-%Y}, {praktijk.afloop}" if praktijk.einddatum else LEEG
        return _praktijkstap(
            praktijk,
            voor,
            {"einddatum": self.einddatum.isoformat(), "afloop": self.afloop},
            oud,
            f"{self.einddatum:%d-%m-%Y}, {self.afloop}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkgebiedZetten:
    """Sets werkgebied."""

    werkgebied: str

    @property
    def wat(self) -> str:
        return f"Werkgebied {self.werkgebied}"

    def stap(self, praktijk: Praktijk, schappen: Sequence[Adviseurschap]) -> Stap | str:
        voor: Waarden = {"werkgebied": praktijk.werkgebied}
        na: Waarden = {"werkgebied": self.werkgebied}
        return _praktijkstap(praktijk, voor, na, praktijk.werkgebied or LEEG, self.werkgebied)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseurToevoegen:
    """Has somebody guide the practice; `tot_en_met` None: until further notice."""

    adviseur: User
    vanaf: datetime.date
    tot_en_met: datetime.date | None
    waarnemer: bool

    @property
    def wat(self) -> str:
        einde = f" tot en met {self.tot_en_met:%d-%m-%Y}" if self.tot_en_met else ""
        return f"{'Waarnemer' if self.waarnemer else 'Adviseur'} toevoegen vanaf {self.vanaf:%d-%m-%Y}{einde}"

    def stap(self, praktijk: Praktijk, schappen: Sequence[Adviseurschap]) -> Stap | str:
        if any(self._overlapt(schap) for schap in schappen if schap.adviseur_id == self.adviseur.pk):
            return "wordt in die tijd al door deze adviseur begeleid"
        na: Waarden = {
            "adviseur_id": self.adviseur.pk,
            "vanaf": self.vanaf.isoformat(),
            "tot_en_met": _tekst(self.tot_en_met),
            "waarnemer": self.waarnemer,
        }
        nieuw = f"{self.adviseur}{' (waarnemer)' if self.waarnemer else ''}, {_periode(self.vanaf, self.tot_en_met)}"
        return Stap(
            soort="adviseurschap",
            pk=None,
            praktijk=praktijk.pk,
            naam=str(praktijk),
            voor=None,
            na=na,
            oud=LEEG,
            nieuw=nieuw,
        )

    def _overlapt(self, schap: Adviseurschap) -> bool:
        begint_erna = self.tot_en_met is not None and schap.vanaf is not None and schap.vanaf > self.tot_en_met
        eindigt_ervoor = schap.tot_en_met is not None and schap.tot_en_met < self.vanaf
        return not (begint_erna or eindigt_ervoor)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviseurBeeindigen:
    """Ends what somebody guides after `tot_en_met`, their last day."""

    adviseur: User
    tot_en_met: datetime.date

    @property
    def wat(self) -> str:
        return f"Adviseur beëindigen per {self.tot_en_met:%d-%m-%Y}"

    def stap(self, praktijk: Praktijk, schappen: Sequence[Adviseurschap]) -> Stap | str:
        eigen = [schap for schap in schappen if schap.adviseur_id == self.adviseur.pk]
        loopt_door = [schap for schap in eigen if schap.tot_en_met is None or schap.tot_en_met > self.tot_en_met]
        if not loopt_door:
            return "wordt na die dag niet door deze adviseur begeleid"
        later = [schap.vanaf for schap in loopt_door if schap.vanaf is not None and schap.vanaf > self.tot_en_met]
        if later:
            return f"wordt pas vanaf {min(later):%d-%m-%Y} door deze adviseur begeleid"
        if len(loopt_door) > 1:
            return "wordt meer dan eens tegelijk door deze adviseur begeleid: wijzig dat bij de praktijk"
        schap = loopt_door[0]
        return Stap(
            soort="adviseurschap",
            pk=schap.pk,
            praktijk=praktijk.pk,
            naam=str(praktijk),
            voor={"tot_en_met": _tekst(schap.tot_en_met)},
            na={"tot_en_met": self.tot_en_met.isoformat()},
            oud=f"{self.adviseur}, {_periode(schap.vanaf, schap.tot_en_met)}",
            nieuw=f"{self.adviseur}, {_periode(schap.vanaf, self.tot_en_met)}",
        )


def _praktijkstap(praktijk: Praktijk, voor: Waarden, na: Waarden, oud: str, nieuw: str) -> Stap | str:
    if voor == na:
        return "is al zo"
    return Stap(
        soort="praktijk",
        pk=praktijk.pk,
        praktijk=praktijk.pk,
        naam=str(praktijk),
        voor=voor,
        na=na,
        oud=oud,
        nieuw=nieuw,
    )


def _periode(vanaf: datetime.date | None, tot_en_met: datetime.date | None) -> str:
    begin = f"vanaf {vanaf:%d-%m-%Y}" if vanaf else "vanaf het begin"
    return f"{begin} tot en met {tot_en_met:%d-%m-%Y}" if tot_en_met else begin


def _tekst(dag: datetime.date | None) -> str | None:
    return dag.isoformat() if dag else None
