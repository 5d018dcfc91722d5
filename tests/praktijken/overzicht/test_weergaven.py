"""Views of the overview by name: one's own, kept as they are, safe to send twice."""

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Weergave
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen

OVERZICHT, WEERGAVEN = reverse("praktijken:overzicht"), reverse("praktijken:weergaven")
pytestmark = pytest.mark.django_db


@pytest.fixture
def mo():
    return gebruiker(Rol.MEDEWERKER)


def bewaard():
    return list(Weergave.objects.order_by("pk").values_list("gebruiker__naam", "naam", "vraag"))


def test_a_view_is_kept_once_however_often_it_is_sent_and_opens_as_it_was(als, mo):
    client = als(mo)
    invoer = {"naam": " Actief ", "vraag": "status=actief&kolommen=code&kolommen=status&pagina=3&stiekem=1"}

    antwoorden = [client.post(WEERGAVEN, invoer) for _ in range(2)]

    vraag = "status=actief&kolommen=code&kolommen=status"
    assert bewaard() == [("Mo de Medewerker", "Actief", vraag)]
    assert {antwoord.url for antwoord in antwoorden} == {f"{OVERZICHT}?{vraag}"}
    assert f"{OVERZICHT}?{vraag}" in gelezen(client.get(OVERZICHT)).links


def test_another_view_by_the_same_name_is_refused_and_what_was_typed_comes_back(als, mo):
    Weergave.objects.create(gebruiker=mo, naam="Actief", vraag="status=actief")

    antwoord = als(mo).post(WEERGAVEN, {"naam": "Actief", "vraag": "status=gepland"})

    assert antwoord.status_code == 400
    assert antwoord.context["nieuw"].errors == {
        "naam": ["U heeft al een weergave met deze naam. Kies een andere naam."]
    }
    assert 'name="vraag" value="status=gepland"' in antwoord.content.decode()
    assert bewaard() == [("Mo de Medewerker", "Actief", "status=actief")]


def test_a_view_gets_another_name_but_not_one_that_is_taken(als, mo):
    client = als(mo)
    een, _ = (Weergave.objects.create(gebruiker=mo, naam=naam) for naam in ("Een", "Twee"))
    adres = reverse("praktijken:weergave_hernoemen", args=[een.pk])

    assert client.post(adres, {"naam": "Drie"}).url == WEERGAVEN
    bezet = client.post(adres, {"naam": "Twee"})

    assert (bezet.status_code, "U heeft al een weergave met deze naam" in bezet.content.decode()) == (400, True)
    assert bewaard() == [("Mo de Medewerker", "Drie", ""), ("Mo de Medewerker", "Twee", "")]


def test_a_view_is_thrown_away_and_a_second_click_finds_it_gone(als, mo):
    weergave = Weergave.objects.create(gebruiker=mo, naam="Weg")
    client, adres = als(mo), reverse("praktijken:weergave_verwijderen", args=[weergave.pk])

    assert [client.post(adres).url for _ in range(2)] == [WEERGAVEN] * 2
    assert bewaard() == []


def test_views_of_others_are_not_there(als, mo):
    weergave = Weergave.objects.create(gebruiker=gebruiker(Rol.MEDEWERKER, "Ans Ander"), naam="Van Ans")
    client = als(mo)

    hernoemd = client.post(reverse("praktijken:weergave_hernoemen", args=[weergave.pk]), {"naam": "Van mij"})
    client.post(reverse("praktijken:weergave_verwijderen", args=[weergave.pk]))

    assert hernoemd.status_code == 404
    assert "Van Ans" not in (client.get(WEERGAVEN).content + client.get(OVERZICHT).content).decode()
    assert bewaard() == [("Ans Ander", "Van Ans", "")]


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST])
def test_everybody_who_sees_practices_has_views(als, rol):
    wie = gebruiker(rol)

    als(wie).post(WEERGAVEN, {"naam": "Mijn lijst", "vraag": ""})

    assert bewaard() == [(str(wie), "Mijn lijst", "")]


def test_who_is_nobody_has_none(als):
    niemand = als(gebruiker())

    assert [niemand.get(WEERGAVEN).status_code, niemand.post(WEERGAVEN, {"naam": "x"}).status_code] == [404, 404]
