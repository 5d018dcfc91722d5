"""An indicator that is one module has a page, files, lists, measurements, a series and differences: no other code."""

import csv
import datetime
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from openpyxl import load_workbook

from mantelzorg.models import Programma
from mantelzorg.toegang import Rol
from mantelzorg.versie import VERSIE
from monitor import alleen_toevoegen
from monitor.definities import Definitie
from monitor.echtheid.nacht import controleer_metingen
from monitor.echtheid.oordeel import ECHT, NIET_ECHT
from monitor.indicatoren.register import alle
from monitor.indicatoren.weergave.als_xlsx import als_xlsx, bladnaam
from monitor.meten import lezen
from monitor.meten.verificatie import Bevinding, controleer
from monitor.models import Meting, Vaststelling, Zegelcontrole
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.echtheid.bestanden import bewaar, oordeel
from tests.monitor.indicatoren.voorbeeld import indicator_uit_de_documentatie
from tests.monitor.meten.gegevens import controleur, maker, met_definitie, vastgesteld
from tests.monitor.weergave.xlsx_programmas import GEMAAKT_OP

pytestmark = pytest.mark.django_db
OP = datetime.datetime(2021, 9, 1, 10, 0, tzinfo=datetime.UTC)
VRAAG = {"programma": "thuis", "peildatum": "2020-06-30"}
UITKOMST = {
    "indicator": "themas",
    "programma": "thuis",
    "peildatum": "2020-06-30",
    "themas": {"vastgesteld": 2, "oudste": 30 + 31 + 29},
    "per_werkgebied": [
        {"sleutel": "onbekend", "naam": "onbekend", "aantal": 1},
        {"sleutel": "wijk", "naam": "wijk", "aantal": 1},
    ],
}


@pytest.fixture
def themas():
    with indicator_uit_de_documentatie() as soort:
        yield soort


@pytest.fixture
def thuis() -> Programma:
    """Arnhem settled its theme 90 days before, Breda a month; Cuijk later, Delft never."""
    programma = gegevens.programma("thuis", einddatum=None)
    for code, naam, op, waar in (
        ("ARN", "Arnhem", "2020-04-01", "wijk"), ("BRE", "Breda", "2020-05-31", ""),
        ("CUI", "Cuijk", "2020-09-01", "wijk"), ("DEL", "Delft", None, ""),
    ):  # fmt: skip
        gegevens.praktijk(programma, code, naam=naam, kernthema_vastgesteld_op=dag(op), werkgebied=waar)
    return programma


def opdracht(*argumenten: str) -> str:
    uit = io.StringIO()
    call_command("indicator", "themas", "--programma", "thuis", "--peildatum", "2020-06-30", *argumenten, stdout=uit)
    return uit.getvalue()


@pytest.mark.usefixtures("themas", "thuis")
def test_terminal_api_page_and_files_give_the_same_figures(als, tmp_path: Path):
    ben = als(maker())
    assert json.loads(opdracht("--formaat", "json")) == UITKOMST
    assert ben.get("/api/v1/indicatoren/themas", VRAAG).json() == UITKOMST
    assert json.loads(ben.get("/monitor/themas/json/", VRAAG).content) == UITKOMST
    rijen = list(csv.reader(io.StringIO(opdracht("--formaat", "csv").removeprefix("\ufeff")), delimiter=";"))
    assert rijen == [
        ["tabel", "sleutel", "figuur", "waarde"],
        ["themas", "", "vastgesteld", "2"],
        ["themas", "", "oudste", "90"],
        ["per_werkgebied", "onbekend", "aantal", "1"],
        ["per_werkgebied", "wijk", "aantal", "1"],
    ]
    assert "Kernthema's: praktijken met een kernthema" in opdracht()
    opdracht("--formaat", "xlsx", "--uit", str(tmp_path / "themas.xlsx"))
    boek = load_workbook(tmp_path / "themas.xlsx")
    assert boek.sheetnames == ["Kerncijfers", "Kernthema's per werkgebied", "Codeboek", "Toelichting"]
    assert [[cel.value for cel in rij[:3]] for rij in boek["Kerncijfers"].iter_rows(min_row=2)] == [
        ["Kernthema's", "Vastgesteld", 2], ["Kernthema's", "Oudste, in dagen", 90],
    ]  # fmt: skip
    antwoord = ben.get("/monitor/themas/", VRAAG)
    assert antwoord.context["rapport"].uitkomst == UITKOMST
    assert "Telt de praktijken die hun kernthema hebben vastgesteld." in antwoord.content.decode()
    assert '<a href="/monitor/themas/">' in ben.get("/monitor/indicatoren/").content.decode()


@pytest.mark.usefixtures("themas", "thuis")
def test_before_anything_counts_there_is_no_data_which_is_not_0():
    uit = io.StringIO()
    vraag = ("--programma", "thuis", "--peildatum", "2019-12-31", "--formaat", "json")
    call_command("indicator", "themas", *vraag, stdout=uit)
    assert json.loads(uit.getvalue())["themas"] == {"vastgesteld": 0, "oudste": None}


@pytest.mark.usefixtures("themas", "thuis")
def test_behind_a_figure_stands_what_counts_and_what_does_not_with_the_reason(als):
    mo = als(controleur())
    antwoord = mo.get("/monitor/themas/feiten/", VRAAG | {"figuur": "themas.vastgesteld"})
    assert [rij.naam for rij in antwoord.context["telt"]] == ["Arnhem", "Breda"]
    assert [(rij.naam, rij.regel.reden) for rij in antwoord.context["niet"]] == [
        ("Cuijk", "vastgesteld op 1 september 2020, na de peildatum"),
        ("Delft", "er is geen kernthema vastgesteld"),
    ]
    per_rij = mo.get("/monitor/themas/feiten/", VRAAG | {"figuur": "per_werkgebied.aantal", "sleutel": "wijk"})
    assert [rij.naam for rij in per_rij.context["telt"]] == ["Arnhem"]
    assert per_rij.context["niet"][0].regel.reden == "werkgebied onbekend"
    assert mo.get("/monitor/themas/feiten/", VRAAG | {"figuur": "themas.ander"}).status_code == 404
    assert mo.get("/monitor/themas/feiten/", VRAAG | {"figuur": "per_werkgebied.aantal"}).status_code == 404


def fixeer(programma: Programma, jaar: int = 2020, op: datetime.datetime = OP) -> Vaststelling:
    return vastgesteld(programma, jaar, f"{jaar}-06-30", indicator="themas", op=op)


@pytest.mark.usefixtures("themas")
def test_it_is_made_checked_by_another_and_fixed_through_the_pages(als, thuis):
    ben, mo = als(maker()), als(controleur())
    ben.post(
        "/monitor/metingen/nieuw/",
        {"indicator": "themas", "programma": "thuis", "jaar": "2020", "peildatum": "2020-06-30",
         "aanleiding": "Monitor 2020", "voor_monitor": "on"},
    )  # fmt: skip
    meting = Meting.objects.get()
    assert (meting.indicator, meting.nummer, meting.programma) == ("themas", 1, thuis)
    pagina = mo.get(f"/monitor/metingen/{meting.pk}/")
    gezien = pagina.context["uitkomst"]
    assert json.loads(gezien) == UITKOMST
    mo.post(f"/monitor/metingen/{meting.pk}/controleren/", {"gezien": gezien})
    mo.post(f"/monitor/metingen/{meting.pk}/vaststellen/")
    vast = Vaststelling.objects.get()
    assert (vast.inhoud["indicator"], vast.inhoud["uitkomst"], vast.feiten.count()) == ("themas", UITKOMST, 4)
    gegevens.praktijk(thuis, "EDE", naam="Ede", kernthema_vastgesteld_op=dag("2020-06-01"))
    assert mo.get(f"/monitor/metingen/{meting.pk}/").context["rapport"].uitkomst == UITKOMST
    antwoord = mo.get(f"/monitor/metingen/{meting.pk}/feiten/", {"figuur": "themas.vastgesteld"})
    assert [rij.naam for rij in antwoord.context["telt"]] == ["Arnhem", "Breda"]
    assert json.loads(mo.get(f"/monitor/metingen/{meting.pk}/bestand/json/").content) == UITKOMST


@pytest.mark.usefixtures("themas")
def test_a_fixed_one_is_recounted_every_night_and_a_changed_byte_is_found(thuis):
    vast = fixeer(thuis)
    assert controleer(vast) == []
    controleer_metingen.func()
    assert (Zegelcontrole.objects.latest("pk").metingen, Zegelcontrole.objects.latest("pk").bevindingen) == (1, [])
    with alleen_toevoegen.opgeheven(connection, "monitor_vastgesteldfeit"), connection.cursor() as cursor:
        cursor.execute("UPDATE monitor_vastgesteldfeit SET inhoud = replace(inhoud, '2020-05-31', '2020-03-31')")
    gevonden = controleer(Vaststelling.objects.get())
    assert Bevinding(zin="Het zegel klopt niet: er is iets gewijzigd na het vaststellen.") in gevonden
    assert any("de telregels iets anders" in een.zin for een in gevonden)


@pytest.mark.usefixtures("themas")
def test_its_excel_file_is_recognised_and_a_changed_cell_named(thuis, tmp_path: Path):
    vast = fixeer(thuis)
    inhoud = als_xlsx(lezen.cijferrapport(vast), gemaakt_op=GEMAAKT_OP, versie=VERSIE)
    assert oordeel(inhoud, tmp_path).kop == ECHT
    boek = load_workbook(io.BytesIO(inhoud))
    boek["Kerncijfers"]["C2"] = 3
    uitspraak = oordeel(bewaar(boek), tmp_path)
    assert uitspraak.kop == NIET_ECHT
    assert [(een.blad, een.cel, een.staat, een.hoort) for een in uitspraak.verschil.afwijkingen] == [
        ("Kerncijfers", "C2", "3", "2")
    ]


@pytest.mark.usefixtures("themas")
def test_the_difference_adds_up_in_a_dutch_sentence_and_late_changes_are_listed(als, thuis):
    fixeer(thuis)
    later = fixeer(thuis, 2021, OP + datetime.timedelta(days=1))
    breda = thuis.praktijken.get(code="BRE")
    breda.kernthema_vastgesteld_op = None
    breda.save()
    mo = als(controleur())
    pagina = mo.get("/monitor/verschil/", {"indicator": "themas", "programma": "thuis"})
    assert pagina.context["zin"] == (
        "Tussen 30 juni 2020 en 30 juni 2021 steeg het aantal vastgestelde kernthema's van 2 naar 3: 1 praktijk is "
        "erbij gekomen."
    )
    assert [regel.figuur.label for regel in pagina.context["verschil"].regels] == ["Vastgesteld", "onbekend", "wijk"]
    wijzigingen = mo.get(f"/monitor/metingen/{later.meting_id}/wijzigingen/")
    assert [(rij.wat.tekst, rij.oorzaken) for rij in wijzigingen.context["rijen"]] == [("Breda", "gecorrigeerd")]
    assert "(Kernthema&#x27;s)" in mo.get("/taken/").content.decode()


@pytest.mark.usefixtures("thuis")
def test_the_series_breaks_where_the_definition_changed(als, themas, thuis, monkeypatch):
    fixeer(thuis)
    tweede = {"versie": 2, "wijziging": "Nu tellen ook proeven.", "vanaf": dag("2021-01-01")}
    oud = themas.huidige
    nieuw = Definitie(tekst=oud.tekst, telregels=oud.telregels, oordelen=oud.oordelen, **tweede)
    with monkeypatch.context() as tijdelijk:
        met_definitie(tijdelijk, nieuw, "themas")
        fixeer(thuis, 2021, OP + datetime.timedelta(days=1))
        (deel,) = als(controleur()).get("/monitor/metingen/").context["delen"]
    assert [(jaar.punt.jaar, jaar.punt.waarde, jaar.breuk) for jaar in deel.reeks] == [
        (2020, 2, ""),
        (2021, 3, "Versie 2 van de definitie. Nu tellen ook proeven."),
    ]


@pytest.mark.usefixtures("themas")
def test_it_is_neither_published_nor_delivered(als, thuis):
    vast = fixeer(thuis)
    mo = als(controleur())
    for deel in ("publiceren", "aanlevering"):
        assert mo.get(f"/monitor/metingen/{vast.meting_id}/{deel}/").status_code == 404
        assert f"/{deel}/" not in mo.get(f"/monitor/metingen/{vast.meting_id}/").content.decode()


def test_once_it_is_gone_its_address_is_too(als):
    ben = als(maker())
    assert [een.code for een in alle()] == ["23", "bereik", "oproep"]
    assert ben.get("/monitor/themas/").status_code == 404
    assert ben.get("/api/v1/indicatoren/themas", VRAAG).status_code == 404


@pytest.mark.parametrize("soort", alle(), ids=lambda een: een.code)
def test_every_indicator_explains_each_figure_and_its_sheets_have_names_excel_takes(soort):
    verklaard = [figuur for regel in soort.huidige.telregels for figuur in regel.figuren]
    assert set(verklaard) == set(soort.figuren)
    namen = [bladnaam(tabel) for tabel in soort.tabellen if tabel.kop]
    assert len(set(namen)) == len(namen)
    assert {een.binnen for een in soort.figuren.values()} - {""} <= set(soort.figuren)
    assert {soort.hoofd, soort.niet_gestart} - {""} <= set(soort.figuren)


def test_persons_behind_participants_reached_are_for_who_may_see_names(als):
    programma = gegevens.programma("thuis")
    arnhem = gegevens.praktijk(programma, "ARN", naam="Arnhem")
    gegevens.deelname(gegevens.deelnemer(programma, "D1", naam="Vera Vrij"), arnhem)
    vast = vastgesteld(programma, indicator="bereik")
    for adres, meer in (("/monitor/bereik/feiten/", VRAAG), (f"/monitor/metingen/{vast.meting_id}/feiten/", {})):
        vraag = meer | {"figuur": "deelnemers_tot_nu_toe.totaal"}
        assert [rij.naam for rij in als(controleur()).get(adres, vraag).context["telt"]] == ["Vera Vrij"]
        assert als(maker()).get(adres, vraag).status_code == 404
    assert als(maker()).get("/monitor/bereik/feiten/", VRAAG | {"figuur": "praktijken.opgestart"}).status_code == 200
    assert "Vera" not in vast.kop + "".join(vast.feiten.values_list("inhoud", flat=True))


def test_ada_the_adviser_sees_programmes_she_guides_in_and_a_visitor_nothing(als, client):
    gegevens.programma("thuis")
    assert als(gebruiker(Rol.ADVISEUR)).get("/monitor/bereik/", VRAAG).status_code == 404
    assert client.get("/monitor/bereik/", VRAAG).status_code == 302
    assert client.get("/api/v1/indicatoren/bereik", VRAAG).status_code == 404
