"""What people do in the story, each at their own browser, one page after the other."""

import datetime
import re
from dataclasses import dataclass

from django.urls import reverse
from playwright.sync_api import Page, expect

from mantelzorg.models import User
from monitor.models import Meetronde, Meting
from monitor.nederlands import datum
from praktijken.models import Praktijk
from tests.browser.conftest import Controleer
from tests.browser.reis import Reis, knop, verwacht
from tests.browser.verhaal.wereld import Wereld


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaal:
    """The people, their browsers and the clock, and what looks at a page as axe does."""

    wereld: Wereld
    reis: Reis
    controleer: Controleer

    def op(self, dag: str) -> None:
        """It is nine in the morning of that day; everybody who comes now logs in."""
        self.reis.op(f"{dag} 09:00")

    def als(self, user: User | None, adres: str) -> Page:
        """A browser of this person, at that address."""
        pagina = self.reis.als(user)
        pagina.goto(adres)
        return pagina


def peildatum(jaar: int) -> datetime.date:
    return datetime.date(jaar, 6, 30)


def open_ronde(pagina: Page, jaar: int) -> Meetronde:
    """The office asks everybody."""
    pagina.goto(reverse("monitor:ronde-nieuw"))
    pagina.get_by_label("Aanleiding").fill(f"Monitor {jaar}")
    pagina.get_by_label("Peildatum").fill(f"{jaar}-06-30")
    pagina.get_by_label("Bevestigen tot en met").fill(f"{jaar}-07-20")
    knop(pagina, "Meetronde openen")
    expect(pagina.get_by_role("heading", level=1)).to_have_text(f"Meetronde 30 juni {jaar}")
    return Meetronde.objects.get(peildatum=peildatum(jaar))


def bevestig(pagina: Page, ronde: Meetronde, praktijk: Praktijk) -> None:
    """An adviser looks at the figures of one practice, and says that they are right."""
    pagina.goto(reverse("monitor:ronde", args=[ronde.pk]))
    pagina.get_by_role("link", name=praktijk.naam, exact=True).click()
    knop(pagina, f"Klopt per {datum(ronde.peildatum)}")
    expect(pagina.get_by_role("status")).to_contain_text(f"U heeft bevestigd: {praktijk.naam} klopt per")


def sluit(pagina: Page, ronde: Meetronde, stand: str) -> None:
    """The office sees how far it is, and closes the round."""
    pagina.goto(reverse("monitor:ronde", args=[ronde.pk]))
    verwacht(pagina, stand)
    knop(pagina, "Meetronde sluiten")
    expect(pagina.get_by_role("status")).to_have_text("De meetronde is gesloten.")


def maak_meting(pagina: Page, jaar: int) -> Meting:
    """The Monitor's measurement of that year."""
    pagina.goto(reverse("monitor:meting-nieuw"))
    pagina.get_by_label("Jaar").fill(str(jaar))
    pagina.get_by_label("Peildatum").fill(f"{jaar}-06-30")
    pagina.get_by_label("Aanleiding").fill(f"Monitor {jaar}")
    pagina.get_by_label("Dit is de meting van de Monitor").check()
    knop(pagina, "Meting maken")
    verwacht(pagina, "U maakte deze meting zelf. Vraag iemand anders om haar te controleren.")
    return Meting.objects.get(jaar=jaar)


def controleer_cijfers(pagina: Page, meting: Meting) -> None:
    """Somebody else than who made it looks at the figures."""
    pagina.goto(reverse("monitor:meting", args=[meting.pk]))
    knop(pagina, "De cijfers kloppen")
    expect(pagina.get_by_role("status").first).to_have_text("De meting is gecontroleerd.")


def stel_vast(pagina: Page, meting: Meting) -> None:
    """For good."""
    pagina.goto(reverse("monitor:meting", args=[meting.pk]))
    knop(pagina, "Meting vaststellen")
    expect(pagina.get_by_role("status").first).to_have_text("De meting is vastgesteld.")


def publiceer(pagina: Page, meting: Meting, versie: int = 1, waarom: str = "") -> None:
    """What was previewed. `waarom`: why protected counts of other days may be opened by it, where that is asked."""
    pagina.goto(reverse("monitor:publiceren", args=[meting.pk]))
    if waarom:
        pagina.get_by_label("Waarom mogen die aantallen openbaar worden?").fill(waarom)
    knop(pagina, "Publiceren")
    expect(pagina).to_have_url(re.compile(f"/cijfers/thuis/{meting.jaar}/{versie}/$"))


def wijzig_teksten(pagina: Page, meting: Meting, **velden: str) -> None:
    """Threshold and texts, by the names of their fields."""
    pagina.goto(reverse("monitor:publicatieteksten", args=[meting.pk]))
    for naam, waarde in velden.items():
        pagina.locator(f"[name={naam}]").fill(waarde)
    knop(pagina, "Bewaren")
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("Publiceren")


def wijzig_periode(pagina: Page, praktijk: Praktijk, **velden: str) -> None:
    """When a practice started or how it ended: `startdatum`, `einddatum`, `afloop`, `gaat_verder_in` (a name)."""
    pagina.goto(reverse("praktijken:blad-periode", args=[praktijk.pk]))
    for naam in velden.keys() & {"startdatum", "einddatum"}:
        pagina.locator(f"[name={naam}]").fill(velden[naam])
    if "afloop" in velden:
        pagina.locator("[name=afloop]").select_option(value=velden["afloop"])
    if "gaat_verder_in" in velden:
        pagina.locator("[name=gaat_verder_in]").select_option(label=velden["gaat_verder_in"])
    knop(pagina, "Bewaren")
    expect(pagina).to_have_url(re.compile(f"{reverse('praktijken:praktijk', args=[praktijk.pk])}(#.*)?$"))
