"""Importing an Excel file and downloading it again, in a browser."""

from pathlib import Path

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import Page

from deelnemers.models import Deelnemer, NamenUitvoer
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Praktijk
from tests.praktijken.uitwisseling.bestanden import Bladen, dag, klein, schrijf, voer_in

pytestmark = pytest.mark.browser
LANG = "Hoe zorgen wij samen, met familie, buren en vrijwilligers, dat niemand er alleen voor staat? " * 5


def nieuw() -> Bladen:
    """What is uploaded: another name, an emptied e-mail address, a long question, a person more, an odd date."""
    bladen = klein()
    bladen["Praktijken"][1][1] = "Arnhem-Noord"
    bladen["Praktijken"][1][7] = "ada@voorbeeld.example"
    bladen["Ontwerpvragen"].append(["EDE", 1, LANG, "w" * 120, dag("2020-01-01"), None])
    bladen["Organisaties"][1][2] = "Arnhem"
    bladen["Deelnemers"][1][2] = None
    bladen["Deelnemers"].append(["D3", "Nel", None, None, None, None, "EDE", dag("2019-09-01"), None])
    return bladen


def met_fouten() -> Bladen:
    bladen = nieuw()
    bladen["Praktijken"][1][3] = "31-02-2020"
    bladen["Deelnemers"][3][6] = "X" * 100
    return bladen


@pytest.fixture
def mo(pagina_als, stamgegevens) -> Page:  # noqa: ARG001  # asked for its effect
    """The page of a medewerker, where a programme stands already and another one shares an organisation."""
    assert voer_in(klein()).fouten == []
    ander = klein()
    ander["Programma"][1][:2] = ["ander", "Het andere programma"]
    assert voer_in(ander).fouten == []
    return pagina_als(Rol.MEDEWERKER)


def kies(pagina: Page, bladen: Bladen, pad: Path) -> None:
    pagina.goto(reverse("praktijken:gegevens"))
    pagina.locator("#id_bestand").set_input_files(schrijf(bladen, pad))
    pagina.get_by_role("button", name="Bestand bekijken").click()
    werk(pagina)


def werk(pagina: Page) -> None:
    """The worker does what waits; the page finds out by itself."""
    pagina.get_by_role("progressbar").wait_for()
    werk_af()
    pagina.locator("#stand").wait_for(state="detached")


def test_a_file_with_errors_is_corrected_confirmed_and_undone(mo: Page, controleer, tmp_path: Path) -> None:
    kies(mo, met_fouten(), tmp_path / "programma.xlsx")
    fouten = mo.get_by_role("region", name="Fouten per cel").get_by_role("row")
    assert [rij.get_by_role("cell").all_inner_texts()[:3] for rij in fouten.all()[1:]] == [
        ["Praktijken", "2", "startdatum"],
        ["Deelnemers", "4", "praktijk"],
    ]
    controleer(mo, "import-fouten")
    with mo.expect_download() as wacht:
        mo.get_by_role("button", name="Bestand met fouten downloaden").click()
    assert wacht.value.suggested_filename == "programma-met-fouten.xlsx"
    wacht.value.save_as(tmp_path / "met-fouten.xlsx")
    verbeter(tmp_path / "met-fouten.xlsx", tmp_path / "verbeterd.xlsx")

    mo.goto(reverse("praktijken:gegevens"))
    mo.locator("#id_bestand").set_input_files(tmp_path / "verbeterd.xlsx")
    mo.get_by_role("button", name="Bestand bekijken").click()
    werk(mo)
    assert "nog niets bewaard" in mo.inner_text("main")
    controleer(mo, "import-voorbeeld")
    assert Praktijk.objects.filter(naam="Arnhem-Noord").count() == 0
    mo.get_by_role("button", name="Bevestigen en bewaren").click()
    mo.get_by_role("progressbar").wait_for()
    controleer(mo, "import-bezig")
    werk(mo)
    assert "Het bestand is geïmporteerd" in mo.inner_text("main")
    controleer(mo, "import-klaar")
    assert Praktijk.objects.get(naam="Arnhem-Noord").programma.slug == "thuis"
    assert Deelname.objects.filter(deelnemer__nummer="D3").count() == 1

    maak_ongedaan(mo, controleer)
    assert "Alles staat weer zoals ervoor." in mo.inner_text("main")
    controleer(mo, "import-ongedaan")
    assert [Praktijk.objects.filter(naam="Arnhem-Noord").count(), Deelname.objects.count()] == [0, 4]
    mo.goto(reverse("praktijken:gegevens"))
    rijen = mo.get_by_role("region", name="Alle imports").get_by_role("row").all()[1:]
    assert [rij.get_by_role("cell").last.inner_text() for rij in rijen] == ["ongedaan gemaakt", "heeft fouten"]
    controleer(mo, "import-gegevens")


def verbeter(fout: Path, pad: Path) -> None:
    """What a person does in Excel: read the column, and correct the cells."""
    boek = load_workbook(fout)
    assert boek["Praktijken"]["I1"].value == boek["Deelnemers"]["J1"].value == "Fouten (importeren)"
    assert "startdatum" in boek["Praktijken"]["I2"].value
    boek["Praktijken"]["D2"], boek["Deelnemers"]["G4"] = "02-09-2019", "EDE"
    boek.save(pad)


def maak_ongedaan(pagina: Page, controleer) -> None:
    """First refused, for a colleague built on it; then not any more."""
    pagina.get_by_role("link", name="Import ongedaan maken").click()
    controleer(pagina, "import-ongedaan-vraag")
    nel = Deelnemer.objects.get(nummer="D3")
    ede = Praktijk.objects.get(naam="Ede", programma__slug="thuis")
    deelname = Deelname.objects.create(deelnemer=nel, praktijk=ede, vanaf="2020-05-01")
    pagina.get_by_role("button", name="Hele import ongedaan maken").click()
    werk(pagina)
    assert "Dit staat in de weg: " in " ".join(pagina.inner_text("main").split())
    assert pagina.get_by_role("link", name="deelname D3 in Ede").count() == 1
    controleer(pagina, "import-vervolg")
    deelname.delete()
    pagina.get_by_role("link", name="Import ongedaan maken").click()
    pagina.get_by_role("button", name="Hele import ongedaan maken").click()
    werk(pagina)


def test_a_programme_is_downloaded_and_thrown_away_again(mo: Page, controleer, tmp_path: Path) -> None:
    mo.goto(reverse("praktijken:gegevens"))
    mo.locator("#id_programma").select_option("thuis")
    with mo.expect_download() as wacht:
        mo.get_by_role("button", name="Downloaden").click()
    wacht.value.save_as(tmp_path / "terug.xlsx")
    assert [rij[1] for rij in load_workbook(tmp_path / "terug.xlsx")["Deelnemers"].values] == ["naam", "Fatma", "Wim"]
    assert NamenUitvoer.objects.get().aantal_personen == 2
    mo.locator("#id_bestand").set_input_files(tmp_path / "terug.xlsx")
    mo.get_by_role("button", name="Bestand bekijken").click()
    werk(mo)
    assert "Er verandert niets" in mo.inner_text("main")
    controleer(mo, "import-niets")
    mo.get_by_role("button", name="Bestand weggooien").click()
    assert "weggegooid" in mo.inner_text("main")


def test_without_a_file_the_field_says_so(mo: Page, controleer) -> None:
    mo.goto(reverse("praktijken:gegevens"))
    mo.locator("form[enctype]").evaluate("formulier => formulier.noValidate = true")
    mo.get_by_role("button", name="Bestand bekijken").click()
    assert "Kies eerst een Excelbestand." in mo.inner_text("main")
    controleer(mo, "import-geen-bestand")


def test_a_file_that_is_no_excel_file_is_told(mo: Page, controleer, tmp_path: Path) -> None:
    (tmp_path / "programma.xlsx").write_bytes(b"MZ" + bytes(500))
    mo.goto(reverse("praktijken:gegevens"))
    mo.locator("#id_bestand").set_input_files(tmp_path / "programma.xlsx")
    mo.get_by_role("button", name="Bestand bekijken").click()
    werk(mo)
    assert "Het bestand is geen Excelbestand (.xlsx)." in mo.inner_text("main")
    controleer(mo, "import-onleesbaar")
