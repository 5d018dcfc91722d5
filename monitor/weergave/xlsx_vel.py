"""The sheet to read: written from top to bottom, every row as high as its text, every block whole on a page."""

from collections.abc import Iterator, Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from monitor.weergave.xlsx_opmaak import LETTERGROOTTE
from monitor.weergave.xlsx_rijhoogte import REGELS_HOOGUIT, RIJHOOGTE, hoogte, kolompixels, tekstregels

KOLOMBREEDTEN = (28, 14, 14, 28, 14)
"""In characters. Two blocks of a name and a figure stand side by side, with a column between them."""
LAATSTE = len(KOLOMBREEDTEN) - 1

AFDRUKSCHAAL = 90
PAGINAHOOGTE = (29.7 - 2 * 2.1) / 2.54 * 72 / (AFDRUKSCHAAL / 100)
"""Points of rows on a printed page: A4 without its margins, at the scale at which the columns fit its width."""


def pixels(eerste: int, laatste: int) -> int:
    """The width of these columns of the sheet."""
    return sum(kolompixels(breedte) for breedte in KOLOMBREEDTEN[eerste : laatste + 1])


class Vel:
    """A worksheet with the row that comes next; nothing is written above it any more."""

    def __init__(self, blad: Worksheet) -> None:
        self.blad = blad
        self.rij = 0
        self._gevuld = 0.0
        self._breuken: list[int] = []
        for kolom, breedte in enumerate(KOLOMBREEDTEN):
            blad.set_column(kolom, kolom, breedte)

    def houd_bijeen(self, hoogte: float) -> None:
        """Start a new printed page where what comes, of this height in points, no longer fits."""
        if self._gevuld and self._gevuld + hoogte > PAGINAHOOGTE:
            self._breuken.append(self.rij)
            self.blad.set_h_pagebreaks(self._breuken)
            self._gevuld = 0.0

    def neem_rij(self, hoogte: float = RIJHOOGTE) -> int:
        """The next row, of this height in points."""
        self.houd_bijeen(hoogte)
        rij = self.rij
        self.blad.set_row(rij, hoogte)
        self._gevuld += hoogte
        self.rij += 1
        return rij

    def wit(self) -> None:
        """An empty row; none at the top of a page."""
        if self._gevuld:
            self.neem_rij()

    def alinea(self, tekst: str, opmaak: Format, *, eerste: int = 0, grootte: float = LETTERGROOTTE) -> None:
        """A text over the whole width, in more than one row where one cannot be high enough."""
        breedte = pixels(eerste, LAATSTE)
        for deel in _delen(tekst, breedte, grootte):
            self.breed(self.neem_rij(hoogte(deel, breedte, grootte)), deel, opmaak, eerste=eerste)

    def breed(self, rij: int, tekst: str, opmaak: Format, *, eerste: int = 0, laatste: int = LAATSTE) -> None:
        """A text across columns of a row already taken."""
        self.blad.merge_range(rij, eerste, rij, laatste, "", opmaak)
        self.blad.write_string(rij, eerste, tekst, opmaak)

    def naamrij(self, naam: str, opmaak: Format, *, laatste: int) -> int:
        """A row as high as the name that stands across its first columns."""
        rij = self.neem_rij(hoogte(naam, pixels(0, laatste)))
        self.breed(rij, naam, opmaak, laatste=laatste)
        return rij

    def cellen(self, teksten: Sequence[tuple[int, str, Format]]) -> int:
        """A row of texts, each in one column: as high as the highest."""
        hoogten = (hoogte(tekst, pixels(kolom, kolom)) for kolom, tekst, _ in teksten)
        rij = self.neem_rij(max(hoogten, default=RIJHOOGTE))
        for kolom, tekst, opmaak in teksten:
            self.blad.write_string(rij, kolom, tekst, opmaak)
        return rij

    def ruimte(self, hoogte: float) -> int:
        """Empty rows for a picture of this height in points, kept on one page; the first of them."""
        self.houd_bijeen(hoogte)
        eerste = self.rij
        for _ in range(int(hoogte // RIJHOOGTE) + 2):
            self.neem_rij()
        return eerste


def _delen(tekst: str, breedte: float, grootte: float) -> Iterator[str]:
    regels = list(tekstregels(tekst, breedte, grootte))
    if len(regels) <= REGELS_HOOGUIT:
        yield tekst
        return
    for begin in range(0, len(regels), REGELS_HOOGUIT):
        yield "\n".join(regels[begin : begin + REGELS_HOOGUIT])
