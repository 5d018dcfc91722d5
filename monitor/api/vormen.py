"""Forms of answers in openapi.json that no serializer makes, each with what it means in Dutch."""

import datetime
import types
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints

Vorm = dict[str, Any]
Woorden = dict[type, dict[str, str]]
"""Of each kind of value what its fields mean."""


def voorwerp(omschrijving: str, **velden: Vorm) -> Vorm:
    """An object in which each of these always stands."""
    return {"type": "object", "description": omschrijving, "properties": velden, "required": list(velden)}


def lijst(omschrijving: str, **velden: Vorm) -> Vorm:
    """A list of such objects."""
    return {"type": "array", "description": omschrijving, "items": voorwerp("Een regel.", **velden)}


def aantal(omschrijving: str) -> Vorm:
    """A count."""
    return {"type": "integer", "minimum": 0, "description": omschrijving}


def tekst(omschrijving: str, **meer: Any) -> Vorm:
    """A text, code or day."""
    return {"type": "string", "description": omschrijving, **meer}


def dag(omschrijving: str) -> Vorm:
    """A day, `jjjj-mm-dd`."""
    return tekst(omschrijving, format="date")


def getal(omschrijving: str) -> Vorm:
    """A number, or null where there is no data."""
    return {"type": "number", "nullable": True, "description": f"{omschrijving}; null: geen gegevens."}


def getallen(omschrijving: str, **namen: str) -> Vorm:
    """An object of such numbers."""
    return voorwerp(omschrijving, **{naam: getal(wat) for naam, wat in namen.items()})


def vorm_van(soort: Any, omschrijving: str, woorden: Woorden) -> Vorm:
    """The form of a frozen value written as JSON; a field with a default can be absent, as in what is older than it.

    KeyError where `woorden` says nothing of one of its fields.
    """
    if get_origin(soort) is types.UnionType:
        [eigen] = [deel for deel in get_args(soort) if deel is not types.NoneType]
        return vorm_van(eigen, omschrijving, woorden) | {"nullable": True}
    if get_origin(soort) is tuple:
        regel = vorm_van(get_args(soort)[0], "Een regel.", woorden)
        return {"type": "array", "description": omschrijving, "items": regel}
    if is_dataclass(soort):
        verplicht = [veld.name for veld in fields(soort) if veld.default is MISSING]
        return voorwerp(omschrijving, **velden_van(soort, woorden)) | {"required": verplicht}
    if issubclass(soort, datetime.date):
        return dag(omschrijving)
    return {int: aantal, str: tekst}[soort](omschrijving)


def velden_van(soort: Any, woorden: Woorden) -> dict[str, Vorm]:
    """The form of each field of such a value."""
    soorten = get_type_hints(soort)
    return {veld.name: vorm_van(soorten[veld.name], woorden[soort][veld.name], woorden) for veld in fields(soort)}
