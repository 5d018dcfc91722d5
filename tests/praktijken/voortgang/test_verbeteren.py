"""Corrections and comments: appended, shown with who and when, and never over somebody else's."""

import io
from uuid import uuid4

import pytest
from django.urls import reverse
from freezegun import freeze_time
from openpyxl import load_workbook

from praktijken.models import Reactie, Voortgang
from praktijken.uitwisseling.exporteren import werkboek_van
from tests.gegevens import dag
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.voortgang.velden import REGEL, bewaard, ingevuld, nieuw, pagina

pytestmark = pytest.mark.django_db
VERBETERD = (*REGEL[:2], "Zeven gezinnen deden mee.", *REGEL[3:])


@pytest.fixture(autouse=True)
def vandaag():
    with freeze_time("2020-03-02 13:30"):
        yield


@pytest.fixture
def eerste(als, mensen):
    """What Ada sent."""
    als(mensen.ada).post(nieuw(mensen.proef), ingevuld())
    return Voortgang.objects.get()


def verbetering(versie, **anders):
    return ingevuld(**{"versie": versie.pk, "verslag": "Zeven gezinnen deden mee."} | anders)


def test_a_correction_is_a_new_version_and_both_are_kept(als, mensen, eerste):
    response = als(mensen.mo).post(pagina(eerste, "-verbeteren"), verbetering(eerste))

    tweede = Voortgang.objects.last()
    assert response.url == pagina(tweede)
    assert bewaard() == [REGEL, (*VERBETERD[:-1], "Mo Medewerker")]
    assert (tweede.vervangt, tweede.history.get().history_change_reason) == (eerste, "voortgang verbeterd")
    assert eerste.history.count() == 1


def test_all_versions_stand_on_the_page_with_who_and_when_newest_first(als, mensen, eerste):
    with freeze_time("2020-03-02 15:05"):
        als(mensen.mo).post(pagina(eerste, "-verbeteren"), verbetering(eerste))
    tekst = gelezen(als(mensen.bo).get(pagina(eerste))).tekst

    plekken = [
        tekst.index(deel)
        for deel in (
            "U kijkt naar een verslag dat is verbeterd.",
            "Verbeterd door Mo Medewerker op 2 maart 2020, 16.05 uur",
            "Zeven gezinnen deden mee.",
            "Eerdere versies",
            "Vastgelegd door Ada Adviseur op 2 maart 2020, 14.30 uur",
            "Zes gezinnen deden mee.",
        )
    ]
    assert plekken == sorted(plekken)


def test_who_corrects_a_version_that_was_corrected_sees_both_and_chooses(als, mensen, eerste):
    ada = als(mensen.ada)
    als(mensen.mo).post(pagina(eerste, "-verbeteren"), verbetering(eerste))

    botsing = ada.post(pagina(eerste, "-verbeteren"), verbetering(eerste, verslag="Acht gezinnen."))
    van_mo = Voortgang.objects.last()
    verschillen = [(een.veld, een.nu, een.ingevuld) for een in botsing.context["verschillen"]]
    aantal_bij_botsing = Voortgang.objects.count()
    keus = verbetering(
        botsing.context["verbeterd"], verslag="Acht gezinnen.", inzending=str(botsing.context["inzending"])
    )
    ada.post(botsing.context["adres"], keus)

    assert verschillen == [("Wat is er gebeurd?", "Zeven gezinnen deden mee.", "Acht gezinnen.")]
    assert (aantal_bij_botsing, botsing.context["verbeterd"]) == (2, van_mo)
    assert "van <bdi>Mo Medewerker</bdi>" in botsing.content.decode()
    assert [rij[2] for rij in bewaard()] == [
        "Zes gezinnen deden mee.",
        "Zeven gezinnen deden mee.",
        "Acht gezinnen.",
    ]
    assert Voortgang.objects.last().vervangt == van_mo


@pytest.mark.parametrize("versie", ["", "onzin", "0"])
def test_a_correction_that_does_not_say_what_it_started_from_asks_first(als, mensen, eerste, versie):
    response = als(mensen.ada).post(pagina(eerste, "-verbeteren"), verbetering(eerste) | {"versie": versie})

    assert (len(response.context["verschillen"]), bewaard()) == (1, [REGEL])


def test_the_address_of_an_earlier_version_corrects_the_newest(als, mensen, eerste):
    als(mensen.mo).post(pagina(eerste, "-verbeteren"), verbetering(eerste))

    context = als(mensen.ada).get(pagina(eerste, "-verbeteren")).context

    assert context["formulier"]["verslag"].value() == "Zeven gezinnen deden mee."
    assert context["verbeterd"] == Voortgang.objects.last()
    assert context["bewaarsleutel"].endswith(pagina(eerste, "-verbeteren"))


def test_a_correction_of_the_decision_alone_is_kept_too(als, mensen, eerste):
    als(mensen.ada).post(pagina(eerste, "-verbeteren"), ingevuld(versie=eerste.pk, besluit="borgen"))

    assert bewaard() == [REGEL, (*REGEL[:4], "borgen", *REGEL[5:])]


def test_a_correction_that_changes_nothing_is_no_version(als, mensen, eerste):
    response = als(mensen.ada).post(pagina(eerste, "-verbeteren"), ingevuld(versie=eerste.pk))

    assert response.context["formulier"].non_field_errors() == ["U heeft niets veranderd."]
    assert bewaard() == [REGEL]


def test_a_correction_sent_twice_is_one_version(als, mensen, eerste):
    client, velden = als(mensen.ada), verbetering(eerste)

    adressen = [client.post(pagina(eerste, "-verbeteren"), velden).url for _ in range(2)]

    assert (adressen, bewaard()) == ([pagina(Voortgang.objects.last())] * 2, [REGEL, VERBETERD])


def test_who_may_see_progress_reads_and_who_may_change_corrects(als, mensen, eerste):
    personen = [mensen.ada, mensen.mo, mensen.bo, mensen.cas, mensen.ben, mensen.zora]

    assert [als(wie).get(pagina(eerste)).status_code for wie in personen] == [200, 200, 200, 404, 404, 404]
    assert [als(wie).get(pagina(eerste, "-verbeteren")).status_code for wie in personen] == [200, 200, *[404] * 4]
    assert [als(wie).post(pagina(eerste, "-verbeteren"), verbetering(eerste)).status_code for wie in personen[2:]] == [
        404
    ] * 4
    assert bewaard() == [REGEL]


def test_links_to_change_stand_there_for_who_may_change_only(als, mensen, eerste):
    adressen = {pagina(eerste, "-verbeteren"), nieuw(mensen.proef)}

    gezien = [adressen & set(gelezen(als(wie).get(pagina(eerste))).links) for wie in (mensen.ada, mensen.bo)]

    assert gezien == [adressen, set()]


def test_the_excel_file_holds_the_newest_version_only(als, mensen, eerste):
    als(mensen.ada).post(pagina(eerste, "-verbeteren"), ingevuld(versie=eerste.pk, besluit="borgen"))

    boek = load_workbook(io.BytesIO(werkboek_van(mensen.proef.programma, dag("2020-03-02")).inhoud))
    blad = boek["Voortgang"]

    kop, *rijen = list(blad.values)
    assert [(rij[kop.index("verslag")], rij[kop.index("besluit")]) for rij in rijen] == [(REGEL[2], "borgen")]


def reactie(als, wie, voortgang, **velden):
    return als(wie).post(pagina(voortgang, "-reactie"), {"inzending": str(uuid4()), "tekst": "Mooi!"} | velden)


def reacties():
    return list(Reactie.objects.values_list("door__naam", "tekst", "voortgang"))


def test_colleagues_who_may_see_progress_comment(als, mensen, eerste):
    response = reactie(als, mensen.bo, eerste)

    assert response.url == f"{pagina(eerste)}#reacties"
    assert reacties() == [("Bo Buur", "Mooi!", eerste.pk)]
    assert [reactie(als, wie, eerste).status_code for wie in (mensen.cas, mensen.ben, mensen.zora)] == [404] * 3
    assert Reactie.objects.get().history.get().history_change_reason == "reactie geplaatst"


def test_comments_on_every_version_stand_on_the_page(als, mensen, eerste):
    reactie(als, mensen.bo, eerste, tekst="Hoeveel precies?")
    als(mensen.ada).post(pagina(eerste, "-verbeteren"), verbetering(eerste))
    reactie(als, mensen.mo, Voortgang.objects.last(), tekst="Dank je.")

    tekst = gelezen(als(mensen.bo).get(pagina(eerste))).tekst

    assert [deel in tekst for deel in ("Hoeveel precies?", "Dank je.")] == [True, True]


def test_a_comment_sent_twice_is_placed_once_and_another_text_is_given_back(als, mensen, eerste):
    sleutel = str(uuid4())
    for _ in range(2):
        reactie(als, mensen.bo, eerste, inzending=sleutel)

    anders = reactie(als, mensen.bo, eerste, inzending=sleutel, tekst="En nog iets.")

    assert reacties() == [("Bo Buur", "Mooi!", eerste.pk)]
    assert anders.context["formulier"]["tekst"].value() == "En nog iets."
    assert str(anders.context["inzending"]) != sleutel


def test_an_empty_comment_says_so(als, mensen, eerste):
    response = reactie(als, mensen.bo, eerste, tekst=" \n ")

    assert (response.context["formulier"].errors, reacties()) == ({"tekst": ["Vul dit in."]}, [])


def test_who_comes_back_to_the_address_of_a_comment_gets_the_entry(als, mensen, eerste):
    assert als(mensen.bo).get(pagina(eerste, "-reactie")).url == pagina(eerste)


def test_the_page_tells_the_browser_what_is_stored_of_this_person_alone(als, mensen, eerste):
    reactie(als, mensen.bo, eerste)

    gestuurd = [als(wie).get(pagina(eerste)).context["bladzijde"].verstuurd for wie in (mensen.ada, mensen.bo)]

    assert gestuurd == [(eerste.inzending,), (Reactie.objects.get().inzending,)]


@pytest.mark.parametrize("aantal", [1, 3])
def test_an_entry_costs_the_same_queries_with_one_of_everything_and_with_three(
    als, mensen, django_assert_num_queries, aantal
):
    vorige = None
    for nummer in range(aantal):
        vorige = Voortgang.objects.create(
            experiment=mensen.proef, datum=dag("2020-02-01"), verslag=f"{nummer}", vervangt=vorige, door=mensen.ada
        )
        vorige.bijlagen.create(naam="a.txt", soort="text/plain", inhoud=b"a")
        reactie(als, mensen.bo, vorige)
    client = als(mensen.ada)

    with django_assert_num_queries(12):
        client.get(pagina(vorige))


def test_addresses_out_of_reach_of_any_number_are_not_found(als, mensen):
    client = als(mensen.ada)

    assert [
        client.get(reverse(f"praktijken:{naam}", args=[10**30])).status_code
        for naam in ("voortgang", "voortgang-verbeteren", "voortgang-reactie", "bijlage")
    ] == [404] * 4
