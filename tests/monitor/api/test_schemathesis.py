"""Requests made up from openapi.json, right and wrong: every answer is what openapi.json says, for each role."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from aanmeldingen.models import Oproep
from mantelzorg.accounts import tokens
from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from mantelzorg.toegang import Rol, Tokenrecht
from mantelzorg.wsgi import application
from monitor.api.bladeren import cursor_na
from monitor.api.schema import openapi
from monitor.models import Meting, Publicatie
from praktijken.models import Experiment, Praktijk
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.oproepen.gegevens import voorbeeldoproep
from tests.monitor.publicatie.gegevens import gepubliceerd, teksten
from tests.monitor.voorbeeld import voorbeeld

INSTELLINGEN: dict[str, Any] = {
    "seed": 23,
    "workers": 1,
    "generation": {"max-examples": 4, "deterministic": True, "no-shrink": True, "database": "none"},
    "parameters": {"cursor": cursor_na(0)},  # one cannot make one up: it is signed
}
"""A few made-up requests for each address, the same each time."""


def vul() -> None:
    """A programme with everything in it, also published; of another one call of which there are figures."""
    programma = voorbeeld()
    teksten(programma)
    gepubliceerd(vastgesteld(programma))
    voorbeeldoproep()


def koppen(rol: Rol | None) -> dict[str, str]:
    """The headers of a program of somebody in that role, who guides a practice; None: of anybody."""
    if rol is None:
        return {}
    wie = gebruiker(rol)
    gegevens.adviseurschap(Praktijk.objects.earliest("pk"), wie)
    sleutel = tokens.maak(
        eigenaar=wie, naam="Test", rechten=tuple(Tokenrecht), geldig_tot_en_met=vandaag(), inzending=uuid4()
    )
    return {"Authorization": f"Bearer {sleutel}"}


def bevindingen(koppen_: dict[str, str], *, ook_grenzen: bool) -> Iterator[str | None]:
    """What is wrong with each answer; None for one with which nothing is. `ook_grenzen`: also the edges of values."""
    import schemathesis  # here, for it takes a second and no other test needs it
    from schemathesis.engine import events, from_schema

    fasen = {"stateful": {"enabled": False}, "coverage": {"enabled": ook_grenzen}}
    config = schemathesis.Config.from_dict(INSTELLINGEN | {"headers": koppen_, "phases": fasen})
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=config)
    for event in from_schema(schema).execute():
        match event:
            case events.ScenarioFinished(recorder=verslag):
                yield from _fouten(verslag)
            case events.NonFatalError(value=fout) | events.FatalError(exception=fout):
                yield f"schemathesis zelf: {fout!r}"


def _fouten(verslag: Any) -> Iterator[str | None]:
    """Of each request in a report: its address with what is wrong, or None."""
    for nummer, controles in verslag.checks.items():
        verzoek = verslag.interactions[nummer].request
        fouten = [str(controle.failure_info.failure) for controle in controles if controle.failure_info is not None]
        yield f"{verzoek.method} {verzoek.uri}: {fouten}" if fouten else None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("rol", "ook_grenzen", "minstens"),
    [
        (None, False, 20),
        (Rol.BEHEERDER, True, 100),  # sees all there is; the edges are the same for everybody
        (Rol.MEDEWERKER, False, 20),
        (Rol.ADVISEUR, False, 20),
        (Rol.ANALIST, False, 20),
    ],
)
def test_no_answer_is_other_than_described(rol: Rol | None, ook_grenzen: bool, minstens: int, settings):
    settings.OPENBAAR_TEMPO = settings.OPENBAAR_TEMPO | {"api-anoniem": 100_000, "api-bekend": 100_000}
    vul()

    alle = list(bevindingen(koppen(rol), ook_grenzen=ook_grenzen))

    assert [fout for fout in alle if fout is not None] == []
    assert len(alle) > minstens


@pytest.mark.django_db(transaction=True)
def test_what_there_is_answers_as_described():
    """Nobody makes up the address of a record: each address with such a part in it, of the records there are."""
    import schemathesis

    vul()
    bekend = koppen(Rol.BEHEERDER)
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)
    for pad in (pad for pad in json.loads(openapi())["paths"] if "{" in pad):
        vraag = {"programma": Programma.objects.earliest("pk").slug} if pad.startswith("/indicatoren") else {}
        case = schema[pad]["GET"].Case(path_parameters=plek_van(pad), query=vraag, headers=bekend)
        antwoord = case.call()
        assert antwoord.status_code == 200, pad
        case.validate_response(antwoord)


def plek_van(pad: str) -> dict[str, Any]:
    """Of each part of the address that says which record, what it is of a record there is."""
    match pad.split("/")[1]:
        case "programmas":
            return {"slug": Programma.objects.earliest("pk").slug}
        case "praktijken":
            return {"id": Praktijk.objects.earliest("pk").pk}
        case "experimenten":
            return {"id": Experiment.objects.earliest("pk").pk}
        case "oproepen":
            return {"slug": Oproep.objects.earliest("pk").slug}
        case "metingen":
            return {"id": Meting.objects.earliest("pk").pk}
        case "publicaties":
            een = Publicatie.objects.earliest("pk")
            return {"programma": een.programma.slug, "jaar": een.jaar, "versie": een.versie}
        case _:
            return {"indicator": "23"}
