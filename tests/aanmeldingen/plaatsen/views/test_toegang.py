"""Who gives out places sees how; for anybody else these pages do not exist."""

import pytest
from django.test import Client

from aanmeldingen.models import Plaatsregel, Verdeling
from mantelzorg.toegang import Rol
from tests.aanmeldingen.plaatsen.plaatsboek import ontvangen, oproep_met
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db
PAGINAS = [
    "plaatsen/",
    "plaatsen/verantwoording/",
    "plaatsen/excel/",
    "plaatsen/aantal/",
    "plaatsen/{pk}/",
    "selectie/",
]


def adressen() -> list[str]:
    een = ontvangen(oproep_met(2, verdeling=Verdeling.SELECTIE))
    return [f"/intake/oproep-2014/{pagina.format(pk=een.pk)}" for pagina in PAGINAS]


@pytest.mark.parametrize(
    ("rol", "naam", "status"),
    [
        (Rol.BEHEERDER, "Anja", 200),
        (Rol.MEDEWERKER, "Mo", 200),
        (Rol.ADVISEUR, "Ada", 404),
        (Rol.ANALIST, "Ben", 404),
        (None, "Zora Zonderrol", 404),
    ],
)
def test_staff_alone_sees_the_pages(rol, naam, status):
    client = Client()
    client.force_login(gebruiker(rol, naam), backend="mantelzorg.inloggen.AccountBackend")

    assert {adres: client.get(adres).status_code for adres in adressen()} == dict.fromkeys(adressen_nu(), status)


def adressen_nu() -> list[str]:
    pk = Plaatsregel.objects.exclude(aanmelding=None).values_list("aanmelding", flat=True).get()
    return [f"/intake/oproep-2014/{pagina.format(pk=pk)}" for pagina in PAGINAS]


def test_who_is_not_logged_in_is_asked_to():
    assert {Client().get(adres).url.partition("?")[0] for adres in adressen()} == {"/inloggen/"}


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST])
def test_nobody_else_changes_anything(rol):
    client = Client()
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    alle = adressen()
    regels = Plaatsregel.objects.count()

    antwoorden = {
        client.post(adres, {"plaatsen": 5, "reden": "Zo", "stap": "bevestigen"}).status_code for adres in alle
    }

    assert antwoorden <= {404, 405}
    assert Plaatsregel.objects.count() == regels


def test_an_application_of_another_call_or_that_was_not_sent_in_has_no_page_here(als_mo):
    adressen()

    assert als_mo.get("/intake/oproep-2014/plaatsen/999999/").status_code == 404
