"""The adviser's start page: own practices, what asks for attention in them, and nothing of others."""

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from deelnemers.models import Organisatietype
from mantelzorg.toegang import Rol
from praktijken.mijn.overzicht import overzicht
from praktijken.models import Onderbreking, Schoolvakantie, Voortgang
from praktijken.signalen import Soort
from tests.gegevens import (
    WACHTWOORD,
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
    programma,
)
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
MIJN = reverse("praktijken:mijn")
OP = dag("2020-03-02")


@pytest.fixture(autouse=True)
def kalender():
    with freeze_time(OP) as stil:
        yield stil


@pytest.fixture
def ada():
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


@pytest.fixture
def thuis():
    return programma()


def in_orde(deel, code, adviseur, **velden):
    """A practice in which nothing asks for attention on OP, guided by `adviseur`."""
    nieuw = praktijk(deel, code, **{"kernthema": "Ademruimte"} | velden)
    adviseurschap(nieuw, adviseur)
    for nummer in (1, 2, 3):
        ontwerpvraag(nieuw, nummer)
    gemeente = nieuw.programma.praktijken.count()
    praktijkpartner(nieuw, organisatie(f"Gemeente {gemeente}", _gemeente()), rol="penvoerder")
    return nieuw


def _gemeente():
    return Organisatietype.objects.filter(naam="Gemeente").first() or organisatietype("Gemeente")


def verslag(proef, datum, **velden):
    return Voortgang.objects.create(
        experiment=proef, **{"datum": dag(datum), "verslag": f"Verslag van {datum}"} | velden
    )


def codes(user, op=OP):
    return [eigen.praktijk.code for eigen in overzicht(user, op).praktijken]


def test_own_practices_of_the_day_alone_are_there_those_that_ask_for_attention_first(ada, thuis):
    bo = gebruiker(Rol.ADVISEUR, "Bo Buur")
    in_orde(thuis, "AAA", ada, naam="Aa")
    in_orde(thuis, "ZZZ", ada, naam="Zz", kernthema="")
    in_orde(thuis, "EIN", ada, naam="Aa voorbij", kernthema="", eind="2020-02-01")
    in_orde(thuis, "VAN", bo)
    was, wordt = praktijk(thuis, "WAS"), praktijk(thuis, "WRD")
    adviseurschap(was, ada, tot_en_met="2020-03-01")
    adviseurschap(wordt, ada, vanaf="2020-03-03")

    assert codes(ada) == ["ZZZ", "AAA", "EIN"]
    assert overzicht(ada, OP).met_signalen == 1
    assert [codes(ada, dag(op)) for op in ("2020-03-01", "2020-03-03")] == [
        ["WAS", "ZZZ", "AAA", "EIN"],
        ["WRD", "ZZZ", "AAA", "EIN"],
    ]


def test_who_stands_in_is_told_so_and_until_when(als, ada, thuis):
    arnhem, breda = praktijk(thuis, "ARN", naam="Arnhem"), praktijk(thuis, "BRE", naam="Breda")
    for waar, waarnemer in ((arnhem, True), (breda, True), (breda, False)):
        schap = adviseurschap(waar, ada, vanaf="2020-01-01" if waarnemer else None, tot_en_met="2020-04-01")
        schap.waarnemer = waarnemer
        schap.save()

    waarneming = {eigen.praktijk.code: eigen.waarneming for eigen in overzicht(ada, OP).praktijken}
    tekst = gelezen(als(ada).get(MIJN)).tekst

    assert waarneming == {"ARN": arnhem.adviseurschappen.get(), "BRE": None}
    assert tekst.count("U neemt waar tot en met 1 april 2020") == 1


def test_the_last_entry_is_the_newest_version_of_the_latest_day(ada, thuis):
    arnhem = in_orde(thuis, "ARN", ada)
    vraag = arnhem.ontwerpvragen.first()
    een, twee = experiment(vraag, "E1"), experiment(vraag, "E2", eind="2020-02-28")
    verslag(een, "2020-02-01")
    fout = verslag(twee, "2020-02-20", verslag="Verschreven")
    goed = verslag(twee, "2020-02-20", verslag="Verbeterd", vervangt=fout)
    verslag(een, "2020-03-03")

    (eigen,) = overzicht(ada, OP).praktijken

    assert eigen.laatste == goed
    assert [proef.code for proef in eigen.experimenten] == ["E1"]


def test_the_page_says_what_asks_for_attention_and_why(als, ada, thuis, kalender):
    arnhem = in_orde(thuis, "ARN", ada, naam="Arnhem", kernthema="")
    proef = experiment(arnhem.ontwerpvragen.first(), "ARN-1", naam="Een logeerweekend")
    verslag(proef, "2020-02-01", verslag="Eerste regel\nTweede regel", door=ada)
    deelname(deelnemer(thuis, naam="Gerda Geheim"), arnhem)

    kalender.move_to("2020-02-29")
    pagina = gelezen(als(ada).get(MIJN))

    verwacht = [
        "Uw praktijk vraagt aandacht.",
        "Al 4 weken geen voortgang bij experiment ARN-1: het laatste verslag is van 1 februari 2020. Zo merkt u",
        "Er is nog geen kernthema. Het kernthema zegt",
        "Van 1 deelnemer is het organisatietype niet bekend. De monitor telt",
        "1 februari 2020, experiment ARN-1 Een logeerweekend , door Ada Adviseur Eerste regel Tweede regel",
    ]
    assert [tekst for tekst in verwacht if tekst not in pagina.tekst] == []
    assert "Gerda Geheim" not in pagina.tekst
    assert reverse("praktijken:praktijk", args=[arnhem.pk]) in pagina.links


def test_each_running_experiment_has_its_form_one_tap_away(als, ada, thuis):
    vraag = in_orde(thuis, "ARN", ada).ontwerpvragen.first()
    loopt = [experiment(vraag, code) for code in ("E1", "E2")]
    experiment(vraag, "E3", eind="2020-03-01")
    nieuw = reverse("praktijken:voortgang-nieuw")

    links = [link for link in gelezen(als(ada).get(MIJN)).links if link.startswith(nieuw)]

    assert links == [f"{nieuw}?experiment={een.pk}" for een in loopt]


def test_during_a_break_nothing_asks_for_attention_and_the_page_says_what_is_silent(als, ada, thuis):
    arnhem = in_orde(thuis, "ARN", ada, kernthema="")
    Onderbreking.objects.create(praktijk=arnhem, vanaf=OP, tot_en_met=dag("2020-03-20"), reden="de trekker is weg")
    Schoolvakantie.objects.create(naam="voorjaar", vanaf=dag("2020-03-21"), tot_en_met=dag("2020-03-29"))

    (eigen,) = overzicht(ada, OP).praktijken
    tekst = gelezen(als(ada).get(MIJN)).tekst

    assert eigen.stand.signalen == ()
    assert [een.soort for een in eigen.stand.verzwegen] == [Soort.KERNTHEMA]
    assert eigen.status == "actief"
    assert "Uw praktijk vraagt nu geen aandacht." in tekst
    assert "De signalen staan stil tot en met 29 maart 2020 ( onderbreking: de trekker is weg )." in tekst
    assert "Wat nu stilstaat in Praktijk ARN Er is nog geen kernthema." in tekst


def test_without_practices_the_page_says_whom_to_ask(als, ada):
    assert "U begeleidt nu geen praktijk." in gelezen(als(ada).get(MIJN)).tekst


@pytest.mark.parametrize(
    ("rol", "verwacht"),
    [(Rol.ADVISEUR, 200), (Rol.MEDEWERKER, 200), (Rol.BEHEERDER, 200), (Rol.ANALIST, 404), (None, 404)],
)
def test_the_page_is_there_for_who_may_change_practices(als, thuis, rol, verwacht):
    iemand = gebruiker(rol)
    in_orde(thuis, "ARN", iemand)

    assert als(iemand).get(MIJN).status_code == verwacht


def test_who_is_not_logged_in_logs_in_first(client):
    assert client.get(MIJN).url == f"{reverse('inloggen')}?next={MIJN}"


@pytest.mark.parametrize(
    ("rollen", "verwacht"),
    [
        ((Rol.ADVISEUR,), MIJN),
        ((Rol.MEDEWERKER,), "/"),
        ((Rol.ANALIST,), "/"),
        ((Rol.ADVISEUR, Rol.MEDEWERKER), "/"),
    ],
)
def test_an_adviser_lands_here_after_logging_in(rollen, verwacht):
    iemand = gebruiker(rollen[0])
    for rol in rollen[1:]:
        iemand.groups.add(gebruiker(rol).groups.get())

    antwoord = Client().post(reverse("inloggen"), {"username": iemand.email, "password": WACHTWOORD})

    assert (antwoord.status_code, antwoord["Location"]) == (302, verwacht)


@pytest.mark.parametrize("aantal", [1, 3])
def test_one_of_everything_and_three_of_everything_cost_the_same_queries(
    als, ada, thuis, django_assert_num_queries, aantal
):
    for nummer in range(aantal):
        nieuw = in_orde(thuis, f"P{nummer}", ada)
        for volgt in range(aantal):
            proef = experiment(nieuw.ontwerpvragen.first(), f"E{nummer}{volgt}")
            verslag(proef, "2020-02-01", door=ada)
            deelname(deelnemer(thuis, f"D{nummer}{volgt}"), nieuw)
        Onderbreking.objects.create(praktijk=nieuw, vanaf=dag("2020-05-01"), reden="rust")
    client = als(ada)

    with django_assert_num_queries(12):
        client.get(MIJN)
