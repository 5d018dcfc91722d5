"""A fixed measurement read back from its own rows: facts, what was said of them, and the report."""

import datetime
import json
from typing import Any

from mantelzorg.models import Gemeente
from monitor.feiten import Feiten
from monitor.hertelling import Punt, gemeenterijen, praktijkrijen
from monitor.indicatoren.rapport import Cijferrapport
from monitor.indicatoren.register import indicator
from monitor.meten.feitregels import feiten_uit, oordelen_uit
from monitor.meten.kop import elders_uit, meting_uit, programma_uit, vorige_uit
from monitor.models import Vaststelling
from monitor.oordelen import Oordeel
from monitor.rapport import Gegevens, Rapport, grenzen_van, rapporteer
from monitor.uitkomst import uit_uitkomst

Inhouden = list[tuple[str, dict[str, Any]]]


def inhouden(vaststelling: Vaststelling) -> Inhouden:
    """Kind and content of each line, in sealed order."""
    rijen = vaststelling.feiten.order_by("soort", "sleutel").values_list("soort", "inhoud")
    return [(soort, json.loads(inhoud)) for soort, inhoud in rijen]


def feiten(vaststelling: Vaststelling) -> Feiten:
    """The facts that were counted from."""
    return feiten_uit(inhouden(vaststelling))


def oordelen(vaststelling: Vaststelling) -> list[Oordeel]:
    """What was said of each fact, as it was fixed."""
    return list(oordelen_uit(inhouden(vaststelling)))


def rapport(vaststelling: Vaststelling) -> Rapport:
    """The report of indicator 23 as it was fixed: three queries. Points and borders of the map are those known now."""
    kop = vaststelling.inhoud
    vast = feiten(vaststelling)
    praktijken, gemeenten = praktijkrijen(vast), gemeenterijen(vast, _punten(vast))
    cijfers = uit_uitkomst(kop["uitkomst"])
    gegevens = Gegevens(
        programma=programma_uit(kop),
        praktijken=praktijken,
        gemeenten=gemeenten,
        elders=elders_uit(kop),
        vorige=vorige_uit(kop),
        definitie=indicator(kop["indicator"]).definitie(kop["definitie"]),
        grenzen=grenzen_van(praktijken, gemeenten, cijfers.peildatum),
        meting=meting_uit(kop, vaststelling.zegel),
    )
    return rapporteer(cijfers, gegevens, vandaag=datetime.date.max)


def cijferrapport(vaststelling: Vaststelling) -> Cijferrapport:
    """That of an indicator without a report of its own, from the kop alone."""
    kop = vaststelling.inhoud
    soort = indicator(kop["indicator"])
    cijfers = soort.cijfers(kop["uitkomst"])
    return Cijferrapport(
        indicator=soort,
        programma=programma_uit(kop),
        peildatum=cijfers.peildatum,
        verwachting=False,
        meldingen=(),
        uitkomst=kop["uitkomst"],
        cijfers=cijfers,
        vorige_meting=vorige_uit(kop),
        definitie=soort.definitie(kop["definitie"]),
        meting=meting_uit(kop, vaststelling.zegel),
    )


def _punten(vast: Feiten) -> dict[str, Punt]:
    codes = {een.code for praktijk in vast.praktijken for een in praktijk.gemeenten}
    rijen = Gemeente.objects.filter(code__in=codes).values_list("code", "lon", "lat")
    return {code: (lon, lat) for code, lon, lat in rijen}
