"""Every page of the product that links lead to, as each role: clean, narrow enough, light enough, in light and dark."""

import datetime
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from tests.browser.conftest import BREED, SMAL, WCAG, _bewaar_scherm
from tests.gegevens import gebruiker, programma

pytestmark = pytest.mark.browser
VERGROOT = 640
"""A wide screen at 200 %."""
HOOGSTENS = 300_000
"""Bytes of a page with all it loads, but for pictures."""
ROLLEN = (Rol.BEHEERDER, Rol.ADVISEUR, Rol.ANALIST, None)
"""Who sees each page: a medewerker sees what a beheerder sees, but for accounts."""
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"], "preload": False}
GEWICHT = """() => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
    .filter(deel => !['img', 'image'].includes(deel.initiatorType) && !/[.]svg/.test(deel.name))
    .reduce((som, deel) => som + deel.decodedBodySize, 0)"""
LINKS = "links => links.filter(l => l.origin === location.origin && !l.download).map(l => l.pathname + l.search)"


def scherm(adres: str) -> str | None:
    """Which page an address is one of; None for what is no page of the product itself, as the admin's."""
    try:
        gevonden = resolve(adres.partition("?")[0])
    except Resolver404:
        return None
    return None if gevonden.app_name == "admin" else gevonden.view_name


def paginas(pagina: Page) -> Iterator[str]:
    """Opens one address of each kind of page that can be reached from the start, and says which kind it is."""
    te_doen, gezien = ["/"], set()
    while te_doen:
        adres = te_doen.pop(0)
        welk = scherm(adres)
        if welk is None or welk in gezien:
            continue
        gezien.add(welk)
        if "text/html" not in pagina.request.get(adres).headers["content-type"]:
            continue
        assert pagina.goto(adres).status == 200, adres
        te_doen += pagina.eval_on_selector_all("a[href]", LINKS)
        yield welk


def keur(pagina: Page, naam: str, *, volledig: bool) -> list[str]:
    """What is wrong with the page as it stands; axe only looks where `volledig`, for it takes most of the time."""
    fouten = [f"{fout}" for fout in pagina.fouten]
    pagina.fouten.clear()
    gewicht = pagina.evaluate(GEWICHT)
    if gewicht > HOOGSTENS:
        fouten.append(f"{gewicht} bytes")
    for breedte in (BREED, VERGROOT, SMAL):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        if (nodig := pagina.evaluate("document.documentElement.scrollWidth")) > breedte:
            fouten.append(f"{nodig} breed op {breedte}")
    if volledig:
        fouten += _toegankelijk(pagina, naam)
    return [f"{naam}: {fout}" for fout in fouten]


def _toegankelijk(pagina: Page, naam: str) -> list[str]:
    """What axe finds on the page: all of it on a phone in light, the contrast on a wide screen in dark."""
    _bewaar_scherm(pagina, f"alle-{naam}-{SMAL}")
    gevonden = Axe().run(pagina, options=WCAG).response["violations"]
    pagina.set_viewport_size({"width": BREED, "height": 900})
    pagina.emulate_media(color_scheme="dark")
    _bewaar_scherm(pagina, f"alle-{naam}-{BREED}-donker")
    gevonden += Axe().run(pagina, options=CONTRAST).response["violations"]
    pagina.emulate_media(color_scheme="light")
    return [f"{regel['id']}: {[knoop['html'][:200] for knoop in regel['nodes']]}" for regel in gevonden]


def test_every_page_with_records_is_clean_for_each_role(pagina_als):
    maak_accounts()
    laad_programma(datetime.date(2026, 1, 2))
    accounts = {rol: User.objects.get(email=email) for email, rol in DEMONSTRATIEACCOUNTS.items()}
    fouten, gekeurd = [], set()
    for rol in ROLLEN:
        pagina = pagina_als(user=accounts[rol]) if rol else pagina_als()
        for welk in paginas(pagina):
            naam = f"{rol.name.lower() if rol else 'anoniem'}-{welk.replace(':', '-')}"
            fouten += keur(pagina, naam, volledig=welk not in gekeurd)
            gekeurd.add(welk)
        pagina.context.close()

    assert fouten == []
    assert len(gekeurd) > 40, gekeurd


def test_every_page_without_records_is_clean(pagina_als):
    programma()
    pagina = pagina_als(user=gebruiker(Rol.BEHEERDER))

    assert [
        fout for welk in paginas(pagina) for fout in keur(pagina, f"leeg-{welk.replace(':', '-')}", volledig=True)
    ] == []
