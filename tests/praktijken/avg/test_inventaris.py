"""The inventory of personal data holds every field in which text, JSON or a file fits."""

import pytest
from django.apps import apps
from django.db import models

from deelnemers.models import Deelnemer
from praktijken.avg.bestanden import BESTANDEN
from praktijken.avg.inventaris import (
    INVENTARIS,
    VAN_PERSOON,
    Aard,
    alle_modellen,
    basis,
    is_historie,
    tekstvelden,
    velden_van,
)
from praktijken.models import Deelname

KLASSEN = [model for model in alle_modellen() if not is_historie(model)]


def van_ons(model: type[models.Model]) -> bool:
    return model._meta.app_label in ("mantelzorg", "deelnemers", "praktijken", "monitor")


def test_every_field_that_can_hold_text_is_classified() -> None:
    """Fails for a new field: add it to INVENTARIS in praktijken/avg/inventaris.py, with what can stand in it."""
    werkelijk = {
        model._meta.label_lower: {veld.name for veld in tekstvelden(model)}
        for model in KLASSEN
        if any(tekstvelden(model))
    }

    assert {naam: set(velden) for naam, velden in INVENTARIS.items()} == werkelijk


def test_a_history_table_has_the_fields_of_the_table_it_is_of() -> None:
    for model in alle_modellen():
        if is_historie(model):
            eigen = {veld.name for veld in tekstvelden(model)} - {"history_change_reason"}
            assert eigen <= {veld.name for veld in tekstvelden(basis(model))}, model._meta.label


def test_every_record_about_one_participant_is_named_with_the_way_to_that_person() -> None:
    """Fails for a new model that refers to a participant: add it to VAN_PERSOON."""
    verwijzend = {
        model._meta.label_lower
        for model in KLASSEN
        for veld in model._meta.concrete_fields
        if van_ons(model) and isinstance(veld, models.ForeignKey) and veld.related_model in (Deelnemer, Deelname)
    }

    assert verwijzend <= set(VAN_PERSOON)
    for naam, pad in VAN_PERSOON.items():
        apps.get_model(naam)._default_manager.filter(**{pad: 0}).query.sql_with_params()


def test_every_stored_file_has_a_way_to_be_searched_and_cleaned() -> None:
    met_bestand = {model._meta.label_lower for model in KLASSEN if velden_van(model, Aard.BESTAND)}

    assert met_bestand == set(BESTANDEN)


@pytest.mark.parametrize(
    "veld", ["praktijken.voortgang.verslag", "praktijken.reactie.tekst", "mantelzorg.bericht.tekst"]
)
def test_what_people_write_is_free_text(veld: str) -> None:
    model, _, naam = veld.rpartition(".")

    assert INVENTARIS[model][naam] is Aard.VRIJ
