"""Rules that several kinds of record share (begrippen.md §4, "Errors, the whole list")."""

import datetime

from praktijken.uitwisseling.soort import Vergelijking
from praktijken.uitwisseling.verslag import Meldingen, kort


def dag(vergelijking: Vergelijking, kop: str) -> datetime.date | None:
    """A date after the import; None where empty."""
    waarde = vergelijking.straks(kop)
    return waarde if isinstance(waarde, datetime.date) else None


def woord(vergelijking: Vergelijking, kop: str) -> str:
    """A text after the import; empty where there is none."""
    waarde = vergelijking.straks(kop, "")
    return waarde if isinstance(waarde, str) else ""


def leesbaar(vergelijking: Vergelijking, *koppen: str) -> bool:
    """Whether none of these cells was reported as unreadable."""
    return all(kop not in vergelijking.regel.koppen or kop in vergelijking.regel for kop in koppen)


def einde_na_begin(
    blad: str, vergelijking: Vergelijking, meldingen: Meldingen, *, begin: str, einde: str, begin_nodig: bool = True
) -> None:
    """An end before its beginning, or without one, is an error."""
    eerste, laatste = dag(vergelijking, begin), dag(vergelijking, einde)
    if laatste is None or not leesbaar(vergelijking, begin, einde):
        return
    if eerste is None:
        if begin_nodig:
            meldingen.fout(blad, vergelijking.regel.nummer, einde, f"{kort(laatste)} zonder {begin}; vul die ook in")
    elif laatste < eerste:
        tekst = f"{kort(laatste)} ligt voor {begin} {kort(eerste)}; toegestaan: die dag of later"
        meldingen.fout(blad, vergelijking.regel.nummer, einde, tekst)


def einde_met_afloop(blad: str, vergelijking: Vergelijking, meldingen: Meldingen) -> None:
    """Einddatum and afloop come together."""
    if not leesbaar(vergelijking, "einddatum", "afloop"):
        return
    einddatum, afloop = dag(vergelijking, "einddatum"), woord(vergelijking, "afloop")
    if einddatum and not afloop:
        meldingen.fout(
            blad, vergelijking.regel.nummer, "afloop", f"leeg bij einddatum {kort(einddatum)}; vul beide in of geen"
        )
    if afloop and not einddatum:
        meldingen.fout(
            blad, vergelijking.regel.nummer, "einddatum", f"leeg bij afloop '{afloop}'; vul beide in of geen"
        )


def onbekend(wat: str, waar: str) -> str:
    """What to say of a reference to what is nowhere."""
    return f"'{kort(wat)}' bestaat niet; zet een rij op blad '{waar}' of verbeter de waarde"
