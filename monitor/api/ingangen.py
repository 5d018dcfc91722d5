"""What openapi.json says, for people: every address with its parameters and the fields of its answer."""

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from django.utils.text import slugify

from monitor.api.documenten import regel
from monitor.api.schema import openapi

Vorm = dict[str, Any]
_SOORTEN: Final = {
    "string": "tekst",
    "integer": "geheel getal",
    "number": "getal",
    "boolean": "true of false",
    "object": "voorwerp",
    "array": "lijst",
    "date": "dag",
    "date-time": "moment",
    "uri": "adres",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A parameter, or a field of an answer: its name (of what is in a list `resultaten[].naam`), kind and meaning.

    `omschrijving` is HTML, here as below.
    """

    naam: str
    soort: str
    omschrijving: str
    verplicht: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingang:
    """An address, without `/api/v1`. `sleutel`: its name in the address of its page."""

    pad: str
    sleutel: str
    titel: str
    omschrijving: str
    parameters: tuple[Veld, ...]
    velden: tuple[Veld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """Addresses that begin alike."""

    naam: str
    omschrijving: str
    ingangen: tuple[Ingang, ...]


@functools.cache
def groepen() -> tuple[Groep, ...]:
    """Every address there is, in the order of openapi.json's tags; made once a process."""
    schema = json.loads(openapi())
    per_tag = {
        tag: tuple(_ingang(pad, methoden["get"], schema) for pad, methoden in paren)
        for tag, paren in groupby(schema["paths"].items(), key=lambda paar: paar[1]["get"]["tags"][0])
    }
    return tuple(
        Groep(naam=tag["name"], omschrijving=regel(tag["description"]), ingangen=per_tag[tag["name"]])
        for tag in schema["tags"]
    )


def _ingang(pad: str, bewerking: Vorm, schema: Vorm) -> Ingang:
    antwoord = bewerking["responses"]["200"]["content"]["application/json"]["schema"]
    return Ingang(
        pad=pad,
        sleutel=slugify(pad.replace("/", " ")),
        titel=bewerking["summary"],
        omschrijving=regel(bewerking["description"]),
        parameters=tuple(sorted(map(_parameter, bewerking.get("parameters", ())), key=lambda een: not een.verplicht)),
        velden=tuple(_velden(antwoord, "", schema)),
    )


def _parameter(parameter: Vorm) -> Veld:
    return Veld(
        naam=parameter["name"],
        soort=_soort(parameter["schema"]),
        omschrijving=regel(parameter["description"]),
        verplicht=parameter.get("required", False),
    )


def _velden(vorm: Vorm, plek: str, schema: Vorm) -> Iterator[Veld]:
    """The fields of an object, and of what is in it, before what follows it."""
    heel = _opgezocht(vorm, schema)
    if heel.get("type") == "array":
        yield from _velden(heel["items"], f"{plek}[]", schema)
    for naam, deel in heel.get("properties", {}).items():
        eigen, hier = _opgezocht(deel, schema), f"{plek}.{naam}".removeprefix(".")
        yield Veld(naam=hier, soort=_soort(eigen), omschrijving=regel(eigen.get("description", "")))
        yield from _velden(eigen, hier, schema)


def _opgezocht(vorm: Vorm, schema: Vorm) -> Vorm:
    """With what it refers to; of several forms the first, and what is said beside it comes before that."""
    samen: list[Vorm] = next((vorm[hoe] for hoe in ("allOf", "anyOf", "oneOf") if hoe in vorm), [])
    deel = next((_opgezocht(een, schema) for een in samen), {})
    if "$ref" in vorm:
        deel = _opgezocht(schema["components"]["schemas"][vorm["$ref"].rpartition("/")[2]], schema)
    return deel | vorm


def _soort(vorm: Vorm) -> str:
    """In Dutch, with its bounds, what it is without saying, and whether it can be null."""
    if "enum" in vorm:
        keuzes = ", ".join(json.dumps(een, ensure_ascii=False).strip('"') or "leeg" for een in vorm["enum"])
        tekst = f"een van: {keuzes}"
    else:
        tekst = _SOORTEN[vorm.get("format", "") if vorm.get("format") in _SOORTEN else vorm["type"]]
    if "maximum" in vorm and vorm["maximum"] < 2**31:
        tekst += f", {vorm['minimum']} tot en met {vorm['maximum']}"
    if "default" in vorm:
        tekst += f"; anders {vorm['default']}"
    return f"{tekst}, of null" if vorm.get("nullable") else tekst
