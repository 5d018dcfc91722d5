"""The figures of a call as text for a terminal."""

from collections.abc import Iterator
from textwrap import fill

from monitor.nederlands import datum
from monitor.oproepen.rapport import TITEL, Rapport
from monitor.oproepen.tabellen import Tabel

BREEDTE = 100


def als_tekst(rapport: Rapport) -> str:
    """The report as one reads it from top to bottom; ends with a newline."""
    delen = (
        _kop(rapport),
        *(_alinea(melding) for melding in rapport.meldingen),
        *("\n".join(_tabel(tabel)) for tabel in rapport.tabellen),
        _alinea(rapport.bron),
    )
    return "\n\n".join(delen) + "\n"


def _alinea(tekst: str) -> str:
    return fill(tekst, BREEDTE, break_long_words=False, break_on_hyphens=False)


def _kop(rapport: Rapport) -> str:
    titel = f"{TITEL} {rapport.naam}"
    cijfers = rapport.cijfers
    return "\n".join(
        [
            titel,
            "=" * len(titel),
            f"Programma: {rapport.programma}",
            f"Open: {datum(cijfers.opent)} tot en met {datum(cijfers.sluit)}",
            f"Peildatum: {rapport.dag}",
        ]
    )


def _tabel(tabel: Tabel) -> Iterator[str]:
    """A line a figure; with keys a line a key, the figures right-aligned under their names."""
    yield tabel.titel
    yield "-" * len(tabel.titel)
    if not tabel.rijen:
        yield "  (geen)"
    elif tabel.sleutelnaam:
        yield from _met_sleutels(tabel)
    else:
        links = max(len(figuur.label) for figuur in tabel.figuren)
        yield from (f"  {label:<{links}}  {tekst:>6}" for label, tekst in tabel.paren)


def _met_sleutels(tabel: Tabel) -> Iterator[str]:
    links = max(len(rij.label) for rij in tabel.rijen)
    yield f"  {'':<{links}}  {'  '.join(figuur.label for figuur in tabel.figuren)}"
    for rij in tabel.rijen:
        paren = zip(tabel.figuren, rij.teksten, strict=True)
        yield f"  {rij.label:<{links}}  {'  '.join(f'{tekst:>{len(figuur.label)}}' for figuur, tekst in paren)}"
