"""Advisers of a practice with their dates, who guided it on a day, and its breaks."""

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.samenloop import VELDNAAM
from mantelzorg.toegang import Rol
from praktijken.begeleiding.acties import afdruk
from praktijken.models import Adviseurschap, Onderbreking
from tests.gegevens import adviseurschap, dag, gebruiker, praktijk, programma
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
VANDAAG = "2020-03-02"


@pytest.fixture(autouse=True)
def kalender():
    with freeze_time(VANDAAG) as stil:
        yield stil


@pytest.fixture
def arnhem():
    return praktijk(programma(), "ARN", naam="Arnhem")


@pytest.fixture
def ada():
    return gebruiker(Rol.ADVISEUR, "Ada Adviseur")


@pytest.fixture
def mo(als) -> Client:
    """The office, at work."""
    return als(gebruiker(Rol.MEDEWERKER))


def van(naam, *sleutels):
    return reverse(f"praktijken:{naam}", args=[getattr(een, "pk", een) for een in sleutels])


def toegevoegd(client, arnhem, ada, **velden):
    """Send the form for a new adviser, all empty but for `velden`."""
    return client.post(van("adviseurs", arnhem), {"adviseur": ada.pk, "vanaf": "", "tot_en_met": ""} | velden)


def schappen(arnhem):
    return [
        (str(een.adviseur), een.vanaf, een.tot_en_met, een.waarnemer) for een in arnhem.adviseurschappen.order_by("pk")
    ]


def fouten(antwoord):
    assert antwoord.status_code == 200
    return [str(fout) for lijst in antwoord.context["form"].errors.values() for fout in lijst]


def test_the_office_adds_an_adviser_and_a_stand_in_with_dates(mo, arnhem, ada):
    bo = gebruiker(Rol.ADVISEUR, "Bo Waarneem")

    antwoorden = [
        toegevoegd(mo, arnhem, ada, vanaf="2019-09-01"),
        toegevoegd(mo, arnhem, bo, vanaf="2020-03-01", tot_en_met="2020-04-30", waarnemer="on"),
    ]

    assert [antwoord.url for antwoord in antwoorden] == [van("adviseurs", arnhem)] * 2
    assert schappen(arnhem) == [
        ("Ada Adviseur", dag("2019-09-01"), None, False),
        ("Bo Waarneem", dag("2020-03-01"), dag("2020-04-30"), True),
    ]
    assert gelezen(mo.get(van("adviseurs", arnhem))).tabellen["Adviseurs"][1:] == [
        [
            "Ada Adviseur",
            "vanaf 1 september 2019",
            "begeleidt de praktijk",
            "adviseur",
            "Beëindigen Geschiedenis Ada Adviseur",
        ],
        [
            "Bo Waarneem",
            "1 maart 2020 tot en met 30 april 2020",
            "begeleidt de praktijk",
            "waarnemer",
            "Laatste dag wijzigen Geschiedenis Bo Waarneem",
        ],
    ]


def test_the_history_says_who_added_an_adviser_and_why(als, arnhem, ada):
    mo = gebruiker(Rol.MEDEWERKER)
    toegevoegd(als(mo), arnhem, ada)

    versie = Adviseurschap.history.get()

    assert (versie.history_user, versie.history_change_reason) == (mo, "adviseur toegevoegd")


@pytest.mark.parametrize("vanaf", ["2019-09-01", ""])
def test_the_same_form_sent_twice_stores_once(mo, arnhem, ada, vanaf):
    antwoorden = [toegevoegd(mo, arnhem, ada, vanaf=vanaf) for _ in range(2)]

    assert [antwoord.url for antwoord in antwoorden] == [van("adviseurs", arnhem)] * 2
    assert schappen(arnhem) == [("Ada Adviseur", dag(vanaf or None), None, False)]


@pytest.mark.parametrize(
    ("vanaf", "tot_en_met", "past"),
    [
        ("2020-01-01", "2020-01-31", False),
        ("2019-12-01", "2020-01-01", False),
        ("2020-01-31", "", False),
        ("", "2020-01-01", False),
        ("", "", False),
        ("2020-02-01", "", True),
        ("", "2019-12-31", True),
    ],
)
def test_somebody_cannot_guide_the_same_practice_twice_on_one_day(mo, arnhem, ada, vanaf, tot_en_met, past):
    adviseurschap(arnhem, ada, "2020-01-01", "2020-01-31")
    adviseurschap(arnhem, gebruiker(Rol.ADVISEUR, "Bo Ander"))

    antwoord = toegevoegd(mo, arnhem, ada, vanaf=vanaf, tot_en_met=tot_en_met, waarnemer="on")

    assert arnhem.adviseurschappen.filter(adviseur=ada).count() == (2 if past else 1)
    if not past:
        assert fouten(antwoord) == [
            "Ada Adviseur staat dan al bij deze praktijk (vanaf 1 januari 2020 tot en met 31 januari 2020). "
            "Kies andere dagen, of geef die periode eerst een laatste dag."
        ]
        assert antwoord.context["form"]["vanaf"].value() == vanaf


def test_an_end_before_the_begin_is_refused_in_dutch(mo, arnhem, ada):
    antwoord = toegevoegd(mo, arnhem, ada, vanaf="2020-03-02", tot_en_met="2020-03-01")

    assert fouten(antwoord) == ["De laatste dag ligt voor de eerste."]
    assert schappen(arnhem) == []


def test_only_advisers_can_be_chosen(mo, arnhem):
    antwoord = toegevoegd(mo, arnhem, gebruiker(Rol.ANALIST))

    assert (len(fouten(antwoord)), schappen(arnhem)) == (1, [])


def test_guiding_ends_on_its_last_day(mo, arnhem, ada):
    schap = adviseurschap(arnhem, ada)
    adres = van("adviseur-einde", arnhem, schap)

    antwoord = mo.post(adres, {"tot_en_met": "2020-03-31", VELDNAAM: afdruk(schap)})
    nog_eens = mo.post(adres, {"tot_en_met": "2020-03-31", VELDNAAM: afdruk(schap)})

    assert (antwoord.url, nog_eens.url) == (van("adviseurs", arnhem), van("adviseurs", arnhem))
    assert schappen(arnhem) == [("Ada Adviseur", None, dag("2020-03-31"), False)]
    assert [versie.history_change_reason for versie in Adviseurschap.history.all()] == ["laatste dag bepaald", None]


def test_an_end_before_the_begin_or_upon_another_period_is_refused(mo, arnhem, ada):
    schap = adviseurschap(arnhem, ada, "2020-01-01", "2020-01-31")
    adviseurschap(arnhem, ada, "2020-03-01")
    adres = van("adviseur-einde", arnhem, schap)

    teksten = [
        fouten(mo.post(adres, {"tot_en_met": einde, VELDNAAM: afdruk(schap)}))
        for einde in ("2019-12-31", "2020-03-01", "gisteren")
    ]

    assert teksten[:2] == [
        ["De laatste dag ligt voor de eerste: 1 januari 2020."],
        ["Dan valt dit samen met een andere periode: vanaf 1 maart 2020."],
    ]
    assert len(teksten[2]) == 1
    assert schappen(arnhem)[0] == ("Ada Adviseur", dag("2020-01-01"), dag("2020-01-31"), False)


def test_who_is_second_sees_what_the_first_stored_and_can_save_again(mo, arnhem, ada):
    schap = adviseurschap(arnhem, ada)
    adres, gezien = van("adviseur-einde", arnhem, schap), afdruk(schap)
    mo.post(adres, {"tot_en_met": "2020-03-31", VELDNAAM: gezien})

    tweede = mo.post(adres, {"tot_en_met": "2020-06-30", VELDNAAM: gezien})
    opnieuw = mo.post(adres, {"tot_en_met": "2020-06-30", VELDNAAM: tweede.context["vingerafdruk"]})

    assert fouten(tweede) == [
        "Iemand anders heeft dit net gewijzigd. Nu staat er: vanaf het begin tot en met 31 maart 2020. "
        "Klopt uw dag nog? Bewaar dan opnieuw."
    ]
    assert tweede.context["form"]["tot_en_met"].value() == "2020-06-30"
    assert opnieuw.status_code == 302
    assert schappen(arnhem) == [("Ada Adviseur", None, dag("2020-06-30"), False)]


def test_the_page_answers_for_the_day_in_its_address(mo, arnhem, ada):
    adviseurschap(arnhem, ada, tot_en_met="2020-01-31")
    adres = van("adviseurs", arnhem)

    teksten = [gelezen(mo.get(f"{adres}?op={op}")).tekst for op in ("2020-01-31", "2020-02-01")]
    fout = mo.get(f"{adres}?op=gisteren")

    assert "Op 31 januari 2020: Ada Adviseur , tot en met 31 januari 2020" in teksten[0]
    assert "Op 1 februari 2020: niemand." in teksten[1]
    assert (fout.status_code, fout.context["op"], list(fout.context["wie"].errors)) == (200, None, ["op"])


def test_only_the_office_has_the_page_of_advisers(als, arnhem, ada):
    schap = adviseurschap(arnhem, ada)
    personen = [gebruiker(Rol.MEDEWERKER), gebruiker(Rol.BEHEERDER), ada, gebruiker(Rol.ANALIST), gebruiker()]
    adressen = [van("adviseurs", arnhem), van("adviseur-einde", arnhem, schap)]

    gezien = [[als(persoon).get(adres).status_code for adres in adressen] for persoon in personen]
    gestuurd = als(ada).post(adressen[1], {"tot_en_met": "2030-01-01", VELDNAAM: afdruk(schap)}).status_code

    assert (gezien, gestuurd) == ([[200, 200]] * 2 + [[404, 404]] * 3, 404)
    assert schappen(arnhem) == [("Ada Adviseur", None, None, False)]


def test_a_record_of_another_practice_is_not_there(mo, arnhem, ada):
    breda = praktijk(arnhem.programma, "BRE")
    schap = adviseurschap(breda, ada)
    stil = Onderbreking.objects.create(praktijk=breda, vanaf=dag("2020-01-01"), reden="rust")

    adressen = [van("adviseur-einde", arnhem, schap), van("onderbreking-einde", arnhem, stil)]

    assert [mo.get(adres).status_code for adres in adressen] == [404, 404]
    assert [mo.post(adres, {"tot_en_met": "2020-05-01"}).status_code for adres in adressen] == [404, 404]


def test_an_adviser_puts_an_own_practice_on_hold_and_takes_it_up_again(als, arnhem, ada):
    adviseurschap(arnhem, ada)
    client, adres = als(ada), van("onderbreking", arnhem)

    antwoorden = [
        client.post(adres, {"vanaf": "2020-03-02", "tot_en_met": "", "reden": "De trekker is weg."}) for _ in range(2)
    ]
    stil = Onderbreking.objects.get()
    einde = client.post(van("onderbreking-einde", arnhem, stil), {"tot_en_met": "2020-03-15", VELDNAAM: afdruk(stil)})
    stil.refresh_from_db()

    assert [antwoord.url for antwoord in (*antwoorden, einde)] == [adres] * 3
    assert (stil.praktijk, stil.vanaf, stil.tot_en_met, stil.reden) == (
        arnhem,
        dag("2020-03-02"),
        dag("2020-03-15"),
        "De trekker is weg.",
    )
    assert [(versie.history_user, versie.history_change_reason) for versie in Onderbreking.history.all()] == [
        (ada, "laatste dag bepaald"),
        (ada, "onderbreking vastgelegd"),
    ]
    assert arnhem.status_op(dag("2020-03-10")) == "actief"


def test_breaks_do_not_overlap_and_need_a_reason(mo, arnhem):
    Onderbreking.objects.create(praktijk=arnhem, vanaf=dag("2020-01-01"), tot_en_met=dag("2020-01-31"), reden="rust")
    adres = van("onderbreking", arnhem)

    overlap = mo.post(adres, {"vanaf": "2020-01-31", "tot_en_met": "", "reden": "Opnieuw"})
    zonder = mo.post(adres, {"vanaf": "2020-02-01", "tot_en_met": "", "reden": " "})

    assert fouten(overlap) == [
        "De praktijk ligt dan al stil (vanaf 1 januari 2020 tot en met 31 januari 2020). "
        "Kies andere dagen, of geef die onderbreking eerst een andere laatste dag."
    ]
    assert overlap.context["form"]["reden"].value() == "Opnieuw"
    assert list(zonder.context["form"].errors) == ["reden"]
    assert Onderbreking.objects.count() == 1


def test_only_who_may_change_the_practice_puts_it_on_hold(als, arnhem, ada):
    buur = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(arnhem, ada)
    adviseurschap(praktijk(arnhem.programma, "BRE"), buur)
    personen = [ada, gebruiker(Rol.MEDEWERKER), gebruiker(Rol.BEHEERDER), buur, gebruiker(Rol.ANALIST)]

    gezien = [als(persoon).get(van("onderbreking", arnhem)).status_code for persoon in personen]
    gestuurd = als(buur).post(van("onderbreking", arnhem), {"vanaf": "2020-03-02", "reden": "rust"}).status_code

    assert (gezien, gestuurd, Onderbreking.objects.count()) == ([200] * 3 + [404] * 2, 404, 0)


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("naam", "verwacht"), [("adviseurs", 8), ("onderbreking", 5)])
def test_one_row_and_three_cost_the_same_queries(mo, arnhem, django_assert_num_queries, naam, verwacht, aantal):
    for nummer in range(1, aantal + 1):
        adviseurschap(arnhem, gebruiker(Rol.ADVISEUR), f"2020-0{nummer}-01")
        begin, einde = dag(f"2020-0{nummer}-01"), dag(f"2020-0{nummer}-20")
        Onderbreking.objects.create(praktijk=arnhem, vanaf=begin, tot_en_met=einde, reden="rust")

    with django_assert_num_queries(verwacht):
        mo.get(van(naam, arnhem), {"op": "2020-03-02"})
