"""Workbooks made by hand, byte for byte, good ones and bad ones."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from mantelzorg.excel.lezer import OnleesbaarBestand, lees

SML = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

BLAD_1 = "xl/worksheets/sheet1.xml"
STIJLEN = (
    f'<styleSheet xmlns="{SML}"><numFmts><numFmt numFmtId="170" formatCode="[h]:mm"/>'
    '<numFmt numFmtId="171" formatCode="&quot;dag&quot; 0.00 [Red]"/>'
    '<numFmt numFmtId="172" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/></cellXfs></styleSheet>'
)
STANDAARD, DATUM, DUUR, GETAL_MET_WOORD, LANGE_DATUM = range(5)


def blad(rijen: str, *, na: str = "") -> str:
    return f'<?xml version="1.0"?><worksheet xmlns="{SML}"><sheetData>{rijen}</sheetData>{na}</worksheet>'


def delen(
    *bladen: str,
    teksten: str = "",
    namen: tuple[str, ...] = ("Blad", "Tweede"),
    eigenschappen: str = "",
    soort: str = XLSX,
) -> dict[str, bytes]:
    """The parts of a workbook with these sheets (their XML); `teksten` is the inside of the shared texts."""
    nummers = range(1, len(bladen) + 1)
    lijst = "".join(f'<sheet name="{namen[i - 1]}" sheetId="{i}" r:id="rId{i}"/>' for i in nummers)
    wijzers = "".join(
        f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in nummers
    )
    relaties = f'<Relationships xmlns="{PKG}/relationships">'
    inhoud = {
        "[Content_Types].xml": f'<Types xmlns="{PKG}/content-types"><Default Extension="xml" ContentType="text/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{soort}"/></Types>',
        "_rels/.rels": f'{relaties}<Relationship Id="rId1" Type="{REL}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SML}" xmlns:r="{REL}"><workbookPr {eigenschappen}/>'
        f"<sheets>{lijst}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{relaties}{wijzers}"
        f'<Relationship Id="rId90" Type="{REL}/styles" Target="/xl/styles.xml"/>'
        f'<Relationship Id="rId91" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": STIJLEN,
        "xl/sharedStrings.xml": f'<sst xmlns="{SML}">{teksten}</sst>',
        **{f"xl/worksheets/sheet{i}.xml": bladen[i - 1] for i in nummers},
    }
    return {naam: tekst.encode() for naam, tekst in inhoud.items()}


def schrijf(pad: Path, onderdelen: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in onderdelen.items():
            archief.writestr(naam, inhoud)
    return pad


def weigering(pad: Path) -> str:
    """The line with which the file is refused."""
    with pytest.raises(OnleesbaarBestand) as fout:
        list(lees(pad, ["Blad"]))
    return str(fout.value)
