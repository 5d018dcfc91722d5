"""The worker: does what is in the queue, and puts there what is due by the clock."""

import logging
import os
import time
from typing import Any, Final

from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from mantelzorg.taken.hartslag import klop
from mantelzorg.taken.rooster import plan

logger = logging.getLogger(__name__)

KLOK: Final = 20.0  # seconds between two looks at the clock
RUST: Final = 1.0  # seconds between two looks at an empty queue
GEDULD: Final = 5.0  # seconds until the next try, where the database does not answer


class Werker(Worker):
    """django-tasks' worker, which shows that it runs before each job: one may take long.

    Of a job that fails it keeps the kind of error and the places in the code, not what the error says: that may hold
    personal data.
    """

    def run_task(self, db_task_result: "DBTaskResult[Any, Any]") -> None:
        klop(self.worker_id, timezone.now())
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            logger.error("Taak %s mislukt: %s", db_task_result.task_path, db_task_result.exception_class_path)
            db_task_result.traceback = plaatsen(db_task_result.traceback)
            db_task_result.save(update_fields=["traceback"])


def plaatsen(traceback: str) -> str:
    """The places in the code that a traceback names, and nothing else."""
    return "\n".join(regel.strip() for regel in traceback.splitlines() if regel.startswith('  File "'))


def werk(*, ouder: int | None = None) -> None:
    """Work until a signal to stop; with `ouder`, until that process is no longer this one's parent."""
    worker = wachtrijwerker()
    worker.configure_signals()
    gekeken = float("-inf")
    while worker.running and ouder in (None, os.getppid()):
        try:
            if time.monotonic() - gekeken >= KLOK:
                klop(worker.worker_id, timezone.now())
                plan(timezone.now())
                gekeken = time.monotonic()
            worker.run()
            rust = RUST
        except OperationalError as fout:  # busy or away; its text may hold what was asked, so it is not logged
            logger.warning("De werker wacht op de database: %s", type(fout).__name__)
            connection.close()
            rust = GEDULD
        if worker.running:
            time.sleep(rust)


def werk_af() -> None:
    """Do what is in the queue now, and stop."""
    wachtrijwerker().run()


def wachtrijwerker() -> Werker:
    """django-tasks' worker of all queues, which returns once they are empty."""
    return Werker(
        queue_names=["*"],
        interval=RUST,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"werker-{os.getpid()}",
        excluded_queue_names=[],
    )
