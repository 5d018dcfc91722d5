"""A form sent after the session ended: nothing is kept, nothing typed is lost."""

import pytest
from django.test import Client
from django.urls import reverse

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


def test_what_was_typed_comes_back_with_the_way_to_log_in() -> None:
    antwoord = Client().post(reverse("account-uitnodigen"), {"naam": "Nora <Nieuw>", "password": "geheim-woord"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 403
    assert "Nora &lt;Nieuw&gt;</textarea>" in tekst
    assert "geheim-woord" not in tekst
    assert f'href="{reverse("inloggen")}?next={reverse("account-uitnodigen")}"' in tekst
    assert not User.objects.filter(naam__contains="Nora").exists()


def test_the_admin_does_the_same() -> None:
    antwoord = Client().post("/admin/praktijken/thema/add/", {"naam": "dementie"})
    assert antwoord.status_code == 403
    assert "dementie</textarea>" in antwoord.content.decode()


def test_a_page_asked_for_without_a_form_leads_to_the_log_in_page() -> None:
    antwoord = Client().get(reverse("accounts"))
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/inloggen/?next=/accounts/")


def test_logging_in_leaves_no_trace_in_history() -> None:
    anja = gebruiker(Rol.BEHEERDER)
    voor = list(anja.history.values_list("history_id", flat=True))
    Client().force_login(anja, backend="mantelzorg.inloggen.AccountBackend")
    assert list(anja.history.values_list("history_id", flat=True)) == voor
    anja.naam = "Anja"
    anja.save(update_fields=["naam"])
    assert len(anja.history.all()) == len(voor) + 1
