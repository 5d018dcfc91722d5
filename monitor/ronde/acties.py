"""What people do in a round: open it, confirm a practice, go on without one, close it."""

import datetime
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mantelzorg.models import Programma, User
from mantelzorg.samenloop import zelfde
from monitor.bron import momentopname
from monitor.feitenbron import lees_feiten
from monitor.models import Bevestiging, Meetronde, Zonderbevestiging
from monitor.nederlands import datum
from monitor.ronde.cijfers import Praktijkstand, standen
from praktijken.models import Praktijk


class KanNiet(Exception):
    """What was asked cannot be done in this round; the message says why, in Dutch."""


class IntussenGewijzigd(Exception):
    """The figures or records changed after the page was shown: one looks again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzet:
    """What a new round is about."""

    programma: Programma
    aanleiding: str
    peildatum: datetime.date
    deadline: datetime.date
    inzending: UUID


@transaction.atomic
def open_ronde(opzet: Opzet, *, door: User, op: datetime.datetime) -> Meetronde:
    """The round; the same `inzending` a second time gives the one there is. KanNiet where one is open already."""
    Programma.objects.select_for_update(no_key=True).get(pk=opzet.programma.pk)  # rounds are opened one at a time
    eerder = Meetronde.objects.filter(inzending=opzet.inzending).first()
    if eerder is not None:
        return eerder
    open_rondes = Meetronde.objects.filter(gesloten_op=None, programma=opzet.programma)
    if open_rondes.filter(peildatum=opzet.peildatum).exists():
        raise KanNiet("Voor dit programma staat al een ronde met deze peildatum open.")
    ronde = Meetronde(
        programma=opzet.programma,
        aanleiding=opzet.aanleiding,
        peildatum=opzet.peildatum,
        deadline=opzet.deadline,
        geopend_door=door,
        geopend_op=op,
        inzending=opzet.inzending,
    )
    ronde._change_reason = "meetronde geopend"  # type: ignore[attr-defined]  # read by simple-history
    ronde.save()
    return ronde


@transaction.atomic
def bevestig(*, ronde: int, praktijk: int, gezien: str, door: User, op: datetime.datetime) -> Bevestiging:
    """*Klopt per peildatum*: of what was seen (`gezien`: its fingerprint), once. KanNiet, IntussenGewijzigd."""
    een = op_slot(ronde)
    if timezone.localdate(op) < een.peildatum:
        raise KanNiet(f"U kunt bevestigen vanaf de peildatum, {datum(een.peildatum)}.")
    stand = _stand_nu(een, praktijk)
    if not zelfde(gezien, stand.afdruk):
        raise IntussenGewijzigd
    laatste = Bevestiging.objects.filter(ronde=een, praktijk=praktijk).last()
    if laatste is not None and laatste.afdruk == stand.afdruk:
        return laatste
    return Bevestiging.objects.create(
        ronde=een, praktijk_id=praktijk, door=door, op=op, cijfers=stand.uitkomst, afdruk=stand.afdruk
    )


def _stand_nu(ronde: Meetronde, praktijk: int) -> Praktijkstand:
    with momentopname():
        feiten = lees_feiten(ronde.programma)
    stand = standen(ronde.programma.slug, feiten, ronde.peildatum).get(praktijk)
    if stand is None:
        raise KanNiet("Deze praktijk is op de peildatum niet gestart. Er is niets te bevestigen.")
    return stand


@transaction.atomic
def ga_zonder_verder(
    *, ronde: int, praktijk: Praktijk, reden: str, door: User, op: datetime.datetime, inzending: UUID
) -> Zonderbevestiging:
    """Note why the office goes on without this one; the same `inzending` again gives the note there is. KanNiet."""
    een = op_slot(ronde)
    eerder = Zonderbevestiging.objects.filter(inzending=inzending).first()
    if eerder is not None:
        return eerder
    zonder = Zonderbevestiging(ronde=een, praktijk=praktijk, reden=reden, door=door, op=op, inzending=inzending)
    zonder._change_reason = "verder zonder bevestiging"  # type: ignore[attr-defined]  # read by simple-history
    zonder.save()
    return zonder


@transaction.atomic
def sluit(*, ronde: int, door: User, op: datetime.datetime) -> Meetronde:
    """Nobody confirms any more; closing it again changes nothing."""
    Meetronde.objects.select_for_update(no_key=True).values_list("pk").get(pk=ronde)
    een = Meetronde.objects.select_related("programma").get(pk=ronde)
    if een.is_open:
        een.gesloten_door, een.gesloten_op = door, op
        een._change_reason = "meetronde gesloten"  # type: ignore[attr-defined]  # read by simple-history
        een.save(update_fields=["gesloten_door", "gesloten_op"])
    return een


def op_slot(ronde: int) -> Meetronde:
    """The open round, kept from others until the transaction ends. KanNiet where it is closed."""
    Meetronde.objects.select_for_update(no_key=True).values_list("pk").get(pk=ronde)
    een = Meetronde.objects.select_related("programma").get(pk=ronde)
    if not een.is_open:
        raise KanNiet("Deze meetronde is gesloten.")
    return een
