"""A house style is a folder of this installation, over the product's own look."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.fixture
def huis(tmp_path, settings) -> Path:
    settings.HUISSTIJL_DIR = str(tmp_path)
    return tmp_path


def test_without_a_house_style_a_page_asks_for_none(client):
    assert "/static/huisstijl/" not in client.get("/").text


def test_its_css_comes_after_every_other(client, huis):
    (huis / "huisstijl.css").write_text(":root { --kop: #123456; }")

    bladen = [regel for regel in client.get("/").text.splitlines() if 'rel="stylesheet"' in regel]

    assert [regel.strip() for regel in bladen if "huisstijl" in regel] == [
        '<link rel="stylesheet" href="/static/huisstijl/huisstijl.css">'
    ]
    assert "huisstijl.css" in bladen[-1]


def test_its_mark_stands_in_the_frame_and_the_tab(client, huis):
    (huis / "merk.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")

    pagina = client.get("/").text

    assert '<link rel="icon" href="/static/huisstijl/merk.svg" type="image/svg+xml">' in pagina
    assert '<img src="/static/huisstijl/merk.svg" alt="" height="32">' in pagina


def test_the_folder_is_served(tmp_path):
    (tmp_path / "huisstijl.css").write_text("")
    gevonden = subprocess.run(
        [sys.executable, "manage.py", "findstatic", "--first", "-v0", "huisstijl/huisstijl.css"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"HUISSTIJL_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert gevonden.stdout.strip() == str(tmp_path / "huisstijl.css")
