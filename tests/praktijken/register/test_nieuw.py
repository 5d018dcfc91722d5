"""Adding a participant: the number proposed, doubles first, never twice."""

import re

import pytest
from django.urls import reverse
from freezegun import freeze_time

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from praktijken.models import Deelname
from praktijken.register.nummers import volgende
from tests.gegevens import adviseurschap, deelnemer, gebruiker, programma
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
NIEUW = reverse("praktijken:deelnemer-nieuw")


def adres(praktijk):
    return f"{NIEUW}?praktijk={praktijk.pk}"


def velden(**anders):
    leeg = {"nummer": "D3", "naam": "Nina Nieuw", "email": "", "organisatie": "", "organisatietype": ""}
    return leeg | {"hoedanigheid": "", "vanaf": "2020-01-06"} | anders


@pytest.mark.parametrize(
    ("nummers", "volgend"),
    [
        ([], "D1"),
        (["D1", "D171", "D9"], "D172"),
        (["P-0008", "P-0009"], "P-0010"),
        (["D1", "X", "D2"], "D3"),
        (["2020-7"], "2020-8"),
    ],
)
@pytest.mark.django_db
def test_the_next_free_number_is_proposed_in_the_programmes_own_form(nummers, volgend):
    elders = programma()
    for nummer in nummers:
        deelnemer(elders, nummer)

    assert volgende(elders) == volgend


def test_the_form_proposes_a_number_and_today(als, register):
    with freeze_time("2020-03-02 12:00"):
        form = als(register.ada).get(adres(register.arnhem)).context["form"]

    assert (form["nummer"].value(), str(form["vanaf"].value())) == ("D3", "2020-03-02")


def test_somebody_new_is_added_once_however_often_it_is_sent(als, register):
    client = als(register.ada)
    ingevuld = velden(organisatie="zorggroep voorbeeld", email="Nina@Nieuw.example", hoedanigheid="beroepskracht")

    antwoorden = [client.post(adres(register.arnhem), ingevuld) for _ in range(2)]

    nina = Deelnemer.objects.get(nummer="D3")
    assert [antwoord["Location"] for antwoord in antwoorden] == [reverse("praktijken:deelnemer", args=[nina.pk])] * 2
    assert (nina.naam, nina.email, nina.history.get().history_user) == (
        "Nina Nieuw",
        "nina@nieuw.example",
        register.ada,
    )
    deelname = nina.deelnames.get()
    assert (deelname.praktijk, deelname.organisatie, deelname.hoedanigheid, str(deelname.vanaf)) == (
        register.arnhem,
        register.huis,
        "beroepskracht",
        "2020-01-06",
    )
    assert deelname.history.get().history_change_reason == "toegevoegd in het register van deelnemers"


def test_who_looks_like_somebody_is_shown_first_and_is_only_added_when_one_says_so(als, register):
    client = als(register.ada)

    eerst = client.post(adres(register.arnhem), velden(naam="GEHEIM, Gerda"))
    tekst = gelezen(eerst).tekst
    assert "D1 Gerda Geheim , Zorggroep Voorbeeld (zelfde naam)" in tekst
    assert Deelnemer.objects.count() == 2

    client.post(adres(register.arnhem), velden(naam="GEHEIM, Gerda", toch_nieuw="1"))
    assert Deelnemer.objects.get(nummer="D3").naam == "GEHEIM, Gerda"


def test_the_same_person_gets_a_participation_and_no_second_record(als, register):
    adviseurschap(register.breda, register.ada)
    client = als(register.ada)
    ingevuld = velden(naam="Gerda Geheim", bestaand=register.gerda.pk, organisatie="Zorggroep Voorbeeld")

    for _ in range(2):
        client.post(adres(register.breda), ingevuld)

    assert Deelnemer.objects.count() == 2
    assert list(Deelname.objects.filter(deelnemer=register.gerda).order_by("pk").values_list("praktijk__code")) == [
        ("ARN",),
        ("BRE",),
    ]


def test_who_takes_part_already_is_not_added_again(als, register):
    antwoord = als(register.ada).post(adres(register.arnhem), velden(bestaand=register.gerda.pk))

    assert "Deze persoon doet al mee aan deze praktijk, vanaf 02-09-2019." in gelezen(antwoord).tekst


def test_a_number_taken_meanwhile_gives_the_next_and_keeps_what_was_typed(als, register):
    antwoord = als(register.ada).post(adres(register.arnhem), velden(nummer="D2"))

    assert "Het nummer D2 is al van iemand. Het volgende vrije staat er nu." in gelezen(antwoord).tekst
    form = antwoord.context["form"]
    assert (form["nummer"].value(), form["naam"].value()) == ("D3", "Nina Nieuw")


def test_the_button_looks_for_doubles_and_saves_nothing(als, register):
    client = als(register.ada)

    geen = client.post(adres(register.arnhem), velden(zoek="1"))
    wel = client.post(
        f"{reverse('praktijken:deelnemer-dubbelen')}?praktijk={register.arnhem.pk}", {"naam": "gerda geheim"}
    )

    assert "Niemand in het register lijkt op deze naam." in gelezen(geen).tekst
    assert "D1 Gerda Geheim" in gelezen(wel).tekst
    assert Deelnemer.objects.count() == 2


def test_an_adviser_adds_to_own_practices_and_never_learns_of_people_elsewhere(als, register):
    client = als(register.ada)

    antwoorden = [
        client.get(adres(register.breda)),
        client.post(adres(register.breda), velden()),
        client.post(adres(register.arnhem), velden(bestaand=register.truus.pk)),
        client.get(f"{NIEUW}?praktijk=x"),
    ]
    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 4
    html = client.post(adres(register.arnhem), velden(naam="Truus Verborgen", zoek="1")).content.decode()
    assert not re.search(r"\bD2\b", html)
    assert "verborgen.example" not in html
    assert "Breda" not in client.get(NIEUW).content.decode()


@pytest.mark.parametrize(
    "anders", [{"naam": ""}, {"email": "geen adres"}, {"vanaf": ""}, {"organisatie": "Bestaat niet"}]
)
def test_what_is_wrong_saves_nothing_and_keeps_what_was_typed(als, register, anders):
    antwoord = als(gebruiker(Rol.MEDEWERKER)).post(adres(register.arnhem), velden(hoedanigheid="vrijwilliger") | anders)

    assert "Er is nog niets bewaard." in gelezen(antwoord).tekst
    assert antwoord.context["form"]["hoedanigheid"].value() == "vrijwilliger"
    assert Deelnemer.objects.count() == 2


def test_organisations_are_suggested_by_a_part_of_their_name(als, register):
    antwoord = als(register.ada).get(reverse("praktijken:deelnemer-organisaties"), {"zoek": "voorb"})

    assert antwoord.json() == {"organisaties": ["Zorggroep Voorbeeld"]}
