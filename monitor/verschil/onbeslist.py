"""How many records changed after each measurement of which nobody decided, reckoned once for what the records say.

Lists and the office's tasks ask it at every view, and comparing takes far longer than reading the records. What came of
it is kept under a fingerprint of all that it follows from, so it is never of yesterday.
"""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Final

from django.core.cache import cache
from django.db.models import Count, Q

from monitor.bron import momentopname
from monitor.models import Meting, Vaststelling
from monitor.verschil.achteraf import Administratie, besluit_over, lees_administratie, per_programma, vergeleken

BEWAREN: Final = 7 * 24 * 60 * 60
"""Seconds that an outcome is kept."""
Uitkomst = tuple[int, str]
"""How many records changed, and the fingerprint of what that does."""


def onbeslist(metingen: Iterable[Meting], nu: datetime.datetime) -> dict[int, int]:
    """Of each measurement, by its key, how many records changed since of which nobody decided; none: not in it.

    They come as for `achteraf`.
    """
    open_: dict[int, int] = {}
    for groep in per_programma(metingen):
        uitkomsten = _uitkomsten(groep, nu)
        for een in groep:
            aantal, zegel = uitkomsten[een.pk]
            if aantal and besluit_over(een, zegel) is None:
                open_[een.pk] = aantal
    return open_


def _uitkomsten(metingen: list[Meting], nu: datetime.datetime) -> dict[int, Uitkomst]:
    """By key of the measurement; what is not kept yet is reckoned, and kept."""
    with momentopname():
        administratie = lees_administratie(metingen[0], nu)
        sleutels = _sleutels(metingen, administratie)
        bewaard: dict[str, Uitkomst] = cache.get_many(sleutels.values())
        rest = [een for een in metingen if sleutels[een.pk] not in bewaard]
        vers = vergeleken(rest, administratie) if rest else []
    nieuw = {sleutels[een.meting.pk]: (len(een.wijzigingen), een.afdruk) for een in vers}
    cache.set_many(nieuw, BEWAREN)
    return {pk: (bewaard | nieuw)[sleutel] for pk, sleutel in sleutels.items()}


def _sleutels(metingen: list[Meting], administratie: Administratie) -> dict[int, str]:
    """What each outcome follows from: the seal of what was fixed, how many of it were erased, records, merges, rule."""
    levend = administratie.levend
    merges = [(een.verdween["id"], een.blijft_id, een.op, een.ongedaan_op) for een in administratie.samenvoegingen]
    nu = repr((levend.indicator.code, levend.definitie.versie, merges, levend.feiten))
    afdruk = hashlib.sha256(nu.encode()).hexdigest()
    gewist = Count("persoonssleutels", filter=Q(persoonssleutels__sleutel=""))
    rijen = Vaststelling.objects.filter(meting__in=metingen).annotate(gewist=gewist)
    return {
        pk: f"onbeslist:{zegel}:{weg}:{afdruk}" for pk, zegel, weg in rijen.values_list("meting", "zegel", "gewist")
    }
