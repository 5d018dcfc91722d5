"""The office puts right what was sent in, with a reason; the applicant is told, and each version stays."""

import re

import pytest
from django.urls import reverse

from aanmeldingen.models import Plaatsstand
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.models import Bericht
from tests.aanmeldingen.beoordelen.gegevens import met_plaats
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek

pytestmark = pytest.mark.django_db


def pad(een, stap: str) -> str:
    return reverse("aanmeldingen:aanmelding-corrigeren", args=[een.pk, stap])


def ingevuld(client, een, stap: str, **velden) -> dict[str, str]:
    """The form as a browser would send it, with these fields changed."""
    tekst = client.get(pad(een, stap)).content.decode()
    verborgen = dict(re.findall(r'name="(inzending|getoond|vingerafdruk)" value="([^"]*)"', tekst))
    return verborgen | velden


def test_a_field_is_changed_with_a_reason_as_a_next_version_and_the_applicant_is_told(mensen, een, als):
    client = als(mensen.mo)
    velden = ingevuld(
        client, een, "vraag", vraag="Een scherpere vraag", medewerkers="30", reden="Zo belden zij het door."
    )

    antwoord = client.post(pad(een, "vraag"), velden, follow=True)

    een.refresh_from_db()
    assert (een.vraag, een.medewerkers) == ("Een scherpere vraag", 30)
    assert [(versie.nummer, versie.door) for versie in een.indieningen.all()] == [(1, None), (2, mensen.mo)]
    laatste = een.history.first()
    assert (laatste.history_user, laatste.history_change_reason) == (mensen.mo, "Zo belden zij het door.")
    assert Bericht.objects.get().soort == "aanmelding gewijzigd"
    assert "Zo belden zij het door." in antwoord.content.decode()


def test_without_a_reason_nothing_changes_and_what_was_typed_stays(mensen, een, als):
    client = als(mensen.mo)

    velden = ingevuld(client, een, "vraag", vraag="Een scherpere vraag", medewerkers="30", reden="")
    tekst = client.post(pad(een, "vraag"), velden).content.decode()

    een.refresh_from_db()
    assert een.vraag == "Hoe betrekken wij mantelzorgers bij de zorg?"
    assert "Een scherpere vraag</textarea>" in tekst


def test_a_correction_by_the_office_is_no_answer_of_the_applicant(mensen, een, als):
    verzoek = aanvulverzoek(een, mensen.mo)
    client = als(mensen.mo)

    client.post(pad(een, "vraag"), ingevuld(client, een, "vraag", vraag="Beter", medewerkers="30", reden="Tikfout."))

    verzoek.refresh_from_db()
    assert (een.indieningen.count(), verzoek.antwoord, verzoek.afgesloten_op) == (2, None, None)


def test_the_address_of_a_contact_person_can_be_put_right(mensen, een, als):
    client = als(mensen.mo)
    velden = ingevuld(
        client, een, "contactpersonen", naam_1="Carla Contact", email_1="carla@nieuw.example", reden="Nieuw adres."
    )

    client.post(pad(een, "contactpersonen"), velden)

    contact = een.contactpersonen.get()
    assert (contact.email, contact.history.first().history_change_reason) == ("carla@nieuw.example", "Nieuw adres.")


@pytest.mark.parametrize("stap", ["organisatie", "sector", "contactpersonen", "vraag"])
def test_each_step_has_its_page_and_nothing_else_has(mensen, een, als, stap):
    client = als(mensen.mo)

    assert client.get(pad(een, stap)).status_code == 200
    assert client.get(pad(een, "controleren")).status_code == 404


def test_a_draft_is_the_applicants_own(mensen, een, als):
    assert als(mensen.mo).get(pad(aanmelding(een.oproep), "vraag")).status_code == 404


def test_withdrawn_for_the_applicant_its_place_passes_on_and_it_says_why(mensen, een, als):
    volgende = met_plaats(een.oproep, "De Beuk")
    client, adres = als(mensen.mo), reverse("aanmeldingen:namens-intrekken", args=[een.pk])
    assert "Vul dit in." in client.post(adres, {"reden": ""}).content.decode()

    client.post(adres, {"reden": "Zij belden af."})

    een.refresh_from_db()
    assert een.ingetrokken_omdat == "Zij belden af."
    assert (plek(een).stand, plek(volgende).stand) == (Plaatsstand.GEEN, Plaatsstand.AANGEBODEN)
    assert client.get(adres).status_code == 404
