"""Who may open which page of accounts: named people, every address, reading and writing."""

import pytest
from django.test import Client

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db

PAGINAS = ["/accounts/", "/accounts/uitnodigen/", "/accounts/{pk}/", "/accounts/{pk}/adres/"]
HANDELINGEN = ["/accounts/{pk}/sluiten/", "/accounts/{pk}/heropenen/", "/accounts/{pk}/uitnodiging/"]
ADRESSEN = PAGINAS + HANDELINGEN
GEEN_BEHEERDER = [Rol.MEDEWERKER, Rol.ADVISEUR, Rol.ANALIST, None]
VELDEN = {"email": "nieuw@voorbeeld.example", "naam": "Nieuw", "rollen": ["Functioneel beheerder"], "gezien": "x"}


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


def _stand() -> list[tuple[object, ...]]:
    return list(User.objects.order_by("pk").values_list("email", "naam", "is_active", "groups__name"))


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("adres", ADRESSEN)
@pytest.mark.parametrize("rol", GEEN_BEHEERDER)
def test_for_who_is_no_beheerder_the_page_does_not_exist(rol, adres, method):
    doel, client = gebruiker(Rol.BEHEERDER), _browser(gebruiker(rol))
    voor = _stand()
    antwoord = getattr(client, method)(adres.format(pk=doel.pk), VELDEN)
    assert antwoord.status_code == 404
    assert doel.email not in antwoord.content.decode()
    assert _stand() == voor


@pytest.mark.parametrize("adres", ADRESSEN)
def test_who_is_not_logged_in_gets_the_log_in_page(adres):
    doel = gebruiker(Rol.BEHEERDER)
    adres = adres.format(pk=doel.pk)
    antwoord = Client().get(adres)
    assert (antwoord.status_code, antwoord["Location"].partition("?")[0]) == (302, "/inloggen/")


@pytest.mark.parametrize("adres", ADRESSEN)
def test_who_sends_a_form_without_being_logged_in_changes_nothing_and_keeps_the_text(adres):
    doel = gebruiker(Rol.BEHEERDER)
    voor = _stand()
    antwoord = Client().post(adres.format(pk=doel.pk), VELDEN)
    assert (antwoord.status_code, antwoord.templates[0].name) == (403, "sessie_verlopen.html")
    assert _stand() == voor


@pytest.mark.parametrize("adres", PAGINAS)
def test_a_beheerder_opens_every_page(adres):
    anja = gebruiker(Rol.BEHEERDER)
    assert _browser(anja).get(adres.format(pk=anja.pk)).status_code == 200


@pytest.mark.parametrize("adres", HANDELINGEN)
def test_opening_the_address_of_an_action_does_nothing(adres):
    anja, ben = gebruiker(Rol.BEHEERDER), gebruiker(Rol.ANALIST)
    voor = _stand()
    antwoord = _browser(anja).get(adres.format(pk=ben.pk))
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/accounts/{ben.pk}/")
    assert _stand() == voor


@pytest.mark.parametrize("adres", ["/accounts/{pk}/", *HANDELINGEN])
def test_an_account_that_is_not_there_is_404_for_a_beheerder_too(adres):
    client = _browser(gebruiker(Rol.BEHEERDER))
    assert [client.get(adres.format(pk=0)).status_code, client.post(adres.format(pk=0)).status_code] == [404, 404]


@pytest.mark.parametrize("adres", ["/accounts/uitnodigen/", "/accounts/{pk}/", *HANDELINGEN])
def test_every_change_needs_the_secret_of_the_form(adres):
    anja, ben = gebruiker(Rol.BEHEERDER), gebruiker(Rol.ANALIST)
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(anja, backend="mantelzorg.inloggen.AccountBackend")
    voor = _stand()
    antwoord = streng.post(adres.format(pk=ben.pk), VELDEN)
    assert antwoord.status_code == 403
    assert "Het formulier is niet verstuurd" in antwoord.content.decode()
    assert _stand() == voor


def test_someone_with_two_roles_may_what_either_may():
    ada = gebruiker(Rol.ADVISEUR)
    ada.groups.add(*gebruiker(Rol.BEHEERDER).groups.all())
    assert _browser(ada).get("/accounts/").status_code == 200
