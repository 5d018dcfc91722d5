"""The overview as an Excel table."""

import datetime
from collections.abc import Iterable, Sequence

from mantelzorg import lijstblad
from praktijken.overzicht.kolommen import Kolom
from praktijken.overzicht.rijen import Rij


def als_xlsx(kolommen: Sequence[Kolom], rijen: Iterable[Rij], dag: datetime.date) -> bytes:
    """A workbook of one sheet; the first column is broad, for it holds the name."""
    koppen = [
        lijstblad.Kolom(kop=kolom.label, breedte=lijstblad.BREED if kolom.breed or not nummer else lijstblad.SMAL)
        for nummer, kolom in enumerate(kolommen)
    ]
    waarden = ([kolom.waarde(rij) for kolom in kolommen] for rij in rijen)
    kop = f"Overzicht praktijken op {dag:%d-%m-%Y}"
    return lijstblad.lijst_als_xlsx(naam="Overzicht", kolommen=koppen, rijen=waarden, kop=kop)
