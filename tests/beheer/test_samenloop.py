"""Two people saving the same record (issue: "the second sees both versions and chooses")."""

import re

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Ontwerpvraag, Praktijk, Praktijkpartner, Voortgang
from tests.beheer.pagina import adres, ingelogd, open_formulier, velden, verstuur
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
    programma,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def arnhem():
    return praktijk(programma(), "ARN", naam="Arnhem", kernthema="Samen sterk", gemeenten=["GM0202"])


@pytest.fixture
def anja():
    return ingelogd(gebruiker(Rol.BEHEERDER))


@pytest.fixture
def mo():
    return ingelogd(gebruiker(Rol.MEDEWERKER))


def rijen(antwoord):
    """(record, field, stored, typed) of the table of differences."""
    return [
        (record.opschrift, verschil.veld, verschil.nu, verschil.ingevuld)
        for record in antwoord.context["botsing"].records
        for verschil in record.verschillen
    ]


def test_what_nobody_else_touched_is_saved_at_once(anja, arnhem):
    antwoord = verstuur(anja, arnhem, open_formulier(anja, arnhem) | {"naam": "Arnhem-Noord"})

    assert antwoord.status_code == 302
    assert Praktijk.objects.get().naam == "Arnhem-Noord"


@pytest.mark.parametrize("eerst", ["Anja", "Mo"])
def test_the_second_to_save_sees_both_versions_and_nothing_is_saved_yet(anja, mo, arnhem, eerst):
    een, ander = (anja, mo) if eerst == "Anja" else (mo, anja)
    bij_een, bij_ander = open_formulier(een, arnhem), open_formulier(ander, arnhem)

    verstuur(een, arnhem, bij_een | {"naam": "Arnhem-Noord"})
    antwoord = verstuur(ander, arnhem, bij_ander | {"kernthema": "Rust thuis"})

    assert antwoord.status_code == 200
    assert rijen(antwoord) == [
        ("Praktijk Arnhem-Noord (ARN)", "Naam", "Arnhem-Noord", "Arnhem"),
        ("Praktijk Arnhem-Noord (ARN)", "Kernthema", "Samen sterk", "Rust thuis"),
    ]
    door = {"Anja": "Anja de Beheerder", "Mo": "Mo de Medewerker"}[eerst]
    assert f"In de administratie bewaard door {door}, op " in antwoord.content.decode()
    nu = Praktijk.objects.get()
    assert (nu.naam, nu.kernthema) == ("Arnhem-Noord", "Samen sterk")


def test_what_the_second_typed_stays_in_the_form_and_can_be_saved_over_it(anja, mo, arnhem):
    bij_anja, bij_mo = open_formulier(anja, arnhem), open_formulier(mo, arnhem)
    verstuur(anja, arnhem, bij_anja | {"naam": "Arnhem-Noord"})

    opnieuw = velden(verstuur(mo, arnhem, bij_mo | {"kernthema": "Rust thuis"}))
    assert (opnieuw["naam"], opnieuw["kernthema"]) == ("Arnhem", "Rust thuis")

    antwoord = verstuur(mo, arnhem, opnieuw)
    assert antwoord.status_code == 302
    nu = Praktijk.objects.get()
    assert (nu.naam, nu.kernthema) == ("Arnhem", "Rust thuis")


def test_a_third_who_saves_in_between_is_seen_again(anja, mo, arnhem):
    bij_mo = open_formulier(mo, arnhem)
    verstuur(anja, arnhem, open_formulier(anja, arnhem) | {"naam": "Arnhem-Noord"})
    opnieuw = velden(verstuur(mo, arnhem, bij_mo | {"naam": "Arnhem-Zuid"}))
    verstuur(anja, arnhem, open_formulier(anja, arnhem) | {"naam": "Arnhem-Oost"})

    antwoord = verstuur(mo, arnhem, opnieuw)

    assert rijen(antwoord) == [("Praktijk Arnhem-Oost (ARN)", "Naam", "Arnhem-Oost", "Arnhem-Zuid")]


def test_dropping_ones_own_version_is_opening_the_page_again(anja, mo, arnhem):
    bij_mo = open_formulier(mo, arnhem)
    verstuur(anja, arnhem, open_formulier(anja, arnhem) | {"naam": "Arnhem-Noord"})
    pagina = verstuur(mo, arnhem, bij_mo | {"naam": "Arnhem-Zuid"}).content.decode()

    assert set(re.findall(r'href="([^"]+)" class="closelink">Mijn versie laten vervallen', pagina)) == {
        adres(Praktijk, "change", arnhem.pk)
    }


def test_two_who_typed_the_same_have_nothing_to_choose(anja, mo, arnhem):
    bij_anja, bij_mo = open_formulier(anja, arnhem), open_formulier(mo, arnhem)
    verstuur(anja, arnhem, bij_anja | {"naam": "Arnhem-Noord"})

    assert verstuur(mo, arnhem, bij_mo | {"naam": "Arnhem-Noord"}).status_code == 302


def test_a_form_without_a_fingerprint_is_not_trusted(anja, arnhem):
    antwoord = verstuur(anja, arnhem, open_formulier(anja, arnhem) | {"naam": "Anders", "vingerafdruk": ""})

    assert rijen(antwoord) == [("Praktijk Arnhem (ARN)", "Naam", "Arnhem", "Anders")]


def test_a_change_of_an_inline_alone_is_noticed(anja, mo, arnhem):
    partner = praktijkpartner(arnhem, organisatie("Zorggroep"))
    bij_anja, bij_mo = open_formulier(anja, arnhem), open_formulier(mo, arnhem)
    verstuur(anja, arnhem, bij_anja | {"partners-0-rol": "penvoerder"})

    antwoord = verstuur(mo, arnhem, bij_mo | {"partners-0-tot_en_met": "31-12-2020"})

    assert rijen(antwoord) == [
        ("Praktijkpartner Zorggroep (penvoerder)", "Rol", "Penvoerder", "(leeg)"),
        ("Praktijkpartner Zorggroep (penvoerder)", "Tot en met", "(leeg)", "31-12-2020"),
    ]
    partner.refresh_from_db()
    assert (partner.rol, partner.tot_en_met) == ("penvoerder", None)


def test_an_experiment_changed_on_its_own_page_is_noticed_on_the_page_of_its_practice(anja, mo, arnhem):
    proef = experiment(ontwerpvraag(arnhem), "E1", naam="Maatjes")
    bij_mo = open_formulier(mo, arnhem)
    verstuur(anja, proef, open_formulier(anja, proef) | {"naam": "Buddy's"})

    antwoord = verstuur(mo, arnhem, bij_mo | {"naam": "Arnhem-Noord"})

    assert rijen(antwoord) == [
        ("Praktijk Arnhem (ARN)", "Naam", "Arnhem", "Arnhem-Noord"),
        ("Experiment E1 Buddy's", "Naam", "Buddy's", "Maatjes"),
    ]


def test_a_row_somebody_added_meanwhile_stays(mo, arnhem):
    bij_mo = open_formulier(mo, arnhem)
    praktijkpartner(arnhem, organisatie("Zorggroep"))

    botsing = verstuur(mo, arnhem, bij_mo | {"naam": "Arnhem-Noord"})
    assert rijen(botsing) == [
        ("Praktijk Arnhem (ARN)", "Naam", "Arnhem", "Arnhem-Noord"),
        ("Praktijkpartner Zorggroep (partner)", "Hele regel", "Zorggroep (partner)", "(kent u nog niet; blijft staan)"),
    ]

    verstuur(mo, arnhem, velden(botsing))
    assert Praktijk.objects.get().naam == "Arnhem-Noord"
    assert Praktijkpartner.objects.get().organisatie.naam == "Zorggroep"


def test_a_row_somebody_deleted_meanwhile_comes_back_only_by_choice(mo, arnhem):
    vraag = ontwerpvraag(arnhem, 1, vraag="Hoe delen wij zorg?")
    ontwerpvraag(arnhem, 2, vraag="Wie vragen wij?")
    bij_mo = open_formulier(mo, arnhem)
    vraag.delete()

    botsing = verstuur(mo, arnhem, bij_mo | {"ontwerpvragen-0-vraag": "Hoe delen wij de zorg?"})
    assert rijen(botsing) == [
        ("Ontwerpvraag: nieuw", "Nummer", "(bestaat niet)", "1"),
        ("Ontwerpvraag: nieuw", "Ontwerpvraag", "(bestaat niet)", "Hoe delen wij de zorg?"),
        ("Ontwerpvraag: nieuw", "Geformuleerd op", "(bestaat niet)", "01-10-2019"),
    ]
    assert [v.nummer for v in Ontwerpvraag.objects.all()] == [2]

    assert verstuur(mo, arnhem, velden(botsing)).status_code == 302
    assert sorted((v.nummer, v.vraag) for v in Ontwerpvraag.objects.all()) == [
        (1, "Hoe delen wij de zorg?"),
        (2, "Wie vragen wij?"),
    ]


def test_a_record_deleted_meanwhile_gives_a_page_with_all_that_was_typed(anja, mo):
    piet = deelnemer(programma(), "D1", naam="Piet")
    bij_mo = open_formulier(mo, piet)
    anja.post(adres(type(piet), "delete", piet.pk), {"post": "yes"})

    antwoord = verstuur(mo, piet, bij_mo | {"naam": "Piet Pieters", "email": "piet@voorbeeld.example"})

    assert antwoord.status_code == 404
    assert antwoord.context["ingevuld"] == [
        ("Nummer", "D1"),
        ("Naam", "Piet Pieters"),
        ("E-mail", "piet@voorbeeld.example"),
        ("Niet benaderen", "nee"),
    ]
    assert "Er is niets opgeslagen" in antwoord.content.decode()


def test_who_no_longer_guides_the_practice_keeps_what_was_typed(arnhem):
    ada = gebruiker(Rol.ADVISEUR)
    rol = adviseurschap(arnhem, ada)
    browser = ingelogd(ada)
    proef = experiment(ontwerpvraag(arnhem), "E1", naam="Maatjes")
    getypt = open_formulier(browser, proef) | {"opbrengst": "Het hielp."}
    adviseurschap(praktijk(programma("ander"), "X"), ada)
    rol.delete()

    antwoord = verstuur(browser, proef, getypt)

    assert antwoord.status_code == 404
    assert ("Opbrengst", "Het hielp.") in antwoord.context["ingevuld"]
    assert Experiment.objects.get().opbrengst == ""


def test_progress_added_meanwhile_by_another_is_shown_and_both_are_kept(anja, mo, arnhem):
    proef = experiment(ontwerpvraag(arnhem), "E1")
    bij_anja, bij_mo = open_formulier(anja, proef), open_formulier(mo, proef)
    verstuur(anja, proef, bij_anja | {"voortgang-0-datum": "01-02-2020", "voortgang-0-verslag": "Gestart."})

    botsing = verstuur(mo, proef, bij_mo | {"voortgang-0-datum": "02-02-2020", "voortgang-0-verslag": "Gaat goed."})
    verstuur(mo, proef, velden(botsing))

    assert [(v.datum, v.verslag, v.door.naam) for v in Voortgang.objects.all()] == [
        (dag("2020-02-01"), "Gestart.", "Anja de Beheerder"),
        (dag("2020-02-02"), "Gaat goed.", "Mo de Medewerker"),
    ]


def test_choices_are_compared_by_name(anja, mo):
    deel = programma()
    oud, nieuw = praktijk(deel, "A", naam="Aalst"), praktijk(deel, "B", naam="Breda")
    meedoen = deelname(deelnemer(deel, "D1"), oud)
    bij_anja, bij_mo = open_formulier(anja, meedoen), open_formulier(mo, meedoen)
    verstuur(anja, meedoen, bij_anja | {"praktijk": str(nieuw.pk)})

    assert rijen(verstuur(mo, meedoen, bij_mo | {"rol": "coach"})) == [
        ("Deelname D1 in Breda", "Praktijk", "Breda (B)", "Aalst (A)"),
        ("Deelname D1 in Breda", "Rol", "(leeg)", "coach"),
    ]


def test_a_number_somebody_else_just_gave_out_is_an_error_in_the_form(mo, arnhem):
    bij_mo = open_formulier(mo, arnhem)
    ontwerpvraag(arnhem, 1)
    nieuw = {
        "ontwerpvragen-0-nummer": "1",
        "ontwerpvragen-0-vraag": "Ook nummer een?",
        "ontwerpvragen-0-geformuleerd_op": "01-10-2019",
    }

    antwoord = verstuur(mo, arnhem, velden(verstuur(mo, arnhem, bij_mo | nieuw)))

    assert antwoord.status_code == 200
    fouten = [
        regels.formset.errors for regels in antwoord.context["inline_admin_formsets"] if any(regels.formset.errors)
    ]
    assert fouten == [[{"__all__": ["Deze praktijk heeft al een ontwerpvraag met dit nummer."]}]]
    assert velden(antwoord)["ontwerpvragen-0-vraag"] == "Ook nummer een?"


def test_a_code_that_exists_or_stands_twice_on_the_page_is_an_error_in_the_form(mo, arnhem):
    proef = experiment(ontwerpvraag(arnhem), "E1")
    elders = experiment(ontwerpvraag(praktijk(arnhem.programma, "EDE")), "E2")
    vraag = str(proef.ontwerpvraag_id)

    zelf = verstuur(mo, elders, open_formulier(mo, elders) | {"code": "E1"})
    assert zelf.context["adminform"].form.errors == {
        "__all__": ["Dit programma heeft al een experiment met deze code."]
    }
    nieuw = {"experimenten-1-ontwerpvraag": vraag, "experimenten-1-code": "E1", "experimenten-1-naam": "Dubbel"}
    samen = verstuur(mo, arnhem, open_formulier(mo, arnhem) | nieuw)
    assert "Deze code staat twee keer op deze pagina: E1." in samen.content.decode()
    assert Experiment.objects.count() == 2
