"""Two people at one record, in a browser: who is second is told, keeps what was typed, on a page as clean as any."""

from collections.abc import Callable
from typing import Any

import pytest

from deelnemers.models import Deelnemer
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.blad.urls import urlpatterns
from praktijken.models import Antwoord, Deelname, Experiment, Ontwerpvraag, Praktijk, Praktijkpartner, Sessie
from tests.browser.conftest import bekijk
from tests.browser.formulieren import Fout, stuur_fout, stuur_te_laat
from tests.browser.foutstaten import LANG
from tests.praktijken.kloptdit.vragen import verbeter

pytestmark = pytest.mark.browser

Tussen = Callable[[dict[str, Any]], None]
BLAD, SESSIE = "/praktijken/{praktijk}", "/sessies/{sessie}"


def intussen(model: Any, sleutel: str, **velden: Any) -> Tussen:
    """Somebody else changes this record."""

    def wijzig(records: dict[str, Any]) -> None:
        record = model.objects.get(pk=records[sleutel])
        for naam, waarde in velden.items():
            setattr(record, naam, waarde)
        record.save()

    return wijzig


def andere_prangende_vragen(records: dict[str, Any]) -> None:
    Praktijk.objects.get(pk=records["praktijk"]).prangende_vragen.clear()


BOTSINGEN = {
    Rol.ADVISEUR: (
        (
            Fout("praktijken:blad-kernthema", BLAD + "/kernthema/", {"kernthema": "Samen"}),
            intussen(Praktijk, "praktijk", kernthema="Alleen"),
        ),
        (
            Fout("praktijken:blad-gegevens", BLAD + "/gegevens/", {"naam": "Mijn naam"}),
            intussen(Praktijk, "praktijk", naam="Andere naam"),
        ),
        (Fout("praktijken:blad-prangende-vragen", BLAD + "/prangende-vragen/"), andere_prangende_vragen),
        (
            Fout("praktijken:blad-ontwerpvraag", BLAD + "/ontwerpvragen/{vraag}/", {"vraag": "Hoe bellen wij?"}),
            intussen(Ontwerpvraag, "vraag", vraag="Hoe mailen wij?"),
        ),
        (
            Fout("praktijken:blad-experiment", BLAD + "/experimenten/{experiment}/", {"opbrengst": "Bellen werkt."}),
            intussen(Experiment, "experiment", opbrengst="Mailen werkt."),
        ),
        (
            Fout("praktijken:blad-partner", BLAD + "/partners/{partner}/", {"vanaf": "2020-05-01"}),
            intussen(Praktijkpartner, "partner", vanaf="2020-06-01"),
        ),
        (
            Fout("praktijken:sessie-wijzigen", SESSIE + "/wijzigen/", {"plaats": "Zaal 3"}),
            intussen(Sessie, "sessie", plaats="Zaal 4"),
        ),
    ),
    Rol.BEHEERDER: (
        (
            Fout("praktijken:blad-periode", BLAD + "/periode/", {"startdatum": "2019-10-01"}),
            intussen(Praktijk, "praktijk", startdatum="2019-11-01"),
        ),
        (
            Fout("bericht-wijzigen", "/post/{wachtend}/wijzigen/", {"onderwerp": "Mijn onderwerp"}),
            intussen(Bericht, "wachtend", onderwerp="Ander onderwerp"),
        ),
        (
            Fout("praktijken:deelnemer", "/deelnemers/{deelnemer}/", {"persoon-naam": "Mijn naam"}),
            intussen(Deelnemer, "deelnemer", naam="Andere naam"),
        ),
        (
            Fout("praktijken:deelname", "/deelnemers/{deelnemer}/", {"deelname-{deelname}-rol": "secretaris"}),
            intussen(Deelname, "deelname", rol="voorzitter"),
        ),
        (
            Fout(
                "praktijken:bulk",
                "/overzicht/",
                {},
                knop="[name=stap][value=uitvoeren]",
                eerst=Fout(
                    "praktijken:bulk",
                    "/overzicht/",
                    {"werkgebied": "lokaal", "reden": "zo is het"},
                    knop="[name=stap][value=voorbeeld]",
                    eerst=Fout("praktijken:bulk", "/overzicht/", {"praktijk": ["{praktijk}"], "actie": "werkgebied"}),
                ),
            ),
            intussen(Praktijk, "praktijk", werkgebied="wijk"),
        ),
        (
            Fout("praktijken:klopt-dit-antwoord", "/klopt-dit/antwoorden/{antwoord}/", {"reden": "Wij belden u."}),
            intussen(Deelname, "deelname", hoedanigheid="vrijwilliger"),
        ),
    ),
}
FILTERS = (
    Fout("praktijken:lessen", "/lessen/", {"zoek": LANG}, fout=("zoek",)),
    Fout("praktijken:sessies", "/sessies/", {"zoek": LANG}, fout=("zoek",)),
    Fout("praktijken:lijst", "/praktijken/", {"op": "ooit"}, fout=("op",)),
    Fout("praktijken:overzicht", "/overzicht/", {"op": "ooit"}, fout=("op",)),
    Fout("praktijken:klopt-dit-verstuurd", "/klopt-dit/verstuurd/", {"praktijk": LANG}, fout=("praktijk",)),
)


@pytest.fixture
def twisten(records):
    """Beside the other records: an answer that awaits a decision, and a mail that waits."""
    verbeter(records["link"], records["deelname"], hoedanigheid="beroepskracht", rol="trekker")
    wachtend = Bericht.objects.filter(stand="wacht").latest("pk").pk
    return records | {"antwoord": Antwoord.objects.latest("pk").pk, "wachtend": wachtend}


@pytest.mark.parametrize("rol", BOTSINGEN, ids=lambda rol: rol.name.lower())
def test_who_is_second_is_told_and_loses_nothing(pagina_als, accounts, twisten, rol):
    pagina = pagina_als(user=accounts[rol])
    fouten = []
    for fout, tussen in BOTSINGEN[rol]:
        fouten += stuur_te_laat(pagina, fout, twisten, lambda wijzig=tussen: wijzig(twisten))
        fouten += bekijk(pagina, fout.naam.replace("fout-", "botsing-", 1))
        fouten += [f"{fout.naam}: {melding}" for melding in pagina.fouten]
        pagina.fouten.clear()

    assert fouten == []


def test_a_list_says_which_of_its_filters_is_wrong(pagina_als, accounts, records):
    pagina = pagina_als(user=accounts[Rol.BEHEERDER])
    fouten = []
    for fout in FILTERS:
        fouten += stuur_fout(pagina, fout, records) + bekijk(pagina, fout.naam)
        fouten += [f"{fout.naam}: {melding}" for melding in pagina.fouten]
        pagina.fouten.clear()

    assert fouten == []


def test_every_part_of_a_practice_that_two_people_can_change_is_here():
    bladen = {fout.view for paren in BOTSINGEN.values() for fout, _ in paren if ":blad-" in fout.view}

    assert bladen == {f"praktijken:{pad.name}" for pad in urlpatterns if not str(pad.name).endswith("-nieuw")}
