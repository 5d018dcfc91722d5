"""The page of one application: what stands on it for whom, and what is done there."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from aanmeldingen.models import (
    Aanvulverzoek,
    Besluit,
    Besluitsoort,
    Criteriumoordeel,
    Indiening,
    Intakegesprek,
    Oordeel,
)
from mantelzorg.models import Bericht
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats
from tests.aanmeldingen.gegevens import aanvulverzoek, besluit, moment

pytestmark = pytest.mark.django_db
VOLDAAN, NIET = Oordeel.VOLDAAN, Oordeel.NIET_VOLDAAN
ACTIES = (
    ("aanmelding-oordelen", ()),
    ("aanvulling-vragen", ()),
    ("gesprek-plannen", ()),
    ("aanmelding-besluit", ("toelaten",)),
    ("aanmelding-corrigeren", ("vraag",)),
    ("namens-intrekken", ()),
)


def adres(een, naam="aanmelding", *meer) -> str:
    return reverse(f"aanmeldingen:{naam}", args=[een.pk, *meer])


def gesprek(een, adviseur, op="2014-06-20 10:00", **velden) -> Intakegesprek:
    return Intakegesprek.objects.create(
        aanmelding=een, adviseur=adviseur, moment=moment(op), inzending=uuid4(), **velden
    )


def verborgen(tekst: str, naam: str) -> str:
    """The value of a hidden field in a page."""
    return re.search(rf'name="{naam}" value="([^"]*)"', tekst)[1]


def test_an_adviser_sees_the_applications_they_talk_with_and_no_others(mensen, een, als):
    gesprek(een, mensen.ada)
    afgezegd = met_plaats(een.oproep, "De Beuk")
    gesprek(afgezegd, mensen.ada, vervallen_op=timezone.now())

    statussen = {
        (wie, plek.organisatie): als(getattr(mensen, wie)).get(adres(plek)).status_code
        for wie in ("mo", "anja", "ada", "bo", "ben")
        for plek in (een, afgezegd)
    }

    assert statussen == {
        ("mo", "De Linde"): 200, ("mo", "De Beuk"): 200,
        ("anja", "De Linde"): 200, ("anja", "De Beuk"): 200,
        ("ada", "De Linde"): 200, ("ada", "De Beuk"): 404,
        ("bo", "De Linde"): 404, ("bo", "De Beuk"): 404,
        ("ben", "De Linde"): 404, ("ben", "De Beuk"): 404,
    }  # fmt: skip


@pytest.mark.parametrize(("naam", "meer"), ACTIES)
def test_what_the_office_does_does_not_exist_for_advisers_and_analysts(mensen, een, als, naam, meer):
    gesprek(een, mensen.ada)

    for wie in (mensen.ada, mensen.ben):
        assert als(wie).get(adres(een, naam, *meer)).status_code == 404
        assert als(wie).post(adres(een, naam, *meer), {}).status_code == 404
    assert als(mensen.mo).get(adres(een, naam, *meer)).status_code == 200


def test_an_adviser_reports_on_their_own_talk_alone(mensen, een, als):
    eigen, ander = gesprek(een, mensen.ada), gesprek(een, mensen.bo)

    statussen = [
        als(wie).get(adres(rij, "gesprek-verslag")).status_code
        for wie in (mensen.ada, mensen.mo)
        for rij in (eigen, ander)
    ]

    assert statussen == [200, 404, 200, 200]


def test_the_report_is_kept_with_who_made_it_and_the_browser_is_told_it_came_in(mensen, een, als):
    rij = gesprek(een, mensen.ada)
    client = als(mensen.ada)
    pagina = client.get(adres(rij, "gesprek-verslag")).content.decode()
    inzending = verborgen(pagina, "inzending")
    velden = {
        "verslag": "Zij willen graag.", "advies": "toelaten",
        "gezien": verborgen(pagina, "gezien"), "inzending": inzending,
    }  # fmt: skip

    antwoord = client.post(adres(rij, "gesprek-verslag"), velden, follow=True)

    rij.refresh_from_db()
    assert (rij.verslag, rij.advies) == ("Zij willen graag.", "toelaten")
    assert rij.history.first().history_user == mensen.ada
    assert f'data-inzending="{inzending}"' in antwoord.content.decode()


def test_verdicts_are_given_on_all_criteria_at_once_and_a_reason_is_asked_where_it_is_needed(mensen, een, als):
    een_, twee, drie = een.voorwaarden.criteria.order_by("nummer")
    client = als(mensen.mo)
    pagina = client.get(adres(een, "aanmelding-oordelen")).content.decode()
    velden = {f"gezien-{rij.pk}": verborgen(pagina, f"gezien-{rij.pk}") for rij in (een_, twee, drie)}
    velden |= {f"oordeel-{een_.pk}": "voldaan", f"oordeel-{twee.pk}": "ontheven"}

    fout = client.post(adres(een, "aanmelding-oordelen"), velden).content.decode()
    assert "Schrijf op waarom." in fout
    assert Criteriumoordeel.objects.count() == 0
    client.post(adres(een, "aanmelding-oordelen"), velden | {f"reden-{twee.pk}": "Nieuwe locatie."})

    gevonden = Criteriumoordeel.objects.values_list("criterium__nummer", "oordeel", "reden", "door__naam")
    assert sorted(gevonden) == [
        (1, "voldaan", "", "Mo Medewerker"),
        (2, "ontheven", "Nieuwe locatie.", "Mo Medewerker"),
    ]


def test_of_two_who_judge_one_criterion_the_second_sees_the_first_and_loses_nothing_typed(mensen, een, als):
    criterium = een.voorwaarden.criteria.get(nummer=1)
    client, veld = als(mensen.mo), f"oordeel-{criterium.pk}"
    pagina = client.get(adres(een, "aanmelding-oordelen")).content.decode()
    gezien = {f"gezien-{criterium.pk}": verborgen(pagina, f"gezien-{criterium.pk}")}
    Criteriumoordeel.objects.create(
        aanmelding=een, criterium=criterium, oordeel=VOLDAAN, door=mensen.mia, op=timezone.now()
    )
    velden = gezien | {veld: "niet voldaan", f"reden-{criterium.pk}": "Zij leveren geen zorg."}

    tekst = client.post(adres(een, "aanmelding-oordelen"), velden).content.decode()

    assert "Een collega vulde intussen in: voldaan." in tekst
    assert "Zij leveren geen zorg.</textarea>" in tekst
    assert een.oordelen.get().oordeel == VOLDAAN
    client.post(
        adres(een, "aanmelding-oordelen"),
        velden | {f"gezien-{criterium.pk}": verborgen(tekst, f"gezien-{criterium.pk}")},
    )
    assert een.oordelen.get().oordeel == NIET


def test_a_talk_is_planned_moved_and_cancelled_with_a_mail_each(mensen, een, als):
    client = als(mensen.mo)
    velden = {"adviseur": mensen.ada.pk, "moment": "2099-06-20T10:00", "waar": "online", "inzending": str(uuid4())}
    for _ in range(2):
        client.post(adres(een, "gesprek-plannen"), velden)
    rij = Intakegesprek.objects.get()
    pagina = client.get(adres(rij, "gesprek-verzetten")).content.decode()
    client.post(
        adres(rij, "gesprek-verzetten"),
        velden | {"moment": "2099-06-21T14:30", "gezien": verborgen(pagina, "gezien")},
    )
    client.post(adres(rij, "gesprek-afzeggen"), {"reden": "Ziek."})

    mails = Bericht.objects.order_by("pk").values_list("soort", "onderwerp", "aan")
    assert list(mails) == [
        ("afspraak intakegesprek", "Uw intakegesprek", "carla@zorg.example"),
        ("afspraak intakegesprek", "Uw intakegesprek is gewijzigd", "carla@zorg.example"),
        ("intakegesprek gaat niet door", "Uw intakegesprek gaat niet door", "carla@zorg.example"),
    ]
    teksten = Bericht.objects.order_by("pk").values_list("tekst", flat=True)
    assert "Wanneer: zaterdag 20 juni 2099, 10.00 uur\nMet wie: Ada Adviseur\nWaar: online" in teksten[0]
    assert "Wanneer: zondag 21 juni 2099, 14.30 uur" in teksten[1]
    assert "De reden: Ziek." in teksten[2]


def test_advisers_can_be_chosen_with_how_many_talks_lie_ahead_of_them_fewest_first(mensen, een, als):
    gesprek(een, mensen.ada, "2099-06-20 10:00")

    tekst = als(mensen.mo).get(adres(een, "gesprek-plannen")).content.decode()

    bo, ada = tekst.index("Bo Adviseur (0 gesprekken gepland)"), tekst.index("Ada Adviseur (1 gesprek gepland)")
    assert bo < ada
    assert "Mo Medewerker (" not in tekst


def test_two_people_who_decide_see_each_other_and_lose_nothing_typed(mensen, een, als):
    criteria = beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)
    client, plek = als(mensen.mo), adres(een, "aanmelding-besluit", "afwijzen")
    gezien = verborgen(client.get(plek).content.decode(), "gezien")
    besluit(een, Besluitsoort.AFWIJZEN, mensen.mia, None, motivering="Mia was eerst.")
    velden = {"criteria": [criteria[0].pk], "motivering": "Mijn lange motivering.", "gezien": gezien}

    tekst = client.post(plek, velden).content.decode()

    assert "Iemand anders was u voor." in tekst
    assert "Mia Medewerker stelde voor: afwijzen. Mia was eerst." in tekst
    assert "Mijn lange motivering.</textarea>" in tekst
    assert Besluit.objects.count() == 1


def test_a_rejection_is_proposed_and_confirmed_on_the_page(mensen, een, als):
    criteria = beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)
    plek = adres(een, "aanmelding-besluit", "afwijzen")
    mo, mia = als(mensen.mo), als(mensen.mia)
    gezien = verborgen(mo.get(plek).content.decode(), "gezien")
    velden = {"criteria": [criteria[0].pk], "motivering": "Geen zorg.", "gezien": gezien, "inzending": str(uuid4())}
    for _ in range(2):
        mo.post(plek, velden)
    voorstel = Besluit.objects.get()
    assert "U stelde deze afwijzing voor." in mo.get(adres(een)).content.decode()

    zelf = mo.post(adres(voorstel, "besluit-bevestigen")).content.decode()
    assert "U heeft deze afwijzing zelf voorgesteld." in zelf
    mia.post(adres(voorstel, "besluit-bevestigen"))

    voorstel.refresh_from_db()
    assert (voorstel.bevestigd_door, voorstel.bericht.soort) == (mensen.mia, "besluit over deelname")
    laat = als(mensen.anja).post(adres(voorstel, "besluit-terugnemen"), {"reden": "Toch niet."}).content.decode()
    assert "Mia Medewerker besloot: afwijzen." in laat
    assert 'value="Toch niet."' in laat


def test_asked_for_more_the_page_shows_what_changed_since(mensen, een, als):
    verzoek = aanvulverzoek(een, mensen.mo)
    inhoud = [["Naam van de organisatie", "De Linde"], ["Vraag waaraan u wilt werken", "Een betere vraag"]]
    antwoord = Indiening.objects.create(
        aanmelding=een, nummer=2, op=moment("2014-06-12 10:00"), inhoud=inhoud, contact=een.indieningen.get().contact
    )
    Aanvulverzoek.objects.filter(pk=verzoek.pk).update(antwoord=antwoord, afgesloten_op=antwoord.op)

    tekst = als(mensen.mo).get(adres(een)).content.decode()

    deel = tekst[tekst.index("Dit is sindsdien gewijzigd") :]
    deel = deel[: deel.index("</table>")]
    assert "Een betere vraag" in deel
    assert "Hoe betrekken wij mantelzorgers bij de zorg?" in deel
    assert "Naam van de organisatie" not in deel
    assert "Aanvulling ontvangen." in tekst


def test_any_two_versions_stand_side_by_side(mensen, een, als):
    for nummer in (2, 3):
        inhoud = [["Naam van de organisatie", f"Naam {nummer}"]]
        Indiening.objects.create(aanmelding=een, nummer=nummer, op=timezone.now(), inhoud=inhoud, contact=[])
    client, plek = als(mensen.mo), adres(een, "aanmelding-versies")

    laatste, eerste = (client.get(plek).content.decode(), client.get(f"{plek}?van=1&naar=3").content.decode())

    assert ("Naam 2</td>" in laatste, "De Linde</td>" in laatste) == (True, False)
    assert ("De Linde</td>" in eerste, "Naam 3</td>" in eerste, "Naam 2</td>" in eerste) == (True, True, False)


def test_a_question_is_mailed_with_a_link_and_closed_with_a_reason(mensen, een, als):
    client = als(mensen.mo)
    dag = timezone.localdate() + timezone.timedelta(days=10)
    velden = {"vraag": "Stuur het plan.", "uiterlijk": dag.isoformat(), "inzending": str(uuid4())}
    for _ in range(2):
        client.post(adres(een, "aanvulling-vragen"), velden)
    verzoek = Aanvulverzoek.objects.get()
    bericht = Bericht.objects.get()
    assert ("[persoonlijke link]" in bericht.tekst, "Stuur het plan." in bericht.tekst) == (True, True)

    client.post(adres(een, "aanvulling-sluiten", verzoek.pk), {"reden": "Zij belden het door."})

    verzoek.refresh_from_db()
    assert verzoek.afgesloten_op is not None
    assert verzoek.history.first().history_change_reason == "Zij belden het door."
    assert "Zij belden het door." in client.get(adres(een)).content.decode()


@pytest.mark.parametrize("dag", ["2014-06-20", "geen dag", ""])
def test_a_question_needs_a_day_that_lies_ahead_and_keeps_what_was_typed(mensen, een, als, dag):
    tekst = als(mensen.mo).post(adres(een, "aanvulling-vragen"), {"vraag": "Stuur het plan.", "uiterlijk": dag})

    assert "Stuur het plan.</textarea>" in tekst.content.decode()
    assert Aanvulverzoek.objects.count() == 0


def test_the_page_takes_as_many_queries_for_three_of_everything_as_for_one(
    mensen, een, als, django_assert_num_queries, django_assert_max_num_queries
):
    client = als(mensen.mo)
    beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)

    def vul(nummer: int) -> None:
        gesprek(een, mensen.ada)
        aanvulverzoek(een, mensen.mo, afgesloten_op=timezone.now(), antwoord=een.indieningen.last())
        besluit(
            een, Besluitsoort.AFWIJZEN, mensen.mo, None, teruggenomen_op=timezone.now(),
            teruggenomen_door=mensen.mia, teruggenomen_omdat="Nee.",
        )  # fmt: skip
        Indiening.objects.create(aanmelding=een, nummer=nummer + 1, op=timezone.now(), door=mensen.mo)

    vul(1)
    with django_assert_max_num_queries(60) as geteld:
        client.get(adres(een))
    vul(2)
    vul(3)
    with django_assert_num_queries(len(geteld)):
        client.get(adres(een))
