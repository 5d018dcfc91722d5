"""What a line of a list comes to: found, perhaps somebody, or new; as far as one may see names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praktijken.register.dubbelen import Gezocht, vergelijk, woorden
from praktijken.sessies.presentielijst.koppelen import koppel
from praktijken.sessies.presentielijst.lezen import uit_tekst
from tests.gegevens import deelname, deelnemer


def soorten(regels, een, user):
    """Per line: found, how many it may be, or new."""
    return [
        koppeling.zeker.deelnemer.nummer if koppeling.zeker else len(koppeling.kandidaten)
        for koppeling in koppel(uit_tekst(regels), een, user)
    ]


@pytest.mark.parametrize(
    ("regel", "uitkomst"),
    [
        ("Gérda de Groot", "D1"),
        ("groot, gerda DE", "D1"),
        ("Gerda de Groot;;ander@adres.example", "D1"),
        ("G. de Groot;;gerda@geheim.example", "D1"),
        ("gerda@geheim.example", "D1"),
        ("Gerda de Groott", 1),
        ("G. de Groot", 1),
        ("Henk de Groot;;gerda@geheim.example", 1),
        ("Gerda de Groott;Gemeente Arnhem", 0),
        ("Henk de Groot", 0),
        ("علي حسن", 0),
    ],
)
def test_a_line_is_found_perhaps_or_new(tafel, regel, uitkomst):
    assert soorten(regel, tafel.sessie, tafel.ada) == [uitkomst]


def test_of_two_with_one_name_one_must_choose(tafel):
    deelname(deelnemer(tafel.thuis, "D3", naam="Gerda de Groot"), tafel.arnhem)

    assert soorten("Gerda de Groot\nGerda de Groot;;gerda@geheim.example", tafel.sessie, tafel.mo) == [2]


def test_names_of_another_practice_are_matched_for_who_may_see_them_alone(tafel):
    uitkomsten = [soorten("Truus Verborgen", tafel.samen, wie) for wie in (tafel.ada, tafel.bo, tafel.mo)]
    elders = soorten("Truus Verborgen\nTruus Verborgen;;truus@verborgen.example", tafel.sessie, tafel.mo)

    assert uitkomsten == [[0], ["D2"], ["D2"]]
    assert elders == ["D2"]  # one line after all: the same name, of which one has an address


@given(naam=st.text(max_size=30), ander=st.text(max_size=30))
def test_likeness_of_names_holds_both_ways(naam, ander):
    heen, terug = (vergelijk(Gezocht(naam=een), twee, [])[0] for een, twee in ((naam, ander), (ander, naam)))

    assert heen == terug
    assert (heen == 100) == (bool(woorden(naam)) and sorted(woorden(naam)) == sorted(woorden(ander)))
