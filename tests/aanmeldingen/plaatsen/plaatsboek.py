"""Builders for the ledger of places: a call with places, and applications that were received."""

import datetime
from typing import Any

from aanmeldingen.models import Aanmelding, Gebeurtenis, Oproep, Oproepsector, Plaatsregel, Plaatsstand, Verdeling
from aanmeldingen.plaatsen import acties
from mantelzorg.models import User
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment

MEI = moment("2014-05-01 09:00")
JUNI = moment("2014-06-02 12:00")
JULI = moment("2014-07-02 10:00")


def oproep_met(
    plaatsen: int, *, verdeling: Verdeling = Verdeling.BINNENKOMST, door: User | None = None, **quota: int
) -> Oproep:
    """A call with that many places, and a quota for each sector that is named; with quotas also open to ggz."""
    namen = ("thuiszorg", "ggz", *(naam for naam in quota if naam not in ("thuiszorg", "ggz")))
    nieuw = gegevens.oproep(sectoren=namen, verdeling=Verdeling.QUOTUM if quota else verdeling)
    for kant in Oproepsector.objects.filter(oproep=nieuw, sector__naam__in=quota):
        kant.quotum = quota[kant.sector.naam]
        kant.save()
    capaciteit(nieuw, plaatsen, door=door)
    return nieuw


def capaciteit(oproep: Oproep, plaatsen: int, *, op: datetime.datetime = MEI, door: User | None = None) -> None:
    acties.stel_capaciteit(oproep=oproep.pk, plaatsen=plaatsen, reden="Vastgesteld door VWS.", door=door, op=op)


def ingediend(
    oproep: Oproep, organisatie: str | None = None, *, op: datetime.datetime = JUNI, **velden: Any
) -> Aanmelding:
    """An application that was sent in at that moment; the ledger knows nothing of it yet."""
    nummer = Aanmelding.objects.filter(oproep=oproep).ingediend().count() + 1
    return gegevens.aanmelding(
        oproep, organisatie, nummer=nummer, ingediend_op=op, voorwaarden=oproep.voorwaarden.get(), **velden
    )


def ontvangen(
    oproep: Oproep, organisatie: str | None = None, *, op: datetime.datetime = JUNI, **velden: Any
) -> Aanmelding:
    """An application that was sent in, and took a place or a rank."""
    een = ingediend(oproep, organisatie, op=op, **velden)
    acties.ontvang(aanmelding=een, op=op)
    return een


def trek_in(een: Aanmelding, op: datetime.datetime = JULI) -> None:
    acties.maak_vrij(aanmelding=een, gebeurtenis=Gebeurtenis.INGETROKKEN, reden="Fusie.", door=None, op=op)


def wijs_af(een: Aanmelding, door: User, op: datetime.datetime = JULI) -> None:
    acties.maak_vrij(aanmelding=een, gebeurtenis=Gebeurtenis.AFGEWEZEN, reden="Geen zorg.", door=door, op=op)


def standen(oproep: Oproep) -> list[str]:
    """Where the applications of a call stand, by number."""
    return list(Aanmelding.objects.filter(oproep=oproep).met_plaatsstand().values_list("plaatsstand", flat=True))


def regels(oproep: Oproep) -> list[tuple[int, str, str, str]]:
    """Line number, event, from and to."""
    return list(Plaatsregel.objects.filter(oproep=oproep).values_list("nummer", "gebeurtenis", "van", "naar"))


GEEN, KANDIDAAT, WACHT = Plaatsstand.GEEN, Plaatsstand.KANDIDAAT, Plaatsstand.WACHT
AANGEBODEN, BEZET, BEVESTIGD = Plaatsstand.AANGEBODEN, Plaatsstand.BEZET, Plaatsstand.BEVESTIGD
