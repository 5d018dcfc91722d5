"""Named people around lessons of Arnhem, and ways to fill in what they send."""

from types import SimpleNamespace

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Thema
from tests.gegevens import (
    adviseurschap,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
    programma,
)


@pytest.fixture
def mensen(db) -> SimpleNamespace:  # noqa: ARG001  # asked for its effect
    return maak_mensen()


def maak_mensen() -> SimpleNamespace:
    """Ada guides Arnhem, Bo another practice of the programme, Cas one elsewhere; Mo, Mia and Anja are the office."""
    thuis = programma(naam="Thuis")
    arnhem, elders = praktijk(thuis, "ARN", naam="Arnhem"), praktijk(programma("elders"), "ELD", naam="Elders")
    vraag = ontwerpvraag(arnhem)
    vraag.themas.add(Thema.objects.create(naam="respijtzorg"))
    praktijkpartner(arnhem, organisatie("Zorghuis", organisatietype("Thuiszorg")))
    arnhem.prangende_vragen.create(programma=thuis, nummer=1, vraag="Hoe houd ik het vol?")
    wie = SimpleNamespace(
        ada=gebruiker(Rol.ADVISEUR, "Ada Adviseur"),
        bo=gebruiker(Rol.ADVISEUR, "Bo Buur"),
        cas=gebruiker(Rol.ADVISEUR, "Cas Elders"),
        mo=gebruiker(Rol.MEDEWERKER, "Mo Medewerker"),
        mia=gebruiker(Rol.MEDEWERKER, "Mia Medewerker"),
        anja=gebruiker(Rol.BEHEERDER, "Anja Beheerder"),
        ben=gebruiker(Rol.ANALIST, "Ben Analist"),
        zora=gebruiker(naam="Zora Zonderrol"),
        thuis=thuis,
        arnhem=arnhem,
        elders=elders,
        thema=vraag.themas.get(),
        proef=experiment(
            vraag,
            "ARN-1-1",
            naam="Een logeerweekend",
            eind="2020-03-31",
            afloop="voortijdig gestopt",
            verwachting="Rust voor gezinnen.",
            opbrengst="Te weinig mantelzorgers wilden weg.",
        ),
    )
    adviseurschap(arnhem, wie.ada)
    adviseurschap(praktijk(thuis, "BRE", naam="Breda"), wie.bo)
    adviseurschap(elders, wie.cas)
    return wie
