"""The figures of one call with many applications: queries and time.

`python -m benchmarks.oproepcijfers [AANMELDINGEN]`, on an empty SQLite file of its own; without a number 5,000.
"""

import datetime
import os
import sys
import tempfile
import time
from typing import Any
from uuid import uuid4

KEREN = 5


def main(aantal: int) -> None:
    """Fill a database, and print what the figures cost."""
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from monitor.oproepen.rapport import maak_rapport

    call_command("migrate", verbosity=0)
    oproep, peildatum = vul(aantal), datetime.date(2014, 7, 31)
    with CaptureQueriesContext(connection) as gesteld:
        rapport = maak_rapport(oproep, peildatum, vandaag=peildatum)
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        maak_rapport(oproep, peildatum, vandaag=peildatum)
        tijden.append(time.perf_counter() - begin)
    vragen = sum("SELECT" in vraag["sql"] for vraag in gesteld.captured_queries)
    totaal = rapport.cijfers.aanmeldingen.totaal
    print(f"{totaal} aanmeldingen: {vragen} query's, {min(tijden) * 1000:.0f} ms (vlugste van {KEREN})")


def vul(aantal: int) -> Any:
    """A call with that many applications, each with a line or two in the ledger, and half of them decided."""
    from aanmeldingen import models as m
    from mantelzorg.models import Gemeente, Programma, User

    programma = Programma.objects.create(slug="p", naam="P", vorm="innovatietraject")
    door = User.objects.create_user(email="mo@voorbeeld.example", password=None, naam="Mo")
    begin = datetime.datetime(2014, 4, 1, tzinfo=datetime.UTC)
    oproep = m.Oproep.objects.create(
        programma=programma, slug="o", naam="O", opent_op=begin, sluit_op=begin + datetime.timedelta(days=91),
        contact_email="bureau@voorbeeld.example",
    )  # fmt: skip
    voorwaarden = m.Voorwaarden.objects.create(oproep=oproep, nummer=1, tekst="T", vastgesteld_op=begin)
    sectoren = [m.Sector.objects.get_or_create(naam=naam)[0] for naam in ("thuiszorg", "ggz", "ziekenhuis")]
    gemeenten = list(Gemeente.objects.all()[:100])
    op = [begin + datetime.timedelta(minutes=20 * n) for n in range(aantal)]
    rijen = m.Aanmelding.objects.bulk_create(
        m.Aanmelding(
            oproep=oproep, nummer=n + 1, organisatie=f"Zorg {n}", kvk=f"{n:08}", sector=sectoren[n % 3],
            gemeente=gemeenten[n % 100], medewerkers=10, vraag="V", voorwaarden=voorwaarden, ingediend_op=op[n],
            link_geldig_tot=op[n].date(), inzending=uuid4(),
        )
        for n in range(aantal)
    )  # fmt: skip
    m.Plaatsregel.objects.bulk_create(
        m.Plaatsregel(
            oproep=oproep, nummer=2 * n + stap, op=op[n], aanmelding=een, gebeurtenis=waarom, van=van, naar=naar, rang=n
        )
        for n, een in enumerate(rijen)
        for stap, (waarom, van, naar) in enumerate(
            [("aanmelding ontvangen", "geen", "wacht"), ("geselecteerd", "wacht", "bezet")], start=1
        )
    )
    m.Besluit.objects.bulk_create(
        m.Besluit(
            aanmelding=een, soort="toelaten", motivering="M", voorgesteld_door=door, voorgesteld_op=op[n],
            bevestigd_door=door, bevestigd_op=op[n] + datetime.timedelta(days=9), inzending=uuid4(),
        )
        for n, een in enumerate(rijen)
        if n % 2
    )  # fmt: skip
    return m.Oproep.objects.select_related("programma").get(pk=oproep.pk)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="mantelzorg-meting-") as map_:
        os.environ |= {"DATA_DIR": map_, "DATABASE_URL": f"sqlite:///{map_}/meting.sqlite3"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "mantelzorg.settings"
        import django

        django.setup()
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
