"""What the tests of calls share: a clock at noon on 2 June 2014, the office, and a call of 2014."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from freezegun import freeze_time

from aanmeldingen.models import Oproep
from aanmeldingen.plaatsen.acties import stel_capaciteit
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen import gegevens
from tests.gegevens import gebruiker
from tests.praktijken.historiewacht import elke_wijziging_zegt_wie_en_waarom  # noqa: F401  # a fixture

Als = Callable[[User], Client]


@pytest.fixture(autouse=True)
def klok() -> Iterator[object]:
    with freeze_time(gegevens.moment("2014-06-02 12:00")) as klok:
        yield klok


@pytest.fixture
def mo(db: None) -> User:  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def kantoor(als: Als, mo: User) -> Client:
    return als(mo)


@pytest.fixture
def oproep(mo: User) -> Oproep:
    """Published and open, with thuiszorg, 80 places and a complaints line."""
    gevonden = gegevens.oproep(
        inleiding="Voor organisaties die beter willen samenwerken met mantelzorgers.",
        klachten="Mail naar klachten@voorbeeld.example.",
    )
    stel_capaciteit(
        oproep=gevonden.pk, plaatsen=80, reden="Zo staat het in de opdracht.", door=mo, op=gevonden.opent_op
    )
    return gevonden


@pytest.fixture
def concept(db: None) -> Oproep:  # noqa: ARG001  # asked for its effect
    """As the office just made it: nothing but its name and dates."""
    return Oproep.objects.create(
        programma=gegevens.programma_2014(),
        slug="nog-leeg",
        naam="In voor Mantelzorg 2014",
        opent_op=gegevens.moment("2014-06-10 00:00"),
        sluit_op=gegevens.moment("2014-07-01 00:00"),
        contact_email="bureau@voorbeeld.example",
    )
