"""What happens to places: each event locks the call, adds its lines, and passes on what came free.

Each is safe to do twice: what was done already adds no line. All are called within a transaction, or make one.
"""

import datetime
from collections.abc import Mapping

from django.db import transaction

from aanmeldingen.models import Aanmelding, Gebeurtenis, Oproepsector, Plaatsstand
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.aanbod import AanbodVerlopen, GeenAanbod, antwoord, laat_verlopen
from aanmeldingen.plaatsen.boek import Boek
from aanmeldingen.plaatsen.doorschuiven import schuif_door
from aanmeldingen.plaatsen.lezen import Plek
from mantelzorg.models import User

GEEN, KANDIDAAT, WACHT = Plaatsstand.GEEN, Plaatsstand.KANDIDAAT, Plaatsstand.WACHT
AANGEBODEN, BEZET, BEVESTIGD = Plaatsstand.AANGEBODEN, Plaatsstand.BEZET, Plaatsstand.BEVESTIGD
BUITEN = ("", GEEN)

__all__ = [
    "AanbodVerlopen",
    "GeenAanbod",
    "GeenPlaats",
    "QuotaPassenNiet",
    "antwoord",
    "bevestig",
    "herzie",
    "laat_verlopen",
    "maak_vrij",
    "ontvang",
    "stel_capaciteit",
]


class GeenPlaats(Exception):
    """It holds no place, and none is free."""


class QuotaPassenNiet(Exception):
    """The quotas of the sectors together are more than the number of places."""


@transaction.atomic
def stel_capaciteit(
    *,
    oproep: int,
    plaatsen: int,
    reden: str,
    door: User | None,
    op: datetime.datetime,
    quota: Mapping[int, int] | None = None,
) -> None:
    """Make it that many places in all; `quota`: at once those of sectors, by the key of their Oproepsector.

    More places are offered to who wait. Fewer: nobody loses a place, and free may go below 0. QuotaPassenNiet.
    """
    boek = Boek(oproep, op)
    for kant in Oproepsector.objects.filter(oproep=oproep, pk__in=quota or ()):
        _stel_quotum(kant, (quota or {})[kant.pk], reden)
    if not boek.passen_quota(plaatsen):
        raise QuotaPassenNiet
    boek.verdeel(plaatsen, reden=reden, door=door)
    schuif_door(boek)


def _stel_quotum(kant: Oproepsector, quotum: int, reden: str) -> None:
    if kant.quotum != quotum:
        kant.quotum = quotum
        kant._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
        kant.save(update_fields=["quotum"])


@transaction.atomic(savepoint=False)  # nobody goes on after it failed
def ontvang(*, aanmelding: Aanmelding, op: datetime.datetime) -> Plek:
    """A complete application takes a place where one is free and nobody waits for it, else the last rank.

    While places wait for the selection it becomes a candidate. Where it stands after that.
    """
    boek = _boek(aanmelding, op)
    positie = boek.positie(aanmelding)
    if positie.stand:
        return lezen.plek(aanmelding)
    naar = BEZET if boek.vrij(positie.sector) > 0 and not boek.wacht(positie.sector) else WACHT
    regel = boek.zet(positie, KANDIDAAT if boek.selectie_loopt() else naar, Gebeurtenis.AANMELDING)
    schuif_door(boek)
    if regel.naar != WACHT:
        return Plek(stand=regel.naar)
    achter = boek.wacht(positie.sector)  # it is the last of who wait; where nobody does, it was offered a place
    return Plek(stand=WACHT, rang=achter) if achter else lezen.plek(aanmelding)


@transaction.atomic
def maak_vrij(
    *, aanmelding: Aanmelding, gebeurtenis: Gebeurtenis, reden: str, door: User | None, op: datetime.datetime
) -> None:
    """It is out, from wherever it stood: withdrawn or rejected. What it held passes on."""
    boek = _boek(aanmelding, op)
    positie = boek.positie(aanmelding)
    if positie.stand not in BUITEN:
        boek.zet(positie, GEEN, gebeurtenis, reden=reden, door=door)
        schuif_door(boek)


@transaction.atomic
def bevestig(*, aanmelding: Aanmelding, door: User | None, op: datetime.datetime) -> None:
    """Admitted: its place, or the one it was offered, is confirmed; who had none gets a free one, else GeenPlaats."""
    boek = _boek(aanmelding, op)
    positie = boek.positie(aanmelding)
    if positie.stand == BEVESTIGD:
        return
    if positie.stand not in (BEZET, AANGEBODEN) and (boek.vrij(positie.sector) < 1 or boek.selectie_loopt()):
        raise GeenPlaats
    boek.zet(positie, BEVESTIGD, Gebeurtenis.TOEGELATEN, door=door)


@transaction.atomic
def herzie(*, aanmelding: Aanmelding, reden: str, door: User | None, op: datetime.datetime) -> None:
    """A rejection was reversed: it gets a free place, else its former rank; before a selection it is a candidate again.

    Who held nothing when it was rejected gets nothing now.
    """
    boek = _boek(aanmelding, op)
    positie = boek.positie(aanmelding)
    if (positie.stand, positie.gebeurtenis) != (GEEN, Gebeurtenis.AFGEWEZEN):
        return
    naar = BEZET if boek.vrij(positie.sector) > 0 else WACHT
    boek.zet(positie, KANDIDAAT if boek.selectie_loopt() else naar, Gebeurtenis.HERZIEN, reden=reden, door=door)
    schuif_door(boek)


def _boek(aanmelding: Aanmelding, op: datetime.datetime) -> Boek:
    boek = Boek(aanmelding.oproep_id, op)
    boek.volg_quota()
    return boek
