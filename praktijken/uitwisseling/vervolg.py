"""What was built on an import since: then it cannot be undone as a whole."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType

from praktijken.uitwisseling.sporen import Spoor, groepen

HOOGSTENS: Final = 20
"""How many of them the page names."""
GEWIJZIGD, VERWIJST, ONBEKEND = "gewijzigd", "verwijst", "onbekend"

Vervolg = list[Any]
"""[kind of record, key, why]: keys alone, names are looked up when it is shown."""


def zoek_vervolg(sporen: list[Spoor], pols: Callable[[], None]) -> Iterator[Vervolg]:
    """Records of the batch that somebody changed since, and records from outside it that refer to its new ones.

    `pols` is called often, and may stop it by raising.
    """
    geraakt = {spoor.model: spoor for spoor in sporen}
    for spoor in sporen:
        for pks in groepen(spoor.laatste):
            pols()
            yield from _gewijzigd(spoor, pks)
        for pks in groepen(spoor.nieuw):
            pols()
            yield from _verwijzingen(geraakt, spoor.model, pks)


def _gewijzigd(spoor: Spoor, pks: list[int]) -> Iterator[Vervolg]:
    later = spoor.model.history.filter(id__in=pks, history_id__gt=min(spoor.laatste[pk] for pk in pks))
    gezien = set()
    for regel, pk in later.values_list("history_id", "id"):
        if regel > spoor.laatste[pk] and pk not in gezien:
            gezien.add(pk)
            yield [spoor.label, pk, GEWIJZIGD]
    staat = set(spoor.model._base_manager.filter(pk__in=pks).values_list("pk", flat=True))
    weg = [pk for pk in pks if pk not in staat and (pk in spoor.nieuw or pk in spoor.gewijzigd)]
    yield from ([spoor.label, pk, GEWIJZIGD] for pk in weg if pk not in gezien)


def _verwijzingen(geraakt: dict[Any, Spoor], model: Any, pks: list[int]) -> Iterator[Vervolg]:
    for bron, veld in _van_buiten(model):
        if bron._meta.auto_created:
            yield from _in_lijst(geraakt, bron, veld, pks)
            continue
        eigen = geraakt[bron].laatste if bron in geraakt else {}
        gevonden = bron._base_manager.filter(**{f"{veld.name}__in": pks}).values_list("pk", flat=True)
        yield from ([bron._meta.label_lower, pk, VERWIJST] for pk in gevonden if pk not in eigen)
    yield from _algemeen(model, pks)


def _van_buiten(model: Any) -> Iterator[tuple[Any, Any]]:
    """The kinds of record that may refer to this one, by which field; copies in histories hold nothing."""
    for relatie in model._meta.get_fields(include_hidden=True):
        van_ander = relatie.auto_created and not relatie.concrete and (relatie.one_to_many or relatie.one_to_one)
        if van_ander and relatie.field.db_constraint:
            yield relatie.related_model, relatie.field


def _in_lijst(geraakt: dict[Any, Spoor], doorgang: Any, veld: Any, pks: list[int]) -> Iterator[Vervolg]:
    """A member of the list of a record that the batch left alone; a record's own lists go along with it."""
    eigenaar = doorgang._meta.auto_created
    for lijst in eigenaar._meta.many_to_many:
        if lijst.remote_field.through is doorgang and lijst.m2m_reverse_field_name() == veld.name:
            van = doorgang._base_manager.filter(**{f"{veld.name}__in": pks}).values_list(
                lijst.m2m_column_name(), flat=True
            )
            eigen = geraakt[eigenaar].laatste if eigenaar in geraakt else {}
            yield from ([eigenaar._meta.label_lower, pk, VERWIJST] for pk in van if pk not in eigen)


def _algemeen(model: Any, pks: Iterable[int]) -> Iterator[Vervolg]:
    """Records that may be about any kind, as a mail is."""
    soort = ContentType.objects.get_for_model(model)
    for bron in apps.get_models():
        for veld in bron._meta.private_fields:
            if isinstance(veld, GenericForeignKey):
                over: Any = bron._base_manager.filter(**{veld.ct_field: soort, f"{veld.fk_field}__in": pks})
                yield from ([bron._meta.label_lower, pk, VERWIJST] for pk in over.values_list("pk", flat=True))
