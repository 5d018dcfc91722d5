"""Who has room, and who knows the sector."""

import pytest

from aanmeldingen.belangstelling.adviseurs import Kandidaat, kandidaten
from aanmeldingen.models import Intakegesprek
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import belangstelling, ingediend, moment, sector
from tests.gegevens import adviseurschap, dag, gebruiker, praktijk

pytestmark = pytest.mark.django_db
MEI = moment("2014-05-06 12:00")


def gesprek(aanmelding, adviseur, op):
    return Intakegesprek.objects.create(
        aanmelding=aanmelding, adviseur=adviseur, moment=moment(op), inzending=aanmelding.inzending
    )


def test_each_with_what_they_have_in_hand_now(oproep, ada):
    gebruiker(Rol.ADVISEUR, "Wim Weg", is_active=False)
    gebruiker(Rol.ADVISEUR, "Ed Eerder", einddatum=dag("2014-05-05"))
    lopend = praktijk(oproep.programma, "LOP", start="2014-01-06")
    adviseurschap(lopend, ada)
    adviseurschap(praktijk(oproep.programma, "GEP", start=None), ada)
    adviseurschap(praktijk(oproep.programma, "OUD", start="2013-01-07", eind="2014-05-05"), ada)
    adviseurschap(praktijk(oproep.programma, "WEG", start="2014-01-06"), ada, tot_en_met="2014-05-05")
    belangstelling(oproep, adviseur=ada)
    belangstelling(
        oproep, adviseur=ada, vervolg="geen belangstelling meer", vervolg_op=dag("2014-05-01"), sector_naam="ggz"
    )
    gesprek(ingediend(oproep), ada, "2014-05-06 12:00")
    gesprek(ingediend(oproep), ada, "2014-05-06 11:59")

    gevonden = kandidaten(sector("ziekenhuis"), MEI)

    assert gevonden == (Kandidaat(user=ada, praktijken=2, belangstellingen=1, gesprekken=1, ervaring=1),)
    assert gevonden[0].omschrijving == (
        "Ada Adviseur: nu 2 praktijken, 1 open belangstelling, 1 gesprek; eerder in deze sector: 1"
    )


def test_who_has_least_comes_first_then_who_knows_the_sector_then_by_name(oproep, ada, bo):
    cis = gebruiker(Rol.ADVISEUR, "Cis Collega")
    dik = gebruiker(Rol.ADVISEUR, "Dik Druk")
    adviseurschap(praktijk(oproep.programma, "DRU", start="2014-01-06"), dik)
    belangstelling(oproep, adviseur=cis, vervolg="geen belangstelling meer", vervolg_op=dag("2014-05-01"))

    assert [een.user for een in kandidaten(sector("ziekenhuis"), MEI)] == [cis, ada, bo, dik]
    assert [een.user for een in kandidaten(sector("ggz"), MEI)] == [ada, bo, cis, dik]
    assert [een.user for een in kandidaten(None, MEI)] == [ada, bo, cis, dik]


@pytest.mark.parametrize("aantal", [1, 3])
def test_it_costs_the_same_queries_for_one_and_for_three(oproep, aantal, django_assert_num_queries):
    for nummer in range(aantal):
        belangstelling(oproep, adviseur=gebruiker(Rol.ADVISEUR, f"Adviseur {nummer}"))

    ziekenhuis = sector("ziekenhuis")
    with django_assert_num_queries(7):
        kandidaten(ziekenhuis, MEI)
