"""`manage.py demonstratie`: what `make run` does once everything is installed."""

import gc
import os
import secrets
import socket
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from aanmeldingen.demonstratie.laden import laad_oproep
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS, WACHTWOORDBESTAND
from mantelzorg.klok import vandaag
from mantelzorg.models import Programma
from monitor.demonstratie.metingen import laad_metingen
from monitor.demonstratie.publicaties import laad_publicaties
from monitor.models import ElderGenoemdGetal
from praktijken.demonstratie.elders_genoemd import ELDERS_GENOEMD
from praktijken.demonstratie.laden import laad_programma, maak_accounts
from praktijken.demonstratie.lessen import laad_lessen
from praktijken.demonstratie.sessies import laad_sessies

ADRES = "127.0.0.1"
POSTMAP = settings.DATA_DIR / "post"
"""Where the worker puts what it sends: on the terminal it would drown the address."""


class Command(BaseCommand):
    help = "Zet de demonstratie klaar en start de website op deze computer. Alleen met DEBUG aan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--poort", type=int, default=8000)

    def handle(self, *_: Any, poort: int, **__: Any) -> None:
        if not settings.DEBUG:
            raise CommandError("De demonstratie draait alleen met DEBUG aan (make run doet dat).")
        stekker = _luister(poort)
        _migreer()
        maak_accounts()
        programma = laad_programma(vandaag())
        laad_elders_genoemd(programma)
        laad_lessen(programma)
        laad_sessies(programma)
        laad_metingen(programma, timezone.now())
        laad_publicaties(programma, timezone.now())
        laad_oproep()
        self._vertel(poort)
        os.environ.setdefault("EMAIL_URL", f"filemail:///{POSTMAP}")  # one slash goes to the end of the server's name
        os.environ["WEBADRES"] = f"http://{ADRES}:{poort}"
        _start_werker()
        _serveer(stekker)

    def _vertel(self, poort: int) -> None:
        regels = [f"In voor mantelzorg staat op http://{ADRES}:{poort}/"]
        regels += [f"{rol}: {email}" for email, rol in DEMONSTRATIEACCOUNTS.items()]
        regels += [f"Wachtwoord: {demonstratiewachtwoord()}"]
        regels += [f"Verstuurde mail komt in {POSTMAP}", "Stoppen: Ctrl+C"]
        self.stdout.write("\n".join(regels))
        self.stdout.flush()


def _migreer() -> None:
    """Looking for what migrating leaves behind would take a fifth of the time, which people wait for."""
    gc.disable()
    call_command("migrate", verbosity=0, interactive=False)
    gc.enable()


def _luister(poort: int) -> socket.socket:
    """Take the port before anything else: who reads the address and calls at once is kept waiting, not refused."""
    stekker = socket.socket()
    stekker.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        stekker.bind((ADRES, poort))
    except (OSError, OverflowError) as fout:
        raise CommandError(f"Poort {poort} is bezet; kies een andere met: make run PORT=8001") from fout
    stekker.listen(64)
    stekker.set_inheritable(True)
    return stekker


def demonstratiewachtwoord() -> str:
    """One word for all demonstration accounts, made on first use, kept beside the database."""
    if not WACHTWOORDBESTAND.exists():
        WACHTWOORDBESTAND.touch(mode=0o600)
        WACHTWOORDBESTAND.write_text(secrets.token_urlsafe(9))
    return WACHTWOORDBESTAND.read_text()


@transaction.atomic
def laad_elders_genoemd(programma: Programma) -> None:
    """The numbers quoted elsewhere; kept as they are once somebody changed or removed them."""
    if not ElderGenoemdGetal.history.filter(programma=programma).exists():
        for volgorde, genoemd in enumerate(ELDERS_GENOEMD, start=1):
            ElderGenoemdGetal.objects.create(
                programma=programma,
                getal=genoemd.getal,
                bron=genoemd.bron,
                toelichting=genoemd.toelichting,
                volgorde=volgorde,
            )


def _start_werker() -> None:
    """The task worker beside the web server, which this process becomes: it stops when that stops."""
    opdracht = [sys.executable, "manage.py", "werker", "--ouder", str(os.getpid())]
    subprocess.Popen(opdracht, cwd=settings.BASE_DIR)  # noqa: S603  # our own interpreter with fixed words


def _serveer(stekker: socket.socket) -> None:
    """Become the web server: signals then reach it directly."""
    opties = ["--bind", f"fd://{stekker.fileno()}", "--workers", "2", "--timeout", "120", "--no-control-socket"]
    opties += ["--log-level", "warning", "--chdir", str(settings.BASE_DIR)]
    os.execv(  # noqa: S606  # no shell: our own interpreter with fixed words
        sys.executable, [sys.executable, "-m", "gunicorn", *opties, "mantelzorg.wsgi"]
    )
