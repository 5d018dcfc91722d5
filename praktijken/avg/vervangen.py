"""Replacing a text by [verwijderd] in every version of a record.

The one place that writes in history rows: what must be gone may not stay in an earlier version either, where
restoring or undoing would bring it back. Who did it, when and in which records is kept (`Verwijdering`), and each
record gets a new version that says so.
"""

from collections.abc import Iterable
from typing import Any, Final

from django.db import models

from praktijken.avg.bestanden import BESTANDEN
from praktijken.avg.inventaris import historie
from praktijken.avg.patroon import Patroon
from praktijken.avg.zoeken import Vindplaats, treffers

REDEN: Final = "persoonsgegevens verwijderd"


def vervang(plekken: Iterable[Vindplaats], patroon: Patroon) -> dict[str, int]:
    """Replace it in these records; how many of each kind were cleaned. Call it in a transaction."""
    gekozen: dict[type[models.Model], set[Any]] = {}
    telling: dict[str, int] = {}
    for plek in plekken:
        gekozen.setdefault(plek.model, set()).add(plek.pk)
        telling[plek.soort] = telling.get(plek.soort, 0) + 1
        if plek.in_bestand:
            _in_bestand(plek, patroon)
    for model, pks in gekozen.items():
        _in_records(model, pks, patroon)
        if tabel := historie(model):
            _in_historie(tabel, model._meta.pk.attname, pks, patroon)
    return telling


def _in_bestand(plek: Vindplaats, patroon: Patroon) -> None:
    record = plek.model._default_manager.filter(pk=plek.pk).first()
    if record is not None:
        BESTANDEN[plek.model._meta.label_lower](record, patroon)


def _in_records(model: type[models.Model], pks: set[Any], patroon: Patroon) -> None:
    for rij, velden in list(treffers(model, patroon)):
        if rij.pk not in pks:
            continue
        for veld in velden:
            setattr(rij, veld.attname, _passend(veld, patroon.vervang(getattr(rij, veld.attname))))
        rij._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
        rij.save(update_fields=[veld.name for veld in velden])


def _in_historie(tabel: type[models.Model], sleutel: str, pks: set[Any], patroon: Patroon) -> None:
    for rij, velden in list(treffers(tabel, patroon)):
        if getattr(rij, sleutel) in pks:
            nieuw = {veld.name: _passend(veld, patroon.vervang(getattr(rij, veld.attname))) for veld in velden}
            tabel._default_manager.filter(pk=rij.pk).update(**nieuw)


def _passend(veld: "models.Field[Any, Any]", waarde: Any) -> Any:
    """No longer than the column: [verwijderd] may be longer than what stood there."""
    hoogstens = getattr(veld, "max_length", None)
    return waarde[:hoogstens] if hoogstens and isinstance(waarde, str) else waarde
