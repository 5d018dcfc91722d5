"""Who gets to which interest, and the list of them: found by the address, page by page."""

import pytest
from freezegun import freeze_time

from aanmeldingen.models import Belangstelling
from mantelzorg.toegang import Rol
from tests.aanmeldingen.belangstelling.test_contact import LIJST, MEI, adres
from tests.aanmeldingen.gegevens import belangstelling, contactmoment
from tests.gegevens import dag, gebruiker
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nu():
    with freeze_time(MEI):
        yield


@pytest.fixture
def rijnzicht(oproep):
    return belangstelling(oproep)


DELEN = ("toewijzen/", "contact/", "uitkomst/", "aanmelding/")


def test_an_adviser_writes_in_their_own_alone_and_never_chooses_who(als, rijnzicht, ada, bo):
    rijnzicht.adviseur = ada
    rijnzicht.save()

    codes = {
        user.naam: [als(user).post(adres(rijnzicht, deel), {}).status_code for deel in DELEN] for user in (ada, bo)
    }

    assert codes == {"Ada Adviseur": [404, 200, 200, 302], "Bo Buur": [404] * 4}


def test_analysts_and_who_has_no_role_find_nothing(als, rijnzicht):
    for user in (gebruiker(Rol.ANALIST), gebruiker(naam="Zora Zonderrol")):
        paden = [LIJST, adres(rijnzicht), *(adres(rijnzicht, deel) for deel in DELEN)]
        assert [als(user).get(pad).status_code for pad in paden] == [404] * 6
        assert [als(user).post(adres(rijnzicht, deel), {}).status_code for deel in DELEN] == [404] * 4


def test_who_is_not_logged_in_logs_in_and_a_form_s_address_leads_to_the_page(client, als, rijnzicht, mo):
    assert client.post(adres(rijnzicht, "contact/"), {}).status_code == 302
    assert als(mo).get(adres(rijnzicht, "contact/")).url == adres(rijnzicht)


def test_the_list_is_found_by_whose_it_is_what_came_of_it_and_the_call(als, oproep, mo, ada):
    belangstelling(oproep, "Van Ada", adviseur=ada)
    belangstelling(oproep, "Van Mo", adviseur=mo)
    belangstelling(oproep, "Van niemand")
    weg = gebruiker(Rol.ADVISEUR, "Wim Weg", is_active=False)
    belangstelling(oproep, "Van Wim", adviseur=weg)
    belangstelling(oproep, "Klaar", adviseur=mo, vervolg="geen belangstelling meer", vervolg_op=dag("2014-05-02"))

    def namen(vraag):
        return [
            rij[0].partition(",")[0].strip()
            for rij in gelezen(als(mo).get(LIJST + vraag)).tabellen["Belangstelling"][1:]
        ]

    assert namen("") == ["Klaar", "Van Wim", "Van niemand", "Van Mo", "Van Ada"]
    assert namen("?wie=niemand") == ["Van Wim", "Van niemand"]
    assert namen("?wie=mij&stand=open") == ["Van Mo"]
    assert namen("?stand=geen%20belangstelling%20meer") == ["Klaar"]
    assert namen(f"?oproep={oproep.slug}&wie=mij") == ["Klaar", "Van Mo"]
    assert "Er klopt iets niet aan de filters. Kijk bij Van wie" in gelezen(als(mo).get(LIJST + "?wie=onzin")).tekst


def test_the_list_goes_on_page_by_page(als, oproep, mo, monkeypatch):
    monkeypatch.setattr("aanmeldingen.belangstelling.lijst.PER_PAGINA", 2)
    een, twee, drie, vier, vijf = (belangstelling(oproep, f"Huis {nummer}") for nummer in range(5))

    def blad(vraag):
        antwoord = als(mo).get(LIJST + vraag)
        blad = antwoord.context["blad"]
        return blad.rijen, blad.nieuwer, blad.ouder

    assert blad("") == ([vijf, vier], None, vier.pk)
    assert blad(f"?na={vier.pk}") == ([drie, twee], drie.pk, twee.pk)
    assert blad(f"?na={twee.pk}") == ([een], een.pk, None)
    assert blad(f"?voor={drie.pk}") == ([vijf, vier], None, vier.pk)
    assert blad("?na=onzin") == ([vijf, vier], None, vier.pk)


@pytest.mark.parametrize("aantal", [1, 3])
def test_pages_cost_the_same_queries_however_much_there_is(als, oproep, mo, ada, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        rij = belangstelling(oproep, f"Huis {nummer}", adviseur=ada)
        for _ in range(nummer + 1):
            contactmoment(rij, ada)
        gebruiker(Rol.ADVISEUR, f"Adviseur {nummer}")
    client = als(mo)

    with django_assert_num_queries(5):
        client.get(LIJST)
    with django_assert_num_queries(18):
        client.get(adres(rij))


def test_the_same_organisation_twice_is_shown(als, rijnzicht, mo):
    ander = belangstelling(rijnzicht.oproep, "ziekenhuis rijnzicht", email="ander@ziekenhuis.example")

    assert adres(ander) in gelezen(als(mo).get(adres(rijnzicht))).links
    assert Belangstelling.objects.count() == 2
