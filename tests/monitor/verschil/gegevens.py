"""2020 and an invented 2021 in which one practice stopped early and two went on in another, for tests."""

import datetime

from mantelzorg.models import Programma
from monitor.models import Vaststelling
from praktijken.models import Praktijk
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.meten.gegevens import vastgesteld

NAMEN = ("Arnhem", "Breda", "Cuijk", "Delft", "Ede", "Goes", "Hoorn", "Leiden", "Meppel", "Venlo", "Weert")
OP_2021 = datetime.datetime(2021, 9, 1, 10, 0, tzinfo=datetime.UTC)


def programma_2020() -> Programma:
    """Eleven practices; who takes part: two in Arnhem, one in Ede."""
    programma = gegevens.programma()
    for naam in NAMEN:
        gegevens.praktijk(programma, naam[:3].upper(), naam=naam)
    arnhem, ede = (praktijk(naam) for naam in ("Arnhem", "Ede"))
    gegevens.ontwerpvraag(arnhem)
    zorg, welzijn = gegevens.organisatietype("Zorg"), gegevens.organisatietype("Welzijn")
    for nummer, naam, plek, soort in (
        ("D1", "Jan Jansen", arnhem, zorg), ("D2", "Piet Pietersen", arnhem, welzijn), ("D3", "Els Eg", ede, zorg)
    ):  # fmt: skip
        gegevens.deelname(gegevens.deelnemer(programma, nummer, naam=naam), plek, organisatietype=soort)
    return programma


def praktijk(naam: str) -> Praktijk:
    """The practice of that name."""
    return Praktijk.objects.get(naam=naam)


def beeindig(naam: str, eind: str, afloop: str, verder: Praktijk | None = None) -> None:
    """It ends so."""
    een = praktijk(naam)
    een.einddatum, een.afloop, een.gaat_verder_in = dag(eind), afloop, verder
    een.save()


def jaar_later(programma: Programma) -> None:
    """Tiel starts, Ede stops early, Venlo and Weert go on in Tiel."""
    tiel = gegevens.praktijk(programma, "TIE", naam="Tiel", start="2020-10-01")
    beeindig("Ede", "2021-01-31", "voortijdig gestopt")
    for naam in ("Venlo", "Weert"):
        beeindig(naam, "2021-03-31", "samengevoegd", tiel)


def twee_metingen() -> tuple[Vaststelling, Vaststelling]:
    """2020 and 2021, both fixed as the Monitor's."""
    programma = programma_2020()
    eerste = vastgesteld(programma)
    jaar_later(programma)
    return eerste, vastgesteld(programma, 2021, "2021-06-30", op=OP_2021)
