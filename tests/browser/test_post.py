"""The outbox and the task list in a browser: the office holds all and edits, an adviser puts off and chooses."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from mantelzorg.models import Bericht
from mantelzorg.models.post import ONZEKER
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.taken.hartslag import klop
from mantelzorg.toegang import Rol
from praktijken.herinneringen.afmelden import maak_link
from praktijken.herinneringen.weekbrief import weekbrief
from tests.gegevens import adviseurschap, dag, experiment, gebruiker, ontwerpvraag, praktijk, programma

pytestmark = pytest.mark.browser


@pytest.fixture
def ada(stamgegevens):  # noqa: ARG001  # asked for its effect
    """Adviser of a practice that wants everything."""
    ada = gebruiker(Rol.ADVISEUR)
    arnhem = praktijk(programma(naam="In voor mantelzorg-thuis"), naam="Arnhem رعاية " + "w" * 60)
    adviseurschap(arnhem, ada)
    experiment(ontwerpvraag(arnhem), "ARN-1")
    return ada


@pytest.fixture
def brief(ada):
    """Her weekly mail, ready for tomorrow."""
    return zet_klaar(
        weekbrief(ada, dag("2020-03-02")), door=None, verstuur_na=timezone.now() + datetime.timedelta(days=1)
    )


def test_the_office_holds_all_edits_a_mail_and_lets_it_go(pagina_als, controleer, ada, brief):
    fout = zet_klaar(
        Brief(soort="wachtwoord", aan=ada.email, onderwerp="Een mail", tekst="Hallo " + "w" * 200, over=ada), door=None
    )
    fout.stand, fout.uitkomst = "mislukt", ONZEKER
    fout.save()
    pagina = pagina_als(Rol.MEDEWERKER)
    pagina.goto(reverse("post"))
    controleer(pagina, "post-werker-stil")
    pagina.locator("summary", has_text="Alles vasthouden").click()
    pagina.get_by_label("Reden").fill("De tekst klopt niet.")
    pagina.get_by_role("button", name="Alles vasthouden").click()
    pagina.get_by_text("Reden: De tekst klopt niet.").wait_for()
    klop("werker-1", timezone.now())
    pagina.goto(reverse("post"))
    controleer(pagina, "post-vastgehouden")

    pagina.get_by_role("link", name=brief.onderwerp).click()
    pagina.locator("summary", has_text="Bericht intrekken").click()
    controleer(pagina, "post-bericht")
    pagina.get_by_role("link", name="Bericht wijzigen").click()
    controleer(pagina, "post-wijzigen")
    pagina.get_by_label("Onderwerp").fill("Uw week in het kort")
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_text("Het bericht is gewijzigd.").wait_for()
    pagina.get_by_role("button", name="Post weer laten gaan").click()
    pagina.get_by_text("De post gaat weer uit.").wait_for()
    pagina.get_by_role("link", name="Een mail").click()
    controleer(pagina, "post-onzeker")

    brief.refresh_from_db()
    assert (brief.onderwerp, brief.stand) == ("Uw week in het kort", "wacht")
    assert Bericht.objects.count() == 1 + 1


def test_an_adviser_puts_a_task_off_and_chooses_when_the_mail_comes(pagina_als, controleer, ada):
    pagina = pagina_als(user=ada)
    pagina.goto(reverse("praktijken:taken"))
    aantal = pagina.locator(".taken > li").count()
    for uitklap in pagina.locator("main details summary").all():
        uitklap.click()
    pagina.locator("main").get_by_role("button", name="Uitstellen Geen penvoerder").press("Enter")
    pagina.get_by_text("Uitgesteld tot en met").wait_for()
    controleer(pagina, "taken")
    over = pagina.locator(".taken > li").count()

    pagina.get_by_role("link", name="Weekmail instellen").click()
    pagina.get_by_label("op donderdag").check()
    pagina.get_by_role("button", name="Bewaren").click()
    pagina.get_by_text("Uw voorkeuren zijn bewaard.").wait_for()
    controleer(pagina, "voorkeuren")

    assert (aantal - over, ada.herinneringsvoorkeur.weekdag) == (1, 3)

    uit_de_mail = pagina_als()
    uit_de_mail.goto(maak_link(Bericht(ontvanger=ada)))
    controleer(uit_de_mail, "afmelden")
    uit_de_mail.get_by_role("button", name="Ja, stuur mij geen weekmail meer").click()
    uit_de_mail.get_by_role("heading", name="U krijgt geen weekmail meer").wait_for()
    controleer(uit_de_mail, "afgemeld")
    uit_de_mail.goto("/afmelden/verzonnen/")
    controleer(uit_de_mail, "afmelden-oude-link")
