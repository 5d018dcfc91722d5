"""Reads a page as a person does: the cells of a table, the choices of a list, the text as a whole."""

from html.parser import HTMLParser

from django.http import HttpResponse


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tabellen: dict[str, list[list[str]]] = {}
        self.keuzes: dict[str, list[str]] = {}
        self.links: list[str] = []
        self.tekst = ""
        self._zelfde_woord = False
        self._rijen: list[list[str]] = []
        self._bezig: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigenschappen = dict(attrs)
        if eigenschappen.get("role") == "region":
            self._rijen = self.tabellen.setdefault(eigenschappen["aria-label"], [])
        elif tag == "tr":
            self._rijen.append([])
        elif tag in ("th", "td"):
            self._bezig = self._rijen[-1]
            self._bezig.append("")
        elif tag == "select":
            self._bezig = self.keuzes.setdefault(eigenschappen["name"], [])
        elif tag == "option" and self._bezig is not None:  # those of a datalist only suggest
            self._bezig.append("")
        elif tag == "wbr":
            self._zelfde_woord = True
        elif tag == "a":
            self.links.append(eigenschappen["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("th", "td", "select"):
            self._bezig = None

    def handle_data(self, data: str) -> None:
        tekst = " ".join(data.split())
        tussen, self._zelfde_woord = "" if self._zelfde_woord else " ", False
        self.tekst += f"{tussen}{tekst}" if tekst else ""
        if self._bezig and tekst:
            self._bezig[-1] = f"{self._bezig[-1]}{tussen}{tekst}".strip()


def gelezen(response: HttpResponse) -> _Lezer:
    """What stands on the page: `tabellen` by their label, `keuzes` by field, `links`, `tekst`."""
    assert response.status_code == 200
    lezer = _Lezer()
    lezer.feed(response.content.decode())
    return lezer
