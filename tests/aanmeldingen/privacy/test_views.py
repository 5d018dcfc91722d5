"""The page on which staff give or erase what is held of somebody without an account."""

import io
import json
import zipfile

import pytest
from django.urls import reverse

from aanmeldingen.models import Contactpersoon
from deelnemers.models import NamenUitvoer
from mantelzorg.toegang import Rol
from tests.aanmeldingen.privacy.conftest import DIRK, EMAIL, NAAM, Wereld
from tests.gegevens import gebruiker
from tests.praktijken.conftest import als, elke_wijziging_zegt_wie_en_waarom  # noqa: F401  # fixtures

ADRES = "/persoonsgegevens/aanmelders/"


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST], ids=lambda rol: rol.name)
@pytest.mark.parametrize("stap", ["", "inzage", "wissen"])
@pytest.mark.usefixtures("wereld")
def test_for_others_the_page_is_not_there(als, rol: Rol, stap: str):  # noqa: F811
    client = als(gebruiker(rol))

    assert client.get(ADRES).status_code == 404
    assert client.post(ADRES, {"email": EMAIL, "stap": stap}).status_code == 404
    assert Contactpersoon.objects.filter(email=EMAIL).exists()


def test_the_address_is_never_in_the_url(als, wereld: Wereld):  # noqa: F811
    antwoord = als(wereld.mo).get(ADRES, {"email": EMAIL})

    assert NAAM not in antwoord.text
    assert reverse("aanmeldingen:personen") == ADRES


def test_staff_see_what_there_is_and_who_is_unknown(als, wereld: Wereld):  # noqa: F811
    client = als(wereld.mo)

    assert NAAM in client.post(ADRES, {"email": EMAIL}).text
    assert "Er zijn geen gegevens met dit e-mailadres." in client.post(ADRES, {"email": "n@iemand.example"}).text
    assert 'aria-invalid="true"' in client.post(ADRES, {"email": "geen adres"}).text


def test_access_gives_all_of_this_person_and_nothing_of_others(als, wereld: Wereld):  # noqa: F811
    antwoord = als(wereld.mo).post(ADRES, {"email": EMAIL, "stap": "inzage"})

    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as pakket:
        gegevens = json.loads(pakket.read("gegevens.json"))["delen"]
        leesbaar = pakket.read("leesbaar.html").decode()
    assert [rij["naam"] for rij in gegevens["Contactpersonen"]] == [NAAM]
    assert set(gegevens) >= {"Belangstellingen", "Inschrijvingen", "Mails", "Teksten waarin uw naam staat"}
    buiten_haar_post = {titel: rijen for titel, rijen in gegevens.items() if titel != "Mails"}
    assert DIRK[0] not in json.dumps(buiten_haar_post)
    assert wereld.aanmelding.sleutel not in leesbaar
    assert wereld.aanmelding.zout not in leesbaar
    assert NamenUitvoer.objects.get().gebruiker == wereld.mo


def test_confirming_does_what_the_preview_showed(als, wereld: Wereld):  # noqa: F811
    client = als(wereld.mo)
    ingevuld = {"email": EMAIL, "aanleiding": "zaak 12", "inzending": "6f2b3f34-8f3e-4a6e-9f39-0f6d3f2f8a11"}

    voorbeeld = client.post(ADRES, ingevuld | {"stap": "voorbeeld"})
    assert [str(keuze.plek.model.__name__) for keuze in voorbeeld.context["keuzes"]] == ["Contactmoment"]
    assert Contactpersoon.objects.filter(email=EMAIL).exists()
    plekken = [keuze.plek.sleutel for keuze in voorbeeld.context["keuzes"]]
    gedaan = client.post(ADRES, ingevuld | {"stap": "wissen", "plek": plekken}, follow=True)

    assert "Deze persoon is gewist." in gedaan.text
    wereld.gesprek.refresh_from_db()
    assert wereld.gesprek.verslag == "[verwijderd] belt terug."
    assert not Contactpersoon.objects.filter(email=EMAIL).exists()
