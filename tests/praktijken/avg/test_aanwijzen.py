"""What is pointed out in a text, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praktijken.avg.aanwijzen import is_bsn, wijs_aan

NAMEN = ["Gerda van der Geheim", "رعاية غير", "Jan-Willem O'Brien"]


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Mail jan.jansen+werk@zorg.example even.", [("e-mailadres", "jan.jansen+werk@zorg.example")]),
        ("Bel 06 1234 5678.", [("telefoonnummer", "06 1234 5678")]),
        ("Bel +31 (0)26-1234567.", [("telefoonnummer", "+31 (0)26-1234567")]),
        ("Bel 0031612345678", [("telefoonnummer", "0031612345678")]),
        ("BSN 111222333 van hem", [("burgerservicenummer", "111222333")]),
        ("BSN 1112.22.333 van hem", [("burgerservicenummer", "1112.22.333")]),
        ("Nummer 111222334 is er geen", []),
        ("Met Gerda's dochter", [("naam van een deelnemer", "Gerda's")]),
        ("Dat is geheim van der wijk", []),
        ("مع رعاية اليوم", [("naam van een deelnemer", "رعاية")]),
        ("Op 06-01-2020 waren er 20.000 mensen, zie 2019-2020", []),
        ("", []),
    ],
    ids=[
        "mail",
        "mobiel",
        "vast",
        "buitenland",
        "bsn",
        "bsn-punten",
        "geen-bsn",
        "naam",
        "geen-naam",
        "arabisch",
        "datum",
        "leeg",
    ],
)
def test_what_is_pointed_out(tekst: str, gevonden: list[tuple[str, str]]) -> None:
    assert [(een.soort, een.tekst) for een in wijs_aan(tekst, NAMEN)] == gevonden


@given(st.integers(10_000_000, 999_999_999))
def test_a_bsn_passes_the_eleven_test(getal: int) -> None:
    cijfers = f"{getal:09}"
    som = sum((9 - plek) * int(cijfer) for plek, cijfer in enumerate(cijfers[:8])) - int(cijfers[8])

    assert is_bsn(cijfers) == (som % 11 == 0)


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=3))
def test_any_text_is_read_and_what_is_found_stands_there(tekst: str, namen: list[str]) -> None:
    for een in wijs_aan(tekst, namen):
        assert tekst[een.begin : een.eind].strip() == een.tekst
