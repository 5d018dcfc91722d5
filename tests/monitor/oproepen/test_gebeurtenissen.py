"""Random histories of a call: at every day the parts are the whole, and what happens later changes nothing before."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort, Gebeurtenis, Oproep, Plaatsstand
from monitor.oproepen.berekening import bereken
from monitor.oproepen.cijfers import Oproepcijfers
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import AMSTERDAM
from tests.gegevens import dag
from tests.monitor.oproepen.gegevens import besluit, capaciteit, kantoor, regel

pytestmark = pytest.mark.django_db
BEGIN = datetime.datetime(2014, 6, 1, tzinfo=AMSTERDAM)
STAPPEN = ("ontvang", "plaats", "wacht", "bied aan", "verloopt", "neem", "toelaten", "afwijzen", "intrekken", "meer")
NAAR = {
    "plaats": (Plaatsstand.BEZET, Gebeurtenis.AANMELDING),
    "wacht": (Plaatsstand.WACHT, Gebeurtenis.AANMELDING),
    "bied aan": (Plaatsstand.AANGEBODEN, Gebeurtenis.AANBOD),
    "verloopt": (Plaatsstand.GEEN, Gebeurtenis.VERLOPEN),
    "neem": (Plaatsstand.BEZET, Gebeurtenis.AANVAARD),
}
gebeurtenissen = st.lists(
    st.tuples(st.sampled_from(STAPPEN), st.integers(0, 3), st.integers(0, 40)), min_size=1, max_size=14
)
"""What happens, to which of the applications, and so many hours after the one before."""


class Verhaal:
    """A call to which things happen one after the other."""

    def __init__(self) -> None:
        self.oproep: Oproep = gegevens.oproep()
        self.door, self.nu = kantoor(), BEGIN
        self.ontvangen: list[Aanmelding] = []

    def gebeurt(self, stap: str, wie: int, uren: int) -> None:
        """The next event; nothing where there is nobody to whom it can happen."""
        self.nu += datetime.timedelta(hours=uren)
        op = self.nu.strftime("%Y-%m-%d %H:%M")
        if stap == "ontvang":
            self.ontvangen.append(gegevens.ingediend(self.oproep, op=op))
        elif stap == "meer":
            capaciteit(self.oproep, wie - 1, op)
        elif self.ontvangen:
            self._met(Aanmelding.objects.get(pk=self.ontvangen[wie % len(self.ontvangen)].pk), stap, op)

    def _met(self, een: Aanmelding, stap: str, op: str) -> None:
        laatste: Any = een.plaatsregels.last()
        if stap in NAAR:
            naar, waarom = NAAR[stap]
            if (laatste.naar if laatste else Plaatsstand.GEEN) != naar:
                regel(een, naar, waarom, op)
        elif stap == "intrekken":
            een.ingetrokken_op = een.ingetrokken_op or self.nu
            een.save()
        else:
            soort = Besluitsoort.TOELATEN if stap == "toelaten" else Besluitsoort.AFWIJZEN
            besluit(een, soort, self.door, op, vervangt=Besluit.objects.geldend().filter(aanmelding=een).first())


def delen(cijfers: Oproepcijfers) -> dict[str, int]:
    """Each way in which the applications are divided, added up."""
    return {
        "uitkomsten": sum(cijfers.uitkomsten.values()),
        "sectoren": sum(een.aantal for een in cijfers.per_sector),
        "provincies": sum(een.aantal for een in cijfers.per_provincie),
        "dagen": sum(een.aantal for een in cijfers.per_dag),
        "laatste dag": cijfers.per_dag[-1].totaal if cijfers.per_dag else 0,
    }


class TestVerhalen(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(gebeurtenissen)
    def test_on_every_day_the_parts_are_the_whole(self, stappen):
        verhaal = Verhaal()
        for stap in stappen:
            verhaal.gebeurt(*stap)

        for dagen in range(0, 25, 4):
            cijfers = bereken(verhaal.oproep, (BEGIN + datetime.timedelta(days=dagen)).date())
            totaal = cijfers.aanmeldingen.totaal
            assert delen(cijfers) == dict.fromkeys(delen(cijfers), totaal)
            if cijfers.plaatsen.capaciteit is not None:
                assert cijfers.plaatsen.vrij == (
                    cijfers.plaatsen.capaciteit - cijfers.plaatsen.bezet - cijfers.plaatsen.aangeboden
                )

    @settings(max_examples=15, deadline=None)
    @given(gebeurtenissen, gebeurtenissen)
    def test_a_day_stays_as_it_was_whatever_happens_later(self, eerst, later):
        verhaal = Verhaal()
        for stap in eerst:
            verhaal.gebeurt(*stap)
        peildatum = verhaal.nu.date()
        toen = bereken(verhaal.oproep, peildatum)

        verhaal.nu = datetime.datetime.combine(peildatum, datetime.time.min, AMSTERDAM) + datetime.timedelta(days=1)
        for stap in later:
            verhaal.gebeurt(*stap)

        assert bereken(verhaal.oproep, peildatum) == toen


def test_a_story_does_happen():
    verhaal = Verhaal()
    for stap in (("ontvang", 0, 1), ("wacht", 0, 1), ("bied aan", 0, 1), ("neem", 0, 1), ("toelaten", 0, 24)):
        verhaal.gebeurt(*stap)

    cijfers = bereken(verhaal.oproep, dag("2014-06-02"))

    assert {soort.value: aantal for soort, aantal in cijfers.uitkomsten.items() if aantal} == {"toegelaten": 1}
    assert cijfers.plaatsen.bezet == 1
