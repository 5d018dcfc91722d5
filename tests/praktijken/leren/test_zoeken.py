"""Finding what was learned: which words find what, where one browses, and what never shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from praktijken.leren import zoekvector
from praktijken.leren.fragment import Deel, begin, gemerkt, rondom
from praktijken.leren.zoekvector import LES, OPBRENGST, gevonden, woorden
from praktijken.models import Experiment, Lesversie, Thema
from tests.gegevens import experiment, ontwerpvraag, organisatie, organisatietype, praktijkpartner
from tests.praktijken.leren.lesdaden import LESSEN, gedeelde_les, leg_voor, les, pagina, stuur_terug

pytestmark = pytest.mark.django_db
POSTGRESQL = connection.vendor == "postgresql"


def titels(client, **vraag):
    """Kind to titles found."""
    antwoord = client.get(LESSEN, vraag)
    assert antwoord.status_code == 200
    return {blok.sleutel: [treffer.titel for treffer in blok.treffers] for blok in antwoord.context["blokken"]}


def gevonden_met(woord):
    return list(gevonden(Lesversie.objects.gedeeld(), LES, woord, "pk").values_list("titel", flat=True))


@pytest.fixture
def bibliotheek(mensen):
    """Three shared lessons, of which two speak of carers in another form of the word."""
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Een mantelzorger belt niet", advies="Bel zelf.")
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Vraag door", opbrengst="Mantelzorgers kwamen wél.")
    gedeelde_les(mensen.elders, mensen.cas, mensen.mo, titel="Enquête in Curaçao", situatie="Respijtzorg e-health.")
    return mensen


@pytest.mark.usefixtures("bibliotheek")
@pytest.mark.skipif(not POSTGRESQL, reason="stemmen per woordstam kan alleen PostgreSQL")
def test_on_postgresql_a_word_finds_its_other_forms_and_the_title_weighs_most():
    assert gevonden_met("mantelzorgers") == ["Een mantelzorger belt niet", "Vraag door"]
    assert gevonden_met("mantelzorger") == ["Een mantelzorger belt niet", "Vraag door"]


@pytest.mark.usefixtures("bibliotheek")
@pytest.mark.skipif(POSTGRESQL, reason="PostgreSQL zoekt op woordstam")
def test_on_sqlite_the_letters_must_stand_there():
    assert gevonden_met("mantelzorgers") == ["Vraag door"]
    assert gevonden_met("mantelzorger") == ["Een mantelzorger belt niet", "Vraag door"]


@pytest.mark.usefixtures("bibliotheek")
@pytest.mark.parametrize(
    ("woord", "titels"),
    [
        ("ENQUETE", ["Enquête in Curaçao"]),
        ("enquête curacao", ["Enquête in Curaçao"]),
        ("respijt", ["Enquête in Curaçao"]),
        ("e-health", ["Enquête in Curaçao"]),
        ("health respijtzorg", ["Enquête in Curaçao"]),
        ("respijtzorg mantelzorger", []),
        ("' OR 1=1 --", []),
        ("!!!", []),
        ("100%", []),
        ("zz:* & yy | !xx", []),
        ("\\", []),
        ("مقدم", []),
    ],
)
def test_every_word_must_stand_there_whatever_case_accents_or_signs(woord, titels):
    assert gevonden_met(woord) == titels


def test_a_word_that_postgresql_passes_over_is_found_by_its_letters(mensen):
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Veel is niet genoeg")
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Anders")

    assert gevonden_met("veel") == gevonden_met("veel niet") == ["Veel is niet genoeg"]
    assert gevonden_met("veel zonder") == []


def test_arabic_text_and_a_text_as_long_as_a_cell_are_found(mensen):
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="دعم مقدمي الرعاية", opbrengst="woord " * 5_400 + "speld")

    assert gevonden_met("دعم") == gevonden_met("speld") == ["دعم مقدمي الرعاية"]


@pytest.mark.skipif(not POSTGRESQL, reason="de index staat alleen in PostgreSQL")
@pytest.mark.parametrize(
    ("rijen", "velden", "index"),
    [(Lesversie, LES, "lesversie_zoeken"), (Experiment, OPBRENGST, "experiment_zoeken")],
    ids=["lessen", "opbrengsten"],
)
def test_postgresql_searches_with_the_index_of_the_migration(rijen, velden, index):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    assert index in gevonden(rijen.objects.order_by(), velden, "mantelzorgers", "pk").explain()


def test_what_an_experiment_brought_is_found_beside_the_lessons(als, mensen):
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Vraag mantelzorgers zelf")

    assert titels(als(mensen.bo), zoek="mantelzorgers") == {
        "lessen": ["Vraag mantelzorgers zelf"],
        "opbrengsten": ["ARN-1-1 Een logeerweekend"],
    }


def test_lessons_of_every_programme_are_found_and_experiments_of_ones_own_alone(als, mensen):
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Van Arnhem")
    experiment(ontwerpvraag(mensen.elders), "ELD-1-1", naam="Elders proef", opbrengst="Mantelzorgers kwamen.")
    alles = {"lessen": ["Van Arnhem"], "opbrengsten": ["ARN-1-1 Een logeerweekend", "ELD-1-1 Elders proef"]}

    van = {naam: titels(als(getattr(mensen, naam))) for naam in ("ada", "bo", "cas", "mo", "anja", "ben")}

    assert van == {
        "ada": alles | {"opbrengsten": ["ARN-1-1 Een logeerweekend"]},
        "bo": alles | {"opbrengsten": ["ARN-1-1 Een logeerweekend"]},
        "cas": alles | {"opbrengsten": ["ELD-1-1 Elders proef"]},
        "mo": alles,
        "anja": alles,
        "ben": alles,
    }
    assert als(mensen.zora).get(LESSEN).status_code == 404


def test_what_is_not_accepted_is_found_by_nobody(als, mensen):
    les(mensen.arnhem, mensen.ada, titel="Geheim concept")
    leg_voor(les(mensen.arnhem, mensen.ada, titel="Geheim voorgelegd"), mensen.ada)
    stuur_terug(leg_voor(les(mensen.arnhem, mensen.ada, titel="Geheim terug"), mensen.ada), mensen.mo)

    for wie in (mensen.ada, mensen.bo, mensen.cas, mensen.mo, mensen.ben):
        assert titels(als(wie), zoek="geheim")["lessen"] == []


def test_one_browses_by_theme_question_kind_of_organisation_programme_and_outcome(als, mensen):
    vraag = mensen.thuis.prangende_vragen.get()
    soort = organisatietype("Ziekenhuis")
    gedeelde_les(
        mensen.arnhem,
        mensen.ada,
        mensen.mo,
        titel="Met alles",
        experiment=mensen.proef,
        themas=frozenset({mensen.thema.pk}),
        prangende_vragen=frozenset({vraag.pk}),
        organisatietypen=frozenset({soort.pk}),
    )
    gedeelde_les(mensen.elders, mensen.cas, mensen.mo, titel="Kaal")
    client = als(mensen.ben)

    keuzes = {
        "thema": mensen.thema.pk,
        "vraag": vraag.pk,
        "organisatie": soort.pk,
        "programma": "thuis",
        "uitkomst": "voortijdig gestopt",
    }
    assert {naam: titels(client, **{naam: waarde})["lessen"] for naam, waarde in keuzes.items()} == {
        naam: ["Met alles"] for naam in keuzes
    }
    assert titels(client, uitkomst="actief")["lessen"] == ["Kaal"]
    assert titels(client, **keuzes)["lessen"] == ["Met alles"]
    assert titels(client)["lessen"] == ["Kaal", "Met alles"]


def test_experiments_are_browsed_by_the_same(als, mensen):
    vraag = mensen.thuis.prangende_vragen.get()
    thuiszorg = mensen.arnhem.partners.get().organisatie.organisatietype
    praktijkpartner(mensen.arnhem, organisatie("Zorghuis twee", thuiszorg))
    kaal = experiment(ontwerpvraag(mensen.elders), "ELD-1-1", naam="Kaal", opbrengst="Iets.")
    client = als(mensen.mo)

    keuzes = {
        "thema": mensen.thema.pk,
        "vraag": vraag.pk,
        "organisatie": thuiszorg.pk,
        "programma": "thuis",
        "uitkomst": "voortijdig gestopt",
    }
    assert {naam: titels(client, **{naam: waarde})["opbrengsten"] for naam, waarde in keuzes.items()} == {
        naam: [str(mensen.proef)] for naam in keuzes
    }
    assert titels(client, uitkomst="actief")["opbrengsten"] == [str(kaal)]


def test_the_choices_hold_what_leads_somewhere_for_this_person(als, mensen):
    Thema.objects.create(naam="nergens")
    vraag = ontwerpvraag(mensen.elders)
    vraag.themas.add(Thema.objects.create(naam="geheimhouding"))
    experiment(vraag, "ELD-1-1", opbrengst="Stil.")

    def themas(wie):
        velden = als(wie).get(LESSEN).context["filter"].fields["thema"].choices
        return [label for _, label in velden]

    assert themas(mensen.ada) == ["Alle thema’s", "respijtzorg"]
    assert themas(mensen.mo) == ["Alle thema’s", "geheimhouding", "respijtzorg"]


@pytest.mark.parametrize("vraag", [{"thema": "999999"}, {"thema": "x"}, {"uitkomst": "<b>"}, {"zoek": "x" * 201}])
def test_a_wrong_filter_is_told_and_shows_nothing(als, mensen, vraag):
    antwoord = als(mensen.ada).get(LESSEN, vraag)

    assert (antwoord.status_code, antwoord.context["blokken"]) == (200, [])
    assert "Er klopt iets niet aan de filters" in antwoord.content.decode()


def test_what_is_found_is_marked_and_never_read_as_html(als, mensen):
    gedeelde_les(
        mensen.arnhem,
        mensen.ada,
        mensen.mo,
        titel="<i>Titel</i>",
        opbrengst="<script>x</script> rust \ue000\ue001 & <b>",
    )

    bladzijde = als(mensen.bo).get(LESSEN, {"zoek": "rust"}).content.decode()

    assert "<mark>rust</mark>" in bladzijde
    assert "&lt;i&gt;Titel&lt;/i&gt;" in bladzijde
    assert "<script>x" not in bladzijde
    assert bladzijde.count("<mark>") == bladzijde.count("</mark>") == 1


def test_a_page_holds_ten_of_each_and_twenty_of_the_kind_that_was_asked_for(als, mensen):
    for nummer in range(21):
        gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel=f"Les {nummer}")
    client = als(mensen.ben)

    assert len(titels(client)["lessen"]) == 10
    assert len(titels(client, soort="lessen")["lessen"]) == 20
    assert titels(client, soort="lessen", pagina="2") == {"lessen": ["Les 0"]}
    assert titels(client, soort="lessen", pagina="9" * 30) == titels(client, soort="lessen")


def test_a_common_word_gives_the_newest_two_hundred_and_says_so(als, mensen, monkeypatch):
    monkeypatch.setattr(zoekvector, "KANDIDATEN", 20)
    for nummer in range(21):
        gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel=f"Rust {nummer}")
    client = als(mensen.ben)

    gevonden = titels(client, zoek="rust", soort="lessen")["lessen"]
    assert (len(gevonden), "Rust 0" in gevonden) == (20, False)
    assert "Dit zijn de nieuwste 20." in client.get(LESSEN, {"zoek": "rust", "soort": "lessen"}).content.decode()
    assert "Dit zijn de nieuwste" not in client.get(LESSEN, {"soort": "lessen"}).content.decode()


def test_a_withdrawn_lesson_leaves_every_list(als, mensen):
    versie = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo)
    als(mensen.ada).post(pagina(versie.les, "-intrekken"), {"versie": versie.pk, "reden": "Klopt niet meer."})

    assert titels(als(mensen.cas))["lessen"] == []
    assert als(mensen.cas).get(pagina(versie.les)).status_code == 404
    assert als(mensen.ada).get(pagina(versie.les)).status_code == 200


@pytest.mark.parametrize("zoek", ["", "weekend"], ids=["bladeren", "zoeken"])
def test_the_number_of_queries_does_not_grow(als, mensen, zoek):
    client = als(mensen.mo)

    def vul(nummer):
        thema, soort = Thema.objects.create(naam=f"thema {nummer}"), organisatietype(f"soort {nummer}")
        gedeelde_les(
            mensen.arnhem,
            mensen.ada,
            mensen.mia,
            titel=f"Weekend {nummer}",
            themas=frozenset({thema.pk}),
            organisatietypen=frozenset({soort.pk}),
        )
        proef = experiment(ontwerpvraag(mensen.arnhem, nummer + 1), f"W{nummer}", naam="weekend", opbrengst="Rust.")
        proef.ontwerpvraag.themas.add(thema)
        les(mensen.arnhem, mensen.mo, titel=f"Concept {nummer}")

    def vragen():
        with CaptureQueriesContext(connection) as vragen:
            client.get(LESSEN, {"zoek": zoek})
        return len(vragen)

    vul(1)
    vragen()
    een = vragen()
    vul(2)
    vul(3)

    assert (een, vragen()) == ((17, 17) if not zoek else (13, 13))


def test_a_fragment_is_cut_at_what_was_found():
    assert rondom("Wij belden de cliënt twee keer.", woorden("CLIENT")) == (
        Deel(tekst="Wij belden de ", gevonden=False),
        Deel(tekst="cliënt", gevonden=True),
        Deel(tekst=" twee keer.", gevonden=False),
    )
    assert rondom("Niets hier", ["elders"]) == begin("Niets hier")
    assert rondom("ﬁets en fiets", ["fiets"])[0] == Deel(tekst="ﬁets", gevonden=True)
    assert gemerkt("a \ue000b\ue001 c") == (
        Deel(tekst="a ", gevonden=False),
        Deel(tekst="b", gevonden=True),
        Deel(tekst=" c", gevonden=False),
    )
    assert "".join(deel.tekst for deel in rondom("x" * 500 + " speld " + "y" * 500, ["speld"])).count("speld") == 1
