"""Excel reports of a fixed measurement, and what people do to them."""

import io
import subprocess
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from mantelzorg.versie import VERSIE
from monitor.echtheid.oordeel import Uitspraak, beoordeel
from monitor.meten import lezen
from monitor.models import Vaststelling
from monitor.weergave.als_xlsx import als_xlsx
from tests.monitor.meten.gegevens import maker
from tests.monitor.weergave.xlsx_programmas import GEMAAKT_OP

CIJFERBLADEN = ("Kerncijfers", "Organisatietypen nu", "Organisatietypen tot nu toe", "Per praktijk", "Niet meegeteld")


def bestand_van(vaststelling: Vaststelling) -> bytes:
    return als_xlsx(lezen.rapport(vaststelling), gemaakt_op=GEMAAKT_OP, versie=VERSIE)


def open_boek(inhoud: bytes) -> Workbook:
    return load_workbook(io.BytesIO(inhoud))


def bewaar(boek: Workbook) -> bytes:
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def met_libreoffice(inhouden: list[bytes], map_: Path) -> list[bytes]:
    """Opened and saved by LibreOffice, all in one go."""
    (map_ / "in").mkdir()
    paden = [map_ / "in" / f"rapport{nummer}.xlsx" for nummer in range(len(inhouden))]
    for pad, inhoud in zip(paden, inhouden, strict=True):
        pad.write_bytes(inhoud)
    profiel = f"-env:UserInstallation=file://{map_}/profiel"
    opdracht = ["soffice", "--headless", profiel, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(map_)]
    subprocess.run([*opdracht, *map(str, paden)], check=True, capture_output=True, timeout=120)  # noqa: S603  # our own files
    return [(map_ / pad.name).read_bytes() for pad in paden]


def oordeel(inhoud: bytes, map_: Path) -> Uitspraak:
    """What Ben hears of it."""
    pad = map_ / "geupload.xlsx"
    pad.write_bytes(inhoud)
    return beoordeel(pad, user=maker(), nu=GEMAAKT_OP)
