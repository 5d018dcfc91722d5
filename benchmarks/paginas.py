"""What the pages of the office cost in a full database: queries, time, and the size of what is sent.

Run by `meet` in a process of its own: `python -m benchmarks.paginas PROGRAMMAS PRAKTIJKEN`.
"""

import os
import sys
import time
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mantelzorg.settings")
django.setup()

from django.contrib.auth.models import Group  # noqa: E402  # after django.setup()
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.vulling import Omvang, bijwerken, vul  # noqa: E402
from mantelzorg.models import User  # noqa: E402
from mantelzorg.toegang import Rol  # noqa: E402
from praktijken.models import Adviseurschap  # noqa: E402

KEREN = 3
PER_PAGINA = 50
PAGINAS = (
    ("praktijken, eerste pagina", "/praktijken/", None),
    ("praktijken, zoeken op naam", "/praktijken/?zoek=Praktijk+77", None),
    ("overzicht, eerste pagina", "/overzicht/", None),
    ("overzicht, laatste pagina", "/overzicht/?pagina={laatste}", None),
    ("overzicht, op startdatum", "/overzicht/?sorteer=-startdatum", None),
    ("overzicht, op deelnemers", "/overzicht/?sorteer=-deelnemers", None),
    ("overzicht, alleen onvolledige", "/overzicht/?onvolledig=on", None),
    ("overzicht, één programma", "/overzicht/?programma=p7", None),
    ("deelnemers, eerste pagina", "/deelnemers/", None),
    ("deelnemers, halverwege", "/deelnemers/?na=500000", None),
    ("deelnemers, zoeken op naam", "/deelnemers/", {"zoek": "Voornaam12 Achternaam1503"}),
    ("deelnemers, soort onbekend", "/deelnemers/?soort=onbekend", None),
    ("zoeken, naam van een persoon", "/zoek/", {"q": "Achternaam1503"}),
    ("zoeken, komt nergens voor", "/zoek/", {"q": "zzzz"}),
    ("één praktijk", "/praktijken/77/", None),
)


def main(programmas: int, praktijken: int) -> None:
    """Fill the database and print what its pages cost, for the office and for an adviser."""
    call_command("migrate", verbosity=0)
    omvang = Omvang(programmas=programmas, praktijken=praktijken)
    vul(omvang)
    bijwerken()
    laatste = str(praktijken // PER_PAGINA)
    paginas = tuple((naam, adres.replace("{laatste}", laatste), invoer) for naam, adres, invoer in PAGINAS)
    meet("een medewerker", _wie(Rol.MEDEWERKER), paginas)
    adviseur = _wie(Rol.ADVISEUR)
    for praktijk in range(1, 6):
        Adviseurschap.objects.create(praktijk_id=praktijk, adviseur=adviseur)
    meet("een adviseur met vijf praktijken", adviseur, (("mijn praktijken", "/mijn/", None), *PAGINAS[:3], PAGINAS[8]))


def _wie(rol: Rol) -> User:
    user = User.objects.create_user(f"{rol.name.lower()}@voorbeeld.example")
    user.groups.add(Group.objects.get(name=rol.value))
    return user


def meet(wie: str, user: User, paginas: tuple[tuple[str, str, dict[str, str] | None], ...]) -> None:
    """Print queries, the quickest time and the size of every page."""
    print(f"  {wie}:")
    client = Client(headers={"host": "127.0.0.1"})
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    for naam, adres, invoer in paginas:
        vragen, seconden, antwoord = _kosten(lambda a=adres, i=invoer: client.post(a, i) if i else client.get(a))
        assert antwoord.status_code == 200, (adres, antwoord.status_code)  # noqa: S101  # else the time says nothing
        kb = len(antwoord.content) / 1000
        print(f"    {naam:<32} {vragen:>3} query's {seconden * 1000:>9.1f} ms {kb:>7.0f} kB", flush=True)


def _kosten(haal: Callable[[], HttpResponse]) -> tuple[int, float, HttpResponse]:
    with CaptureQueriesContext(connection) as gesteld:
        antwoord = haal()
    vragen = sum("SELECT" in vraag["sql"] for vraag in gesteld.captured_queries)
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        haal()
        tijden.append(time.perf_counter() - begin)
    return vragen, min(tijden), antwoord


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
