"""Indicator 23 as text for a terminal: lines of at most 100 characters, names excepted."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from monitor.nederlands import datum
from monitor.rapport import Rapport
from monitor.tabellen import Rij, Tabel

BREEDTE = 100
GEEN = "–"
"""Stands where there is no figure: no minimum without practices."""


def als_tekst(rapport: Rapport) -> str:
    """The report as one reads it from top to bottom; ends with a newline."""
    delen = (
        _kop(rapport),
        *(alinea(melding) for melding in rapport.meldingen),
        _kerncijfers(rapport),
        *(alinea(deel) for deel in rapport.toelichting),
        *(tabel_als_tekst(tabel) for tabel in rapport.tabellen),
        _noten(rapport),
        _niet_meegeteld(rapport),
        _elders_genoemd(rapport),
        alinea(rapport.definitie),
        alinea(rapport.bron),
    )
    return "\n\n".join(deel for deel in delen if deel) + "\n"


def alinea(tekst: str) -> str:
    """In lines of BREEDTE at most."""
    return fill(tekst, BREEDTE, break_long_words=False, break_on_hyphens=False)


def _kop(rapport: Rapport) -> str:
    titel = f"Indicator 23: {rapport.titel[0].lower()}{rapport.titel[1:]}"
    dag = f"{datum(rapport.peildatum)}{' (verwachting)' if rapport.verwachting else ''}"
    return "\n".join(
        [
            titel,
            "=" * len(titel),
            f"Programma: {rapport.programma.naam}",
            f"Peildatum: {dag}",
            alinea(rapport.naamgeving),
        ]
    )


def _kerncijfers(rapport: Rapport) -> str:
    vorige = rapport.vorige_meting
    regels = [
        ("Opgestart", str(rapport.indicator.praktijken.opgestart)),
        (f"Vorige meting, {datum(vorige.peildatum)}", str(vorige)),
        ("Nieuw sindsdien", str(rapport.nieuw)),
    ]
    return "\n".join([*_uitgelijnd(regels), *([alinea(rapport.streefwaarde)] if rapport.streefwaarde else [])])


def _uitgelijnd(regels: Iterable[tuple[str, str]]) -> Iterator[str]:
    regels = list(regels)
    links = max(len(naam) for naam, _ in regels)
    rechts = max(len(waarde) for _, waarde in regels)
    return (f"  {naam:<{links}}  {waarde:>{rechts}}" for naam, waarde in regels)


def tabel_als_tekst(tabel: Tabel) -> str:
    """A line a figure, or a line a key."""
    titel = f"{tabel.titel}\n{'-' * len(tabel.titel)}"
    if not tabel.rijen:
        return f"{titel}\n  (geen)"
    if len(tabel.rijen) == 1 and not tabel.rijen[0].sleutel:
        paren = zip(tabel.figuren, tabel.rijen[0].waarden, strict=True)
        return "\n".join([titel, *_uitgelijnd((figuur.label, _getal(waarde)) for figuur, waarde in paren)])
    return "\n".join([titel, *_rijen(tabel)])


def _rijen(tabel: Tabel) -> Iterator[str]:
    """A line a key, its figures right-aligned under their names; a single kind of figure needs no head."""
    namen = [_naam(rij) for rij in tabel.rijen]
    links = max(len(naam) for naam in namen)
    if len(tabel.figuren) > 1:
        yield f"  {'':<{links}}  {'  '.join(figuur.label for figuur in tabel.figuren)}"
    breedten = [len(figuur.label) for figuur in tabel.figuren]
    for naam, rij in zip(namen, tabel.rijen, strict=True):
        cijfers = zip(rij.waarden, breedten, strict=True)
        yield f"  {naam:<{links}}  {'  '.join(f'{_getal(waarde):>{breed}}' for waarde, breed in cijfers)}"


def _naam(rij: Rij) -> str:
    return rij.label if rij.label == rij.sleutel else f"{rij.label} ({rij.sleutel})"


def _getal(waarde: int | None) -> str:
    return GEEN if waarde is None else str(waarde)


def _noten(rapport: Rapport) -> str:
    noten = (("Nu", rapport.tabel1_nu), ("Tot nu toe", rapport.tabel1_tot_nu_toe))
    return "\n".join(alinea(f"{telling}: {tabel.noot}") for telling, tabel in noten)


def _niet_meegeteld(rapport: Rapport) -> str:
    if not rapport.niet_meegeteld:
        return ""
    regels = (f"  {praktijk.naam} ({praktijk.code}): {praktijk.reden}" for praktijk in rapport.niet_meegeteld)
    return "\n".join([alinea(rapport.niet_meegeteld_zin), *regels])


def _elders_genoemd(rapport: Rapport) -> str:
    if not rapport.elders_genoemd:
        return ""
    regels = (
        alinea(f"{getal.getal} – {getal.bron}. {' '.join(getal.toelichting.split())}")
        for getal in rapport.elders_genoemd
    )
    return "\n".join(["Getallen die elders genoemd zijn", *regels])
