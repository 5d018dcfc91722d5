"""The page where a file is looked at: who may, what one reads, and that nothing is kept."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mantelzorg.excel import XLSX
from mantelzorg.toegang import Rol
from tests import gegevens
from tests.monitor.echtheid.bestanden import bestand_van, bewaar, open_boek
from tests.monitor.meten.gegevens import maker, vastgesteld
from tests.monitor.voorbeeld import voorbeeld

pytestmark = pytest.mark.django_db
ADRES = "/monitor/echtheid/"


def _stuur(client, inhoud, naam="rapport.xlsx"):
    bestand = SimpleUploadedFile(naam, inhoud, content_type=XLSX)
    antwoord = client.post(ADRES, {"bestand": bestand})
    return antwoord.status_code, antwoord.content.decode()


@pytest.fixture
def ben(client):
    client.force_login(maker(), backend="mantelzorg.inloggen.AccountBackend")
    return client


def test_a_genuine_file_is_said_to_be_so_and_nothing_is_written(ben):
    vaststelling = vastgesteld(voorbeeld())
    inhoud = bestand_van(vaststelling)
    with CaptureQueriesContext(connection) as vragen:
        status, pagina = _stuur(ben, inhoud)
    assert (status, "Dit bestand is echt" in pagina) == (200, True)
    assert f'href="/monitor/metingen/{vaststelling.meting_id}/"' in pagina
    assert [een["sql"] for een in vragen if een["sql"].startswith(("INSERT", "UPDATE", "DELETE"))] == []


def test_a_changed_cell_is_named_and_what_stands_in_it_is_only_text(ben):
    boek = open_boek(bestand_van(vastgesteld(voorbeeld())))
    boek["Kerncijfers"]["C2"] = "<script>alert(1)</script>"
    status, pagina = _stuur(ben, bewaar(boek))
    assert (status, "Dit bestand is niet echt" in pagina) == (200, True)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pagina
    assert "<script>alert" not in pagina


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "Dit bestand is leeg."),
        (b"geen excel", "Het bestand is geen Excelbestand (.xlsx)."),
        (b"PK\x03\x04kapot", "Het bestand is beschadigd"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_line(ben, inhoud, melding):
    status, pagina = _stuur(ben, inhoud)
    assert (status, melding in pagina) == (400, True)


def test_without_a_file_it_asks_for_one(ben):
    antwoord = ben.post(ADRES)
    assert (antwoord.status_code, "Kies eerst een Excelbestand." in antwoord.content.decode()) == (400, True)


def test_a_workbook_of_something_else_is_no_fixed_measurement(ben):
    from openpyxl import Workbook

    uit = io.BytesIO()
    Workbook().save(uit)
    assert "Dit is geen vastgestelde meting" in _stuur(ben, uit.getvalue())[1]


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, None])
def test_who_may_not_see_measurements_cannot_ask(client, rol):
    client.force_login(gegevens.gebruiker(rol, naam="Kim Kijkt"), backend="mantelzorg.inloggen.AccountBackend")
    assert _stuur(client, b"x")[0] == 404
