"""The whole ledger as an Excel table, to account for the places: no names of persons."""

import datetime
from collections.abc import Iterable

from django.utils import timezone

from aanmeldingen.models import Oproep
from aanmeldingen.plaatsen.grootboek import Boekregel
from mantelzorg.lijstblad import Kolom, Waarde, lijst_als_xlsx

_KOLOMMEN = (
    ("Regel", 8),
    ("Moment", 18),
    ("Gebeurtenis", 28),
    ("Aanmelding", 12),
    ("Organisatie", 40),
    ("Sector met eigen plaatsen", 26),
    ("Van", 14),
    ("Naar", 14),
    ("Plaatsen erbij of eraf", 20),
    ("Aantal plaatsen", 16),
    ("Bezet", 10),
    ("Aangeboden", 12),
    ("Vrij", 8),
    ("Wachtlijst", 12),
    ("Kandidaten", 12),
    ("Antwoord vóór", 18),
    ("Reden", 50),
    ("Door", 22),
)


def als_xlsx(oproep: Oproep, boek: Iterable[Boekregel], op: datetime.datetime) -> bytes:
    """A workbook of one sheet, oldest line first; the numbers are those after the line."""
    return lijst_als_xlsx(
        naam="Plaatsenboek",
        kolommen=[Kolom(kop=kop, breedte=breedte) for kop, breedte in _KOLOMMEN],
        rijen=map(_waarden, boek),
        kop=f"Plaatsenboek op {timezone.localtime(op):%d-%m-%Y}",
        voet=oproep.naam,
    )


def _waarden(een: Boekregel) -> tuple[Waarde, ...]:
    regel, saldo = een.regel, een.saldo
    return (
        regel.nummer,
        regel.op,
        regel.gebeurtenis,
        regel.aanmelding.nummer if regel.aanmelding else None,
        regel.aanmelding.organisatie if regel.aanmelding else None,
        regel.sector.naam if regel.sector else None,
        regel.van,
        regel.naar,
        een.verschil,
        saldo.capaciteit,
        saldo.bezet,
        saldo.aangeboden,
        saldo.vrij,
        saldo.wacht,
        saldo.kandidaten,
        regel.antwoord_voor,
        een.openbare_reden,
        een.rol,
    )
