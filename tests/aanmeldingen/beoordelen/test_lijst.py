"""The list of a call's applications: filters in the address, signals, order, pages and Excel."""

import io
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from aanmeldingen.beoordelen import lijst as lijst_van
from aanmeldingen.models import Bijeenkomst, Contactpersoon, Inschrijving, Intakegesprek, Oordeel
from mantelzorg.models import Gemeente
from mantelzorg.toegang import RECHTEN, Recht, Rol
from praktijken.models import Sessie, Stand
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats, roep_op
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, moment

pytestmark = pytest.mark.django_db
VOLDAAN = Oordeel.VOLDAAN


@pytest.fixture
def call(mensen):
    """Two places; De Linde and De Beuk hold them, De Eik waits. De Wilg is still being written."""
    nieuw = roep_op(mensen.mo, plaatsen=2, sectoren=("thuiszorg", "ziekenhuis"))
    met_plaats(nieuw, "De Linde", kvk="11111111", medewerkers=10)
    met_plaats(nieuw, "De Beuk", kvk="22222222", medewerkers=300, sector_naam="ziekenhuis")
    breda = Gemeente.objects.get(code="GM0758")
    met_plaats(nieuw, "De Eik", kvk="11111111", medewerkers=50, plaats="Breda", gemeente=breda)
    aanmelding(nieuw, "De Wilg")
    return nieuw


def pad(call, vraag: str = "", naam: str = "aanmeldingen") -> str:
    return f"{reverse(f'aanmeldingen:{naam}', args=[call.slug])}{vraag}"


def namen(client, call, vraag: str = "") -> list[str]:
    return [rij.aanmelding.organisatie for rij, _ in client.get(pad(call, vraag)).context["regels"]]


def bijeenkomst(call, dag: str = "2014-06-01") -> Bijeenkomst:
    sessie = Sessie.objects.create(
        programma=call.programma, soort="informatiebijeenkomst", datum=dag, plaats="Utrecht", inzending=uuid4()
    )
    return Bijeenkomst.objects.create(sessie=sessie, oproep=call, begin="10:00", eind="12:00", capaciteit=20)


def inschrijving(waar: Bijeenkomst, stand: str = Stand.AANWEZIG, **velden) -> Inschrijving:
    een = Inschrijving(bijeenkomst=waar, stand=stand, inzending=uuid4(), **{"naam": "Iemand"} | velden)
    een.maak_link(geldig_tot=timezone.localdate())
    een.save()
    return een


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ("", ["De Linde", "De Beuk", "De Eik"]),
        ("?stand=in+de+maak", ["De Wilg"]),
        ("?stand=op+de+wachtlijst", ["De Eik"]),
        ("?stand=ontvangen", ["De Linde", "De Beuk"]),
        ("?provincie=Noord-Brabant", ["De Eik"]),
        ("?wacht_op=beoordeling", ["De Linde", "De Beuk", "De Eik"]),
        ("?signaal=kvk", ["De Linde", "De Eik"]),
        ("?zoek=linde", ["De Linde"]),
        ("?zoek=breda+eik", ["De Eik"]),
        ("?zoek=22222222", ["De Beuk"]),
        ("?zoek=3", ["De Eik"]),
        ("?zoek=Carla", []),
        ("?volgorde=organisatie", ["De Beuk", "De Eik", "De Linde"]),
        ("?volgorde=medewerkers", ["De Beuk", "De Eik", "De Linde"]),
        ("?stand=verzonnen", []),
    ],
)
def test_the_address_says_what_is_shown_and_in_what_order(mensen, call, als, vraag, verwacht):
    assert namen(als(mensen.mo), call, vraag) == verwacht


def test_it_can_be_narrowed_to_a_sector(mensen, call, als):
    beuk = call.aanmeldingen.get(organisatie="De Beuk")

    assert namen(als(mensen.mo), call, f"?sector={beuk.sector_id}") == ["De Beuk"]


def test_each_waits_for_the_one_thing_that_comes_next(mensen, call, als):
    linde, beuk, eik = call.aanmeldingen.ingediend().order_by("nummer")
    client = als(mensen.mo)
    beoordeel(linde, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    beoordeel(eik, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    Intakegesprek.objects.create(aanmelding=beuk, adviseur=mensen.ada, moment=timezone.now(), inzending=uuid4())

    wacht_op = {
        rij.aanmelding.organisatie: rij.aanmelding.wacht_op for rij, _ in client.get(pad(call)).context["regels"]
    }

    assert wacht_op == {"De Linde": "besluit", "De Beuk": "intakegesprek", "De Eik": "een vrije plaats"}
    aanvulverzoek(linde, mensen.mo)
    assert namen(client, call, "?wacht_op=aanvulling") == ["De Linde"]


def test_longest_without_a_decision_comes_first_where_one_asks_for_it(mensen, call, als):
    beuk = call.aanmeldingen.get(organisatie="De Beuk")
    beuk.ingediend_op = moment("2014-05-01 10:00")
    beuk.save()
    client = als(mensen.mo)

    assert namen(client, call, "?volgorde=langst")[0] == "De Beuk"
    assert namen(client, call, "?signaal=lang") == ["De Linde", "De Beuk", "De Eik"]


@pytest.mark.parametrize(
    ("velden", "bezocht"),
    [
        ({"email": "Carla@Zorg.example"}, True),
        ({"email": "een.ander@voorbeeld.example", "organisatie": " de linde "}, True),
        ({"email": "een.ander@voorbeeld.example"}, False),
        ({"email": "carla@zorg.example", "stand": Stand.NIET_GEKOMEN}, False),
        ({}, False),
    ],
)
def test_who_came_before_applying_is_known_without_typing(mensen, een, als, velden, bezocht):
    waar = bijeenkomst(een.oproep)
    inschrijving(waar, **velden)
    een.bijeenkomst = waar
    een.save()
    client = als(mensen.mo)

    ((rij, _),) = client.get(pad(een.oproep)).context["regels"]
    tekst = client.get(reverse("aanmeldingen:aanmelding", args=[een.pk])).content.decode()

    assert rij.aanmelding.bezocht is bezocht
    assert ("niet gevonden op bijeenkomst" in rij.signalen) is not bezocht
    assert ("Was op informatiebijeenkomst van 1 juni 2014" in tekst) is bezocht


def test_a_wildcard_in_an_address_finds_nobody_else(mensen, een, als):
    Contactpersoon.objects.filter(aanmelding=een).update(email="c_rla%@zorg.example")
    inschrijving(bijeenkomst(een.oproep), email="carla1@zorg.example")

    ((rij, _),) = als(mensen.mo).get(pad(een.oproep)).context["regels"]

    assert rij.aanmelding.bezocht is False


def test_the_signals_of_a_question_come_and_go(mensen, een, als):
    verzoek = aanvulverzoek(een, mensen.mo, "2014-06-20")
    client = als(mensen.mo)
    assert (namen(client, een.oproep, "?signaal=verlopen"), namen(client, een.oproep, "?signaal=antwoord")) == (
        ["De Linde"], [],
    )  # fmt: skip

    verzoek.antwoord, verzoek.afgesloten_op = een.indieningen.get(), moment("2014-06-25 10:00")
    verzoek.save()
    assert (namen(client, een.oproep, "?signaal=verlopen"), namen(client, een.oproep, "?signaal=antwoord")) == (
        [], ["De Linde"],
    )  # fmt: skip

    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    assert namen(client, een.oproep, "?signaal=antwoord") == []


def test_an_adviser_sees_their_own_and_an_analyst_has_no_such_page(mensen, call, als):
    beuk = call.aanmeldingen.get(organisatie="De Beuk")
    Intakegesprek.objects.create(aanmelding=beuk, adviseur=mensen.ada, moment=timezone.now(), inzending=uuid4())

    assert (namen(als(mensen.ada), call), namen(als(mensen.bo), call)) == (["De Beuk"], [])
    assert als(mensen.ben).get(pad(call)).status_code == 404
    assert als(mensen.ben).get(pad(call, naam="aanmeldingen-excel")).status_code == 404


def _excel(client, call, vraag: str = "") -> list[list]:
    inhoud = client.get(pad(call, vraag, "aanmeldingen-excel")).content
    return CalamineWorkbook.from_filelike(io.BytesIO(inhoud)).get_sheet_by_index(0).to_python()


def test_excel_holds_what_the_screen_shows(mensen, call, als):
    client = als(mensen.mo)
    vraag = "?volgorde=organisatie&signaal=kvk"

    kop, *rijen = _excel(client, call, vraag)

    scherm = client.get(pad(call, vraag)).context
    assert kop == [kolom.label for cel in scherm["cellen"] for kolom in cel]
    assert [rij[0] for rij in rijen] == ["De Eik", "De Linde"]
    assert rijen == [[waarde or "" for cel in cellen for _, waarde in cel] for _, cellen in scherm["regels"]]
    assert client.get(pad(call, "?stand=verzonnen", "aanmeldingen-excel")).status_code == 404


def test_without_the_right_to_see_names_there_are_none(mensen, call, als, monkeypatch):
    zonder = {recht: bereik for recht, bereik in RECHTEN[Rol.MEDEWERKER].items() if recht is not Recht.PERSONEN_ZIEN}
    monkeypatch.setitem(RECHTEN, Rol.MEDEWERKER, zonder)
    client = als(mensen.mo)

    assert "Contactpersoon" not in _excel(client, call)[0]
    assert "Carla Contact" not in client.get(pad(call)).content.decode()
    assert "Carla Contact" in als(mensen.anja).get(pad(call)).content.decode()


def test_pages_are_bounded_and_lead_on(mensen, call, als, monkeypatch):
    monkeypatch.setattr("aanmeldingen.beoordelen.views.lijst.PER_PAGINA", 2)
    client = als(mensen.mo)

    bladzijden = [namen(client, call, f"?pagina={nummer}") for nummer in (1, 2, 3, "x", 10**30)]

    assert bladzijden == [["De Linde", "De Beuk"], ["De Eik"], [], ["De Linde", "De Beuk"], ["De Linde", "De Beuk"]]
    assert lijst_van.PER_PAGINA == 50


def test_it_takes_as_many_queries_for_three_as_for_one(mensen, als, django_assert_num_queries):
    call = roep_op(mensen.mo, plaatsen=0)
    client = als(mensen.mo)
    met_plaats(call, "De Linde")
    client.get(pad(call))

    with django_assert_num_queries(10) as geteld:
        client.get(pad(call))
    met_plaats(call, "De Beuk")
    met_plaats(call, "De Eik")
    with django_assert_num_queries(len(geteld)):
        assert [rij.rang for rij, _ in client.get(pad(call)).context["regels"]] == [1, 2, 3]
