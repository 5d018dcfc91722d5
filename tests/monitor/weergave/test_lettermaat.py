"""Widths of the shipped font, against what the font's own tables say."""

import pytest

from monitor.weergave.lettermaat import GEWOON, HALFVET, ONBEKENDE_BREEDTE, lettermaat


def test_breedtes_zijn_die_van_het_lettertype():
    assert [lettermaat(GEWOON).breedtes[teken] for teken in "Ai0"] == [0.641, 0.25, 0.6]


def test_een_tekst_is_zo_breed_als_zijn_letters_samen():
    assert lettermaat(GEWOON).breedte("AiA", 10) == pytest.approx(10 * (0.641 + 0.25 + 0.641))


def test_elk_teken_in_namen_van_gemeenten_is_bekend():
    assert lettermaat(GEWOON).kent("'s-Gravenhage Súdwest-Fryslân Bergen (NH.) É ë ü …")
    assert lettermaat(HALFVET).kent("0123456789")


def test_een_teken_dat_het_lettertype_mist_krijgt_ruim_plaats():
    assert not lettermaat(GEWOON).kent("م")
    assert lettermaat(GEWOON).breedte("م", 10) == 10 * ONBEKENDE_BREEDTE
