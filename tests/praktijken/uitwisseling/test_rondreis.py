"""Any file in the form of the import comes in, is counted as an outsider would, and comes out as it went in."""

import datetime
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as proef
from openpyxl import load_workbook

from mantelzorg.excel.lezer import lees
from mantelzorg.models import Programma
from monitor.berekening import bereken
from monitor.weergave.als_json import als_json
from praktijken.bladen import BLADEN
from praktijken.models import Voortgang
from praktijken.uitwisseling.exporteren import leeg_werkboek, werkboek_van
from praktijken.uitwisseling.importeren import Opdracht, Wijze, importeer
from praktijken.uitwisseling.lezen import uit_bestand
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Verslag
from tests.praktijken.demonstratie.telling import als_rijen, tel
from tests.praktijken.uitwisseling.bestanden import VANDAAG, Bladen, klein, schrijf, tellingen, voer_in
from tests.praktijken.uitwisseling.verzinsels import BEGIN, programmas

REFERENTIE = Path(settings.BASE_DIR).parent / "shared" / "data" / "in-voor-mantelzorg-thuis-2020.xlsx"
pytestmark = pytest.mark.django_db
rustig = proef(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@contextmanager
def weer_leeg() -> Iterator[None]:
    """A database that forgets: each example of a property starts from nothing."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def lees_in(pad: Path, wijze: Wijze = Wijze.BEWAAR) -> Verslag:
    herkomst = Herkomst(gebruiker=None, reden="proef van een test")
    return importeer(Opdracht(bron=uit_bestand(pad), vandaag=VANDAAG, herkomst=herkomst, wijze=wijze))


def figuren(slug: str, peildatum: datetime.date) -> dict[str, object]:
    return json.loads(als_json(bereken(Programma.objects.get(slug=slug), peildatum)))


def veranderd(verslag: Verslag) -> dict[str, tuple[int, int]]:
    return {
        soort: (nieuw, gewijzigd) for soort, (nieuw, gewijzigd, _) in tellingen(verslag).items() if nieuw or gewijzigd
    }


@rustig
@given(bladen=programmas())
def test_a_random_file_is_counted_as_by_hand_and_comes_back_unchanged(bladen: Bladen, tmp_path: Path) -> None:
    with weer_leeg():
        verslag = lees_in(schrijf(bladen, tmp_path / "verzonnen.xlsx"))
        assert [str(fout) for fout in verslag.fouten] == []
        for na in (0, 3, 6, 9, 12, 30):
            peildatum = BEGIN + datetime.timedelta(days=na)
            assert figuren("verzonnen", peildatum) == tel(als_rijen(bladen), peildatum)
        assert veranderd(lees_in(tmp_path / "verzonnen.xlsx")) == {}
        uit = tmp_path / "uit.xlsx"
        uit.write_bytes(werkboek_van(Programma.objects.get(), VANDAAG).inhoud)
        terug = lees_in(uit)
        assert [str(fout) for fout in terug.fouten] == []
        assert veranderd(terug) == {}


@pytest.mark.skipif(not REFERENTIE.exists(), reason="de gedeelde map staat niet naast deze checkout")
def test_the_reference_file_goes_in_twice_and_gives_the_published_figures() -> None:
    eerste = lees_in(REFERENTIE)
    assert tellingen(eerste) == {
        "accounts": (4, 0, 0),
        "thema's": (5, 0, 0),
        "programma": (1, 0, 0),
        "prangende vragen": (3, 0, 0),
        "organisatietypen": (14, 0, 0),
        "organisaties": (76, 0, 0),
        "praktijken": (11, 0, 0),
        "ontwerpvragen": (35, 0, 0),
        "experimenten": (47, 0, 0),
        "voortgang": (70, 0, 0),
        "praktijkpartners": (76, 0, 0),
        "deelnemers": (171, 0, 0),
        "deelnames": (172, 0, 0),
    }
    assert veranderd(lees_in(REFERENTIE)) == {}
    werkboek = load_workbook(REFERENTIE)
    bladen = {
        naam: [list(rij) for rij in werkboek[naam].iter_rows(values_only=True)] for naam in werkboek.sheetnames[1:]
    }
    peildatum = datetime.date(2020, 6, 30)
    assert figuren("in-voor-mantelzorg-thuis", peildatum) == tel(als_rijen(bladen), peildatum)


def test_a_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    bladen = klein()
    bladen["Voortgang"][1][4] = "=HYPERLINK(1)"
    voer_in(bladen)
    pad = tmp_path / "uit.xlsx"
    pad.write_bytes(werkboek_van(Programma.objects.get(), VANDAAG).inhoud)
    cel = load_workbook(pad)["Voortgang"]["E2"]
    assert (cel.value, cel.data_type) == ("=HYPERLINK(1)", "s")
    assert veranderd(lees_in(pad)) == {}


def test_two_equal_reports_are_downloaded_once_so_that_the_file_can_be_uploaded(tmp_path: Path) -> None:
    voer_in(klein())
    eerste = Voortgang.objects.get()
    Voortgang.objects.create(experiment=eerste.experiment, datum=eerste.datum, fase=eerste.fase, verslag=eerste.verslag)
    pad = tmp_path / "uit.xlsx"
    pad.write_bytes(werkboek_van(Programma.objects.get(), VANDAAG).inhoud)
    verslag = lees_in(pad)
    assert (verslag.fouten, veranderd(verslag)) == ([], {})


def test_the_empty_file_has_every_column_lists_to_choose_from_and_no_rows(tmp_path: Path) -> None:
    pad = tmp_path / "leeg.xlsx"
    pad.write_bytes(leeg_werkboek().inhoud)
    rijen = list(lees(pad, [blad.naam for blad in BLADEN]))
    assert [(naam, rij.nummer, rij.cellen) for naam, rij in rijen] == [
        (blad.naam, 1, tuple(kolom.kop for kolom in blad.kolommen)) for blad in BLADEN
    ]
    werkboek = load_workbook(pad)
    lijsten = {
        (naam, str(lijst.sqref)): lijst.formula1
        for naam in werkboek.sheetnames
        for lijst in werkboek[naam].data_validations.dataValidation
    }
    assert lijsten["Praktijken", "J2:J5000"] == '"afgerond,voortijdig gestopt,samengevoegd"'
    assert lijsten["Organisatietypen", "C2:C5000"] == '"ja,nee"'
    assert lijsten["Deelnemers", "G2:G5000"] == "'Praktijken'!$A$2:$A$5000"
    assert lijsten["Voortgang", "A2:A5000"] == "'Experimenten'!$C$2:$C$5000"
