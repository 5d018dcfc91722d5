"""What browser tests share: a Chromium, pages logged in as a role, and the checks every page must pass."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.browser.chromium import GEEN_CHROMIUM, VLAGGEN, chromium_pad, in_ci
from tests.browser.geduld import geduldig
from tests.browser.reis import Reis, op_reis
from tests.browser.voorraad import demonstratieaccounts, voorraad
from tests.gegevens import gebruiker

SCHERMEN = Path(settings.BASE_DIR) / "build" / "schermen"
BEWAAR_SCHERMEN = "SCHERMEN" in os.environ
"""Pictures of whole pages are for people who ask for them: making them takes an eighth of the time."""
WCAG = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],  # what passes is not written out, which halves the time
    "preload": False,  # axe would fetch what style sheets import itself, which the policy of the page forbids
}
MELD_CSP = (
    "addEventListener('securitypolicyviolation', e => console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`))"
)
TOT_RUST = """() => Promise.allSettled(document.getAnimations()
    .filter(beweging => beweging.timeline === document.timeline)
    .filter(beweging => beweging.effect.getComputedTiming().endTime !== Infinity).map(beweging => beweging.finished))"""
"""Waits until colours that fade into others have come there; half-way axe would see a contrast nobody reads.

What moves along with scrolling ends only when somebody scrolls, so nobody waits for that.
"""
SMAL, BREED = 320, 1280
TOETSEN = (("light", SMAL), ("dark", BREED))
"""How each page is looked at: both layouts and both sets of colours, each once, for axe takes seconds."""

PaginaAls = Callable[..., Page]
Controleer = Callable[..., None]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all browser tests; without one they are left out, in CI they fail."""
    with pytest.MonkeyPatch.context() as monkeypatch, sync_playwright() as playwright:
        geduldig(monkeypatch)
        pad = chromium_pad(playwright)
        if pad is None:
            (pytest.fail if in_ci() else pytest.skip)(GEEN_CHROMIUM)
        browser = playwright.chromium.launch(executable_path=pad, args=VLAGGEN)
        # Playwright's event loop runs in this thread, where Django would refuse the database.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
        yield browser
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        browser.close()


@pytest.fixture
def stamgegevens(transactional_db: None) -> None:
    """The rows migrations made, in a database whose changes the server of the pages sees."""


@pytest.fixture
def accounts(stamgegevens: None) -> dict[Rol, User]:  # noqa: ARG001  # asked for its effect
    """The demonstration, with its sessions and lessons; its accounts by role."""
    return demonstratieaccounts()


@pytest.fixture
def records(accounts: dict[Rol, User]) -> dict[str, Any]:
    """Keys of records that forms are about, and the links that were mailed."""
    return voorraad(accounts)


@pytest.fixture
def pagina_als(
    chromium: Browser,
    live_server,
    stamgegevens: None,  # noqa: ARG001  # asked for its effect
    settings,
) -> Iterator[PaginaAls]:
    """`pagina_als(rol)`: a page of somebody in that role; `user=` for a certain somebody, neither: anonymous.

    Its console errors gather in `pagina.fouten`. Addresses may be relative: `pagina.goto("/monitor/23/")`.
    """
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    contexten = []

    def maak(rol: Rol | None = None, *, user: User | None = None, breedte: int = BREED) -> Page:
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": breedte, "height": 900}, locale="nl-NL"
        )
        contexten.append(context)
        user = user or (gebruiker(rol) if rol else None)
        if user is not None:
            context.add_cookies([{"name": "sessionid", "value": _sessie(user), "url": live_server.url}])
        pagina = context.new_page()
        pagina.add_init_script(MELD_CSP)
        _verzamel_fouten(pagina)
        return pagina

    yield maak
    for context in contexten:
        context.close()


@pytest.fixture
def reis(pagina_als: PaginaAls, live_server, settings) -> Iterator[Reis]:
    """A journey of more people and days; mails lead to the pages of the test, forms may be sent at once."""
    settings.WEBADRES = live_server.url
    settings.OPENBAAR_MINSTE_SECONDEN = 0
    with op_reis(pagina_als) as reis:
        yield reis


@pytest.fixture
def controleer() -> Controleer:
    """`controleer(pagina, "naam")`: no console error, WCAG 2.2 A and AA, no sideways scroll; a screenshot if asked."""

    def controle(pagina: Page, naam: str) -> None:
        assert bekijk(pagina, naam) == []
        assert pagina.fouten == []

    return controle


def bekijk(pagina: Page, naam: str) -> list[str]:
    """What is wrong with the page as it stands: sideways scroll, and what axe finds. Leaves it light and wide."""
    pagina.wait_for_load_state("load")  # a page that is there may still wait for its style sheets
    fouten = []
    for kleuren, breedte in TOETSEN:
        pagina.emulate_media(color_scheme=kleuren)
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.evaluate(TOT_RUST)
        if BEWAAR_SCHERMEN:
            _bewaar_scherm(pagina, f"{naam}-{breedte}{'-donker' if kleuren == 'dark' else ''}")
        if (nodig := pagina.evaluate("document.documentElement.scrollWidth")) > breedte:
            fouten.append(f"{naam}: {nodig} breed op {breedte}")
        fouten += [f"{naam} op {breedte}: {fout}" for fout in _toegankelijk(pagina)]
    pagina.emulate_media(color_scheme="light")
    return fouten


def _toegankelijk(pagina: Page) -> list[str]:
    """What axe finds; its script is sent to a document once."""
    if not pagina.evaluate("'axe' in window"):
        pagina.evaluate(AXE_SCRIPT)
    gevonden = pagina.evaluate("regels => axe.run(regels).then(uitslag => uitslag.violations)", WCAG)
    return [f"{regel['id']}: {[knoop['html'][:200] for knoop in regel['nodes']]}" for regel in gevonden]


def _sessie(user: User) -> str:
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client.cookies["sessionid"].value


def _verzamel_fouten(pagina: Page) -> None:
    """Errors of the console and of scripts; that the page itself is a 404 is for the test to say."""
    pagina.fouten = []

    def bewaar(bericht: ConsoleMessage) -> None:
        is_status = bericht.text.startswith("Failed to load resource") and bericht.location["url"] == pagina.url
        if bericht.type == "error" and not is_status:
            pagina.fouten.append(f"{bericht.text} ({bericht.location['url']})")

    pagina.on("console", bewaar)
    pagina.on("pageerror", lambda fout: pagina.fouten.append(str(fout)))


def _bewaar_scherm(pagina: Page, naam: str) -> None:
    SCHERMEN.mkdir(parents=True, exist_ok=True)
    pagina.screenshot(path=SCHERMEN / f"{naam}.jpg", type="jpeg", quality=80, full_page=True)
