"""Writes what an import adds and changes, with the history of each record."""

from collections.abc import Callable
from typing import Any

from django.db import models

from praktijken.uitwisseling.register import Register
from praktijken.uitwisseling.soort import Herkomst, Soort, Vergelijking

GROEP = 500


class Schrijver:
    """Writes in groups; history rows as many as records, by `herkomst`. `pols` may stop it by raising."""

    def __init__(self, register: Register, herkomst: Herkomst, pols: Callable[[], None]) -> None:
        self._register = register
        self._herkomst = herkomst
        self._pols = pols

    def schrijf(self, soort: Soort, vergelijkingen: list[Vergelijking]) -> None:
        """Add the new records, change the changed ones, then their lists."""
        self._voeg_toe(soort, [v for v in vergelijkingen if v.bestaand is None])
        self._wijzig(soort, [v for v in vergelijkingen if v.bestaand is not None and v.velden])

    def _voeg_toe(self, soort: Soort, nieuw: list[Vergelijking]) -> None:
        vast = soort.vaste_attributen(self._register)
        records = [soort.model(**vast, **soort.attributen(self._register, v)) for v in nieuw]
        soort.model._default_manager.bulk_create(records, batch_size=GROEP)
        self._pols()
        self._leg_vast(soort, records, update=False)
        for record, vergelijking in zip(records, nieuw, strict=True):
            soort.geschreven(self._register, vergelijking, record)
        self._lijsten(soort, records, nieuw)

    def _wijzig(self, soort: Soort, gewijzigd: list[Vergelijking]) -> None:
        per_pk = {v.bestaand.pk: v for v in gewijzigd if v.bestaand}
        records = list(soort.model._default_manager.in_bulk(list(per_pk)).values())
        velden: set[str] = set()
        veranderd = []
        for record in records:
            attributen = soort.attributen(self._register, per_pk[record.pk])
            for naam, waarde in attributen.items():
                setattr(record, naam, waarde)
            velden |= attributen.keys()
            veranderd += [record] if attributen else []
        if velden:
            soort.model._default_manager.bulk_update(veranderd, sorted(velden), batch_size=GROEP)
            self._leg_vast(soort, veranderd, update=True)
        self._lijsten(soort, records, [per_pk[record.pk] for record in records])

    def _lijsten(self, soort: Soort, records: list[Any], vergelijkingen: list[Vergelijking]) -> None:
        for record, vergelijking in zip(records, vergelijkingen, strict=True):
            self._pols()
            soort.schrijf_lijsten(self._register, record, vergelijking, self._herkomst)

    def _leg_vast(self, soort: Soort, records: list[models.Model], *, update: bool) -> None:
        soort.model.history.bulk_history_create(  # type: ignore[attr-defined]  # simple-history adds it
            records,
            batch_size=GROEP,
            update=update,
            default_user=self._herkomst.gebruiker,
            default_change_reason=self._herkomst.reden,
        )
