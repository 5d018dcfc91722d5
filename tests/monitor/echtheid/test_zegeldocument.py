"""docs/zegel.md: an outsider who does what it says finds the seal."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from monitor.canoniek import canoniek, zegel
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, teksten
from tests.monitor.voorbeeld import voorbeeld

BLAD = (Path(settings.BASE_DIR) / "docs/zegel.md").read_text()


def _blok(soort: str, nummer: int = 0) -> str:
    return re.findall(rf"```{soort}\n(.*?)```", BLAD, re.DOTALL)[nummer]


def _buitenstaander(tekst: str) -> str:
    """What the program of the page says of it, as a process that knows nothing of ours."""
    opdracht = [sys.executable, "-I", "-c", _blok("python")]
    return subprocess.run(opdracht, input=tekst, capture_output=True, text=True, check=True, encoding="utf-8").stdout  # noqa: S603  # our own


def test_the_program_of_the_page_finds_the_seal_of_its_example():
    assert _buitenstaander(_blok("json")).strip() == _blok("text", 1).strip()


def test_the_product_gives_the_same_line_and_seal():
    regel = canoniek(json.loads(_blok("json")))
    assert (regel, zegel([regel])) == (_blok("text", 0).strip(), _blok("text", 1).strip())


@pytest.mark.parametrize("tekst", ['é"\\\n\t\x1f/', "💡 U+1F4A1", "\u2028", "</script>", ""])
def test_the_page_and_the_product_agree_on_odd_texts(tekst):
    inhoud = {"b": tekst, "a": [1, -2, None, True, {"c": [], "B": {}}]}
    assert _buitenstaander(json.dumps(inhoud, indent=3)).strip() == zegel([canoniek(inhoud)])


@pytest.mark.django_db
def test_the_program_finds_the_seal_of_a_real_publication_however_its_json_is_laid_out():
    vaststelling = vastgesteld(voorbeeld())
    teksten(vaststelling.meting.programma)
    publicatie = gepubliceerd(vaststelling)
    netjes = json.dumps(json.loads(publicatie.inhoud), indent=2)
    assert [_buitenstaander(tekst).strip() for tekst in (publicatie.inhoud, netjes)] == [publicatie.zegel] * 2


def test_the_program_is_short_enough_to_read():
    assert len([regel for regel in _blok("python").splitlines() if regel.strip()]) <= 15
