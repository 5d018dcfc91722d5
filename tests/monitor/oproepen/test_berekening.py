"""What each figure of a call counts at a day: docs/oproepcijfers.md, by example."""

import datetime

import pytest

from aanmeldingen.models import Aanmelding, Besluitsoort, Gebeurtenis, Oproep, Partnersoort, Plaatsstand
from aanmeldingen.plaatsen import lezen
from mantelzorg.models import Gemeente
from monitor.oproepen.berekening import bereken, beslistijd, bijeenkomsten, procent, uitkomst
from monitor.oproepen.bron import Aanmeldrij, Bijeenkomstrij, einde_van
from monitor.oproepen.cijfers import (
    Aanmeldingen,
    Belangstelling,
    Beslistijd,
    Bijeenkomsten,
    Dagaantal,
    Medewerkers,
    Plaatsen,
    Sectoraantal,
    Uitkomst,
)
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import ingediend
from tests.gegevens import dag
from tests.monitor.oproepen.gegevens import besluit, capaciteit, kantoor, partner, regel, voorbeeldoproep

pytestmark = pytest.mark.django_db


def uitkomsten(oproep: Oproep, peildatum: str) -> dict[str, int]:
    """The outcomes that occur, by their key."""
    geteld = bereken(oproep, dag(peildatum)).uitkomsten
    return {soort.value: aantal for soort, aantal in geteld.items() if aantal}


def aanmeldrij(**velden: object) -> Aanmeldrij:
    gewoon = {
        "sector": "ggz", "provincie": "Gelderland", "ontvangen": dag("2014-06-02"), "medewerkers": 5,
        "sectoroverstijgend": False, "ingetrokken": False, "besluit": "", "plaatsstand": "bezet",
        "gebeurtenis": Gebeurtenis.AANMELDING, "eerste_besluit": None,
    }  # fmt: skip
    return Aanmeldrij(**gewoon | velden)


def test_all_figures_after_the_call():
    cijfers = bereken(voorbeeldoproep(), dag("2014-07-31"))

    assert (cijfers.opent, cijfers.sluit) == (dag("2014-04-01"), dag("2014-06-30"))
    assert cijfers.aanmeldingen == Aanmeldingen(totaal=5, sectoroverstijgend=2)
    assert cijfers.uitkomsten == {
        Uitkomst.INGETROKKEN: 1,
        Uitkomst.TOEGELATEN: 2,
        Uitkomst.AFGEWEZEN: 0,
        Uitkomst.PLAATS_AANGEBODEN: 0,
        Uitkomst.AANBOD_VERVALLEN: 1,
        Uitkomst.WACHTLIJST: 0,
        Uitkomst.IN_BEHANDELING: 1,
    }
    assert cijfers.plaatsen == Plaatsen(
        capaciteit=3, bezet=3, bevestigd=2, aangeboden=0, vrij=3 - 3 - 0, wachtend=0, kandidaten=0
    )
    assert cijfers.medewerkers == Medewerkers(
        streefwaarde=200, toegelaten=25 + 30, percentage=28, alle_aanmeldingen=25 + 30 + 50 + 40 + 10
    )
    assert cijfers.beslistijd == Beslistijd(aantal=2, mediaan=(20 + 99) / 2, kortste=20, langste=99)
    assert cijfers.bijeenkomsten == Bijeenkomsten(
        gehouden=2, capaciteit=8 + 20, ingeschreven=3 + 1, presentie_bekend=1,
        aanwezig=2 + 1, niet_gekomen=1, aan_de_deur=1, gevuld=38,
    )  # fmt: skip
    assert cijfers.belangstelling == Belangstelling(ontvangen=2, bereikt=1, aangemeld=1)
    assert cijfers.per_sector == (
        Sectoraantal(naam="ggz", aantal=2, sectoroverstijgend=2),
        Sectoraantal(naam="thuiszorg", aantal=2, sectoroverstijgend=0),
        Sectoraantal(naam="ziekenhuis", aantal=1, sectoroverstijgend=0),
    )
    assert [(p.naam, p.aantal) for p in cijfers.per_provincie][:3] == [
        ("Gelderland", 4),
        ("Noord-Holland", 1),
        ("Drenthe", 0),
    ]
    assert len(cijfers.per_provincie) == 12
    assert cijfers.per_dag == (
        Dagaantal(dag=dag("2014-04-01"), aantal=0, totaal=0),
        Dagaantal(dag=dag("2014-04-02"), aantal=2, totaal=2),
        Dagaantal(dag=dag("2014-05-15"), aantal=1, totaal=3),
        Dagaantal(dag=dag("2014-06-03"), aantal=1, totaal=4),
        Dagaantal(dag=dag("2014-06-30"), aantal=1, totaal=5),
    )


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        ("2014-04-01", {}),
        ("2014-04-21", {"in_behandeling": 2}),
        ("2014-04-22", {"in_behandeling": 1, "afgewezen": 1}),
        ("2014-05-01", {"in_behandeling": 1, "toegelaten": 1}),
        ("2014-06-09", {"in_behandeling": 3, "toegelaten": 1}),
        ("2014-06-10", {"in_behandeling": 2, "toegelaten": 1, "ingetrokken": 1}),
        ("2014-06-30", {"in_behandeling": 2, "toegelaten": 1, "ingetrokken": 1, "wachtlijst": 1}),
        ("2014-07-12", {"in_behandeling": 1, "toegelaten": 2, "ingetrokken": 1, "plaats_aangeboden": 1}),
        ("2014-07-20", {"in_behandeling": 1, "toegelaten": 2, "ingetrokken": 1, "aanbod_vervallen": 1}),
    ],
)
def test_each_outcome_counts_from_the_day_it_came(peildatum, verwacht):
    assert uitkomsten(voorbeeldoproep(), peildatum) == verwacht


@pytest.mark.parametrize(
    ("peildatum", "verwacht"),
    [
        ("2014-03-19", (None, 0, 0, None, 0)),
        ("2014-03-20", (3, 0, 0, 3, 0)),
        ("2014-04-02", (3, 2, 0, 1, 0)),
        ("2014-04-22", (3, 1, 0, 2, 0)),
        ("2014-06-30", (3, 3, 0, 0, 1)),
        ("2014-07-12", (3, 3, 1, -1, 0)),
        ("2014-07-20", (3, 3, 0, 0, 0)),
    ],
)
def test_places_are_what_the_ledger_adds_up_to_on_the_day(peildatum, verwacht):
    plaatsen = bereken(voorbeeldoproep(), dag(peildatum)).plaatsen

    gevonden = (plaatsen.capaciteit, plaatsen.bezet, plaatsen.aangeboden, plaatsen.vrij, plaatsen.wachtend)
    assert gevonden == verwacht


def test_places_say_what_the_office_reads_in_the_ledger():
    oproep = voorbeeldoproep()
    boek = lezen.stand(oproep)

    plaatsen = bereken(oproep, dag("2014-12-31")).plaatsen

    assert (plaatsen.bezet, plaatsen.bevestigd, plaatsen.vrij) == (boek.bezet, boek.bevestigd, boek.vrij)


def test_before_anything_there_is_no_data_where_it_is_not_zero():
    oproep = gegevens.oproep()

    cijfers = bereken(oproep, dag("2014-03-01"))

    assert cijfers.medewerkers == Medewerkers(streefwaarde=None, toegelaten=0, percentage=None, alle_aanmeldingen=0)
    assert cijfers.beslistijd == Beslistijd(aantal=0, mediaan=None, kortste=None, langste=None)
    assert cijfers.bijeenkomsten == Bijeenkomsten(
        gehouden=0, capaciteit=None, ingeschreven=None, presentie_bekend=0,
        aanwezig=None, niet_gekomen=None, aan_de_deur=None, gevuld=None,
    )  # fmt: skip
    assert (cijfers.plaatsen.capaciteit, cijfers.plaatsen.vrij, cijfers.plaatsen.bezet) == (None, None, 0)
    assert cijfers.per_dag == ()
    assert cijfers.per_sector == (Sectoraantal(naam="thuiszorg", aantal=0, sectoroverstijgend=0),)


def test_a_day_ends_at_midnight_in_amsterdam():
    oproep = gegevens.oproep()
    ingediend(oproep, op="2014-06-30 23:59")
    ingediend(oproep, op="2014-07-01 00:00")

    assert [bereken(oproep, dag(op)).aanmeldingen.totaal for op in ("2014-06-29", "2014-06-30", "2014-07-01")] == [
        0,
        1,
        2,
    ]


def test_a_draft_counts_nowhere():
    oproep = gegevens.oproep()
    gegevens.aanmelding(oproep)

    assert bereken(oproep, dag("2014-06-30")).aanmeldingen.totaal == 0


def test_of_what_holds_at_once_the_first_counts():
    toegelaten, afgewezen = {"besluit": Besluitsoort.TOELATEN}, {"besluit": Besluitsoort.AFWIJZEN}
    vervallen = {"plaatsstand": Plaatsstand.GEEN, "gebeurtenis": Gebeurtenis.AFGESLAGEN}

    assert [
        uitkomst(aanmeldrij(**velden))
        for velden in (
            toegelaten | {"ingetrokken": True},
            toegelaten,
            afgewezen | {"plaatsstand": Plaatsstand.WACHT},
            {"plaatsstand": Plaatsstand.AANGEBODEN},
            vervallen,
            vervallen | {"plaatsstand": Plaatsstand.WACHT},
            {"plaatsstand": Plaatsstand.WACHT},
            {"plaatsstand": Plaatsstand.KANDIDAAT},
            {"plaatsstand": "", "gebeurtenis": ""},
        )
    ] == [
        Uitkomst.INGETROKKEN,
        Uitkomst.TOEGELATEN,
        Uitkomst.AFGEWEZEN,
        Uitkomst.PLAATS_AANGEBODEN,
        Uitkomst.AANBOD_VERVALLEN,
        Uitkomst.AANBOD_VERVALLEN,
        Uitkomst.WACHTLIJST,
        Uitkomst.IN_BEHANDELING,
        Uitkomst.IN_BEHANDELING,
    ]


def test_a_proposal_that_nobody_confirmed_is_no_decision():
    oproep, (door, _) = gegevens.oproep(), kantoor()
    gegevens.besluit(ingediend(oproep), Besluitsoort.AFWIJZEN, door, None)

    assert uitkomsten(oproep, "2014-12-31") == {"in_behandeling": 1}
    assert bereken(oproep, dag("2014-12-31")).beslistijd.aantal == 0


def test_only_a_welfare_organisation_or_a_municipality_as_partner_makes_it_cross_sector():
    oproep = gegevens.oproep()
    for soort in Partnersoort:
        partner(ingediend(oproep), soort)
    ingediend(oproep).sectoren.set([gegevens.sector("thuiszorg")])  # its own

    assert bereken(oproep, dag("2014-12-31")).aanmeldingen == Aanmeldingen(totaal=3 + 1, sectoroverstijgend=2)


def test_a_sector_taken_off_the_call_stays_with_its_applications():
    oproep = gegevens.oproep(sectoren=("ggz",))
    ingediend(oproep, sector_naam="thuiszorg")

    assert [(een.naam, een.aantal) for een in bereken(oproep, dag("2014-12-31")).per_sector] == [
        ("thuiszorg", 1),
        ("ggz", 0),
    ]


def test_a_municipality_counts_for_the_province_it_lay_in_and_one_without_is_not_known():
    oproep = gegevens.oproep()
    ingediend(oproep, gemeente=Gemeente.objects.get(code="GM1684"))  # Cuijk, until 2022
    ingediend(oproep, gemeente=Gemeente.objects.create(code="GM9999", naam="Verweg"))

    per_provincie = bereken(oproep, dag("2022-01-01")).per_provincie

    assert [(een.naam, een.aantal) for een in per_provincie if een.aantal] == [("Noord-Brabant", 1), ("onbekend", 1)]
    assert per_provincie[-1].naam == "onbekend"
    assert len(per_provincie) == 12 + 1


def test_the_time_to_a_decision_is_from_day_to_day_and_the_median_may_be_a_half():
    rijen = [aanmeldrij(eerste_besluit=dag("2014-06-02") + datetime.timedelta(days=n)) for n in (0, 4, 7, 30)]

    assert beslistijd([*rijen, aanmeldrij()]) == Beslistijd(aantal=4, mediaan=5.5, kortste=0, langste=30)
    assert beslistijd(rijen[:3]) == Beslistijd(aantal=3, mediaan=4, kortste=0, langste=7)


def test_a_meeting_without_a_list_of_who_came_says_nothing_of_coming():
    zonder = Bijeenkomstrij(capaciteit=10, ingeschreven=6, aanwezig=0, niet_gekomen=0, aan_de_deur=0)
    met = Bijeenkomstrij(capaciteit=3, ingeschreven=3, aanwezig=4, niet_gekomen=0, aan_de_deur=1)

    assert bijeenkomsten([zonder]).gevuld is None
    assert bijeenkomsten([zonder, met]) == Bijeenkomsten(
        gehouden=2, capaciteit=13, ingeschreven=9, presentie_bekend=1,
        aanwezig=4, niet_gekomen=0, aan_de_deur=1, gevuld=133,
    )  # fmt: skip


@pytest.mark.parametrize(("deel", "geheel", "verwacht"), [(0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (3, 2, 150)])
def test_percents_are_whole_and_a_half_goes_up(deel, geheel, verwacht):
    assert procent(deel, geheel) == verwacht


@pytest.mark.parametrize("peildatum", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_too(peildatum):
    oproep = voorbeeldoproep()

    assert bereken(oproep, dag(peildatum)).aanmeldingen.totaal == (5 if peildatum > "2014" else 0)


def test_what_is_dated_on_the_next_day_does_not_count_yet():
    assert einde_van(dag("2014-06-30")).isoformat() == "2014-07-01T00:00:00+02:00"


def test_a_place_that_is_lowered_away_leaves_fewer_than_none_free():
    oproep = voorbeeldoproep()
    capaciteit(oproep, -2, "2014-08-01 09:00")

    plaatsen = bereken(oproep, dag("2014-08-01")).plaatsen

    assert (plaatsen.capaciteit, plaatsen.bezet, plaatsen.vrij) == (3 - 2, 3, 1 - 3)


def test_a_reversal_keeps_the_days_that_were_before_it():
    oproep, door = gegevens.oproep(), kantoor()
    een = ingediend(oproep)
    regel(een, Plaatsstand.BEZET, Gebeurtenis.AANMELDING, "2014-06-02 10:00")
    eerst = besluit(een, Besluitsoort.TOELATEN, door, "2014-06-10 10:00")
    ervoor = bereken(oproep, dag("2014-06-30"))

    besluit(een, Besluitsoort.AFWIJZEN, door, "2014-07-01 00:00", vervangt=eerst)
    Aanmelding.objects.filter(pk=een.pk).update(ingetrokken_op=gegevens.moment("2014-07-02 00:00"))

    assert bereken(oproep, dag("2014-06-30")) == ervoor
    assert uitkomsten(oproep, "2014-07-01") == {"afgewezen": 1}
    assert uitkomsten(oproep, "2014-07-02") == {"ingetrokken": 1}
