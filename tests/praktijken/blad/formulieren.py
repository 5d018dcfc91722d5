"""The addresses that change a part of a practice, and filling in what a browser would send."""

from html.parser import HTMLParser

from django.test import Client
from django.urls import reverse


def adressen(arnhem) -> dict[str, str]:
    """Every address that changes Arnhem, by its name."""
    pk = arnhem.pk
    sleutels = {
        "kernthema": [pk],
        "gegevens": [pk],
        "prangende-vragen": [pk],
        "periode": [pk],
        "ontwerpvraag-nieuw": [pk],
        "ontwerpvraag": [pk, arnhem.vraag.pk],
        "experiment-nieuw": [pk, arnhem.vraag.pk],
        "experiment": [pk, arnhem.experiment.pk],
        "partner-nieuw": [pk],
        "partner": [pk, arnhem.partner.pk],
    }
    return {naam: reverse(f"praktijken:blad-{naam}", args=args) for naam, args in sleutels.items()}


class _Velden(HTMLParser):
    """What a browser sends of the form in `main` when nothing is touched."""

    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, list[str]] = {}
        self._gebied = self._keuze = ""
        self._binnen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        eigen = dict(attrs)
        naam = eigen.get("name") or ""
        self._binnen = self._binnen or tag == "main"
        if not self._binnen:
            return
        if tag == "input" and (eigen["type"] != "checkbox" or "checked" in eigen):
            self.velden.setdefault(naam, []).append(eigen.get("value") or "")
        elif tag == "textarea":
            self._gebied = naam
            self.velden[naam] = [""]
        elif tag == "select":
            self._keuze = naam
        elif tag == "option" and "selected" in eigen and self._keuze:
            self.velden[self._keuze] = [eigen.get("value") or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.velden[self._gebied][0] = self.velden[self._gebied][0].removeprefix("\n")
            self._gebied = ""

    def handle_data(self, data: str) -> None:
        if self._gebied:
            self.velden[self._gebied][0] += data.replace("\r\n", "\n")


def geopend(client: Client, adres: str) -> dict[str, list[str]]:
    """The form as it stands when opened; text areas with the line ends of a browser."""
    return ingelezen(client.get(adres).content.decode())


def ingelezen(html: str) -> dict[str, list[str]]:
    lezer = _Velden()
    lezer.feed(html)
    lezer.velden.pop("csrfmiddlewaretoken", None)
    return {naam: [waarde.replace("\n", "\r\n") for waarde in waarden] for naam, waarden in lezer.velden.items()}
