"""Import a programme's file: all or nothing, every error told (begrippen.md §4)."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from deelnemers.bladen import ORGANISATIES
from mantelzorg.bladen import PROGRAMMA
from praktijken.bladen import BLADEN
from praktijken.models import Deelname
from praktijken.uitwisseling import accounts
from praktijken.uitwisseling.gebruik import andere_programmas
from praktijken.uitwisseling.lezen import Bron, Ingelezen, lees_bladen
from praktijken.uitwisseling.register import lees_register
from praktijken.uitwisseling.ronde import Ronde, Voortgangsmelder
from praktijken.uitwisseling.schrijver import Schrijver
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Meldingen, Verslag, kort

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


def geen_afsluiting(_verslag: Verslag) -> None:
    """For who has nothing to keep along with the import."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What to import and how. `toon`: how many changed records the report lists."""

    bron: Bron
    vandaag: datetime.date
    herkomst: Herkomst
    wijze: Wijze
    toon: int = 0
    melder: Voortgangsmelder = geen_melding
    afsluiting: Callable[[Verslag], None] = geen_afsluiting
    """Called in the transaction that writes, after the writing: what it raises undoes all."""


def importeer(opdracht: Opdracht) -> Verslag:
    """Import; the report holds errors (then nothing was kept) or what was added and changed.

    Raises OnleesbaarBestand (the file) and ImportBotsing (other people's changes).
    """
    verslag = Verslag(hoogstens=opdracht.toon)
    meldingen = Meldingen((blad.naam for blad in BLADEN), verslag)
    opdracht.melder("lezen", 0, 0)
    bladen = lees_bladen(opdracht.bron, meldingen)
    slug = _slug(bladen[PROGRAMMA.naam], meldingen)
    if slug is not None:
        verslag.programma = slug
        _vergelijk(opdracht, bladen, slug, verslag, meldingen)
    verslag.fouten.sort()
    verslag.waarschuwingen.sort()
    if verslag.fouten or opdracht.wijze is Wijze.VOORBEELD:
        return verslag
    return _schrijf(opdracht, bladen, verslag)


def _slug(ingelezen: Ingelezen, meldingen: Meldingen) -> str | None:
    if not ingelezen.bruikbaar:
        return None
    if not ingelezen.regels:
        meldingen.fout(PROGRAMMA.naam, 0, "", "dit blad ontbreekt of is leeg; het moet één rij hebben")
        return None
    for regel in ingelezen.regels[1:]:
        meldingen.fout(PROGRAMMA.naam, regel.nummer, "slug", "een tweede programma; toegestaan: één rij")
    del ingelezen.regels[1:]
    eerste = ingelezen.regels[0]
    return str(eerste["slug"]) if "slug" in eerste else ""


def _vergelijk(
    opdracht: Opdracht, bladen: dict[str, Ingelezen], slug: str, verslag: Verslag, meldingen: Meldingen
) -> None:
    register = lees_register(slug, opdracht.vandaag, _onbruikbaar(bladen))
    ronde = Ronde(bladen, register, verslag, meldingen, opdracht.melder)
    ronde.loop("controleren", schrijver=None)
    accounts.noteer_nieuwe(register, verslag)
    verslag.andere_programmas = andere_programmas(
        ronde.gewijzigd("organisaties"), ronde.gewijzigd("organisatietypen"), slug
    )


def _schrijf(opdracht: Opdracht, bladen: dict[str, Ingelezen], eerste: Verslag) -> Verslag:
    """The second round, under the lock: compare anew with what is held now, and write."""
    verslag = eerste.zonder_uitkomst()
    try:
        with transaction.atomic():
            _neem_slot()
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
    ronde.loop("bewaren", schrijver=Schrijver(register, opdracht.herkomst))
    _check_typen(ronde, meldingen)
    verslag.fouten.sort()
    verslag.waarschuwingen.sort()


def _onbruikbaar(bladen: dict[str, Ingelezen]) -> frozenset[str]:
    return frozenset(naam for naam, ingelezen in bladen.items() if not ingelezen.bruikbaar)


def _neem_slot() -> None:
    """SQLite's transaction already is the only writer (IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_SLOT])


def _check_typen(ronde: Ronde, meldingen: Meldingen) -> None:
    """A participation outside the file, with a kind of its own, must not come to differ from its organisation's."""
    rijen = ronde.gewijzigd("organisaties")
    botsend = (
        Deelname.objects.filter(organisatie__naam__in=list(rijen), organisatietype__isnull=False)
        .exclude(organisatie__organisatietype=None)
        .exclude(organisatietype=F("organisatie__organisatietype"))
    )
    for naam in botsend.values_list("organisatie__naam", flat=True).order_by().distinct():
        tekst = f"er zijn deelnames van {kort(naam)} met een ander eigen organisatietype; wijzig die eerst"
        meldingen.fout(ORGANISATIES.naam, rijen[naam], "organisatietype", tekst)
