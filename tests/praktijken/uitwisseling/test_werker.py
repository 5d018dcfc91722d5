"""The worker at an uploaded file: progress, stopping it, and what becomes of it when the process is killed."""

import datetime
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone

from mantelzorg.models import Programma, User
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Importbatch, Importstand
from praktijken.uitwisseling.batches import annuleer, bevestig, bewaar_upload, probeer_opnieuw, vraag_terug
from praktijken.uitwisseling.taken import red_imports, ruim_imports_op
from praktijken.uitwisseling.werkplaats import Geannuleerd, Melder, Voortgang, Werkplaats, met_bestanden
from tests.gegevens import gebruiker
from tests.praktijken.uitwisseling.bestanden import MODELLEN, Bladen, dag, klein, schrijf

pytestmark = pytest.mark.django_db(transaction=True)
VEEL = 12_000
"""Participants in the file of a worker that is killed: some seconds of work."""
WERKER = """
import django
from django.db import connections
connections.databases["default"]["NAME"] = {naam!r}
django.setup()
{eerst}
from mantelzorg.taken.werker import werk_af
werk_af()
"""
TREUZEL = """
import time
from praktijken.uitwisseling.werkplaats import Melder
vertel = Melder.__call__
def treuzel(self, stap, gedaan, totaal):
    vertel(self, stap, gedaan, totaal)
    time.sleep(60 if stap == "terugzetten" else 0)
Melder.__call__ = treuzel
"""
"""Half-way of undoing a small file is over in no time: this worker waits there to be killed."""


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


def laad(bladen: Bladen, mo: User, tmp_path: Path) -> Importbatch:
    bestand = SimpleUploadedFile("a.xlsx", schrijf(bladen, tmp_path / "a.xlsx").read_bytes())
    return bewaar_upload(bestand, mo, uuid4())


def gelezen(bladen: Bladen, mo: User, tmp_path: Path) -> Importbatch:
    batch = laad(bladen, mo, tmp_path)
    werk_af()
    batch.refresh_from_db()
    return batch


def bevestigd(bladen: Bladen, mo: User, tmp_path: Path) -> Importbatch:
    batch = gelezen(bladen, mo, tmp_path)
    bevestig(batch.pk, mo, batch.voorbeeld["vingerafdruk"])
    return batch


def stand(batch: Importbatch) -> Importstand:
    return Importbatch.objects.get(pk=batch.pk).stand


def veel() -> Bladen:
    bladen = klein()
    rijen = ([f"E{n}", f"Naam {n}", None, None, None, None, "EDE", dag("2020-01-01"), None] for n in range(VEEL))
    bladen["Deelnemers"].extend(rijen)
    return bladen


def test_the_queue_leads_an_upload_from_reading_to_imported(mo: User, tmp_path: Path) -> None:
    batch = laad(klein(), mo, tmp_path)
    standen = [stand(batch)]
    werk_af()
    batch.refresh_from_db()
    standen.append(batch.stand)
    bevestig(batch.pk, mo, batch.voorbeeld["vingerafdruk"])
    standen.append(stand(batch))
    werk_af()

    assert [*standen, stand(batch)] == [
        Importstand.WACHT_OP_LEZEN,
        Importstand.VOORBEELD,
        Importstand.WACHT_OP_VERWERKEN,
        Importstand.KLAAR,
    ]
    assert Deelname.objects.count() == 2


def test_who_stops_before_the_worker_begins_has_nothing_imported(mo: User, tmp_path: Path) -> None:
    batch = bevestigd(klein(), mo, tmp_path)

    assert annuleer(batch.pk) is True
    werk_af()

    assert (stand(batch), Programma.objects.count()) == (Importstand.GEANNULEERD, 0)


def test_stopping_while_it_is_written_takes_back_all_of_it(
    mo: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = bevestigd(klein(), mo, tmp_path)
    gezien = []

    def meld_en_stop(self: Melder, stap: str, gedaan: int, totaal: int) -> None:
        """As the page does: somebody presses the button when half is written."""
        gezien.append((stap, gedaan, totaal))
        if (stap, gedaan) == ("bewaren", 10):
            assert annuleer(batch.pk) is False
            self._keek = 0.0
            self.pols()

    monkeypatch.setattr(Melder, "__call__", meld_en_stop)
    werk_af()

    assert ("bewaren", 10, 15) in gezien
    assert (stand(batch), Programma.objects.count(), Programma.history.count()) == (Importstand.GEANNULEERD, 0, 0)


def test_progress_is_told_in_whole_and_a_stop_is_heard() -> None:
    werkplaats = Werkplaats(987_654)
    melder = Melder(werkplaats, totaal=50)
    try:
        melder("lezen", 20, 0)
        assert werkplaats.voortgang == Voortgang(stap="lezen", gedaan=20, totaal=50)
        assert werkplaats.voortgang.procent == 40
        werkplaats.vraag_stop()
        time.sleep(0.35)
        with pytest.raises(Geannuleerd):
            melder("lezen", 40, 0)
    finally:
        werkplaats.ruim()


def test_a_batch_nobody_put_in_the_queue_is_put_there_after_two_minutes(mo: User, tmp_path: Path) -> None:
    batch = laad(klein(), mo, tmp_path)
    from django_tasks_db.models import DBTaskResult  # the queue itself, to lose what is in it

    DBTaskResult.objects.all().delete()
    assert red_imports.call() == 0
    Importbatch.objects.filter(pk=batch.pk).update(gevraagd_op=timezone.now() - datetime.timedelta(minutes=3))
    assert red_imports.call() == 1
    werk_af()
    assert stand(batch) is Importstand.VOORBEELD


def test_a_batch_that_is_done_with_leaves_no_files(mo: User, tmp_path: Path) -> None:
    klaar, open_ = bevestigd(klein(), mo, tmp_path), laad(klein(), mo, tmp_path)
    werk_af()
    assert {klaar.pk, open_.pk} <= set(met_bestanden())
    ruim_imports_op.call()
    assert [batch.pk in met_bestanden() for batch in (klaar, open_)] == [False, True]


@pytest.fixture
def werker() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts a real worker on the tests' own database."""
    processen = []

    def start(eerst: str = "") -> subprocess.Popen[bytes]:
        opdracht = WERKER.format(naam=str(connection.settings_dict["NAME"]), eerst=eerst)
        omgeving = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        proces = subprocess.Popen(  # noqa: S603  # our own interpreter and words
            [sys.executable, "-c", opdracht], cwd=settings.BASE_DIR, env=omgeving
        )
        processen.append(proces)
        return proces

    yield start
    for proces in processen:
        proces.kill()
        proces.wait()


def wacht_op(stap: str, pk: int, proces: subprocess.Popen[bytes]) -> None:
    """Until the worker tells that it is at this step."""
    einde = time.monotonic() + 60
    while time.monotonic() < einde and proces.poll() is None:
        voortgang = Werkplaats(pk).voortgang
        if voortgang is not None and voortgang.stap == stap and voortgang.gedaan:
            return
        time.sleep(0.02)
    raise AssertionError(f"niet toegekomen aan {stap}: {proces.poll()}")


def test_reading_starts_again_and_importing_stored_nothing_when_the_worker_is_killed(
    mo: User, tmp_path: Path, werker
) -> None:
    batch = laad(veel(), mo, tmp_path)
    proces = werker()
    wacht_op("controleren", batch.pk, proces)
    assert red_imports.call() == 0, "it is at work, however long it takes"
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    assert stand(batch) is Importstand.WORDT_GELEZEN

    assert red_imports.call() == 1
    werk_af()
    batch.refresh_from_db()
    assert (batch.stand, batch.voorbeeld["wijzigingen"]) == (Importstand.VOORBEELD, 15 + 2 * VEEL)

    bevestig(batch.pk, mo, batch.voorbeeld["vingerafdruk"])
    proces = werker()
    wacht_op("bewaren", batch.pk, proces)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    assert red_imports.call() == 1
    batch.refresh_from_db()
    assert (batch.stand, batch.resultaat) == (Importstand.MISLUKT, {"reden": "Het bewaren is afgebroken."})
    assert (Programma.objects.count(), Programma.history.count()) == (0, 0)

    probeer_opnieuw(batch.pk)
    werk_af()
    assert stand(batch) is Importstand.VOORBEELD


def test_undoing_took_nothing_away_when_the_worker_is_killed_and_can_be_asked_again(
    mo: User, tmp_path: Path, werker
) -> None:
    batch = bevestigd(klein(), mo, tmp_path)
    werk_af()
    staat_er = [(model.objects.count(), model.history.count()) for model in MODELLEN]
    vraag_terug(batch.pk, mo)
    proces = werker(TREUZEL)
    wacht_op("terugzetten", batch.pk, proces)
    proces.send_signal(signal.SIGKILL)
    proces.wait()
    assert stand(batch) is Importstand.WORDT_TERUGGEDRAAID

    assert red_imports.call() == 1

    batch.refresh_from_db()
    assert (batch.stand, batch.resultaat["terug"]) == (Importstand.KLAAR, {"afgebroken": True})
    assert [(model.objects.count(), model.history.count()) for model in MODELLEN] == staat_er
    vraag_terug(batch.pk, mo)
    werk_af()
    assert stand(batch) is Importstand.ONGEDAAN
    assert [model.objects.count() for model in MODELLEN] == [0] * len(MODELLEN)


def test_what_was_killed_twice_while_reading_waits_for_a_person(mo: User, tmp_path: Path) -> None:
    batch = laad(klein(), mo, tmp_path)
    Importbatch.objects.filter(pk=batch.pk).update(begonnen_op=timezone.now(), pogingen=2)

    assert red_imports.call() == 1

    batch.refresh_from_db()
    assert (batch.stand, batch.resultaat["reden"]) == (
        Importstand.MISLUKT,
        "Het lezen van het bestand is twee keer afgebroken.",
    )
