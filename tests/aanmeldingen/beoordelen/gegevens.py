"""Builders of what is assessed, on top of those of calls and applications."""

from typing import Any

from aanmeldingen.models import Aanmelding, Criterium, Criteriumoordeel, Oordeel, Oproep
from aanmeldingen.plaatsen.acties import ontvang, stel_capaciteit
from mantelzorg.models import User
from tests.aanmeldingen.gegevens import ingediend, moment, oproep, voorwaarden

CRITERIA = ("De organisatie levert zorg", "Er is een vraag uit de praktijk", "Het bestuur doet mee")


def roep_op(door: User, plaatsen: int = 1, **velden: Any) -> Oproep:
    """A call with that many places; version 2 of its conditions has the CRITERIA."""
    nieuw = oproep(**{"klachten": "Mail uw klacht naar klachten@voorbeeld.example."} | velden)
    voorwaarden(nieuw, 2, CRITERIA)
    op = moment("2014-03-25 09:00")
    stel_capaciteit(oproep=nieuw.pk, plaatsen=plaatsen, reden="besluit van het ministerie", door=door, op=op)
    return nieuw


def met_plaats(call: Oproep, naam: str, **velden: Any) -> Aanmelding:
    """An application that was sent in, with a place, or a rank where none is free."""
    nieuw = ingediend(call, naam, **velden)
    ontvang(aanmelding=nieuw, op=nieuw.ingediend_op)
    return nieuw


def beoordeel(een: Aanmelding, door: User, *oordelen: str) -> list[Criterium]:
    """Give each criterion the verdict in its place, with a reason where it needs one; its criteria."""
    criteria = list(een.voorwaarden.criteria.order_by("nummer"))
    for criterium, oordeel in zip(criteria, oordelen, strict=True):
        reden = "" if oordeel == Oordeel.VOLDAAN else f"Reden bij {criterium.nummer}"
        Criteriumoordeel.objects.create(
            aanmelding=een, criterium=criterium, oordeel=oordeel, reden=reden, door=door, op=moment("2014-07-01 09:00")
        )
    return criteria
