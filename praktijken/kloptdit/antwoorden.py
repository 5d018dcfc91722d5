"""What a participant says through their link: kept as said, in turn, and sent twice kept once.

A correction and stopping wait for staff. An objection to being approached takes effect at once, for it asks nothing of
anybody's judgement and mail already on its way must not go; staff still sees it, for it may ask for more. It is not
taken back through the link, which somebody else may have: that is for staff, when the person asks.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from deelnemers.benaderen import markeer
from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.samenloop import vingerafdruk
from praktijken.models import Antwoord, Antwoordsoort, Deelname, Uitvraag
from praktijken.models.avg import Kanaal, Verzoek, Verzoeksoort
from praktijken.models.kloptdit import Uitkomst

MEESTE: Final = 50  # answers to one request: more is no person
BEZWAAR: Final = "bezwaar van de deelnemer zelf, via Klopt dit?"


class TeVaak(Exception):
    """This link gave too many answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """One answer, as filled in; the fields are those of `Antwoord`."""

    soort: Antwoordsoort
    deelname: Deelname | None = None
    organisatie_naam: str = ""
    organisatietype: Organisatietype | None = None
    hoedanigheid: str = ""
    stopt_op: datetime.date | None = None
    toelichting: str = ""
    gezien: str = ""


def afdruk(deelname: Deelname, soort: str) -> str:
    """The fingerprint of what an answer of this kind would change."""
    van_correctie = ("organisatie_id", "organisatietype_id", "hoedanigheid")
    velden = van_correctie if soort == Antwoordsoort.CORRECTIE else ("vanaf", "tot_en_met")
    return vingerafdruk((veld, str(getattr(deelname, veld))) for veld in velden)


def bekende_naam(naam: str) -> str:
    """The name of the organisation as it is written in the register; as typed where it is not there."""
    gevonden = list(Organisatie.objects.filter(naam__iexact=naam).values_list("naam", flat=True)[:2])
    return gevonden[0] if len(gevonden) == 1 else naam


@transaction.atomic
def geef(uitvraag: Uitvraag, gegeven: Sequence[Gegeven], *, inzending: UUID, nu: datetime.datetime) -> None:
    """Keep these answers; earlier ones about the same that nobody acted on are replaced. TeVaak."""
    _neem_beurt(uitvraag)
    if uitvraag.antwoorden.filter(inzending=inzending).exists():
        return
    if uitvraag.antwoorden.count() + len(gegeven) > MEESTE:
        raise TeVaak
    for een in gegeven:
        _vervang(uitvraag, een, nu)
        _bewaar(uitvraag, een, inzending, nu)


@transaction.atomic
def maak_bezwaar(uitvraag: Uitvraag, toelichting: str, *, inzending: UUID, nu: datetime.datetime) -> None:
    """Keep the objection, mail this person no more from now on, and enter it in the register of requests. TeVaak."""
    bezwaar = Gegeven(soort=Antwoordsoort.BEZWAAR, toelichting=toelichting)
    geef(uitvraag, [bezwaar], inzending=inzending, nu=nu)
    dag = localdate(nu)
    markeer(deelnemer=uitvraag.deelnemer_id, sinds=dag, omdat=BEZWAAR, reden=BEZWAAR)
    _meld_verzoek(uitvraag, inzending, dag)


def _meld_verzoek(uitvraag: Uitvraag, inzending: UUID, dag: datetime.date) -> None:
    """One request for as long as it is not dealt with, however often the objection is sent."""
    zelfde = Q(inzending=inzending) | Q(deelnemer=uitvraag.deelnemer_id, afgehandeld_op=None)
    if Verzoek.objects.filter(zelfde, soort=Verzoeksoort.BEZWAAR, kanaal=Kanaal.KLOPT_DIT).exists():
        return
    verzoek = Verzoek(
        soort=Verzoeksoort.BEZWAAR,
        deelnemer_id=uitvraag.deelnemer_id,
        ontvangen_op=dag,
        kanaal=Kanaal.KLOPT_DIT,
        identiteit_op=dag,
        identiteit="persoonlijke link, gemaild naar het bekende adres",
        inzending=inzending,
    )
    verzoek._change_reason = BEZWAAR  # type: ignore[attr-defined]  # read by simple-history
    verzoek.save()


@transaction.atomic
def trek_terug(uitvraag: Uitvraag, antwoord: int, *, nu: datetime.datetime) -> None:
    """The participant takes a correction or stopping back; nothing happens where staff acted already."""
    _neem_beurt(uitvraag)
    eigen = uitvraag.antwoorden.filter(pk=antwoord, besluit="").exclude(soort=Antwoordsoort.BEZWAAR)
    for een in eigen:
        _sluit(een, nu)


def _neem_beurt(uitvraag: Uitvraag) -> None:
    """Lock the person, then the request: in the order in which merging and deciding do."""
    Deelnemer.objects.select_for_update(of=("self",)).filter(pk=uitvraag.deelnemer_id).first()
    Uitvraag.objects.select_for_update(of=("self",)).get(pk=uitvraag.pk)


def _vervang(uitvraag: Uitvraag, een: Gegeven, nu: datetime.datetime) -> None:
    """An answer that says all is right goes with no other; others replace those of their own kind and participation."""
    open_antwoorden = uitvraag.antwoorden.filter(besluit="")
    for eerder in open_antwoorden:
        zelfde = (eerder.soort, eerder.deelname_id) == (een.soort, een.deelname.pk if een.deelname else None)
        if zelfde or eerder.soort == Antwoordsoort.KLOPT:
            _sluit(eerder, nu)


def _sluit(antwoord: Antwoord, nu: datetime.datetime) -> None:
    antwoord.besluit, antwoord.besloten_op = Uitkomst.VERVANGEN, nu
    antwoord.save(update_fields=["besluit", "besloten_op"])


def _bewaar(uitvraag: Uitvraag, een: Gegeven, inzending: UUID, nu: datetime.datetime) -> None:
    Antwoord.objects.create(
        uitvraag=uitvraag,
        soort=een.soort,
        deelname=een.deelname,
        organisatie_naam=een.organisatie_naam,
        organisatietype=een.organisatietype,
        hoedanigheid=een.hoedanigheid,
        stopt_op=een.stopt_op,
        toelichting=een.toelichting,
        gezien=een.gezien,
        inzending=inzending,
        ontvangen_op=nu,
    )
