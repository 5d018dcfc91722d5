"""A call with one place, and a clock that stands still while it is open."""

from collections.abc import Iterator

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory

from aanmeldingen.models import Oproep
from tests.aanmeldingen.formulier.invullen import NU
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met


@pytest.fixture
def klok() -> Iterator[FrozenDateTimeFactory]:
    with freeze_time(NU) as klok:
        yield klok


@pytest.fixture
def oproep() -> Oproep:
    return oproep_met(1)
