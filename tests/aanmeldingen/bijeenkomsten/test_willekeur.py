"""The waiting list against a plain list of names: whoever comes, goes or changes the number of places."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from aanmeldingen.bijeenkomsten.inschrijven import meld_af
from aanmeldingen.models import Inschrijving
from tests.aanmeldingen.bijeenkomsten.avond import VOORAF, bijeenkomst, ingeschreven, standen
from tests.aanmeldingen.bijeenkomsten.test_plannen import wijzig
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db
NAMEN = ["Ans", "Bo", "Cas", "Dora", "Ed", "Fre"]
stappen = st.lists(
    st.one_of(
        st.tuples(st.just("in"), st.sampled_from(NAMEN)),
        st.tuples(st.just("uit"), st.sampled_from(NAMEN)),
        st.tuples(st.just("plaatsen"), st.integers(1, 4)),
    ),
    max_size=12,
)


class Lijst:
    """Names in order of sign-up; a place is kept once given, and given in order while there are fewer than places."""

    def __init__(self, plaatsen: int) -> None:
        self.plaatsen, self.binnen, self.wacht = plaatsen, set[str](), list[str]()

    def doe(self, wat: str, waarde: str | int) -> None:
        if wat == "plaatsen":
            self.plaatsen = int(waarde)
        elif wat == "uit":
            self.binnen.discard(str(waarde))
            self.wacht = [naam for naam in self.wacht if naam != waarde]
        elif waarde not in self.binnen and waarde not in self.wacht:
            self.wacht.append(str(waarde))
        while self.wacht and len(self.binnen) < self.plaatsen:
            self.binnen.add(self.wacht.pop(0))


class TestWachtlijst(TestCase):
    @settings(max_examples=25)
    @given(begin=st.integers(1, 3), stappen=stappen)
    def test_places_and_ranks_are_those_of_a_plain_list(self, begin: int, stappen: list[tuple[str, str | int]]) -> None:
        avond, mo, lijst = bijeenkomst(capaciteit=begin), gebruiker(), Lijst(begin)

        for nummer, (wat, waarde) in enumerate(stappen):
            lijst.doe(wat, waarde)
            _doe(avond, mo, wat, waarde, VOORAF + datetime.timedelta(minutes=nummer))

        nu = standen_van_levenden(avond)
        assert {naam for naam, stand in nu.items() if stand == "plaats"} == lijst.binnen
        assert [naam for naam, stand in nu.items() if stand == "wacht"] == lijst.wacht


def _doe(avond, mo, wat, waarde, op) -> None:
    if wat == "in":
        ingeschreven(avond, waarde, op=op)
    elif wat == "plaatsen":
        wijzig(avond, mo, capaciteit=waarde, op=op)
    else:
        for rij in Inschrijving.objects.filter(bijeenkomst=avond, naam=waarde, stand=""):
            meld_af(inschrijving=rij.pk, op=op, door=None, reden="weg")


def standen_van_levenden(avond) -> dict[str, str]:
    """Of who has not signed off; a name that came back is at its last place."""
    Inschrijving.objects.filter(bijeenkomst=avond, stand="afgemeld").update(naam="weg")
    return {naam: stand for naam, stand in standen(avond).items() if stand != "afgemeld"}
