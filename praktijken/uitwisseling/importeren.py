"""Import a programme's file: all or nothing, every error told (begrippen.md §4)."""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from django.db import IntegrityError, connection, transaction

from mantelzorg.bladen import PROGRAMMA
from praktijken.bladen import BLADEN, DEELNEMERS
from praktijken.uitwisseling import accounts
from praktijken.uitwisseling.gebruik import andere_programmas, check_typen
from praktijken.uitwisseling.lezen import Bron, Ingelezen, lees_bladen
from praktijken.uitwisseling.register import lees_register
from praktijken.uitwisseling.ronde import Ronde, Voortgangsmelder
from praktijken.uitwisseling.schrijver import Schrijver
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Meldingen, Recordwijziging, Verslag, geen_ontvanger

IMPORT_SLOT = 230_001  # number of the PostgreSQL advisory lock: one import at a time


class Wijze(Enum):
    """How far to go."""

    VOORBEELD = auto()
    """Read and compare only, without a lock: what would change."""
    PROEF = auto()
    """Do all, keep nothing."""
    BEWAAR = auto()


class ImportBotsing(Exception):
    """Somebody changed the same records meanwhile; nothing was kept."""


def geen_melding(_stap: str, _gedaan: int, _totaal: int) -> None:
    """For who need not hear how far it is."""


def geen_pols() -> None:
    """For who cannot be stopped."""


def geen_afsluiting(_verslag: Verslag) -> None:
    """For who has nothing to keep along with the import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What to import and how.

    `ontvanger` gets each record that changes, as compared before anything is written. `pols` is called often while
    records are written: what it raises undoes all, as with `melder`.
    """

    bron: Bron
    vandaag: datetime.date
    herkomst: Herkomst
    wijze: Wijze
    melder: Voortgangsmelder = geen_melding
    pols: Callable[[], None] = geen_pols
    ontvanger: Callable[[Recordwijziging], None] = geen_ontvanger
    afsluiting: Callable[[Verslag], None] = geen_afsluiting
    """Called in the transaction that writes, after the writing: what it raises undoes all."""


def importeer(opdracht: Opdracht) -> Verslag:
    """Import; the report holds errors (then nothing was kept) or what was added and changed.

    Raises OnleesbaarBestand (the file) and ImportBotsing (other people's changes).
    """
    verslag = Verslag(ontvanger=opdracht.ontvanger)
    meldingen = Meldingen((blad.naam for blad in BLADEN), verslag)
    opdracht.melder("lezen", 0, 0)
    bladen = lees_bladen(opdracht.bron, meldingen)
    verslag.programma = _slug(bladen[PROGRAMMA.naam], meldingen)
    _vergelijk(opdracht, bladen, verslag, meldingen)
    verslag.fouten.sort()
    verslag.waarschuwingen.sort()
    if verslag.fouten or opdracht.wijze is Wijze.VOORBEELD:
        return verslag
    return _schrijf(opdracht, bladen, verslag)


def _slug(ingelezen: Ingelezen, meldingen: Meldingen) -> str:
    """Empty where the file doesn't say; the other sheets are then looked at as those of a new programme."""
    if ingelezen.bruikbaar and not ingelezen.regels:
        meldingen.fout(PROGRAMMA.naam, 0, "", "dit blad ontbreekt of is leeg; het moet één rij hebben")
    for regel in ingelezen.regels[1:]:
        meldingen.fout(PROGRAMMA.naam, regel.nummer, "slug", "een tweede programma; toegestaan: één rij")
    del ingelezen.regels[1:]
    return ingelezen.regels[0].woord("slug") if ingelezen.regels else ""


def _vergelijk(opdracht: Opdracht, bladen: dict[str, Ingelezen], verslag: Verslag, meldingen: Meldingen) -> None:
    register = lees_register(verslag.programma, opdracht.vandaag, _onbruikbaar(bladen))
    ronde = Ronde(bladen, register, verslag, meldingen, opdracht.melder)
    ronde.loop("controleren", schrijver=None)
    check_typen(register, ronde.gewijzigd("organisaties"), bladen[DEELNEMERS.naam].regels, meldingen)
    accounts.noteer_nieuwe(register, verslag)
    verslag.andere_programmas = andere_programmas(
        ronde.gewijzigd("organisaties"), ronde.gewijzigd("organisatietypen"), verslag.programma
    )


def _schrijf(opdracht: Opdracht, bladen: dict[str, Ingelezen], eerste: Verslag) -> Verslag:
    """The second round, under the lock: compare anew with what is held now, and write."""
    verslag = eerste.zonder_uitkomst()
    try:
        with transaction.atomic():
            neem_slot(opdracht.melder)
            accounts.maak(verslag, opdracht.herkomst)
            _schrijf_ronde(opdracht, bladen, verslag)
            if verslag.fouten or opdracht.wijze is Wijze.PROEF:
                transaction.set_rollback(True)
            else:
                opdracht.afsluiting(verslag)
    except IntegrityError as fout:
        raise ImportBotsing(
            "Iemand anders wijzigde tegelijk dezelfde gegevens; er is niets bewaard. Probeer het opnieuw."
        ) from fout
    return verslag


def _schrijf_ronde(opdracht: Opdracht, bladen: dict[str, Ingelezen], verslag: Verslag) -> None:
    meldingen = Meldingen((blad.naam for blad in BLADEN), verslag)
    register = lees_register(verslag.programma, opdracht.vandaag, _onbruikbaar(bladen))
    ronde = Ronde(bladen, register, verslag, meldingen, opdracht.melder)
    ronde.loop("bewaren", schrijver=Schrijver(register, opdracht.herkomst, opdracht.pols))
    check_typen(register, ronde.gewijzigd("organisaties"), bladen[DEELNEMERS.naam].regels, meldingen)
    verslag.fouten.sort()
    verslag.waarschuwingen.sort()


def _onbruikbaar(bladen: dict[str, Ingelezen]) -> frozenset[str]:
    return frozenset(naam for naam, ingelezen in bladen.items() if not ingelezen.bruikbaar)


def neem_slot(melder: Voortgangsmelder) -> None:
    """One import at a time, until this transaction ends. SQLite's already is the only writer (IMMEDIATE)."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        while not _slot_vrij(cursor):
            melder("wachten op een andere import", 0, 0)
            time.sleep(0.2)


def _slot_vrij(cursor: Any) -> bool:
    cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [IMPORT_SLOT])
    return bool(cursor.fetchone()[0])
