"""A list of people as somebody pastes it: every form in which names come, and text that is none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praktijken.register.dubbelen import woorden
from praktijken.sessies.presentielijst.lezen import MEESTE, Regel, TeVeel, uit_rijen, uit_tekst

JAN = Regel(naam="Jan de Vries", organisatie="Zorggroep Oost", email="jan@oost.example")


@pytest.mark.parametrize(
    "tekst",
    [
        "Jan de Vries;Zorggroep Oost;jan@oost.example",
        "Jan de Vries; Zorggroep Oost ; JAN@Oost.example ",
        "Jan de Vries\tZorggroep Oost\tjan@oost.example",
        "jan@oost.example\tJan de Vries\tZorggroep Oost",
        "1\tJan de Vries\tZorggroep Oost\tjan@oost.example\tx",
        "Jan de Vries, Zorggroep Oost, jan@oost.example",
        '"Jan de Vries";"Zorggroep Oost";"jan@oost.example"',
        "Naam;Organisatie;E-mail\nJan de Vries;Zorggroep Oost;jan@oost.example",
        "E-mailadres\tNaam\tAanwezig\tOrganisatie\njan@oost.example\tJan de Vries\tja\tZorggroep Oost",
        "Voornaam;Tussenvoegsel;Achternaam;Instelling;Email\nJan;de;Vries;Zorggroep Oost;jan@oost.example",
        "\ufeff\r\n\r\nJan de Vries;Zorggroep Oost;jan@oost.example\r\n\r\n",
        "1. Jan de Vries <jan@oost.example>;Zorggroep Oost",
        "Jan de Vries;Zorggroep Oost\njan de VRIES;;jan@oost.example",
    ],
)
def test_one_person_in_every_way_a_list_comes(tekst):
    (een,) = uit_tekst(tekst.replace("\ufeff", ""))

    assert replace(een, status="") == JAN


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("Jan\nPiet\nKees", ["Jan", "Piet", "Kees"]),
        ("- Jan\n• Piet\n3) Kees", ["Jan", "Piet", "Kees"]),
        ("Jan <jan@a.example>; Piet <piet@a.example>", ["Jan", "Piet"]),
        ("de Vries, Jan", ["de Vries, Jan"]),
        ("Anne O’Brien-'t Hart\nعلي حسن", ["Anne O’Brien-'t Hart", "علي حسن"]),
        ("Jan;;jan@a.example\nJan;;jan@b.example", ["Jan", "Jan"]),
        ("\n \t ; ;;\n12\nx\n", []),
    ],
)
def test_who_stands_on_the_list(tekst, namen):
    assert [een.naam for een in uit_tekst(tekst)] == namen


def test_an_address_alone_is_somebody_too():
    assert uit_tekst("jan@a.example\njan@a.example") == [Regel(naam="", email="jan@a.example")]


def test_a_couple_with_one_address_is_two_people():
    assert [een.naam for een in uit_tekst("Jan;;thuis@a.example\nGreet;;thuis@a.example")] == ["Jan", "Greet"]


def test_more_people_than_a_screen_holds_is_said():
    genoeg = "\n".join(f"Naam {'abcdefghij'[nummer % 10]}{nummer}" for nummer in range(MEESTE))

    assert len(uit_tekst(genoeg)) == MEESTE
    with pytest.raises(TeVeel):
        uit_tekst(f"{genoeg}\nNog iemand")


@given(st.text(max_size=300))
def test_any_text_gives_people_with_a_name_or_an_address_and_no_more_than_it_has_words(tekst):
    gevonden = uit_tekst(tekst)

    assert all(een.naam or een.email for een in gevonden)
    assert all("\n" not in f"{een.naam}{een.organisatie}{een.email}" for een in gevonden)
    assert len(gevonden) <= len(tekst)


NAAM = st.from_regex(r"[A-Z][a-zé]{2,9}( de| van der)?( [A-Z][a-zë]{2,9}){1,2}", fullmatch=True)


@given(st.lists(NAAM, max_size=12, unique_by=lambda naam: " ".join(woorden(naam))))
def test_names_one_a_line_come_back_as_they_are_and_columns_say_the_same(namen):
    verwacht = [Regel(naam=naam) for naam in namen]

    assert uit_tekst("\n".join(namen)) == verwacht
    assert uit_tekst("\n".join(f"{naam};;" for naam in namen)) == verwacht
    assert uit_tekst("\r\n".join(f"\t{naam}\t" for naam in namen)) == verwacht
    assert uit_rijen([["Naam"], *([naam] for naam in namen)]) == verwacht
