"""What the office finds of each criterion: written down row by row, and nobody overwrites another unseen."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from aanmeldingen.beoordelen.beurt import eis_lopend, op_beurt
from aanmeldingen.models import Aanmelding, Criterium, Criteriumoordeel, Oordeel
from mantelzorg.models import User
from mantelzorg.samenloop import vingerafdruk, zelfde

GEHAALD = (Oordeel.VOLDAAN, Oordeel.ONTHEVEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """A verdict with its reason; `oordeel` is empty where there is none yet."""

    oordeel: str = ""
    reden: str = ""

    @property
    def afdruk(self) -> str:
        """The fingerprint of what stands here."""
        return vingerafdruk([("oordeel", self.oordeel), ("reden", self.reden)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Criteriumrij:
    """A criterion as worded in the version of the application, with what was found; `rij` is None before that."""

    criterium: Criterium
    rij: Criteriumoordeel | None

    @property
    def bevinding(self) -> Bevinding:
        if self.rij is None:
            return Bevinding()
        return Bevinding(oordeel=self.rij.oordeel, reden=self.rij.reden)

    @property
    def gehaald(self) -> bool:
        """Whether it is met, or waived."""
        return self.bevinding.oordeel in GEHAALD


def criteriumrijen(aanmelding: Aanmelding) -> tuple[Criteriumrij, ...]:
    """Every criterion of the conditions that it was made under, in order. Two queries."""
    gevonden = {rij.criterium_id: rij for rij in aanmelding.oordelen.select_related("door")}
    criteria = Criterium.objects.filter(voorwaarden=aanmelding.voorwaarden_id).order_by("nummer")
    return tuple(Criteriumrij(criterium=een, rij=gevonden.get(een.pk)) for een in criteria)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wens:
    """What somebody filled in about a criterion; `gezien`: the fingerprint of what stood there when they began."""

    bevinding: Bevinding
    gezien: str


@transaction.atomic
def leg_vast(*, aanmelding: int, wensen: Mapping[int, Wens], door: User, op: datetime.datetime) -> dict[int, Bevinding]:
    """Write down each verdict that was changed, by the key of its criterion.

    What somebody else changed meanwhile stays, and is given back. KanNiet where the application is not in assessment;
    ValidationError where a reason is missing.
    """
    een = op_beurt(aanmelding)
    eis_lopend(een)
    botst = {}
    for rij in criteriumrijen(een):
        wens = wensen.get(rij.criterium.pk)
        if wens is None or not wens.bevinding.oordeel or wens.bevinding == rij.bevinding:
            continue
        if not zelfde(rij.bevinding.afdruk, wens.gezien):
            botst[rij.criterium.pk] = rij.bevinding
            continue
        _bewaar(een, rij, wens.bevinding, door, op)
    return botst


def _bewaar(een: Aanmelding, rij: Criteriumrij, nieuw: Bevinding, door: User, op: datetime.datetime) -> None:
    record = rij.rij or Criteriumoordeel(aanmelding=een, criterium=rij.criterium)
    record.oordeel, record.reden, record.door, record.op = nieuw.oordeel, nieuw.reden, door, op
    record._change_reason = "criterium beoordeeld" if rij.rij is None else "oordeel gewijzigd"  # type: ignore[attr-defined]  # read by simple-history
    record.full_clean()
    record.save()
