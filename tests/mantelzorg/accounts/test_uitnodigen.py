"""Inviting: the functioneel beheerder makes an account, its owner chooses the password."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from freezegun import freeze_time

from mantelzorg.models import Bericht, User
from mantelzorg.post.rem import houd_alles_vast
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker
from tests.mantelzorg.accounts.beheerpagina import PIET, meldingen, waarden
from tests.mantelzorg.accounts.conftest import gemailde_link, open_link
from tests.mantelzorg.accounts.postbus import postbus

pytestmark = pytest.mark.django_db


@freeze_time("2026-03-02 12:00")
def test_an_invitation_makes_an_account_that_works_once_its_owner_chose_a_password(beheer):
    antwoord = beheer.post("/accounts/uitnodigen/", PIET, follow=True)
    piet = User.objects.get(email="piet@voorbeeld.example")
    assert waarden(piet) == ("Piet Pieters", "Vilans", datetime.date(2026, 12, 31), {Rol.ADVISEUR}, True)
    assert not piet.has_usable_password()
    assert meldingen(antwoord) == ["De uitnodiging voor piet@voorbeeld.example staat klaar en gaat zo uit."]
    assert [(bericht.to, bericht.subject) for bericht in postbus()] == [
        (["Piet Pieters <piet@voorbeeld.example>"], "Uw account bij In voor mantelzorg")
    ]
    assert postbus()[0].body == (
        "Beste Piet Pieters,\n\n"
        "Anja de Beheerder heeft een account voor u gemaakt bij In voor mantelzorg,\n"
        "de programma-administratie.\n\n"
        "Kies eerst een wachtwoord. Dat doet u op deze pagina:\n\n"
        f"http://127.0.0.1:8000{gemailde_link()}\n\n"
        "De link werkt één keer, drie dagen lang. Daarna logt u in met uw\n"
        "e-mailadres en het wachtwoord dat u koos.\n\n"
        "Werkt de link niet meer? Vraag dan een nieuwe link aan op de pagina\n"
        "‘Wachtwoord vergeten’.\n\n"
        "Verwachtte u deze mail niet? Dan hoeft u niets te doen.\n\n"
        "Met vriendelijke groet,\n"
        "In voor mantelzorg"
    )
    client = Client()
    adres = open_link(client, gemailde_link())
    client.post(adres, {"new_password1": WACHTWOORD, "new_password2": WACHTWOORD})
    assert client.post("/inloggen/", {"username": piet.email, "password": WACHTWOORD}).status_code == 302


@freeze_time("2026-03-02 12:00")
def test_sending_the_invitation_twice_makes_one_account_and_one_mail(beheer):
    beheer.post("/accounts/uitnodigen/", PIET)
    tweede = beheer.post("/accounts/uitnodigen/", PIET | {"email": "PIET@voorbeeld.example"})
    assert tweede.status_code == 200
    assert tweede.context["form"].errors == {
        "email": [
            "Er is al een account met dit e-mailadres. Zoek het op in de lijst; u kunt het daar wijzigen of uitnodigen."
        ]
    }
    assert (User.objects.filter(email="piet@voorbeeld.example").count(), len(postbus())) == (1, 1)


@freeze_time("2026-03-02 12:00")
@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"email": "geen adres"}, {"email": ["Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl."]}),
        ({"naam": " "}, {"naam": ["Vul dit in."]}),
        ({"rollen": []}, {"rollen": ["Vul dit in."]}),
        ({"rollen": ["Baas"]}, {"rollen": ["Baas staat niet in de lijst. Kies iets uit de lijst."]}),
        ({"einddatum": "2026-03-01"}, {"einddatum": ["Deze einddatum is al voorbij. Kies vandaag of een latere dag."]}),
        (
            {"einddatum": "31 maart"},
            {"einddatum": ["Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."]},
        ),
        ({"naam": "x" * 501}, {"naam": ["Hier passen hoogstens 500 tekens. Nu zijn het er 501. Maak het korter."]}),
    ],
)
def test_an_invitation_that_is_not_right_says_what_is_wrong_and_makes_nothing(beheer, velden, fouten):
    antwoord = beheer.post("/accounts/uitnodigen/", PIET | velden)
    assert antwoord.context["form"].errors == fouten
    assert (User.objects.count(), postbus()) == (1, [])


def test_while_all_mail_is_held_the_account_stands_and_the_beheerder_hears_so(beheer, anja):
    houd_alles_vast(reden="Er staat een fout in.", door=anja)
    antwoord = beheer.post("/accounts/uitnodigen/", PIET | {"einddatum": ""}, follow=True)
    assert meldingen(antwoord) == [
        "De uitnodiging voor piet@voorbeeld.example staat klaar, maar alle post wordt nu vastgehouden. "
        "Bij Post staat waarom."
    ]
    assert postbus() == []


def test_nobody_who_reads_the_outbox_gets_a_link_that_works(beheer):
    beheer.post("/accounts/uitnodigen/", PIET | {"einddatum": ""})
    bericht = Bericht.objects.get()
    postbus()
    bericht.refresh_from_db()
    versies = [bericht.tekst, *bericht.history.values_list("tekst", flat=True)]
    pagina = beheer.get(f"/post/{bericht.pk}/").content.decode()
    assert ["wachtwoord/instellen" in tekst for tekst in (*versies, pagina)] == [False] * 5
    assert all("[persoonlijke link]" in tekst for tekst in (*versies, pagina))


@pytest.mark.parametrize(
    ("velden", "uitkomst"),
    [
        ({"is_active": False}, "Het account is intussen gesloten."),
        ({"einddatum": datetime.date(2020, 1, 1)}, "Het account is intussen gesloten."),
        ({"email": "ander@voorbeeld.example"}, "Het e-mailadres van het account is intussen anders."),
        ({"password": "een-hash"}, "Het account heeft intussen een wachtwoord."),
    ],
)
def test_an_invitation_that_is_no_longer_right_is_withdrawn_at_the_moment_of_sending(beheer, velden, uitkomst):
    beheer.post("/accounts/uitnodigen/", PIET | {"einddatum": ""})
    piet = User.objects.get(email="piet@voorbeeld.example")
    for naam, waarde in velden.items():
        setattr(piet, naam, waarde)
    piet.save()
    assert postbus() == []
    assert Bericht.objects.get().uitkomst == uitkomst


def test_an_adviser_whom_an_import_added_gets_in_only_after_an_invitation(beheer):
    ada = User.objects.create_user(email="ada@voorbeeld.example")
    ada.groups.add(Group.objects.get(name=Rol.ADVISEUR.value))
    Client().post("/wachtwoord/vergeten/", {"email": ada.email})
    assert postbus() == []
    assert "Uitnodiging mailen" in beheer.get(f"/accounts/{ada.pk}/").content.decode()
    beheer.post(f"/accounts/{ada.pk}/uitnodiging/")
    Client().post("/wachtwoord/vergeten/", {"email": ada.email})
    assert [bericht.subject for bericht in postbus()] == [
        "Uw account bij In voor mantelzorg",
        "Nieuw wachtwoord voor In voor mantelzorg",
    ]


def test_who_has_a_password_is_not_invited_again(beheer):
    ben = gebruiker(Rol.ANALIST)
    antwoord = beheer.post(f"/accounts/{ben.pk}/uitnodiging/", follow=True)
    assert meldingen(antwoord) == ["Er is niets gemaild: dit account is gesloten of heeft al een wachtwoord."]
    assert postbus() == []
