"""Writing progress down: who may, what is filled in beforehand, and that sending twice stores once."""

import pytest
from django.urls import reverse
from freezegun import freeze_time

from praktijken.models import Voortgang
from tests.gegevens import dag, experiment, ontwerpvraag
from tests.praktijken.voortgang.velden import GEEN_VERANDERING, REGEL, bewaard, ingevuld, nieuw, pagina

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vandaag():
    with freeze_time("2020-03-02"):
        yield


def voorgesteld(client, proef):
    """(datum, ronde, fase) as the empty form shows them."""
    formulier = client.get(nieuw(proef)).context["formulier"]
    return tuple(formulier[naam].value() for naam in ("datum", "ronde", "fase"))


def eerder(proef, fase, ronde=2, **velden):
    return Voortgang.objects.create(
        experiment=proef, **{"datum": dag("2020-02-01"), "ronde": ronde, "fase": fase, "verslag": "Eerder."} | velden
    )


def test_an_entry_is_stored_as_filled_in_with_who_and_why(als, mensen):
    response = als(mensen.ada).post(nieuw(mensen.proef), ingevuld())

    een = Voortgang.objects.get()
    regel = een.history.get()
    assert (response.status_code, response.url) == (302, pagina(een))
    assert bewaard() == [REGEL]
    assert (een.datum, een.experiment, een.vervangt) == (dag("2020-03-01"), mensen.proef, None)
    assert (regel.history_user, regel.history_change_reason) == (mensen.ada, "voortgang vastgelegd")


def test_only_who_may_change_the_practice_finds_the_form(als, mensen):
    personen = [mensen.ada, mensen.mo, mensen.bo, mensen.cas, mensen.ben, mensen.zora]

    gezien = [als(wie).get(nieuw(mensen.proef)).status_code for wie in personen]
    gestuurd = [als(wie).post(nieuw(mensen.proef), ingevuld()).status_code for wie in personen[2:]]

    assert (gezien, gestuurd, bewaard()) == ([200, 200, 404, 404, 404, 404], [404] * 4, [])


@pytest.mark.parametrize("sleutel", ["", "abc", "0", "-1", "9" * 30, "²", "1 OR 1=1"])
def test_an_address_without_an_experiment_is_not_found(als, mensen, sleutel):
    client = als(mensen.ada)

    assert [
        client.get(reverse("praktijken:voortgang-nieuw"), {"experiment": sleutel}).status_code,
        client.post(GEEN_VERANDERING, {"experiment": sleutel}).status_code,
    ] == [404, 404]


def test_who_is_not_logged_in_logs_in_first_and_comes_back(client, mensen):
    response = client.get(nieuw(mensen.proef))

    assert response.url == f"{reverse('inloggen')}?next=/voortgang/nieuw/%3Fexperiment%3D{mensen.proef.pk}"


def test_the_first_entry_starts_at_the_beginning(als, mensen):
    assert voorgesteld(als(mensen.ada), mensen.proef) == (dag("2020-03-02"), 1, "voorbereiden")


@pytest.mark.parametrize(
    ("laatste", "verwacht"),
    [
        (("voorbereiden", 2), (2, "voorbereiden")),
        (("uitvoeren", 2), (2, "uitvoeren")),
        (("evalueren", 2), (2, "bijstellen")),
        (("bijstellen", 2), (2 + 1, "uitvoeren")),
        (("", None), (None, "")),
        (("bijstellen", None), (None, "uitvoeren")),
    ],
)
def test_the_form_goes_on_where_the_last_entry_ended(als, mensen, laatste, verwacht):
    eerder(mensen.proef, "voorbereiden", ronde=1, datum=dag("2020-01-15"))
    eerder(mensen.proef, laatste[0], ronde=laatste[1])

    assert voorgesteld(als(mensen.ada), mensen.proef) == (dag("2020-03-02"), *verwacht)


def test_the_form_goes_on_from_the_newest_version(als, mensen):
    oud = eerder(mensen.proef, "uitvoeren")
    eerder(mensen.proef, "evalueren", vervangt=oud)

    assert voorgesteld(als(mensen.ada), mensen.proef) == (dag("2020-03-02"), 2, "bijstellen")


def test_a_form_sent_twice_stores_once_and_shows_the_first(als, mensen):
    client, velden = als(mensen.ada), ingevuld()

    adressen = [client.post(nieuw(mensen.proef), velden).url for _ in range(2)]

    assert (adressen, bewaard()) == ([pagina(Voortgang.objects.get())] * 2, [REGEL])


def test_a_form_sent_again_with_another_text_loses_nothing(als, mensen):
    client, velden = als(mensen.ada), ingevuld()
    client.post(nieuw(mensen.proef), velden)

    botsing = client.post(nieuw(mensen.proef), velden | {"verslag": "Zeven gezinnen."})
    verschil = botsing.context["verschillen"][0]
    keus = velden | {
        "verslag": "Zeven gezinnen.",
        "inzending": str(botsing.context["inzending"]),
        "versie": botsing.context["verbeterd"].pk,
    }
    client.post(botsing.context["adres"], keus)

    assert (verschil.nu, verschil.ingevuld) == ("Zes gezinnen deden mee.", "Zeven gezinnen.")
    assert [rij[2] for rij in bewaard()] == ["Zes gezinnen deden mee.", "Zeven gezinnen."]
    assert Voortgang.objects.last().vervangt == Voortgang.objects.first()


def test_the_key_of_somebody_elses_form_stores_nothing_and_gives_the_text_back(als, mensen):
    velden = ingevuld()
    als(mensen.ada).post(nieuw(mensen.proef), velden)

    response = als(mensen.mo).post(nieuw(mensen.proef), velden | {"verslag": "Van Mo."})

    assert (response.context["formulier"]["verslag"].value(), bewaard()) == ("Van Mo.", [REGEL])
    assert str(response.context["inzending"]) != velden["inzending"]


def test_the_same_report_from_another_tab_is_refused_as_a_slip(als, mensen):
    client = als(mensen.ada)
    client.post(nieuw(mensen.proef), ingevuld())

    response = client.post(nieuw(mensen.proef), ingevuld())

    assert response.context["formulier"].non_field_errors() == ["Deze voortgang is al vastgelegd."]
    assert bewaard() == [REGEL]


@pytest.mark.parametrize(
    ("veld", "waarde", "fout"),
    [
        ("verslag", "  ", "Vul dit in."),
        ("datum", "2020-03-03", "Deze datum ligt in de toekomst. Kies vandaag of een eerdere dag."),
        ("datum", "31-02-2020", "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."),
        ("ronde", "0", "Dit getal is te laag. Vul ten minste 1 in."),
        ("fase", "onzin", "onzin staat niet in de lijst. Kies iets uit de lijst."),
        ("besluit", "onzin", "onzin staat niet in de lijst. Kies iets uit de lijst."),
    ],
)
def test_a_wrong_field_is_named_and_everything_typed_comes_back(als, mensen, veld, waarde, fout):
    velden = ingevuld(**{veld: waarde})

    formulier = als(mensen.ada).post(nieuw(mensen.proef), velden).context["formulier"]

    assert dict(formulier.errors) == {veld: [fout]}
    assert {naam: formulier[naam].value() for naam in velden if naam != "inzending"} == {
        naam: waarde for naam, waarde in velden.items() if naam != "inzending"
    }
    assert bewaard() == []


def test_hostile_and_arabic_text_is_kept_and_shown_as_typed(als, mensen):
    aanval = '<script>alert("x")</script> رعاية غير رسمية'
    client = als(mensen.ada)

    response = client.post(nieuw(mensen.proef), ingevuld(verslag=aanval), follow=True)

    assert Voortgang.objects.get().verslag == aanval
    assert "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; رعاية غير رسمية" in response.content.decode()
    assert "<script>alert" not in response.content.decode()


def test_one_tap_says_that_nothing_changed_once_a_day(als, mensen):
    eerder(mensen.proef, "evalueren")
    client = als(mensen.ada)

    terug = [client.post(GEEN_VERANDERING, {"experiment": mensen.proef.pk}).url for _ in range(2)]
    berichten = [str(bericht) for bericht in client.get("/").context["messages"]]
    with freeze_time("2020-03-09"):
        als(mensen.ada).post(GEEN_VERANDERING, {"experiment": mensen.proef.pk})

    assert terug == [reverse("praktijken:praktijk", args=[mensen.arnhem.pk])] * 2
    assert berichten == [
        "Bewaard: geen verandering in ARN-1-1.",
        "Het stond er al: vandaag geen verandering in ARN-1-1.",
    ]
    assert bewaard()[1:] == [(2, "evalueren", "Geen verandering.", "", "", "", "Ada Adviseur")] * 2
    assert [een.datum for een in Voortgang.objects.order_by("datum")][1:] == [dag("2020-03-02"), dag("2020-03-09")]


def test_the_tap_goes_back_to_a_page_of_this_site_only(als, mensen):
    client = als(mensen.ada)

    assert [
        client.post(GEEN_VERANDERING, {"experiment": mensen.proef.pk, "terug": terug}).url
        for terug in ("/", "https://elders.example/", "//elders.example/", "javascript:alert(1)")
    ] == ["/", *[reverse("praktijken:praktijk", args=[mensen.arnhem.pk])] * 3]


def test_the_tap_is_by_post_and_for_who_may_change_the_practice(als, mensen):
    velden = {"experiment": mensen.proef.pk}

    assert als(mensen.ada).get(GEEN_VERANDERING).status_code == 405
    assert [als(wie).post(GEEN_VERANDERING, velden).status_code for wie in (mensen.bo, mensen.ben)] == [404, 404]
    assert bewaard() == []


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_form_costs_the_same_queries_with_one_entry_and_with_three(als, mensen, django_assert_num_queries, aantal):
    for nummer in range(aantal):
        eerder(mensen.proef, "uitvoeren", verslag=f"Verslag {nummer}")
        experiment(ontwerpvraag(mensen.arnhem, nummer + 2), f"ARN-2-{nummer}")
    client = als(mensen.ada)

    with django_assert_num_queries(5):
        client.get(nieuw(mensen.proef))


def test_the_browser_keeps_text_under_a_key_that_differs_by_person_and_by_form(als, mensen):
    ander = experiment(ontwerpvraag(mensen.arnhem, 2), "ARN-2-1")

    def sleutel(wie, proef):
        return als(wie).get(nieuw(proef)).context["bewaarsleutel"]

    assert sleutel(mensen.ada, mensen.proef) == sleutel(mensen.ada, mensen.proef)
    assert len({sleutel(mensen.ada, mensen.proef), sleutel(mensen.mo, mensen.proef), sleutel(mensen.ada, ander)}) == 3
    assert sleutel(mensen.ada, mensen.proef).endswith(f":{nieuw(mensen.proef)}")


def test_logging_out_tells_the_browser_to_forget_what_it_kept(als, mensen):
    assert als(mensen.ada).post(reverse("uitloggen"))["Clear-Site-Data"] == '"storage"'
