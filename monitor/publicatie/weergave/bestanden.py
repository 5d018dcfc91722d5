"""The files one can download of a publication, all of exactly what is published."""

from collections.abc import Callable
from dataclasses import dataclass

from mantelzorg.excel import XLSX
from monitor.document.als_pdf import PDF
from monitor.publicatie.waarden import Uitgave
from monitor.publicatie.weergave.als_csv import als_csv, als_csvw
from monitor.publicatie.weergave.als_pdf import als_pdf
from monitor.publicatie.weergave.als_xlsx import als_xlsx


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestandsvorm:
    """A form of file: label, end of its name, media type, and what makes its bytes; that gets the product's address."""

    label: str
    achtervoegsel: str
    mediatype: str
    maak: Callable[[Uitgave, str], bytes]


BESTANDSVORMEN: dict[str, Bestandsvorm] = {
    "xlsx": Bestandsvorm(
        label="Excel",
        achtervoegsel="xlsx",
        mediatype=XLSX,
        maak=lambda een, basis: als_xlsx(een, adres=f"{basis}{een.inhoud.adres}"),
    ),
    "pdf": Bestandsvorm(
        label="PDF",
        achtervoegsel="pdf",
        mediatype=PDF,
        maak=lambda een, basis: als_pdf(een, adres=f"{basis}{een.inhoud.adres}"),
    ),
    "csv": Bestandsvorm(
        label="CSV",
        achtervoegsel="csv",
        mediatype="text/csv; charset=utf-8",
        maak=lambda een, _: als_csv(een.inhoud),
    ),
    "json": Bestandsvorm(
        label="JSON",
        achtervoegsel="json",
        mediatype="application/json",
        maak=lambda een, _: f"{een.tekst}\n".encode(),
    ),
    "csvw": Bestandsvorm(
        label="Beschrijving van de CSV",
        achtervoegsel="csv-metadata.json",
        mediatype="application/csvm+json",
        maak=lambda een, basis: als_csvw(een, csv_adres=f"{basis}{een.inhoud.adres}csv/"),
    ),
}


def bestandsnaam(uitgave: Uitgave, vorm: Bestandsvorm) -> str:
    """Which publication it is of; a slug holds letters, digits and hyphens."""
    een = uitgave.inhoud
    return f"indicator-{een.indicator.nummer}-{een.programma.slug}-{een.jaar}-v{een.versie}.{vorm.achtervoegsel}"
