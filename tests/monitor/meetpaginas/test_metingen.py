"""The pages of measurements: who sees them, how one is made, checked and fixed, and what a page then shows."""

import json
from io import BytesIO
from uuid import uuid4

import pytest
from django.urls import reverse
from freezegun import freeze_time
from openpyxl import load_workbook

from mantelzorg.toegang import Rol
from monitor.meten.opstellen import laat_vervallen, uitkomst_nu
from monitor.meten.staten import zet_staat
from monitor.models import Meting, Staatsoort, Vaststelling
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.meten.gegevens import OP, controleur, gecontroleerd, maker, meting, vastgesteld

pytestmark = pytest.mark.django_db
LIJST, NIEUW = "/monitor/metingen/", "/monitor/metingen/nieuw/"


@pytest.fixture
def thuis():
    programma = gegevens.programma("thuis")
    gegevens.praktijk(programma, "ARN", naam="Arnhem", gemeenten=["GM0202"])
    return programma


def ingevuld(**velden):
    return {
        "indicator": "23", "programma": "thuis", "jaar": "2020", "peildatum": "2020-06-30",
        "aanleiding": "Monitor 2020",
        "voor_monitor": "on", "nvt": "", "vervangt": "", "notitie": "Kijk naar Arnhem.", "inzending": str(uuid4()),
    } | velden  # fmt: skip


def pagina(een):
    return reverse("monitor:meting", args=[een.pk])


def doe(client, een, wat, **velden):
    return client.post(reverse(f"monitor:meting-{wat}", args=[een.pk]), velden)


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, None])
def test_for_who_may_not_see_measurements_there_are_none(als, thuis, rol):
    vast = vastgesteld(thuis)
    kim = als(gebruiker(rol, naam="Kim Kijkt"))
    adressen = [LIJST, NIEUW, pagina(vast.meting), f"{pagina(vast.meting)}bestand/xlsx/"]
    assert [kim.get(adres).status_code for adres in adressen] == [404] * 4
    assert [doe(kim, vast.meting, wat).status_code for wat in ("controleren", "vaststellen", "vervallen")] == [404] * 3


def test_the_list_says_of_each_how_far_it_is_and_what_its_value_is(als, thuis):
    vastgesteld(thuis, 2019, "2019-06-30")
    eerste = vastgesteld(thuis)
    vastgesteld(thuis, vervangt=eerste.meting)
    ingetrokken = vastgesteld(thuis, voor_monitor=False, aanleiding="Kamervraag")
    zet_staat(ingetrokken, Staatsoort.INGETROKKEN, reden="Fout.", door=controleur(), op=OP)
    gecontroleerd(meting(thuis, 2021, "2020-08-01"))
    meting(thuis, 2021, "2020-08-02")
    laat_vervallen(meting=meting(thuis, 2021, "2020-08-03").pk, reden="Verkeerde dag.", op=OP)
    (deel,) = als(maker()).get(LIJST).context["delen"]
    assert [(rij.meting.jaar, rij.meting.nummer, str(rij.stand), rij.waarde) for rij in deel.rijen] == [
        (2021, 3, "vervallen", "–"),
        (2021, 2, "concept", "–"),
        (2021, 1, "gecontroleerd", "1"),
        (2020, 3, "ingetrokken", "1"),
        (2020, 2, "vastgesteld", "1"),
        (2020, 1, "vervangen", "1"),
        (2019, 1, "vastgesteld", "nvt (nog niet gestart)"),
    ]
    assert [(jaar.punt.jaar, str(jaar.punt)) for jaar in deel.reeks] == [(2019, "nvt (nog niet gestart)"), (2020, "1")]


@pytest.mark.usefixtures("thuis")
def test_a_measurement_sent_twice_is_made_once(als):
    ben, velden = als(maker()), ingevuld()
    adressen = {ben.post(NIEUW, velden)["Location"] for _ in range(2)}
    een = Meting.objects.get()
    assert adressen == {pagina(een)}
    assert (een.jaar, een.peildatum, een.aanleiding, een.voor_monitor, een.notitie, een.gemaakt_door) == (
        2020, dag("2020-06-30"), "Monitor 2020", True, "Kijk naar Arnhem.", maker(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"jaar": "ooit"}, "jaar"),
        ({"peildatum": "31-06-2020"}, "peildatum"),
        ({"aanleiding": ""}, "aanleiding"),
        ({"nvt": "zomaar"}, "nvt"),
        ({"programma": "vreemd"}, "programma"),
    ],
)
@pytest.mark.usefixtures("thuis")
def test_what_is_wrong_is_said_and_what_was_typed_stays(als, velden, fout):
    form = als(maker()).post(NIEUW, ingevuld(**velden)).context["form"]
    assert (list(form.errors), form["notitie"].value(), Meting.objects.count()) == ([fout], "Kijk naar Arnhem.", 0)


def test_it_replaces_one_of_its_own_year_and_programme(als, thuis):
    vast = vastgesteld(thuis, 2019, "2019-12-31")
    ben = als(maker())
    assert list(ben.post(NIEUW, ingevuld(vervangt=vast.meting_id)).context["form"].errors) == ["vervangt"]
    ben.post(NIEUW, ingevuld(jaar="2019", peildatum="2019-12-31", vervangt=vast.meting_id))
    assert Meting.objects.get(nummer=2).vervangt == vast.meting


@pytest.mark.usefixtures("thuis")
@freeze_time("2020-05-01 12:00")
def test_a_day_to_come_makes_a_concept_that_says_it_cannot_be_fixed(als):
    antwoord = als(maker()).post(NIEUW, ingevuld(), follow=True)
    assert "pas vaststellen als die dag er is" in antwoord.content.decode()
    assert antwoord.context["daden"].vaststellen.startswith("De peildatum ligt na vandaag.")


def test_the_maker_is_told_why_there_is_no_button_to_check(als, thuis):
    een = meting(thuis)
    inhoud = als(maker()).get(pagina(een)).content.decode()
    assert "U maakte deze meting zelf." in inhoud
    assert "nog niet gecontroleerd door iemand anders" in inhoud
    assert "De cijfers kloppen" not in inhoud
    assert "Meting vaststellen</button>" not in inhoud


def test_checked_by_another_and_fixed_by_the_maker(als, thuis):
    een, mo = meting(thuis), als(controleur())
    gezien = mo.get(pagina(een)).context["uitkomst"]
    assert gezien == uitkomst_nu(een)
    doe(mo, een, "controleren", gezien=gezien, notitie="Klopt met Arnhem.")
    doe(als(maker()), een, "vaststellen", notitie="Besproken.")
    antwoord = mo.get(pagina(een))
    assert [(h.wat, str(h.door), h.notitie) for h in antwoord.context["handelingen"]] == [
        ("gemaakt", "Ben de Analist", ""),
        ("gecontroleerd", "Mo de Medewerker", "Klopt met Arnhem."),
        ("vastgesteld", "Ben de Analist", "Besproken."),
    ]
    assert antwoord.context["daden"].klaar
    assert Vaststelling.objects.get().zegel in antwoord.content.decode()


def test_who_checks_figures_that_changed_meanwhile_sees_them_again_with_the_note(als, thuis):
    een, mo = meting(thuis), als(controleur())
    gezien = mo.get(pagina(een)).context["uitkomst"]
    gegevens.praktijk(thuis, "TIE", naam="Tiel")
    antwoord = doe(mo, een, "controleren", gezien=gezien, notitie="Klopt.")
    form = antwoord.context["forms"]["controle"]
    assert form.non_field_errors() == ["De cijfers zijn veranderd terwijl u keek. Bekijk ze opnieuw."]
    assert (form["notitie"].value(), antwoord.context["uitkomst"]) == ("Klopt.", uitkomst_nu(een))
    assert Meting.objects.get().gecontroleerd_op is None


def test_the_maker_who_sends_the_form_to_check_is_refused(als, thuis):
    een = meting(thuis)
    antwoord = doe(als(maker()), een, "controleren", gezien=uitkomst_nu(een), notitie="Zelf gezien.")
    assert antwoord.context["forms"]["controle"].non_field_errors()[0].startswith("U maakte deze meting zelf.")
    assert "Zelf gezien." in antwoord.content.decode()


def test_what_cannot_be_fixed_keeps_the_note(als, thuis):
    een = meting(thuis)
    antwoord = doe(als(controleur()), een, "vaststellen", notitie="Besproken.")
    assert "nog niet gecontroleerd" in antwoord.context["forms"]["vaststelling"].non_field_errors()[0]
    assert "Besproken." in antwoord.content.decode()


def test_fixing_twice_fixes_once(als, thuis):
    een, mo = gecontroleerd(meting(thuis)), als(controleur())
    assert [doe(mo, een, "vaststellen").status_code for _ in range(2)] == [302, 302]
    assert Vaststelling.objects.count() == 1


def test_it_lapses_with_a_reason_and_by_somebody(als, thuis):
    een, mo = meting(thuis), als(controleur())
    assert list(doe(mo, een, "vervallen", reden="").context["forms"]["verval"].errors) == ["reden"]
    doe(mo, een, "vervallen", reden="Verkeerde dag.")
    antwoord = mo.get(pagina(een))
    laatste = antwoord.context["handelingen"][-1]
    assert (laatste.wat, laatste.door, laatste.notitie) == ("vervallen", controleur(), "Verkeerde dag.")
    assert antwoord.context["daden"].klaar


def test_what_is_fixed_lapses_no_more_and_the_reason_comes_back(als, thuis):
    vast = vastgesteld(thuis)
    antwoord = doe(als(controleur()), vast.meting, "vervallen", reden="Toch niet.")
    assert "Deze meting is al vastgesteld." in antwoord.content.decode()
    assert "Toch niet." in antwoord.content.decode()
    assert Meting.objects.get().vervallen_op is None


def test_a_concept_follows_the_records_and_what_is_fixed_does_not(als, thuis):
    een, vast, ben = meting(thuis, 2021, "2020-08-01"), vastgesteld(thuis), als(maker())
    gegevens.praktijk(thuis, "TIE", naam="Tiel")
    opgestart = [ben.get(pagina(m)).context["rapport"].indicator.praktijken.opgestart for m in (een, vast.meting)]
    assert opgestart == [2, 1]


def test_the_page_of_what_is_replaced_says_so(als, thuis):
    eerste = vastgesteld(thuis)
    vastgesteld(thuis, vervangt=eerste.meting)
    antwoord = als(maker()).get(pagina(eerste.meting))
    assert str(antwoord.context["stand"]) == "vervangen"
    assert antwoord.context["handelingen"][-1].notitie == "Vervangen door meting nummer 2 van 2020."


def test_a_concept_has_no_files(als, thuis):
    assert als(maker()).get(f"{pagina(meting(thuis))}bestand/xlsx/").status_code == 404


def test_the_files_hold_what_was_fixed_and_the_workbook_accounts_for_it(als, thuis):
    vast = vastgesteld(thuis)
    gegevens.praktijk(thuis, "TIE", naam="Tiel")
    ben = als(maker())
    bestanden = {vorm: ben.get(f"{pagina(vast.meting)}bestand/{vorm}/") for vorm in ("json", "csv", "xlsx")}
    assert json.loads(bestanden["json"].content) == vast.inhoud["uitkomst"]
    assert bestanden["csv"]["Content-Disposition"] == 'attachment; filename="indicator-23-thuis-meting-2020-1.csv"'
    blad = load_workbook(BytesIO(bestanden["xlsx"].content))["Verantwoording"]
    regels = {rij[0]: rij[1] for rij in blad.iter_rows(values_only=True) if rij[0]}
    assert {naam: regels[naam] for naam in ("Jaar", "Nummer", "Uitkomst", "Definitie", "Zegel", "Vastgesteld")} == {
        "Jaar": 2020, "Nummer": 1, "Uitkomst": 1, "Definitie": "versie 1", "Zegel": vast.zegel,
        "Vastgesteld": "Mo de Medewerker, 1 september 2020, 12.00 uur (Europe/Amsterdam)",
    }  # fmt: skip
    assert regels["Peildatum"].date() == dag("2020-06-30")


def test_nvt_stands_on_the_page_and_in_the_workbook_as_the_value(als, thuis):
    vast = vastgesteld(thuis, 2019, "2019-12-31", nvt="niet gemeten")
    ben = als(maker())
    assert "niet van toepassing (nvt): niet gemeten" in ben.get(pagina(vast.meting)).content.decode()
    boek = load_workbook(BytesIO(ben.get(f"{pagina(vast.meting)}bestand/xlsx/").content))
    cellen = {cel for rij in boek.worksheets[0].iter_rows(values_only=True) for cel in rij}
    assert "nvt" in cellen
    assert "nvt (niet gemeten)" in {rij[1] for rij in boek["Verantwoording"].iter_rows(values_only=True)}


@pytest.mark.parametrize("aantal", [1, 3])
def test_list_and_page_take_as_many_queries_with_one_and_with_three(als, thuis, django_assert_num_queries, aantal):
    vaste = [vastgesteld(thuis, jaar, f"{jaar}-06-30") for jaar in range(2020 - aantal, 2021)]
    for nummer in range(aantal - 1):
        gegevens.praktijk(thuis, f"P{nummer}", gemeenten=["GM0228"])
    een, ben = meting(thuis, 2021, "2020-08-01"), als(maker())
    for adres, vragen in ((LIJST, 17), (pagina(vaste[-1].meting), 13), (pagina(een), 17)):
        with django_assert_num_queries(vragen):
            assert ben.get(adres).status_code == 200
