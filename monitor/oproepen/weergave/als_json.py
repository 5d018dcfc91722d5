"""The figures of a call as JSON, with the keys that docs/oproepcijfers.md fixes."""

import json
from typing import Any

from monitor.oproepen.rapport import Rapport
from monitor.oproepen.tabellen import Rij, Tabel


def als_json(rapport: Rapport) -> str:
    """Keys in a fixed order; no data is null; ends with a newline."""
    cijfers = rapport.cijfers
    vorm = {
        "oproep": cijfers.oproep,
        "programma": cijfers.programma,
        "peildatum": cijfers.peildatum.isoformat(),
        "meting": rapport.meting,
        "opent": cijfers.opent.isoformat(),
        "sluit": cijfers.sluit.isoformat(),
        **{tabel.naam: _tabel(tabel) for tabel in rapport.tabellen},
    }
    return json.dumps(vorm, ensure_ascii=False, indent=2) + "\n"


def _tabel(tabel: Tabel) -> dict[str, Any] | list[dict[str, Any]]:
    if not tabel.sleutelnaam:
        return _figuren(tabel, tabel.rijen[0])
    return [{tabel.sleutelnaam: rij.sleutel, **_figuren(tabel, rij)} for rij in tabel.rijen]


def _figuren(tabel: Tabel, rij: Rij) -> dict[str, Any]:
    return {figuur.naam: waarde for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True)}
