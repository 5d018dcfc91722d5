"""The ledger as the office reads it, prints it and opens it in Excel."""

import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.grootboek import PER_PAGINA, Saldo, bladzijde, heel
from aanmeldingen.plaatsen.lezen import stand
from tests.aanmeldingen.plaatsen.plaatsboek import JULI, ontvangen, oproep_met, trek_in, wijs_af

pytestmark = pytest.mark.django_db
ADRES = "/intake/oproep-2014/plaatsen/"


@pytest.fixture
def verhaal(mo):
    """Two places: three came, the first was rejected, the third was offered its place and took it, the fourth waits."""
    oproep = oproep_met(2, door=mo)
    eerste, _, derde, _ = (ontvangen(oproep, f"Zorggroep {naam}") for naam in ("Een", "Twee", "Drie", "Vier"))
    wijs_af(eerste, mo)
    acties.antwoord(aanmelding=derde, ja=True, door=None, op=JULI)
    return oproep


def test_each_line_says_what_was_left_after_it(verhaal):
    gelezen = [
        (een.regel.nummer, een.teken, een.saldo.capaciteit, een.saldo.bezet, een.saldo.aangeboden, een.saldo.vrij)
        for een in heel(verhaal)
    ]

    assert gelezen == [
        (1, "+2", 2, 0, 0, 2),
        (2, "−1", 2, 1, 0, 2 - 1),
        (3, "−1", 2, 2, 0, 2 - 2),
        (4, "0", 2, 2, 0, 0),
        (5, "0", 2, 2, 0, 0),
        (6, "+1", 2, 1, 0, 2 - 1),
        (7, "−1", 2, 1, 1, 2 - 1 - 1),
        (8, "0", 2, 2, 0, 2 - 2),
    ]
    assert sum(een.verschil for een in heel(verhaal)) == stand(verhaal).vrij == 0


def test_who_did_it_is_a_name_for_the_office_and_a_role_on_paper(verhaal):
    assert [(een.wie, een.rol) for een in heel(verhaal)[4:]] == [
        ("de organisatie zelf", "de organisatie zelf"),
        ("Mo de Medewerker", "programmabureau"),
        ("vanzelf", "vanzelf"),
        ("de organisatie zelf", "de organisatie zelf"),
    ]


def test_the_page_shows_numbers_that_the_newest_line_ends_at(als_mo, verhaal):
    pagina = als_mo.get(ADRES).content.decode()

    nu = stand(verhaal)
    laatste = bladzijde(verhaal).regels[0]
    assert laatste.saldo == Saldo(capaciteit=nu.capaciteit, bezet=nu.bezet, aangeboden=nu.aangeboden, wacht=nu.wacht)
    assert "2 − 2 − 0 = 0" in pagina
    assert re.findall(r'<th scope="row" data-kop="Regel" class="cijfer">(\d+)</th>', pagina) == list("87654321")
    assert "Geen zorg." in pagina


def test_it_is_leafed_through_by_the_number_of_a_line_and_the_balance_goes_on(als_mo):
    oproep = oproep_met(PER_PAGINA + 1)
    for _ in range(PER_PAGINA + 1):
        ontvangen(oproep)

    eerste = als_mo.get(ADRES).context["pagina"]
    ouder = als_mo.get(ADRES, {"na": eerste.ouder}).context["pagina"]
    terug = als_mo.get(ADRES, {"voor": ouder.nieuwer}).context["pagina"]

    assert [een.regel.nummer for een in eerste.regels] == list(range(PER_PAGINA + 2, 2, -1))
    assert [(een.regel.nummer, een.saldo.vrij) for een in ouder.regels] == [(2, PER_PAGINA), (1, PER_PAGINA + 1)]
    assert (eerste.ouder, eerste.nieuwer, ouder.ouder, ouder.nieuwer) == (3, None, None, 2)
    assert [een.saldo.vrij for een in terug.regels] == [een.saldo.vrij for een in eerste.regels]


@pytest.mark.parametrize("vraag", ["na=x", "na=-1", "voor=99999999999999", "na=0"])
def test_an_odd_address_is_no_fault(als_mo, verhaal, vraag):
    assert als_mo.get(f"{ADRES}?{vraag}").status_code == 200
    assert stand(verhaal).capaciteit == 2


def test_the_waiting_list_has_ranks_for_each_sector_with_places_of_its_own(als_mo):
    oproep = oproep_met(2, ziekenhuis=1)
    for naam in ("ziekenhuis", "ziekenhuis", "thuiszorg", "thuiszorg", "ggz", "ziekenhuis"):
        ontvangen(oproep, sector_naam=naam)

    rijen = als_mo.get(ADRES).context["wachtlijst"]

    assert [(str(een.regel.sector or "overige"), een.rang, een.regel.aanmelding.nummer) for een in rijen] == [
        ("ziekenhuis", 1, 2),
        ("ziekenhuis", 2, 6),
        ("overige", 1, 4),
        ("overige", 2, 5),
    ]


def test_on_paper_no_person_is_named_and_what_an_applicant_wrote_is_left_out(als_mo, verhaal):
    een = ontvangen(verhaal)
    acties.maak_vrij(aanmelding=een, gebeurtenis="aanmelding ingetrokken", reden="Gerda is ziek.", door=None, op=JULI)

    scherm = als_mo.get(ADRES).content.decode()
    papier = als_mo.get(f"{ADRES}verantwoording/").content.decode().partition("<main")[2]

    assert ("Mo de Medewerker" in scherm, "Gerda is ziek." in scherm) == (True, True)
    assert ("Mo de Medewerker" in papier, "Gerda" in papier) == (False, False)
    assert ("programmabureau" in papier, "Geen zorg." in papier, "Zorggroep Drie" in papier) == (True, True, True)


def test_the_whole_ledger_comes_in_excel_with_real_numbers_and_moments(als_mo, verhaal):
    antwoord = als_mo.get(f"{ADRES}excel/")
    blad = load_workbook(io.BytesIO(antwoord.content)).active
    kop, *rijen = blad.iter_rows(values_only=True)

    assert kop[:4] == ("Regel", "Moment", "Gebeurtenis", "Aanmelding")
    assert len(rijen) == len(heel(verhaal)) == 8
    assert rijen[5] == (
        6, JULI.replace(tzinfo=None), "afgewezen", 1, "Zorggroep Een", None, "bezet", "geen",
        1, 2, 1, 0, 1, 2, 0, None, "Geen zorg.", "programmabureau",
    )  # fmt: skip
    assert "Mo de Medewerker" not in str(rijen)


def queries(client, adres: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as gevraagd:
        assert client.get(adres).status_code == 200
    return len(gevraagd)


@pytest.mark.parametrize("pagina", ["", "verantwoording/", "excel/", "aantal/"])
def test_the_number_of_queries_does_not_grow_with_the_rows(als_mo, mo, pagina):
    oproep = oproep_met(1, door=mo)
    trek_in(ontvangen(oproep))
    for _ in range(2):
        ontvangen(oproep)
    queries(als_mo, ADRES + pagina)
    met_een = queries(als_mo, ADRES + pagina)
    acties.stel_capaciteit(oproep=oproep.pk, plaatsen=3, reden="Meer.", door=mo, op=JULI)
    for _ in range(5):
        ontvangen(oproep)

    assert queries(als_mo, ADRES + pagina) == met_een
