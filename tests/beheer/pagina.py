"""What a person does on a page of the admin: open it, fill in the form as it stands there, send it."""

from html.parser import HTMLParser

from django.db import models
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from mantelzorg.models import User

BACKEND = "mantelzorg.inloggen.AccountBackend"


def ingelogd(user: User) -> Client:
    """A browser in which the person has a session."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def adres(model: type[models.Model], naam: str, *sleutel: object) -> str:
    """The address of a page: `changelist`, `add`, `change`, `delete`, `history`."""
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{naam}", args=sleutel)


def velden(antwoord: HttpResponse) -> dict[str, list[str] | str]:
    """The fields of the page's form with what stands in them, as a browser would send them without a button."""
    lezer = _Formulierlezer()
    lezer.feed(antwoord.content.decode())
    return lezer.velden


def open_formulier(client: Client, record: models.Model) -> dict[str, list[str] | str]:
    """Open the record's page and return its fields."""
    antwoord = client.get(adres(type(record), "change", record.pk))
    assert antwoord.status_code == 200
    return velden(antwoord)


def verstuur(client: Client, record: models.Model, ingevuld: dict[str, list[str] | str]) -> HttpResponse:
    """Press Opslaan."""
    return client.post(adres(type(record), "change", record.pk), {**ingevuld, "_save": "Opslaan"})


def namen(antwoord: HttpResponse) -> list[str]:
    """The records on a list page."""
    return sorted(str(record) for record in antwoord.context["cl"].result_list)


def gevonden(client: Client, model: type[models.Model], veld: str, term: str = "", **verder: object) -> list[str] | int:
    """What the search field of a relation finds; 404 where there is none."""
    vraag = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": veld, "term": term}
    antwoord = client.get(reverse("admin:autocomplete"), vraag | verder)
    return sorted(keuze["text"] for keuze in antwoord.json()["results"]) if antwoord.status_code == 200 else 404


class _Formulierlezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, list[str] | str] = {}
        self._binnen = False
        self._keuzeveld: tuple[str, bool] | None = None
        self._tekstveld: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        naam = a.get("name") or ""
        if tag == "form":
            self._binnen = (a.get("id") or "").endswith("_form")
        elif not self._binnen:
            return
        elif tag == "input" and a.get("type") not in ("submit", "checkbox") and naam:
            self.velden[naam] = a.get("value") or ""
        elif tag == "input" and a.get("type") == "checkbox" and "checked" in a:
            self.velden[naam] = "on"
        elif tag == "textarea":
            self._tekstveld, self.velden[naam] = naam, ""
        elif tag == "select":
            self._keuzeveld = (naam, "multiple" in a)
            self.velden[naam] = [] if "multiple" in a else ""
        elif tag == "option" and self._keuzeveld and "selected" in a:
            self._kies(a.get("value") or "")

    def _kies(self, waarde: str) -> None:
        naam, meer = self._keuzeveld or ("", False)
        gekozen = self.velden[naam]
        self.velden[naam] = [*gekozen, waarde] if meer else waarde

    def handle_data(self, data: str) -> None:
        if self._tekstveld:
            oud = self.velden[self._tekstveld]
            self.velden[self._tekstveld] = f"{oud}{data}".removeprefix("\r\n").removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._binnen = False
        elif tag == "select":
            self._keuzeveld = None
        elif tag == "textarea":
            self._tekstveld = None
