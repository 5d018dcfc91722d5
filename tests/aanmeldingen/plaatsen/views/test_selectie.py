"""The page of the selection after closing: choose, work out, confirm once."""

import datetime
import re
import uuid

import pytest
from django.test import Client
from freezegun import freeze_time

from aanmeldingen.models import Selectie, Verdeling
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import BEZET, KANDIDAAT, WACHT, ontvangen, oproep_met, standen, trek_in
from tests.aanmeldingen.plaatsen.views.test_boek import queries
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db
ADRES = "/intake/oproep-2014/selectie/"


@pytest.fixture
def kandidaten():
    """Three for two places."""
    oproep = oproep_met(2, verdeling=Verdeling.SELECTIE)
    return [ontvangen(oproep, f"Zorggroep {naam}") for naam in ("Een", "Twee", "Drie")]


def keuze(kandidaten, gekozen, **velden) -> dict[str, object]:
    basis = {f"volgorde-{een.pk}": nummer for nummer, een in enumerate(kandidaten, start=1)}
    overleg = {"datum": "2014-07-08", "aanwezigen": "Mo\nAnja", "verslag": "Gespreid.", "inzending": str(uuid.uuid4())}
    return basis | {f"gekozen-{een.pk}": "on" for een in gekozen} | overleg | velden


def doorgerekend(antwoord) -> str:
    [afdruk] = re.findall(r'name="doorgerekend" value="(\w+)"', antwoord.content.decode())
    return afdruk


def reken(client, velden) -> dict[str, object]:
    return velden | {"stap": "bevestigen", "doorgerekend": doorgerekend(client.post(ADRES, velden | {"stap": "reken"}))}


def test_working_out_shows_the_spread_and_records_nothing(als_mo, kandidaten):
    een, _, drie = kandidaten

    antwoord = als_mo.post(ADRES, {"stap": "reken"} | keuze(kandidaten, [een, drie], aanwezigen=""))

    pagina = re.sub(r"\s+", " ", antwoord.content.decode())
    assert "U koos 2 aanmeldingen voor 2 vrije plaatsen." in pagina
    spreiding = re.findall(r'<th scope="row"[^>]+>([^<]+)</th><td[^>]+>(\d)</td><td[^>]+>(\d)</td>', pagina)
    assert spreiding == [("thuiszorg", "3", "2"), ("Gelderland", "3", "2")]
    assert "Gespreid." in pagina
    assert standen(een.oproep) == [KANDIDAAT] * 3


def test_what_was_worked_out_is_confirmed_and_sent_twice_it_is_recorded_once(als_mo, mo, kandidaten):
    een, twee, drie = kandidaten
    velden = reken(als_mo, keuze(kandidaten, [twee, drie]))

    eerste, tweede = als_mo.post(ADRES, velden), als_mo.post(ADRES, velden)

    assert (eerste.status_code, tweede.status_code) == (302, 302)
    assert standen(een.oproep) == [WACHT, BEZET, BEZET]
    selectie = Selectie.objects.get()
    assert (selectie.datum, selectie.aanwezigen, selectie.verslag, selectie.door) == (
        datetime.date(2014, 7, 8), "Mo\nAnja", "Gespreid.", mo,
    )  # fmt: skip
    uitslag = als_mo.get(ADRES)
    assert (uitslag.context["gekozen"], uitslag.context["volgorde"]) == ([twee, drie], [een])


def test_the_others_wait_in_the_order_filled_in_and_who_has_no_number_last(als_mo, kandidaten):
    een, twee, drie = kandidaten
    getypt = {f"volgorde-{een.pk}": "", f"volgorde-{twee.pk}": 2, f"volgorde-{drie.pk}": 1}
    velden = reken(als_mo, keuze(kandidaten, []) | getypt)

    als_mo.post(ADRES, velden)

    assert [plek(wie).stand for wie in (drie, twee)] == ["aangeboden"] * 2
    assert plek(een).rang == 1


@pytest.mark.parametrize("anders", [{"doorgerekend": ""}, {"gekozen-{}": "on"}])
def test_a_choice_that_was_not_worked_out_is_shown_first(als_mo, kandidaten, anders):
    een, *_ = kandidaten
    velden = reken(als_mo, keuze(kandidaten, []))

    antwoord = als_mo.post(ADRES, velden | {naam.format(een.pk): waarde for naam, waarde in anders.items()})

    assert "Uw keuze is anders dan wat is doorgerekend." in antwoord.content.decode()
    assert standen(een.oproep) == [KANDIDAAT] * 3


def test_more_than_fit_cannot_be_confirmed(als_mo, kandidaten):
    velden = reken(als_mo, keuze(kandidaten, kandidaten))

    antwoord = als_mo.post(ADRES, velden)

    assert "Haal bij een of meer het vinkje weg." in antwoord.content.decode()
    assert "Dat zijn er 1 te veel." in antwoord.content.decode()
    assert Selectie.objects.count() == 0


def test_who_withdrew_since_it_was_worked_out_is_gone_from_the_list_first(als_mo, kandidaten):
    een, twee, drie = kandidaten
    velden = reken(als_mo, keuze(kandidaten, [twee, drie]))
    trek_in(drie)

    antwoord = als_mo.post(ADRES, velden)

    assert "Uw keuze is anders dan wat is doorgerekend." in antwoord.content.decode()
    assert [rij.aanmelding for rij in antwoord.context["keuze"].kandidaten] == [een, twee]


def test_of_two_people_the_second_sees_what_the_first_recorded_and_keeps_what_they_typed(als_mo, kandidaten):
    een, twee, drie = kandidaten
    anja = Client()
    anja.force_login(gebruiker(Rol.BEHEERDER), backend="mantelzorg.inloggen.AccountBackend")
    van_mo, van_anja = (
        reken(als_mo, keuze(kandidaten, [een])),
        reken(anja, keuze(kandidaten, [drie], verslag="Anders.")),
    )

    als_mo.post(ADRES, van_mo)
    pagina = anja.post(ADRES, van_anja).content.decode()

    assert "De selectie was al vastgelegd door <bdi>Mo de Medewerker</bdi>." in pagina
    assert "Anders." in pagina
    assert [plek(wie).stand for wie in (een, twee, drie)] == [BEZET, "aangeboden", WACHT]


@pytest.mark.parametrize(
    ("velden", "fout"),
    [({"aanwezigen": " "}, "aanwezigen"), ({"datum": "2099-01-01"}, "datum"), ({"datum": ""}, "datum")],
)
def test_who_was_there_and_when_is_asked_at_confirming(als_mo, kandidaten, velden, fout):
    antwoord = als_mo.post(ADRES, reken(als_mo, keuze(kandidaten, [])) | velden)

    assert list(antwoord.context["form"].errors) == [fout]
    assert Selectie.objects.count() == 0


@freeze_time(moment("2014-06-30 23:59"))
def test_before_closing_nothing_can_be_selected(mo, kandidaten):
    client = Client()
    client.force_login(mo, backend="mantelzorg.inloggen.AccountBackend")

    antwoord = client.post(ADRES, keuze(kandidaten, [], stap="reken"))

    assert "De selectie kan als de oproep is gesloten." in antwoord.content.decode()


def test_a_call_with_another_rule_has_no_selection(als_mo):
    oproep_met(2)

    assert als_mo.get(ADRES).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_candidates(als_mo, kandidaten):
    queries(als_mo, ADRES)
    met_drie = queries(als_mo, ADRES)
    for _ in range(3):
        ontvangen(kandidaten[0].oproep)

    assert queries(als_mo, ADRES) == met_drie
