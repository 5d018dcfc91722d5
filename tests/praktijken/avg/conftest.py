"""Gerda of Arnhem, whom the notes name too, and who works at the office."""

from dataclasses import dataclass

import pytest

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Praktijk, Voortgang
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    programma,
)

NAAM, EMAIL = "Gerda Geheim", "gerda@geheim.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """Gerda takes part for Huis, whose kind is Thuiszorg; Truus for nobody known. `verslag` names Gerda."""

    arnhem: Praktijk
    huis: Organisatie
    gerda: Deelnemer
    truus: Deelnemer
    deelname: Deelname
    verslag: Voortgang
    mo: User
    ada: User


@pytest.fixture
def wereld(db: None) -> Wereld:  # noqa: ARG001  # asked for its effect
    thuis = programma()
    arnhem = praktijk(thuis, "ARN", naam="Arnhem")
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(arnhem, ada)
    huis = organisatie("Huis", organisatietype("Thuiszorg"))
    gerda = deelnemer(thuis, "D1", naam=NAAM, email=EMAIL)
    truus = deelnemer(thuis, "D2", naam="Truus Verborgen", email="truus@verborgen.example")
    mee = deelname(gerda, arnhem, organisatie=huis, rol="dochter van mevrouw Geheim")
    deelname(truus, arnhem)
    verslag = Voortgang.objects.create(
        experiment=experiment(ontwerpvraag(arnhem)),
        datum=dag("2020-02-03"),
        verslag="Met gerda\ngeheim gebeld. Zij is ziek.",
        geleerd="Bellen helpt.",
        door=ada,
    )
    return Wereld(
        arnhem=arnhem,
        huis=huis,
        gerda=gerda,
        truus=truus,
        deelname=mee,
        verslag=verslag,
        mo=gebruiker(Rol.MEDEWERKER),
        ada=ada,
    )
