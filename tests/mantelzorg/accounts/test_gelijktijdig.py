"""Two beheerders at the same moment, each with a connection of their own."""

import datetime
import threading
from collections.abc import Callable
from email.utils import parseaddr
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections, transaction
from django.test import Client

from mantelzorg.accounts import acties
from mantelzorg.accounts.acties import Accountgegevens
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.mantelzorg.accounts.postbus import postbus

pytestmark = pytest.mark.django_db(transaction=True)
DAG = datetime.date(2026, 3, 2)
Daad = Callable[[], Any]
Gelijktijdig = Callable[..., tuple[list[str], object]]


@pytest.fixture(autouse=True)
def rollen() -> None:
    """The groups, put back after the flush of an earlier test."""
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


def test_two_beheerders_who_end_each_other_leave_one(gelijktijdig):
    anja, bea = gebruiker(Rol.BEHEERDER, naam="Anja"), gebruiker(Rol.BEHEERDER, naam="Bea")

    def sluit(user: User) -> Daad:
        return lambda: str(acties.sluit(account=user.pk, dag=DAG).is_active)

    uitkomsten = gelijktijdig(sluit(anja), sluit(bea), daarna=lambda: User.objects.filter(is_active=True).count())
    assert uitkomsten == (["False", "LaatsteBeheerder"], 1)


def test_of_two_changes_that_started_from_the_same_values_one_is_kept(gelijktijdig):
    ben = gebruiker(Rol.ANALIST, naam="Ben")
    gebruiker(Rol.BEHEERDER)
    gezien = Accountgegevens.van(ben).vingerafdruk

    def wijzig(werkgever: str) -> Daad:
        gegevens = Accountgegevens(naam="Ben", werkgever=werkgever, einddatum=None, rollen=frozenset({Rol.ANALIST}))
        return lambda: acties.wijzig(account=ben.pk, gegevens=gegevens, gezien=gezien, dag=DAG).werkgever

    uitkomsten, bewaard = gelijktijdig(
        wijzig("RIVM"), wijzig("VWS"), daarna=lambda: User.objects.get(pk=ben.pk).werkgever
    )
    assert uitkomsten == ["IntussenGewijzigd", bewaard]


def test_an_invitation_sent_twice_at_the_same_moment_makes_one_account(gelijktijdig):
    anja = gebruiker(Rol.BEHEERDER)

    def nodig_uit() -> str:
        client = Client()
        client.force_login(anja, backend="mantelzorg.inloggen.AccountBackend")
        velden = {"email": "piet@voorbeeld.example", "naam": "Piet", "rollen": ["Adviseur"]}
        return str(client.post("/accounts/uitnodigen/", velden).status_code)

    uitkomsten = gelijktijdig(
        nodig_uit, nodig_uit, daarna=lambda: User.objects.filter(email="piet@voorbeeld.example").count()
    )
    assert uitkomsten == (["200", "302"], 1)


def test_a_stranger_who_asks_five_times_at_once_sends_three_mails(gelijktijdig):
    ben = gebruiker(Rol.ANALIST)

    def vraag() -> str:
        return Client().post("/wachtwoord/vergeten/", {"email": ben.email})["Location"]

    uitkomsten = gelijktijdig(*[vraag] * 5, daarna=lambda: [parseaddr(bericht.to[0])[1] for bericht in postbus()])
    assert uitkomsten == (["/wachtwoord/gemaild/"] * 5, [ben.email] * 3)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL does not lock a whole database")
def test_who_waits_too_long_for_another_s_writing_gets_the_page_that_says_so(gelijktijdig, monkeypatch):
    anja, ben = gebruiker(Rol.BEHEERDER), gebruiker(Rol.ANALIST)
    monkeypatch.setitem(connections.settings["default"]["OPTIONS"], "timeout", 0.1)
    bezet, klaar = threading.Event(), threading.Event()

    def schrijf_lang() -> str:
        with transaction.atomic():
            bezet.set()
            klaar.wait(20)
        return "klaar"

    def sluit() -> str:
        client = Client()
        client.cookies["sessionid"] = sessie
        bezet.wait(20)
        antwoord = client.post(f"/accounts/{ben.pk}/sluiten/")
        klaar.set()
        return f"{antwoord.status_code} {'Het is nu te druk' in antwoord.content.decode()}"

    eigen = Client()
    eigen.force_login(anja, backend="mantelzorg.inloggen.AccountBackend")
    sessie = eigen.cookies["sessionid"].value
    uitkomsten = gelijktijdig(schrijf_lang, sluit, daarna=lambda: User.objects.get(pk=ben.pk).is_active)
    assert uitkomsten == (["503 True", "klaar"], True)
