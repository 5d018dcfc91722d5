"""Arnhem with its adviser Ada, and who is known there."""

from dataclasses import dataclass

import pytest

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Praktijk
from tests.gegevens import (
    adviseurschap,
    deelname,
    deelnemer,
    gebruiker,
    organisatie,
    organisatietype,
    praktijk,
    programma,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """Gerda takes part in Arnhem for an organisation of a known kind, Truus in Breda, of unknown kind."""

    arnhem: Praktijk
    breda: Praktijk
    huis: Organisatie
    gerda: Deelnemer
    truus: Deelnemer
    gerda_in_arnhem: Deelname
    truus_in_breda: Deelname
    ada: User


@pytest.fixture
def register(db: None) -> Register:  # noqa: ARG001  # asked for its effect
    """Ada guides Arnhem; Bo guides Breda."""
    thuis = programma()
    arnhem, breda = praktijk(thuis, "ARN", naam="Arnhem"), praktijk(thuis, "BRE", naam="Breda")
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(arnhem, ada)
    adviseurschap(breda, gebruiker(Rol.ADVISEUR, naam="Bo Buur"))
    huis = organisatie("Zorggroep Voorbeeld", organisatietype("Thuiszorg"))
    gerda = deelnemer(thuis, "D1", naam="Gerda Geheim", email="gerda@geheim.example")
    truus = deelnemer(thuis, "D2", naam="Truus Verborgen", email="truus@verborgen.example")
    return Register(
        arnhem=arnhem,
        breda=breda,
        huis=huis,
        gerda=gerda,
        truus=truus,
        gerda_in_arnhem=deelname(gerda, arnhem, organisatie=huis),
        truus_in_breda=deelname(truus, breda),
        ada=ada,
    )
