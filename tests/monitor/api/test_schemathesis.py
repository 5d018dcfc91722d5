"""Requests made up from openapi.json, right and wrong: every answer is what openapi.json says, for each role."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from mantelzorg.accounts import tokens
from mantelzorg.klok import vandaag
from mantelzorg.toegang import Rol, Tokenrecht
from mantelzorg.wsgi import application
from monitor.api.bladeren import cursor_na
from praktijken.models import Praktijk
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.oproepen.gegevens import voorbeeldoproep
from tests.monitor.voorbeeld import voorbeeld

INSTELLINGEN: dict[str, Any] = {
    "seed": 23,
    "workers": 1,
    "generation": {"max-examples": 4, "deterministic": True, "no-shrink": True, "database": "none"},
    "parameters": {"cursor": cursor_na(0)},  # one cannot make one up: it is signed
}
"""A few made-up requests for each address, the same each time."""


def vul() -> None:
    """A programme with everything in it, of another one call of which there are figures."""
    voorbeeld()
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
