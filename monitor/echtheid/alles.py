"""Check every fixed measurement, and what guards them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from monitor.alleen_toevoegen import ontbrekend
from monitor.indicatoren.register import EERSTE
from monitor.meten.vaststellen import REDEN
from monitor.meten.verificatie import ONLEESBAAR, controleer
from monitor.models import Meting, Publicatie, Vaststelling
from monitor.nederlands import datum
from monitor.publicatie.vorm import lees, zegel_van

DATABASE = "De database"


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """What came of checking one thing. `waar`: a measurement by its name, or the database; `zinnen`: what is wrong."""

    waar: str
    zinnen: tuple[str, ...]


def naam_van(meting: Meting) -> str:
    """As people call it, with its indicator where that is not the first; it needs its programme."""
    wat = meting.programma.naam if meting.indicator == EERSTE else f"{meting.programma.naam}, {meting.indicator}"
    return f"{wat}, {meting.jaar} nr. {meting.nummer} (peildatum {datum(meting.peildatum)})"


def van_metingen() -> Iterator[Uitslag]:
    """Every fixed measurement with what was published of it, in the order in which they were fixed."""
    rijen = Vaststelling.objects.select_related("meting__programma", "meting__vervangt").order_by("op", "id")
    for vaststelling in rijen.prefetch_related("publicaties").iterator(chunk_size=10):
        zinnen = [een.zin for een in controleer(vaststelling)]
        zinnen += [zin for publicatie in vaststelling.publicaties.all() for zin in _van_publicatie(publicatie)]
        yield Uitslag(waar=naam_van(vaststelling.meting), zinnen=tuple(zinnen))


def _van_publicatie(publicatie: Publicatie) -> list[str]:
    """The public seal is over the text alone; the row around it must say the same."""
    wat = f"publicatie {publicatie.jaar}, versie {publicatie.versie}"
    if zegel_van(publicatie.inhoud) != publicatie.zegel:
        return [f"Het zegel van de {wat} klopt niet: er is iets gewijzigd na het publiceren."]
    try:
        inhoud = lees(publicatie.inhoud)
    except ONLEESBAAR as fout:
        return [f"De {wat} is niet te lezen ({type(fout).__name__})."]
    klopt = (inhoud.jaar, inhoud.versie) == (publicatie.jaar, publicatie.versie)
    return [] if klopt else [f"De {wat} zegt zelf {inhoud.jaar}, versie {inhoud.versie} te zijn."]


def van_database() -> list[Uitslag]:
    """What is wrong around them: a measurement that lost what was fixed, and triggers that no longer guard."""
    ooit = Meting.history.filter(history_change_reason=REDEN).values("id")
    kwijt = Meting.objects.filter(pk__in=ooit, vaststelling=None).select_related("programma")
    verdwenen = [Uitslag(waar=naam_van(een), zinnen=("Wat is vastgesteld, is verdwenen.",)) for een in kwijt]
    zonder = tuple(
        f"De tabel {tabel} is niet beschermd tegen {actie}. `manage.py migrate` zet de bescherming terug; zoek uit "
        "sinds wanneer zij weg is."
        for tabel, actie in ontbrekend(connection)
    )
    return [*verdwenen, *([Uitslag(waar=DATABASE, zinnen=zonder)] if zonder else [])]
