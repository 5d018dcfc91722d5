"""The public pages: for everybody, at addresses that stay, and saying what became of a measurement."""

import datetime
import io
import json
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.test import Client
from openpyxl import load_workbook

from monitor.canoniek import canoniek
from monitor.meten.staten import zet_staat
from monitor.models import Publicatie, Staatsoort, Vaststelling
from monitor.publicatie.vorm import zegel_van
from tests import gegevens
from tests.monitor import pdf
from tests.monitor.meten.gegevens import OP, controleur, vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, met_kleine_aantallen, teksten
from tests.monitor.publicatie.kanalen import Paginatekst

pytestmark = pytest.mark.django_db

LATER = OP + datetime.timedelta(days=30)
ADRESSEN = (
    "/cijfers/",
    "/cijfers/thuis/",
    "/cijfers/thuis/2020/",
    "/cijfers/thuis/2020/1/",
    "/cijfers/catalogus.jsonld",
)
BESTANDEN = tuple(f"/cijfers/thuis/2020/1/{vorm}/" for vorm in ("csv", "json", "xlsx", "csvw", "pdf"))


def een_programma(**velden):
    programma = met_kleine_aantallen()
    teksten(programma, **velden)
    return programma


def erratum(vaststelling: Vaststelling) -> None:
    """Mo tells readers about it."""
    wat = {"reden": "Foute punt op de kaart.", "openbaar": "Ede lag verkeerd."}
    zet_staat(vaststelling, Staatsoort.ERRATUM, door=controleur(), op=LATER, **wat)


def inhoud_van(adres: str) -> Any:
    return json.loads(Client().get(adres).content)


@pytest.mark.parametrize("adres", [*ADRESSEN, *BESTANDEN])
def test_each_can_be_kept_and_is_recognised(adres):
    gepubliceerd(vastgesteld(een_programma()))

    eerst = Client().get(adres)
    weer = Client().get(adres, headers={"If-None-Match": eerst["ETag"]})

    assert (eerst.status_code, eerst["Cache-Control"], weer.status_code) == (200, "public, max-age=60", 304)


@pytest.mark.parametrize(
    "adres", ["/cijfers/ander/", "/cijfers/thuis/2021/", "/cijfers/thuis/2020/2/", "/cijfers/thuis/2020/1/doc/"]
)
def test_what_was_never_published_is_not_there(adres):
    gepubliceerd(vastgesteld(een_programma()))

    assert Client().get(adres).status_code == 404


def test_before_anything_is_published_the_list_says_so():
    vastgesteld(een_programma())

    assert "Er zijn nog geen cijfers gepubliceerd." in Client().get("/cijfers/").content.decode()


@pytest.mark.parametrize(
    ("soort", "zin"),
    [
        (Staatsoort.ERRATUM, "In deze meting is een fout gevonden: erratum 1 van 1 oktober 2020."),
        (Staatsoort.INGETROKKEN, "Deze meting is ingetrokken op 1 oktober 2020."),
        (Staatsoort.VERVANGEN, "Deze meting is op 1 oktober 2020 vervangen door een andere."),
    ],
)
def test_the_page_stays_and_says_what_became_of_it_without_the_reason(soort, zin):
    vaststelling = vastgesteld(een_programma())
    gepubliceerd(vaststelling)
    zet_staat(vaststelling, soort, reden="Er waren er 4 van de gemeente.", door=controleur(), op=LATER)

    pagina = " ".join(Client().get("/cijfers/thuis/2020/1/").content.decode().split())

    assert zin in pagina
    assert "Er waren er" not in pagina


def test_a_version_after_an_erratum_names_it():
    programma = een_programma()
    vaststelling = vastgesteld(programma)
    gepubliceerd(vaststelling)
    erratum(vaststelling)
    teksten(programma, wijziging="De kaart is verbeterd.")
    gepubliceerd(vaststelling, op=LATER + datetime.timedelta(days=1))

    pagina = Client().get("/cijfers/thuis/2020/").content.decode()

    assert "erratum 1 van 1 oktober 2020: <bdi>Ede lag verkeerd.</bdi>" in pagina
    assert "is een fout gevonden" not in pagina
    assert inhoud_van("/cijfers/thuis/2020/2/json/")["errata"] == [
        {"nummer": 1, "op": "2020-10-01", "tekst": "Ede lag verkeerd."}
    ]
    versies = " ".join(Client().get("/cijfers/thuis/2020/1/").content.decode().partition('id="versies"')[2].split())
    assert "Versie 2</a>, gepubliceerd op 2 oktober 2020: De kaart is verbeterd.</li>" in versies
    assert "<strong>Versie 1</strong>, deze bladzijde, gepubliceerd op 1 september 2020</li>" in versies


def test_every_channel_tells_of_an_erratum_what_was_written_for_readers():
    vaststelling = vastgesteld(een_programma())
    gepubliceerd(vaststelling)
    voor = {vorm: Client().get(f"/cijfers/thuis/2020/1/{vorm}/") for vorm in ("json", "xlsx")}
    erratum(vaststelling)

    na = {vorm: Client().get(f"/cijfers/thuis/2020/1/{vorm}/") for vorm in ("json", "xlsx")}

    zin = "Erratum 1 van 1 oktober 2020: Ede lag verkeerd."
    blad = load_workbook(io.BytesIO(na["xlsx"].content))["Publicatie"]
    assert ("Let op", zin) in {rij[:2] for rij in blad.iter_rows(values_only=True)}
    assert voor["xlsx"]["ETag"] != na["xlsx"]["ETag"]
    assert voor["json"].content == na["json"].content
    assert inhoud_van("/cijfers/thuis/2020/1/csvw/")["skos:changeNote"] == [zin]
    [dataset] = inhoud_van("/cijfers/catalogus.jsonld")["dcat:dataset"]
    assert [noot["@value"] for noot in dataset["adms:versionNotes"]] == [zin]
    pagina = Client().get("/cijfers/thuis/2020/1/").content.decode()
    assert json.loads(Paginatekst(pagina).json_ld)["correction"] == [zin]
    assert "<bdi>Ede lag verkeerd.</bdi>" in pagina
    assert "Foute punt" not in pagina


def test_what_was_published_in_form_1_is_shown_and_served_as_it_was():
    """Without a licence of its own, and errata without a text for readers."""
    vaststelling = vastgesteld(een_programma())
    zet_staat(vaststelling, Staatsoort.ERRATUM, reden="Foute punt op de kaart.", door=controleur(), op=OP)
    nieuw = gepubliceerd(vaststelling)
    inhoud = json.loads(nieuw.inhoud) | {"vorm": 1, "jaar": 2019, "adres": "/cijfers/thuis/2019/1/"}
    del inhoud["licentie"], inhoud["errata"][0]["tekst"]
    oud = canoniek(inhoud)
    velden = {"jaar": 2019, "inhoud": oud, "zegel": zegel_van(oud), "inzending": uuid4(), "pk": None}
    Publicatie.objects.create(**{veld.name: getattr(nieuw, veld.name) for veld in nieuw._meta.fields} | velden)

    pagina = Client().get("/cijfers/thuis/2019/").content.decode()

    assert Client().get("/cijfers/thuis/2019/1/json/").content == f"{oud}\n".encode()
    assert "erratum 1 van 1 september 2020</dd>" in pagina
    assert settings.CIJFERS_LICENTIE in pagina
    assert "Foute punt" not in pagina


def test_a_measurement_without_a_value_is_nvt_and_has_no_figures():
    gepubliceerd(vastgesteld(een_programma(beschrijving="Opgestart: {praktijken.opgestart}."), 2019, "2019-06-30"))

    pagina = " ".join(Client().get("/cijfers/thuis/2019/").content.decode().split())

    tekst = " ".join(" ".join(Paginatekst(pagina).teksten).split())
    assert "nvt niet van toepassing: nog niet gestart, peildatum 30 juni 2019" in tekst
    assert "nvt niet van toepassing: nog niet gestart, 30 juni 2018" in tekst
    assert "nvt (" not in pagina
    assert "Opgestart: nvt." in pagina
    assert "<table" not in pagina
    assert Client().get("/cijfers/thuis/2019/1/csv/").content == "tabel;sleutel;figuur;waarde;opmerking\r\n".encode(
        "utf-8-sig"
    )
    assert Client().get("/cijfers/thuis/2019/1/xlsx/").status_code == 200
    in_pdf = Client().get("/cijfers/thuis/2019/1/pdf/").content
    assert "Lokale pilots opgestart nvt (nog niet gestart), peildatum 30 juni 2019" in pdf.tekst(in_pdf)
    assert {merk.soort for merk in pdf.merken(in_pdf)}.isdisjoint({"/Figure", "/Table"})


def test_the_pdf_has_the_order_of_the_page_and_says_how_to_check_it(settings):
    teksten_ = {"verdieping": "Dieper.\n\nNog dieper.", "referenties": "Rapport A\nRapport B"}
    publicatie = gepubliceerd(vastgesteld(een_programma(**teksten_)))

    inhoud = Client().get("/cijfers/thuis/2020/1/pdf/").content

    assert [kop for _, kop in pdf.koppen(inhoud)] == [
        "Aantal lokale pilots dat door het programma is opgestart, 2020", "Beschrijving", "Verband met het beleidsdoel",
        "Verdieping", "Waar de praktijken zijn", "Deelnemers naar organisatietype", "Cijfers per praktijk",
        "Alle cijfers van het programma", "Referenties", "Hoe er is geteld", "Is dit echt?",
    ]  # fmt: skip
    tekst = pdf.tekst(inhoud)
    assert f"{settings.WEBADRES}/cijfers/thuis/2020/1/" in tekst
    assert publicatie.zegel in tekst.replace("\n", "")
    assert "Epe (EPE) 0 0 – (afgeschermd)" in tekst


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_pages_take_a_fixed_number_of_queries(aantal, django_assert_num_queries):
    programma = een_programma(verdieping="", beschrijving="Tekst.")
    for jaar in range(2021 - aantal, 2021):
        gepubliceerd(vastgesteld(programma, jaar, f"{jaar}-06-30"))
    client = Client()
    for adres in ADRESSEN:
        with django_assert_num_queries(2):
            client.get(adres)


def test_texts_cannot_break_out_of_the_page():
    kwaad = "</script><script>alert(1)</script>"
    programma = een_programma(titel=kwaad, beschrijving=kwaad, referenties=kwaad)
    gegevens.praktijk(programma, "X", naam=kwaad)
    gepubliceerd(vastgesteld(programma))

    assert kwaad not in Client().get("/cijfers/thuis/2020/").content.decode()
