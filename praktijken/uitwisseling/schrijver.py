"""Writes what an import adds and changes, with the history of each record."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils import timezone

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

    def _leg_vast(self, soort: Soort, records: list[Any], *, update: bool) -> None:
        leg_vast(records, self._herkomst, "~" if update else "+")


def leg_vast(records: list[Any], herkomst: Herkomst, soort: str) -> None:
    """Write the history of records of one kind: `+` added, `~` changed, `-` removed; with their lists as they are."""
    if not records:
        return
    historie = records[0].history.model
    gedeeld = {"history_user": herkomst.gebruiker, "history_change_reason": herkomst.reden, "history_type": soort}
    velden = [veld.attname for veld in historie.tracked_fields]
    nu = timezone.now()
    regels = historie.objects.bulk_create(
        [
            historie(history_date=nu, **gedeeld, **{naam: getattr(record, naam) for naam in velden})
            for record in records
        ],
        batch_size=GROEP,
    )
    if soort != "+":  # a new record has no lists yet
        for veld in getattr(historie, "_history_m2m_fields", ()):
            _leg_lijst_vast(veld, regels, records)


def _leg_lijst_vast(veld: Any, regels: list[Any], records: list[Any]) -> None:
    """What stands in a list at this moment, beside the history of the record that has it."""
    van_regel = {record.pk: regel for record, regel in zip(records, regels, strict=True)}
    eigenaar, ander = veld.m2m_column_name(), veld.m2m_reverse_name()
    lijst = getattr(regels[0].__class__, veld.name).model
    leden = veld.remote_field.through._base_manager.filter(**{f"{eigenaar}__in": van_regel})
    lijst.objects.bulk_create(
        [
            lijst(history=van_regel[pk], **{eigenaar: pk, ander: lid_pk, "id": lid})
            for lid, pk, lid_pk in leden.values_list("pk", eigenaar, ander)
        ],
        batch_size=GROEP,
    )


class Terugschrijver:
    """Takes back what an import wrote, in groups of at most GROEP; the history of it stays, and grows."""

    def __init__(self, herkomst: Herkomst) -> None:
        self._herkomst = herkomst

    def verwijder(self, model: type[models.Model], pks: list[int]) -> None:
        """Remove records that nothing refers to but records that go as well."""
        records = list(model._base_manager.filter(pk__in=pks))
        leg_vast(records, self._herkomst, "-")
        for veld in model._meta.many_to_many:
            doorgang: Any = veld.remote_field.through
            if doorgang._meta.auto_created:
                leden = doorgang._base_manager.filter(**{f"{veld.m2m_column_name()}__in": pks})
                leden._raw_delete(leden.db)
        weg: Any = model._base_manager.filter(pk__in=pks)
        weg._raw_delete(weg.db)

    def wijzig(self, records: list[Any], velden: set[str]) -> None:
        """Save these fields of these records of one kind."""
        if records and velden:
            type(records[0])._base_manager.bulk_update(records, sorted(velden), batch_size=GROEP)
            leg_vast(records, self._herkomst, "~")

    def voeg_weer_toe(self, record: Any) -> None:
        """A record that was removed, with its own key."""
        record._history_user, record._change_reason = self._herkomst.gebruiker, self._herkomst.reden
        record.save(force_insert=True)

    def zet_lijst(self, record: Any, naam: str, pks: list[int]) -> None:
        """These members and no others."""
        record._history_user, record._change_reason = self._herkomst.gebruiker, self._herkomst.reden
        getattr(record, naam).set(pks)
