"""Two people saving the same record: who is second notices, sees both versions and chooses.

A page shows a form with the fingerprint of what is stored. When it comes back and what is stored has another
fingerprint by then, nothing is saved before the user has seen the differences.
"""

import datetime
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, cast, runtime_checkable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.crypto import constant_time_compare, salted_hmac

Opgeslagen = tuple[str, str]
"""One stored value: where it stands (model, key, field) and the value as text."""

VELDNAAM = "vingerafdruk"
LEEG = "(leeg)"
NIET_TE_TONEN = "(niet te tonen)"


def vingerafdruk(waarden: Iterable[Opgeslagen]) -> str:
    """A fingerprint of the values, whatever their order; without the secret key nobody can guess values from it."""
    inhoud = json.dumps(sorted(waarden), ensure_ascii=False)
    return salted_hmac("mantelzorg.samenloop", inhoud, algorithm="sha256").hexdigest()


def zelfde(een: str, ander: str) -> bool:
    """Whether two fingerprints are the same; an empty one is like no other."""
    return bool(een) and constant_time_compare(een, ander)


def opgeslagen(record: models.Model) -> Iterator[Opgeslagen]:
    """Every value of the record: its columns, and the lists it keeps itself (those with rows of their own not)."""
    plek = f"{record._meta.label_lower}:{record.pk}"
    for veld in record._meta.concrete_fields:
        yield f"{plek}:{veld.name}", veld.value_to_string(record)
    for lijst in record._meta.many_to_many:
        if _eigen_lijst(lijst):
            yield f"{plek}:{lijst.name}", repr(sorted(str(doel.pk) for doel in lijst.value_from_object(record)))


def _eigen_lijst(lijst: "models.ManyToManyField[Any, Any]") -> bool:
    tussen = lijst.remote_field.through
    return tussen is not None and bool(tussen._meta.auto_created)


@runtime_checkable
class LeestZichzelf(Protocol):
    """A form field that knows how its value is read."""

    def als_tekst(self, waarde: Any) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """A field of which the stored value (`nu`) and what somebody filled in (`ingevuld`) differ, as people read them."""

    veld: str
    nu: str
    ingevuld: str


def verschillen(formulier: forms.BaseForm) -> list[Verschil]:
    """Where a bound form, made on what is stored now, differs from it."""
    return [_verschil(formulier, naam) for naam in formulier.changed_data]


def _verschil(formulier: forms.BaseForm, naam: str) -> Verschil:
    gebonden = formulier[naam]
    nu = formulier.get_initial_for_field(gebonden.field, naam)
    return Verschil(
        veld=str(gebonden.label), nu=leesbaar(gebonden.field, nu), ingevuld=leesbaar(gebonden.field, gebonden.data)
    )


def ingevuld(formulier: forms.BaseForm) -> list[tuple[str, str]]:
    """(label, value) of every field of a bound form in which something stands."""
    zichtbaar = [veld for veld in formulier if not veld.is_hidden and veld.name != DELETION_FIELD_NAME]
    gevuld = ((str(veld.label), leesbaar(veld.field, veld.data)) for veld in zichtbaar)
    return [(label, waarde) for label, waarde in gevuld if waarde != LEEG]


def leesbaar(veld: forms.Field, waarde: Any) -> str:
    """A form field's value in Dutch, whether it comes from the database or was typed; `LEEG` where there is none."""
    try:
        schoon = veld.clean(veld.prepare_value(waarde))
    except ValidationError:
        if waarde in veld.empty_values:
            return LEEG
        return NIET_TE_TONEN if isinstance(veld, forms.ModelChoiceField) else str(waarde)
    return _tekst(veld, schoon)


def _tekst(veld: forms.Field, schoon: Any) -> str:
    if isinstance(veld, LeestZichzelf):
        return veld.als_tekst(schoon)
    if isinstance(schoon, bool):
        return "ja" if schoon else "nee"
    if isinstance(schoon, models.QuerySet):
        return ", ".join(map(str, schoon)) or LEEG
    if schoon in veld.empty_values:
        return LEEG
    if isinstance(schoon, datetime.date):
        return f"{schoon:%d-%m-%Y}"
    if isinstance(veld, forms.ChoiceField) and not isinstance(veld, forms.ModelChoiceField):
        namen = dict(cast(Any, veld).choices)
        gekozen = schoon if isinstance(schoon, list) else [schoon]
        return ", ".join(str(namen.get(keuze, keuze)) for keuze in gekozen)
    return str(schoon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewerking:
    """Who saved a record last, and when; `door` is None for a command or an import without a person."""

    door: str | None
    op: datetime.datetime


def laatste_bewerkingen(model: type[models.Model], sleutels: Iterable[Any]) -> dict[Any, Bewerking]:
    """The last entry in the history of each record, by key; a deleted record's is its deletion."""
    geschiedenis = model.history.filter(pk__in=_laatste(model, list(sleutels)))  # type: ignore[attr-defined]
    sleutel = model._meta.pk.attname
    return {
        getattr(regel, sleutel): Bewerking(
            door=str(regel.history_user) if regel.history_user else None, op=regel.history_date
        )
        for regel in geschiedenis.select_related("history_user")
    }


def _laatste(model: type[models.Model], sleutels: list[Any]) -> list[int]:
    per_record = model.history.filter(pk__isnull=False, **{f"{model._meta.pk.name}__in": sleutels})  # type: ignore[attr-defined]
    return [
        laatste for _, laatste in per_record.values_list(model._meta.pk.name).annotate(Max("history_id")).order_by()
    ]
