"""Sends applications in at a steady rate, as browsers do, and counts afterwards: none lost, none doubled.

`DATABASE_URL=postgres://… python -m benchmarks.aanmelden [--tempo 50] [--seconden 20] [--werkers 4]`. Makes and removes
a database of its own beside that one, and starts gunicorn on this machine alone, without limits per address. Of the
drafts one in ten is sent twice at once, and of one in ten the connection is cut (half-way the form, or before the
answer came) and the form sent again. First it measures the whole form, all its pages, one after the other.
"""

import argparse
import asyncio
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.browser import Antwoord, Browser
from benchmarks.databank import databank
from benchmarks.webserver import Webserver, rekentijd_databank, webserver

DUBBEL, AFGEKAPT = 10, 10
"""One in so many is sent twice, or cut and sent again."""
PLAATSEN = 80
NAAR_LATER = 0.5  # seconds after which a browser that lost its connection tries again


def main() -> None:
    """Measure, count and print; exit status 1 where something was lost, doubled, or too slow."""
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--tempo", type=int, default=50, help="submissions a second")
    lezer.add_argument("--seconden", type=int, default=20, help="how long; at most 60")
    lezer.add_argument("--werkers", type=int, default=4, help="processes of gunicorn")
    keuze = lezer.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # also who is told to stop clears up after it
    server = os.environ.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        lezer.error("DATABASE_URL must be postgres://…")
    with (
        tempfile.TemporaryDirectory(prefix="mantelzorg-meting-") as map_,
        databank(server, "aanmelden", Path(map_)) as url,
    ):
        os.environ |= {
            "DATABASE_URL": url,
            "DATA_DIR": map_,
            "DEBUG": "0",
            "DJANGO_SETTINGS_MODULE": "mantelzorg.settings",
        }
        goed = _meet(keuze.tempo, min(keuze.seconden, 60), keuze.werkers)
    sys.exit(0 if goed else 1)


def _meet(tempo: int, seconden: int, werkers: int) -> bool:
    from benchmarks import aanmeldvulling as vulling  # needs the environment that was set just now

    sleutels = vulling.vul(tempo * seconden, PLAATSEN)
    with webserver(werkers) as server:
        print(f"# PostgreSQL, {os.cpu_count()} cores, {werkers} gunicorn-processen, belasting {os.getloadavg()[0]:.1f}")
        asyncio.run(_hele_formulier(server.poort, 5))
        antwoorden, duur, rekentijd = asyncio.run(_verstuur_alles(server, sleutels, tempo))
    _toon(antwoorden, len(sleutels), duur, tempo)
    print("  rekentijd per aanmelding: {:.1f} ms gunicorn, {:.1f} ms PostgreSQL".format(*rekentijd))
    fouten = vulling.tel_na(len(sleutels), PLAATSEN)
    for fout in fouten:
        print(f"FOUT: {fout}")
    print("geteld: niets kwijt, niets dubbel, het plaatsenboek klopt, één mail per aanmelding" if not fouten else "")
    return not fouten


async def _hele_formulier(poort: int, aantal: int) -> None:
    """One organisation after another, from the first page to the last; then four at once."""
    for tegelijk in (1, 4):
        begin = time.perf_counter()
        paginas = sum(await asyncio.gather(*(_vul_in(poort, aantal) for _ in range(tegelijk))))
        duur = time.perf_counter() - begin
        aanmeldingen, verzoeken = tegelijk * aantal / duur, paginas / duur
        print(f"hele formulier, {tegelijk} tegelijk: {aanmeldingen:.1f} aanmeldingen/s, {verzoeken:.0f} verzoeken/s")


async def _vul_in(poort: int, aantal: int) -> int:
    from benchmarks.aanmeldvulling import STAPPEN

    paginas = 0
    for _ in range(aantal):
        browser, adres = Browser(poort), "/oproepen/meting-stappen/aanmelden/"
        for velden in STAPPEN:
            pagina = await browser.open(adres)
            antwoord = await browser.verstuur(adres, pagina.velden | velden)
            if antwoord.status != 302:
                raise SystemExit(f"{adres}: {antwoord.status}")
            adres, paginas = antwoord.locatie, paginas + 2
    return paginas


async def _verstuur_alles(
    server: Webserver, sleutels: list[str], tempo: int
) -> tuple[list[Antwoord], float, tuple[float, float]]:
    """Every draft on its own moment, whether the ones before it were answered or not.

    The answers, the seconds it took, and milliseconds of processor time each: of gunicorn, of PostgreSQL.
    """
    browsers = [(Browser(server.poort), f"/aanmelding/{sleutel}/controleren/") for sleutel in sleutels]
    velden = []
    begin = time.perf_counter()
    for browser, adres in browsers:
        velden.append((await browser.open(adres)).velden | {"akkoord": "on"})
    print(f"laatste stap openen, na elkaar: {len(browsers) / (time.perf_counter() - begin):.0f} pagina's/s")
    voor = _rekentijd(server)
    begin = time.perf_counter()
    taken = []
    for nummer, ((browser, adres), gevuld) in enumerate(zip(browsers, velden, strict=True)):
        await asyncio.sleep(max(0.0, begin + nummer / tempo - time.perf_counter()))
        taken.append(asyncio.create_task(_verstuur(browser, adres, gevuld, nummer)))
    antwoorden = [een for taak in taken for een in await taak]
    duur = time.perf_counter() - begin
    gunicorn, databank_ = (
        (na - eerder) * 1000 / len(sleutels) for na, eerder in zip(_rekentijd(server), voor, strict=True)
    )
    return antwoorden, duur, (gunicorn, databank_)


def _rekentijd(server: Webserver) -> tuple[float, float]:
    return server.rekentijd(), rekentijd_databank("meting_aanmelden")


async def _verstuur(browser: Browser, adres: str, velden: dict[str, str], nummer: int) -> list[Antwoord]:
    if nummer % DUBBEL == 1:
        return list(await asyncio.gather(browser.verstuur(adres, velden), browser.verstuur(adres, velden)))
    if nummer % AFGEKAPT == 2:
        await browser.kap_af(adres, velden, halverwege=nummer % (2 * AFGEKAPT) == 2)
        await asyncio.sleep(NAAR_LATER)
    return [await browser.verstuur(adres, velden)]


def _toon(antwoorden: list[Antwoord], aantal: int, duur: float, tempo: int) -> None:
    tijden = sorted(een.seconden for een in antwoorden)
    p50, p95, p99 = (tijden[int(len(tijden) * deel)] * 1000 for deel in (0.5, 0.95, 0.99))
    print(f"versturen, {tempo}/s aangeboden: {aantal} aanmeldingen in {duur:.1f} s, {aantal / duur:.1f}/s")
    print(f"  wachttijd: helft {p50:.0f} ms, 95 % {p95:.0f} ms, 99 % {p99:.0f} ms, langste {tijden[-1] * 1000:.0f} ms")
    print(f"  antwoorden: {dict(Counter(een.status for een in antwoorden))}, belasting {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
