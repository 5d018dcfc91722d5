"""Keeps the borders of a year as the file has them: all or nothing, and the same file twice changes nothing."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction

from mantelzorg.models import Gemeente
from monitor.grenzen.bestand import OnbruikbareGrenzen
from monitor.grenzen.gebieden import Grenzenbestand, opsomming
from monitor.grenzen.lijnen import Lijn
from monitor.grenzen.ringen import omtrek, vereenvoudigde_gebieden
from monitor.models import Grens

Gebied = tuple[str | None, str]
"""A municipality's code, or None with the name of a province."""
Ringen = list[list[list[float]]]
"""As JSON has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenstelling:
    """How many municipal borders of `jaar` were added, changed, left as they were, and taken away."""

    jaar: int
    nieuw: int
    gewijzigd: int
    ongewijzigd: int
    vervallen: int


def laad(bestand: Grenzenbestand) -> Grenstelling:
    """Replace the borders of the file's year. Raises OnbruikbareGrenzen with every error of file and codes."""
    _keur(bestand, Gemeente.objects.in_bulk())
    vereenvoudigd = vereenvoudigde_gebieden(bestand.gebieden)
    with transaction.atomic():
        gemeenten = {een.code: een for een in Gemeente.objects.select_for_update().order_by("code")}
        jaar = _keur(bestand, gemeenten)
        grenzen = {(code, ""): ringen for code, ringen in vereenvoudigd.items()} | _provincies(vereenvoudigd, gemeenten)
        return _vervang(jaar, {gebied: _als_json(ringen) for gebied, ringen in grenzen.items()})


def _keur(bestand: Grenzenbestand, gemeenten: dict[str, Gemeente]) -> int:
    """The year whose borders these are. Raises OnbruikbareGrenzen: asked before the slow work and again in the lock."""
    fouten = [*bestand.fouten, *_codefouten(bestand, gemeenten)]
    if fouten or bestand.jaar is None:
        raise OnbruikbareGrenzen("\n".join(fouten))
    return bestand.jaar


def _codefouten(bestand: Grenzenbestand, gemeenten: dict[str, Gemeente]) -> Iterator[str]:
    """Where file and list of municipalities differ on which there were."""
    verschillen = {"Onbekende gemeenten": [code for code in bestand.codes if code not in gemeenten]}
    if bestand.jaar is not None and bestand.codes:
        verschillen |= _verschil_op(datetime.date(bestand.jaar, 1, 1), bestand.codes, gemeenten)
    fouten = [f"{wat}: {opsomming(codes)}." for wat, codes in verschillen.items() if codes]
    yield from fouten
    if fouten:
        yield "Is de lijst van gemeenten niet volledig? Laad haar dan eerst, met manage.py laad_gemeenten."


def _verschil_op(dag: datetime.date, codes: tuple[str, ...], gemeenten: dict[str, Gemeente]) -> dict[str, list[str]]:
    bestaand = {code for code, gemeente in gemeenten.items() if gemeente.bestond_op(dag)}
    return {
        f"Gemeenten die er op 1 januari {dag.year} niet waren": sorted((gemeenten.keys() & codes) - bestaand),
        f"Gemeenten van 1 januari {dag.year} die ontbreken": sorted(bestaand.difference(codes)),
    }


def _provincies(
    gebieden: dict[str, tuple[Lijn, ...]], gemeenten: dict[str, Gemeente]
) -> dict[Gebied, tuple[Lijn, ...]]:
    """The provinces as their municipalities lie together; those of no known province count as one."""
    per_provincie: dict[str, list[tuple[Lijn, ...]]] = defaultdict(list)
    for code, ringen in gebieden.items():
        per_provincie[gemeenten[code].provincie].append(ringen)
    return {(None, naam): omtrek(delen) for naam, delen in per_provincie.items()}


def _als_json(ringen: tuple[Lijn, ...]) -> Ringen:
    return [[list(punt) for punt in ring] for ring in ringen]


def _vervang(jaar: int, grenzen: dict[Gebied, Ringen]) -> Grenstelling:
    """Writes what differs; provinces follow from their municipalities and are not counted."""
    oud = {(grens.gemeente_id, grens.provincie): grens for grens in Grens.objects.filter(jaar=jaar)}
    for gebied in oud.keys() - grenzen.keys():
        oud[gebied].delete()
    anders = [gebied for gebied, ringen in grenzen.items() if gebied not in oud or oud[gebied].ringen != ringen]
    for gebied in anders:
        code, provincie = gebied
        grens = oud.get(gebied) or Grens(jaar=jaar, gemeente_id=code, provincie=provincie)
        grens.ringen = grenzen[gebied]
        grens.save()
    return _telling(jaar, _gemeenten(oud), _gemeenten(grenzen), _gemeenten(anders))


def _gemeenten(gebieden: Iterable[Gebied]) -> set[str]:
    return {code for code, _provincie in gebieden if code is not None}


def _telling(jaar: int, oud: set[str], nieuw: set[str], anders: set[str]) -> Grenstelling:
    return Grenstelling(
        jaar=jaar,
        nieuw=len(nieuw - oud),
        gewijzigd=len(anders & oud),
        ongewijzigd=len(nieuw - anders),
        vervallen=len(oud - nieuw),
    )
