"""Ask an applicant for more: one question at a time, with a day, a reminder and an end."""

import datetime
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from aanmeldingen.beoordelen.beurt import KanNiet, eis_lopend, op_beurt
from aanmeldingen.beoordelen.brief import mail_aanvulling
from aanmeldingen.models import Aanvulverzoek, Besluit, Besluitsoort
from mantelzorg.models import User

HERINNER_VOORAF: Final = datetime.timedelta(days=2)
LOOPT_AL: Final = "Er loopt al een vraag om aanvulling. Wacht op het antwoord, of sluit die vraag eerst af."
AL_BESLOTEN: Final = "Over deze aanmelding is al besloten. Behandel haar eerst opnieuw, of herzie het besluit."


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """A question as somebody fills it in; `uiterlijk` is the last day for an answer."""

    tekst: str
    uiterlijk: datetime.date
    inzending: UUID


@transaction.atomic
def vraag_aan(*, aanmelding: int, vraag: Vraag, door: User, op: datetime.datetime) -> Aanvulverzoek:
    """Ask it by mail, with the link. Sent before: the one that came of it. KanNiet where nothing can be asked now."""
    een = op_beurt(aanmelding)
    eerder = Aanvulverzoek.objects.filter(inzending=vraag.inzending, aanmelding=een).first()
    if eerder is not None:
        return eerder
    eis_lopend(een)
    if een.aanvulverzoeken.filter(afgesloten_op=None).exists():
        raise KanNiet(LOOPT_AL)
    if Besluit.objects.geldend().filter(aanmelding=een).exclude(soort=Besluitsoort.HEROPENEN).exists():
        raise KanNiet(AL_BESLOTEN)
    verzoek = Aanvulverzoek(
        aanmelding=een,
        vraag=vraag.tekst,
        uiterlijk=vraag.uiterlijk,
        door=door,
        op=op,
        gezien=een.indieningen.latest("nummer"),
        inzending=vraag.inzending,
    )
    verzoek._change_reason = "aanvulling gevraagd"  # type: ignore[attr-defined]  # read by simple-history
    verzoek.full_clean()
    verzoek.save(force_insert=True)
    mail_aanvulling(verzoek, door=door)
    return verzoek


@transaction.atomic
def sluit_af(*, verzoek: int, reden: str, op: datetime.datetime) -> Aanvulverzoek:
    """Wait no longer for an answer; the reason stands in the history. Closed already: as it is."""
    op_beurt(Aanvulverzoek.objects.values_list("aanmelding_id", flat=True).get(pk=verzoek))
    rij = Aanvulverzoek.objects.get(pk=verzoek)
    if rij.afgesloten_op is None:
        rij.afgesloten_op = op
        rij._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
        rij.save(update_fields=["afgesloten_op"])
    return rij


@task()
def herinner_aan_aanvulling() -> int:
    """Put ready the reminders of today; how many questions they are about."""
    return herinner(timezone.localdate())


def herinner(dag: datetime.date) -> int:
    """Remind of what must be answered within two days, once; not where it was asked in those days itself."""
    tot = dag + HERINNER_VOORAF
    rijen = Aanvulverzoek.objects.filter(afgesloten_op=None, uiterlijk__gte=dag, uiterlijk__lte=tot)
    open_ = rijen.filter(aanmelding__ingetrokken_op=None).select_related("aanmelding__oproep")
    te_doen = [rij for rij in open_ if timezone.localdate(rij.op) < rij.uiterlijk - HERINNER_VOORAF]
    for rij in te_doen:
        mail_aanvulling(rij, door=None, herinnering=True)
    return len(te_doen)
