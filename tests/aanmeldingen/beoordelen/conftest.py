"""Named people around one call with three criteria."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group

from aanmeldingen.models import Aanmelding
from mantelzorg.toegang import Rol
from tests.aanmeldingen.beoordelen.gegevens import met_plaats, roep_op
from tests.gegevens import gebruiker
from tests.praktijken.historiewacht import elke_wijziging_zegt_wie_en_waarom  # noqa: F401  # a fixture


@pytest.fixture
def mensen(db: None) -> SimpleNamespace:  # noqa: ARG001  # asked for its effect
    """Mo and Mia of the office, Anja who manages accounts too, advisers Ada and Bo, Ben who sees figures alone."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return SimpleNamespace(
        mo=gebruiker(Rol.MEDEWERKER, "Mo Medewerker"),
        mia=gebruiker(Rol.MEDEWERKER, "Mia Medewerker"),
        anja=gebruiker(Rol.BEHEERDER, "Anja Beheerder"),
        ada=gebruiker(Rol.ADVISEUR, "Ada Adviseur"),
        bo=gebruiker(Rol.ADVISEUR, "Bo Adviseur"),
        ben=gebruiker(Rol.ANALIST, "Ben Analist"),
    )


@pytest.fixture
def een(mensen: SimpleNamespace) -> Aanmelding:
    """De Linde, sent in under version 2 of the conditions, in a call of one place: it holds that place."""
    return met_plaats(roep_op(mensen.mo), "De Linde")
