"""The demonstration gives the published figures of 2020, and follows the reference workbook month by month."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from openpyxl import load_workbook

from praktijken.demonstratie.bladen import bladen
from tests.praktijken.demonstratie.telling import Bladen, als_rijen, tel

WERKBOEK = Path(settings.BASE_DIR).parent / "shared" / "data" / "in-voor-mantelzorg-thuis-2020.xlsx"
TABEL_1 = [
    {"naam": "(Thuis)zorgorganisatie", "aantal": 46},
    {"naam": "Gemeente", "aantal": 24},
    {"naam": "Vrijwilligersorganisatie", "aantal": 20},
    {"naam": "Welzijnsorganisatie", "aantal": 17},
    {"naam": "(Ex-) Mantelzorger NVO", "aantal": 10},
    {"naam": "Mantelzorgorganisatie", "aantal": 10},
    {"naam": "Huisartspraktijk", "aantal": 7},
    {"naam": "Zorgorganisatie", "aantal": 4},
    {"naam": "Belangenbehartiging", "aantal": 3},
    {"naam": "Mantelzorgsteunpunt", "aantal": 3},
    {"naam": "GGZ organisatie", "aantal": 2},
    {"naam": "Netwerkorganisatie", "aantal": 2},
    {"naam": "Vrijwilliger NVO", "aantal": 2},
    {"naam": "Ondernemer", "aantal": 1},
]
PER_PRAKTIJK = [
    {"code": "ARN", "naam": "Arnhem", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 16},
    {"code": "BOZ", "naam": "Bergen op Zoom", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 16},
    {"code": "CUI", "naam": "Cuijk", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 16},
    {"code": "DBO", "naam": "Den Bosch", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 16},
    {"code": "EDE", "naam": "Ede", "ontwerpvragen": 5, "experimenten": 5, "deelnemers": 16},
    {"code": "EPE", "naam": "Epe", "ontwerpvragen": 3, "experimenten": 2, "deelnemers": 17},
    {"code": "HAM", "naam": "Horst aan de Maas", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 15},
    {"code": "LEI", "naam": "Leiden", "ontwerpvragen": 3, "experimenten": 4, "deelnemers": 15},
    {"code": "LEU", "naam": "Leusden", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 15},
    {"code": "REN", "naam": "Renswoude", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 15},
    {"code": "STE", "naam": "Stein", "ontwerpvragen": 3, "experimenten": 3, "deelnemers": 15},
]


def _demonstratie() -> Bladen:
    return als_rijen(bladen())


def _dagen(eerste: date, laatste: date) -> list[date]:
    return [eerste + timedelta(days=dag) for dag in range((laatste - eerste).days + 1)]


def test_on_30_june_2020_the_demonstration_gives_the_figures_of_the_2020_measurement() -> None:
    assert tel(_demonstratie(), date(2020, 6, 30)) == {
        "indicator": 23,
        "programma": "in-voor-mantelzorg-thuis",
        "peildatum": "2020-06-30",
        "praktijken": {
            "opgestart": 11,
            "actief": 11,
            "afgerond": 0,
            "voortijdig_gestopt": 0,
            "samengevoegd": 0,
        },
        "gemeenten": 11 + 1,
        "organisaties": 76,
        "ontwerpvragen": {"totaal": 10 * 3 + 5, "minimum_per_praktijk": 3, "maximum_per_praktijk": 5},
        "experimenten": {"opgestart": 29 + 5 + 1, "lopend": 29, "afgerond": 5, "voortijdig_gestopt": 1},
        "deelnemers": {"totaal": 151 + 20, "bekend": 151, "onbekend": 20},
        "deelnemers_tot_nu_toe": {"totaal": 151 + 20, "bekend": 151, "onbekend": 20},
        "organisatietypen": TABEL_1,
        "organisatietypen_tot_nu_toe": TABEL_1,
        "per_praktijk": PER_PRAKTIJK,
    }


def test_one_person_counts_in_two_practices_and_once_in_the_total() -> None:
    assert sum(rij["deelnemers"] for rij in PER_PRAKTIJK) == 171 + 1
    nummers = [rij["nummer"] for rij in _demonstratie()["Deelnemers"]]
    assert [nummer for nummer in dict.fromkeys(nummers) if nummers.count(nummer) > 1] == ["D108"]


def test_a_year_before_no_practice_had_started() -> None:
    assert tel(_demonstratie(), date(2019, 6, 30))["praktijken"]["opgestart"] == 0


def test_a_year_later_every_practice_has_ended_and_those_who_took_part_still_stand() -> None:
    figuren = tel(_demonstratie(), date(2021, 6, 30))
    assert figuren["praktijken"] == {
        "opgestart": 11,
        "actief": 0,
        "afgerond": 11,
        "voortijdig_gestopt": 0,
        "samengevoegd": 0,
    }
    assert figuren["deelnemers"] == {"totaal": 0, "bekend": 0, "onbekend": 0}
    assert figuren["deelnemers_tot_nu_toe"] == {"totaal": 171, "bekend": 151, "onbekend": 20}


@pytest.mark.skipif(not WERKBOEK.exists(), reason="de map shared met het referentiebestand staat niet naast de code")
def test_on_every_day_until_the_measurement_the_figures_are_those_of_the_reference_workbook() -> None:
    werkboek = load_workbook(WERKBOEK, read_only=True, data_only=True)
    namen = [naam for naam in werkboek.sheetnames if naam != "Toelichting"]
    referentie = als_rijen({naam: [list(rij) for rij in werkboek[naam].iter_rows(values_only=True)] for naam in namen})
    demonstratie = _demonstratie()
    for dag in _dagen(date(2019, 8, 31), date(2020, 6, 30)):
        assert tel(demonstratie, dag) == tel(referentie, dag)
