"""Every page of the product that links lead to, as each role: clean, narrow enough, light enough, in light and dark."""

import datetime
from collections.abc import Iterator

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Page

from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from monitor.demonstratie.metingen import laad_metingen
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from tests.browser.conftest import BREED, SMAL, bekijk
from tests.gegevens import gebruiker, programma

pytestmark = pytest.mark.browser
VERGROOT = 640
"""A wide screen at 200 %."""
HOOGSTENS = 300_000
"""Bytes of a page with all it loads, but for pictures."""
ROLLEN = (Rol.BEHEERDER, Rol.ADVISEUR, Rol.ANALIST, None)
"""Who sees each page: a medewerker sees what a beheerder sees, but for accounts."""
PER_ROL = {"start", "praktijken:lijst", "praktijken:praktijk", "praktijken:overzicht"}
"""Pages that show each role something else: axe looks at them as each of them."""
ALLEEN_HIER = {"accounts", "tokens", "account-uitnodigen", "wachtwoord-vergeten", "wachtwoord-wijzigen"} | {
    f"praktijken:blad-{deel}"
    for deel in (
        "kernthema", "gegevens", "prangende-vragen", "periode",
        "ontwerpvraag", "experiment", "partner-nieuw", "partner",
    )
} | {"monitor:echtheid"}  # fmt: skip
"""Pages that no other browser test looks at as they open."""
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
    fouten = [f"{naam}: {fout}" for fout in pagina.fouten]
    pagina.fouten.clear()
    gewicht = pagina.evaluate(GEWICHT)
    if gewicht > HOOGSTENS:
        fouten.append(f"{naam}: {gewicht} bytes")
    for breedte in (VERGROOT,) if volledig else (BREED, VERGROOT, SMAL):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        if (nodig := pagina.evaluate("document.documentElement.scrollWidth")) > breedte:
            fouten.append(f"{naam}: {nodig} breed op {breedte}")
    return fouten + (bekijk(pagina, f"alle-{naam}") if volledig else [])


def test_every_page_with_records_is_clean_for_each_role(pagina_als):
    maak_accounts()
    laad_metingen(laad_programma(datetime.date(2026, 1, 2)), datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC))
    accounts = {rol: User.objects.get(email=email) for email, rol in DEMONSTRATIEACCOUNTS.items()}
    fouten, gekeurd = [], set()
    for rol in ROLLEN:
        pagina = pagina_als(user=accounts[rol]) if rol else pagina_als()
        for welk in paginas(pagina):
            naam = f"{rol.name.lower() if rol else 'anoniem'}-{welk.replace(':', '-')}"
            fouten += keur(pagina, naam, volledig=welk in PER_ROL or welk not in gekeurd)
            gekeurd.add(welk)
        pagina.context.close()

    assert fouten == []
    assert len(gekeurd) > 40, gekeurd
    assert gekeurd >= PER_ROL | ALLEEN_HIER


def test_every_page_without_records_is_clean(pagina_als):
    programma()
    pagina = pagina_als(user=gebruiker(Rol.BEHEERDER))

    assert [
        fout for welk in paginas(pagina) for fout in keur(pagina, f"leeg-{welk.replace(':', '-')}", volledig=True)
    ] == []
