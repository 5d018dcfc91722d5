"""The overview: what it shows of a practice, to whom, and in Excel the same."""

import io
from datetime import date, datetime, time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from mantelzorg.toegang import Rol
from tests.gegevens import adviseurschap, dag, deelname, deelnemer, experiment, gebruiker, ontwerpvraag, praktijk
from tests.praktijken.leeshtml import gelezen

OVERZICHT, EXCEL = reverse("praktijken:overzicht"), reverse("praktijken:overzicht_excel")
TABEL = "Overzicht van praktijken"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_30_juni")]


def tabel(client, vraag=""):
    return gelezen(client.get(f"{OVERZICHT}?{vraag}")).tabellen[TABEL]


def zonder_vakjes(rijen):
    """The table without the column of check boxes that the office has."""
    return [rij[1:] for rij in rijen]


@pytest.mark.usefixtures("wereld")
def test_the_office_sees_status_progress_completeness_and_signals(als):
    assert zonder_vakjes(tabel(als(gebruiker(Rol.MEDEWERKER)))) == [
        [
            "Praktijk ▲", "Code", "Status", "Laatste voortgang", "Lopende experimenten", "Compleet", "Ontbreekt",
            "Signalen",
        ],
        [
            "Arnhem", "ARN", "actief", "22-06-2020", "1", "4 van 5", "organisatietype van 1 deelnemer",
            "soort organisatie onbekend; geen gemeente",
        ],
        [
            "Breda", "BRE", "gepland", "", "0", "1 van 5",
            "gemeente; kernthema; 3 tot 5 ontwerpvragen (nu 0); penvoerder", "",
        ],
        [
            "Elders", "ELD", "afgerond", "03-02-2020", "1", "2 van 5",
            "gemeente; 3 tot 5 ontwerpvragen (nu 1); penvoerder", "",
        ],
    ]  # fmt: skip


def test_an_adviser_sees_the_practices_of_their_programme_and_no_bulk_actions(als, wereld):
    pagina = gelezen(als(wereld.ada).get(OVERZICHT))

    assert [rij[0] for rij in pagina.tabellen[TABEL]] == ["Praktijk ▲", "Arnhem", "Breda"]
    assert "Meer praktijken tegelijk wijzigen" not in pagina.tekst


@pytest.mark.usefixtures("wereld")
def test_an_analyst_sees_no_progress_no_signals_and_no_adviser(als):
    client = als(gebruiker(Rol.ANALIST))

    rijen = tabel(client, "kolommen=code&kolommen=compleet")
    html = client.get(OVERZICHT).content.decode()

    assert rijen == [["Praktijk ▲", "Code", "Compleet"], ["Arnhem", "ARN", "4 van 5"], ["Breda", "BRE", "1 van 5"],
                     ["Elders", "ELD", "2 van 5"]]  # fmt: skip
    assert [woord for woord in ("Ada Adviseur", "22-06-2020", "Signalen", "voortgang") if woord in html] == []


@pytest.mark.parametrize("kolom", ["adviseurs", "laatste_voortgang", "signalen"])
@pytest.mark.usefixtures("wereld")
def test_a_column_that_is_not_for_an_analyst_cannot_be_asked_for_either(als, kolom):
    client = als(gebruiker(Rol.ANALIST))

    assert "Er klopt iets niet aan de filters" in gelezen(client.get(OVERZICHT, {"kolommen": kolom})).tekst
    assert client.get(EXCEL, {"kolommen": kolom}).status_code == 404
    assert "22-06-2020" not in client.get(OVERZICHT, {"sorteer": "laatste_voortgang"}).content.decode()


def test_who_is_nobody_finds_no_overview(als, client):
    niemand = als(gebruiker())

    assert [niemand.get(adres).status_code for adres in (OVERZICHT, EXCEL)] == [404, 404]
    assert client.get(OVERZICHT).url == f"{reverse('inloggen')}?next={OVERZICHT}"


@pytest.mark.usefixtures("wereld")
def test_the_list_is_filtered_ordered_and_of_another_day_as_the_address_asks(als):
    client = als(gebruiker(Rol.MEDEWERKER))

    assert zonder_vakjes(tabel(client, "kolommen=status&op=2020-03-01&programma=elders")) == [
        ["Praktijk ▲", "Status"],
        ["Elders", "actief"],
    ]
    assert [rij[0] for rij in zonder_vakjes(tabel(client, "sorteer=-laatste_voortgang"))[1:]] == [
        "Arnhem",
        "Elders",
        "Breda",
    ]


def test_only_what_is_incomplete(als, wereld):
    wereld.arnhem.deelnames.get(deelnemer__nummer="D2").delete()

    assert [rij[0] for rij in zonder_vakjes(tabel(als(gebruiker(Rol.MEDEWERKER)), "onvolledig=on"))[1:]] == [
        "Breda",
        "Elders",
    ]


def test_a_participant_of_known_kind_elsewhere_in_the_practice_is_not_unknown(als, wereld):
    onbekend = wereld.arnhem.deelnames.get(deelnemer__nummer="D2")
    bekend = wereld.arnhem.deelnames.get(deelnemer__nummer="D1")
    deelname(onbekend.deelnemer, wereld.arnhem, vanaf="2020-01-01", organisatie=bekend.organisatie)

    rijen = tabel(als(gebruiker(Rol.MEDEWERKER)), "zoek=Arnhem&kolommen=deelnemers&kolommen=onbekend")

    assert zonder_vakjes(rijen) == [["Praktijk ▲", "Deelnemers", "Type onbekend"], ["Arnhem", "2", "0"]]


def test_fifty_a_page_and_the_next_one_without_counting(als, wereld):
    for nummer in range(51):
        praktijk(wereld.thuis, f"P{nummer:02}")
    client = als(gebruiker(Rol.MEDEWERKER))

    with CaptureQueriesContext(connection) as vragen:
        eerste = gelezen(client.get(OVERZICHT))
    tweede = gelezen(client.get(OVERZICHT, {"pagina": "2"}))

    assert [vraag["sql"] for vraag in vragen if "COUNT(*)" in vraag["sql"]] == []
    assert "Praktijk 1 tot en met 50. Stand op" in eerste.tekst
    assert len(eerste.tabellen[TABEL]) == 1 + 50
    assert len(tweede.tabellen[TABEL]) == 1 + (3 + 51 - 50)
    assert "Praktijk 51 tot en met 54 van 54" in tweede.tekst


@pytest.mark.parametrize("pagina", ["0", "-1", "x", "9" * 30, "²"])
@pytest.mark.usefixtures("wereld")
def test_a_page_number_that_is_none_is_no_error(als, pagina):
    assert als(gebruiker(Rol.MEDEWERKER)).get(OVERZICHT, {"pagina": pagina}).status_code == 200


def blad(antwoord):
    return load_workbook(io.BytesIO(antwoord.content)).active


def als_tekst(waarde):
    match waarde:
        case None:
            return ""
        case datetime():
            return f"{waarde:%d-%m-%Y}"
        case _:
            return str(waarde)


@pytest.mark.parametrize("rol", [Rol.MEDEWERKER, Rol.ANALIST])
@pytest.mark.parametrize("vraag", ["", "kolommen=startdatum&kolommen=deelnemers&sorteer=-startdatum&programma=thuis"])
@pytest.mark.usefixtures("wereld")
def test_excel_holds_what_the_screen_shows(als, rol, vraag):
    client = als(gebruiker(rol))

    scherm = tabel(client, vraag)
    rijen = [[als_tekst(cel.value) for cel in rij] for rij in blad(client.get(f"{EXCEL}?{vraag}"))]

    schoon = [[cel.replace(" ▲", "").replace(" ▼", "") for cel in rij] for rij in scherm]
    assert rijen == (zonder_vakjes(schoon) if rol is Rol.MEDEWERKER else schoon)


def test_excel_holds_all_pages_with_real_days_and_numbers_and_no_formula(als, wereld):
    for nummer in range(60):
        praktijk(wereld.thuis, f"P{nummer:02}", naam="=1+1")

    werkblad = blad(als(gebruiker(Rol.MEDEWERKER)).get(EXCEL, {"kolommen": ["startdatum", "lopend"]}))

    assert werkblad.tables["Overzicht"].ref == f"A1:C{1 + 3 + 60}"
    assert [cel.value for cel in werkblad[2]] == ["=1+1", datetime.combine(dag("2019-09-02"), time()), 0]
    assert werkblad["A2"].data_type == "s"


def test_excel_of_an_empty_list_has_its_headings(als):
    werkblad = blad(als(gebruiker(Rol.MEDEWERKER)).get(EXCEL, {"kolommen": "code"}))

    assert [[cel.value for cel in rij] for rij in werkblad] == [["Praktijk", "Code"]]
    assert werkblad.tables["Overzicht"].ref == "A1:B2"


def test_stand_ins_are_named_as_such_and_who_stopped_is_not_there(als, wereld):
    adviseurschap(wereld.arnhem, wereld.cas, tot_en_met="2020-06-29")
    schap = adviseurschap(wereld.arnhem, gebruiker(Rol.ADVISEUR, "Wim Waarnemer"), vanaf="2020-06-01")
    schap.waarnemer = True
    schap.save()

    rijen = tabel(als(gebruiker(Rol.MEDEWERKER)), "zoek=Arnhem&kolommen=adviseurs")

    assert zonder_vakjes(rijen)[1:] == [["Arnhem", "Ada Adviseur, Wim Waarnemer (waarnemer)"]]


def vul_meer(wereld):
    """Two more practices with one of everything."""
    for code in ("MRE", "MRF"):
        meer = praktijk(wereld.thuis, code, gemeenten=["GM0758", "GM0202"])
        adviseurschap(meer, wereld.ada)
        experiment(ontwerpvraag(meer), f"{code}-1")
        deelname(deelnemer(wereld.thuis, f"D-{code}"), meer, vanaf=dag("2020-01-01"))


@pytest.mark.parametrize("adres", [OVERZICHT, EXCEL])
def test_the_number_of_queries_does_not_grow_with_the_rows(als, wereld, adres):
    client = als(gebruiker(Rol.MEDEWERKER))
    client.get(adres)  # what is asked once a process

    with CaptureQueriesContext(connection) as met_een:
        client.get(adres, {"zoek": "Arnhem", "kolommen": ["adviseurs", "gemeenten", "signalen"]})
    vul_meer(wereld)
    with CaptureQueriesContext(connection) as met_drie:
        client.get(adres, {"programma": "thuis", "kolommen": ["adviseurs", "gemeenten", "signalen"]})

    verwacht = {OVERZICHT: 19, EXCEL: 18}[adres]
    assert (len(met_een), len(met_drie)) == (verwacht, verwacht)


@pytest.mark.usefixtures("wereld")
def test_days_on_screen_are_written_as_days(als):
    rijen = tabel(als(gebruiker(Rol.MEDEWERKER)), "zoek=Elders&kolommen=startdatum&kolommen=einddatum")

    assert zonder_vakjes(rijen)[1:] == [["Elders", f"{date(2019, 9, 2):%d-%m-%Y}", f"{date(2020, 3, 31):%d-%m-%Y}"]]
