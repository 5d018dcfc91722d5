"""A meeting, played: planned, signed up for by phone, written down at the door, and thanked for."""

import datetime

import pytest
from playwright.sync_api import expect

from aanmeldingen.bijeenkomsten.plannen import gelast_af
from aanmeldingen.bijeenkomsten.stukken import voeg_toe
from aanmeldingen.models import Bijeenkomst, Inschrijving
from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.voortgang.bijlagen import Bestand
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.bijeenkomsten.avond import bijeenkomst, ingeschreven, standen
from tests.gegevens import gebruiker

pytestmark = pytest.mark.browser
SMAL = 320
VROEGER = gegevens.moment("2014-01-01 00:00")


@pytest.fixture(autouse=True)
def oproep(stamgegevens, settings):  # noqa: ARG001  # asked for its effect
    """A call that is open; forms may be sent at once."""
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    jaar = vandaag().year
    return gegevens.oproep(opent=f"{jaar - 1}-01-01 00:00", sluit=f"{jaar + 1}-12-31 00:00")


@pytest.fixture
def mo(oproep):  # noqa: ARG001  # its roles are there then
    return gebruiker(Rol.MEDEWERKER)


def avond_op(dagen: int, **velden) -> Bijeenkomst:
    return bijeenkomst(datum=vandaag() + datetime.timedelta(days=dagen), **velden)


def test_the_office_plans_and_changes_a_meeting(pagina_als, controleer, mo):
    pagina = pagina_als(user=mo)
    pagina.goto("/intake/oproep-2014/bijeenkomsten/")
    controleer(pagina, "bijeenkomsten-leeg")
    pagina.get_by_role("link", name="Bijeenkomst plannen").click()
    pagina.get_by_label("Datum").fill((vandaag() + datetime.timedelta(days=9)).isoformat())
    pagina.get_by_label("Begint om").fill("13:00")
    pagina.get_by_label("Eindigt om").fill("16:00")
    pagina.get_by_label("Aantal plaatsen").fill("1")
    pagina.get_by_label("thuiszorg").check()
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("Vul een plaats in, of een adres om online mee te doen.")).to_be_visible()
    controleer(pagina, "bijeenkomst-plannen-fout")
    pagina.get_by_label("Plaats", exact=True).fill("Zalencentrum De Brug, Utrecht")
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("is gepland.")).to_be_visible()
    ingeschreven(Bijeenkomst.objects.get(), "Carla", "Dirk", op=VROEGER)
    pagina.reload()
    pagina.get_by_text("Document toevoegen").first.click()
    pagina.get_by_label("Document").set_input_files({"name": "toolkit.txt", "mimeType": "text/plain", "buffer": b"Hoi"})
    pagina.get_by_role("button", name="Document toevoegen").click()
    expect(pagina.get_by_role("link", name="toolkit.txt")).to_be_visible()
    controleer(pagina, "bijeenkomst")
    pagina.get_by_role("link", name="Wijzigen").click()
    pagina.get_by_label("Begint om").fill("14:00")
    pagina.get_by_role("button", name="Bewaren").click()
    expect(pagina.get_by_text("2 mails staan klaar in de uitgaande post.")).to_be_visible()
    pagina.goto(f"/post/{Bericht.objects.filter(aan_naam='Carla').first().pk}/")
    expect(pagina.get_by_text("bijeenkomst.ics", exact=True)).to_be_visible()
    controleer(pagina, "post-met-bijlage")
    pagina.goto("/intake/oproep-2014/bijeenkomsten/")
    controleer(pagina, "bijeenkomsten")
    pagina.goto("/sessies/")
    pagina.get_by_role("link", name="informatiebijeenkomst").click()
    assert "/intake/bijeenkomsten/" in pagina.url


def test_somebody_signs_up_and_off_by_phone(pagina_als, controleer, mo):
    avond = avond_op(9, capaciteit=1)
    pagina = pagina_als(breedte=SMAL)
    pagina.goto(f"/oproepen/oproep-2014/bijeenkomsten/{avond.pk}/")
    pagina.get_by_label("Uw naam").fill("Carla Contact")
    pagina.get_by_label("E-mailadres").fill("carla@zorg.example")
    pagina.get_by_label("Organisatie").fill("Zorg")
    controleer(pagina, "bijeenkomst-inschrijven")
    pagina.get_by_label("Sector").select_option("thuiszorg")
    pagina.get_by_role("button", name="Inschrijven").click()
    expect(pagina.get_by_role("heading", name="Kijk in uw mail")).to_be_visible()
    controleer(pagina, "bijeenkomst-ingeschreven")
    ingeschreven(avond, "Dirk", op=VROEGER)
    carla, dirk = Inschrijving.objects.order_by("pk")
    pagina.goto(f"/oproepen/oproep-2014/bijeenkomsten/{avond.pk}/")
    controleer(pagina, "bijeenkomst-vol")
    pagina.goto(f"/inschrijving/{dirk.sleutel}/")
    controleer(pagina, "inschrijving-wachtlijst")
    pagina.goto(f"/inschrijving/{carla.sleutel}/")
    controleer(pagina, "inschrijving")
    pagina.get_by_role("button", name="Ik kom niet").click()
    expect(pagina.get_by_text("U bent afgemeld.")).to_be_visible()
    controleer(pagina, "inschrijving-afgemeld")
    assert standen(avond) == {"Carla Contact": "afgemeld", "Dirk": "plaats"}

    gelast_af(bijeenkomst=avond.pk, reden="De spreker is ziek.", op=VROEGER, door=mo)
    pagina.goto(f"/inschrijving/{dirk.sleutel}/")
    controleer(pagina, "inschrijving-afgelast")
    pagina.goto(f"/oproepen/oproep-2014/bijeenkomsten/{avond.pk}/")
    controleer(pagina, "bijeenkomst-gesloten")
    pagina.goto(f"/inschrijving/{'x' * 43}/")
    controleer(pagina, "inschrijving-geen-link")


def test_the_door_by_phone_with_the_line_lost_and_thanks_after(pagina_als, controleer, mo):
    avond = avond_op(-1, capaciteit=3)
    carla, *_ = ingeschreven(avond, "Carla", "Dirk", "Els", "Fons", op=VROEGER)
    bestand = Bestand(naam="toolkit.txt", mediatype="text/plain", inhoud=b"Hoi")
    voeg_toe(bijeenkomst=avond.pk, bestand=bestand, inzending=carla.inzending, door=mo)
    pagina = pagina_als(user=mo, breedte=SMAL)
    pagina.goto(f"/intake/bijeenkomsten/{avond.pk}/deur/")
    knop = pagina.get_by_role("group", name="Carla").get_by_role("button", name="Aanwezig")
    assert knop.bounding_box()["height"] >= 44
    pagina.context.set_offline(True)
    knop.click()
    expect(pagina.get_by_text("Geen verbinding. Er is niets verstuurd: tik straks opnieuw.")).to_be_visible()
    pagina.get_by_label("Naam", exact=True).fill("Wil van de Weg")
    pagina.get_by_role("button", name="Is aanwezig").click()
    expect(pagina.get_by_text("Uw tekst blijft hier staan")).to_be_visible()
    pagina.fouten.clear()  # that the line was gone is what this is about
    pagina.context.set_offline(False)
    pagina.reload()
    expect(pagina.get_by_label("Naam", exact=True)).to_have_value("Wil van de Weg")
    pagina.get_by_role("button", name="Is aanwezig").click()
    expect(pagina.get_by_text("Wil van de Weg is aanwezig.")).to_be_visible()
    knop.click()
    expect(pagina.get_by_text("Carla: aanwezig.")).to_be_visible()
    pagina.get_by_label("Zoek op naam of organisatie").fill("dirk")
    pagina.get_by_role("button", name="Zoeken", exact=True).click()
    controleer(pagina, "deur-zoeken")
    pagina.set_viewport_size({"width": SMAL, "height": 900})
    pagina.get_by_role("group", name="Dirk").get_by_role("button", name="Afgemeld").click()
    expect(pagina.get_by_text("Dirk: afgemeld.")).to_be_visible()
    pagina.get_by_role("button", name="De rest is niet gekomen (1)").click()
    expect(pagina.get_by_text("Niet gekomen: 1. U kunt dit terugzetten.")).to_be_visible()
    controleer(pagina, "deur")
    assert standen(avond) == {
        "Carla": "aanwezig",
        "Dirk": "afgemeld",
        "Els": "niet gekomen",
        "Fons": "wacht",
        "Wil van de Weg": "aanwezig",
    }

    pagina.goto(f"/intake/bijeenkomsten/{avond.pk}/bedanken/")
    controleer(pagina, "bedanken")
    pagina.get_by_role("button", name="Zet 2 mails klaar").click()
    expect(pagina.get_by_text("2 mails staan klaar in de uitgaande post.")).to_be_visible()
    pagina.goto(f"/inschrijving/{carla.sleutel}/")
    expect(pagina.get_by_role("link", name="toolkit.txt")).to_be_visible()
    controleer(pagina, "inschrijving-na-afloop")
