"""Send an application in, and keep each next version of it."""

import datetime

from django.db import transaction
from django.db.models import Max

from aanmeldingen.formulier.dossier import Dossier
from aanmeldingen.formulier.post import mail_gewijzigd, mail_ontvangen
from aanmeldingen.formulier.stappen import Gemis, gemist
from aanmeldingen.formulier.termijn import huidige_voorwaarden, mag_indienen
from aanmeldingen.models import Aanmelding, Indiening, Oproep, Voorwaarden
from aanmeldingen.plaatsen.acties import ontvang
from mantelzorg.models import User


class NietIngediend(Exception):
    """It cannot be sent in; the draft stays as it is."""


class Gesloten(NietIngediend):
    """The call was not open at the moment of sending."""


class Ingetrokken(NietIngediend):
    """It was withdrawn."""


class AndereVoorwaarden(NietIngediend):
    """The version agreed with is not the one that holds; `huidige` is, None where none was settled."""

    def __init__(self, huidige: Voorwaarden | None) -> None:
        super().__init__()
        self.huidige = huidige


class NietCompleet(NietIngediend):
    """Something is still missing: `gemis`."""

    def __init__(self, gemis: list[Gemis]) -> None:
        super().__init__()
        self.gemis = gemis


@transaction.atomic
def dien_in(*, aanmelding: int, versie: int, op: datetime.datetime, door: User | None = None) -> Aanmelding:
    """Send it in: its number, version 1, its place or rank, and the confirmation. The second time it stays as it is.

    `versie`: the number of the version of the conditions agreed with. `op`: when it arrived. `door`: who sends it in
    for the applicant. Raises a kind of NietIngediend.
    A draft is locked before the call, so that others wait for the call as short as can be; what was sent in after it.
    """
    een = op_beurt(aanmelding)
    if een.ingediend_op is not None:
        return een
    dossier = Dossier.van(een)
    een.voorwaarden, een.ingediend_op = _keur(dossier, versie, op), op
    _bewaar(dossier, nummer=1, op=op, door=door)
    waar = ontvang(aanmelding=een, op=op)  # from here the call is locked
    een.nummer = _volgend_nummer(een.oproep)
    een._change_reason = "aanmelding ingediend"  # type: ignore[attr-defined]  # read by simple-history
    een.save(update_fields=["voorwaarden", "nummer", "ingediend_op"])
    mail_ontvangen(dossier, waar, door=door)
    return een


@transaction.atomic
def leg_vast(*, aanmelding: Aanmelding, op: datetime.datetime, door: User | None) -> Indiening:
    """The last version of what was sent in, kept now where something differs, mailed; it answers an open question.

    Only what is newer than the version that the question was asked about is an answer.
    """
    laatste = leg_versie_vast(aanmelding=aanmelding, op=op, door=door)
    verzoek = aanmelding.aanvulverzoeken.filter(afgesloten_op=None).select_related("gezien").first()
    if verzoek is not None and laatste.nummer > verzoek.gezien.nummer:
        verzoek.antwoord, verzoek.afgesloten_op = laatste, op
        verzoek._change_reason = "aanvulling ontvangen"  # type: ignore[attr-defined]  # read by simple-history
        verzoek.save(update_fields=["antwoord", "afgesloten_op"])
    return laatste


@transaction.atomic
def leg_versie_vast(*, aanmelding: Aanmelding, op: datetime.datetime, door: User | None) -> Indiening:
    """The same, without answering a question: more may follow. NietCompleet where something is missing by now."""
    dossier = Dossier.van(op_beurt(aanmelding.pk))
    if gemis := gemist(dossier):
        raise NietCompleet(gemis)
    laatste = aanmelding.indieningen.latest("nummer")
    if (laatste.inhoud, laatste.contact) == (dossier.inhoud, dossier.contact):
        return laatste
    nieuw = _bewaar(dossier, nummer=laatste.nummer + 1, op=op, door=door)
    mail_gewijzigd(dossier, nieuw)
    return nieuw


def op_beurt(aanmelding: int) -> Aanmelding:
    """The application, locked for this transaction, with what its pages show.

    Read after it is locked: a row that PostgreSQL waited for comes with what it was joined to before.
    """
    rijen = Aanmelding.objects.filter(pk=aanmelding)
    rijen.select_for_update(no_key=True).values_list("pk").get()
    return rijen.select_related("oproep", "sector", "gemeente").get()


def _keur(dossier: Dossier, versie: int, op: datetime.datetime) -> Voorwaarden:
    """The conditions it is sent in under; a kind of NietIngediend where it cannot be."""
    oproep = dossier.aanmelding.oproep
    if dossier.aanmelding.ingetrokken_op is not None:
        raise Ingetrokken
    if not mag_indienen(dossier.aanmelding, oproep, op):
        raise Gesloten
    if gemis := gemist(dossier):
        raise NietCompleet(gemis)
    huidige = huidige_voorwaarden(oproep)
    if huidige is None or huidige.nummer != versie:
        raise AndereVoorwaarden(huidige)
    return huidige


def _volgend_nummer(oproep: Oproep) -> int:
    hoogste = Aanmelding.objects.filter(oproep=oproep).aggregate(hoogste=Max("nummer"))["hoogste"]
    return (hoogste or 0) + 1


def _bewaar(dossier: Dossier, *, nummer: int, op: datetime.datetime, door: User | None) -> Indiening:
    return Indiening.objects.create(
        aanmelding=dossier.aanmelding,
        nummer=nummer,
        op=op,
        door=door,
        inhoud=dossier.inhoud,
        contact=dossier.contact,
    )
