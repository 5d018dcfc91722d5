"""The main menu: what each role may reach, grouped, and the shortcuts to it."""

import re

import pytest
from django.urls import resolve

from mantelzorg.menu import GROEPEN, delen
from mantelzorg.toegang import Recht, Rol
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db
INGANGEN = [ingang for groep in GROEPEN for ingang in groep.ingangen]


def menu_van(client, adres="/") -> dict[str, list[str]]:
    plek = resolve(adres)
    context = client.get(adres).context
    mag = context["toegang"] | {"is_adviseur": context["is_adviseur"], "is_staff": context["user"].is_staff}
    return {deel.naam: [link.tekst for link in deel.links] for deel in delen(mag.__getitem__, plek)}


def test_an_analyst_is_led_to_practices_and_figures_only(client):
    client.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")
    menu = menu_van(client)
    assert "Mensen" not in menu
    assert menu["Cijfers"] == [
        "Indicator 23",
        "Cijfers van oproepen",
        "Meer indicatoren",
        "Metingen",
        "Verschillen",
        "Zegels en echtheid",
    ]


@pytest.mark.parametrize("rol", list(Rol))
def test_every_link_of_the_menu_opens_for_who_sees_it(client, rol):
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    nav = re.search(r'<nav class="menu".*?</nav>', client.get("/").text, re.DOTALL)[0]
    adressen = re.findall(r'href="([^"]+)"', nav)

    assert {adres: client.get(adres, follow=True).status_code for adres in adressen} == dict.fromkeys(adressen, 200)


def test_who_is_not_logged_in_has_no_menu(client):
    assert 'class="menu"' not in client.get("/").text


def test_the_page_one_is_on_is_marked_with_its_group(client):
    client.force_login(gebruiker(Rol.BEHEERDER), backend="mantelzorg.inloggen.AccountBackend")
    deelnemers = client.get("/accounts/").text

    assert re.search(r'href="/accounts/" aria-current="page"', deelnemers)
    assert len(re.findall(r"\(u bent hier\)", deelnemers)) == 1


def test_each_shortcut_leads_to_one_place():
    toetsen = ["s", *(ingang.toets for ingang in INGANGEN if ingang.toets)]
    assert sorted(set(toetsen)) == sorted(toetsen)


def test_a_link_asks_for_a_right_that_exists():
    assert {ingang.mag for ingang in INGANGEN} <= {recht.name for recht in Recht} | {"is_adviseur", "is_staff"}


@pytest.mark.parametrize("rol", list(Rol))
def test_the_list_of_shortcuts_is_a_page_too(client, rol):
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    pagina = client.get("/sneltoetsen/")
    assert (pagina.status_code, "naar Indicator 23" in pagina.text) == (200, True)


def test_the_list_of_shortcuts_asks_to_log_in(client):
    assert client.get("/sneltoetsen/").url == "/inloggen/?next=/sneltoetsen/"
