"""A participant corrects their own data, without an account and without JavaScript; staff's click moves the figure."""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.post.versturen import verstuur_post
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from praktijken.kloptdit.uitvragen import UITSTEL
from praktijken.models import Deelname
from tests.gegevens import deelname, deelnemer, organisatie, organisatietype, praktijk, praktijkpartner, programma
from tests.mailvanger import vang_mail
from tests.praktijken.kloptdit.vragen import link_van, stuur, verbeter

pytestmark = pytest.mark.browser
PEILDATUM = datetime.date(2020, 6, 30)


@pytest.fixture
def wim(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Wim takes part in Arnhem; nobody knows on whose behalf."""
    thuis = programma(naam="In voor mantelzorg-thuis")
    arnhem = praktijk(thuis, "ARN", naam="Arnhem رعاية")
    gemeente = organisatietype("Gemeente", omschrijving="Wie bij een gemeente werkt, zoals een beleidsmedewerker.")
    organisatietype("Mantelzorger NVO", verbonden_aan_organisatie=False, omschrijving="Wie zelf voor iemand zorgt.")
    praktijkpartner(arnhem, organisatie("Gemeente Arnhem", gemeente))
    wim = deelnemer(thuis, "D7", naam="Wim 'de Buur' \"O’Neill\"", email="wim@voorbeeld.example")
    deelname(deelnemer(thuis, "D8", naam="Zonder adres"), arnhem)
    return deelname(wim, arnhem)


def bekend(programma):
    return bereken(programma, PEILDATUM).deelnemers.bekend


def test_a_participant_corrects_their_own_data(pagina_als, controleer, live_server, settings, chromium, wim):
    settings.WEBADRES = live_server.url
    thuis = wim.praktijk.programma
    bureau = pagina_als(Rol.MEDEWERKER)

    bureau.goto(f"{reverse('praktijken:deelnemers-onbekend')}?programma={thuis.slug}")
    bureau.get_by_role("link", name="Vraag het de deelnemers zelf").click()
    controleer(bureau, "kloptdit-versturen")
    bureau.get_by_role("button", name="1 mail klaarzetten").click()
    bureau.get_by_text("1 mail staat klaar.").wait_for()
    with vang_mail() as mail, freeze_time(timezone.now() + UITSTEL + datetime.timedelta(minutes=1)):
        verstuur_post.enqueue()
        werk_af()
    link = re.search(r"http\S+", mail.teksten[0])[0]
    voor = bekend(thuis)

    context = chromium.new_context(java_script_enabled=False, viewport={"width": 320, "height": 900})
    pagina = context.new_page()
    pagina.goto(link)
    assert "Wim" in pagina.locator("main").inner_text()
    pagina.get_by_role("link", name="Dit verbeteren").click()
    pagina.get_by_label("Voor welke organisatie doet u mee?").fill("gemeente arnhem")
    pagina.get_by_label("Gemeente: Wie bij een gemeente werkt").check()
    pagina.get_by_label("Ik doe mee voor mijn werk").check()
    pagina.get_by_role("button", name="Verbetering versturen").click()
    assert "Een medewerker kijkt hiernaar." in pagina.locator("main").inner_text()
    context.close()

    assert (voor, bekend(thuis)) == (0, 0)
    bureau.goto(reverse("praktijken:klopt-dit-antwoorden"))
    controleer(bureau, "kloptdit-antwoorden")
    bureau.get_by_role("button", name="Overnemen van D7").click()
    bureau.get_by_text("Er wachten geen antwoorden.").wait_for()
    controleer(bureau, "kloptdit-antwoorden-leeg")
    na = Deelname.objects.select_related("organisatie").get(pk=wim.pk)
    assert (na.organisatie.naam, na.hoedanigheid, bekend(thuis)) == ("Gemeente Arnhem", "beroepskracht", 1)


def test_every_page_of_the_participant_and_of_staff_is_clean(pagina_als, controleer, wim):
    link = link_van(wim.deelnemer)
    pagina, bureau = pagina_als(), pagina_als(Rol.MEDEWERKER)

    pagina.goto(link)
    controleer(pagina, "kloptdit-pagina")
    for deel in (f"verbeteren/{wim.pk}/", "stoppen/", "bezwaar/"):
        pagina.goto(f"{link}{deel}")
        controleer(pagina, f"kloptdit-{deel.split('/')[0]}")
    pagina.goto(f"{link}stoppen/")
    pagina.get_by_label("Wat was of is uw laatste dag?").fill("2019-01-01")
    pagina.get_by_role("button", name="Versturen", exact=True).click()
    controleer(pagina, "kloptdit-stoppen-fout")
    pagina.goto("/klopt-dit/bestaat-niet/")
    controleer(pagina, "kloptdit-geen-link")
    verbeter(link, wim.pk, organisatie="Een heel nieuwe club " + "w" * 90, toelichting="Mijn naam is anders. " * 20)
    stuur(f"{link}stoppen/", deelnames=[wim.pk], laatste_dag="2020-03-01")
    stuur(f"{link}bezwaar/", toelichting="Ik wil dit niet.")
    pagina.goto(link)
    controleer(pagina, "kloptdit-pagina-beantwoord")

    bureau.goto(reverse("praktijken:klopt-dit-antwoorden"))
    controleer(bureau, "kloptdit-antwoorden-vol")
    bureau.set_viewport_size({"width": 320, "height": 900})
    gezegd = bureau.locator("table.verschillen td:last-child").all()
    assert len(gezegd) == 2  # the organisation, and the last day
    for cel in gezegd:
        plek = cel.bounding_box()
        assert plek["x"] + plek["width"] <= 320
    bureau.get_by_role("link", name="Bekijken en beslissen").first.click()
    bureau.get_by_role("button", name="Niet overnemen").click()
    controleer(bureau, "kloptdit-antwoord-fout")
    bureau.goto(reverse("praktijken:klopt-dit-verstuurd"))
    controleer(bureau, "kloptdit-verstuurd")
    bureau.get_by_label("Status").select_option("Verlopen")
    bureau.get_by_role("button", name="Toon vragen").click()
    bureau.get_by_text("Geen vraag past hierbij.").wait_for()
    controleer(bureau, "kloptdit-verstuurd-leeg")
    bureau.goto(reverse("praktijken:deelnemer", args=[wim.deelnemer_id]))
    controleer(bureau, "kloptdit-persoon")
    bureau.get_by_role("link", name="Weer benaderen").click()
    controleer(bureau, "kloptdit-niet-benaderen")
