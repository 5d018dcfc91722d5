"""The figures of calls as an indicator: those of each call at the same day, and no name in any fact."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.extra.django import TestCase

from aanmeldingen.models import Oproep
from mantelzorg.toegang import Rol
from monitor.feiten import als_json, uit_json
from monitor.indicatoren.oproep.bron import lees
from monitor.indicatoren.register import indicator
from monitor.oproepen.berekening import bereken
from monitor.oproepen.rapport import maak_rapport
from tests.gegevens import dag, gebruiker
from tests.monitor.oproepen.gegevens import GEHEIM, PERSOON, voorbeeldoproep
from tests.monitor.oproepen.test_gebeurtenissen import BEGIN, Verhaal, gebeurtenissen

pytestmark = pytest.mark.django_db
ZONDER = {"medewerkers": ("streefwaarde", "percentage"), "beslistijd": ("mediaan",), "bijeenkomsten": ("gevuld",)}
"""What whole numbers that add up cannot hold."""
NAMEN = ("sleutel", "naam")


def van_oproep(oproep: Oproep, peildatum: datetime.date) -> dict[str, Any]:
    """The figures of the call itself, with the names of the indicator: rows in which something counts alone."""
    tabellen = maak_rapport(oproep, peildatum, vandaag=peildatum).tabellen
    gevonden: dict[str, Any] = {}
    for tabel in tabellen:
        namen = [figuur.naam for figuur in tabel.figuren]
        rijen = {rij.sleutel: dict(zip(namen, rij.waarden, strict=True)) for rij in tabel.rijen}
        if tabel.naam in ("per_sector", "per_provincie"):
            gevonden[tabel.naam] = {sleutel: rij for sleutel, rij in rijen.items() if any(rij.values())}
        elif not tabel.sleutelnaam:
            weg = ZONDER.get(tabel.naam, ())
            gevonden[tabel.naam] = {naam: getal for naam, getal in rijen[""].items() if naam not in weg}
    return gevonden


def van_indicator(oproep: Oproep, peildatum: datetime.date) -> dict[str, Any]:
    """The same of the programme, with what it has beside them left out."""
    uitkomst = indicator("oproep").uitkomst_nu(oproep.programma, peildatum)
    gevonden = {naam: tabel for naam, tabel in uitkomst.items() if isinstance(tabel, dict) and naam != "oproepen"}
    for naam in ("per_sector", "per_provincie"):
        rijen = {
            rij["sleutel"]: {een: rij[een] for een in rij if een not in ("sleutel", "naam")} for rij in uitkomst[naam]
        }
        gevonden[naam] = {sleutel: rij for sleutel, rij in rijen.items() if any(rij.values())}
    return gevonden


class TestVerhalen(TestCase):
    @settings(max_examples=15, deadline=None)
    @given(stappen=gebeurtenissen)
    def test_of_one_call_its_figures_are_those_of_the_call_on_every_day(self, stappen):
        verhaal = Verhaal()
        for stap in stappen:
            verhaal.gebeurt(*stap)
        for dagen in range(-1, (verhaal.nu - BEGIN).days + 2, 3):
            op = BEGIN.date() + datetime.timedelta(days=dagen)
            assert van_indicator(verhaal.oproep, op) == van_oproep(verhaal.oproep, op), op


@pytest.mark.parametrize("op", ["2014-03-31", "2014-06-15", "2014-06-30", "2014-07-31", "2014-12-31"])
def test_a_call_with_a_bit_of_everything_counts_the_same(op: str):
    oproep = voorbeeldoproep()
    assert van_indicator(oproep, dag(op)) == van_oproep(oproep, dag(op))


def test_two_calls_add_up_and_an_unpublished_one_is_not_there():
    een = voorbeeldoproep()
    ander = voorbeeldoproep("oproep-2015", programma=een.programma)
    stil = voorbeeldoproep("stil", programma=een.programma, gepubliceerd=None)
    op = dag("2014-07-31")
    samen = indicator("oproep").uitkomst_nu(een.programma, op)
    totalen = {oproep.slug: bereken(oproep, op).aanmeldingen.totaal for oproep in (een, ander)}

    assert indicator("oproep").zinnen(indicator("oproep").cijfers(samen)) == (
        "Tot en met 31 juli 2014 kwamen er 10 aanmeldingen binnen, bij 2 oproepen. Toegelaten: 4.",
    )
    assert samen["aanmeldingen"]["totaal"] == sum(totalen.values())
    assert {rij["sleutel"]: rij["aanmeldingen"] for rij in samen["per_oproep"]} == totalen
    assert stil.slug not in {rij["sleutel"] for rij in samen["per_oproep"]}


def test_no_fact_holds_a_name_and_each_is_read_back_as_it_was():
    feiten = lees(voorbeeldoproep().programma)
    for feit in feiten:
        assert uit_json(feit.soort, als_json(feit)) == feit
        assert GEHEIM not in str(als_json(feit))
        assert PERSOON not in str(als_json(feit))
    assert {feit.soort for feit in feiten} == {"oproep", "aanmelding", "bijeenkomst", "belangstelling"}


def test_the_list_of_applications_is_for_who_sees_all_applications(als):
    oproep = voorbeeldoproep()
    vraag = {"programma": oproep.programma.slug, "peildatum": "2014-07-31", "figuur": "uitkomsten.toegelaten"}
    mo, ben = als(gebruiker(Rol.MEDEWERKER)), als(gebruiker(Rol.ANALIST))
    adres = "/monitor/oproep/feiten/"
    antwoord = mo.get(adres, vraag)
    assert [rij.naam for rij in antwoord.context["telt"]] == ["Aanmelding 1", "Aanmelding 2"]
    assert {rij.regel.reden for rij in antwoord.context["niet"]} <= {
        "telt mee bij Ingetrokken", "telt mee bij Aanbod vervallen", "telt mee bij Ontvangen of in behandeling"
    }  # fmt: skip
    vrij = mo.get(adres, vraag | {"figuur": "plaatsen.vrij"}).context["telt"]
    assert [(rij.naam, rij.regel.bij.rpartition("; ")[2]) for rij in vrij] == [
        ("Aanmelding 1", "telt voor −1"),
        ("Aanmelding 2", "telt voor −1"),
        ("Aanmelding 5", "telt voor −1"),
        ("In voor Mantelzorg 2014", "telt voor 3"),
    ]
    assert ben.get(adres, vraag).status_code == 404
    assert "/monitor/oproep/feiten/" not in ben.get("/monitor/oproep/", vraag).content.decode()
    assert GEHEIM not in ben.get("/monitor/oproep/", vraag).content.decode()


@pytest.mark.parametrize("aantal", [1, 3])
def test_reading_takes_as_many_queries_whatever_the_number_of_calls(django_assert_num_queries, aantal):
    programma = voorbeeldoproep().programma
    for nummer in range(aantal - 1):
        voorbeeldoproep(f"nog-{nummer}", programma=programma)
    with django_assert_num_queries(8):
        assert len(list(lees(programma))) >= aantal
