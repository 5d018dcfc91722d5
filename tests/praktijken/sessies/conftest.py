"""A table in Arnhem: its adviser Ada, Bo who guides Breda, and who takes part. Today is 30 June 2020."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from tests.gegevens import (
    adviseurschap,
    deelname,
    deelnemer,
    gebruiker,
    organisatie,
    organisatietype,
    praktijk,
    programma,
    sessie,
)


@pytest.fixture(autouse=True)
def vandaag() -> Iterator[None]:
    with freeze_time("2020-06-30 10:00"):
        yield


@pytest.fixture
def tafel(db: None) -> SimpleNamespace:  # noqa: ARG001  # asked for its effect
    """Gerda takes part in Arnhem for a known kind of organisation, Truus in Breda; one session of Arnhem alone."""
    thuis = programma()
    arnhem = praktijk(thuis, "ARN", naam="Arnhem", start=None, gemeenten=["GM0202"])
    breda = praktijk(thuis, "BRE", naam="Breda")
    ada, bo = gebruiker(Rol.ADVISEUR), gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(arnhem, ada)
    adviseurschap(breda, bo)
    huis = organisatie("Zorggroep Voorbeeld", organisatietype("Thuiszorg"))
    gerda = deelnemer(thuis, "D1", naam="Gérda de Groot", email="gerda@geheim.example")
    truus = deelnemer(thuis, "D2", naam="Truus Verborgen", email="truus@verborgen.example")
    deelname(gerda, arnhem, organisatie=huis)
    deelname(truus, breda)
    return SimpleNamespace(
        thuis=thuis,
        arnhem=arnhem,
        breda=breda,
        ada=ada,
        bo=bo,
        mo=gebruiker(Rol.MEDEWERKER),
        ben=gebruiker(Rol.ANALIST),
        huis=huis,
        gerda=gerda,
        truus=truus,
        sessie=sessie(arnhem),
        samen=sessie(arnhem, breda, soort="uitwisseling", datum="2020-06-15", plaats="Online"),
    )
