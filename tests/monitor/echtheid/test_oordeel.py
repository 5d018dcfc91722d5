"""An Excel file that came back: genuine by value, and every cell that was changed is named."""

import datetime
import shutil

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mantelzorg.excel.lezer import Foutwaarde, Rij, lees_alles
from mantelzorg.models import Programma
from monitor.echtheid.oordeel import ECHT, GEEN_METING, NIET_ECHT
from monitor.echtheid.vergelijken import in_bladen, vergelijk
from monitor.meten import lezen
from monitor.meten.staten import zet_staat
from monitor.models import Staatsoort
from monitor.rapport import maak_rapport
from monitor.weergave.als_xlsx import als_xlsx
from monitor.weergave.figuur1 import is_kaartbron
from tests.gegevens import dag
from tests.monitor.echtheid.bestanden import (
    CIJFERBLADEN,
    bestand_van,
    bewaar,
    met_libreoffice,
    oordeel,
    open_boek,
)
from tests.monitor.meten.gegevens import OP, controleur, vastgesteld
from tests.monitor.voorbeeld import voorbeeld
from tests.monitor.weergave.xlsx_programmas import GEMAAKT_OP, VANDAAG, vijandig

pytestmark = pytest.mark.django_db


@pytest.fixture
def vaststelling():
    return vastgesteld(voorbeeld())


def _afwijkingen(inhoud, tmp_path, waarden):
    """What is named of a file in which these cells got another value: (sheet, cell) to (there, should be)."""
    boek = open_boek(inhoud)
    for (blad, cel), waarde in waarden.items():
        boek[blad][cel] = waarde
    uitspraak = oordeel(bewaar(boek), tmp_path)
    assert uitspraak.kop == NIET_ECHT
    return {(een.blad, een.cel): (een.staat, een.hoort) for een in uitspraak.verschil.afwijkingen}


def test_as_it_was_made_it_is_genuine(vaststelling, tmp_path):
    uitspraak = oordeel(bestand_van(vaststelling), tmp_path)
    naam = f"{vaststelling.meting.programma.naam}, 2020 nr. 1 (peildatum 30 juni 2020)"
    assert (uitspraak.echt, uitspraak.kop, uitspraak.vaststelling) == (True, ECHT, vaststelling)
    assert uitspraak.uitleg == (f"Het is het rapport van {naam}. Elke cel heeft de waarde die zij hoort te hebben.",)


@pytest.mark.parametrize("maak", [voorbeeld, vijandig])
def test_opened_and_saved_again_by_openpyxl_it_is_still_genuine(tmp_path, maak):
    inhoud = bestand_van(vastgesteld(maak()))
    opnieuw = bewaar(open_boek(inhoud))
    assert opnieuw != inhoud
    assert oordeel(opnieuw, tmp_path).kop == ECHT


@pytest.mark.skipif(shutil.which("soffice") is None, reason="zonder LibreOffice: apt install libreoffice-calc")
def test_opened_and_saved_again_by_libreoffice_it_is_still_genuine(tmp_path):
    inhouden = [bestand_van(vastgesteld(voorbeeld()))]
    Programma.objects.update(slug="eerste")
    inhouden.append(bestand_van(vastgesteld(vijandig())))
    uitspraken = [oordeel(opnieuw, tmp_path) for opnieuw in met_libreoffice(inhouden, tmp_path)]
    assert [(een.verschil.afwijkingen, een.kop) for een in uitspraken] == [([], ECHT)] * 2


def test_a_cell_that_was_changed_is_named_with_what_stands_there_and_what_should(vaststelling, tmp_path):
    definitie = "Aantal lokale pilots dat door het programma is opgestart"
    gevallen = {
        ("Kerncijfers", "C2"): (12, "12", "2"),
        ("Kerncijfers", "C3"): ("1", "1 (tekst)", "1 (getal)"),
        ("Kerncijfers", "C4"): (True, "WAAR", "1"),
        ("Kerncijfers", "C5"): (None, "(leeg)", "0"),
        ("Kerncijfers", "C6"): ("=1-1", "formule =1-1, zonder uitkomst", "0"),
        ("Kerncijfers", "Z99"): ("iets", "iets", "(leeg)"),
        ("Per praktijk", "C2"): ("Ede", "Ede", "Ède"),
        ("Per praktijk", "E2"): (datetime.date(2019, 9, 3), "03-09-2019", "02-09-2019"),
        ("Rapport", "A1"): ("Aantal pilots", "Aantal pilots", definitie),
        ("Codeboek", "A2"): ("anders", "anders", "praktijken.opgestart"),
        ("Verantwoording", "B6"): (2, "2", "1"),
    }
    gevonden = _afwijkingen(bestand_van(vaststelling), tmp_path, {plek: geval[0] for plek, geval in gevallen.items()})
    assert gevonden == {plek: geval[1:] for plek, geval in gevallen.items()}


def test_every_total_is_compared_by_its_formula_and_its_value(vaststelling, tmp_path):
    inhoud = bestand_van(vaststelling)
    rijen = open_boek(inhoud)["Rapport"].iter_rows()
    formules = {("Rapport", cel.coordinate): "=999" for rij in rijen for cel in rij if cel.data_type == "f"}
    gevonden = _afwijkingen(inhoud, tmp_path, formules)
    assert {plek: staat for plek, (staat, _) in gevonden.items()} == dict.fromkeys(
        formules, "formule =999, zonder uitkomst"
    )
    assert len(formules) == 4


def test_every_cell_of_the_figures_that_is_changed_is_found(vaststelling, tmp_path):
    inhoud = bestand_van(vaststelling)
    boek = open_boek(inhoud)
    plekken = {(naam, cel.coordinate): "gewijzigd" for naam in CIJFERBLADEN for rij in boek[naam] for cel in rij}
    assert set(_afwijkingen(inhoud, tmp_path, plekken)) == set(plekken)


WAARDEN = st.one_of(
    st.integers(-9, 999),
    st.text(max_size=5),
    st.booleans(),
    st.floats(-9, 9),
    st.dates(),
    st.builds(Foutwaarde, st.just("#N/A")),
)


def test_any_one_cell_of_the_figures_that_is_changed_is_found_and_no_other(vaststelling, tmp_path):
    pad = tmp_path / "rapport.xlsx"
    pad.write_bytes(bestand_van(vaststelling))
    hoort = in_bladen(lees_alles(pad))
    cellen = [(naam, plek) for naam in CIJFERBLADEN for plek in hoort[naam]]

    @given(st.sampled_from(cellen), WAARDEN)
    def zoek(waar, waarde):
        naam, plek = waar
        assume(type(waarde) is not type(hoort[naam][plek]) or waarde != hoort[naam][plek])
        staat = hoort | {naam: hoort[naam] | {plek: waarde}}
        verschil = vergelijk(_rijen(staat), hoort, is_kaartbron)
        assert [(een.blad, een.cel) for een in verschil.afwijkingen] == [
            (naam, f"{'ABCDEFGHIJ'[plek[1] - 1]}{plek[0]}")
        ]

    zoek()


def _rijen(bladen):
    """As the reader gives them."""
    for naam in bladen:
        yield naam, Rij(nummer=0, cellen=())
    for naam, cellen in bladen.items():
        for (rij, kolom), cel in sorted(cellen.items(), key=lambda paar: paar[0]):
            yield naam, Rij(nummer=rij, cellen=(*[None] * (kolom - 1), cel))


def test_a_sheet_too_many_and_one_too_few_are_named(vaststelling, tmp_path):
    boek = open_boek(bestand_van(vaststelling))
    boek["Elders genoemd"].title = "Elders"
    uitspraak = oordeel(bewaar(boek), tmp_path)
    assert (uitspraak.verschil.extra, uitspraak.verschil.ontbrekend) == (["Elders"], ["Elders genoemd"])


def test_a_seal_that_no_measurement_has_is_not_genuine(vaststelling, tmp_path):
    boek = open_boek(bestand_van(vaststelling))
    plek = next(cel for rij in boek["Verantwoording"].iter_rows() for cel in rij if cel.value == vaststelling.zegel)
    for zegel in ("0" * 64, 12, None):
        plek.value = zegel
        uitspraak = oordeel(bewaar(boek), tmp_path)
        assert (uitspraak.kop, uitspraak.vaststelling) == (NIET_ECHT, None)


def test_the_seal_of_another_measurement_is_told_apart(vaststelling, tmp_path):
    ander = vastgesteld(vaststelling.meting.programma, 2021, "2020-08-31")
    boek = open_boek(bestand_van(vaststelling))
    plek = next(cel for rij in boek["Verantwoording"].iter_rows() for cel in rij if cel.value == vaststelling.zegel)
    plek.value = ander.zegel
    uitspraak = oordeel(bewaar(boek), tmp_path)
    naam = f"{ander.meting.programma.naam}, 2021 nr. 1 (peildatum 31 augustus 2020)"
    assert (uitspraak.vaststelling, uitspraak.uitleg[0]) == (
        ander,
        f"Het zegel hoort bij een andere meting dan waarvan het bestand zegt te zijn: {naam}.",
    )


def test_live_figures_are_no_fixed_measurement(vaststelling, tmp_path):
    live = maak_rapport(vaststelling.meting.programma, dag("2020-06-30"), vandaag=VANDAAG)
    uitspraak = oordeel(als_xlsx(live, gemaakt_op=GEMAAKT_OP, versie="1.2.3"), tmp_path)
    assert (uitspraak.echt, uitspraak.kop) == (False, GEEN_METING)


def test_a_measurement_that_was_tampered_with_vouches_for_nothing(vaststelling, tmp_path):
    inhoud = bestand_van(vaststelling)
    type(vaststelling.meting).objects.filter(pk=vaststelling.meting_id).update(jaar=2021)
    assert oordeel(inhoud, tmp_path).kop == "Niet te zeggen"


def test_of_a_measurement_that_was_withdrawn_it_says_so(vaststelling, tmp_path):
    zet_staat(vaststelling, Staatsoort.INGETROKKEN, reden="Fout.", door=controleur(), op=OP)
    uitspraak = oordeel(bestand_van(vaststelling), tmp_path)
    assert (uitspraak.echt, uitspraak.uitleg[1:]) == (True, ("Let op: deze meting is intussen ingetrokken.",))


def test_made_by_another_version_it_says_that_words_may_differ(vaststelling, tmp_path):
    inhoud = als_xlsx(lezen.rapport(vaststelling), gemaakt_op=GEMAAKT_OP, versie="0.0.9")
    assert oordeel(inhoud, tmp_path).kop == ECHT
    boek = open_boek(inhoud)
    boek["Kerncijfers"]["C2"] = 12
    assert "versie 0.0.9" in oordeel(bewaar(boek), tmp_path).uitleg[1]


@pytest.mark.parametrize(
    "gemaakt_op",
    ["31 februari 2026, 09.30 uur (Europe/Amsterdam)", "gisteren", 12, "1 mei 2019, 09.30 uur (Europe/Amsterdam)"],
)
def test_a_moment_that_cannot_be_is_a_changed_cell(vaststelling, tmp_path, gemaakt_op):
    boek = open_boek(bestand_van(vaststelling))
    plek = next(rij[1] for rij in boek["Toelichting"].iter_rows() if rij[0].value == "Gemaakt op")
    plek.value = gemaakt_op
    gevonden = oordeel(bewaar(boek), tmp_path).verschil.afwijkingen
    assert [(een.blad, een.cel) for een in gevonden] == [("Toelichting", plek.coordinate)]


def test_borders_of_the_map_that_were_loaded_since_change_nothing(vaststelling, tmp_path):
    """Which borders there were is no part of what was fixed."""
    bron = (
        "Kaart: gemeentegrenzen van 2021 in plaats van 2020, CBS/Kadaster, CC BY 4.0, vereenvoudigd; "
        "plaatsen: GeoNames, CC BY 4.0"
    )
    boek = open_boek(bestand_van(vaststelling))
    plek = next(rij[1] for rij in boek["Toelichting"].iter_rows() if rij[0].value == "Bron van de kaart")
    plek.value = bron
    assert oordeel(bewaar(boek), tmp_path).kop == ECHT
    plek.value = f"{bron}; en er zijn 12 praktijken"
    assert oordeel(bewaar(boek), tmp_path).kop == NIET_ECHT


def test_thousands_of_changed_cells_are_cut_off(vaststelling, tmp_path):
    boek = open_boek(bestand_van(vaststelling))
    for rij in range(50, 1200):
        boek["Kerncijfers"].cell(rij, 1, "extra")
    verschil = oordeel(bewaar(boek), tmp_path).verschil
    assert (len(verschil.afwijkingen), verschil.meer) == (500, True)
