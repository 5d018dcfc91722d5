"""What the tests of the overview share: a programme with practices, and the people who look at them."""

from dataclasses import dataclass

import pytest
from freezegun import freeze_time

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import Praktijk, Thema, Voortgang
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
    praktijkpartner,
    programma,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """Arnhem has everything and is guided by Ada, Breda has nothing; Elders is of another programme, guided by Cas."""

    thuis: Programma
    arnhem: Praktijk
    breda: Praktijk
    elders: Praktijk
    ada: User
    cas: User


@pytest.fixture
def op_30_juni():
    with freeze_time("2020-06-30T10:00:00+00:00"):
        yield


@pytest.fixture
def mo():
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def kantoor(als, mo):
    return als(mo)


@pytest.fixture
def wereld(db) -> Wereld:  # noqa: ARG001  # asked for its effect
    return maak_wereld()


def maak_wereld() -> Wereld:
    thuis, ander = programma(naam="Thuis"), programma("elders", naam="Ander programma")
    arnhem = praktijk(thuis, "ARN", naam="Arnhem", gemeenten=["GM0202"], kernthema="Ademruimte", werkgebied="wijk")
    breda = praktijk(thuis, "BRE", naam="Breda", start=None)
    elders = praktijk(ander, "ELD", naam="Elders", eind="2020-03-31", kernthema="Ademnood")
    ada, cas = gebruiker(Rol.ADVISEUR, "Ada Adviseur"), gebruiker(Rol.ADVISEUR, "Cas Elders")
    adviseurschap(arnhem, ada)
    adviseurschap(elders, cas)
    _vul(arnhem, ada)
    vul_elders(elders, cas)
    return Wereld(thuis=thuis, arnhem=arnhem, breda=breda, elders=elders, ada=ada, cas=cas)


def _vul(arnhem: Praktijk, ada: User) -> None:
    """Three questions, one experiment with two entries, a penvoerder, two participants of whom one of known kind."""
    for nummer in (1, 2, 3):
        vraag = ontwerpvraag(arnhem, nummer, vraag=f"Wie neemt het over ({nummer})?")
    vraag.themas.add(Thema.objects.create(naam="respijtzorg"))
    proef = experiment(vraag, "ARN-1", naam="Een logeerweekend")
    for datum in ("2020-02-03", "2020-06-22"):
        Voortgang.objects.create(experiment=proef, datum=dag(datum), verslag=f"Verslag {datum}", door=ada)
    huis = organisatie("Zorghuis Arnhem", organisatietype("Zorg"))
    praktijkpartner(arnhem, huis, rol="penvoerder")
    deelname(deelnemer(arnhem.programma, "D1", naam="Gerda Geheim"), arnhem, organisatie=huis)
    deelname(deelnemer(arnhem.programma, "D2", naam="Geert Geheim"), arnhem)


def vul_elders(elders: Praktijk, cas: User) -> None:
    """A secret of each kind that can be found, in the other programme."""
    vraag = ontwerpvraag(elders, 1, vraag="Wie zwijgt er in het geheim?")
    vraag.themas.add(Thema.objects.create(naam="geheimhouding"))
    proef = experiment(vraag, "ELD-1", naam="Geheime proef")
    Voortgang.objects.create(experiment=proef, datum=dag("2020-02-03"), verslag="Stil", door=cas)
    geheim = organisatie("Geheime Dienst")
    praktijkpartner(elders, geheim)
    deelname(deelnemer(elders.programma, "D1", naam="Gijs Geheim"), elders, organisatie=geheim)
