"""Small Excel files for tests of the import: the least that is a programme, with what a test changes in it."""

import copy
import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.excel.lezer import Rij
from mantelzorg.models import Programma
from praktijken.models import Deelname, Experiment, Ontwerpvraag, Praktijk, Praktijkpartner, PrangendeVraag, Voortgang
from praktijken.uitwisseling.importeren import Opdracht, Wijze, importeer
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Verslag

VANDAAG = datetime.date(2020, 6, 30)
Bladen = dict[str, list[list[Any]]]

MODELLEN: list[Any] = [
    Programma, PrangendeVraag, Organisatietype, Organisatie, Praktijk, Ontwerpvraag, Experiment, Voortgang,
    Praktijkpartner, Deelnemer, Deelname,
]  # fmt: skip
"""What the sheets hold, in the order of KLEIN; of each KLEIN has at least one."""


def dag(tekst: str) -> datetime.date:
    return datetime.date.fromisoformat(tekst)


KLEIN: Bladen = {
    "Programma": [["slug", "naam", "vorm", "startdatum"], ["thuis", "Thuis", "lerende praktijk", dag("2019-03-01")]],
    "Prangende vragen": [["nummer", "vraag"], [1, "Hoe houd ik het vol?"]],
    "Organisatietypen": [["naam", "verbonden aan organisatie"], ["Gemeente", "ja"], ["Vrijwilliger NVO", "nee"]],
    "Praktijken": [
        ["code", "naam", "gemeenten", "startdatum", "einddatum", "afloop", "gaat verder in", "adviseurs"],
        ["ARN", "Arnhem", "Arnhem", dag("2019-09-02"), None, None, None, None],
        ["EDE", "Ede", "Ede", dag("2019-09-09"), None, None, None, None],
    ],
    "Ontwerpvragen": [
        ["praktijk", "nummer", "ontwerpvraag", "thema's", "geformuleerd op", "vervallen op"],
        ["ARN", 1, "Hoe signaleren wij eerder?", "dementie; respijtzorg", dag("2019-11-01"), None],
    ],
    "Experimenten": [
        ["praktijk", "ontwerpvraag", "code", "naam", "startdatum", "einddatum", "afloop"],
        ["ARN", 1, "ARN-1-1", "Keukentafel", dag("2019-12-01"), None, None],
    ],
    "Voortgang": [
        ["experiment", "datum", "ronde", "fase", "verslag", "besluit", "door"],
        ["ARN-1-1", dag("2020-01-10"), 1, "uitvoeren", "Het gaat goed.", "doorgaan", None],
    ],
    "Organisaties": [["naam", "organisatietype", "gemeente"], ["Gemeente Ede", "Gemeente", "Ede"]],
    "Praktijkpartners": [
        ["praktijk", "organisatie", "rol", "vanaf", "tot en met"],
        ["EDE", "Gemeente Ede", "penvoerder", dag("2019-09-09"), None],
    ],
    "Deelnemers": [
        [
            "nummer",
            "naam",
            "e-mail",
            "organisatie",
            "organisatietype",
            "hoedanigheid",
            "praktijk",
            "vanaf",
            "tot en met",
        ],
        ["D1", "Fatma", "f@voorbeeld.example", "Gemeente Ede", None, "beroepskracht", "EDE", dag("2019-10-01"), None],
        ["D2", "Wim", None, None, "Vrijwilliger NVO", "vrijwilliger", "ARN", dag("2019-10-01"), None],
    ],
}


def klein(**rijen: list[list[Any]]) -> Bladen:
    """A copy of KLEIN; a keyword (`Praktijken=[…]`) gives a sheet other rows, header included."""
    return copy.deepcopy(KLEIN) | rijen


def met_cel(blad: str, rij: int, kop: str, waarde: Any) -> Bladen:
    """KLEIN with one cell changed; `rij` as Excel numbers it."""
    bladen = klein()
    bladen[blad][rij - 1][bladen[blad][0].index(kop)] = waarde
    return bladen


def schrijf(bladen: Bladen, pad: Path) -> Path:
    """The sheets as an .xlsx file."""
    werkboek = Workbook()
    werkboek.remove(werkboek.active)
    for naam, rijen in bladen.items():
        blad = werkboek.create_sheet(naam)
        for rij in rijen:
            blad.append(rij)
        for cel in (cel for rij in blad for cel in rij if cel.data_type == "f"):
            cel.data_type = "s"  # openpyxl takes any text that begins with = for a formula
    werkboek.save(pad)
    return pad


def uit_rijen(bladen: Bladen) -> Iterator[tuple[str, Rij]]:
    """The sheets as the reader of Excel files would give them."""
    for naam, rijen in bladen.items():
        for nummer, cellen in enumerate(rijen, start=1):
            if any(cel is not None for cel in cellen):
                yield naam, Rij(nummer=nummer, cellen=tuple(cellen))


def voer_in(bladen: Bladen, wijze: Wijze = Wijze.BEWAAR, vandaag: datetime.date = VANDAAG, **rest: Any) -> Verslag:
    """Import the sheets without a file between."""
    herkomst = Herkomst(gebruiker=None, reden="proef van een test")
    return importeer(Opdracht(bron=lambda: uit_rijen(bladen), vandaag=vandaag, herkomst=herkomst, wijze=wijze, **rest))


def fouten(bladen: Bladen) -> list[str]:
    """The error lines of importing the sheets."""
    return [str(fout) for fout in voer_in(bladen).fouten]


def tellingen(verslag: Verslag) -> dict[str, tuple[int, int, int]]:
    """(nieuw, gewijzigd, ongewijzigd) per kind of record, kinds without rows left out."""
    alle = {s: (t.nieuw, t.gewijzigd, t.ongewijzigd) for s, t in verslag.tellingen.items()}
    return {soort: telling for soort, telling in alle.items() if any(telling)}


def deel(**bladen: list[list[Any]]) -> Bladen:
    """A file of these sheets alone, beside Programma."""
    return {"Programma": klein()["Programma"], **bladen}


def goed(bladen: Bladen, **rest: Any) -> Verslag:
    """Import what must go well."""
    verslag = voer_in(bladen, **rest)
    assert [str(fout) for fout in verslag.fouten] == []
    return verslag


def veranderd(verslag: Verslag) -> dict[str, tuple[int, int]]:
    return {soort: (nieuw, anders) for soort, (nieuw, anders, _) in tellingen(verslag).items() if nieuw or anders}
