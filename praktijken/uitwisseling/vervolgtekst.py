"""What was built on an import, in words, each with the page it stands on."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import NoReverseMatch, reverse

from deelnemers.models import Deelnemer
from praktijken.models import Praktijk
from praktijken.uitwisseling.vervolg import GEWIJZIGD, VERWIJST, Vervolg

WAAROM = {
    GEWIJZIGD: "is na de import gewijzigd of verwijderd",
    VERWIJST: "is na de import toegevoegd en hoort bij iets uit de import",
}
PADEN = ("praktijk", "ontwerpvraag__praktijk", "experiment__ontwerpvraag__praktijk", "deelnemer")
"""How one comes from a record to one that has a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """`adres` is empty where the record has no page."""

    wat: str
    waarom: str
    adres: str


def getoond(vervolg: list[Vervolg]) -> list[Regel]:
    """These records, with their names as they are now."""
    per_soort: dict[str, list[int]] = {}
    for soort, pk, _ in vervolg:
        per_soort.setdefault(soort, []).append(pk)
    records = {soort: _haal(soort, pks) for soort, pks in per_soort.items()}
    return [_regel(soort, waarom, records[soort].get(pk)) for soort, pk, waarom in vervolg]


def _haal(soort: str, pks: list[int]) -> dict[Any, Any]:
    model = apps.get_model(soort)
    velden = [veld.name for veld in model._meta.fields if veld.many_to_one and not veld.null]
    gevonden: dict[Any, Any] = model._base_manager.select_related(*velden).in_bulk(pks)
    return gevonden


def _regel(soort: str, waarom: str, record: Any) -> Regel:
    naam = apps.get_model(soort)._meta.verbose_name
    wat = f"{naam} {record}" if record is not None else f"{naam} (bestaat niet meer)"
    return Regel(wat=wat, waarom=WAAROM.get(waarom, "heeft geen eerdere versie"), adres=_adres(record))


def _adres(record: Any) -> str:
    doel = _met_bladzijde(record)
    match doel:
        case None:
            return ""
        case Praktijk():
            return reverse("praktijken:praktijk", args=[doel.pk])
        case Deelnemer():
            return reverse("praktijken:deelnemer", args=[doel.pk])
    try:
        return reverse(f"admin:{doel._meta.app_label}_{doel._meta.model_name}_change", args=[doel.pk])
    except NoReverseMatch:
        return ""


def _met_bladzijde(record: Any) -> Any:
    """The practice or participant that a record belongs to, else the record itself."""
    for pad in PADEN:
        doel = record
        for stap in pad.split("__"):
            doel = getattr(doel, stap, None)
        if doel is not None:
            return doel
    return record
