"""The pages of lessons: with what, and that nothing typed is lost."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from praktijken.models import Les, Lesversie, Voortgang
from tests.gegevens import dag, experiment, ontwerpvraag
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.leren.lesdaden import (
    NIEUW,
    VOORGELEGD,
    gedeelde_les,
    ingevuld,
    leg_voor,
    les,
    nieuwe_versie,
    pagina,
    status,
    stuur_terug,
    verloop,
)


def begin(client, vraag):
    """What stands in the form of a new lesson."""
    return client.get(NIEUW, vraag).context["formulier"].initial


def test_a_lesson_of_an_experiment_begins_with_what_it_brought(als, mensen):
    type_ = mensen.arnhem.partners.get().organisatie.organisatietype

    assert begin(als(mensen.ada), {"experiment": mensen.proef.pk}) == {
        "titel": "",
        "situatie": "Rust voor gezinnen.",
        "opbrengst": "Te weinig mantelzorgers wilden weg.",
        "advies": "",
        "themas": [mensen.thema.pk],
        "prangende_vragen": list(mensen.arnhem.prangende_vragen.values_list("pk", flat=True)),
        "organisatietypen": [type_.pk],
    }


def test_a_lesson_of_a_progress_entry_begins_with_what_was_learned(als, mensen):
    verslag = Voortgang.objects.create(
        experiment=mensen.proef,
        datum=dag("2020-02-01"),
        verslag="Vier gezinnen.",
        geleerd="Bel eerst.",
        door=mensen.ada,
    )
    client = als(mensen.ada)

    gevuld = begin(client, {"voortgang": verslag.pk})
    client.post(f"{NIEUW}?voortgang={verslag.pk}", ingevuld())

    assert (gevuld["situatie"], gevuld["opbrengst"]) == ("Vier gezinnen.", "Bel eerst.")
    assert Les.objects.get().experiment == mensen.proef


def test_links_to_a_lesson_stand_where_something_was_learned(als, mensen):
    loopt = experiment(ontwerpvraag(mensen.arnhem, 2), "ARN-2-1")
    verslag = Voortgang.objects.create(
        experiment=loopt, datum=dag("2020-02-01"), verslag="Vier.", geleerd="Bel eerst.", door=mensen.ada
    )
    Voortgang.objects.create(experiment=loopt, datum=dag("2020-02-02"), verslag="Niets.", door=mensen.ada)
    praktijk = reverse("praktijken:praktijk", args=[mensen.arnhem.pk])

    def links(wie):
        return {link for link in gelezen(als(wie).get(praktijk)).links if link.startswith(NIEUW)}

    assert links(mensen.ada) == {
        f"{NIEUW}?praktijk={mensen.arnhem.pk}",
        f"{NIEUW}?experiment={mensen.proef.pk}",
        f"{NIEUW}?voortgang={verslag.pk}",
    }
    assert links(mensen.bo) == links(mensen.ben) == set()


def test_a_practice_shows_its_lessons_and_those_of_others_about_its_themes(als, mensen):
    thema = frozenset({mensen.thema.pk})
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Eigen les")
    les(mensen.arnhem, mensen.ada, titel="Eigen concept")
    gedeelde_les(mensen.elders, mensen.cas, mensen.mo, titel="Elders over respijt", themas=thema)
    les(mensen.elders, mensen.cas, titel="Concept elders", themas=thema)
    gedeelde_les(mensen.elders, mensen.cas, mensen.mo, titel="Elders over anders")

    def gezien(wie):
        tekst = gelezen(als(wie).get(reverse("praktijken:praktijk", args=[mensen.arnhem.pk]))).tekst
        titels = ("Eigen les", "Eigen concept", "Elders over respijt", "Concept elders", "Elders over anders")
        return [titel in tekst for titel in titels]

    assert gezien(mensen.ada) == gezien(mensen.bo) == gezien(mensen.mo) == [True, True, True, False, False]
    assert gezien(mensen.ben) == [True, False, True, False, False]


def test_an_adviser_writes_submits_and_corrects_what_staff_returned(als, mensen):
    ada, mo = als(mensen.ada), als(mensen.mo)
    ada.post(f"{NIEUW}?experiment={mensen.proef.pk}", ingevuld(titel="Kort", themas=[mensen.thema.pk]))
    eerste = Lesversie.objects.get()
    adres = pagina(eerste.les)
    ada.post(pagina(eerste.les, "-voorleggen"), {"versie": eerste.pk, "inzending": str(uuid4())})
    mo.post(pagina(eerste.les, "-beoordelen"), {"versie": eerste.pk, "oordeel": "teruggestuurd", "reden": "Voor wie?"})
    assert "Voor wie?" in gelezen(ada.get(adres)).tekst
    assert "Voor wie?" in gelezen(ada.get(pagina(eerste.les, "-bewerken"))).tekst

    ada.post(pagina(eerste.les, "-bewerken"), ingevuld(titel="Beter", versie=eerste.pk))
    tweede = Lesversie.objects.get(nummer=2)
    ada.post(pagina(eerste.les, "-voorleggen"), {"versie": tweede.pk, "inzending": str(uuid4())})
    naast = gelezen(mo.get(pagina(eerste.les, "-beoordelen"))).tabellen["Beide versies"]
    assert naast[:3] == [["Eerder teruggestuurd", "Nu voorgelegd"], ["De les in één zin gewijzigd"], ["Kort", "Beter"]]
    mo.post(pagina(eerste.les, "-beoordelen"), {"versie": tweede.pk, "oordeel": "geaccepteerd"})

    assert status(eerste) == "gedeeld"
    assert [stap[1:3] for stap in verloop(eerste)] == [
        ("voorgelegd", "Ada Adviseur"),
        ("teruggestuurd", "Mo Medewerker"),
        ("voorgelegd", "Ada Adviseur"),
        ("geaccepteerd", "Mo Medewerker"),
    ]
    assert [eerste.themas.count(), tweede.themas.count()] == [1, 0]


def test_a_new_version_is_judged_beside_the_shared_one(als, mensen):
    versie = gedeelde_les(mensen.arnhem, mensen.ada, mensen.mo, titel="Eerst")
    leg_voor(nieuwe_versie(versie, mensen.ada, titel="Nieuwer"), mensen.ada)

    naast = gelezen(als(mensen.mia).get(pagina(versie.les, "-beoordelen"))).tabellen["Beide versies"]

    assert naast[0] == ["Nu gedeeld", "Nu voorgelegd"]
    assert naast[2:4] == [["Eerst", "Nieuwer"], ["Wat deed u, en in welke situatie?"]]


def test_nobody_judges_their_own_by_page_or_by_hand(als, mensen):
    versie = leg_voor(les(mensen.arnhem, mensen.mo), mensen.mo)
    mo = als(mensen.mo)

    bladzijde = mo.get(pagina(versie.les, "-beoordelen")).content.decode()
    antwoord = mo.post(pagina(versie.les, "-beoordelen"), {"versie": versie.pk, "oordeel": "geaccepteerd"}, follow=True)

    assert "Accepteren en delen" not in bladzijde
    assert "U schreef aan deze les mee. Iemand anders beoordeelt haar." in antwoord.content.decode()
    assert (status(versie), [stap[1] for stap in verloop(versie)]) == ("voorgelegd", ["voorgelegd"])


def test_the_second_judge_sees_the_first_verdict_and_keeps_what_was_typed(als, mensen):
    versie = stuur_terug(leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada), mensen.mo, "Te kort.")

    tekst = gelezen(
        als(mensen.mia).post(
            pagina(versie.les, "-beoordelen"),
            {"versie": versie.pk, "oordeel": "teruggestuurd", "reden": "Ik vind haar te lang."},
        )
    ).tekst

    assert all(stuk in tekst for stuk in ("Mo Medewerker", "teruggestuurd", "Te kort.", "Ik vind haar te lang."))
    assert [stap[1] for stap in verloop(versie)] == ["voorgelegd", "teruggestuurd"]


def test_a_return_without_a_reason_comes_back(als, mensen):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    antwoord = als(mensen.mo).post(
        pagina(versie.les, "-beoordelen"), {"versie": versie.pk, "oordeel": "teruggestuurd", "reden": " \n "}
    )

    assert antwoord.context["formulier"].errors == {"reden": ["Schrijf op waarom."]}
    assert status(versie) == "voorgelegd"


@pytest.mark.parametrize("gegevens", [{"oordeel": "ingetrokken"}, {}, {"oordeel": "geaccepteerd", "versie": "999999"}])
def test_a_verdict_that_is_none_changes_nothing(als, mensen, gegevens):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.ada)

    antwoord = als(mensen.mo).post(pagina(versie.les, "-beoordelen"), {"versie": versie.pk} | gegevens)

    assert (antwoord.status_code, status(versie)) == (404, "voorgelegd")


def test_what_somebody_else_stored_meanwhile_stands_beside_what_was_typed(als, mensen):
    eerste = les(mensen.arnhem, mensen.ada, titel="Eerst")
    tweede = nieuwe_versie(eerste, mensen.mo, titel="Van Mo")
    ada, adres = als(mensen.ada), pagina(eerste.les, "-bewerken")

    antwoord = ada.post(adres, ingevuld(titel="Van Ada", versie=eerste.pk))
    assert [(een.veld, een.nu, een.ingevuld) for een in antwoord.context["verschillen"]] == [
        ("De les in één zin", "Van Mo", "Van Ada")
    ]
    assert antwoord.context["versie"] == tweede
    ada.post(adres, ingevuld(titel="Van Ada", versie=tweede.pk))

    assert list(eerste.les.versies.values_list("titel", flat=True)) == ["Eerst", "Van Mo", "Van Ada"]


def test_a_form_that_is_wrong_comes_back_as_typed(als, mensen):
    vraag = mensen.elders.programma.prangende_vragen.create(nummer=1, vraag="Anders?")
    lang = "x" * 32_768

    antwoord = als(mensen.ada).post(
        f"{NIEUW}?praktijk={mensen.arnhem.pk}",
        ingevuld(titel=" ", opbrengst=lang, themas=["999999"], prangende_vragen=[vraag.pk]),
    )

    formulier = antwoord.context["formulier"]
    assert set(formulier.errors) == {"titel", "opbrengst", "themas", "prangende_vragen"}
    assert formulier["opbrengst"].value() == lang
    assert not Les.objects.exists()


def test_every_free_text_says_what_does_not_belong_in_it(als, mensen):
    formulier = als(mensen.ada).get(f"{NIEUW}?praktijk={mensen.arnhem.pk}").context["formulier"]

    velden = ("titel", "situatie", "opbrengst", "advies")
    assert ["Schrijf geen namen of gezondheid" in formulier.fields[veld].help_text for veld in velden] == [True] * 4


def test_the_browser_hears_what_the_server_has_of_this_person_alone(als, mensen):
    versie = leg_voor(les(mensen.arnhem, mensen.ada), mensen.mo)

    van = {naam: als(getattr(mensen, naam)).get(pagina(versie.les)).content.decode() for naam in ("ada", "mo", "bo")}

    stap = versie.stappen.get()
    assert {naam: (str(versie.inzending) in tekst, str(stap.inzending) in tekst) for naam, tekst in van.items()} == {
        "ada": (True, False),
        "mo": (False, True),
        "bo": (False, False),
    }


def test_ones_own_unfinished_lessons_stand_on_the_page_of_lessons(als, mensen):
    les(mensen.arnhem, mensen.mo, titel="Door Mo begonnen")
    les(mensen.arnhem, mensen.ada, titel="Door Ada begonnen")
    gedeelde_les(mensen.arnhem, mensen.ada, mensen.mia, titel="Klaar")
    stuur_terug(leg_voor(les(mensen.elders, mensen.cas, titel="Terug bij Cas"), mensen.cas), mensen.mo)

    def eigen(wie):
        regels = als(wie).get(reverse("praktijken:lessen")).context["eigen"]
        return [(regel.titel, regel.status) for regel in regels]

    assert eigen(mensen.ada) == [("Door Ada begonnen", "concept"), ("Door Mo begonnen", "concept")]
    assert eigen(mensen.cas) == [("Terug bij Cas", "teruggestuurd")]
    assert eigen(mensen.mo) == [("Door Mo begonnen", "concept")]
    assert eigen(mensen.bo) == eigen(mensen.ben) == []


@pytest.mark.parametrize("bladzijde", ["les", "voorgelegd", "beoordelen"])
def test_the_number_of_queries_does_not_grow(als, mensen, bladzijde):
    versie = leg_voor(les(mensen.arnhem, mensen.ada, themas=frozenset({mensen.thema.pk})), mensen.ada)
    stuur_terug(versie, mensen.mia)
    leg_voor(nieuwe_versie(versie, mensen.ada, titel="Versie 2", themas=frozenset({mensen.thema.pk})), mensen.ada)
    adres = VOORGELEGD if bladzijde == "voorgelegd" else pagina(versie.les, "-beoordelen" * (bladzijde != "les"))
    client = als(mensen.mo)
    client.get(adres)

    def vragen():
        with CaptureQueriesContext(connection) as vragen:
            assert client.get(adres).status_code == 200
        return len(vragen)

    een = vragen()
    for nummer in (3, 4):
        stuur_terug(versie.les.versies.last(), mensen.mia)
        leg_voor(nieuwe_versie(versie, mensen.bo, titel=f"Versie {nummer}"), mensen.ada)
        leg_voor(les(mensen.arnhem, mensen.ada, titel=f"Nog een {nummer}"), mensen.ada)

    assert (een, vragen()) == ({"les": 14, "voorgelegd": 4, "beoordelen": 19}[bladzijde],) * 2
