"""A practice with one of everything that hangs on it, and two advisers."""

from types import SimpleNamespace

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Onderbreking, Voortgang
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
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
    """Arnhem, with one of everything."""
    arnhem = praktijk(programma(), "ARN", naam="Arnhem", kernthema="Samen")
    vraag = ontwerpvraag(arnhem, 1, vraag="Wie helpt?")
    proef = experiment(vraag, "E1", naam="Maatjes")
    piet = deelnemer(arnhem.programma, "D1", naam="Piet Persoon")
    return SimpleNamespace(
        praktijk=arnhem,
        vraag=vraag,
        experiment=proef,
        voortgang=Voortgang.objects.create(experiment=proef, datum=dag("2020-02-01"), verslag="Het verslag"),
        partner=praktijkpartner(arnhem, organisatie("Zorggroep"), rol="partner"),
        deelnemer=piet,
        deelname=deelname(piet, arnhem),
        onderbreking=Onderbreking.objects.create(praktijk=arnhem, vanaf=dag("2020-03-01"), reden="Rust"),
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
