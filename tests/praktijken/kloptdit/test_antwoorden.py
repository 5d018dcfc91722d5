"""Answers wait for a click by staff: then, and only then, the records and the figures move."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from deelnemers.models import Organisatie
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from praktijken.kloptdit.link import sleutel_van
from praktijken.models import Antwoord, Deelname
from tests.gegevens import dag, deelname, deelnemer, gebruiker, organisatie, organisatietype
from tests.praktijken.kloptdit.vragen import link_van, stuur, verbeter
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
LIJST = reverse("praktijken:klopt-dit-antwoorden")
PEILDATUM = datetime.date(2020, 6, 30)


def adres(antwoord):
    return reverse("praktijken:klopt-dit-antwoord", args=[antwoord.pk])


def bekende_soort(programma):
    """Of how many participants the kind of organisation is known."""
    nu = bereken(programma, PEILDATUM).deelnemers
    return nu.bekend, nu.onbekend


def velden(client, antwoord, **anders):
    form = client.get(adres(antwoord)).context["form"]
    begin = {naam: form[naam].value() for naam in ("velden", "gezien") if naam in form.fields}
    return begin | anders


@pytest.fixture
def correctie(register):
    """Truus, of unknown kind in Breda, says she is a volunteer of the municipality of Breda."""
    soort = organisatietype("Gemeente")
    organisatie("Gemeente Breda", soort)
    link = link_van(register.truus)
    anders = {"organisatie": "Gemeente Breda", "organisatietype": soort.pk, "hoedanigheid": "vrijwilliger"}
    verbeter(link, register.truus_in_breda.pk, **anders)
    return Antwoord.objects.get()


def test_held_and_proposed_stand_side_by_side_and_one_click_takes_it_over(als, correctie, register):
    mo = gebruiker(Rol.MEDEWERKER)
    client = als(mo)
    lijst = client.get(LIJST)
    voor = bekende_soort(register.breda.programma)
    knop = {
        "gezien": lijst.context["voorstellen"][0].gezien,
        "velden": ["organisatie", "organisatietype", "hoedanigheid"],
    }

    antwoorden = [client.post(adres(correctie), knop) for _ in range(2)]

    assert gelezen(lijst).tabellen["Antwoord van D2 Truus Verborgen"][1:] == [
        ["Organisatie", "–", "Gemeente Breda"],
        ["Soort organisatie", "–", "Gemeente"],
        ["Hoedanigheid", "–", "vrijwilliger"],
    ]
    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    na = Deelname.objects.get(pk=register.truus_in_breda.pk)
    assert (str(na.organisatie), na.organisatietype, na.hoedanigheid) == ("Gemeente Breda", None, "vrijwilliger")
    assert (voor, bekende_soort(register.breda.programma)) == ((1, 1), (2, 0))
    laatste = na.history.latest()
    assert (laatste.history_change_reason, laatste.history_user, na.history.count()) == (
        "op verzoek van de deelnemer",
        mo,
        2,
    )
    correctie.refresh_from_db()
    assert (correctie.besluit, correctie.besloten_door) == ("overgenomen", mo)
    assert "Er wachten geen antwoorden." in gelezen(client.get(LIJST)).tekst


def test_figures_do_not_move_before_the_click(correctie, register):
    assert correctie.besluit == ""
    assert bekende_soort(register.breda.programma) == (1, 1)


def test_a_part_can_be_taken_over(als, correctie, register):
    client = als(gebruiker(Rol.MEDEWERKER))

    client.post(adres(correctie), velden(client, correctie, velden=["hoedanigheid"], reden="De rest klopt niet."))

    na = Deelname.objects.get(pk=register.truus_in_breda.pk)
    correctie.refresh_from_db()
    assert (na.organisatie, na.organisatietype, na.hoedanigheid) == (None, None, "vrijwilliger")
    assert (correctie.besluit, correctie.besluit_reden) == ("deels overgenomen", "De rest klopt niet.")


def test_declining_needs_a_reason_that_the_participant_reads(als, register, correctie):
    client = als(gebruiker(Rol.MEDEWERKER))

    zonder = client.post(adres(correctie), velden(client, correctie, afwijzen="ja"))
    client.post(adres(correctie), velden(client, correctie, afwijzen="ja", reden="U doet mee namens Arnhem."))

    assert list(zonder.context["form"].errors) == ["reden"]
    correctie.refresh_from_db()
    assert (correctie.besluit, correctie.besluit_reden) == ("niet overgenomen", "U doet mee namens Arnhem.")
    assert Deelname.objects.get(pk=register.truus_in_breda.pk).history.count() == 1


def test_the_participant_sees_the_outcome_and_can_answer_again(als, register):
    link, pk = link_van(register.truus), register.truus_in_breda.pk
    verbeter(link, pk, hoedanigheid="vrijwilliger")
    client = als(gebruiker(Rol.MEDEWERKER))
    client.post(
        adres(Antwoord.objects.get()), velden(client, Antwoord.objects.get(), afwijzen="ja", reden="Nee, want.")
    )

    tekst = gelezen(Client().get(link)).tekst
    stuur(f"{link}terug/{Antwoord.objects.get().pk}/")
    verbeter(link, pk, hoedanigheid="beroepskracht")

    assert "Niet overgenomen op" in tekst
    assert "Wij schreven erbij: Nee, want." in tekst
    assert list(Antwoord.objects.values_list("hoedanigheid", "besluit")) == [
        ("vrijwilliger", "niet overgenomen"),
        ("beroepskracht", ""),
    ]


def test_an_organisation_that_is_not_known_is_added_or_chosen(als, register):
    soort = organisatietype("Gemeente")
    link, pk = link_van(register.truus), register.truus_in_breda.pk
    verbeter(link, pk, organisatie="Gem. Breda", organisatietype=soort.pk)
    antwoord, client = Antwoord.objects.get(), als(gebruiker(Rol.MEDEWERKER))

    zonder_keuze = client.post(adres(antwoord), velden(client, antwoord))
    client.post(adres(antwoord), velden(client, antwoord, nieuwe_organisatie="on"))

    assert zonder_keuze.context["form"].errors["organisatie"] == [
        "Kies welke organisatie ‘Gem. Breda’ is, of voeg haar toe."
    ]
    nieuw = Organisatie.objects.get(naam="Gem. Breda")
    assert (nieuw.organisatietype, nieuw.history.get().history_change_reason) == (soort, "op verzoek van de deelnemer")
    assert Deelname.objects.get(pk=pk).organisatie == nieuw
    verbeter(link, pk, organisatie="Een typefout")
    tweede = Antwoord.objects.open().get()
    client.post(adres(tweede), velden(client, tweede, organisatie="Zorggroep Voorbeeld"))
    na = Deelname.objects.select_related("organisatie__organisatietype").get(pk=pk)
    assert (na.organisatie.naam, na.organisatietype) == ("Zorggroep Voorbeeld", None)


def test_a_kind_that_the_organisation_does_not_have_is_said(als, register):
    gemeente = organisatietype("Gemeente")
    verbeter(link_van(register.gerda), register.gerda_in_arnhem.pk, organisatietype=gemeente.pk)
    antwoord, client = Antwoord.objects.get(), als(gebruiker(Rol.MEDEWERKER))

    lijst = gelezen(client.get(LIJST)).tekst
    poging = client.post(adres(antwoord), velden(client, antwoord))

    assert "Volgens de lijst is deze organisatie van de soort Thuiszorg" in lijst
    assert "De organisatie is van een ander organisatietype: Thuiszorg." in gelezen(poging).tekst
    assert Antwoord.objects.open().count() == 1


def test_stopping_sets_the_last_day(als, register):
    stuur(f"{link_van(register.truus)}stoppen/", deelnames=[register.truus_in_breda.pk], laatste_dag="2020-03-01")
    antwoord, client = Antwoord.objects.get(), als(gebruiker(Rol.MEDEWERKER))

    client.post(adres(antwoord), velden(client, antwoord))

    assert Deelname.objects.get(pk=register.truus_in_breda.pk).tot_en_met == dag("2020-03-01")
    assert bereken(register.breda.programma, PEILDATUM).deelnemers.totaal == 2 - 1


def test_what_changed_after_the_participant_looked_is_said_and_no_stale_page_writes(als, correctie, register):
    client = als(gebruiker(Rol.MEDEWERKER))
    oud = velden(client, correctie)
    rij = register.truus_in_breda
    rij.hoedanigheid = "beroepskracht"
    rij.save()

    poging = client.post(adres(correctie), oud | {"reden": "Wij belden u."})

    assert poging.status_code == 409
    assert "Wij belden u.</textarea>" in poging.content.decode()
    assert "Deze gegevens zijn gewijzigd nadat de deelnemer ze zag." in poging.content.decode()
    assert Deelname.objects.get(pk=rij.pk).hoedanigheid == "beroepskracht"
    client.post(adres(correctie), velden(client, correctie))
    assert Deelname.objects.get(pk=rij.pk).hoedanigheid == "vrijwilliger"


def test_an_answer_that_was_replaced_meanwhile_is_not_taken_over(als, correctie, register):
    client = als(gebruiker(Rol.MEDEWERKER))
    oud = velden(client, correctie)
    stuur(f"{link_van_opnieuw(correctie)}terug/{correctie.pk}/")

    antwoord = client.post(adres(correctie), oud, follow=True)

    assert "Dit antwoord was al behandeld: vervangen." in gelezen(antwoord).tekst
    assert Deelname.objects.get(pk=register.truus_in_breda.pk).hoedanigheid == ""


def link_van_opnieuw(antwoord):
    return reverse("praktijken:klopt-dit", args=[sleutel_van(antwoord.uitvraag)])


def test_a_participation_that_is_gone_can_only_be_declined(als, correctie, register):
    client = als(gebruiker(Rol.MEDEWERKER))
    register.truus_in_breda.delete()

    pagina = client.get(adres(correctie))
    poging = client.post(adres(correctie), {"velden": []})

    assert "De deelname waar dit over gaat, is er niet meer." in gelezen(pagina).tekst
    assert "Deze deelname is er niet meer." in gelezen(poging).tekst


@pytest.mark.parametrize(
    ("rol", "status"),
    [(Rol.BEHEERDER, 200), (Rol.MEDEWERKER, 200), (Rol.ADVISEUR, 404), (Rol.ANALIST, 404)],
    ids=lambda waarde: str(waarde),
)
def test_only_staff_see_and_decide(als, correctie, rol, status):
    client = als(gebruiker(rol))

    assert [client.get(een).status_code for een in (LIJST, adres(correctie))] == [status, status]
    if status == 404:
        assert client.post(adres(correctie), {"afwijzen": "ja", "reden": "x"}).status_code == 404
        correctie.refresh_from_db()
        assert correctie.besluit == ""
    assert Client().get(LIJST).status_code == 302


@pytest.mark.parametrize("meer", [0, 2])
def test_the_list_takes_the_same_queries_for_one_and_for_three(
    als, correctie, register, django_assert_num_queries, meer
):
    for nummer in range(meer):
        een = deelnemer(register.breda.programma, f"X{nummer}", naam="x", email=f"x{nummer}@voorbeeld.example")
        verbeter(link_van(een), deelname(een, register.breda).pk, organisatie=f"Onbekend {nummer}")
    client = als(gebruiker(Rol.MEDEWERKER))

    with django_assert_num_queries(5):
        client.get(LIJST)
    assert correctie.besluit == ""
