"""The place of one application, changed by hand."""

import re

import pytest
from freezegun import freeze_time

from aanmeldingen.models import Plaatsregel
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import Plek, plek
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import AANGEBODEN, BEZET, WACHT, ontvangen, oproep_met, trek_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def aanmeldingen():
    """One place: the first withdrew, the second let its offer lapse, the third has the offer now, the fourth waits."""
    oproep = oproep_met(1)
    vier = [ontvangen(oproep) for _ in range(4)]
    trek_in(vier[0])
    acties.laat_verlopen(moment("2014-07-10 00:00"))
    return vier


def adres(een) -> str:
    return f"/intake/oproep-2014/plaatsen/{een.pk}/"


def stuur(client, een, handeling: str, **velden):
    gezien = re.search(r'name="gezien" value="(\d+)"', client.get(adres(een)).content.decode())
    basis = {"handeling": handeling, "reden": "Was ziek.", "gezien": gezien.group(1) if gezien else "0"}
    return client.post(adres(een), basis | velden)


def keuzes(client, een) -> list[str]:
    return re.findall(r'type="radio" name="handeling" value="([\w-]+)"', client.get(adres(een)).content.decode())


def test_what_can_be_done_is_offered_and_nothing_else(als_mo, aanmeldingen):
    assert [keuzes(als_mo, een) for een in aanmeldingen] == [
        [],
        ["oude-rang", "achteraan", "aanbieden"],
        ["ja", "nee", "oude-rang", "achteraan"],
        [],
    ]


def test_somebody_is_put_back_with_a_reason_and_sent_twice_it_is_one_line(als_mo, mo, aanmeldingen):
    tweede = aanmeldingen[1]
    nummer = Plaatsregel.objects.filter(aanmelding=tweede).latest("nummer").nummer

    eerste = stuur(als_mo, tweede, "oude-rang")
    nog_eens = stuur(als_mo, tweede, "oude-rang", gezien=nummer)

    assert (eerste.status_code, eerste.url) == (302, adres(tweede))
    assert "Er is intussen iets veranderd met deze plaats." in nog_eens.content.decode()
    assert "Was ziek." in nog_eens.content.decode()
    assert plek(tweede) == Plek(stand=WACHT, rang=1)
    assert Plaatsregel.objects.filter(reden="Was ziek.", door=mo).count() == 1


def test_an_offer_is_taken_back_and_goes_to_the_next(als_mo, aanmeldingen):
    _, _, derde, vierde = aanmeldingen

    stuur(als_mo, derde, "achteraan")

    assert (plek(derde), plek(vierde).stand) == (Plek(stand=WACHT, rang=1), AANGEBODEN)


@pytest.mark.parametrize(("handeling", "stand", "volgende"), [("ja", BEZET, WACHT), ("nee", "geen", AANGEBODEN)])
def test_an_answer_heard_by_telephone_is_recorded_for_the_applicant(
    als_mo, mo, aanmeldingen, handeling, stand, volgende
):
    _, _, derde, vierde = aanmeldingen
    with freeze_time("2014-07-11 09:00"):
        stuur(als_mo, derde, handeling)

    assert (plek(derde).stand, plek(vierde).stand) == (stand, volgende)
    assert Plaatsregel.objects.get(aanmelding=derde, van=AANGEBODEN).door == mo


@pytest.mark.parametrize(
    ("wie", "handeling", "zin"),
    [
        (2, "oude-rang", "meteen weer aan de beurt"),
        (1, "aanbieden", "Er is geen plaats vrij."),
        (2, "ja", "De termijn van het aanbod is voorbij."),
        (1, "nee", "De termijn van het aanbod is voorbij."),
        (0, "achteraan", "Deze aanmelding doet niet meer mee."),
    ],
)
def test_what_cannot_be_done_is_said_and_the_reason_stays(als_mo, aanmeldingen, wie, handeling, zin):
    een = aanmeldingen[wie]
    nummer = Plaatsregel.objects.filter(aanmelding=een).latest("nummer").nummer
    regels = Plaatsregel.objects.count()

    pagina = stuur(als_mo, een, handeling, gezien=nummer).content.decode()

    assert zin in pagina
    assert "Was ziek." in pagina
    assert Plaatsregel.objects.count() == regels


def test_a_free_place_is_offered_by_hand(als_mo, mo, aanmeldingen):
    oproep, tweede = aanmeldingen[1].oproep, aanmeldingen[1]
    acties.antwoord(aanmelding=aanmeldingen[2], ja=True, door=mo, op=moment("2014-07-10 09:00"))
    trek_in(aanmeldingen[3])
    acties.stel_capaciteit(oproep=oproep.pk, plaatsen=2, reden="Meer.", door=mo, op=moment("2014-07-10 09:00"))

    stuur(als_mo, tweede, "aanbieden")

    assert [plek(een).stand for een in aanmeldingen[1:3]] == [AANGEBODEN, BEZET]


def test_without_a_reason_nothing_is_done(als_mo, aanmeldingen):
    antwoord = stuur(als_mo, aanmeldingen[1], "achteraan", reden=" ")

    assert list(antwoord.context["form"].errors) == ["reden"]
    assert plek(aanmeldingen[1]).stand == "geen"
