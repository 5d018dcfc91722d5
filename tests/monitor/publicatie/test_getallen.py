"""Numbers typed in a text: found however they are written, and none that counts nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.publicatie.getallen import losse_getallen

WOORDEN = {
    1: "één", 2: "twee", 3: "drie", 4: "vier", 5: "vijf", 6: "zes", 7: "zeven", 8: "acht", 9: "negen", 10: "tien",
    11: "elf", 12: "twaalf", 13: "dertien", 14: "veertien", 20: "twintig", 21: "eenentwintig", 22: "tweeëntwintig",
    33: "drieëndertig", 46: "zesenveertig", 99: "negenennegentig",
}  # fmt: skip
TELT_NIETS = (
    "30 juni 2020", "30 juni", "2019", "30-06-2020", "2020-06-30", "artikel 4", "Tabel 4", "figuur 4a", "lid 4",
    "doelstelling 4", "nr. 4", "12,5", "4 procent", "4%", "10.30 uur", "COVID-19", "GM0232", "A4", "4e",
    "https://voorbeeld.example/4", "{praktijken.opgestart}", "een", "zevende",
)  # fmt: skip
neutraal = st.lists(st.sampled_from(["de", "mensen", "van", "gemeente", "(Ede)", "samen", "en", "een"]), max_size=5)


def getallen(tekst: str) -> list[int]:
    return [los.getal for los in losse_getallen("verdieping", tekst)]


@given(getal=st.sampled_from(sorted(WOORDEN)), voor=neutraal, na=neutraal, hoe=st.integers(0, 5))
def test_a_number_is_found_however_it_is_written(getal: int, voor: list[str], na: list[str], hoe: int):
    vormen = (f"{getal}", f"({getal})", f"{getal}.", WOORDEN[getal], WOORDEN[getal].upper(), f"‘{WOORDEN[getal]}’,")
    tekst = " ".join([*voor, vormen[hoe], *na])

    assert getallen(tekst) == [getal]


@given(getal=st.integers(1, 999_999))
def test_every_number_in_digits_is_found_also_with_dots(getal: int):
    met_punten = f"{getal:,}".replace(",", ".")
    verwacht = [] if 1900 <= getal <= 2099 else [getal]

    assert getallen(f"Het waren er {getal} in totaal.") == verwacht
    assert getallen(f"Het waren er {met_punten} in totaal.") == [getal]


@given(delen=st.lists(st.sampled_from(TELT_NIETS), max_size=6))
def test_what_counts_nothing_is_passed_over(delen: list[str]):
    assert getallen(" en ".join(delen)) == []


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Tweetal, drietal en een 4-tal.", [4, 2, 3]),
        ("Met z'n drieën, of met zijn vieren.", [3, 4]),
        ("3-5 vragen, 6 tot 8", [3, 5, 6, 8]),
        ("4 uit Epe en 4 uit Ede.", [4]),
        ("4 uit Epe.\n4 uit Ede.", [4, 4]),
    ],
)
def test_as_people_write(tekst: str, verwacht: list[int]):
    assert getallen(tekst) == verwacht
