"""Publications read back, and what became of their measurements since."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.models import QuerySet
from django.utils.timezone import localtime

from monitor.models import Metingstaat, Publicatie, Staatsoort
from monitor.models.vaststellingen import EINDE
from monitor.publicatie.vorm import lees
from monitor.publicatie.waarden import Later, Uitgave, Versieregel


def publicaties() -> QuerySet[Publicatie]:
    """Every publication with its measurement's states: two queries."""
    return Publicatie.objects.select_related("vaststelling").prefetch_related("vaststelling__staten")


def uitgave(programma: str, jaar: int, versie: int | None) -> Uitgave | None:
    """This version, or the latest, with the others of its year; None where there is none. Two queries."""
    rijen = list(publicaties().filter(programma__slug=programma, jaar=jaar).order_by("versie"))
    een = next((rij for rij in rijen if versie in (None, rij.versie) and (versie or rij == rijen[-1])), None)
    if een is None:
        return None
    return replace(als_uitgave(een, rijen[-1].versie), versies=tuple(_versieregel(rij) for rij in reversed(rijen)))


def nieuwste_uitgaven(programma: str | None = None) -> list[Uitgave]:
    """The latest version of each year, by programme and then the latest year first. Two queries."""
    rijen = publicaties().order_by("programma__naam", "programma_id", "-jaar", "-versie")
    if programma is not None:
        rijen = rijen.filter(programma__slug=programma)
    gezien: dict[tuple[int, int], Publicatie] = {}
    for rij in rijen:
        gezien.setdefault((rij.programma_id, rij.jaar), rij)
    return [als_uitgave(rij, rij.versie) for rij in gezien.values()]


def als_uitgave(rij: Publicatie, nieuwste: int) -> Uitgave:
    """The row as it is shown."""
    staten = list(rij.vaststelling.staten.all())
    return Uitgave(
        tekst=rij.inhoud,
        inhoud=lees(rij.inhoud),
        zegel=rij.zegel,
        nieuwste=nieuwste,
        later=tuple(_later(rij, staten)),
        geldt=all(staat.soort not in EINDE for staat in staten),
    )


def _later(rij: Publicatie, staten: Iterable[Metingstaat]) -> Iterator[Later]:
    """Errata of before this version stand in it."""
    for staat in staten:
        if staat.soort in EINDE or (staat.soort == Staatsoort.ERRATUM and staat.op > rij.op):
            yield Later(soort=staat.soort, nummer=staat.nummer, op=localtime(staat.op).date(), tekst=staat.openbaar)


def _versieregel(rij: Publicatie) -> Versieregel:
    inhoud = lees(rij.inhoud)
    return Versieregel(versie=inhoud.versie, op=inhoud.gepubliceerd_op, wijziging=inhoud.teksten.wijziging)
