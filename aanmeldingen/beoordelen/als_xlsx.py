"""The list of applications as an Excel table."""

from collections.abc import Iterable, Sequence

from aanmeldingen.beoordelen.kolommen import Kolom
from aanmeldingen.beoordelen.lijst import Rij
from mantelzorg import lijstblad


def als_xlsx(kolommen: Sequence[Kolom], rijen: Iterable[Rij], titel: str) -> bytes:
    """A workbook of one sheet, with `titel` above each printed page."""
    koppen = [
        lijstblad.Kolom(kop=kolom.label, breedte=lijstblad.BREED if kolom.breed else lijstblad.SMAL)
        for kolom in kolommen
    ]
    waarden = ([kolom.waarde(rij) for kolom in kolommen] for rij in rijen)
    return lijstblad.lijst_als_xlsx(naam="Aanmeldingen", kolommen=koppen, rijen=waarden, kop=titel)
