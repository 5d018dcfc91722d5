"""The project's own files: the locks, what they may name, the README's table, and the size of the code."""

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

PROJECT = Path(settings.BASE_DIR)
SLOTEN = ("requirements.txt", "requirements-dev.txt")
REGELS_PER_FUNCTIE, REGELS_PER_BESTAND = 60, 300
INHOUD = ("praktijken/demonstratie",)
"""Modules that hold the demonstration's texts: content, which grows with what there is to tell."""

MACHINEPAD = re.compile(r"(?<![\w.:/}])/(?:work|tmp|root|home/\w+|Users/\w+)/\w")


def pyproject() -> dict[str, object]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]


def pakketnaam(eis: str) -> str:
    """`Psycopg[binary]~=3.2` is psycopg."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", eis)[0]).lower()


def slot(bestand: str) -> dict[str, tuple[str, str]]:
    """Name to (version, everything else the lock says of it)."""
    delen = re.split(r"^(?=[a-z0-9])", (PROJECT / bestand).read_text(), flags=re.MULTILINE)
    gevonden = (
        re.match(r"([\w.-]+)(?:\[[\w,-]+\])?==([^\s;\\]+)(.*)", deel, re.DOTALL) for deel in delen if deel.strip()
    )
    return {pakketnaam(deel[1]): (deel[2], deel[3]) for deel in gevonden}


@pytest.mark.parametrize("bestand", SLOTEN)
def test_a_lock_has_a_hash_for_every_package_and_no_address(bestand):
    zonder = [naam for naam, (_, rest) in slot(bestand).items() if "--hash=sha256:" not in rest]

    assert zonder == []
    assert re.findall(r"\w+://\S+|^--?\w[\w-]*.*", (PROJECT / bestand).read_text(), re.MULTILINE) == []


def test_the_locks_follow_pyproject():
    nodig = {pakketnaam(eis) for eis in pyproject()["dependencies"]}
    ontwikkel = {pakketnaam(eis) for eis in pyproject()["optional-dependencies"]["dev"]}
    run, dev = (slot(bestand) for bestand in SLOTEN)

    assert rechtstreeks(run) == nodig
    assert rechtstreeks(dev) == nodig | ontwikkel
    assert {naam: versie for naam, (versie, _) in run.items() if dev.get(naam, ("",))[0] != versie} == {}


def rechtstreeks(vast: dict[str, tuple[str, str]]) -> set[str]:
    """The packages that stand in a lock because pyproject asks for them."""
    return {naam for naam, (_, rest) in vast.items() if "mantelzorg (pyproject.toml)" in rest}


def bewaard() -> list[Path]:
    """The files git keeps; skips where this is no checkout."""
    if shutil.which("git") is None or not (PROJECT / ".git").exists():
        pytest.skip("dit is geen git-checkout")
    klaar = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, text=True, check=True)  # noqa: S607
    return [PROJECT / naam for naam in klaar.stdout.split("\0") if naam and (PROJECT / naam).is_file()]


def tekstregels(pad: Path) -> Iterator[tuple[int, str]]:
    """The lines of a text file, numbered; none of a file that is no text."""
    try:
        yield from enumerate(pad.read_text(encoding="utf-8").splitlines(), start=1)
    except UnicodeDecodeError:
        return


def test_no_file_names_a_folder_of_a_machine():
    gevonden = [
        f"{pad.relative_to(PROJECT)}:{nummer}: {regel.strip()[:80]}"
        for pad in bewaard()
        if pad != Path(__file__)
        for nummer, regel in tekstregels(pad)
        if MACHINEPAD.search(regel)
    ]

    assert gevonden == []


def test_the_search_for_folders_knows_an_address_of_the_product_from_one():
    assert MACHINEPAD.search("DATA = '/home/anna/data'")
    assert MACHINEPAD.search("open(/tmp/x)")
    assert not MACHINEPAD.search("http://127.0.0.1/root/x")


def test_the_readme_says_of_every_dependency_why_it_is_there():
    tabel = {
        pakketnaam(rij[1]) for rij in re.finditer(r"^\| `([\w.\[\]-]+)` \|", (PROJECT / "README.md").read_text(), re.M)
    }

    assert {pakketnaam(eis) for eis in pyproject()["dependencies"]} - tabel == set()


def python_bestanden() -> Iterator[Path]:
    for pad in bewaard():
        kort = pad.relative_to(PROJECT)
        if pad.suffix == ".py" and "migrations" not in kort.parts and not kort.as_posix().startswith(INHOUD):
            yield pad


def test_no_file_and_no_function_is_too_long_to_read_at_once():
    te_lang = []
    for pad in python_bestanden():
        tekst, naam = pad.read_text(), pad.relative_to(PROJECT)
        if (regels := len(tekst.splitlines())) > REGELS_PER_BESTAND:
            te_lang.append(f"{naam}: {regels} regels")
        for knoop in ast.walk(ast.parse(tekst)):
            if isinstance(knoop, ast.FunctionDef | ast.AsyncFunctionDef):
                regels = knoop.end_lineno - knoop.lineno + 1
                te_lang += [f"{naam}: {knoop.name} {regels} regels"] if regels > REGELS_PER_FUNCTIE else []

    assert te_lang == []


ADRES_IN_NAAM = re.compile(r"\{%-?\s*url\s[^%]*\sas\s+\w+\s*%\}")


def sjablonen_met_adres_in_naam(map_: Path) -> list[str]:
    """Templates that put an address in a name: there a misspelt one is an empty text, and its button nowhere."""
    return [
        f"{pad.relative_to(map_)}: {gevonden[0]}"
        for pad in sorted(map_.rglob("*.*"))
        if pad.suffix in {".html", ".txt"}
        for gevonden in ADRES_IN_NAAM.finditer(pad.read_text())
    ]


def test_no_template_hides_an_address_that_does_not_exist():
    assert sjablonen_met_adres_in_naam(PROJECT / "templates") == []


def test_an_address_in_a_name_is_seen_and_a_plain_one_is_not(tmp_path):
    (tmp_path / "fout.html").write_text("{% url 'besluit' een.pk as adres %}<a href=\"{{ adres }}\">Besluit</a>")
    (tmp_path / "goed.html").write_text("<a href=\"{% url 'besluit' een.pk %}\">Zo goed as nieuw</a>")

    assert sjablonen_met_adres_in_naam(tmp_path) == ["fout.html: {% url 'besluit' een.pk as adres %}"]
