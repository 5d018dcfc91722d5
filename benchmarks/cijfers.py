"""Indicator 23 of one programme in a table of many: queries, time, and a plain GROUP BY on the same rows.

Run by `meet` in a process of its own: `python -m benchmarks.cijfers PROGRAMMAS PRAKTIJKEN`.
"""

import datetime
import os
import sys
import time
from collections.abc import Callable

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mantelzorg.settings")
django.setup()

from django.core.management import call_command  # noqa: E402  # after django.setup()
from django.db import connection  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.vulling import Omvang, bijwerken, vul  # noqa: E402
from mantelzorg.models import Programma  # noqa: E402
from monitor.bron import lees, momentopname  # noqa: E402
from monitor.rapport import maak_rapport  # noqa: E402
from praktijken.models import Deelname  # noqa: E402

PEILDATUM = datetime.date(2020, 6, 30)
KEREN = 9
GROUP_BY = """
    SELECT COALESCE(eigen.naam, gegeven.naam), COUNT(DISTINCT d.deelnemer_id)
    FROM praktijken_deelname d
    JOIN praktijken_praktijk p ON p.id = d.praktijk_id
    LEFT JOIN deelnemers_organisatietype eigen ON eigen.id = d.organisatietype_id
    LEFT JOIN deelnemers_organisatie o ON o.id = d.organisatie_id
    LEFT JOIN deelnemers_organisatietype gegeven ON gegeven.id = o.organisatietype_id
    WHERE p.programma_id = %s AND p.startdatum <= %s AND (p.einddatum IS NULL OR p.einddatum >= %s)
      AND d.vanaf <= %s AND (d.tot_en_met IS NULL OR d.tot_en_met >= %s)
    GROUP BY 1
"""


def main(programmas: int, praktijken: int) -> None:
    """Fill the database and print what its figures cost."""
    call_command("migrate", verbosity=0)
    omvang = Omvang(programmas=programmas, praktijken=praktijken)
    begin = time.monotonic()
    vul(omvang)
    bijwerken()
    print(
        f"{getal(omvang.praktijken)} praktijken en {getal(omvang.deelnames)} deelnames in {programmas} programma's "
        f"(gevuld in {time.monotonic() - begin:.0f} s)"
    )
    for programma in Programma.objects.filter(slug__in={f"p{programmas // 2}", f"p{programmas}"}).order_by("pk"):
        meet(programma)


def meet(programma: Programma) -> None:
    """Print the cost of one programme's figures."""
    eigen = Deelname.objects.filter(praktijk__programma=programma).count()
    print(f"  een programma met {programma.praktijken.count()} praktijken en {getal(eigen)} deelnames:")
    for naam, doe in (
        ("maak_rapport, alles van de pagina", lambda: maak_rapport(programma, PEILDATUM, vandaag=PEILDATUM)),
        ("monitor.bron.lees, alle rijen", lambda: _lees(programma)),
        ("kale GROUP BY, deelnemers per type", lambda: _group_by(programma)),
    ):
        vragen, seconden = _kosten(doe)
        print(f"    {naam:<36} {vragen:>3} query's {seconden * 1000:>9.1f} ms")


def _lees(programma: Programma) -> None:
    with momentopname():
        lees(programma, PEILDATUM)


def _group_by(programma: Programma) -> None:
    with connection.cursor() as cursor:
        cursor.execute(GROUP_BY, [programma.pk, *[PEILDATUM] * 4])
        cursor.fetchall()


def _kosten(doe: Callable[[], object]) -> tuple[int, float]:
    """The number of queries (SELECTs), and the quickest of some runs after that first one."""
    with CaptureQueriesContext(connection) as gesteld:
        doe()
    vragen = sum("SELECT" in vraag["sql"] for vraag in gesteld.captured_queries)
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return vragen, min(tijden)


def getal(aantal: int) -> str:
    """1000000 as 1.000.000."""
    return f"{aantal:,}".replace(",", ".")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
