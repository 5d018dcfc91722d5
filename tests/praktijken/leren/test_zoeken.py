"""The page of lessons: what one finds, where one browses, and what never shows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from praktijken.leren import zoekvector
from praktijken.models import Thema
from tests.gegevens import experiment, ontwerpvraag, organisatie, organisatietype, praktijkpartner
from tests.praktijken.leren.lesdaden import LESSEN, gedeelde_les, leg_voor, les, pagina, stuur_terug

pytestmark = pytest.mark.django_db


def titels(client, **vraag):
    """Kind to titles found."""
    antwoord = client.get(LESSEN, vraag)
    assert antwoord.status_code == 200
    return {blok.sleutel: [treffer.titel for treffer in blok.treffers] for blok in antwoord.context["blokken"]}


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
