"""The list of practices: what each filter, order and day shows (addresses hold all of it)."""

import pytest
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.models import Praktijk, PrangendeVraag, Thema
from tests.gegevens import adviseurschap, dag, experiment, gebruiker, ontwerpvraag, praktijk, programma
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
LIJST = reverse("praktijken:lijst")


@pytest.fixture
def mo(als):
    return als(gebruiker(Rol.MEDEWERKER))


def namen(client, vraag=""):
    tabel = gelezen(client.get(f"{LIJST}?{vraag}")).tabellen.get("Praktijken", [[]])
    return [rij[0] for rij in tabel[1:]]


@pytest.fixture
def drie():
    """Arnhem and Breda in one programme, Cuijk in another."""
    thuis, ziekenhuis = programma("thuis"), programma("ziekenhuis")
    arnhem = praktijk(thuis, "ARN", naam="Arnhem", gemeenten=["GM0202"], werkgebied="wijk", kernthema="Samen ademen")
    praktijk(thuis, "BRE", naam="Breda", start="2020-07-01", gemeenten=["GM0758"], werkgebied="lokaal")
    praktijk(ziekenhuis, "CUI", naam="Cuijk", eind="2020-03-01", gemeenten=["GM1684", "GM0202"])
    ontwerpvraag(arnhem).themas.add(Thema.objects.create(naam="dementie"))
    arnhem.prangende_vragen.add(PrangendeVraag.objects.create(programma=thuis, nummer=1, vraag="Wie zorgt?"))


@pytest.mark.usefixtures("drie")
@freeze_time("2020-06-30")
@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["Arnhem", "Breda", "Cuijk"]),
        ("programma=thuis", ["Arnhem", "Breda"]),
        ("status=actief", ["Arnhem"]),
        ("status=gepland", ["Breda"]),
        ("status=afgerond", ["Cuijk"]),
        ("status=actief&op=2020-07-01", ["Arnhem", "Breda"]),
        ("status=actief&op=01-03-2020", ["Arnhem", "Cuijk"]),
        ("gemeente=GM0202", ["Arnhem", "Cuijk"]),
        ("werkgebied=lokaal", ["Breda"]),
        ("zoek=ADEM", ["Arnhem"]),
        ("zoek=bre", ["Breda"]),
        ("zoek=cui&programma=thuis", []),
        ("sorteer=-naam", ["Cuijk", "Breda", "Arnhem"]),
        ("sorteer=-programma", ["Cuijk", "Arnhem", "Breda"]),
        ("sorteer=status", ["Arnhem", "Cuijk", "Breda"]),
        ("sorteer=-ontwerpvragen", ["Arnhem", "Breda", "Cuijk"]),
    ],
)
def test_the_address_says_which_practices_in_what_order(mo, vraag, verwacht):
    assert namen(mo, vraag) == verwacht


@pytest.mark.usefixtures("drie")
def test_a_theme_and_a_question_of_carers_each_find_their_practice(mo):
    thema, vraag = Thema.objects.get(), PrangendeVraag.objects.get()

    assert namen(mo, f"thema={thema.pk}") == namen(mo, f"vraag={vraag.pk}") == ["Arnhem"]


@pytest.mark.usefixtures("drie")
@freeze_time("2020-06-30")
def test_an_adviser_can_ask_for_own_practices_only(als):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(Praktijk.objects.get(code="ARN"), ada)
    adviseurschap(Praktijk.objects.get(code="BRE"), ada, tot_en_met="2020-06-29")
    client = als(ada)

    assert (namen(client), namen(client, "mijn=on")) == (["Arnhem", "Breda"], ["Arnhem"])


@pytest.mark.usefixtures("drie")
def test_choices_hold_only_what_one_may_see(als):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(Praktijk.objects.get(code="CUI"), ada)
    keuzes = gelezen(als(ada).get(LIJST)).keuzes

    assert {naam: keuzes[naam] for naam in ("programma", "gemeente", "thema", "vraag")} == {
        "programma": ["Alle programma’s", "In voor mantelzorg ziekenhuis"],
        "gemeente": ["Alle gemeenten", "Arnhem", "Cuijk"],
        "thema": ["Alle thema’s"],
        "vraag": ["Alle prangende vragen"],
    }


@pytest.mark.usefixtures("drie")
def test_who_guides_no_practice_is_not_asked_for_own_ones(mo):
    assert "Alleen mijn praktijken" not in gelezen(mo.get(LIJST)).tekst


@pytest.mark.usefixtures("drie")
@pytest.mark.parametrize(
    ("vraag", "fout"),
    [
        ("op=gisteren", "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."),
        ("op=2020-02-30", "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."),
        ("programma=ziekenhuis", "ziekenhuis staat niet in de lijst. Kies iets uit de lijst."),
        ("programma=bestaat-niet", "bestaat-niet staat niet in de lijst. Kies iets uit de lijst."),
        ("gemeente=%00", "staat niet in de lijst. Kies iets uit de lijst."),
        ("thema=99999999999999999999999", "staat niet in de lijst. Kies iets uit de lijst."),
        ("status=weg", "weg staat niet in de lijst. Kies iets uit de lijst."),
        ("sorteer=wachtwoord", "wachtwoord staat niet in de lijst. Kies iets uit de lijst."),
        ("zoek=a%00b", "Null-tekens zijn niet toegestaan."),
        (f"zoek={'a' * 201}", "Hier passen hoogstens 200 tekens. Nu zijn het er 201. Maak het korter."),
    ],
)
def test_a_wrong_value_is_named_in_dutch_and_shows_no_list(als, vraag, fout):
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(Praktijk.objects.get(code="ARN"), ada)
    pagina = gelezen(als(ada).get(f"{LIJST}?{vraag}"))

    assert (fout in pagina.tekst, pagina.tabellen) == (True, {})


@pytest.mark.usefixtures("drie")
def test_values_are_kept_in_the_form_and_in_the_links_of_headings(mo):
    response = mo.get(LIJST, {"zoek": "arn", "werkgebied": "wijk", "op": "2020-06-30", "pagina": 1})
    html, pagina = response.content.decode(), gelezen(response)

    assert 'name="zoek" value="arn"' in html
    assert '<option value="wijk" selected>Wijk</option>' in html
    assert 'value="2020-06-30"' in html
    assert "?zoek=arn&werkgebied=wijk&op=2020-06-30&sorteer=-naam" in pagina.links


def test_fifty_practices_stand_on_a_page(mo):
    thuis = programma()
    for nummer in range(1, 52):
        praktijk(thuis, f"P{nummer:02}", naam=f"Praktijk {nummer:02}")

    assert [len(namen(mo)), namen(mo, "pagina=2"), namen(mo, "pagina=onzin")[0]] == [
        50,
        ["Praktijk 51"],
        "Praktijk 01",
    ]


@pytest.mark.parametrize("op", ["2019-12-31", "2020-01-01", "2020-06-30", "2020-07-01"])
@pytest.mark.parametrize(
    ("start", "eind", "afloop"),
    [
        (None, None, ""),
        ("2020-01-01", None, ""),
        ("2020-01-01", "2020-06-30", "afgerond"),
        ("2020-01-01", "2020-06-30", "voortijdig gestopt"),
    ],
)
def test_the_database_and_the_record_say_the_same_status(op, start, eind, afloop):
    nieuw = praktijk(programma(), start=start, eind=eind, afloop=afloop)

    assert Praktijk.objects.met_status_op(dag(op)).get().status == nieuw.status_op(dag(op))


def test_questions_and_experiments_are_counted_as_the_indicator_counts_them(mo):
    arnhem = praktijk(programma(), naam="Arnhem")
    vraag = ontwerpvraag(arnhem, 1, geformuleerd="2019-10-01")
    ontwerpvraag(arnhem, 2, geformuleerd="2019-10-01", vervallen="2020-06-30")  # counts until the day before
    ontwerpvraag(arnhem, 3, geformuleerd="2020-06-30")
    ontwerpvraag(arnhem, 4, geformuleerd="2020-07-01")
    experiment(vraag, "E1", start="2020-06-30")
    experiment(vraag, "E2", start="2019-11-01", eind="2019-12-01")
    experiment(vraag, "E3", start="2020-07-01")

    rij = gelezen(mo.get(LIJST, {"op": "2020-06-30"})).tabellen["Praktijken"][1]

    assert rij[5:7] == [str(4 - 1 - 1), str(3 - 1)]
