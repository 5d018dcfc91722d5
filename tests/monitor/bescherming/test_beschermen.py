"""Which counts go: small kinds together first, more only where that is not enough. Threshold 5 unless said."""

import datetime
from dataclasses import replace

import pytest

from monitor.bescherming.beschermen import OngeldigeDrempel, Verraadt, bescherm
from monitor.bescherming.controle import Deel
from monitor.bescherming.waarden import BeschermdeCijfers, BeschermdeDeelnemers
from monitor.indicator import Deelnemers, Indicator23, Praktijkcijfers
from tests.monitor.cijfers import deelnemers, indicator, praktijken

METING_2020 = {
    "(Thuis)zorgorganisatie": 46,
    "Gemeente": 24,
    "Vrijwilligersorganisatie": 20,
    "Welzijnsorganisatie": 17,
    "(Ex-) Mantelzorger NVO": 10,
    "Mantelzorgorganisatie": 10,
    "Huisartspraktijk": 7,
    "Zorgorganisatie": 4,
    "Belangenbehartiging": 3,
    "Mantelzorgsteunpunt": 3,
    "GGZ organisatie": 2,
    "Netwerkorganisatie": 2,
    "Vrijwilliger NVO": 2,
    "Ondernemer": 1,
}


def figuren(nu: Deelnemers, *per_praktijk: int, tot_nu_toe: Deelnemers | None = None, jaar: int = 2020) -> Indicator23:
    """Figures with as many participants per practice as given."""
    basis = indicator(stand=praktijken(len(per_praktijk)), nu=nu, tot_nu_toe=tot_nu_toe)
    return replace(
        basis,
        peildatum=datetime.date(jaar, 6, 30),
        per_praktijk=tuple(
            Praktijkcijfers(code=f"P{n}", naam=f"Praktijk {n}", ontwerpvragen=3, experimenten=3, deelnemers=aantal)
            for n, aantal in enumerate(per_praktijk, start=1)
        ),
    )


def rijen(telling: BeschermdeDeelnemers) -> list[tuple[str, int | None]]:
    return [(regel.naam, regel.aantal) for regel in telling.typen]


def velden(telling: BeschermdeDeelnemers) -> tuple[int | None, int | None, int | None]:
    return telling.totaal, telling.bekend, telling.onbekend


def per_praktijk(publicatie: BeschermdeCijfers) -> list[int | None]:
    return [regel.deelnemers for regel in publicatie.per_praktijk]


def test_the_measurement_of_2020_gets_one_row_for_its_seven_small_kinds():
    mensen = (16, 16, 16, 16, 16, 17, 15, 15, 15, 15, 15)
    publicatie = bescherm(figuren(deelnemers(20, **METING_2020), *mensen), drempel=5, eerder=[])

    assert velden(publicatie.deelnemers) == (171, 151, 20)
    assert rijen(publicatie.deelnemers) == [
        ("(Thuis)zorgorganisatie", 46),
        ("Gemeente", 24),
        ("Vrijwilligersorganisatie", 20),
        ("Welzijnsorganisatie", 17),
        ("(Ex-) Mantelzorger NVO", 10),
        ("Mantelzorgorganisatie", 10),
        ("Huisartspraktijk", 7),
        ("Overig (7 soorten)", 4 + 3 + 3 + 2 + 2 + 2 + 1),
    ]
    assert publicatie.deelnemers_tot_nu_toe == publicatie.deelnemers
    assert per_praktijk(publicatie) == list(mensen)


def test_kinds_that_stand_together_are_named_in_alphabetical_order_not_by_size():
    publicatie = bescherm(figuren(deelnemers(a=20, z=4, m=3, b=2), 29), drempel=5, eerder=[])

    assert publicatie.deelnemers.overig is not None
    assert publicatie.deelnemers.overig.soorten == ("b", "m", "z")


def test_nothing_small_leaves_every_figure_as_it_is():
    publicatie = bescherm(figuren(deelnemers(6, a=9, b=5), 20), drempel=5, eerder=[])

    assert (velden(publicatie.deelnemers), rijen(publicatie.deelnemers)) == ((20, 14, 6), [("a", 9), ("b", 5)])
    assert not publicatie.iets_beschermd


def test_a_single_small_kind_goes_together_with_the_next():
    publicatie = bescherm(figuren(deelnemers(a=20, b=9, c=3), 32), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("Overig (2 soorten)", 12)]


def test_kinds_of_the_same_size_go_together():
    publicatie = bescherm(figuren(deelnemers(a=20, b=9, c=9, d=3), 41), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("Overig (3 soorten)", 21)]


def test_two_small_kinds_whose_sum_leaves_one_way_take_the_next_with_them():
    """4 + 4 = 8 with all other kinds shown from 5: each of them must be 4."""
    publicatie = bescherm(figuren(deelnemers(a=20, b=5, c=4, d=4), 33), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("Overig (3 soorten)", 5 + 4 + 4)]


def test_two_small_kinds_whose_sum_leaves_more_ways_stand_on_their_own():
    """4 + 4 = 8, as 3 + 5 would be: then 5 had gone with 3, for a single small kind takes the next with it."""
    publicatie = bescherm(figuren(deelnemers(a=20, b=9, c=4, d=4), 37), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("b", 9), ("Overig (2 soorten)", 8)]


def test_kinds_that_are_few_people_together_take_the_next_with_them():
    publicatie = bescherm(figuren(deelnemers(a=20, b=9, c=1, d=1), 31), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("Overig (3 soorten)", 11)]


def test_few_people_of_unknown_kind_also_hide_how_many_are_known_and_one_kind():
    publicatie = bescherm(figuren(deelnemers(3, a=20, b=9), 32), drempel=5, eerder=[])

    assert velden(publicatie.deelnemers) == (32, None, None)
    assert rijen(publicatie.deelnemers) == [("a", 20), ("b", None)]


def test_nobody_of_unknown_kind_is_shown():
    publicatie = bescherm(figuren(deelnemers(0, a=20, b=3, c=2), 25), drempel=5, eerder=[])

    assert velden(publicatie.deelnemers) == (25, 25, 0)


def test_few_participants_hide_the_total_and_every_number_under_it():
    publicatie = bescherm(figuren(deelnemers(1, a=2), 3, 0), drempel=5, eerder=[])

    assert velden(publicatie.deelnemers) == (None, None, None)
    assert [regel.aantal for regel in publicatie.deelnemers.typen if regel.aantal is not None] == []
    assert per_praktijk(publicatie) == [None, 0]


def test_a_small_practice_hides_the_next_one_too():
    publicatie = bescherm(figuren(deelnemers(30), 3, 12, 15, 0), drempel=5, eerder=[])

    assert per_praktijk(publicatie) == [None, None, 15, 0]


def test_a_kind_that_is_small_now_and_not_until_now_is_protected_now_alone():
    nu, ooit = deelnemers(a=20, b=4, c=3), deelnemers(a=20, b=9, c=8)
    publicatie = bescherm(figuren(nu, 27, tot_nu_toe=ooit), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("Overig (2 soorten)", 7)]
    assert rijen(publicatie.deelnemers_tot_nu_toe) == [("a", 20), ("b", 9), ("c", 8)]


def test_until_now_takes_more_together_where_now_would_bound_it_too_closely():
    nu, ooit = deelnemers(a=30, b=8, c=7), deelnemers(a=30, b=8, c=7, d=1)
    publicatie = bescherm(figuren(nu, 45, tot_nu_toe=ooit), drempel=5, eerder=[])

    assert rijen(publicatie.deelnemers) == [("a", 30), ("b", 8), ("c", 7)]
    assert publicatie.deelnemers_tot_nu_toe.overig is not None
    assert "d" in publicatie.deelnemers_tot_nu_toe.overig.soorten


def test_a_new_kind_a_year_later_does_not_follow_from_the_difference():
    eerst = figuren(deelnemers(6, a=20, b=3, c=2), 31, jaar=2020)
    later = figuren(deelnemers(6, a=20, b=3, c=2, d=1), 32, jaar=2021)
    publicatie = bescherm(eerst, drempel=5, eerder=[])
    volgende = bescherm(later, drempel=5, eerder=[publicatie])

    assert rijen(publicatie.deelnemers) == [("a", 20), ("Overig (2 soorten)", 5)]
    assert rijen(volgende.deelnemers_tot_nu_toe) != [("a", 20), ("Overig (3 soorten)", 6)]


def test_a_kind_stays_with_the_others_in_a_later_version_though_nobody_is_left_in_it():
    eerst = bescherm(figuren(deelnemers(a=20, b=4, c=3, d=2), 29), drempel=5, eerder=[])
    tweede = bescherm(figuren(deelnemers(a=20, b=4, c=3), 27), drempel=5, eerder=[eerst])

    assert (tweede.versie, rijen(tweede.deelnemers)) == (2, [("a", 20), ("Overig (3 soorten)", 7)])


def test_a_kind_stays_with_the_others_in_a_later_version_though_it_is_no_longer_small():
    eerst = bescherm(figuren(deelnemers(a=20, b=4, c=3, d=2), 29), drempel=5, eerder=[])
    tweede = bescherm(figuren(deelnemers(a=20, d=12, b=4, c=3), 39), drempel=5, eerder=[eerst])

    assert rijen(tweede.deelnemers) == [("a", 20), ("Overig (3 soorten)", 19)]


def test_a_kind_stands_on_its_own_again_in_a_later_year_when_it_has_grown():
    eerst = bescherm(figuren(deelnemers(a=20, b=4, c=3, d=2), 29, jaar=2020), drempel=5, eerder=[])
    later = bescherm(figuren(deelnemers(a=20, d=12, b=4, c=3), 39, jaar=2021), drempel=5, eerder=[eerst])

    assert rijen(later.deelnemers) == [("a", 20), ("d", 12), ("Overig (2 soorten)", 7)]


def test_without_a_threshold_a_later_year_that_gives_away_an_earlier_one_is_refused():
    """Three of kind c in 2020 stood together with b; in 2021 nobody joined, and all would be shown."""
    eerst = bescherm(figuren(deelnemers(a=20, b=9, c=3), 32, jaar=2020), drempel=5, eerder=[])
    later = figuren(deelnemers(a=20, b=9, c=3), 32, jaar=2021)

    with pytest.raises(Verraadt) as geweigerd:
        bescherm(later, drempel=0, eerder=[eerst])

    dag = datetime.date(2020, 6, 30)
    assert geweigerd.value.waar == ((dag, Deel.NU), (dag, Deel.TOT_NU_TOE))
    assert rijen(bescherm(later, drempel=5, eerder=[eerst]).deelnemers) == [("a", 20), ("Overig (2 soorten)", 12)]


@pytest.mark.parametrize("drempel", [-1, 1, 2])
def test_a_threshold_that_would_protect_nothing_or_name_what_it_protects_is_refused(drempel: int):
    with pytest.raises(OngeldigeDrempel, match=f"De drempel is 0 \\(uit\\) of ten minste 3, niet {drempel}."):
        bescherm(figuren(deelnemers()), drempel=drempel, eerder=[])


def test_publications_of_another_programme_are_refused():
    ander = bescherm(replace(figuren(deelnemers()), programma="elders"), drempel=5, eerder=[])
    with pytest.raises(ValueError, match="Alleen publicaties van thuis tellen mee"):
        bescherm(figuren(deelnemers()), drempel=5, eerder=[ander])
