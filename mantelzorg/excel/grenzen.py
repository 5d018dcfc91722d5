"""What a file may be at most, in one place, and the exception that says it is more (begrippen.md §4, last bullet)."""

MIB = 1024 * 1024

MAX_BESTAND = 20 * MIB
"""Size of the file itself, in bytes. "20 MB" is read the lenient way, as MiB."""

MAX_UITGEPAKT = 200 * MIB
"""All parts of the file together, unpacked, in bytes; also the most that is handed on."""

MAX_HEEL = 20 * MIB
"""A part that is read whole (styles, the list of sheets), unpacked, in bytes."""

MAX_ONDERDELEN = 10_000
"""Parts in the zip; a workbook has some twenty."""

MAX_RIJ = 200_000
MAX_KOLOM = 200
"""The last row and column that may hold a value."""

MAX_RIJEN = 200_000
"""Rows with values of all sheets read together, the first one of each sheet (its header) left out."""

MAX_TEKST = 32_767
"""Characters in a cell: Excel's own limit."""

MAX_GEHEUGEN = 1024 * MIB
"""Address space of the child, in bytes. A sheet streams; only the table of shared texts is held."""

MAX_REKENTIJD = 120
"""Processor time of the child, in seconds."""

MAX_WACHTTIJD = 300.0
"""How long the parent waits for the child in all, in seconds, on a busy machine too; its own work is not counted."""

BESCHADIGD = "Het bestand is beschadigd en kan niet worden gelezen. Open het in Excel en sla het opnieuw op."
GEEN_XLSX = "Het bestand is geen Excelbestand (.xlsx)."
TE_GROOT_UITGEPAKT = "Het bestand is te groot: uitgepakt is het meer dan 200 MB."
TE_ZWAAR = "Het bestand kan niet worden gelezen: het kost te veel geheugen of tijd."


class Geweigerd(Exception):
    """The file is refused; its text is the one Dutch line the user gets to read."""


def getal(waarde: int) -> str:
    """A whole number in Dutch writing: 200000 is "200.000"."""
    return f"{waarde:,}".replace(",", ".")
