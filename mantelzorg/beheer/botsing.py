"""A page of the admin whose record changed, or went, while somebody was filling it in (see `mantelzorg.samenloop`)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.text import capfirst

from mantelzorg.samenloop import Bewerking, Verschil, ingevuld, laatste_bewerkingen, verschillen

Formulier = Any  # the admin makes its forms and formsets on the fly: the stubs give them no common type
Formset = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Recordverschil:
    """One record of the page of which the stored version differs from the one filled in."""

    opschrift: str
    laatst: Bewerking | None
    verschillen: Sequence[Verschil]


@dataclass(frozen=True, slots=True, kw_only=True)
class Botsing:
    """Everything that differs, and the fingerprint that stands for having seen it."""

    records: Sequence[Recordverschil]
    vingerafdruk: str


def recordverschillen(formulier: Formulier, formsets: Iterable[Formset]) -> list[Recordverschil]:
    """The differences of a bound page, made on what is stored now: the record first, then the rows that hang on it."""
    gevonden = [*_hoofdrecord(formulier)]
    for formset in formsets:
        gevonden += _regels(formset)
    return gevonden


def _hoofdrecord(formulier: Formulier) -> list[Recordverschil]:
    return _record(formulier.instance, verschillen(formulier), _laatst(formulier.instance))


def _record(record: models.Model, anders: Sequence[Verschil], laatst: Bewerking | None) -> list[Recordverschil]:
    return [Recordverschil(opschrift=opschrift(record), laatst=laatst, verschillen=anders)] if anders else []


def opschrift(record: models.Model) -> str:
    """The kind of record and its name: `Experiment E1 Maatjes`."""
    return f"{capfirst(record._meta.verbose_name)} {record}"


def _laatst(record: models.Model) -> Bewerking | None:
    return laatste_bewerkingen(type(record), [record.pk]).get(record.pk)


def _regels(formset: Formset) -> list[Recordverschil]:
    """Rows changed or deleted, rows to be added, and rows that somebody else added meanwhile."""
    opgeslagen = {record.pk: record for record in formset.get_queryset()}
    bewerkt = laatste_bewerkingen(formset.model, opgeslagen)
    gevonden = []
    for regel in formset.initial_forms:
        record = opgeslagen.pop(regel.instance.pk, regel.instance)
        gevonden += _record(record, _regelverschillen(formset, regel), bewerkt.get(record.pk))
    for regel in formset.extra_forms:
        if regel.has_changed():
            gevonden.append(_nieuwe_regel(formset, regel))
    return gevonden + [_intussen_erbij(record, bewerkt.get(record.pk)) for record in opgeslagen.values()]


def _regelverschillen(formset: Formset, regel: Formulier) -> list[Verschil]:
    if formset.can_delete and regel[DELETION_FIELD_NAME].data:
        return [Verschil(veld="Hele regel", nu=str(regel.instance), ingevuld="verwijderen")]
    return verschillen(regel) if regel.has_changed() else []


def _nieuwe_regel(formset: Formset, regel: Formulier) -> Recordverschil:
    nieuw = [Verschil(veld=label, nu="(bestaat niet)", ingevuld=waarde) for label, waarde in ingevuld(regel)]
    return Recordverschil(
        opschrift=f"{capfirst(formset.model._meta.verbose_name)}: nieuw", laatst=None, verschillen=nieuw
    )


def _intussen_erbij(record: models.Model, laatst: Bewerking | None) -> Recordverschil:
    erbij = Verschil(veld="Hele regel", nu=str(record), ingevuld="(kent u nog niet; blijft staan)")
    return Recordverschil(opschrift=opschrift(record), laatst=laatst, verschillen=[erbij])


def alles_ingevuld(formulier: Formulier, formsets: Iterable[Formset]) -> list[tuple[str, str]]:
    """(label, value) of all that was typed on a page whose record is no longer there."""
    velden = ingevuld(formulier)
    for formset in formsets:
        for nummer, regel in enumerate(formset.forms, start=1):
            soort = f"{capfirst(formset.model._meta.verbose_name)} {nummer}"
            velden += [(f"{soort}: {label.lower()}", waarde) for label, waarde in ingevuld(regel)]
    return velden
