"""Two moments side by side: fields of the record, and the parts of a practice that came, went and changed."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Experiment, Onderbreking, Ontwerpvraag, Praktijk, Praktijkpartner, Voortgang
from tests.gegevens import deelname, deelnemer, experiment, gebruiker, ontwerpvraag, organisatie, praktijkpartner
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db

TOEN = datetime.datetime(2020, 6, 30, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
MIDDERNACHT = datetime.datetime(2020, 7, 1, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def stond_er_toen(arnhem):  # noqa: ARG001  # asked for its effect
    """All that Arnhem has was written down at noon of 30 June 2020."""
    for model in (Praktijk, Ontwerpvraag, Experiment, Voortgang, Praktijkpartner, Deelnemer, Deelname, Onderbreking):
        model.history.update(history_date=TOEN)
    Organisatie.history.update(history_date=TOEN)


def adres(soort, pk):
    return f"/geschiedenis/{soort}/{pk}/vergelijken/"


def uitkomst(antwoord):
    """The differences of the record itself, and (part, what happened, differences)."""
    assert antwoord.status_code == 200
    vergelijking = antwoord.context["vergelijking"]
    return (
        [(v.veld, v.nu, v.ingevuld) for v in vergelijking.verschillen],
        [(d.wat, d.gebeurde, [(v.veld, v.nu, v.ingevuld) for v in d.verschillen]) for d in vergelijking.delen],
    )


@pytest.mark.usefixtures("stond_er_toen")
def test_a_day_is_compared_with_today_parts_included(als, arnhem):
    arnhem.praktijk.kernthema = "Samen verder"
    arnhem.praktijk.save()
    arnhem.experiment.naam = "Buddy's"
    arnhem.experiment.save()
    arnhem.partner.delete()
    praktijkpartner(arnhem.praktijk, organisatie("Welzijn"))

    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijk", arnhem.praktijk.pk), {"van": "2020-06-30"})

    eigen, delen = uitkomst(antwoord)
    assert eigen == [("Kernthema", "Samen", "Samen verder")]
    assert sorted(delen) == [
        ("Experiment E1 Buddy's", "gewijzigd", [("Naam", "Maatjes", "Buddy's")]),
        ("Praktijkpartner (Arnhem (ARN), Welzijn)", "erbij", []),
        ("Praktijkpartner (Arnhem (ARN), Zorggroep)", "weg", []),
    ]


@pytest.mark.usefixtures("stond_er_toen")
def test_a_day_counts_to_its_end_in_amsterdam(als, arnhem):
    for minuten, naam in ((-1, "Op de valreep"), (0, "Morgen")):
        arnhem.praktijk.naam = naam
        arnhem.praktijk._history_date = MIDDERNACHT + datetime.timedelta(minutes=minuten)
        arnhem.praktijk.save()

    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(
        adres("praktijk", arnhem.praktijk.pk), {"van": "2020-06-30", "naar": "2020-07-01"}
    )

    assert uitkomst(antwoord) == ([("Naam", "Op de valreep", "Morgen")], [])


def test_two_versions_are_compared(als, arnhem):
    oud = arnhem.partner.history.first().pk
    arnhem.partner.rol = "penvoerder"
    arnhem.partner.save()
    gevraagd = {"van_versie": oud, "naar_versie": arnhem.partner.history.first().pk}

    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijkpartner", arnhem.partner.pk), gevraagd)

    assert uitkomst(antwoord) == ([("Rol", "Partner", "Penvoerder")], [])


@pytest.mark.usefixtures("stond_er_toen")
def test_before_it_stood_there_and_after_it_went_the_page_says_so(als, arnhem):
    client, pk = als(gebruiker(Rol.MEDEWERKER)), arnhem.partner.pk
    ervoor = gelezen(client.get(adres("praktijkpartner", pk), {"van": "2019-01-01"})).tekst
    arnhem.partner.delete()
    erna = gelezen(client.get(adres("praktijkpartner", pk), {"van": "2020-06-30"})).tekst
    nooit = gelezen(client.get(adres("praktijkpartner", pk), {"van": "2018-01-01", "naar": "2019-01-01"})).tekst

    assert "Op 01-01-2019 stond dit nog niet in het systeem." in ervoor
    assert "stond dit niet meer in het systeem." in erna
    assert "Op beide momenten stond dit niet in het systeem." in nooit


@pytest.mark.usefixtures("stond_er_toen")
def test_who_may_not_see_people_compares_without_them(als, arnhem, bo):
    deelname(deelnemer(arnhem.praktijk.programma, "D2", naam="Nieuw Persoon"), arnhem.praktijk)
    arnhem.voortgang.verslag = "Ander verslag"
    arnhem.voortgang.save()
    gezien = {}
    for wie, user in {"kantoor": gebruiker(Rol.MEDEWERKER), "collega": bo, "analist": gebruiker(Rol.ANALIST)}.items():
        tekst = als(user).get(adres("praktijk", arnhem.praktijk.pk), {"van": "2020-06-30"}).content.decode()
        gezien[wie] = ["Nieuw Persoon" in tekst, "Ander verslag" in tekst]

    assert gezien == {"kantoor": [True, True], "collega": [False, True], "analist": [False, False]}


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ({"van": "gisteren"}, "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."),
        ({"van": ""}, "Kies een dag of een versie: één van de twee."),
        ({"van": "2020-07-01", "naar": "2020-06-01"}, "Het eerste moment ligt na het tweede. Draai ze om."),
        ({"van_versie": "999999"}, "999999 staat niet in de lijst. Kies iets uit de lijst."),
    ],
)
def test_a_question_that_cannot_be_answered_is_explained(als, arnhem, vraag, melding):
    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijk", arnhem.praktijk.pk), vraag)

    assert melding in gelezen(antwoord).tekst
    assert "vergelijking" not in antwoord.context


def test_a_version_of_another_record_is_no_choice(als, arnhem):
    vreemd = arnhem.experiment.history.first().pk + 1_000

    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijk", arnhem.praktijk.pk), {"van_versie": vreemd})

    assert "vergelijking" not in antwoord.context


@pytest.mark.usefixtures("stond_er_toen")
@pytest.mark.parametrize("aantal", [1, 3])
def test_comparing_costs_the_same_queries_however_much_there_is(als, arnhem, ada, aantal, django_assert_num_queries):
    for nummer in range(2, 2 + aantal):
        experiment(ontwerpvraag(arnhem.praktijk, nummer), f"E{nummer}")
        deelname(deelnemer(arnhem.praktijk.programma, f"D{nummer}"), arnhem.praktijk)
    client = als(ada)

    with django_assert_num_queries(41):
        client.get(adres("praktijk", arnhem.praktijk.pk), {"van": "2020-06-30"})
