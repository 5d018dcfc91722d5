"""The content of the demonstration: whole, without contradictions, and about nobody who exists."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from praktijken.demonstratie.bladen import bladen
from praktijken.demonstratie.elders_genoemd import ELDERS_GENOEMD
from tests.praktijken.demonstratie.telling import Rij, als_rijen

BLADEN = als_rijen(bladen())
SLEUTELS = [
    ("Prangende vragen", ("nummer",)),
    ("Organisatietypen", ("naam",)),
    ("Praktijken", ("code",)),
    ("Ontwerpvragen", ("praktijk", "nummer")),
    ("Experimenten", ("code",)),
    ("Voortgang", ("experiment", "datum", "fase", "verslag")),
    ("Organisaties", ("naam",)),
    ("Praktijkpartners", ("praktijk", "organisatie", "vanaf")),
    ("Deelnemers", ("nummer", "praktijk", "vanaf")),
]
TEKSTEN = [
    ("Praktijken", "kernthema", 11),
    ("Ontwerpvragen", "ontwerpvraag", 35),
    ("Experimenten", "naam", 47),
    ("Experimenten", "verwachting", 47),
    ("Voortgang", "verslag", 70),
    ("Organisaties", "naam", 76),
]


def _kolom(blad: str, kop: str) -> list[Any]:
    return [rij[kop] for rij in BLADEN[blad]]


def _per_sleutel(blad: str, kop: str) -> dict[Any, Rij]:
    return {rij[kop]: rij for rij in BLADEN[blad]}


def _teksten() -> list[str]:
    cellen = [cel for rijen in bladen().values() for rij in rijen[1:] for cel in rij if isinstance(cel, str)]
    return cellen + [tekst for item in ELDERS_GENOEMD for tekst in (item.getal, item.bron, item.toelichting)]


def test_the_sheets_are_those_of_the_excel_file() -> None:
    assert {blad: len(rijen) for blad, rijen in BLADEN.items()} == {
        "Programma": 1,
        "Prangende vragen": 3,
        "Organisatietypen": 14,
        "Praktijken": 11,
        "Ontwerpvragen": 35,
        "Experimenten": 35 + 12,
        "Voortgang": 2 * 35,
        "Organisaties": 76,
        "Praktijkpartners": 76,
        "Deelnemers": 171 + 1,
    }


@pytest.mark.parametrize(("blad", "sleutel"), SLEUTELS)
def test_no_key_stands_twice_on_a_sheet(blad: str, sleutel: tuple[str, ...]) -> None:
    geteld = Counter(tuple(rij[kop] for kop in sleutel) for rij in BLADEN[blad])
    assert [waarde for waarde, aantal in geteld.items() if aantal > 1] == []


@pytest.mark.parametrize(("blad", "kop", "aantal"), TEKSTEN)
def test_every_text_is_written_for_its_own_record(blad: str, kop: str, aantal: int) -> None:
    assert len(set(_kolom(blad, kop))) == aantal


def test_every_text_is_trimmed_under_2000_characters_and_no_placeholder() -> None:
    fout = [
        tekst
        for tekst in _teksten()
        if not tekst or tekst != tekst.strip() or len(tekst) >= 2000 or "  " in tekst or "Voorbeeld" in tekst
    ]
    assert fout == []


def test_every_email_address_is_of_nobody() -> None:
    adressen = [adres for adres in _teksten() if "@" in adres]
    losse = {adres for lijst in adressen for adres in lijst.split("; ")}
    assert len(losse) == 171 + 4
    assert [adres for adres in losse if not adres.endswith("@voorbeeld.example") or not adres.isascii()] == []


def test_every_person_has_an_own_name_and_address_that_agree_across_rows() -> None:
    personen = {(rij["nummer"], rij["naam"], rij["e-mail"]) for rij in BLADEN["Deelnemers"]}
    assert [len({persoon[deel] for persoon in personen}) for deel in range(3)] == [171, 171, 171]


def test_every_report_is_by_an_adviser_of_the_practice_while_the_experiment_ran() -> None:
    praktijken, experimenten = _per_sleutel("Praktijken", "code"), _per_sleutel("Experimenten", "code")
    for verslag in BLADEN["Voortgang"]:
        experiment = experimenten[verslag["experiment"]]
        assert verslag["door"] in praktijken[experiment["praktijk"]]["adviseurs"].split("; ")
        assert experiment["startdatum"] <= verslag["datum"] <= (experiment["einddatum"] or date(2020, 6, 30))


def test_the_demonstration_account_is_adviser_of_some_practices_and_not_of_all() -> None:
    eigen = [
        rij["code"] for rij in BLADEN["Praktijken"] if "adviseur@voorbeeld.example" in rij["adviseurs"].split("; ")
    ]
    assert eigen == ["ARN", "EDE", "LEU"]


def test_every_reference_is_to_a_row_that_is_there() -> None:
    praktijken = set(_kolom("Praktijken", "code"))
    organisaties, typen = set(_kolom("Organisaties", "naam")), set(_kolom("Organisatietypen", "naam"))
    vragen = {(rij["praktijk"], rij["nummer"]) for rij in BLADEN["Ontwerpvragen"]}
    for blad in ("Ontwerpvragen", "Experimenten", "Praktijkpartners", "Deelnemers"):
        assert set(_kolom(blad, "praktijk")) == praktijken
    assert {(rij["praktijk"], rij["ontwerpvraag"]) for rij in BLADEN["Experimenten"]} == vragen
    assert set(_kolom("Praktijkpartners", "organisatie")) == organisaties
    assert set(_kolom("Deelnemers", "organisatie")) - {None} <= organisaties
    assert set(_kolom("Organisaties", "organisatietype")) <= typen
    assert set(_kolom("Deelnemers", "organisatietype")) - {None} <= typen


def test_what_has_ended_says_how_and_what_came_of_it_and_nothing_else_does() -> None:
    for rij in BLADEN["Experimenten"]:
        geeindigd = rij["einddatum"] is not None
        assert [rij["afloop"] is not None, rij["opbrengst"] is not None] == [geeindigd, geeindigd]
    assert {(rij["einddatum"], rij["afloop"]) for rij in BLADEN["Praktijken"]} == {
        (BLADEN["Programma"][0]["einddatum"], "afgerond")
    }


def test_nothing_odd_is_left_for_the_import_to_warn_about() -> None:
    start = {rij["code"]: rij["startdatum"] for rij in BLADEN["Praktijken"]}
    vraag = {(rij["praktijk"], rij["nummer"]): rij["geformuleerd op"] for rij in BLADEN["Ontwerpvragen"]}
    assert [rij for rij in BLADEN["Deelnemers"] if rij["vanaf"] < start[rij["praktijk"]]] == []
    assert [rij for rij in BLADEN["Praktijkpartners"] if rij["vanaf"] < start[rij["praktijk"]]] == []
    begonnen = [rij for rij in BLADEN["Experimenten"] if rij["startdatum"]]
    te_vroeg = [rij for rij in begonnen if rij["startdatum"] < vraag[rij["praktijk"], rij["ontwerpvraag"]]]
    assert te_vroeg == []


def test_the_numbers_quoted_elsewhere_are_explained() -> None:
    assert [item.getal for item in ELDERS_GENOEMD] == ["10 plaatsen", "12 gemeenten", "10 regio's"]
