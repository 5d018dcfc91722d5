"""The full list of municipalities, as CBS and PDOK give it in a CSV file: codes with their begin and end."""

import csv
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from mantelzorg.models import Gemeente

KOLOMMEN = ("code", "naam", "provincie", "lon", "lat", "geldig_van", "geldig_tot")
VELDEN = ("naam", "provincie", "lon", "lat", "begin", "eind")


class OnbruikbareLijst(Exception):
    """The file is no list of municipalities; the message has a Dutch line per error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijsttelling:
    """How many municipalities the file added, changed and left as they were."""

    nieuw: int
    gewijzigd: int
    ongewijzigd: int


def lees_gemeenten(pad: Path) -> list[Gemeente]:
    """The municipalities of the file, not saved. `geldig_tot` is the first day a code no longer exists."""
    try:
        with pad.open(encoding="utf-8-sig", newline="") as bestand:
            lezer = csv.DictReader(bestand)
            ontbrekend = [kolom for kolom in KOLOMMEN if kolom not in (lezer.fieldnames or ())]
            if ontbrekend:
                raise OnbruikbareLijst(f"Kolommen ontbreken: {', '.join(ontbrekend)}.")
            rijen = list(enumerate(lezer, start=2))
    except (OSError, UnicodeDecodeError, csv.Error) as fout:
        raise OnbruikbareLijst(f"{pad} is niet te lezen als CSV (UTF-8).") from fout
    return _gemeenten(rijen)


def _gemeenten(rijen: Iterable[tuple[int, dict[str, str]]]) -> list[Gemeente]:
    gemeenten: dict[str, Gemeente] = {}
    fouten = []
    for nummer, rij in rijen:
        try:
            gemeente = _gemeente(rij)
        except ValueError as fout:
            fouten.append(f"Rij {nummer}: {fout}.")
            continue
        if gemeente.code in gemeenten:
            fouten.append(f"Rij {nummer}: {gemeente.code} staat er al.")
        gemeenten[gemeente.code] = gemeente
    if fouten:
        raise OnbruikbareLijst("\n".join(fouten))
    return list(gemeenten.values())


def _gemeente(rij: dict[str, str]) -> Gemeente:
    gemeente = Gemeente(
        code=rij["code"].strip(),
        naam=rij["naam"].strip(),
        provincie=rij["provincie"].strip(),
        lon=_graden(rij["lon"], 3, 8),
        lat=_graden(rij["lat"], 50, 54),
        begin=_dag(rij["geldig_van"]),
        eind=_dag(rij["geldig_tot"]),
    )
    if not re.fullmatch(r"GM\d{4}", gemeente.code) or not gemeente.naam:
        raise ValueError("een code is GM met vier cijfers, en een gemeente heeft een naam")
    if gemeente.begin and gemeente.eind and gemeente.eind <= gemeente.begin:
        raise ValueError("geldig_tot ligt niet na geldig_van")
    return gemeente


def _dag(tekst: str) -> datetime.date | None:
    if not tekst.strip():
        return None
    try:
        return datetime.date.fromisoformat(tekst.strip())
    except ValueError as fout:
        raise ValueError(f"'{tekst}' is geen datum (jjjj-mm-dd)") from fout


def _graden(tekst: str, laagste: int, hoogste: int) -> float | None:
    if not tekst.strip():
        return None
    if not re.fullmatch(r"\d+(\.\d+)?", tekst.strip()):
        raise ValueError(f"'{tekst}' is geen getal met een punt")
    if not laagste <= float(tekst) <= hoogste:
        raise ValueError(f"'{tekst}' graden ligt buiten Nederland")
    return float(tekst)


@transaction.atomic
def laad(gemeenten: Iterable[Gemeente]) -> Lijsttelling:
    """Add and update; codes that the list lacks stay as they are, for records may refer to them."""
    bestaand = Gemeente.objects.in_bulk()
    nieuw = gewijzigd = ongewijzigd = 0
    for gemeente in gemeenten:
        oud = bestaand.get(gemeente.code)
        if oud is None:
            nieuw += 1
        elif all(getattr(oud, veld) == getattr(gemeente, veld) for veld in VELDEN):
            ongewijzigd += 1
            continue
        else:
            gewijzigd += 1
        gemeente._change_reason = "laad_gemeenten"  # type: ignore[attr-defined]  # simple-history reads it
        gemeente.save(force_insert=oud is None, force_update=oud is not None)
    return Lijsttelling(nieuw=nieuw, gewijzigd=gewijzigd, ongewijzigd=ongewijzigd)
