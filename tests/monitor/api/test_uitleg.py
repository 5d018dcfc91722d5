"""The pages that explain the API: for everybody, made of docs/ and openapi.json, and whole."""

import json
import re

import pytest
from django.test import Client

from mantelzorg.toegang import Rol
from monitor.api.documenten import BEGIN, DOCUMENTEN, adres_van, document, regel
from monitor.api.ingangen import Veld, groepen
from monitor.api.schema import openapi
from tests.gegevens import gebruiker
from tests.monitor.api.vragen import API, client_van

pytestmark = pytest.mark.django_db
DOCS = f"{API}/docs"
SCHEMA = json.loads(openapi())


def pagina(adres: str = DOCS, client: Client | None = None) -> str:
    """The page, which is there."""
    antwoord = (client or Client()).get(adres)
    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, "text/html; charset=utf-8"), adres
    return antwoord.content.decode()


def test_every_address_and_parameter_of_the_description_is_on_the_page():
    html = pagina()

    for pad, methoden in SCHEMA["paths"].items():
        assert f"<code>{pad}</code>" in html
        for parameter in methoden["get"].get("parameters", []):
            assert f"<code>{parameter['name']}</code>" in html
    assert [een.pad for groep in groepen() for een in groep.ingangen] == sorted(
        SCHEMA["paths"], key=lambda pad: [tag["name"] for tag in SCHEMA["tags"]].index(pad.split("/")[1])
    )


def test_every_address_has_a_page_with_the_fields_of_its_answer():
    alle = {een.pad: een for groep in groepen() for een in groep.ingangen}
    for ingang in alle.values():
        html = pagina(f"{DOCS}/adressen/{ingang.sleutel}")
        assert f"GET /api/v1{ingang.pad}" in html
        assert all(f"<code>{een.naam}</code>" in html and een.omschrijving for een in ingang.velden)

    velden = {een.naam: een for een in alle["/publicaties"].velden}
    assert velden["volgende"].soort == "adres, of null"
    assert velden["resultaten[].later[].soort"].soort == "een van: erratum, ingetrokken, vervangen"
    meting = {een.naam: een.soort for een in alle["/metingen/{id}"].velden}
    assert meting["vaststelling.uitkomst.praktijken.opgestart"] == "geheel getal"
    assert alle["/metingen/{id}/verschillen"].parameters[0] == Veld(
        naam="id", soort="geheel getal", omschrijving="Het nummer van het record.", verplicht=True
    )
    per_pagina = next(een for een in alle["/metingen"].parameters if een.naam == "perPagina")
    assert per_pagina.soort == "geheel getal, 1 tot en met 100; anders 50"


def test_the_documents_are_shown_whole_without_style_or_script_and_lead_to_pages():
    for naam in DOCUMENTEN:
        html = document(naam).html
        assert pagina(adres_van(naam)).count("<h1>") == 1
        assert [wat for wat in ("style=", "<script", '.md"', "`") if wat in html] == []
        for adres in re.findall(r'href="([^"]*)"', html):
            pagina(adres)
    api = document(BEGIN).html
    assert '<th scope="row">analist</th>\n<td data-kop="ziet">ook programma\'s' in api
    assert '<h2 id="een-token">Een token</h2>' in api
    assert '<pre tabindex="0"><code>curl' in api
    assert f'href="{DOCS}/zegel"' in api


def test_a_line_of_the_description_cannot_break_out_of_the_page():
    assert regel("Kies `a < b` <script>") == "Kies <code>a &lt; b</code> &lt;script&gt;"


@pytest.mark.parametrize("adres", ["elders", "handleiding", "adressen/elders", "api", "adressen"])
def test_what_is_no_part_of_it_is_not_there(adres: str):
    antwoord = Client().get(f"{DOCS}/{adres}")

    assert (antwoord.status_code, antwoord["Content-Type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize(("rol", "verwacht"), [(Rol.ANALIST, True), (Rol.ADVISEUR, True), (None, False)])
def test_every_page_leads_to_it_and_from_there_who_may_makes_a_token(rol: Rol | None, verwacht: bool):
    client = client_van(gebruiker(rol))

    assert f'<a href="{DOCS}">API</a>' in pagina("/", client)
    assert ('href="/account/tokens/"' in pagina(client=client)) is verwacht
    assert f'<a href="{DOCS}">API</a>' in pagina("/cijfers/")
    assert f'href="/inloggen/?next={DOCS}"' in pagina()
