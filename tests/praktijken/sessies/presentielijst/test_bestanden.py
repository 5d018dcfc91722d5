"""A list in a file: read by its content; what is no list is told, and what was pasted stays."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.praktijken.leeshtml import gelezen
from tests.praktijken.sessies.presentielijst.lijsten import controle


def werkboek(*rijen):
    boek, uit = Workbook(), BytesIO()
    boek.active.title = "Aanmeldingen 1 juni"
    for rij in rijen:
        boek.active.append(rij)
    boek.create_sheet("Ander blad").append(["Iemand Anders"])
    boek.save(uit)
    return uit.getvalue()


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("lijst.xlsx", werkboek([None, "E-mail", "Naam", 3], [1, "nienke@nieuw.example", "Nienke Nieuw", 12.5])),
        ("lijst.csv", "Naam;E-mail\r\nNiénke Nieuw;nienke@nieuw.example".encode("cp1252")),
        ("lijst.txt", "Nienke Nieuw <nienke@nieuw.example>".encode("utf-16")),
        ("lijst.exe", "\ufeffNienke Nieuw;;nienke@nieuw.example".encode()),
    ],
)
def test_a_list_in_a_file_is_read_by_its_content(als, tafel, naam, inhoud):
    _, data = controle(als(tafel.ada), tafel.sessie, "Gerda de Groot", bestand=SimpleUploadedFile(naam, inhoud))

    assert data["rij0-lijstnaam"] == ["Gerda de Groot"]
    assert (data["rij1-lijstnaam"][0].replace("é", "e"), data["rij1-lijstemail"]) == (
        "Nienke Nieuw",
        ["nienke@nieuw.example"],
    )


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"MZ\x90\x00\x03\x00\x00\x00" * 50, "Dit bestand is geen Excelbestand (.xlsx) en geen tekst"),
        (b"PK\x03\x04" + b"\x00" * 200, "Het bestand is beschadigd"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 200, "Dit is een oud Excelbestand (.xls)."),
        (b"x" * (50 * 1024 * 1024), "Dit bestand is groter dan 10 MB."),
        (b"", "Op deze lijst staat niemand."),
        (werkboek(), "Op deze lijst staat niemand."),
    ],
    ids=["exe", "kapot", "xls", "50-MB", "leeg", "leeg-werkboek"],
)
def test_a_file_that_is_no_list_is_told_and_what_was_pasted_stays(als, tafel, inhoud, melding):
    tekst = "" if "niemand" in melding else "Nienke Nieuw"

    antwoord, data = controle(als(tafel.ada), tafel.sessie, tekst, bestand=SimpleUploadedFile("lijst.xlsx", inhoud))

    assert melding in gelezen(antwoord).tekst
    assert data["tekst"] == [tekst]
