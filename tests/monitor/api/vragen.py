"""How tests ask the API something, as whom they like."""

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client

from mantelzorg.models import User

API = "/api/v1"
HOST = "http://testserver"


def client_van(user: User | None) -> Client:
    """A browser in which `user` is logged in; None: in which nobody is."""
    client = Client()
    if user is not None:
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


def probleem(antwoord: HttpResponse) -> dict[str, Any]:
    """The problem that the API answered: in its own form, with the version, and kept by nobody."""
    assert antwoord["Content-Type"] == "application/problem+json"
    assert antwoord["API-Version"] == "1.0.0"
    inhoud: dict[str, Any] = json.loads(antwoord.content)
    assert inhoud["status"] == antwoord.status_code
    return inhoud


def namen(client: Client, wat: str, **vraag: str) -> list[str]:
    """Code or slug of each record in a list that fits on one page."""
    inhoud = client.get(f"{API}/{wat}", vraag).json()
    assert inhoud["volgende"] is None
    return [een.get("code") or een["slug"] for een in inhoud["resultaten"]]


def eerste(client: Client, wat: str) -> dict[str, object]:
    """The one record of a list, which is the same at its own address."""
    (een,) = client.get(f"{API}/{wat}").json()["resultaten"]
    assert client.get(een["url"]).json() == een
    return een
