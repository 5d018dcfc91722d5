"""Make a measurement, have it checked by somebody else, or let it lapse: all before it is fixed."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from mantelzorg.models import Programma, User
from monitor.canoniek import canoniek
from monitor.indicatoren.register import EERSTE, indicator
from monitor.models import Meting

AL_VASTGESTELD = "Deze meting is al vastgesteld."
AL_VERVALLEN = "Deze meting is vervallen."
ZELF_GEMAAKT = "U maakte deze meting zelf. Vraag iemand anders om haar te controleren."


class KanNiet(Exception):
    """What was asked cannot be done with this measurement; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzet:
    """What a new measurement is about. `indicator`: its code."""

    indicator: str = EERSTE
    programma: Programma
    jaar: int
    peildatum: datetime.date
    aanleiding: str
    voor_monitor: bool
    nvt: str = ""
    vervangt: Meting | None = None
    notitie: str = ""
    inzending: UUID


@transaction.atomic
def maak(opzet: Opzet, *, door: User, op: datetime.datetime) -> Meting:
    """Make it, with the next number of its year; the same `inzending` a second time gives the one there is."""
    Programma.objects.select_for_update(no_key=True).get(pk=opzet.programma.pk)  # numbers are given one at a time
    eerder = Meting.objects.filter(inzending=opzet.inzending).first()
    if eerder is not None:
        return eerder
    van_jaar = Meting.objects.filter(indicator=opzet.indicator, programma=opzet.programma, jaar=opzet.jaar)
    meting = Meting(
        indicator=opzet.indicator,
        programma=opzet.programma,
        jaar=opzet.jaar,
        nummer=(van_jaar.aggregate(hoogste=Max("nummer"))["hoogste"] or 0) + 1,
        peildatum=opzet.peildatum,
        aanleiding=opzet.aanleiding,
        voor_monitor=opzet.voor_monitor,
        nvt=opzet.nvt,
        vervangt=opzet.vervangt,
        notitie=opzet.notitie,
        gemaakt_door=door,
        gemaakt_op=op,
        inzending=opzet.inzending,
    )
    meting._change_reason = "meting gemaakt"  # type: ignore[attr-defined]  # read by simple-history
    meting.save()
    return meting


@transaction.atomic
def controleer(*, meting: int, gezien: str, notitie: str, door: User, op: datetime.datetime) -> Meting:
    """Checked: `gezien` are the figures in canonical form that the page showed. KanNiet.

    Only what was seen can be fixed; where the records changed since the page was shown, one looks again.
    """
    een = op_slot(meting)
    if een.gemaakt_door_id == door.pk:
        raise KanNiet(ZELF_GEMAAKT)
    if uitkomst_nu(een) != gezien:
        raise KanNiet("De cijfers zijn veranderd terwijl u keek. Bekijk ze opnieuw.")
    een.gecontroleerd_door, een.gecontroleerd_op = door, op
    een.controlenotitie, een.gecontroleerde_uitkomst = notitie, gezien
    een._change_reason = "meting gecontroleerd"  # type: ignore[attr-defined]  # read by simple-history
    een.save(update_fields=["gecontroleerd_door", "gecontroleerd_op", "controlenotitie", "gecontroleerde_uitkomst"])
    return een


@transaction.atomic
def laat_vervallen(*, meting: int, reden: str, op: datetime.datetime) -> Meting:
    """It goes no further; its number stays used. KanNiet where it was fixed."""
    een = op_slot(meting)
    een.vervallen_op, een.vervallen_omdat = op, reden
    een._change_reason = "meting vervallen"  # type: ignore[attr-defined]  # read by simple-history
    een.save(update_fields=["vervallen_op", "vervallen_omdat"])
    return een


def op_slot(meting: int) -> Meting:
    """The measurement, kept from others until the transaction ends; KanNiet where it is fixed or has lapsed."""
    rijen = Meting.objects.filter(pk=meting)
    rijen.select_for_update(no_key=True).values_list("pk").get()
    een = rijen.select_related("programma", "gemaakt_door", "gecontroleerd_door", "vervangt__vaststelling").get()
    if hasattr(een, "vaststelling"):
        raise KanNiet(AL_VASTGESTELD)
    if een.vervallen_op is not None:
        raise KanNiet(AL_VERVALLEN)
    return een


def uitkomst_nu(meting: Meting) -> str:
    """The figures as the records stand now, in canonical form."""
    return canoniek(indicator(meting.indicator).uitkomst_nu(meting.programma, meting.peildatum))
