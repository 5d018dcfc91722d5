"""Borders that are simplified stay shared: together the areas cover exactly what their outline does."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.grenzen.lijnen import SPELING
from monitor.grenzen.ringen import gericht, omtrek, vereenvoudigde_gebieden

KLEIN = SPELING / 4


def oppervlakte(ringen):
    """In square degrees, a hole taken off."""
    return sum((x1 * y2 - x2 * y1) / 2 for ring in ringen for (x1, y1), (x2, y2) in pairwise(ring))


def rechthoek(west, zuid, oost, noord):
    return ((west, zuid), (oost, zuid), (oost, noord), (west, noord), (west, zuid))


def test_a_ring_goes_round_with_its_area_on_the_left_and_a_hole_the_other_way():
    buiten = rechthoek(5, 52, 6, 53)
    assert gericht(buiten, gat=False) == gericht(buiten[::-1], gat=False) == buiten
    assert gericht(buiten, gat=True) == gericht(buiten[::-1], gat=True) == buiten[::-1]


def test_the_outline_of_two_neighbours_leaves_their_border_out():
    links, rechts = rechthoek(5, 52, 6, 53), rechthoek(6, 52, 7, 53)
    (ring,) = omtrek([(links,), (rechts,)])
    assert ring == ((5, 52), (6, 52), (7, 52), (7, 53), (6, 53), (5, 53), (5, 52))


def test_an_area_in_the_hole_of_another_leaves_no_hole_in_their_outline():
    buiten, binnen = rechthoek(5, 52, 6, 53), rechthoek(5.2, 52.2, 5.4, 52.4)
    assert omtrek([(buiten, binnen[::-1]), (binnen,)]) == (buiten,)
    assert omtrek([(buiten, binnen[::-1])]) == (buiten, gericht(binnen, gat=True))


def test_a_small_island_folds_away_with_the_hole_it_lies_in_but_no_municipality_vanishes():
    groot, klein = rechthoek(5, 52, 6, 53), rechthoek(5.5, 52.5, 5.5 + KLEIN, 52.5 + KLEIN)
    vereenvoudigd = vereenvoudigde_gebieden({"A": (groot, klein[::-1]), "B": (klein, rechthoek(6, 52, 7, 53))})
    assert [len(ringen) for ringen in vereenvoudigd.values()] == [1, 1]
    assert vereenvoudigde_gebieden({"A": (klein,)}) == {"A": (klein,)}


hobbels = st.lists(st.floats(min_value=-0.01, max_value=0.01), min_size=40, max_size=40)


@settings(max_examples=60, deadline=None)
@given(hobbels, hobbels)
def test_neighbours_with_any_border_lie_without_gap_or_overlap(tussen_ab, tussen_bc):
    """Three beside each other: what A and B lose to each other must cancel out, so that the whole stays the whole."""
    ab = [(round(5.2 + hobbel, 5), round(52 + nummer / 41, 5)) for nummer, hobbel in enumerate(tussen_ab, start=1)]
    bc = [(round(5.4 + hobbel, 5), round(52 + nummer / 41, 5)) for nummer, hobbel in enumerate(tussen_bc, start=1)]
    ab, bc = [(5.2, 52.0), *ab, (5.2, 53.0)], [(5.4, 52.0), *bc, (5.4, 53.0)]
    gebieden = {
        "A": ((*ab, (5.0, 53.0), (5.0, 52.0), ab[0]),),
        "B": ((*bc, *ab[::-1], bc[0]),),
        "C": (((5.6, 52.0), (5.6, 53.0), *bc[::-1], (5.6, 52.0)),),
    }
    vereenvoudigd = vereenvoudigde_gebieden(
        {code: tuple(gericht(r, gat=False) for r in rs) for code, rs in gebieden.items()}
    )
    geheel = omtrek(vereenvoudigd.values())
    assert len(geheel) == 1
    assert set(geheel[0]) == {(lon, lat) for lon in (5.0, 5.2, 5.4, 5.6) for lat in (52.0, 53.0)}
    assert abs(sum(oppervlakte(ringen) for ringen in vereenvoudigd.values()) - 0.6) < 1e-9
