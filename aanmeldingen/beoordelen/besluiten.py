"""Decide on taking part: admit, propose to reject and have that confirmed by another, and go back on a decision.

Every decision takes the lock of its call, for places go with it; so of two people who decide at one moment one comes
first, and the other sees what happened.
"""

import datetime
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction

from aanmeldingen.beoordelen.bekrachtigen import bekrachtig
from aanmeldingen.beoordelen.beurt import KanNiet, eis_lopend, op_beurt
from aanmeldingen.beoordelen.oordelen import Criteriumrij, criteriumrijen
from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort, Oordeel
from aanmeldingen.plaatsen.slot import op_slot
from mantelzorg.models import User
from mantelzorg.samenloop import opgeslagen, vingerafdruk, zelfde

TOELATEN, AFWIJZEN, HEROPENEN = Besluitsoort.TOELATEN, Besluitsoort.AFWIJZEN, Besluitsoort.HEROPENEN
EIGEN_VOORSTEL: Final = "U heeft deze afwijzing zelf voorgesteld. Een collega bevestigt haar, of stuurt haar terug."
NIET_MEER_NIET_VOLDAAN: Final = "Een afwijzing rust op criteria waaraan niet is voldaan. Dat geldt niet voor: {}."
ER_LIGT_EEN_VOORSTEL: Final = (
    "Er ligt een voorstel om deze aanmelding af te wijzen. Bevestig dat eerst, of stuur het terug."
)
PRAKTIJK_LOOPT: Final = "Deze aanmelding is al een praktijk geworden. Sluit eerst die praktijk af; kies daarna opnieuw."


class IntussenBesloten(Exception):
    """Somebody else decided or proposed after this was shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voornemen:
    """A decision as somebody fills it in. `criteria`: keys of those a rejection rests on. `gezien`: see `afdruk`."""

    soort: Besluitsoort
    motivering: str
    inzending: UUID
    gezien: str
    criteria: frozenset[int] = frozenset()
    reden_herziening: str = ""


def afdruk(aanmelding: Aanmelding) -> str:
    """The fingerprint of everything that was decided and proposed."""
    alle = aanmelding.besluiten.prefetch_related("criteria")
    return vingerafdruk(paar for besluit in alle for paar in opgeslagen(besluit))


def geldend_besluit(aanmelding: Aanmelding) -> Besluit | None:
    """The decision that holds."""
    return Besluit.objects.geldend().filter(aanmelding=aanmelding).first()


def open_voorstel(aanmelding: Aanmelding) -> Besluit | None:
    """The rejection that waits for a second person."""
    voorstellen = Besluit.objects.voorgesteld().filter(aanmelding=aanmelding)
    return voorstellen.select_related("voorgesteld_door").first()


@transaction.atomic
def besluit(*, aanmelding: int, voornemen: Voornemen, door: User, op: datetime.datetime) -> Besluit:
    """An admission, at once; or the proposal of a rejection. Sent before: the decision that came of it.

    IntussenBesloten where `gezien` is not how things stand; KanNiet where a rule says no.
    """
    een = _op_slot(aanmelding)
    eerder = Besluit.objects.filter(inzending=voornemen.inzending, voorgesteld_door=door, aanmelding=een).first()
    if eerder is not None:
        return eerder
    if not zelfde(afdruk(een), voornemen.gezien):
        raise IntussenBesloten
    geldend = geldend_besluit(een)
    _keur(een, voornemen, geldend)
    nieuw = _maak(een, voornemen, geldend, door, op)
    if voornemen.soort != AFWIJZEN:
        bekrachtig(nieuw, door=door, op=op)
    return nieuw


@transaction.atomic
def bevestig(*, besluit: int, door: User, op: datetime.datetime) -> Besluit:
    """A second person confirms a rejection: it holds from now. Twice by the same person is once.

    IntussenBesloten where it no longer waits; KanNiet for who proposed it, or where it no longer rests on its criteria.
    """
    voorstel = _in_beurt(besluit)
    if voorstel.bevestigd_op is not None and voorstel.bevestigd_door_id == door.pk:
        return voorstel
    _eis_open(voorstel)
    if voorstel.voorgesteld_door_id == door.pk:
        raise KanNiet(EIGEN_VOORSTEL)
    eis_lopend(voorstel.aanmelding)
    _eis_niet_voldaan(voorstel.aanmelding, frozenset(voorstel.criteria.values_list("pk", flat=True)))
    voorstel.bevestigd_door, voorstel.bevestigd_op = door, op
    _bewaar(voorstel, "afwijzing bevestigd", "bevestigd_door", "bevestigd_op")
    bekrachtig(voorstel, door=door, op=op)
    return voorstel


@transaction.atomic
def neem_terug(*, besluit: int, reden: str, door: User, op: datetime.datetime) -> Besluit:
    """The proposal is off, for this reason; it stays to be read. Twice is once. IntussenBesloten: it was confirmed."""
    voorstel = _in_beurt(besluit)
    if voorstel.teruggenomen_op is not None and voorstel.teruggenomen_door_id == door.pk:
        return voorstel
    _eis_open(voorstel)
    voorstel.teruggenomen_op, voorstel.teruggenomen_door, voorstel.teruggenomen_omdat = op, door, reden
    velden = ("teruggenomen_op", "teruggenomen_door", "teruggenomen_omdat")
    _bewaar(voorstel, "voorstel teruggestuurd", *velden)
    return voorstel


def _op_slot(aanmelding: int) -> Aanmelding:
    op_slot(Aanmelding.objects.values_list("oproep_id", flat=True).get(pk=aanmelding))
    return op_beurt(aanmelding)


def _in_beurt(besluit: int) -> Besluit:
    een = _op_slot(Besluit.objects.values_list("aanmelding_id", flat=True).get(pk=besluit))
    voorstel = Besluit.objects.select_related("vervangt").get(pk=besluit)
    voorstel.aanmelding = een
    return voorstel


def _eis_open(voorstel: Besluit) -> None:
    if voorstel.bevestigd_op is not None or voorstel.teruggenomen_op is not None:
        raise IntussenBesloten


def _keur(een: Aanmelding, voornemen: Voornemen, geldend: Besluit | None) -> None:
    eis_lopend(een)
    if open_voorstel(een) is not None:
        raise KanNiet(ER_LIGT_EEN_VOORSTEL)
    if geldend is not None and geldend.soort == voornemen.soort:
        raise KanNiet(f"Er is al besloten: {geldend.get_soort_display()}.")
    match voornemen.soort:
        case Besluitsoort.TOELATEN:
            _eis_gehaald(criteriumrijen(een))
        case Besluitsoort.AFWIJZEN:
            _eis_zonder_praktijk(een)
            _eis_niet_voldaan(een, voornemen.criteria)
        case Besluitsoort.HEROPENEN:
            if geldend is None or geldend.soort != AFWIJZEN:
                raise KanNiet("Alleen een afgewezen aanmelding kan weer in behandeling komen.")


def _eis_gehaald(rijen: tuple[Criteriumrij, ...]) -> None:
    niet = [str(rij.criterium.nummer) for rij in rijen if rij.bevinding.oordeel == Oordeel.NIET_VOLDAAN]
    open_ = [str(rij.criterium.nummer) for rij in rijen if not rij.bevinding.oordeel]
    if open_:
        raise KanNiet(f"Beoordeel eerst elk criterium. Nog zonder oordeel: {', '.join(open_)}.")
    if niet:
        raise KanNiet(
            f"Aan deze criteria is niet voldaan: {', '.join(niet)}. Toelaten kan pas als er wel aan is voldaan, of als "
            "u ze ontheft met een reden."
        )


def _eis_zonder_praktijk(een: Aanmelding) -> None:
    toelating = getattr(een, "toelating", None)
    if toelating is not None and toelating.praktijk.einddatum is None:
        raise KanNiet(PRAKTIJK_LOOPT)


def _eis_niet_voldaan(een: Aanmelding, criteria: frozenset[int]) -> None:
    rijen = {rij.criterium.pk: rij for rij in criteriumrijen(een)}
    if not criteria or not criteria <= rijen.keys():
        raise KanNiet("Kies op welke criteria de afwijzing rust.")
    anders = sorted(
        rijen[pk].criterium.nummer for pk in criteria if rijen[pk].bevinding.oordeel != Oordeel.NIET_VOLDAAN
    )
    if anders:
        raise KanNiet(NIET_MEER_NIET_VOLDAAN.format(", ".join(map(str, anders))))


def _maak(een: Aanmelding, voornemen: Voornemen, geldend: Besluit | None, door: User, op: datetime.datetime) -> Besluit:
    bevestigd = {} if voornemen.soort == AFWIJZEN else {"bevestigd_door": door, "bevestigd_op": op}
    nieuw = Besluit(
        aanmelding=een,
        soort=voornemen.soort,
        motivering=voornemen.motivering,
        voorgesteld_door=door,
        voorgesteld_op=op,
        vervangt=geldend,
        reden_herziening=voornemen.reden_herziening if geldend else "",
        inzending=voornemen.inzending,
        **bevestigd,
    )
    nieuw._change_reason = "afwijzing voorgesteld" if voornemen.soort == AFWIJZEN else f"besluit: {voornemen.soort}"  # type: ignore[attr-defined]  # read by simple-history
    nieuw.full_clean()
    nieuw.save(force_insert=True)
    if voornemen.criteria:
        nieuw.criteria.set(voornemen.criteria)
    return nieuw


def _bewaar(record: Besluit, reden: str, *velden: str) -> None:
    record._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    record.save(update_fields=velden)
