"""A programme's records as an Excel file in the form of the import, and an empty one to fill (begrippen.md §4).

What is downloaded and uploaded again changes nothing: each kind of record is read here as the import compares it.
"""

import datetime
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from openpyxl import Workbook

from mantelzorg.bladen import Blad, Waarde
from mantelzorg.models import Programma
from praktijken.bladen import BLADEN
from praktijken.uitwisseling.register import Register, lees_register
from praktijken.uitwisseling.soorten import SOORTEN
from praktijken.uitwisseling.werkblad import TOELICHTING, schrijf_blad, schrijf_toelichting

GROEP = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkboek:
    """A file to download. `personen`: how many people's names it holds."""

    inhoud: bytes
    personen: int


def leeg_werkboek() -> Werkboek:
    """Every sheet with its headers and drop-down lists, no rows."""
    return Werkboek(inhoud=_maak(lambda _blad: iter(())), personen=0)


def werkboek_van(programma: Programma, vandaag: datetime.date) -> Werkboek:
    """The records of `programma`, as they are held now."""
    register = lees_register(programma.slug, vandaag, frozenset())
    personen: set[Waarde] = set()

    def rijen(blad: Blad) -> Iterator[list[Waarde]]:
        for rij in _rijen(blad, register):
            if blad.naam == "Deelnemers":
                personen.add(rij[0])
            yield rij

    return Werkboek(inhoud=_maak(rijen), personen=len(personen))


def _maak(rijen: Callable[[Blad], Iterator[list[Waarde]]]) -> bytes:
    werkboek = Workbook(write_only=True)
    schrijf_toelichting(werkboek.create_sheet(TOELICHTING), BLADEN)
    for blad in BLADEN:
        schrijf_blad(werkboek.create_sheet(blad.naam), blad, rijen(blad))
    bestand = io.BytesIO()
    werkboek.save(bestand)
    return bestand.getvalue()


def _rijen(blad: Blad, register: Register) -> Iterator[list[Waarde]]:
    soorten = [soort for soort in SOORTEN if soort.blad is blad]
    hoofd, eigen = soorten[-1], soorten[:-1]  # of sheet Deelnemers: the participation, and its person
    gezien: set[tuple[Waarde, ...]] = set()
    for groep in _groepen(hoofd.alle(register).order_by(*hoofd.volgorde).values_list("pk", flat=True)):
        gevonden = hoofd.lees(hoofd.alle(register).filter(pk__in=groep).order_by(*hoofd.volgorde), register)
        aanvulling = [soort.bestaande(register, [(sleutel[0],) for sleutel, _ in gevonden]) for soort in eigen]
        for sleutel, bestaand in gevonden:
            if sleutel in gezien:
                continue
            gezien.add(sleutel)
            waarden = dict(bestaand.waarden)
            for personen in aanvulling:
                waarden |= personen[(sleutel[0],)].waarden
            yield [hoofd.getoond(register, kolom.kop, waarden) for kolom in blad.kolommen]


def _groepen(pks: Iterable[int]) -> Iterator[list[int]]:
    lijst = list(pks)
    for begin in range(0, len(lijst), GROEP):
        yield lijst[begin : begin + GROEP]
