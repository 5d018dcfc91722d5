"""A home-care organisation that was admitted, with partners, two contact persons and a place that is confirmed."""

import pytest

from aanmeldingen.models import Aanmelding, Besluitsoort, Oproep
from aanmeldingen.plaatsen import acties
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import besluit, moment
from tests.aanmeldingen.plaatsen.plaatsboek import ontvangen, oproep_met
from tests.gegevens import gebruiker, organisatietype
from tests.praktijken.historiewacht import elke_wijziging_zegt_wie_en_waarom  # noqa: F401  # a fixture

JULI = moment("2014-07-14 12:00")


def toegelaten(door: User, *, oproep: Oproep | None = None, organisatie: str = "Thuiszorg Rijn") -> Aanmelding:
    """An application that holds a decision to admit and a place that is confirmed."""
    een = ontvangen(oproep or oproep_met(3, door=door), organisatie)
    besluit(een, Besluitsoort.TOELATEN, door, door)
    acties.bevestig(aanmelding=een, door=door, op=JULI)
    een.partners.create(soort="welzijnsorganisatie", naam="Welzijn Arnhem")
    een.partners.create(soort="gemeente", naam="Gemeente Arnhem", gemeente=een.gemeente)
    een.contactpersonen.create(volgorde=2, naam="Tom Tweede", email="tom@zorg.example", functie="wijkverpleegkundige")
    een.refresh_from_db()
    return een


@pytest.fixture
def mo(db):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.MEDEWERKER, "Mo Medewerker")


@pytest.fixture
def ada(db):  # noqa: ARG001  # asked for its effect
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


@pytest.fixture
def typen(db):  # noqa: ARG001  # asked for its effect
    namen = ("(Thuis)zorgorganisatie", "Welzijnsorganisatie", "Gemeente")
    return {naam: organisatietype(naam) for naam in namen}


@pytest.fixture
def rijn(mo, typen):  # noqa: ARG001  # its kinds are proposed
    return toegelaten(mo)
