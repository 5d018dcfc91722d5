"""An adviser with a practice that wants everything, and the office."""

from dataclasses import dataclass

import pytest
from django.test import Client

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Praktijk, Voortgang
from tests.gegevens import adviseurschap, dag, experiment, gebruiker, ontwerpvraag, praktijk, programma


@dataclass
class Wereld:
    """Arnhem since September 2019, with one question, and one experiment with an entry of 20 January 2020."""

    ada: User
    mo: User
    arnhem: Praktijk
    proef: Experiment
    verslag: Voortgang


@pytest.fixture
def wereld(db: None) -> Wereld:  # noqa: ARG001  # asked for its effect
    ada, mo = gebruiker(Rol.ADVISEUR), gebruiker(Rol.MEDEWERKER)
    arnhem = praktijk(programma(), naam="Arnhem", kernthema="Samen zorgen")
    adviseurschap(arnhem, ada, vanaf="2019-09-01")
    proef = experiment(ontwerpvraag(arnhem), "ARN-1")
    verslag = Voortgang.objects.create(experiment=proef, datum=dag("2020-01-20"), verslag="Begonnen.", door=ada)
    return Wereld(ada=ada, mo=mo, arnhem=arnhem, proef=proef, verslag=verslag)


def als(user: User | None) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client
