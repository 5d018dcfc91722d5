"""Ask for a delivery of a fixed measurement, and make it: the worker does that, file by file.

A worker may be killed at any moment: what it began is begun again, once. Each beginning has a number, and only who has
the last one writes; so a slow worker that was given up spoils nothing.
"""

import datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mantelzorg.models import User
from mantelzorg.versie import VERSIE
from monitor.aanlevering.lezen import dossier_van
from monitor.aanlevering.pakket import STUKKEN, maak_pakket
from monitor.models import Levering, Leverstand, Meting, Vaststelling

POGINGEN: Final = 2
STIL_NA: Final = datetime.timedelta(minutes=2)
"""A file takes a second: who shows nothing for so long is gone."""


class Achterhaald(Exception):
    """Somebody else does this by now."""


@transaction.atomic
def vraag(vaststelling: Vaststelling, *, inzending: UUID, door: User, op: datetime.datetime) -> Levering:
    """Put a next version in the queue. The same `inzending`, or one still under way, gives the one there is."""
    from monitor.aanlevering.taken import maak_levering  # it calls `doe` in its turn

    Meting.objects.select_for_update(no_key=True).values_list("pk").get(pk=vaststelling.meting_id)
    eerder = Levering.objects.filter(inzending=inzending).first() or vaststelling.leveringen.onderweg().first()
    if eerder is not None:
        return eerder
    nieuw = Levering.objects.create(
        vaststelling=vaststelling,
        nummer=vaststelling.leveringen.count() + 1,
        gevraagd_door=door,
        gevraagd_op=op,
        wacht_sinds=op,
        stappen=len(STUKKEN),
        inzending=inzending,
    )
    maak_levering.enqueue(nieuw.pk)
    return nieuw


def doe(pk: int) -> None:
    """Make it, unless it is made or being made. What goes wrong is kept with it, and raised."""
    poging = _begin(pk)
    if poging is None:
        return
    try:
        _maak(pk, poging)
    except Achterhaald:
        return
    except Exception:
        _bewaar(pk, poging, mislukt_op=timezone.now())
        raise


def _maak(pk: int, poging: int) -> None:
    levering = Levering.objects.defer("inhoud").select_related("vaststelling__meting").get(pk=pk)
    gedaan = 0

    def voortgang(stap: str) -> None:
        nonlocal gedaan
        _bewaar(pk, poging, stap=stap, gedaan=gedaan, gezien_op=timezone.now())
        gedaan += 1

    inhoud = maak_pakket(dossier_van(levering.vaststelling, op=levering.gevraagd_op), voortgang)
    klaar: dict[str, Any] = {"inhoud": inhoud, "afdruk": sha256(inhoud).hexdigest(), "product": VERSIE}
    _bewaar(pk, poging, klaar_op=timezone.now(), gedaan=gedaan, **klaar)


@transaction.atomic
def _begin(pk: int) -> int | None:
    """The number of this beginning; None where nothing waits for it."""
    levering = _op_slot(pk)
    if levering.stand is not Leverstand.WACHT:
        return None
    _schrijf(levering, pogingen=levering.pogingen + 1, gezien_op=timezone.now())
    return levering.pogingen


@transaction.atomic
def _bewaar(pk: int, poging: int, **velden: Any) -> None:
    """Raises Achterhaald where another one began since."""
    levering = _op_slot(pk)
    if levering.pogingen != poging or levering.stand is not Leverstand.LOOPT:
        raise Achterhaald
    _schrijf(levering, **velden)


def red(nu: datetime.datetime) -> int:
    """Look after what a killed worker left, or what fell out of the queue; how many there were."""
    return sum(_red(pk, nu) for pk in list(Levering.objects.onderweg().values_list("pk", flat=True)))


@transaction.atomic
def _red(pk: int, nu: datetime.datetime) -> bool:
    from monitor.aanlevering.taken import maak_levering  # it calls `doe` in its turn

    levering = _op_slot(pk)
    stil = (levering.gezien_op or levering.wacht_sinds) <= nu - STIL_NA
    if levering.stand not in (Leverstand.WACHT, Leverstand.LOOPT) or not stil:
        return False
    if levering.pogingen >= POGINGEN:
        _schrijf(levering, mislukt_op=nu)
        return True
    _schrijf(levering, gezien_op=None, wacht_sinds=nu, gedaan=0, stap="")
    maak_levering.enqueue(pk)
    return True


def _op_slot(pk: int) -> Levering:
    return Levering.objects.select_for_update(no_key=True).defer("inhoud").get(pk=pk)


def _schrijf(levering: Levering, **velden: Any) -> None:
    for naam, waarde in velden.items():
        setattr(levering, naam, waarde)
    levering.save(update_fields=list(velden))
