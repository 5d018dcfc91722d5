"""A practice with one of everything, and the people who may or may not change it."""

from types import SimpleNamespace

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import PrangendeVraag
from tests.gegevens import (
    adviseurschap,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
    programma,
)


@pytest.fixture
def arnhem():
    """The practice with its question, experiment, partner and two questions of carers."""
    arnhem = praktijk(programma(), "ARN", naam="Arnhem", kernthema="Samen")
    vraag = ontwerpvraag(arnhem, 1, vraag="Wie helpt?")
    return SimpleNamespace(
        praktijk=arnhem,
        pk=arnhem.pk,
        vraag=vraag,
        experiment=experiment(vraag, "E1", naam="Maatjes"),
        partner=praktijkpartner(arnhem, organisatie("Zorggroep"), rol="partner"),
        prangend=[
            PrangendeVraag.objects.create(programma=arnhem.programma, nummer=nummer, vraag=f"Vraag {nummer}?")
            for nummer in (1, 2)
        ],
    )


@pytest.fixture
def ada(arnhem):
    """Guides Arnhem."""
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    adviseurschap(arnhem.praktijk, ada)
    return ada


@pytest.fixture
def bo(arnhem):
    """Guides another practice of the same programme."""
    bo = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(praktijk(arnhem.praktijk.programma, "BRE", naam="Breda"), bo)
    return bo
