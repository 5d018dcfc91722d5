"""openapi.json: whole, in Dutch, and by the NL API Design Rules."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from monitor.api.schema import openapi
from tests.spectral import BRENG, REGELS, spectral_pad

SCHEMA: dict[str, Any] = json.loads(openapi())


def zonder_omschrijving(deel: Any, plek: str = "") -> Iterator[str]:
    """Where a property, parameter or operation says nothing of itself."""
    if isinstance(deel, list):
        for nummer, een in enumerate(deel):
            yield from zonder_omschrijving(een, f"{plek}/{nummer}")
    if not isinstance(deel, dict):
        return
    velden = deel.get("properties", {}) if deel.get("type") == "object" else {}
    for naam, veld in velden.items():
        if not veld.get("description"):
            yield f"{plek}/{naam}"
    if {"in", "name"} <= set(deel) and not deel.get("description"):
        yield f"{plek}: parameter {deel['name']}"
    if "operationId" in deel and not (deel.get("description") and deel.get("summary")):
        yield f"{plek}: {deel['operationId']}"
    for naam, een in deel.items():
        yield from zonder_omschrijving(een, f"{plek}/{naam}")


def test_everything_says_what_it_is():
    assert list(zonder_omschrijving(SCHEMA)) == []
    assert list(zonder_omschrijving({"a": {"type": "object", "properties": {"x": {"type": "string"}}}})) == ["/a/x"]


def test_the_paths_are_those_there_are():
    assert sorted(SCHEMA["paths"]) == [
        "/experimenten",
        "/experimenten/{id}",
        "/indicatoren/{indicator}",
        "/metingen",
        "/metingen/{id}",
        "/metingen/{id}/verschillen",
        "/oproepen",
        "/oproepen/{slug}",
        "/oproepen/{slug}/cijfers",
        "/praktijken",
        "/praktijken/{id}",
        "/programmas",
        "/programmas/{slug}",
        "/publicaties",
        "/publicaties/{programma}/{jaar}/{versie}",
        "/publicaties/{programma}/{jaar}/{versie}/inhoud",
    ]


def test_the_page_for_people_names_every_path():
    tekst = (Path(settings.BASE_DIR) / "docs" / "api.md").read_text()

    assert {pad for pad in SCHEMA["paths"] if f"`{pad}`" not in tekst} == set()


def test_the_nl_api_design_rules_hold(tmp_path: Path):
    spectral = spectral_pad()
    if not REGELS.exists() or spectral is None:
        pytest.skip(f"de NL API Design Rules: {'breng Spectral met ' + BRENG if REGELS.exists() else 'geen regels'}")
    (tmp_path / "openapi.json").write_text(openapi())
    opdracht = [spectral, "lint", "--format=json", "--quiet", "-r", str(REGELS), "openapi.json"]

    klaar = subprocess.run(opdracht, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  # a linter

    fouten = [fout for fout in json.loads(klaar.stdout) if fout["severity"] == 0]
    assert (fouten, klaar.returncode) == ([], 0), klaar.stderr
