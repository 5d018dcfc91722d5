"""Two people import at the same moment, each in a thread with its own connection: one import, never half."""

import datetime
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from mantelzorg.models import Gemeente, Programma
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Importbestand, Praktijk
from praktijken.uitwisseling.uploads import AlVerwerkt, VoorbeeldVerouderd, bevestig, bewaar_upload, voorbeeld
from tests.gegevens import gebruiker
from tests.praktijken.uitwisseling.bestanden import MODELLEN, Bladen, dag, klein, met_cel, schrijf, tellingen

VANDAAG = datetime.date(2020, 6, 30)
Samen = Callable[..., list[Any]]


@pytest.fixture
def database(transactional_db: None, tmp_path: Path) -> Iterator[None]:  # noqa: ARG001  # asked for its effect
    """Roles and municipalities stand; SQLite moves to a file, where several connections work as in production."""
    migratie = import_module("mantelzorg.migrations.0002_rollen_en_gemeenten")
    migratie.maak_rollen(apps, None)
    if not Gemeente.objects.exists():
        migratie.laad_gemeenten(apps, None)
    if connection.vendor != "sqlite":
        yield
        return
    pad = tmp_path / "db.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(pad)])
    eigen = connections.databases["default"]
    oud, eigen["NAME"] = eigen["NAME"], str(pad)
    yield
    eigen["NAME"] = oud


@pytest.fixture
def samen(database: None) -> Samen:  # noqa: ARG001  # asked for its effect
    """`samen(f, g)`: both at once, each with its own connection; what they return or raise, in that order."""

    def samen(*werk: Callable[[], Any]) -> list[Any]:
        start = threading.Barrier(len(werk))

        def een(taak: Callable[[], Any]) -> Any:
            try:
                start.wait()
                return taak()
            except (AlVerwerkt, VoorbeeldVerouderd) as fout:
                return type(fout)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(werk)) as draden:
            return list(draden.map(een, werk))

    return samen


def laad(bladen: Bladen, tmp_path: Path) -> tuple[int, str]:
    """Upload by a medewerker of its own; its number, and the fingerprint of the preview."""
    bestand = SimpleUploadedFile("a.xlsx", schrijf(bladen, tmp_path / "a.xlsx").read_bytes())
    upload = bewaar_upload(bestand, gebruiker(Rol.MEDEWERKER))
    return upload.pk, voorbeeld(upload, VANDAAG).vingerafdruk


def bevestiging(pk: int, afdruk: str) -> Callable[[], Any]:
    """What the page does on a click, with its own look at the upload."""
    upload = Importbestand.objects.get(pk=pk)
    return lambda: tellingen(bevestig(upload, VANDAAG, afdruk))


def test_two_confirmations_of_one_upload_are_one_import(samen: Samen, tmp_path: Path) -> None:
    def bereid_voor() -> list[Callable[[], Any]]:
        upload = laad(klein(), tmp_path)
        return [bevestiging(*upload), bevestiging(*upload)]

    (taken,) = samen(bereid_voor)
    uitkomsten = samen(*taken)
    geslaagd = [uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, dict)]
    assert len(geslaagd) == 1
    assert {uitkomst for uitkomst in uitkomsten if not isinstance(uitkomst, dict)} == {AlVerwerkt}
    assert geslaagd[0]["deelnames"] == (2, 0, 0)
    assert samen(lambda: [(m.objects.count(), m.history.values("id").distinct().count()) for m in MODELLEN]) == [
        [(aantal, aantal) for aantal in (1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2)]
    ]
    assert samen(lambda: [m.history.filter(history_type="+").count() for m in MODELLEN]) == [
        [1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2]
    ]


def test_of_two_files_for_one_new_programme_the_second_must_be_looked_at_again(samen: Samen, tmp_path: Path) -> None:
    ander = met_cel("Praktijken", 2, "naam", "Arnhem-Noord")
    ander["Deelnemers"].append(["D3", None, None, None, None, None, "EDE", dag("2020-01-01"), None])

    def bereid_voor() -> list[tuple[int, str]]:
        return [laad(klein(), tmp_path), laad(ander, tmp_path)]

    (uploads,) = samen(bereid_voor)
    (taken,) = samen(lambda: [bevestiging(*upload) for upload in uploads])
    uitkomsten = samen(*taken)
    assert sorted(isinstance(uitkomst, dict) for uitkomst in uitkomsten) == [False, True]
    assert VoorbeeldVerouderd in uitkomsten
    eerste = 0 if isinstance(uitkomsten[0], dict) else 1
    assert samen(stand) == [(1, ("Arnhem", "Arnhem-Noord")[eerste], 2 + eerste)]

    def opnieuw() -> object:
        upload = Importbestand.objects.get(pk=uploads[1 - eerste][0])
        return tellingen(bevestig(upload, VANDAAG, voorbeeld(upload, VANDAAG).vingerafdruk))["praktijken"]

    assert samen(opnieuw) == [(0, 1, 1)]
    assert samen(stand) == [(1, ("Arnhem-Noord", "Arnhem")[eerste], 3)]


def stand() -> tuple[int, str, int]:
    return Programma.objects.count(), Praktijk.objects.get(code="ARN").naam, Deelname.objects.count()
