"""Another number of places: first what it does, then do it."""

import re

import pytest

from aanmeldingen.models import Plaatsregel
from aanmeldingen.plaatsen.lezen import Plaatsen, stand
from mantelzorg.models import Bericht
from tests.aanmeldingen.plaatsen.plaatsboek import ontvangen, oproep_met

pytestmark = pytest.mark.django_db
ADRES = "/intake/oproep-2014/plaatsen/aantal/"


@pytest.fixture
def oproep():
    """One place: it is taken, and two wait."""
    nieuw = oproep_met(1)
    for _ in range(3):
        ontvangen(nieuw)
    return nieuw


def gezien(antwoord) -> str:
    [nummer] = re.findall(r'name="gezien" value="(\d+)"', antwoord.content.decode())
    return nummer


def stuur(client, stap: str, plaatsen: int, **velden):
    return client.post(ADRES, {"stap": stap, "plaatsen": plaatsen, "reden": "Meer geld van VWS."} | velden)


def test_the_preview_says_who_gets_an_offer_and_changes_nothing(als_mo, oproep):
    antwoord = stuur(als_mo, "voorbeeld", 2)

    assert "1 aanmelding van de wachtlijst krijgt meteen een aanbod: nummer 2." in antwoord.content.decode()
    assert stand(oproep) == Plaatsen(capaciteit=1, bezet=1, wacht=2)
    assert Bericht.objects.count() == 0


def test_the_preview_says_how_far_below_zero_it_goes(als_mo, oproep):
    antwoord = stuur(als_mo, "voorbeeld", 0)

    assert "Er zijn dan 1 plaatsen te veel weg." in antwoord.content.decode()
    assert stand(oproep).capaciteit == 1


def test_what_was_shown_is_done_and_sent_twice_it_is_done_once(als_mo, mo, oproep):
    nummer = gezien(stuur(als_mo, "voorbeeld", 2))

    eerste = stuur(als_mo, "bevestigen", 2, gezien=nummer)
    tweede = stuur(als_mo, "bevestigen", 2, gezien=nummer)

    assert (eerste.status_code, eerste.url) == (302, "/intake/oproep-2014/plaatsen/")
    assert "Dit verandert niets." in tweede.content.decode()
    regel = Plaatsregel.objects.get(capaciteit=1, nummer__gt=1)
    assert (regel.reden, regel.door) == ("Meer geld van VWS.", mo)
    assert stand(oproep) == Plaatsen(capaciteit=2, bezet=1, aangeboden=1, wacht=1)


def test_what_happened_since_the_preview_is_shown_before_anything_is_done(als_mo, oproep):
    nummer = gezien(stuur(als_mo, "voorbeeld", 4))
    ontvangen(oproep)

    antwoord = stuur(als_mo, "bevestigen", 4, gezien=nummer)

    assert "Er is intussen iets veranderd." in antwoord.content.decode()
    assert "3 aanmeldingen van de wachtlijst krijgen meteen een aanbod: nummer 2, 3, 4." in antwoord.content.decode()
    assert stand(oproep).capaciteit == 1
    stuur(als_mo, "bevestigen", 4, gezien=gezien(antwoord))
    assert stand(oproep) == Plaatsen(capaciteit=4, bezet=1, aangeboden=3)


@pytest.mark.parametrize(
    "velden", [{"plaatsen": "-1"}, {"plaatsen": "10001"}, {"plaatsen": "tien"}, {"reden": " "}, {"reden": "x" * 401}]
)
def test_what_cannot_be_is_said_at_its_field_with_what_was_typed(als_mo, oproep, velden):
    antwoord = als_mo.post(ADRES, {"stap": "bevestigen", "plaatsen": "7", "reden": "Meer."} | velden)

    [(veld, getypt)] = velden.items()
    assert list(antwoord.context["form"].errors) == [veld]
    assert antwoord.context["form"][veld].value() == getypt
    assert stand(oproep).capaciteit == 1


def test_quotas_are_changed_along_and_have_to_fit(als_mo, mo):
    oproep = oproep_met(3, ziekenhuis=1)
    ontvangen(oproep, sector_naam="ziekenhuis")
    ontvangen(oproep, sector_naam="ziekenhuis")
    veld = f"quotum-{oproep.oproepsectoren.get(quotum=1).pk}"

    te_veel = stuur(als_mo, "voorbeeld", 3, **{veld: 4})
    nummer = gezien(stuur(als_mo, "voorbeeld", 3, **{veld: 2}))
    stuur(als_mo, "bevestigen", 3, gezien=nummer, **{veld: 2})

    assert "De plaatsen van de sectoren zijn samen meer dan het totaal." in te_veel.content.decode()
    assert [(pot.capaciteit, pot.bezet, pot.aangeboden) for pot in stand(oproep).per_sector] == [(2, 1, 1), (1, 0, 0)]
    verandering = oproep.oproepsectoren.get(quotum=2).history.first()
    assert (verandering.history_change_reason, verandering.history_user) == ("Meer geld van VWS.", mo)
