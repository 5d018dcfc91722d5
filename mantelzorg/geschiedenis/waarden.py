"""The values of a version of a record, and in what two versions differ, in Dutch."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.utils.text import capfirst

from mantelzorg.momenten import kort
from mantelzorg.samenloop import LEEG, Verschil

SOORTEN = {"+": "toegevoegd", "~": "gewijzigd", "-": "verwijderd"}
VERBORGEN = "(niet zichtbaar)"
VERDWENEN = "(verwijderd)"

Versie = Any  # a row of a history table: django-simple-history has no types
Namen = dict[type[models.Model], dict[Any, str]]
"""The texts of records that versions refer to, by model and key."""


def relaties(model: Any) -> list[Any]:
    """The relations of a record that its history keeps."""
    return [veld for veld in model._meta.concrete_fields if veld.many_to_one] + lijsten(model)


def lijsten(model: Any) -> list[Any]:
    """The lists (many-to-many) of a record that its history keeps."""
    return list(model.history.model._history_m2m_fields)


def lijstregels(model: Any) -> list[str]:
    """Names under which a version has the rows of its lists, to prefetch."""
    return [_accessor(model.history.model, lijst) for lijst in lijsten(model)]


def _accessor(historisch: Any, lijst: Any) -> str:
    """Name of the rows on a version; django-simple-history gives each list a table that points back to the version."""
    rijen = getattr(historisch, lijst.name).model
    return str(rijen._meta.get_field("history").remote_field.get_accessor_name())


def verwezen(versie: Versie, relatie: Any) -> set[Any]:
    """Keys of the records that the version refers to by this relation."""
    if relatie.many_to_many:
        regels = getattr(versie, _accessor(type(versie), relatie)).all()
        return {getattr(regel, f"{relatie.m2m_reverse_field_name()}_id") for regel in regels}
    return {getattr(versie, relatie.attname)} - {None}


def verwijzingen(versies: Iterable[Versie]) -> dict[type[models.Model], set[Any]]:
    """Keys of all records that the versions refer to, by model."""
    sleutels: dict[type[models.Model], set[Any]] = defaultdict(set)
    for versie in versies:
        for relatie in relaties(versie.instance_type):
            sleutels[relatie.related_model] |= verwezen(versie, relatie)
    return sleutels


def waarde(versie: Versie, veld: Any, namen: Namen) -> str:
    """A value of a version, as people read it."""
    if veld.is_relation:
        return ", ".join(sorted(namen[veld.related_model][sleutel] for sleutel in verwezen(versie, veld))) or LEEG
    inhoud = getattr(versie, veld.attname)
    if isinstance(inhoud, bool):
        return "ja" if inhoud else "nee"
    if isinstance(inhoud, datetime.datetime):
        return kort(inhoud)
    if isinstance(inhoud, datetime.date):
        return f"{inhoud:%d-%m-%Y}"
    return LEEG if inhoud in (None, "") else str(dict(veld.flatchoices).get(inhoud, inhoud))


def getoonde_velden(model: Any) -> list[Any]:
    """Fields and lists of a record that people fill in."""
    return [veld for veld in [*model._meta.concrete_fields, *lijsten(model)] if veld.editable and not veld.primary_key]


def verschillen(nieuw: Versie, oud: Versie | None, namen: Namen) -> Iterator[Verschil]:
    """Where the versions differ: `nu` is the old value, `ingevuld` the new one; without an old one all was empty."""
    for veld in getoonde_velden(nieuw.instance_type):
        was = LEEG if oud is None else waarde(oud, veld, namen)
        werd = waarde(nieuw, veld, namen)
        if was != werd:
            yield Verschil(veld=str(capfirst(veld.verbose_name)), nu=was, ingevuld=werd)


def naam_van(versie: Versie, namen: Namen) -> str:
    """Kind and name: by its own name, code or number, or by the records it refers to."""
    kop = str(capfirst(versie.instance_type._meta.verbose_name))
    eigen = [str(getattr(versie, naam)) for naam in ("code", "nummer", "naam") if getattr(versie, naam, None)]
    if eigen:
        return f"{kop} {' '.join(eigen)}"
    alle = list(relaties(versie.instance_type))
    verwijst = [waarde(versie, relatie, namen) for relatie in [r for r in alle if r.editable] or alle]
    return f"{kop} ({', '.join(tekst for tekst in verwijst if tekst != LEEG)})"
