"""What the register writes: each at once or not at all, one after the other, with its reason in the history."""

import datetime
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Q

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.models import Programma
from praktijken.models import Deelname, Praktijk
from praktijken.register.nummers import is_bezet

TOEGEVOEGD = "toegevoegd in het register van deelnemers"
GEWIJZIGD = "gewijzigd in het register van deelnemers"
SOORT_INGEVULD = "ingevuld op de pagina van onbekende soorten"


class NummerBezet(Exception):
    """Somebody else has this number."""


class DoetAlMee(Exception):
    """The person already takes part in this practice in that time: `deelname`."""

    def __init__(self, deelname: Deelname) -> None:
        super().__init__()
        self.deelname = deelname


@dataclass(frozen=True, slots=True, kw_only=True)
class Persoon:
    """Somebody new, as filled in."""

    nummer: str
    naam: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweDeelname:
    """Taking part in a practice, as filled in. `vanaf`: the first day."""

    praktijk: Praktijk
    organisatie: Organisatie | None
    organisatietype: Organisatietype | None
    hoedanigheid: str
    vanaf: datetime.date

    def record(self, deelnemer: Deelnemer) -> Deelname:
        return Deelname(
            deelnemer=deelnemer,
            praktijk=self.praktijk,
            organisatie=self.organisatie,
            organisatietype=self.organisatietype,
            hoedanigheid=self.hoedanigheid,
            vanaf=self.vanaf,
        )


@transaction.atomic
def voeg_persoon_toe(*, persoon: Persoon, deelname: NieuweDeelname) -> Deelnemer:
    """A new person who takes part; what was sent before gives that person again.

    NummerBezet where the number is somebody else's; ValidationError where the records break a rule.
    """
    programma = Programma.objects.select_for_update(no_key=True).get(pk=deelname.praktijk.programma_id)
    eerder = eerder_verzonden(programma, persoon, deelname)
    if eerder is not None:
        return eerder
    if is_bezet(programma, persoon.nummer):
        raise NummerBezet
    nieuw = Deelnemer(programma=programma, nummer=persoon.nummer, naam=persoon.naam, email=persoon.email)
    bewaar_nieuw(nieuw)
    bewaar_nieuw(deelname.record(nieuw))
    return nieuw


def eerder_verzonden(programma: Programma, persoon: Persoon, deelname: NieuweDeelname) -> Deelnemer | None:
    """The person whom the same form made: number, name and address alike, with that participation."""
    zelfde = Q(programma=programma, nummer=persoon.nummer, naam=persoon.naam, email=persoon.email)
    zelfde_deelname = Q(deelnames__praktijk=deelname.praktijk, deelnames__vanaf=deelname.vanaf)
    return Deelnemer.objects.filter(zelfde & zelfde_deelname).first()


@transaction.atomic
def voeg_deelname_toe(*, deelnemer: int, deelname: NieuweDeelname) -> Deelnemer:
    """Somebody who is known takes part; sent before, nothing is added.

    DoetAlMee where they do so already in that practice and time; ValidationError where it breaks a rule.
    """
    persoon = Deelnemer.objects.select_for_update(of=("self",)).get(pk=deelnemer)
    nieuw = deelname.record(persoon)
    loopt = Q(tot_en_met=None) | Q(tot_en_met__gte=deelname.vanaf)
    bestaand = Deelname.objects.filter(loopt, deelnemer=persoon, praktijk=deelname.praktijk).first()
    if bestaand is None:
        bewaar_nieuw(nieuw)
    elif not _zelfde(bestaand, nieuw):
        raise DoetAlMee(bestaand)
    return persoon


def _zelfde(een: Deelname, ander: Deelname) -> bool:
    velden = ("organisatie_id", "organisatietype_id", "hoedanigheid", "vanaf", "tot_en_met")
    return all(getattr(een, veld) == getattr(ander, veld) for veld in velden)


def bewaar_nieuw(record: models.Model) -> None:
    """Check and add one record, with its reason."""
    record.full_clean()
    record._change_reason = TOEGEVOEGD  # type: ignore[attr-defined]  # read by simple-history
    record.save(force_insert=True)


def bewaar_velden(record: models.Model, velden: list[str], reden: str) -> None:
    """Save these fields alone, with the reason."""
    record._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    record.save(update_fields=velden)
