"""The menu on every page: what one has a right to, and nothing else."""

import re

import pytest
from django.test import Client

from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


def menu(client: Client) -> list[str]:
    """The entries in the menu of the start page."""
    inhoud = client.get("/").content.decode()
    nav = re.search(r'<nav class="menu".*?</nav>', inhoud, re.DOTALL)
    return re.findall(r"<a [^>]*>([^<]*)</a>", nav[0]) if nav else []


_PROGRAMMA = ("Praktijken", "Sessies", "Lessen", "Overzicht")
_CIJFERS = ("Indicator 23", "Cijfers van oproepen", "Meer indicatoren")
_METINGEN = ("Metingen", "Verschillen", "Zegels en echtheid")
_RONDES = (*_CIJFERS, "Meetrondes")
_KANTOORCIJFERS = (*_CIJFERS, *_METINGEN, "Meetrondes")
_KANTOOR = ("Gegevens", "Post")
_INTAKE = ("Oproepen", "Belangstelling")
_MENSEN = ("Deelnemers", "Klopt dit? Antwoorden", "Klopt dit? Verstuurd", "Verzoeken")


@pytest.mark.parametrize(
    ("rol", "verwacht"),
    [
        (
            Rol.BEHEERDER,
            ["Start", "Taken", *_PROGRAMMA, *_INTAKE, *_MENSEN, *_KANTOORCIJFERS, *_KANTOOR, "Accounts", "Beheer"],
        ),
        (Rol.MEDEWERKER, ["Start", "Taken", *_PROGRAMMA, *_INTAKE, *_MENSEN, *_KANTOORCIJFERS, *_KANTOOR, "Beheer"]),
        (
            Rol.ADVISEUR,
            ["Start", "Taken", "Mijn praktijken", *_PROGRAMMA, "Belangstelling", "Deelnemers", *_RONDES, "Beheer"],
        ),
        (Rol.ANALIST, ["Start", "Taken", *_PROGRAMMA, *_CIJFERS, *_METINGEN]),
        (None, ["Start"]),
    ],
)
def test_each_role_finds_its_own_pages(client, rol, verwacht):
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")

    assert menu(client) == verwacht


def test_a_visitor_has_no_menu(client):
    assert menu(client) == []


def test_logging_out_is_a_button_that_posts(client):
    client.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")

    assert '<form method="post" action="/uitloggen/">' in client.get("/").content.decode()
    assert client.get("/uitloggen/").status_code == 405
    client.post("/uitloggen/")
    assert menu(client) == []
