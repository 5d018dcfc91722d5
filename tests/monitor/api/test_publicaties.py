"""Publications through the API: for everybody, exactly what is published, and what became of it since."""

import datetime
import hashlib

import pytest
from django.test import Client
from freezegun import freeze_time

from mantelzorg.models import Programma
from mantelzorg.toegang import Rol, Tokenrecht
from monitor.meten.staten import zet_staat
from monitor.models import Staatsoort
from tests.gegevens import gebruiker
from tests.monitor.api.test_token import met_token
from tests.monitor.api.vragen import API, HOST, client_van, probleem
from tests.monitor.meten.gegevens import OP, controleur, vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, met_kleine_aantallen, teksten

pytestmark = pytest.mark.django_db
LATER = OP + datetime.timedelta(days=30)
EERSTE = f"{API}/publicaties/thuis/2020/1"
INHOUD = f"{EERSTE}/inhoud"


@pytest.fixture
def programma() -> Programma:
    """With counts of 4, 3 and 7 persons, and what belongs beside the figures."""
    een = met_kleine_aantallen()
    teksten(een, titel="Praktijken in 2020")
    return een


def welke(**vraag: str) -> list[tuple[int, int]]:
    """Year and version of each in the list."""
    return [(een["jaar"], een["versie"]) for een in Client().get(f"{API}/publicaties", vraag).json()["resultaten"]]


def test_a_version_as_everybody_reads_it(programma: Programma, settings):
    settings.WEBADRES, settings.CIJFERS_LICENTIE = "https://cijfers.example", "https://licentie.example/by"
    zegel = gepubliceerd(vastgesteld(programma)).zegel
    een = Client().get(EERSTE).json()
    bladzijde = "https://cijfers.example/cijfers/thuis/2020/1/"

    assert een == {
        "url": f"{HOST}{EERSTE}",
        "programma": "thuis",
        "jaar": 2020,
        "versie": 1,
        "nieuwste_versie": 1,
        "gepubliceerd_op": "2020-09-01",
        "geldt": True,
        "later": [],
        "indicator": 23,
        "titel": "Praktijken in 2020",
        "peildatum": "2020-06-30",
        "waarde": 3,
        "nvt": "",
        "definitie": 1,
        "drempel": 5,
        "errata": [],
        "inhoud": f"{HOST}{INHOUD}",
        "zegel": zegel,
        "licentie": "https://licentie.example/by",
        "bladzijde": bladzijde,
        "bestanden": {vorm: f"{bladzijde}{vorm}/" for vorm in ("xlsx", "pdf", "csv", "json", "csvw")},
    }
    assert Client().get(f"{API}/publicaties").json() == {"volgende": None, "resultaten": [een]}


@pytest.mark.parametrize("rol", [None, *Rol])
def test_the_content_is_what_is_sealed_byte_for_byte_for_whomever(programma: Programma, rol: Rol | None):
    zegel = gepubliceerd(vastgesteld(programma)).zegel

    antwoord = client_van(rol and gebruiker(rol)).get(INHOUD)

    assert hashlib.sha256(antwoord.content).hexdigest() == zegel
    assert antwoord.content == Client().get("/cijfers/thuis/2020/1/json/").content
    assert antwoord["Content-Type"] == "application/json"
    cijfers = antwoord.json()["cijfers"]
    assert {een["naam"]: een["deelnemers"] for een in cijfers["per_praktijk"]} == {
        "Ede": 10,
        "Epe": None,
        "Leiden": None,
    }
    assert cijfers["deelnemers"]["typen"] == [
        {"naam": "Zorg", "aantal": 14, "soorten": []},
        {"naam": "Overig (2 soorten)", "aantal": 7, "soorten": ["Gemeente", "Welzijn"]},
    ]


@pytest.mark.parametrize("soort", [Staatsoort.ERRATUM, Staatsoort.INGETROKKEN, Staatsoort.VERVANGEN])
def test_what_became_of_it_is_told_without_the_reason_and_who(programma: Programma, soort: Staatsoort):
    vaststelling = vastgesteld(programma)
    gepubliceerd(vaststelling)
    zet_staat(vaststelling, soort, reden="Er waren er 4 van de gemeente.", door=controleur(), op=LATER)
    antwoord = Client().get(EERSTE)
    een, geldt = antwoord.json(), soort is Staatsoort.ERRATUM

    assert (een["later"], een["geldt"]) == ([{"soort": soort, "nummer": 1, "op": "2020-10-01", "tekst": ""}], geldt)
    assert (welke(geldt="true"), welke(geldt="false")) == (([(2020, 1)], []) if geldt else ([], [(2020, 1)]))
    assert "Er waren er" not in antwoord.content.decode()
    assert controleur().naam not in antwoord.content.decode() + Client().get(INHOUD).content.decode()


def test_versions_follow_each_other_and_old_ones_stay(programma: Programma):
    vaststelling = vastgesteld(programma)
    gepubliceerd(vaststelling)
    wat = {"reden": "Tikfout.", "openbaar": "Ede lag verkeerd."}
    zet_staat(vaststelling, Staatsoort.ERRATUM, door=controleur(), op=LATER, **wat)
    teksten(programma, wijziging="Een tikfout is verbeterd.")
    gepubliceerd(vaststelling, op=LATER + datetime.timedelta(days=1))
    gepubliceerd(vastgesteld(programma, 2019, "2019-06-30"))

    assert welke() == [(2020, 1), (2020, 2), (2019, 1)]
    assert welke(jaar="2020", programma="thuis") == [(2020, 1), (2020, 2)]
    assert (welke(nieuwste="true"), welke(nieuwste="false")) == ([(2020, 2), (2019, 1)], [(2020, 1)])
    assert (welke(programma="ander"), welke(jaar="2021")) == ([], [])
    adressen = (f"{API}/publicaties/thuis/{plek}" for plek in ("2020/1", "2020/2", "2019/1"))
    eerste, tweede, nvt = (Client().get(adres).json() for adres in adressen)
    erratum = {"soort": "erratum", "nummer": 1, "op": "2020-10-01", "tekst": "Ede lag verkeerd."}
    assert (eerste["nieuwste_versie"], eerste["later"], eerste["errata"]) == (2, [erratum], [])
    verwerkt = {"nummer": 1, "op": "2020-10-01", "tekst": "Ede lag verkeerd."}
    assert (tweede["later"], tweede["errata"]) == ([], [verwerkt])
    assert (nvt["waarde"], nvt["nvt"]) == (None, "nog niet gestart")


@pytest.mark.parametrize(
    "plek",
    [
        "thuis/2020/2", "thuis/2021/1", "ander/2020/1", "thuis/2020/0", "thuis/2020", "thuis", "thuis/2020/1/",
        f"thuis/2020/{2**70}", f"thuis/{2**70}/1", "thuis/2020/1/inhoud/", "thuis/2020/-1", "thuis%00/2020/1",
        "x" * 5000 + "/2020/1", "thuis/2020/2/inhoud",
    ],
)  # fmt: skip
def test_what_was_never_published_is_not_there(programma: Programma, plek: str):
    gepubliceerd(vastgesteld(programma))
    vastgesteld(programma, 2021, "2020-08-31")

    assert probleem(Client().get(f"{API}/publicaties/{plek}"))["status"] == 404


@pytest.mark.parametrize(
    ("vraag", "reden"),
    [
        ("nieuwste=ja", "nieuwste: is true of false."),
        ("geldt=True", "geldt: is true of false."),
        ("geldt=", "geldt: is leeg."),
        ("jaar=0", "jaar: Dit getal is te laag. Vul ten minste 1 in."),
        ("jaar=99999", "jaar: Dit getal is te hoog. Vul hoogstens 9999 in."),
        ("jaar=2020&jaar=2021", "jaar: staat er meer dan één keer."),
        ("drempel=0", "drempel: is hier geen parameter."),
    ],
)
def test_a_wrong_filter_is_refused(vraag: str, reden: str):
    assert probleem(Client().get(f"{API}/publicaties?{vraag}"))["detail"] == reden


def test_any_site_may_read_it_and_nobody_needs_to_fetch_it_twice(programma: Programma):
    gepubliceerd(vastgesteld(programma))
    with freeze_time("2030-01-05 12:00:00"):
        for adres in (f"{API}/publicaties", EERSTE, INHOUD):
            eerst = Client().get(adres)
            assert (eerst["Access-Control-Allow-Origin"], eerst["Cache-Control"]) == ("*", "no-cache")
            for kop in ({"If-None-Match": f'"a", W/{eerst["ETag"]}'}, {"If-Modified-Since": eerst["Last-Modified"]}):
                weer = Client().get(adres, headers=kop)
                assert (weer.status_code, weer.content, weer["Access-Control-Allow-Origin"]) == (304, b"", "*")
            assert Client().head(adres)["ETag"] == eerst["ETag"]
    assert "Access-Control-Allow-Origin" not in Client().get(f"{API}/oproepen")


def test_what_happens_to_the_measurement_is_a_change_and_an_account_is_not(programma: Programma):
    vaststelling = vastgesteld(programma)
    gepubliceerd(vaststelling)
    with freeze_time("2030-01-05 12:00:00"):
        eerst = Client().get(EERSTE)
        gebruiker(naam="Nel Nieuw")
    with freeze_time("2030-01-05 12:00:01"):
        assert Client().get(EERSTE, headers={"If-Modified-Since": eerst["Last-Modified"]}).status_code == 304
    nu = datetime.datetime(2030, 1, 5, 12, 0, 1, tzinfo=datetime.UTC)
    zet_staat(vaststelling, Staatsoort.INGETROKKEN, reden="Fout.", door=controleur(), op=nu)
    with freeze_time("2030-01-05 12:00:02"):
        for kop in ({"If-None-Match": eerst["ETag"]}, {"If-Modified-Since": eerst["Last-Modified"]}):
            assert Client().get(EERSTE, headers=kop).json()["geldt"] is False


def test_a_token_for_something_else_reads_it_too_and_one_that_does_not_work_is_refused(programma: Programma):
    gepubliceerd(vastgesteld(programma))

    assert met_token(gebruiker(Rol.ANALIST), Tokenrecht.PRAKTIJKEN).get(EERSTE).json()["versie"] == 1
    assert probleem(Client(headers={"Authorization": "Bearer ivm_x"}).get(EERSTE))["status"] == 401


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_list_takes_a_fixed_number_of_queries(programma: Programma, aantal: int, django_assert_num_queries):
    for jaar in range(2021 - aantal, 2021):
        gepubliceerd(vastgesteld(programma, jaar, f"{jaar}-06-30"))
    tempo, gewijzigd, rijen_en_staten = 1, 1, 2
    for adres in (f"{API}/publicaties", f"{API}/publicaties?nieuwste=true&geldt=true", EERSTE, INHOUD):
        with django_assert_num_queries(tempo + gewijzigd + rijen_en_staten):
            assert Client().get(adres).status_code == 200
