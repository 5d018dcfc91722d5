"""Differences, shares and bars: of protected counts none."""

from fractions import Fraction

import pytest

from monitor.bescherming.afgeleid import aandeel, staven, verschil
from monitor.bescherming.waarden import BeschermdeDeelnemers, BeschermdType


@pytest.mark.parametrize(
    ("nieuw", "oud", "uitkomst"), [(9, 5, 4), (5, 5, 0), (3, 9, -6), (None, 5, None), (9, None, None)]
)
def test_a_difference_is_of_published_counts(nieuw: int | None, oud: int | None, uitkomst: int | None):
    assert verschil(nieuw, oud) == uitkomst


@pytest.mark.parametrize(
    ("deel", "geheel", "uitkomst"),
    [(5, 20, Fraction(1, 4)), (0, 20, Fraction(0)), (0, 0, None), (None, 20, None), (5, None, None)],
)
def test_a_share_is_of_published_counts(deel: int | None, geheel: int | None, uitkomst: Fraction | None):
    assert aandeel(deel, geheel) == uitkomst


def test_kinds_together_are_one_bar_and_a_protected_row_is_none():
    los = BeschermdType(naam="Gemeente", aantal=24)
    samen = BeschermdType(naam="Overig (2 soorten)", aantal=7, soorten=("Apotheek", "Buurthuis"))
    dicht = BeschermdType(naam="Apotheek", aantal=None, soorten=("Apotheek",))

    assert staven(BeschermdeDeelnemers(totaal=51, bekend=31, onbekend=20, typen=(los, samen))) == (los, samen)
    assert staven(BeschermdeDeelnemers(totaal=51, bekend=None, onbekend=None, typen=(los, dicht))) == (los,)
