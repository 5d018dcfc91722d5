"""The two sides of a comparison, read: fixed measurements from their own rows, and the records as they are now."""

import datetime
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from deelnemers.models import Samenvoeging
from mantelzorg.models import Programma
from monitor.feiten import Feiten
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Indicatorsoort
from monitor.meten.feitregels import feiten_uit
from monitor.models import Persoonssleutel, Vastgesteldfeit, Vaststelling
from monitor.verschil.telling import NIET_TE_KOPPELEN, Telling


def lees_nu(van: Indicatorsoort, programma: Programma, peildatum: datetime.date, nu: datetime.datetime) -> Telling:
    """The records as they are, at a day; call it in a `momentopname`."""
    feiten = van.lees(programma)
    return Telling(indicator=van, feiten=feiten, peildatum=peildatum, definitie=van.huidige, bekend_op=nu)


def lees_vast(vaststellingen: Collection[Vaststelling], samenvoegingen: Collection[Samenvoeging]) -> dict[int, Telling]:
    """What was fixed in each, with persons under their own records: two queries, and none for the measurements.

    `samenvoegingen`: those of their programme.
    """
    wie: dict[int, dict[str, str]] = defaultdict(dict)
    gewist: dict[int, set[str]] = defaultdict(set)
    for pk, sleutel, persoon in Persoonssleutel.objects.filter(vaststelling__in=vaststellingen).values_list(
        "vaststelling", "sleutel", "deelnemer"
    ):
        if sleutel:
            wie[pk][sleutel] = str(persoon)
        else:
            gewist[pk].add(str(persoon))
    inhouden: dict[int, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    feiten = Vastgesteldfeit.objects.filter(vaststelling__in=vaststellingen).order_by("pk")
    for pk, soort, inhoud in feiten.values_list("vaststelling", "soort", "inhoud"):
        inhouden[pk].append((soort, json.loads(inhoud)))
    return {
        een.pk: Telling(
            indicator=indicator(een.meting.indicator),
            feiten=_met_personen(feiten_uit(inhouden[een.pk]), wie[een.pk]),
            peildatum=een.meting.peildatum,
            definitie=indicator(een.meting.indicator).definitie(een.definitie),
            bekend_op=een.op,
            gewist=frozenset(gewist[een.pk]),
            nog_samen=_nog_samen(samenvoegingen, een.op),
        )
        for een in vaststellingen
    }


def lees_samenvoegingen(programma: Programma) -> list[Samenvoeging]:
    """Those of records of its persons, undone ones too."""
    return list(Samenvoeging.objects.filter(blijft__programma=programma).defer("stappen"))


def opgegaan(samenvoegingen: Iterable[Samenvoeging]) -> dict[str, str]:
    """Of each person's record that went up in another, and still is, the key of the one that stayed."""
    return {str(een.verdween["id"]): str(een.blijft_id) for een in samenvoegingen if een.ongedaan_op is None}


def _nog_samen(samenvoegingen: Iterable[Samenvoeging], op: datetime.datetime) -> frozenset[str]:
    """The records that were one at that moment, and are no longer."""
    toen = [een for een in samenvoegingen if een.ongedaan_op is not None and een.op <= op < een.ongedaan_op]
    return frozenset(str(pk) for een in toen for pk in (een.verdween["id"], een.blijft_id))


def _met_personen(feiten: Feiten, wie: dict[str, str]) -> Feiten:
    deelnemers = tuple(
        replace(een, persoon=wie.get(een.persoon, f"{NIET_TE_KOPPELEN}{een.persoon}")) for een in feiten.deelnemers
    )
    return replace(feiten, deelnemers=deelnemers)
