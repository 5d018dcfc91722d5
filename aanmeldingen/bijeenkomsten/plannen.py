"""Planning a meeting, changing it and calling it off. Its day and place stand in its session, kept in step here."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from aanmeldingen.bijeenkomsten import brieven
from aanmeldingen.bijeenkomsten.plaatsen import schuif_door
from aanmeldingen.bijeenkomsten.slot import is_open, link_tot, op_slot
from aanmeldingen.models import Bijeenkomst, Inschrijving, Oproep, Sector
from mantelzorg.models import User
from mantelzorg.momenten import dag
from mantelzorg.samenloop import opgeslagen, vingerafdruk, zelfde
from praktijken.models import Sessie, Sessiesoort, Stand

AFGELAST: Final = "Deze bijeenkomst is afgelast. Zij is niet meer te wijzigen."
GEWEEST: Final = "Deze bijeenkomst is al begonnen. Afgelasten kan niet meer."
_VAN_SESSIE: Final = ("datum", "plaats")
_EIGEN: Final = ("begin", "eind", "online", "capaciteit", "agenda", "meenemen", "stukken_vooraf")


class IntussenGewijzigd(Exception):
    """Somebody else changed the meeting after it was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that is filled in of a meeting. `sectoren` in the order of their keys."""

    datum: datetime.date
    begin: datetime.time
    eind: datetime.time
    plaats: str
    online: str
    capaciteit: int
    sectoren: tuple[Sector, ...]
    agenda: str
    meenemen: str
    stukken_vooraf: bool

    @classmethod
    def van(cls, bijeenkomst: Bijeenkomst) -> "Plan":
        """As it stands."""
        velden = {naam: getattr(bijeenkomst.sessie, naam) for naam in _VAN_SESSIE}
        velden |= {naam: getattr(bijeenkomst, naam) for naam in _EIGEN}
        return cls(**velden, sectoren=tuple(bijeenkomst.sectoren.order_by("pk")))


def afdruk(bijeenkomst: Bijeenkomst) -> str:
    """The fingerprint of what the form shows."""
    waarden = [*opgeslagen(bijeenkomst), *opgeslagen(bijeenkomst.sessie)]
    velden = {*_VAN_SESSIE, *_EIGEN, "sectoren"}
    return vingerafdruk(paar for paar in waarden if paar[0].rpartition(":")[2] in velden)


@transaction.atomic
def maak(*, oproep: Oproep, plan: Plan, inzending: UUID) -> Bijeenkomst:
    """A new meeting with its session; sent before, the one there is. ValidationError where it breaks a rule."""
    Oproep.objects.select_for_update(no_key=True).get(pk=oproep.pk)
    eerder = Bijeenkomst.objects.filter(sessie__inzending=inzending).first()
    if eerder is not None:
        return eerder
    sessie = Sessie(programma=oproep.programma, soort=Sessiesoort.INFORMATIEBIJEENKOMST, inzending=inzending)
    nieuw = Bijeenkomst(oproep=oproep, sessie=sessie)
    _vul(nieuw, plan)
    _bewaar_sessie(sessie, "bijeenkomst gepland")
    nieuw.sessie = sessie
    _bewaar(nieuw, plan.sectoren, "bijeenkomst gepland")
    return nieuw


@transaction.atomic
def wijzig(*, bijeenkomst: int, plan: Plan, gezien: str, op: datetime.datetime, door: User) -> int:
    """Change it; how many mails were put ready. What is the same already is no change.

    IntussenGewijzigd where `gezien` is not how it stands; ValidationError where it was called off or breaks a rule.
    """
    actueel = op_slot(bijeenkomst)
    was = Plan.van(actueel)
    if was == plan:
        return 0
    if not zelfde(afdruk(actueel), gezien):
        raise IntussenGewijzigd
    if actueel.afgelast_op is not None:
        raise ValidationError(AFGELAST)
    verschillen = _wat_verandert(was, plan)
    _vul(actueel, plan)
    actueel.versie += 1
    _bewaar_sessie(actueel.sessie, "bijeenkomst gewijzigd")
    _bewaar(actueel, plan.sectoren, "bijeenkomst gewijzigd")
    if was.datum != plan.datum:
        _verleng_links(actueel)
    gemaild = _laat_weten(actueel, verschillen, door) if verschillen and is_open(actueel, op) else 0
    return gemaild + len(schuif_door(actueel, op=op))


@transaction.atomic
def gelast_af(*, bijeenkomst: int, reden: str, op: datetime.datetime, door: User) -> int:
    """Call it off; how many mails were put ready. Twice is once. ValidationError where it has begun."""
    actueel = op_slot(bijeenkomst)
    if actueel.afgelast_op is not None:
        return 0
    if not is_open(actueel, op):
        raise ValidationError(GEWEEST)
    actueel.afgelast_op, actueel.afgelast_omdat = op, reden
    actueel.versie += 1
    actueel._change_reason = f"afgelast: {reden}"  # type: ignore[attr-defined]  # read by simple-history
    actueel.save(update_fields=["afgelast_op", "afgelast_omdat", "versie"])
    komend = list(_komend(actueel))
    for inschrijving in komend:
        brieven.afgelast(inschrijving, door=door)
    return len(komend)


def _vul(bijeenkomst: Bijeenkomst, plan: Plan) -> None:
    for naam in _VAN_SESSIE:
        setattr(bijeenkomst.sessie, naam, getattr(plan, naam))
    for naam in _EIGEN:
        setattr(bijeenkomst, naam, getattr(plan, naam))


def _bewaar_sessie(sessie: Sessie, reden: str) -> None:
    sessie.full_clean()
    sessie._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    sessie.save()


def _bewaar(bijeenkomst: Any, sectoren: Iterable[Sector], reden: str) -> None:
    """One entry in the history, lists and all."""
    bijeenkomst.full_clean()
    if not bijeenkomst.pk:
        bijeenkomst.skip_history_when_saving = True
        bijeenkomst.save()
    bijeenkomst.skip_history_when_saving = True
    bijeenkomst.sectoren.set(sectoren)
    del bijeenkomst.skip_history_when_saving
    bijeenkomst._change_reason = reden
    bijeenkomst.save()


def _wat_verandert(was: Plan, wordt: Plan) -> list[str]:
    """A line for each thing that who comes must know: day, time, place, address."""
    regels = []
    if was.datum != wordt.datum:
        regels.append(f"De dag was {dag(was.datum)} en is nu {dag(wordt.datum)}.")
    if (was.begin, was.eind) != (wordt.begin, wordt.eind):
        regels.append(f"De tijd was {_tijd(was)} en is nu {_tijd(wordt)}.")
    if was.plaats != wordt.plaats:
        regels.append(f"De plaats was {was.plaats or 'online'} en is nu {wordt.plaats or 'online'}.")
    if was.online != wordt.online:
        regels.append("Het adres om online mee te doen is veranderd.")
    return regels


def _tijd(plan: Plan) -> str:
    return f"{plan.begin:%H.%M} tot {plan.eind:%H.%M} uur"


def _komend(bijeenkomst: Bijeenkomst) -> Iterable[Inschrijving]:
    """Who signed up and has not signed off, the waiting list too; those that can be mailed."""
    rijen = bijeenkomst.inschrijvingen.exclude(stand=Stand.AFGEMELD).exclude(email="").order_by("pk")
    for rij in rijen:
        rij.bijeenkomst = bijeenkomst
        yield rij


def _laat_weten(bijeenkomst: Bijeenkomst, regels: list[str], door: User) -> int:
    komend = list(_komend(bijeenkomst))
    for inschrijving in komend:
        brieven.gewijzigd(inschrijving, regels, door=door)
    return len(komend)


def _verleng_links(bijeenkomst: Bijeenkomst) -> None:
    for inschrijving in bijeenkomst.inschrijvingen.exclude(afdruk=""):
        inschrijving.link_geldig_tot = link_tot(bijeenkomst)
        inschrijving._change_reason = "de bijeenkomst is op een andere dag"  # type: ignore[attr-defined]  # read by simple-history
        inschrijving.save(update_fields=["link_geldig_tot"])
