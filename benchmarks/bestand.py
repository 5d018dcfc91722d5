"""Makes a programme's Excel file with as many participants as one likes.

Run by `meet` in a process of its own: `python -m benchmarks.bestand UIT.xlsx AANTAL`.
"""

import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook

PRAKTIJKEN, ORGANISATIES, TYPEN = 200, 1_000, 15
SLUG = "meting"
START = datetime.date(2019, 9, 2)


def maak(pad: Path, deelnemers: int) -> None:
    """Write the file; `deelnemers` rows on sheet Deelnemers, each another person."""
    with Workbook(pad, {"constant_memory": True, "default_date_format": "dd-mm-yyyy"}) as boek:
        for naam, koppen, rijen in _bladen(deelnemers):
            blad = boek.add_worksheet(naam)
            blad.write_row(0, 0, koppen)
            for nummer, rij in enumerate(rijen, start=1):
                blad.write_row(nummer, 0, rij)


def _bladen(deelnemers: int) -> Iterator[tuple[str, tuple[str, ...], Iterator[tuple[object, ...]]]]:
    yield "Programma", ("slug", "naam", "vorm"), iter([(SLUG, "Meting", "lerende praktijk")])
    yield (
        "Organisatietypen",
        ("naam", "verbonden aan organisatie"),
        ((f"Soort {nummer}", "ja") for nummer in range(1, TYPEN + 1)),
    )
    yield (
        "Organisaties",
        ("naam", "organisatietype"),
        ((f"Organisatie {nummer}", f"Soort {1 + nummer % TYPEN}") for nummer in range(ORGANISATIES)),
    )
    yield (
        "Praktijken",
        ("code", "naam", "startdatum"),
        ((f"P{nummer}", f"Praktijk {nummer}", START) for nummer in range(PRAKTIJKEN)),
    )
    koppen = ("nummer", "naam", "e-mail", "organisatie", "hoedanigheid", "praktijk", "rol", "vanaf", "tot en met")
    yield "Deelnemers", koppen, map(_deelnemer, range(1, deelnemers + 1))


def _deelnemer(nummer: int) -> tuple[object, ...]:
    return (
        f"D{nummer:06}",
        f"Deelnemer Achternaam-{nummer}",
        f"deelnemer.{nummer}@voorbeeld.example",
        f"Organisatie {nummer % ORGANISATIES}" if nummer % 5 else None,
        "beroepskracht" if nummer % 2 else "vrijwilliger",
        f"P{nummer % PRAKTIJKEN}",
        "lid van de werkgroep",
        START + datetime.timedelta(days=nummer % 200),
        datetime.date(2021, 5, 31) if nummer % 3 == 0 else None,
    )


if __name__ == "__main__":
    maak(Path(sys.argv[1]), int(sys.argv[2]))
