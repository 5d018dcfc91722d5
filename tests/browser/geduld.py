"""After a click the page it leads to is there, whole, before the test reads on.

Playwright returns from a click as soon as the new document begins to arrive. Reading at once (`count()`, `all()`,
`is_visible()`) would then read as much of it as has come: on a busy machine none.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

LEIDT_VERDER = (
    (Page, ("click", "press", "go_back", "evaluate")),
    (Locator, ("click", "press", "check", "select_option", "evaluate")),
)


def geduldig(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets everything that may lead to another page wait until that page has been read whole."""
    for soort, namen in LEIDT_VERDER:
        for naam in namen:
            monkeypatch.setattr(soort, naam, _met_geduld(getattr(soort, naam)))


def _met_geduld(gewoon: Callable[..., Any]) -> Callable[..., Any]:
    def doe(op: Page | Locator, *args: Any, **kwargs: Any) -> Any:
        antwoord = gewoon(op, *args, **kwargs)
        (op if isinstance(op, Page) else op.page).wait_for_load_state("domcontentloaded")
        return antwoord

    return doe
