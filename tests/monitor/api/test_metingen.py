"""Measurements through the API: for who may see those that are not published, and for nobody else."""

import datetime

import pytest
from freezegun import freeze_time

from mantelzorg.models import Programma
from mantelzorg.toegang import Rol, Tokenrecht
from monitor.meten.opstellen import laat_vervallen
from monitor.meten.overzicht import Stand
from monitor.meten.staten import zet_staat
from monitor.models import Meting, Staatsoort, Vaststelling
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.api.test_token import met_token
from tests.monitor.api.vragen import API, HOST, client_van, probleem
from tests.monitor.meten.gegevens import OP, controleur, gecontroleerd, maker, meting, vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, teksten
from tests.monitor.voorbeeld import JSON, voorbeeld

pytestmark = pytest.mark.django_db
NU = OP + datetime.timedelta(days=1)
WANNEER = "2020-09-01T12:00:00+02:00"


@pytest.fixture
def vast() -> Vaststelling:
    """The measurement of 2020, made by Ben, checked and fixed by Mo; both wrote something beside it."""
    return vastgesteld(voorbeeld(), notitie="Jan belde mij.")


def welke(client, **vraag: str) -> list[int]:
    """The ids in the list."""
    return [een["id"] for een in client.get(f"{API}/metingen", vraag).json()["resultaten"]]


def test_a_measurement_as_ben_the_analyst_reads_it(vast: Vaststelling):
    teksten(vast.meting.programma)
    gepubliceerd(vast)
    zet_staat(vast, Staatsoort.ERRATUM, reden="Piet telde dubbel.", door=controleur(), op=NU)
    adres = f"{API}/metingen/{vast.meting_id}"
    ben = client_van(maker())
    een = ben.get(adres).json()

    assert een == {
        "url": f"{HOST}{adres}",
        "id": vast.meting_id,
        "indicator": "23",
        "programma": "thuis",
        "jaar": 2020,
        "nummer": 1,
        "peildatum": "2020-06-30",
        "aanleiding": "Monitor 2020",
        "voor_monitor": True,
        "stand": "vastgesteld",
        "nvt": "",
        "waarde": "2",
        "vervangt": None,
        "vervallen_op": None,
        "handelingen": [
            {"wat": "gemaakt", "op": WANNEER, "door": "Ben de Analist"},
            {"wat": "gecontroleerd", "op": WANNEER, "door": "Mo de Medewerker"},
            {"wat": "vastgesteld", "op": WANNEER, "door": "Mo de Medewerker"},
        ],
        "vaststelling": {
            "definitie": 1,
            "product": vast.inhoud["product"],
            "zegel": vast.zegel,
            "uitkomst": JSON,
        },
        "staten": [
            {"soort": "gepubliceerd", "nummer": 1, "op": WANNEER, "door": "Mo de Medewerker"},
            {"soort": "erratum", "nummer": 1, "op": "2020-09-02T12:00:00+02:00", "door": "Mo de Medewerker"},
        ],
        "publicaties": [f"{HOST}{API}/publicaties/thuis/2020/1"],
        "verschillen": f"{HOST}{adres}/verschillen",
    }
    assert ben.get(f"{API}/metingen").json() == {"volgende": None, "resultaten": [een]}


def test_notes_reasons_the_secret_and_participants_are_in_no_answer(vast: Vaststelling):
    zet_staat(vast, Staatsoort.INGETROKKEN, reden="Piet telde dubbel.", door=controleur(), op=NU)
    tekst = client_van(gebruiker(Rol.BEHEERDER)).get(f"{API}/metingen").content.decode()

    assert [w for w in ("Jan belde", "Piet telde", vast.inhoud["geheim"], "Geheime Naam") if w in tekst] == []


def test_the_result_stays_as_it_was_fixed(vast: Vaststelling):
    gegevens.praktijk(vast.meting.programma, "NIEUW")
    een = client_van(maker()).get(f"{API}/metingen/{vast.meting_id}").json()

    assert een["vaststelling"]["uitkomst"]["praktijken"]["opgestart"] == JSON["praktijken"]["opgestart"]


def alle_standen(programma: Programma) -> dict[Stand, Meting]:
    """A measurement in each state."""
    concept = meting(programma, 2019)
    weg = meting(programma, 2019)
    laat_vervallen(meting=weg.pk, reden="Dubbel.", op=NU)
    ingetrokken, vervangen = (vastgesteld(programma, voor_monitor=False) for _ in range(2))
    vast = vastgesteld(programma, nvt="niet gemeten")
    zet_staat(vast, Staatsoort.ERRATUM, reden="Fout.", door=controleur(), op=NU)
    zet_staat(vervangen, Staatsoort.VERVANGEN, reden="Fout.", door=controleur(), op=NU)
    for soort in (Staatsoort.VERVANGEN, Staatsoort.INGETROKKEN):
        zet_staat(ingetrokken, soort, reden="Fout.", door=controleur(), op=NU)
    return {
        Stand.CONCEPT: concept,
        Stand.GECONTROLEERD: gecontroleerd(meting(programma, 2019)),
        Stand.VASTGESTELD: vast.meting,
        Stand.VERVANGEN: vervangen.meting,
        Stand.INGETROKKEN: ingetrokken.meting,
        Stand.VERVALLEN: weg,
    }


def test_each_is_found_by_what_it_says_it_is():
    standen = alle_standen(voorbeeld())
    ben = client_van(maker())
    gelezen = {een["id"]: een for een in ben.get(f"{API}/metingen").json()["resultaten"]}

    for stand in Stand:
        assert (welke(ben, stand=stand), gelezen[standen[stand].pk]["stand"]) == ([standen[stand].pk], stand)
    eerste_drie = [gelezen[standen[stand].pk]["waarde"] for stand in list(Stand)[:3]]
    assert eerste_drie == ["–", "2", "nvt (niet gemeten)"]
    assert gelezen[standen[Stand.CONCEPT].pk]["vaststelling"] is None
    assert gelezen[standen[Stand.VERVALLEN].pk]["vervallen_op"] == "2020-09-02T12:00:00+02:00"


def test_they_are_filtered_by_programme_year_indicator_and_the_monitor():
    een = vastgesteld(voorbeeld())
    ander = meting(gegevens.programma("ander"), 2021, voor_monitor=False)
    ben = client_van(maker())
    alles = [een.meting_id, ander.pk]

    assert [welke(ben, **vraag) for vraag in (
        {}, {"indicator": "23"}, {"indicator": "24"}, {"programma": "ander"}, {"jaar": "2020"},
        {"monitor": "true"}, {"monitor": "false"},
    )] == [alles, alles, [], [ander.pk], [een.meting_id], [een.meting_id], [ander.pk]]  # fmt: skip


@pytest.mark.parametrize("rol", [None, Rol.ADVISEUR, "anoniem"])
def test_who_may_not_see_measurements_finds_none(vast: Vaststelling, rol: Rol | str | None):
    wie = None if rol == "anoniem" else gebruiker(rol)
    if wie is not None:
        gegevens.adviseurschap(vast.meting.programma.praktijken.earliest("pk"), wie)
    client = client_van(wie)

    assert welke(client) == []
    for adres in ("", "/verschillen", "/verschillen?naar=zelfde-dag"):
        assert probleem(client.get(f"{API}/metingen/{vast.meting_id}{adres}"))["status"] == 404


def test_a_token_opens_them_only_when_made_for_that_and_when_its_owner_may(vast: Vaststelling):
    adressen = [f"{API}/metingen{deel}" for deel in ("", f"/{vast.meting_id}", f"/{vast.meting_id}/verschillen")]
    mo = controleur()
    for adres in adressen:
        assert met_token(mo, Tokenrecht.METINGEN).get(adres).status_code == 200
        for recht in set(Tokenrecht) - {Tokenrecht.METINGEN}:
            assert probleem(met_token(mo, recht).get(adres))["title"] == "Toegangstoken te beperkt"
    alleen_metingen = met_token(mo, Tokenrecht.METINGEN)
    statussen = [alleen_metingen.get(f"{API}/{wat}").status_code for wat in ("programmas", "praktijken")]
    assert statussen == [200, 403]
    ada = met_token(gebruiker(Rol.ADVISEUR), *Tokenrecht)
    assert (welke(ada), [ada.get(adres).status_code for adres in adressen[1:]]) == ([], [404, 404])


def test_what_becomes_of_it_is_a_change(vast: Vaststelling):
    adres, ben = f"{API}/metingen/{vast.meting_id}", met_token(maker(), Tokenrecht.METINGEN)
    nu = datetime.datetime(2030, 1, 5, 12, 0, 1, tzinfo=datetime.UTC)
    with freeze_time("2030-01-05 12:00:00"):
        eerst = ben.get(adres)
        assert ben.get(adres, headers={"If-Modified-Since": eerst["Last-Modified"]}).status_code == 304
        assert ben.get(adres, headers={"If-None-Match": f'"x", {eerst["ETag"]}'}).status_code == 304
    zet_staat(vast, Staatsoort.INGETROKKEN, reden="Fout.", door=controleur(), op=nu)
    with freeze_time("2030-01-05 12:00:02"):
        for kop in ({"If-None-Match": eerst["ETag"]}, {"If-Modified-Since": eerst["Last-Modified"]}):
            assert ben.get(adres, headers=kop).json()["stand"] == "ingetrokken"


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_list_takes_a_fixed_number_of_queries(aantal: int, django_assert_num_queries):
    programma = voorbeeld()
    teksten(programma)
    for jaar in range(2021 - aantal, 2021):
        een = vastgesteld(programma, jaar, f"{jaar}-06-30")
        gepubliceerd(een)
        zet_staat(een, Staatsoort.ERRATUM, reden="Fout.", door=controleur(), op=NU)
    client, wie_gewijzigd_en_zelf = client_van(maker()), 4 + 1 + 1
    for adres in ("metingen", "metingen?stand=vastgesteld&monitor=true"):
        with django_assert_num_queries(wie_gewijzigd_en_zelf + len(["staten", "publicaties"])):
            assert len(client.get(f"{API}/{adres}").json()["resultaten"]) == aantal
