"""Filling in the form as a browser without JavaScript does."""

import datetime
from typing import Any

from django.test import Client
from django.urls import reverse

from aanmeldingen.models import Aanmelding
from aanmeldingen.openbaar.bescherming import onderteken
from mantelzorg.samenloop import VELDNAAM
from tests.aanmeldingen.openbaar.velden import eerlijk

NU = datetime.datetime(2014, 6, 2, 10, 0, tzinfo=datetime.UTC)  # noon in Amsterdam


def adres(aanmelding: Aanmelding, stap: str = "") -> str:
    kaal = reverse("aanmeldingen:mijn-aanmelding", args=[aanmelding.sleutel])
    return f"{kaal}{stap}/" if stap else kaal


def velden_op(pagina: str, nu: datetime.datetime = NU) -> dict[str, Any]:
    """What a form holds when its page is opened, as a browser sends it."""
    form = Client().get(pagina).context["form"]
    begin = {naam: form.get_initial_for_field(veld, naam) for naam, veld in form.fields.items()}
    gevuld = {naam: waarde for naam, waarde in begin.items() if waarde not in (None, [])}
    return gevuld | {VELDNAAM: getattr(form, "gezien", ""), "getoond": onderteken(nu - datetime.timedelta(minutes=1))}


def vul_in(pagina: str, **velden: Any) -> Any:
    """Open a page, fill in these fields, and send it."""
    return Client().post(pagina, velden_op(pagina) | velden)


def begin_met(oproep: Any, client: Client | None = None, **velden: Any) -> Any:
    """Begin an application on the page of the call."""
    gevuld = {"organisatie": "Zorg BV", "kvk": "", "geen_kvk": "", "naam": "Carla", "email": "carla@zorg.example"}
    pagina = reverse("aanmeldingen:aanmelden", args=[oproep.slug])
    return (client or Client()).post(pagina, eerlijk(NU) | gevuld | velden)


def verstuur(aanmelding: Aanmelding, **velden: Any) -> Any:
    """Agree and send in."""
    return Client().post(adres(aanmelding, "controleren"), eerlijk(NU) | {"akkoord": "on", "versie": "1"} | velden)


def hoofdtekst(antwoord: Any) -> str:
    """The page as text."""
    return str(antwoord.content.decode())
