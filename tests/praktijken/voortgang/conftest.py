"""Named people around one experiment."""

from types import SimpleNamespace

import pytest

from mantelzorg.toegang import Rol
from tests.gegevens import adviseurschap, experiment, gebruiker, ontwerpvraag, praktijk, programma


@pytest.fixture
def mensen() -> SimpleNamespace:
    """Ada guides Arnhem with its experiment, Bo another practice of the programme, Cas one elsewhere."""
    thuis = programma()
    arnhem = praktijk(thuis, "ARN", naam="Arnhem")
    wie = SimpleNamespace(
        ada=gebruiker(Rol.ADVISEUR, "Ada Adviseur"),
        bo=gebruiker(Rol.ADVISEUR, "Bo Buur"),
        cas=gebruiker(Rol.ADVISEUR, "Cas Elders"),
        mo=gebruiker(Rol.MEDEWERKER, "Mo Medewerker"),
        ben=gebruiker(Rol.ANALIST, "Ben Analist"),
        zora=gebruiker(naam="Zora Zonderrol"),
        arnhem=arnhem,
        proef=experiment(ontwerpvraag(arnhem), "ARN-1-1", naam="Een logeerweekend"),
    )
    adviseurschap(arnhem, wie.ada)
    adviseurschap(praktijk(thuis, "BRE", naam="Breda"), wie.bo)
    adviseurschap(praktijk(programma("elders"), "ELD", naam="Elders"), wie.cas)
    return wie
