"""The participant's page: what is held and where it came from, and what they say, kept until staff acts."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from praktijken.kloptdit import antwoorden
from praktijken.models import Antwoord, Deelname
from praktijken.models.avg import Verzoek
from praktijken.register.acties import TOEGEVOEGD
from tests.gegevens import deelname, gebruiker, organisatie, organisatietype, praktijkpartner
from tests.praktijken.kloptdit.vragen import link_van, stuur, verbeter
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def gezegd():
    """What was answered, in the order it came: kind, practice and what became of it."""
    return list(Antwoord.objects.order_by("pk").values_list("soort", "deelname__praktijk__code", "besluit"))


def test_the_page_shows_all_that_is_held_and_nobody_else(register):
    deelname(register.gerda, register.breda, vanaf="2020-01-06", tot_en_met="2020-02-01", hoedanigheid="vrijwilliger")

    tekst = gelezen(Client().get(link_van(register.gerda))).tekst

    verwacht = [
        *("Gerda Geheim", "gerda@geheim.example", "Nummer in het programma D1"),
        *("U doet mee aan Arnhem", "Sinds 2 september 2019", "Zorggroep Voorbeeld", "Thuiszorg"),
        *("U deed mee aan Breda", "6 januari 2020, tot en met 1 februari 2020", "vrijwilliger"),
        *("Movisie en Vilans", "gerechtvaardigd belang", "Autoriteit Persoonsgegevens"),
    ]
    assert [een for een in verwacht if een not in tekst] == []
    assert not [geheim for geheim in ("Truus", "Ada", "Bo Buur", "Mo de", "Inloggen") if geheim in tekst]


def test_from_whom_it_came_is_told_by_role_never_by_name(register):
    rijen = [register.gerda_in_arnhem, deelname(register.gerda, register.breda)]
    door = [(register.ada, TOEGEVOEGD), (gebruiker(Rol.MEDEWERKER), "import van lijst.xlsx")]
    for rij, (user, reden) in zip(rijen, door, strict=True):
        versie = rij.history.get()
        versie.history_user, versie.history_change_reason = user, reden
        versie.save()

    tekst = gelezen(Client().get(link_van(register.gerda))).tekst

    assert "de adviseur die uw praktijk begeleidt" in tekst
    assert "een lijst die de praktijk of haar adviseur aan het programma gaf" in tekst
    assert "Ada" not in tekst


def test_that_all_is_right_takes_one_click_and_counts_once(register):
    link = link_van(register.gerda)
    sleutel = uuid4()

    for _ in range(2):
        stuur(f"{link}ja/", inzending=sleutel)
    tekst = gelezen(Client().get(link)).tekst

    assert gezegd() == [("klopt", None, "")]
    assert "uw gegevens kloppen. Bedankt!" in tekst
    assert "Ja, dit klopt allemaal" not in tekst


def test_a_correction_changes_nothing_until_staff_acts(register):
    link, gemeente = link_van(register.gerda), organisatietype("Gemeente", omschrijving="Wie bij een gemeente werkt.")
    voor = list(Deelname.objects.order_by("pk").values())

    pagina = gelezen(Client().get(f"{link}verbeteren/{register.gerda_in_arnhem.pk}/")).tekst
    verbeter(link, register.gerda_in_arnhem.pk, organisatie="zorggroep  VOORBEELD", organisatietype=gemeente.pk)

    assert "Gemeente: Wie bij een gemeente werkt." in pagina
    assert list(Deelname.objects.order_by("pk").values()) == voor
    antwoord = Antwoord.objects.get()
    assert (antwoord.organisatie_naam, antwoord.organisatietype, antwoord.hoedanigheid) == (
        "zorggroep  VOORBEELD",
        gemeente,
        "",
    )


def test_an_organisation_that_is_known_is_written_as_in_the_register(register):
    verbeter(link_van(register.gerda), register.gerda_in_arnhem.pk, organisatie=" zorggroep VOORBEELD ")

    assert Antwoord.objects.get().organisatie_naam == "Zorggroep Voorbeeld"


def test_only_partners_of_the_practice_are_suggested(register):
    praktijkpartner(register.arnhem, organisatie("Partner van Arnhem"))
    praktijkpartner(register.breda, organisatie("Partner van Breda"))

    pagina = Client().get(f"{link_van(register.gerda)}verbeteren/{register.gerda_in_arnhem.pk}/").content.decode()

    assert "Partner van Arnhem" in pagina
    assert "Partner van Breda" not in pagina


def test_a_later_answer_replaces_an_earlier_one_and_it_can_be_taken_back(register):
    link, pk = link_van(register.gerda), register.gerda_in_arnhem.pk

    stuur(f"{link}ja/")
    verbeter(link, pk, hoedanigheid="vrijwilliger")
    stuur(f"{link}stoppen/", deelnames=[pk], laatste_dag="2020-03-01")
    verbeter(link, pk, hoedanigheid="beroepskracht")
    opnieuw = Client().get(f"{link}verbeteren/{pk}/").context["form"].initial["hoedanigheid"]
    stuur(f"{link}terug/{Antwoord.objects.get(hoedanigheid='beroepskracht').pk}/")

    assert opnieuw == "beroepskracht"
    assert gezegd() == [
        ("klopt", None, "vervangen"),
        ("correctie", "ARN", "vervangen"),
        ("stoppen", "ARN", ""),
        ("correctie", "ARN", "vervangen"),
    ]


def test_an_objection_stops_all_mail_at_once_and_waits_for_staff_too(register):
    link = link_van(register.gerda)

    stuur(f"{link}bezwaar/", toelichting="Ik wil dit niet.")

    gerda = Deelnemer.objects.get(pk=register.gerda.pk)
    assert (gerda.niet_benaderen, gerda.niet_benaderen_sinds, gerda.niet_benaderen_omdat) == (
        True,
        timezone.localdate(),
        "bezwaar van de deelnemer zelf, via Klopt dit?",
    )
    assert gerda.history.latest().history_change_reason == "bezwaar van de deelnemer zelf, via Klopt dit?"
    assert [antwoord.toelichting for antwoord in Antwoord.objects.open()] == ["Ik wil dit niet."]
    tekst = gelezen(Client().get(link)).tekst
    assert "u wilt geen mail meer. Dat geldt meteen." in tekst
    assert "Ik wil geen mail meer" not in tekst
    stuur(f"{link}terug/{Antwoord.objects.get().pk}/")
    assert gezegd() == [("bezwaar", None, "")]


def test_an_objection_enters_the_register_of_requests_once(register):
    link = link_van(register.gerda)

    for _ in range(2):
        stuur(f"{link}bezwaar/")

    verzoek = Verzoek.objects.get()
    assert (verzoek.soort, verzoek.deelnemer, verzoek.ontvangen_op, verzoek.kanaal) == (
        "bezwaar",
        register.gerda,
        timezone.localdate(),
        "Klopt dit?",
    )


def test_stopping_names_the_practices_and_a_day_that_can_be(register):
    link, pk = link_van(register.gerda), register.gerda_in_arnhem.pk
    over_twee_jaar = timezone.localdate() + datetime.timedelta(days=730)
    deelname(register.gerda, register.breda, vanaf="2019-09-03", tot_en_met="2019-12-01")

    fouten = [
        list(stuur(f"{link}stoppen/", **velden).context["form"].errors)
        for velden in (
            {"deelnames": [pk], "laatste_dag": "2019-09-01"},
            {"deelnames": [pk], "laatste_dag": over_twee_jaar},
            {"deelnames": [pk], "laatste_dag": "geen dag"},
            {"laatste_dag": "2020-03-01"},
            {"deelnames": [register.truus_in_breda.pk], "laatste_dag": "2020-03-01"},
        )
    ]
    stuur(f"{link}stoppen/", deelnames=[pk], laatste_dag="2020-03-01")

    assert fouten == [["laatste_dag"], ["laatste_dag"], ["laatste_dag"], ["deelnames"], ["deelnames"]]
    assert list(Antwoord.objects.values_list("deelname", "stopt_op")) == [(pk, datetime.date(2020, 3, 1))]


def test_a_link_reaches_nobody_else(register):
    link = link_van(register.gerda)
    verbeter(link_van(register.truus), register.truus_in_breda.pk, hoedanigheid="vrijwilliger")
    van_truus = Antwoord.objects.get()

    vreemd = f"{link}verbeteren/{register.truus_in_breda.pk}/"
    statussen = [Client().get(vreemd).status_code, stuur(vreemd, hoedanigheid="beroepskracht").status_code]
    stuur(f"{link}terug/{van_truus.pk}/")

    assert statussen == [404, 404]
    assert gezegd() == [("correctie", "BRE", "")]


@pytest.mark.parametrize(
    "velden",
    [
        {"organisatie": "w" * 501},
        {"organisatietype": "999999"},
        {"hoedanigheid": "koning"},
        {"toelichting": "w" * 2_001},
        {"inzending": "geen-sleutel"},
        {"gezien": "w" * 65},
    ],
    ids=lambda velden: next(iter(velden)),
)
def test_what_cannot_be_kept_is_said_and_stays_typed(register, velden):
    antwoord = verbeter(
        link_van(register.gerda), register.gerda_in_arnhem.pk, **{"toelichting": "Mijn uitleg"} | velden
    )

    assert (antwoord.status_code, list(antwoord.context["form"].errors)) == (200, list(velden))
    assert "Mijn uitleg" in antwoord.content.decode() or "toelichting" in velden
    assert gezegd() == []


def test_odd_text_is_kept_as_it_is_and_shown_as_text(register):
    link = link_van(register.gerda)
    verbeter(link, register.gerda_in_arnhem.pk, organisatie="<script>'رعاية'", toelichting='"><b>dik</b>\x07')

    antwoord = Antwoord.objects.get()
    assert (antwoord.organisatie_naam, antwoord.toelichting) == ("<script>'رعاية'", '"><b>dik</b>')
    assert "<script>" not in Client().get(link).content.decode()


def test_one_link_gives_no_flood_of_answers(register, monkeypatch):
    monkeypatch.setattr(antwoorden, "MEESTE", 2)
    link = link_van(register.gerda)

    statussen = [stuur(f"{link}ja/").status_code for _ in range(3)]

    assert (statussen, Antwoord.objects.count()) == ([302, 302, 429], 2)


def test_a_form_without_the_secret_of_this_browser_is_refused(register):
    adres = f"{link_van(register.gerda)}ja/"

    assert Client(enforce_csrf_checks=True).post(adres, {"inzending": uuid4()}).status_code == 403
    assert gezegd() == []


@pytest.mark.parametrize("meer", [0, 2])
def test_the_page_takes_the_same_queries_for_one_and_for_three(register, django_assert_num_queries, meer):
    for nummer in range(meer):
        deelname(register.gerda, register.breda, vanaf=f"2020-01-0{nummer + 1}")
    link = link_van(register.gerda)
    for rij in register.gerda.deelnames.all():
        verbeter(link, rij.pk, hoedanigheid="vrijwilliger")

    with django_assert_num_queries(6):
        Client().get(link)
