"""JSON, CSV and text: the same figures in the form others rely on."""

import csv
import io
import json

import pytest

from monitor.rapport import Rapport, maak_rapport
from monitor.weergave.als_csv import als_csv
from monitor.weergave.als_json import als_json
from monitor.weergave.als_tekst import als_tekst
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.voorbeeld import JSON, PEILDATUM, TEKST, voorbeeld

pytestmark = pytest.mark.django_db


def rapport(peildatum: str = PEILDATUM) -> Rapport:
    return maak_rapport(voorbeeld(), dag(peildatum), vandaag=dag("2026-01-01"))


def test_json_has_the_keys_in_order_and_the_figures():
    gemaakt = als_json(rapport().indicator)
    assert json.dumps(json.loads(gemaakt)) == json.dumps(JSON)
    assert "Ède" in gemaakt


def test_json_without_practices_has_null_for_minimum_and_maximum():
    cijfers = maak_rapport(gegevens.programma(), dag(PEILDATUM), vandaag=dag("2026-01-01")).indicator
    assert json.loads(als_json(cijfers))["ontwerpvragen"] == {
        "totaal": 0,
        "minimum_per_praktijk": None,
        "maximum_per_praktijk": None,
    }


def test_csv_has_one_figure_a_row_named_as_in_the_json():
    gemaakt = als_csv(rapport())
    assert gemaakt.startswith(b"\xef\xbb\xbftabel;sleutel;figuur;waarde\r\npraktijken;;opgestart;2\r\n")
    kop, *rijen = csv.reader(io.StringIO(gemaakt.decode("utf-8-sig"), newline=""), delimiter=";")
    assert kop == ["tabel", "sleutel", "figuur", "waarde"]
    assert rijen == [[str(cel) for cel in rij] for rij in _rijen_uit_json()]


def _rijen_uit_json() -> list[list[str | int]]:
    rijen: list[list[str | int]] = []
    for tabel, waarde in list(JSON.items())[3:]:
        match waarde:
            case int():
                rijen.append([tabel, "", "aantal", waarde])
            case dict():
                rijen.extend([tabel, "", figuur, getal] for figuur, getal in waarde.items())
            case list():
                for regel in waarde:
                    sleutel = regel.get("code", regel["naam"])
                    cijfers = {naam: getal for naam, getal in regel.items() if naam not in ("code", "naam")}
                    rijen.extend([tabel, sleutel, figuur, getal] for figuur, getal in cijfers.items())
    return rijen


def test_csv_leaves_empty_what_is_no_figure():
    leeg = maak_rapport(gegevens.programma(), dag(PEILDATUM), vandaag=dag("2026-01-01"))
    assert b"ontwerpvragen;;minimum_per_praktijk;\r\n" in als_csv(leeg)


def test_text_reads_from_top_to_bottom():
    assert als_tekst(rapport()) == TEKST


def test_text_of_a_day_before_the_first_practice_says_nvt_and_has_no_minimum():
    gemaakt = als_tekst(rapport("2019-06-30"))
    assert "Op 30 juni 2019 is nog geen praktijk opgestart. Daarom zijn alle cijfers 0." in gemaakt
    assert "  Minimum per praktijk  –\n" in gemaakt
    assert "Organisatietypen nu\n-------------------\n  (geen)\n" in gemaakt
