"""The functioneel beheerder gives an account another e-mail address."""

import pytest
from django.test import Client

from mantelzorg.accounts.historie import Wijziging, gebeurtenissen
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker
from tests.mantelzorg.accounts.postbus import postbus

pytestmark = pytest.mark.django_db

NIEUW = "ben@vilans.example"


@pytest.fixture
def ben():
    return gebruiker(Rol.ADVISEUR, naam="Ben", email="ben@movisie.example")


def wijzig(beheer, ben, email=NIEUW, gezien="ben@movisie.example"):
    return beheer.post(f"/accounts/{ben.pk}/adres/", {"email": email, "gezien": gezien})


def test_the_account_logs_in_with_the_new_address_and_is_logged_out_first(beheer, ben, als):
    browser = als(ben)

    wijzig(beheer, ben, "Ben@Vilans.example")

    assert browser.get("/mijn/").status_code == 302
    inlog = {"username": NIEUW, "password": WACHTWOORD}
    assert Client().post("/inloggen/", inlog).status_code == 302
    assert Client().post("/inloggen/", inlog | {"username": "ben@movisie.example"}).status_code == 200


def test_the_history_says_who_and_both_addresses(beheer, ben):
    wijzig(beheer, ben)

    laatste = gebeurtenissen(ben)[0]
    assert (laatste.door, laatste.wat) == ("Anja de Beheerder", "e-mailadres gewijzigd")
    assert laatste.wijzigingen == (Wijziging(veld="e-mailadres", oud="ben@movisie.example", nieuw=NIEUW),)


def test_the_old_address_is_told_once_and_not_the_new_address(beheer, ben):
    for _ in range(2):
        assert wijzig(beheer, ben).status_code == 302

    [mail] = postbus()
    assert (mail.to, mail.subject) == (["Ben <ben@movisie.example>"], "Het e-mailadres van uw account is gewijzigd")
    assert NIEUW not in mail.body


def test_of_a_closed_account_nobody_is_told(beheer):
    dicht = gebruiker(Rol.ADVISEUR, email="dicht@voorbeeld.example", is_active=False)

    wijzig(beheer, dicht, gezien="dicht@voorbeeld.example")

    assert (User.objects.get(pk=dicht.pk).email, postbus()) == (NIEUW, [])


@pytest.mark.parametrize(
    ("email", "melding"),
    [
        ("anja@bezet.example", "Er is al een account met dit e-mailadres."),
        ("geen adres", "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl."),
        ("a;b@voorbeeld.example", "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl."),
        ("", "Vul dit in."),
    ],
)
def test_an_address_that_cannot_be_is_refused_and_stays_in_the_form(beheer, ben, email, melding):
    gebruiker(Rol.ANALIST, email="anja@bezet.example")

    antwoord = wijzig(beheer, ben, email)

    assert list(antwoord.context["form"].errors) == ["email"]
    assert antwoord.context["form"]["email"].value() == email
    assert melding in antwoord.content.decode() or not email
    assert User.objects.get(pk=ben.pk).email == "ben@movisie.example"


def test_who_comes_second_hears_that_it_changed(beheer, ben):
    wijzig(beheer, ben)

    antwoord = wijzig(beheer, ben, "ben@elders.example")

    assert "intussen anders" in antwoord.content.decode()
    assert User.objects.get(pk=ben.pk).email == NIEUW
