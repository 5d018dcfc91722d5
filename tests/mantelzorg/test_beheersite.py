"""The admin is no second door."""

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker

pytestmark = pytest.mark.django_db


def _browser(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


@pytest.mark.parametrize(
    "adres", ["/admin/", "/admin/mantelzorg/programma/", "/admin/mantelzorg/programma/1/change/", "/admin/x/"]
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_has_no_session_gets_the_log_in_page_and_then_the_page_asked_for(adres, method):
    antwoord = getattr(Client(), method)(adres)
    assert (antwoord.status_code, antwoord["Location"]) == (302, f"/inloggen/?next={adres}")


@pytest.mark.parametrize("adres", ["/admin/", "/admin/mantelzorg/programma/", "/admin/x/", "/admin/jsi18n/"])
def test_who_may_see_nothing_there_gets_404(adres):
    assert _browser(gebruiker(Rol.ANALIST)).get(adres).status_code == 404
    assert _browser(gebruiker()).get(adres).status_code == 404


def test_the_admin_s_own_log_in_page_leads_to_ours_and_takes_no_password():
    ben = gebruiker(Rol.BEHEERDER)
    assert Client().get("/admin/login/?next=/admin/mantelzorg/")["Location"] == "/inloggen/?next=/admin/mantelzorg/"
    client = Client()
    antwoord = client.post("/admin/login/", {"username": ben.email, "password": WACHTWOORD})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/inloggen/?next=/admin/")
    assert "_auth_user_id" not in client.session


def test_a_next_to_another_site_is_dropped_by_ours():
    ben = gebruiker(Rol.BEHEERDER)
    client = Client()
    naar = client.get("/admin/login/?next=//evil.example")["Location"]
    assert client.post(naar, {"username": ben.email, "password": WACHTWOORD})["Location"] == "/"


def test_the_admin_s_password_page_is_ours():
    client = _browser(gebruiker(Rol.BEHEERDER))
    velden = {
        "old_password": WACHTWOORD,
        "new_password1": "een-heel-nieuw-geheim",
        "new_password2": "een-heel-nieuw-geheim",
    }
    for adres in ("/admin/password_change/", "/admin/password_change/done/"):
        assert client.get(adres)["Location"] == "/wachtwoord/wijzigen/"
        assert client.post(adres, velden)["Location"] == "/wachtwoord/wijzigen/"


def test_logging_out_in_the_admin_logs_out():
    client = _browser(gebruiker(Rol.BEHEERDER))
    assert client.get("/admin/logout/").status_code == 405
    assert client.post("/admin/logout/")["Location"] == "/"
    assert "_auth_user_id" not in client.session


def test_a_record_that_is_not_there_is_404_for_every_model():
    client = _browser(gebruiker(Rol.BEHEERDER))
    for model in admin.site._registry:
        naam = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        for pagina in ("change", "delete", "history"):
            adres = reverse(f"{naam}_{pagina}", args=["999999"])
            assert (adres, client.get(adres).status_code) == (adres, 404)


def test_no_account_can_be_changed_in_the_admin():
    anja, ben = gebruiker(Rol.BEHEERDER), gebruiker(Rol.ANALIST)
    client = _browser(anja)
    for pagina in ("change", "delete"):
        client.post(f"/admin/mantelzorg/user/{ben.pk}/{pagina}/", {"naam": "Anders", "email": ben.email, "post": "yes"})
    client.post("/admin/mantelzorg/user/add/", {"naam": "Nieuw", "email": "nieuw@voorbeeld.example"})
    assert list(User.objects.order_by("pk").values_list("email", "naam")) == [
        (anja.email, "Anja de Beheerder"),
        (ben.email, "Ben de Analist"),
    ]
