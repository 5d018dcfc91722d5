"""Who is who in the tests of the admin's rights."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import (
    Voortgang,
)
from tests.beheer.pagina import ingelogd
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    praktijk,
    programma,
)


class Wereld:
    """Ada guides Arnhem; Ede is of the same programme, Zeist of another. Each has a person, a question, a trial."""

    def __init__(self) -> None:
        self.thuis, self.zorg = programma("thuis"), programma("zorg")
        self.arnhem = praktijk(self.thuis, "ARN", naam="Arnhem")
        self.ede = praktijk(self.thuis, "EDE", naam="Ede")
        self.zeist = praktijk(self.zorg, "ZEI", naam="Zeist")
        self.ada = gebruiker(Rol.ADVISEUR)
        adviseurschap(self.arnhem, self.ada)
        self.adviseur_ede = gebruiker(Rol.ADVISEUR, naam="Evert van Ede")
        adviseurschap(self.ede, self.adviseur_ede)
        for plaats, naam in ((self.arnhem, "Piet Arnhem"), (self.ede, "Gea Geheim"), (self.zeist, "Zus Zeist")):
            proef = experiment(ontwerpvraag(plaats, vraag=f"Vraag {plaats.code}?"), f"E-{plaats.code}")
            Voortgang.objects.create(experiment=proef, datum=dag("2020-02-01"), verslag=f"Verslag {plaats.code}.")
            deelname(deelnemer(plaats.programma, plaats.code, naam=naam), plaats)


@pytest.fixture
def wereld(db):  # noqa: ARG001  # asked for its effect
    return Wereld()


@pytest.fixture
def ada(wereld):
    return ingelogd(wereld.ada)


@pytest.fixture
def mo(wereld):  # noqa: ARG001  # her world
    return ingelogd(gebruiker(Rol.MEDEWERKER))
