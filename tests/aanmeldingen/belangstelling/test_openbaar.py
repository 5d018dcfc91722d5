"""The short public form: who asks to be called, once however often it is sent, with a mail of what was typed."""

import pytest
from django.utils import timezone
from freezegun import freeze_time

from aanmeldingen.models import Belangstelling
from mantelzorg.models import Bericht
from mantelzorg.post.versturen import verstuur_post
from tests.aanmeldingen.gegevens import oproep as gewone_oproep
from tests.aanmeldingen.openbaar.velden import eerlijk
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.django_db
OPEN, VOOR, NA = "2014-05-05 10:00", "2014-03-31 21:59", "2014-06-30 22:00"  # in UTC; the call closes 1 July 0.00
ADRES = "/oproepen/oproep-2014/belangstelling/"
GEVRAAGD = {
    "organisatie": "Ziekenhuis Rijnzicht",
    "plaats": "Arnhem",
    "naam": "Zita Zoeker",
    "email": "zita@ziekenhuis.example",
    "telefoon": "026 123 45 67",
    "vraag": "Hoe betrekken wij mantelzorgers bij ontslag?",
}


def ingevuld(**velden):
    return eerlijk(timezone.now(), sector="ziekenhuis", **GEVRAAGD | velden)


@freeze_time(OPEN)
def test_what_was_filled_in_is_kept_and_mailed_back(client, oproep):
    with vang_mail() as vanger:
        antwoord = client.post(ADRES, ingevuld())
        verstuur_post.call()

    assert antwoord.url == f"{ADRES}bedankt/"
    een = Belangstelling.objects.get()
    assert {naam: getattr(een, naam) for naam in GEVRAAGD} == GEVRAAGD
    assert (een.oproep, een.sector.naam, een.adviseur, een.vervolg) == (oproep, "ziekenhuis", None, "")
    assert [(een.history_change_reason, een.history_user) for een in een.history.all()] == [
        ("belangstelling getoond", None)
    ]
    assert vanger.ontvangers == [["zita@ziekenhuis.example"]]
    (tekst,) = vanger.teksten
    assert "Een adviseur neemt contact met u op." in tekst
    assert all(waarde in tekst for waarde in GEVRAAGD.values())


@freeze_time(OPEN)
@pytest.mark.usefixtures("oproep")
def test_the_only_sector_is_chosen_already(client):
    form = client.get(ADRES).context["form"]

    assert [knop.data["selected"] for knop in form["sector"].subwidgets] == [True]


@freeze_time(OPEN)
@pytest.mark.usefixtures("oproep")
def test_sent_twice_it_is_one_interest_and_one_mail(client):
    zelfde = ingevuld()

    codes = [client.post(ADRES, zelfde).status_code for _ in range(2)]

    assert codes == [302, 302]
    assert (Belangstelling.objects.count(), Bericht.objects.count()) == (1, 1)


@freeze_time(OPEN)
@pytest.mark.usefixtures("oproep")
def test_only_sectors_that_state_interest_are_offered(client):
    html = client.get(ADRES).content.decode()
    assert ("ziekenhuis" in html, "thuiszorg" in html) == (True, False)

    antwoord = client.post(ADRES, ingevuld() | {"sector": "thuiszorg"})

    assert (antwoord.status_code, Belangstelling.objects.count()) == (200, 0)


@freeze_time(OPEN)
@pytest.mark.usefixtures("oproep")
@pytest.mark.parametrize(
    "fout",
    [
        {"organisatie": ""},
        {"email": "geen adres"},
        {"email": "zita@ziekenhuis.example\nBcc: allen@voorbeeld.example"},
        {"vraag": "w" * 100_000},
        {"website": "http://reclame.example"},
        {"getoond": ""},
        {"naam": "Zita\x00Zoeker"},
    ],
)
def test_what_is_refused_comes_back_with_all_that_was_typed(client, fout):
    antwoord = client.post(ADRES, ingevuld() | fout)

    html = antwoord.content.decode()
    assert (antwoord.status_code, Belangstelling.objects.count(), Bericht.objects.count()) == (200, 0, 0)
    assert 'role="alert"' in html
    assert "026 123 45 67" in html
    assert antwoord["Cache-Control"] == "private, no-store"


@freeze_time(VOOR)
@pytest.mark.usefixtures("oproep")
def test_before_the_call_opens_the_page_says_when(client):
    antwoord = client.get(ADRES)

    assert antwoord.status_code == 403
    assert "De oproep opent op dinsdag 1 april 2014, 00.00 uur." in antwoord.content.decode()


@freeze_time(NA)
@pytest.mark.usefixtures("oproep")
def test_after_it_closed_the_page_gives_back_what_was_typed(client):
    antwoord = client.post(ADRES, ingevuld())

    assert (antwoord.status_code, Belangstelling.objects.count()) == (403, 0)
    assert "tot en met maandag 30 juni 2014, 23.59 uur" in antwoord.content.decode()
    assert GEVRAAGD["vraag"] in antwoord.content.decode()


@freeze_time(OPEN)
def test_without_such_a_sector_or_unpublished_there_is_no_page(client):
    gewoon = gewone_oproep(slug="gewoon")
    gewone_oproep(gewoon.programma, slug="verborgen", gepubliceerd=None)

    codes = [client.get(f"/oproepen/{slug}/belangstelling/").status_code for slug in ("gewoon", "verborgen", "x")]

    assert codes == [404, 404, 404]


@freeze_time(OPEN)
@pytest.mark.usefixtures("oproep")
def test_one_too_many_from_one_address_waits_and_keeps_its_text(client, settings):
    settings.OPENBAAR_TEMPO = settings.OPENBAAR_TEMPO | {"belangstelling": 1}
    client.post(ADRES, ingevuld())

    antwoord = client.post(ADRES, ingevuld(naam="Nog Iemand"))

    assert (antwoord.status_code, Belangstelling.objects.count()) == (429, 1)
    assert "Nog Iemand" in antwoord.content.decode()


@freeze_time(OPEN)
def test_who_was_erased_is_not_mailed(client, oproep):
    client.post(ADRES, ingevuld())
    een = Belangstelling.objects.get(oproep=oproep)
    een.gewist_op = timezone.now()
    een.save()

    with vang_mail() as vanger:
        verstuur_post.call()

    assert vanger.adressen == []
