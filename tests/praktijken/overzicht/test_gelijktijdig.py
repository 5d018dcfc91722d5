"""Two people of the office at the same moment, each with a connection of their own."""

import sqlite3
import threading
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, connections

from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap, Bulkactie, Praktijk
from praktijken.overzicht.acties import AdviseurToevoegen, Beeindigen
from praktijken.overzicht.bulk import VoorbeeldVerouderd, afdruk, maak_ongedaan, plan, voer_uit
from tests.gegevens import gebruiker, praktijk, programma

pytestmark = pytest.mark.django_db(transaction=True)
EINDE = Beeindigen(einddatum=date(2020, 6, 30), afloop="afgerond")
Gelijktijdig = Callable[..., tuple[list[str], object]]


@pytest.fixture
def mo():
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def arnhem():
    return praktijk(programma())


@pytest.fixture
def gelijktijdig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gelijktijdig:
    """`gelijktijdig(daad, ander, daarna=lees)`: at the same moment; what each came to, sorted, and `lees()`.

    SQLite's test database lives in memory, where nobody waits for a lock: the threads get a copy on disk.
    """

    def draai(*daden: Callable[[], Any], daarna: Callable[[], object]) -> tuple[list[str], object]:
        with monkeypatch.context() as tijdelijk:
            if connection.vendor == "sqlite":
                connection.ensure_connection()
                with closing(sqlite3.connect(tmp_path / "kopie.sqlite3")) as kopie:
                    connection.connection.backup(kopie)
                tijdelijk.setitem(connections.settings["default"], "NAME", str(tmp_path / "kopie.sqlite3"))
            return sorted(map(str, _draai(daden))), _draai((daarna,))[0]

    return draai


def _draai(daden: tuple[Callable[[], Any], ...]) -> list[Any]:
    samen, uitkomsten = threading.Barrier(len(daden)), []

    def draad(daad: Callable[[], Any]) -> None:
        try:
            samen.wait()
            uitkomsten.append(daad())
        except VoorbeeldVerouderd:
            uitkomsten.append("verouderd")
        finally:
            connection.close()

    draden = [threading.Thread(target=draad, args=(daad,)) for daad in daden]
    for een in draden:
        een.start()
    for een in draden:
        een.join()
    return uitkomsten


def opdracht(handeling, praktijk, user, inzending, gezien=None):
    """Confirm what `gezien` showed (else: what a preview now shows)."""
    gezien = gezien or afdruk(plan(handeling, [praktijk.pk], user))
    return lambda: (
        voer_uit(
            handeling=handeling, sleutels=[praktijk.pk], user=user, reden="Klaar", inzending=inzending, gezien=gezien
        ).wat
    )


def test_a_double_click_does_it_once(mo, arnhem, gelijktijdig):
    inzending = uuid.uuid4()

    uitkomst = gelijktijdig(
        *[opdracht(EINDE, arnhem, mo, inzending)] * 2,
        daarna=lambda: (Bulkactie.objects.count(), Praktijk.history.filter(id=arnhem.pk).count()),
    )

    assert uitkomst == ([EINDE.wat, EINDE.wat], (1, 1 + 1))


def test_of_two_people_the_second_must_look_again(mo, arnhem, gelijktijdig):
    cas = gebruiker(Rol.ADVISEUR)
    toevoegen = AdviseurToevoegen(adviseur=cas, vanaf=date(2020, 7, 1), tot_en_met=None, waarnemer=False)

    uitkomst = gelijktijdig(
        *[opdracht(toevoegen, arnhem, mo, uuid.uuid4()) for _ in range(2)],
        daarna=lambda: (Bulkactie.objects.count(), Adviseurschap.objects.count()),
    )

    assert uitkomst == ([toevoegen.wat, "verouderd"], (1, 1))


def test_undone_twice_at_once_it_is_undone_once(mo, arnhem, gelijktijdig):
    opdracht(EINDE, arnhem, mo, uuid.uuid4())()
    actie = Bulkactie.objects.get()

    def maak() -> list[str]:
        return [stap["gebleven"] for stap in maak_ongedaan(actie=actie, user=mo).stappen]

    uitkomst = gelijktijdig(maak, maak, daarna=lambda: Praktijk.history.filter(id=arnhem.pk).count())

    assert uitkomst == (["['']", "['']"], 1 + 1 + 1)
