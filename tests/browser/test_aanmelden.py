"""An organisation applies, without an account and without JavaScript; every state of its pages is clean."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from aanmeldingen.formulier.indienen import dien_in
from aanmeldingen.formulier.intrekken import trek_in
from aanmeldingen.models import Aanmelding, Instroom, Oproepsector
from mantelzorg.models import Gemeente
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from tests.aanmeldingen.formulier.invullen import adres
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, sector
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.browser
DAG = datetime.timedelta(days=1)


@pytest.fixture
def oproep(stamgegevens, settings):  # noqa: ARG001  # asked for its effect
    """A call with one place that is open now."""
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    nieuw = oproep_met(1)
    nieuw.opent_op, nieuw.sluit_op = timezone.now() - 30 * DAG, timezone.now() + 10 * DAG
    nieuw.save()
    nieuw.voorwaarden.update(vastgesteld_op=nieuw.opent_op)
    return nieuw


def test_an_organisation_applies_without_javascript_and_withdraws(chromium, live_server, settings, oproep):
    settings.WEBADRES = live_server.url
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    pagina = context.new_page()

    pagina.goto(live_server.url + reverse("aanmeldingen:aanmelden", args=[oproep.slug]))
    pagina.get_by_label("Naam van de organisatie").fill("Thuiszorg De Brug")
    pagina.get_by_label("KvK-nummer", exact=True).fill("12 34 56 78")
    pagina.get_by_label("Uw naam").fill("Carla")
    pagina.get_by_label("Uw e-mailadres").fill("carla@zorg.example")
    pagina.get_by_role("button", name="Beginnen").click()
    pagina.get_by_label("thuiszorg").first.check()
    pagina.get_by_label("In welke plaats?").fill("Arnhem")
    pagina.get_by_role("button", name="Bewaren en later verder").click()
    with vang_mail() as mail:
        verstuur_post.enqueue()
        werk_af()
    pagina.goto(re.search(r"http\S+/aanmelding/\S+", mail.teksten[0])[0])
    pagina.get_by_role("link", name="Uw vraag").first.click()
    pagina.get_by_label("Aan welke vraag wilt u werken?").fill("Hoe betrekken wij mantelzorgers?")
    pagina.get_by_label("Hoeveel medewerkers wilt u bereiken?").fill("25")
    pagina.get_by_role("button", name="Bewaren en verder").click()
    pagina.get_by_label("Ik ga akkoord met deze voorwaarden").check()
    pagina.get_by_role("button", name="Aanmelding versturen").click()

    assert "Er is een plaats voor u." in pagina.locator("main").inner_text()
    assert Aanmelding.objects.get().kvk == "12345678"
    pagina.get_by_role("link", name="Aanmelding intrekken").click()
    pagina.get_by_role("button", name="Ja, trek de aanmelding in").click()
    assert "Deze aanmelding is ingetrokken" in pagina.locator("main").inner_text()
    context.close()


def test_every_step_of_a_draft_is_clean(pagina_als, controleer, oproep):
    Gemeente.objects.create(code="GM9001", naam="Bergen (X.)", provincie="Groningen")
    Oproepsector.objects.create(oproep=oproep, sector=sector("ziekenhuis"), instroom=Instroom.BELANGSTELLING)
    eerst_komen = oproep.oproepsectoren.get(sector=sector("ggz"))
    eerst_komen.instroom = Instroom.BIJEENKOMST
    eerst_komen.save()
    pagina = pagina_als()
    een = aanmelding(oproep, "Zorg رعاية & " + "w" * 60, vraag="", sector=None)
    een.partners.create(naam="Welzijn " + "w" * 60, soort="welzijnsorganisatie")

    pagina.goto(reverse("aanmeldingen:aanmelden", args=[oproep.slug]))
    controleer(pagina, "aanmelden-begin")
    pagina.get_by_label("Naam van de organisatie").fill("Zorg")
    pagina.get_by_label("KvK-nummer", exact=True).fill("1234")
    pagina.get_by_label("Uw naam").fill("Carla")
    pagina.get_by_label("Uw e-mailadres").fill("carla@zorg.example")
    pagina.get_by_role("button", name="Beginnen").click()
    controleer(pagina, "aanmelden-begin-fout")
    for stap in ("organisatie", "sector", "contactpersonen", "vraag", "controleren", "intrekken", ""):
        pagina.goto(adres(een, stap))
        controleer(pagina, f"aanmelden-{stap or 'overzicht'}")
    pagina.goto(adres(een, "sector"))
    pagina.get_by_label("ziekenhuis").first.check()
    pagina.get_by_label("In welke plaats?").fill("Bergen")
    pagina.get_by_label("In welke gemeente?").first.fill("")
    pagina.get_by_role("button", name="Bewaren en verder").click()
    controleer(pagina, "aanmelden-sector-fout")


def test_every_state_of_what_was_sent_in_is_clean(pagina_als, controleer, oproep):
    pagina, nu = pagina_als(), timezone.now()
    een, wacht, weg = (aanmelding(oproep) for _ in range(3))
    concept = aanmelding(oproep)
    een.sector = sector("ggz")
    for nummer, ander in enumerate((een, wacht, weg)):
        dien_in(aanmelding=ander.pk, versie=1, op=nu + datetime.timedelta(seconds=nummer))
    aanvulverzoek(een, gebruiker(Rol.MEDEWERKER), uiterlijk=str((nu + 20 * DAG).date()))
    trek_in(aanmelding=weg.pk, reden="", door=None, op=nu)

    tweede = pagina.context.new_page()
    for venster in (pagina, tweede):
        venster.goto(adres(een, "vraag"))
    pagina.get_by_label("Aan welke vraag").fill("Van Carla.")
    pagina.get_by_role("button", name="Bewaren").click()
    controleer(pagina, "aanmelding-aanvullen")
    tweede.get_by_label("Aan welke vraag").fill("Van Bas.")
    tweede.get_by_role("button", name="Bewaren").click()
    tweede.fouten = []
    controleer(tweede, "aanmelding-samenloop")
    for ander, naam in ((wacht, "wachtlijst"), (weg, "ingetrokken")):
        pagina.goto(adres(ander))
        controleer(pagina, f"aanmelding-{naam}")
    oproep.sluit_op = nu - DAG
    oproep.save()
    for plek, naam in ((adres(wacht), "na-sluiting"), (adres(wacht, "vraag"), "te-laat"), (adres(concept), "concept")):
        pagina.goto(plek)
        controleer(pagina, f"aanmelding-{naam}")
    for plek, naam in (
        (reverse("aanmeldingen:aanmelden", args=[oproep.slug]), "gesloten"),
        (adres(Aanmelding(zout="x")), "geen-link"),
        (reverse("aanmeldingen:link-vragen"), "link-vragen"),
    ):
        pagina.goto(plek)
        controleer(pagina, f"aanmelden-{naam}")


def test_the_office_gives_access_after_closing_and_it_is_used(pagina_als, controleer, oproep):
    oproep.sluit_op = timezone.now() - DAG
    oproep.save()
    aanmelding(oproep, contact=("Carla", "carla@zorg.example"))
    bureau, pagina = pagina_als(Rol.MEDEWERKER), pagina_als()

    bureau.goto(reverse("aanmeldingen:laattoegang", args=[oproep.slug]))
    controleer(bureau, "laattoegang-leeg")
    bureau.get_by_label("E-mailadres van wie zich alsnog aanmeldt").fill("carla@zorg.example")
    bureau.get_by_label("Waarom mag dit na sluiting?").fill("Er was een storing bij de provider.")
    bureau.get_by_role("button", name="Link geven").click()
    controleer(bureau, "laattoegang")
    toegang = oproep.laattoegangen.get()
    pagina.goto(reverse("aanmeldingen:laat-aanmelden", args=[toegang.sleutel]))
    controleer(pagina, "laat-aanmelden")
    pagina.get_by_role("button", name="Ga verder met die aanmelding").click()

    assert "thuiszorg" in pagina.locator("main").inner_text()
    toegang.refresh_from_db()
    assert toegang.aanmelding == oproep.aanmeldingen.get()
