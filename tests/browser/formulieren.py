"""Sending a form wrongly filled in, as a browser does, and judging how the page that comes back says so."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import resolve
from playwright.sync_api import ElementHandle, Page

ADRES = "formulier => new URL(formulier.getAttribute('action') || location.href, location.href).pathname"
VUL_IN = """
(formulier, velden) => {
    for (const [naam, waarde] of Object.entries(velden)) {
        const delen = [...formulier.elements].filter(deel => deel.name === naam)
        if (!delen.length) throw new Error(`geen veld ${naam}`)
        for (const deel of delen) {
            if (['checkbox', 'radio'].includes(deel.type)) { deel.checked = waarde.includes(deel.value); continue }
            if (!['hidden', 'password'].includes(deel.type) && deel.tagName === 'INPUT') deel.type = 'text'
            deel.value = waarde
        }
    }
}
"""
INGEVULD = """
formulier => {
    const gevuld = {}
    for (const deel of formulier.elements) {
        if (!deel.name || ['hidden', 'file', 'password', 'submit', 'button'].includes(deel.type)) continue
        if (!deel.matches('input, select, textarea')) continue
        const waarden = gevuld[deel.name] ??= []
        if (['checkbox', 'radio'].includes(deel.type)) { if (deel.checked) waarden.push(deel.value); continue }
        const zonder_vorm = ['date', 'datetime-local', 'number'].includes(deel.type)
        waarden.push(zonder_vorm ? deel.getAttribute('value') ?? '' : deel.value)
    }
    return gevuld
}
"""
VERZEND = """
(formulier, knop) => {
    formulier.noValidate = true
    formulier.requestSubmit(knop && formulier.querySelector(`button${knop}`))
}
"""
GEMELD = """
() => {
    const doelen = [...document.querySelectorAll('main .melding.fout a[href^="#"]')]
        .map(link => document.getElementById(link.hash.slice(1)))
    const uitleg = deel => (deel?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean)
    const fout = [...document.querySelectorAll('main [aria-invalid=true]')]
    const losse = [...document.querySelectorAll('main .errorlist')].filter(lijst => !lijst.closest('.melding')
        && ![...document.querySelectorAll('[aria-describedby]')].some(deel => uitleg(deel).includes(lijst.id)))
    return {
        gemeld: Boolean(document.querySelector('main .melding.fout[role=alert]')),
        velden: [...new Set(fout.map(deel => deel.name))],
        zonder_uitleg: fout.filter(deel => ![...uitleg(deel), ...uitleg(deel.closest('fieldset'))]
            .some(id => document.getElementById(id)?.matches('.errorlist'))).map(deel => deel.name),
        zonder_link: [...new Set(fout.filter(deel => !doelen.some(doel => doel?.contains(deel)))
            .map(deel => deel.name))],
        losse_uitleg: losse.map(lijst => lijst.textContent.trim()),
        dode_links: doelen.filter(doel => !doel).length,
        verborgen: fout.filter(deel => !deel.checkVisibility()).map(deel => deel.name),
    }
}
"""


@dataclass(frozen=True, slots=True)
class Fout:
    """A form wrongly filled in: where it stands, to which view it goes, what is typed, and at which fields it is told.

    `bij` and the names of `fout` may name records, as in `/sessies/{sessie}/`. Without fields in `fout` the message
    above the form tells all. `knop` tells forms for one view apart, as a selector; `eerst` is what leads to the form.
    """

    view: str
    bij: str
    typt: dict[str, Any] = field(default_factory=dict)
    fout: tuple[str, ...] = ()
    knop: str | None = None
    eerst: "Fout | None" = None
    wat: str = ""

    @property
    def naam(self) -> str:
        """What its screenshots are called."""
        return "-".join(filter(None, ("fout", self.view.replace(":", "-"), self.wat)))


def stuur_fout(pagina: Page, fout: Fout, records: dict[str, Any]) -> list[str]:
    """What is wrong with how the answer tells what is wrong, and with what became of the text that was typed."""
    voor = _verzend(pagina, fout, records)
    gevonden = pagina.evaluate(GEMELD)
    verwacht = {wat: [] for wat in gevonden} | {
        "gemeld": True,
        "velden": [naam.format(**records) for naam in fout.fout],
        "dode_links": 0,
    }
    fouten = [f"{fout.naam}: {wat} {gevonden[wat]}" for wat in gevonden if gevonden[wat] != verwacht[wat]]
    if fout.fout and (na := _formulier(pagina, fout).evaluate(INGEVULD)) != voor:
        kwijt = {naam: (voor.get(naam), na.get(naam)) for naam in voor if voor.get(naam) != na.get(naam)}
        fouten.append(f"{fout.naam}: anders dan getypt {kwijt}")
    return fouten


def stuur_te_laat(pagina: Page, fout: Fout, records: dict[str, Any], tussen: Callable[[], None]) -> list[str]:
    """Send a form whose record changed after it was opened; what is wrong with the answer that tells so."""
    _open(pagina, fout, records)
    tussen()
    voor = _vul_en_verzend(pagina, fout, records)
    if not pagina.query_selector("main .melding.let-op, main .melding.fout"):
        return [f"{fout.naam}: zegt niet dat iemand anders eerder was"]
    na, getypt = _formulier(pagina, fout).evaluate(INGEVULD), [naam.format(**records) for naam in fout.typt]
    kwijt = {naam: (voor[naam], na.get(naam)) for naam in getypt if voor[naam] != na.get(naam)}
    return [f"{fout.naam}: anders dan getypt {kwijt}"] if kwijt else []


def _verzend(pagina: Page, fout: Fout, records: dict[str, Any]) -> dict[str, list[str]]:
    """Go to the form, fill it in and send it; what stood in it then."""
    _open(pagina, fout, records)
    return _vul_en_verzend(pagina, fout, records)


def _open(pagina: Page, fout: Fout, records: dict[str, Any]) -> None:
    if fout.eerst is None:
        pagina.goto(fout.bij.format(**records))
    else:
        _verzend(pagina, fout.eerst, records)


def _vul_en_verzend(pagina: Page, fout: Fout, records: dict[str, Any]) -> dict[str, list[str]]:
    formulier = _formulier(pagina, fout)
    formulier.evaluate(VUL_IN, {naam.format(**records): _met(waarde, records) for naam, waarde in fout.typt.items()})
    ingevuld: dict[str, list[str]] = formulier.evaluate(INGEVULD)
    with pagina.expect_navigation():
        formulier.evaluate(VERZEND, fout.knop)
    return ingevuld


def _met(waarde: str | list[str], records: dict[str, Any]) -> str | list[str]:
    return waarde.format(**records) if isinstance(waarde, str) else [een.format(**records) for een in waarde]


def _formulier(pagina: Page, fout: Fout) -> ElementHandle:
    """The form of the page that goes to the view, and has the button."""
    formulieren = [
        formulier
        for formulier in pagina.query_selector_all("main form")
        if resolve(formulier.evaluate(ADRES)).view_name == fout.view
        and (fout.knop is None or formulier.query_selector(fout.knop))
    ]
    assert formulieren, f"{fout.naam}: geen formulier op {pagina.url}"
    return formulieren[0]
