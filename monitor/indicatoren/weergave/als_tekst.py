"""The figures of an indicator as text for a terminal."""

from monitor.indicatoren.rapport import Cijferrapport
from monitor.weergave.als_tekst import alinea, tabel_als_tekst


def als_tekst(rapport: Cijferrapport) -> str:
    """The report as one reads it from top to bottom; ends with a newline."""
    delen = (
        _kop(rapport),
        *(alinea(melding) for melding in rapport.meldingen),
        *(alinea(deel) for deel in rapport.toelichting),
        *(tabel_als_tekst(tabel) for tabel in rapport.tabellen),
        alinea(rapport.definitie.tekst),
        alinea(rapport.bron),
    )
    return "\n\n".join(delen) + "\n"


def _kop(rapport: Cijferrapport) -> str:
    regels = [rapport.kop, "=" * len(rapport.kop), f"Programma: {rapport.programma.naam}", f"Peildatum: {rapport.dag}"]
    return "\n".join([*regels, *([alinea(rapport.indicator.naamgeving)] if rapport.indicator.naamgeving else [])])
