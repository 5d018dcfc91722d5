"""Two people import at the same moment, each in a thread with its own connection: one import, never half."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from mantelzorg.models import Gemeente, Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Importbatch, Importstand, Praktijk
from praktijken.uitwisseling.batches import bevestig, bewaar_upload
from praktijken.uitwisseling.werk import doe
from tests.gegevens import gebruiker
from tests.praktijken.uitwisseling.bestanden import MODELLEN, Bladen, dag, klein, met_cel, schrijf

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
    """`samen(f, g)`: both at once, each with its own connection; what they return, in that order."""

    def samen(*werk: Callable[[], Any]) -> list[Any]:
        start = threading.Barrier(len(werk))

        def een(taak: Callable[[], Any]) -> Any:
            try:
                start.wait()
                return taak()
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(werk)) as draden:
            return list(draden.map(een, werk))

    return samen


def laad(bladen: Bladen, tmp_path: Path) -> int:
    """Upload by a medewerker of its own, read by the worker, then confirmed: what waits for the worker."""
    bestand = SimpleUploadedFile("a.xlsx", schrijf(bladen, tmp_path / "a.xlsx").read_bytes())
    user = gebruiker(Rol.MEDEWERKER)
    pk = bewaar_upload(bestand, user, uuid4()).pk
    doe(pk)
    bevestigd(pk, user)
    return pk


def bevestigd(pk: int, user: User) -> None:
    bevestig(pk, user, Importbatch.objects.get(pk=pk).voorbeeld["vingerafdruk"])


def test_two_workers_at_one_confirmed_upload_are_one_import(samen: Samen, tmp_path: Path) -> None:
    (pk,) = samen(lambda: laad(klein(), tmp_path))

    samen(lambda: doe(pk), lambda: doe(pk))

    assert samen(lambda: Importbatch.objects.get(pk=pk).stand) == [Importstand.KLAAR]
    assert samen(lambda: [(m.objects.count(), m.history.values("id").distinct().count()) for m in MODELLEN]) == [
        [(aantal, aantal) for aantal in (1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2)]
    ]
    assert samen(lambda: [m.history.filter(history_type="+").count() for m in MODELLEN]) == [
        [1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2]
    ]


def test_of_two_files_for_one_new_programme_the_second_must_be_looked_at_again(samen: Samen, tmp_path: Path) -> None:
    ander = met_cel("Praktijken", 2, "naam", "Arnhem-Noord")
    ander["Deelnemers"].append(["D3", None, None, None, None, None, "EDE", dag("2020-01-01"), None])
    (pks,) = samen(lambda: [laad(klein(), tmp_path), laad(ander, tmp_path)])

    samen(lambda: doe(pks[0]), lambda: doe(pks[1]))

    (standen,) = samen(lambda: [Importbatch.objects.get(pk=pk).stand for pk in pks])
    assert sorted(standen) == sorted([Importstand.KLAAR, Importstand.VOORBEELD])
    eerste = standen.index(Importstand.KLAAR)
    assert samen(stand) == [(1, ("Arnhem", "Arnhem-Noord")[eerste], 2 + eerste)]

    def opnieuw() -> object:
        batch = Importbatch.objects.get(pk=pks[1 - eerste])
        assert batch.voorbeeld["verouderd"] is True
        bevestigd(batch.pk, batch.door)
        doe(batch.pk)
        batch.refresh_from_db()
        return next(rij for rij in batch.resultaat["tellingen"] if rij[0] == "praktijken")

    assert samen(opnieuw) == [["praktijken", 0, 1, 1]]
    assert samen(stand) == [(1, ("Arnhem-Noord", "Arnhem")[eerste], 3)]


def test_one_form_sent_twice_at_one_moment_is_one_upload(samen: Samen, tmp_path: Path) -> None:
    inhoud, formulier = schrijf(klein(), tmp_path / "a.xlsx").read_bytes(), uuid4()
    (mo,) = samen(lambda: gebruiker(Rol.MEDEWERKER))

    def verstuur() -> int:
        return bewaar_upload(SimpleUploadedFile("a.xlsx", inhoud), mo, formulier).pk

    eerste, tweede = samen(verstuur, verstuur)

    assert eerste == tweede
    assert samen(lambda: list(Importbatch.objects.values_list("pk", flat=True))) == [[eerste]]
    assert samen(lambda: DBTaskResult.objects.count()) == [1]


def stand() -> tuple[int, str, int]:
    return Programma.objects.count(), Praktijk.objects.get(code="ARN").naam, Deelname.objects.count()
