"""What is published, as canonical JSON and read back from it."""

import datetime
import functools
import json
import types
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

from monitor.canoniek import canoniek, zegel
from monitor.publicatie.waarden import Inhoud


def schrijf(inhoud: Inhoud) -> str:
    """Canonical JSON: every field by its name, days as jjjj-mm-dd."""
    return canoniek(_plat(inhoud))


def lees(tekst: str) -> Inhoud:
    """What `schrijf` was given, in this form or an earlier one. KeyError, TypeError or ValueError: it is of another."""
    gelezen: Inhoud = _uit(Inhoud, json.loads(tekst))
    return gelezen


def zegel_van(tekst: str) -> str:
    """SHA-256 over the one line: what `sha256sum` says of the JSON file as it is downloaded."""
    return zegel([tekst])


def _plat(waarde: Any) -> Any:
    if is_dataclass(waarde):
        return {veld.name: _plat(getattr(waarde, veld.name)) for veld in fields(waarde)}
    if isinstance(waarde, tuple):
        return [_plat(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, datetime.date) else waarde


def _uit(soort: Any, waarde: Any) -> Any:
    if soort in (int, str):
        return waarde
    if get_origin(soort) is types.UnionType:
        [eigen] = [deel for deel in get_args(soort) if deel is not types.NoneType]
        return None if waarde is None else _uit(eigen, waarde)
    if get_origin(soort) is tuple:
        return tuple(_uit(get_args(soort)[0], deel) for deel in waarde)
    if is_dataclass(soort):
        return _gevuld(soort, waarde)
    return datetime.date.fromisoformat(waarde) if issubclass(soort, datetime.date) else waarde


def _gevuld(soort: Any, waarde: Any) -> Any:
    aanwezig = {naam: eigen for naam, (eigen, verplicht) in _velden(soort).items() if verplicht or naam in waarde}
    return soort(**{naam: _uit(eigen, waarde[naam]) for naam, eigen in aanwezig.items()})


@functools.cache
def _velden(soort: Any) -> dict[str, tuple[Any, bool]]:
    """Each field with its kind, and whether every form has it: found out once, for it takes longer than reading."""
    soorten = get_type_hints(soort)
    return {veld.name: (soorten[veld.name], veld.default is MISSING) for veld in fields(soort)}
