"""Mails about an offer, as they come in at a mail server."""

import pytest
from freezegun import freeze_time

from aanmeldingen.models import Aanmelding
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.bureau import antwoord_namens, zet_terug
from aanmeldingen.plaatsen.post import INTUSSEN_ANDERS, NIET_MEER
from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.versturen import verstuur_post
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import capaciteit, ontvangen, oproep_met, trek_in
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.django_db
TOEN = moment("2014-07-02 10:00")
ERNA = moment("2014-07-10 00:00")


@pytest.fixture
def tweede() -> Aanmelding:
    """Second of three for one place; the first withdrew at TOEN, so it has an offer until and including 9 July."""
    with freeze_time(TOEN):
        oproep = oproep_met(1)
        eerste = ontvangen(oproep)
        wie = ontvangen(oproep, "Zorggroep Tweede", contact=("Truus Tweede", "truus@zorg.example"))
        ontvangen(oproep, "Zorggroep Derde", contact=("Dirk Derde", "dirk@zorg.example"))
        trek_in(eerste, op=TOEN)
    return wie


def verstuur(op) -> list[tuple[str, str, str]]:
    """To whom, what about, and the text of what goes out at that moment."""
    with vang_mail() as mail, freeze_time(op):
        verstuur_post.call()
    onderwerpen = [str(een["Subject"]) for een in mail.berichten]
    return list(zip(mail.adressen, onderwerpen, mail.teksten, strict=True))


def test_an_offer_is_mailed_with_its_last_moment_and_the_page_to_answer_on(tweede):
    [(aan, onderwerp, tekst)] = verstuur(TOEN)

    assert (aan, onderwerp) == ("Truus Tweede <truus@zorg.example>", "Er is een plaats voor u vrij")
    assert "Zorggroep Tweede" in tekst
    assert "tot en met woensdag 9 juli 2014, 23.59 uur" in tekst
    assert f"/aanmelding/{tweede.sleutel}/aanbod/\n" in tekst


def test_an_offer_is_mailed_once_and_the_next_one_has_its_own(tweede, mo):
    assert len(verstuur(TOEN)) == 1
    assert verstuur(TOEN) == []
    with freeze_time(TOEN):
        zet_terug(aanmelding=tweede, achteraan=True, reden="Telefonisch.", door=mo, op=TOEN)

    assert sorted((aan, onderwerp) for aan, onderwerp, _ in verstuur(TOEN)) == [
        ("Dirk Derde <dirk@zorg.example>", "Er is een plaats voor u vrij"),
        ("Truus Tweede <truus@zorg.example>", "Uw plaats in de verdeling is gewijzigd"),
    ]


@pytest.mark.parametrize(
    ("eerst", "zin"),
    [
        (lambda _een: None, "Ons aanbod van een plaats geldt niet meer."),
        (
            lambda een: acties.antwoord(aanmelding=een, ja=True, door=None, op=TOEN),
            "De plaats die u had, heeft u nu niet meer.",
        ),
        (
            lambda een: acties.antwoord(aanmelding=een, ja=False, door=None, op=TOEN),
            "U doet weer mee in de verdeling van de plaatsen.",
        ),
    ],
    ids=["lost an offer", "lost a place", "was out"],
)
def test_who_is_put_back_reads_what_was_lost_and_the_rank(tweede, mo, eerst, zin):
    verstuur(TOEN)
    with freeze_time(TOEN):
        eerst(tweede)
        for _ in range(2):
            zet_terug(aanmelding=tweede, achteraan=True, reden="Gebeld met Truus.", door=mo, op=TOEN)

    [tekst] = [tekst for aan, _, tekst in verstuur(TOEN) if aan.startswith("Truus")]

    assert zin in tekst
    assert "U staat op nummer 1 van de wachtlijst." in tekst
    assert f"/aanmelding/{tweede.sleutel}/\n" in tekst
    assert "Gebeld" not in tekst


def test_who_is_put_back_and_offered_a_place_at_once_reads_of_the_offer_alone(tweede, mo):
    verstuur(TOEN)
    with freeze_time(TOEN):
        acties.antwoord(aanmelding=tweede, ja=False, door=None, op=TOEN)
        capaciteit(tweede.oproep, 3, op=TOEN)
        zet_terug(aanmelding=tweede, achteraan=True, reden="Toch wel.", door=mo, op=TOEN)

    assert [onderwerp for aan, onderwerp, _ in verstuur(TOEN) if aan.startswith("Truus")] == [
        "Er is een plaats voor u vrij"
    ]


def test_the_mail_about_being_put_back_does_not_go_where_something_changed_after_it(tweede, mo):
    verstuur(TOEN)
    with freeze_time(TOEN):
        zet_terug(aanmelding=tweede, achteraan=True, reden="Fout.", door=mo, op=TOEN)
        capaciteit(tweede.oproep, 2, op=TOEN)

    assert "Uw plaats in de verdeling is gewijzigd" not in str(verstuur(TOEN))
    assert Bericht.objects.get(soort="terug op de wachtlijst").uitkomst == INTUSSEN_ANDERS


@pytest.mark.parametrize(("ja", "zin"), [(True, "U neemt de plaats aan."), (False, "U wilt de plaats niet.")])
def test_an_answer_that_the_office_notes_is_mailed_to_who_gave_it(tweede, mo, ja, zin):
    verstuur(TOEN)
    with freeze_time(TOEN):
        for _ in range(2):
            antwoord_namens(aanmelding=tweede, ja=ja, reden="Telefonisch.", door=mo, op=TOEN)

    [(onderwerp, tekst)] = [(over, tekst) for aan, over, tekst in verstuur(TOEN) if aan.startswith("Truus")]
    assert (onderwerp, zin in tekst) == ("Uw antwoord op ons aanbod", True)


@pytest.mark.usefixtures("tweede")
def test_when_an_offer_lapses_the_next_gets_one_and_who_had_it_is_told():
    verstuur(TOEN)
    with freeze_time(ERNA):
        acties.laat_verlopen(ERNA)

    verstuurd = verstuur(ERNA)

    assert sorted((aan, onderwerp) for aan, onderwerp, _ in verstuurd) == [
        ("Dirk Derde <dirk@zorg.example>", "Er is een plaats voor u vrij"),
        ("Truus Tweede <truus@zorg.example>", "De plaats ging naar een andere organisatie"),
    ]


@pytest.mark.parametrize(
    "gebeurt",
    [
        lambda een, _mo: trek_in(een, op=TOEN),
        lambda een, mo: acties.antwoord(aanmelding=een, ja=False, door=mo, op=TOEN),
        lambda een, mo: acties.antwoord(aanmelding=een, ja=True, door=mo, op=TOEN),
        lambda een, mo: acties.bevestig(aanmelding=een, door=mo, op=TOEN),
        lambda een, mo: zet_terug(aanmelding=een, achteraan=True, reden="Fout.", door=mo, op=TOEN),
    ],
    ids=["withdrawn", "declined", "taken by telephone", "admitted", "taken back"],
)
def test_the_mail_of_an_offer_that_is_over_is_not_sent(tweede, mo, gebeurt):
    gebeurt(tweede, mo)

    assert "Er is een plaats voor u vrij" not in [over for aan, over, _ in verstuur(TOEN) if aan.startswith("Truus")]
    mail = Bericht.objects.get(aan="truus@zorg.example", soort="plaats aangeboden")
    assert (mail.stand, mail.uitkomst) == (Poststand.INGETROKKEN, NIET_MEER)


@pytest.mark.usefixtures("tweede")
def test_the_mail_of_an_offer_whose_term_has_ended_is_not_sent_before_the_worker_ends_it():
    assert verstuur(ERNA) == []
    assert Bericht.objects.get().uitkomst == NIET_MEER
