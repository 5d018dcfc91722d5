"""Municipalities: found as people write them, on the day that counts, and loaded from CBS's list."""

import datetime
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from mantelzorg.gemeentegids import GeenGemeente, Gemeentegids
from mantelzorg.gemeentelijst import Lijsttelling, OnbruikbareLijst, laad, lees_gemeenten
from mantelzorg.models import Gemeente

LIJST = Path(settings.BASE_DIR).parent / "shared" / "data" / "kaart" / "gemeenten.csv"
KOP = "code,naam,provincie,lon,lat,geldig_van,geldig_tot"
pytestmark = pytest.mark.django_db


def dag(tekst: str) -> datetime.date:
    return datetime.date.fromisoformat(tekst)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("Arnhem", "GM0202"),
        (" gemeente arnhem ", "GM0202"),
        ("gm0202", "GM0202"),
        ("Stein (L.)", "GM0971"),
        ("Bergen (NH.)", "GM0373"),
        ("Bergen (L.)", "GM0893"),
        ("Gemeente 's-Hertogenbosch", "GM0796"),
        ("’s-Hertogenbosch", "GM0796"),
        ("Den Haag", "GM0518"),
        ("Cuijk", "GM1684"),
    ],
)
def test_a_municipality_goes_by_the_name_or_code_people_write(tekst: str, code: str) -> None:
    assert Gemeentegids(Gemeente.objects.all()).zoek(tekst, dag("2020-06-30")).code == code


@pytest.mark.parametrize(
    ("tekst", "dag_", "reden"),
    [
        ("Arnem", "2020-06-30", "onbekende gemeente"),
        ("GM9999", "2020-06-30", "onbekende gemeente"),
        ("", "2020-06-30", "onbekende gemeente"),
        ("Cuijk", "2022-01-01", "deze gemeente bestond niet op 01-01-2022: zij bestond tot 01-01-2022"),
        ("Land van Cuijk", "2021-12-31", "deze gemeente bestond niet op 31-12-2021: zij bestaat vanaf 01-01-2022"),
        (
            "Bergen",
            "2020-06-30",
            "er zijn meer gemeenten met deze naam; schrijf de code: GM0893 (Limburg), GM0373 (Noord-Holland)",
        ),
    ],
)
def test_no_single_municipality_is_told_with_the_reason(tekst: str, dag_: str, reden: str) -> None:
    with pytest.raises(GeenGemeente) as gevangen:
        Gemeentegids(Gemeente.objects.all()).zoek(tekst, dag(dag_))
    assert sorted(str(gevangen.value).split(", ")) == sorted(reden.split(", "))


def test_an_organisation_may_be_in_any_municipality_that_ever_existed() -> None:
    assert Gemeentegids(Gemeente.objects.all()).zoek("Cuijk", None).code == "GM1684"


def test_a_name_that_does_not_lead_back_is_written_as_its_code() -> None:
    gids = Gemeentegids(Gemeente.objects.all())
    assert gids.naam_van("GM0202", dag("2020-06-30")) == "Arnhem"
    assert gids.naam_van("GM1684", dag("2023-01-01")) == "GM1684"


@pytest.mark.skipif(not LIJST.exists(), reason="de gedeelde map staat niet naast deze checkout")
def test_the_full_list_loads_twice_and_knows_when_codes_began_and_ended() -> None:
    uit = StringIO()
    call_command("laad_gemeenten", LIJST, stdout=uit)
    assert uit.getvalue() == "Gemeenten: 83 nieuw, 343 gewijzigd, 0 ongewijzigd.\n"
    assert laad(lees_gemeenten(LIJST)) == Lijsttelling(nieuw=0, gewijzigd=0, ongewijzigd=426)
    gids = Gemeentegids(Gemeente.objects.all())
    assert gids.zoek("Aalburg", dag("2018-12-31")).code == "GM0738"
    with pytest.raises(GeenGemeente):
        gids.zoek("Aalburg", dag("2019-01-01"))
    assert gids.zoek("Cuijk", dag("2020-06-30")).code == "GM1684"


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("code,naam\nGM0001,A\n", "Kolommen ontbreken: provincie, lon, lat, geldig_van, geldig_tot."),
        (f"{KOP}\nGM1,A,,,,,\n", "Rij 2: een code is GM met vier cijfers, en een gemeente heeft een naam."),
        (f"{KOP}\nGM0001,A,,,,ooit,\n", "Rij 2: 'ooit' is geen datum (jjjj-mm-dd)."),
        (f"{KOP}\nGM0001,A,,5,90,,\n", "Rij 2: '90' graden ligt buiten Nederland."),
        (f"{KOP}\nGM0001,A,,,,,\nGM0001,B,,,,,\n", "Rij 3: GM0001 staat er al."),
        (f"{KOP}\nGM0001,A,,,,2020-01-01,2020-01-01\n", "Rij 2: geldig_tot ligt niet na geldig_van."),
    ],
)
def test_a_wrong_list_changes_nothing(tmp_path: Path, inhoud: str, melding: str) -> None:
    pad = tmp_path / "lijst.csv"
    pad.write_text(inhoud, encoding="utf-8")
    with pytest.raises(OnbruikbareLijst) as gevangen:
        lees_gemeenten(pad)
    assert str(gevangen.value) == melding
