"""Differences through the API: parts that add up, the records behind them, and never a person."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from mantelzorg.toegang import Rol, Tokenrecht
from monitor.models import Meting, Vaststelling
from monitor.verschil import keuze
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.api.test_token import met_token
from tests.monitor.api.vragen import API, client_van, probleem
from tests.monitor.meten.gegevens import controleur, maker, meting, vastgesteld
from tests.monitor.verschil.gegevens import OP_2021, jaar_later, praktijk, programma_2020, twee_metingen

pytestmark = pytest.mark.django_db


@pytest.fixture
def jaren() -> tuple[Vaststelling, Vaststelling]:
    """2020, and 2021 in which Tiel starts, Ede stops early, and Venlo and Weert go on in Tiel."""
    return twee_metingen()


def vraag(client: Client, van: Vaststelling, naar: object, **meer: str) -> dict:
    """The answer, which is always 200."""
    antwoord = client.get(f"{API}/metingen/{van.meting_id}/verschillen", {"naar": str(naar)} | meer)
    assert antwoord.status_code == 200
    return antwoord.json()


def test_a_figure_and_its_parts_as_ben_the_analyst_reads_them(jaren):
    eerste, tweede = jaren
    gelezen = vraag(client_van(maker()), eerste, tweede.meting_id, figuur="praktijken.actief")
    ede, venlo, weert, tiel = (praktijk(naam) for naam in ("Ede", "Venlo", "Weert", "Tiel"))

    def record(een, toelichting: str, bij: int) -> dict:
        sleutel, naam = str(een.pk), f"{een.naam} ({een.code})"
        return {"soort": "praktijk", "sleutel": sleutel, "naam": naam, "toelichting": toelichting, "bij": bij}

    verder = "gestart op 2 september 2019, samengevoegd op 31 maart 2021, gaat verder in TIE"
    stop = "gestart op 2 september 2019, voortijdig gestopt op 31 januari 2021"
    verwacht = {
        zijde: {
            "meting": een.meting_id, "naam": f"de meting van {jaar} (nr. 1)", "peildatum": f"{jaar}-06-30", "nvt": ""
        }
        for zijde, een, jaar in (("van", eerste, 2020), ("naar", tweede, 2021))
    } | {
        "verschillen": [
            {
                "figuur": "praktijken.actief",
                "sleutel": "",
                "naam": "Praktijken: actief",
                "van": 11,
                "naar": 11 + 1 - 1 - 2,
                "verschil": 1 - 1 - 2,
                "zin": "Tussen 30 juni 2020 en 30 juni 2021 daalde het aantal actieve praktijken van 11 naar 9: "
                "1 praktijk is gestart, 1 is voortijdig gestopt en 2 zijn opgegaan in een andere praktijk.",
                "delen": [
                    {
                        "oorzaak": "gestart of erbij gekomen", "erbij": 1, "eraf": 0, "saldo": 1,
                        "records": [record(tiel, "gestart op 1 oktober 2020", 1)], "niet_getoond": 0,
                    },
                    {
                        "oorzaak": "voortijdig gestopt", "erbij": 0, "eraf": 1, "saldo": -1,
                        "records": [record(ede, stop, -1)], "niet_getoond": 0,
                    },
                    {
                        "oorzaak": "opgegaan in een andere praktijk", "erbij": 0, "eraf": 2, "saldo": -2,
                        "records": [record(een, verder, -1) for een in (venlo, weert)], "niet_getoond": 0,
                    },
                ],
            }
        ],
    }  # fmt: skip
    assert gelezen == verwacht
    assert vraag(client_van(maker()), tweede, eerste.meting_id, figuur="praktijken.actief") == gelezen


@pytest.mark.parametrize("naar", ["vandaag", "zelfde-dag"])
def test_every_figure_adds_up_against_the_records_as_they_are_now(jaren, naar: str):
    gegevens.praktijk(jaren[0].meting.programma, "LAT", naam="Laat")
    gelezen = vraag(client_van(maker()), jaren[0], naar)

    assert (gelezen["van"]["meting"], gelezen["naar"]["meting"]) == (jaren[0].meting_id, None)
    assert len(gelezen["verschillen"]) > 20
    for een in gelezen["verschillen"]:
        assert een["van"] + sum(deel["saldo"] for deel in een["delen"]) == een["naar"], een["naam"]
        for deel in een["delen"]:
            assert sum(record["bij"] for record in deel["records"]) == deel["saldo"] or deel["niet_getoond"], een[
                "naam"
            ]


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.MEDEWERKER, Rol.ANALIST])
def test_persons_are_counts_whoever_asks(jaren, rol: Rol):
    client, (eerste, tweede) = client_van(gebruiker(rol)), jaren
    (een,) = vraag(client, eerste, tweede.meting_id, figuur="deelnemers.totaal")["verschillen"]
    tekst = client.get(f"{API}/metingen/{eerste.meting_id}/verschillen?naar=vandaag").content.decode()

    assert [(deel["saldo"], deel["records"], deel["niet_getoond"]) for deel in een["delen"]] == [(-1, [], 1)]
    assert [naam for naam in ("Jan Jansen", "Piet", "Els Eg", '"D1"', '"D3"') if naam in tekst] == []


def test_a_token_without_practices_gives_the_parts_and_no_record(jaren):
    eerste, tweede = jaren
    mo = controleur()
    zonder, met = met_token(mo, Tokenrecht.METINGEN), met_token(mo, Tokenrecht.METINGEN, Tokenrecht.PRAKTIJKEN)
    adres = f"{API}/metingen/{eerste.meting_id}/verschillen?figuur=praktijken.opgestart"
    delen = [
        [(deel["saldo"], len(deel["records"]), deel["niet_getoond"]) for deel in een["delen"]]
        for client in (zonder, met)
        for een in vraag(client, eerste, tweede.meting_id, figuur="praktijken.opgestart")["verschillen"]
    ]

    assert delen == [[(1, 0, 1)], [(1, 1, 0)]]
    assert "Tiel" not in zonder.get(adres).content.decode()


def test_a_side_without_a_value_is_null(jaren):
    nvt = vastgesteld(jaren[0].meting.programma, 2019, "2019-06-30")
    gelezen = vraag(client_van(maker()), nvt, jaren[0].meting_id, figuur="praktijken.opgestart")

    assert gelezen["van"]["nvt"] == "nog niet gestart"
    assert [(een["van"], een["naar"], een["verschil"]) for een in gelezen["verschillen"]] == [(None, 11, 11)]


def test_what_cannot_be_compared_is_not_found(jaren):
    eerste, ben = jaren[0], client_van(maker())
    concept = meting(eerste.meting.programma)
    elders = vastgesteld(gegevens.programma("ander"), nvt="niet gemeten")
    adressen = [
        f"{eerste.meting_id}/verschillen?naar={naar}" for naar in (concept.pk, elders.meting_id, 999999, 10**18)
    ]

    for adres in (*adressen, f"{concept.pk}/verschillen", "999999/verschillen", f"{2**70}/verschillen"):
        assert probleem(ben.get(f"{API}/metingen/{adres}"))["status"] == 404, adres
    assert vraag(ben, eerste, eerste.meting_id, figuur="praktijken.actief")["verschillen"][0]["delen"] == []
    assert vraag(ben, eerste, "vandaag", figuur="bestaat.niet")["verschillen"] == []


@pytest.mark.parametrize("naar", ["", "0", "-1", "1e3", "gisteren", "٣", "1 ", "vandaag\n", "9" * 20, "1" * 5000])
def test_a_side_that_means_nothing_is_refused(jaren, naar: str):
    antwoord = client_van(maker()).get(f"{API}/metingen/{jaren[0].meting_id}/verschillen", {"naar": naar})

    assert probleem(antwoord)["parameters"] == [
        {"naam": "naar", "reden": "is het id van een meting, vandaag of zelfde-dag."}
    ]


@pytest.mark.parametrize("aantal", [1, 3])
def test_it_takes_a_constant_number_of_queries(aantal: int):
    programma = programma_2020()
    een = vastgesteld(programma)
    jaar_later(programma)
    for nummer in range(aantal):
        plek = gegevens.praktijk(programma, f"X{nummer}", start="2020-11-01", gemeenten=["GM0344"])
        gegevens.deelname(gegevens.deelnemer(programma, f"X{nummer}"), plek, vanaf="2020-11-01")
        laatste = vastgesteld(programma, 2021, "2021-06-30", voor_monitor=False, op=OP_2021)
    client, wie_tempo_en_rechten, metingen_staten_en_praktijken = client_van(maker()), 4, 3
    alle = list(Meting.objects.select_related("vaststelling", "programma").prefetch_related("vaststelling__staten"))
    assert len(alle) == aantal + 1
    for naar in ("vandaag", str(laatste.meting_id)):
        gekozen = keuze.kies(alle, str(een.meting_id), naar, timezone.localdate())
        with CaptureQueriesContext(connection) as gelezen:
            keuze.lees(gekozen, timezone.now())
        with CaptureQueriesContext(connection) as vragen:
            vraag(client, een, naar)
        assert len(vragen) == wie_tempo_en_rechten + metingen_staten_en_praktijken + len(gelezen)


def test_it_is_recognised_and_kept_by_nobody_else(jaren):
    adres, ben = f"{API}/metingen/{jaren[0].meting_id}/verschillen", client_van(maker())
    eerst = ben.get(adres)
    weer = ben.get(adres, headers={"If-None-Match": eerst["ETag"]})

    assert (weer.status_code, "Last-Modified" in eerst) == (304, False)
    assert {"no-cache", "private"} <= set(eerst["Cache-Control"].split(", "))
    assert "Access-Control-Allow-Origin" not in eerst
