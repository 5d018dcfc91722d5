"""What stands above the facts of a fixed measurement, as one canonical object; and what a report takes from it."""

import datetime
from dataclasses import asdict
from typing import Any

from monitor.indicatoren.soort import Uitkomst
from monitor.metinggegevens import Handeling, Metinggegevens
from monitor.models import Meting
from monitor.rapport import EldersGenoemd, Programmagegevens, VorigeMeting

VORM = 1
"""The form of the kop; another one gets another number."""
_DAGEN = ("startdatum", "einddatum", "aanmelden_tot_en_met")


def maak_kop(
    meting: Meting,
    nvt: str,
    uitkomst: Uitkomst,
    definitie: int,
    product: str,
    vastgesteld: Handeling,
    aantal_feiten: int,
    *,
    programma: Programmagegevens,
    elders: tuple[EldersGenoemd, ...],
    vorige: VorigeMeting,
) -> dict[str, Any]:
    """The kop, without its secret: what was measured, by which rule and version, by whom, and the figures."""
    return {
        "vorm": VORM,
        "indicator": meting.indicator,
        "jaar": meting.jaar,
        "nummer": meting.nummer,
        "peildatum": meting.peildatum.isoformat(),
        "aanleiding": meting.aanleiding,
        "voor_monitor": meting.voor_monitor,
        "nvt": nvt,
        "vervangt": meting.vervangt.nummer if meting.vervangt else None,
        "definitie": definitie,
        "product": product,
        "handelingen": [_als_json(een) for een in (*_eerder(meting), vastgesteld)],
        "programma": _plat(asdict(programma)),
        "elders_genoemd": [asdict(een) for een in elders],
        "vorige_meting": _plat(asdict(vorige)),
        "uitkomst": uitkomst,
        "feiten": aantal_feiten,
    }


def programma_uit(kop: dict[str, Any]) -> Programmagegevens:
    """The programme as it was described then."""
    velden = kop["programma"]
    dagen = {naam: _dag(velden[naam]) for naam in _DAGEN}
    return Programmagegevens(**(velden | dagen))


def elders_uit(kop: dict[str, Any]) -> tuple[EldersGenoemd, ...]:
    """The numbers quoted elsewhere, as explained then."""
    return tuple(EldersGenoemd(**een) for een in kop["elders_genoemd"])


def vorige_uit(kop: dict[str, Any]) -> VorigeMeting:
    """What it was compared with."""
    velden = kop["vorige_meting"]
    return VorigeMeting(**(velden | {"peildatum": datetime.date.fromisoformat(velden["peildatum"])}))


def meting_uit(kop: dict[str, Any], zegel: str) -> Metinggegevens:
    """Which measurement it is."""
    handelingen = tuple(
        Handeling(wat=een["wat"], door=een["door"], op=datetime.datetime.fromisoformat(een["op"]))
        for een in kop["handelingen"]
    )
    return Metinggegevens(
        jaar=kop["jaar"],
        nummer=kop["nummer"],
        aanleiding=kop["aanleiding"],
        nvt=kop["nvt"],
        vastgesteld_op=handelingen[-1].op,
        vastgesteld_door=handelingen[-1].door,
        handelingen=handelingen,
        definitie=kop["definitie"],
        product=kop["product"],
        zegel=zegel,
    )


def _als_json(handeling: Handeling) -> dict[str, str]:
    return {"wat": handeling.wat, "door": handeling.door, "op": _moment(handeling.op)}


def _eerder(meting: Meting) -> list[Handeling]:
    gemaakt = Handeling(wat="gemaakt", door=meting.gemaakt_door.naam, op=meting.gemaakt_op)
    if meting.gecontroleerd_door is None or meting.gecontroleerd_op is None:
        return [gemaakt]
    wie, wanneer = meting.gecontroleerd_door.naam, meting.gecontroleerd_op
    return [gemaakt, Handeling(wat="gecontroleerd", door=wie, op=wanneer)]


def _plat(velden: dict[str, Any]) -> dict[str, Any]:
    return {
        naam: waarde.isoformat() if isinstance(waarde, datetime.date) else waarde for naam, waarde in velden.items()
    }


def _dag(tekst: str | None) -> datetime.date | None:
    return None if tekst is None else datetime.date.fromisoformat(tekst)


def _moment(op: datetime.datetime) -> str:
    return op.astimezone(datetime.UTC).replace(microsecond=0).isoformat()
