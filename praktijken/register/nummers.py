"""The next number for a participant, in the form a programme writes them in."""

import re

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.models import Programma

_VORM = re.compile(r"(.*?)(\d{1,15})")
_JONGSTE = 200  # records looked at to tell the form and the highest number


def is_bezet(programma: Programma, nummer: str) -> bool:
    """Whether somebody has the number, or had it before being merged: undoing that gives it back."""
    opgegaan = Samenvoeging.objects.filter(
        blijft__programma=programma, ongedaan_op=None, verdween__nummer=nummer, verdween__programma=programma.pk
    )
    return Deelnemer.objects.filter(programma=programma, nummer=nummer).exists() or opgegaan.exists()


def volgende(programma: Programma) -> str:
    """D172 after D171, D0009 after D0008: as the newest records are numbered; D1 where there are none."""
    jongste = Deelnemer.objects.filter(programma=programma).order_by("-pk").values_list("nummer", flat=True)[:_JONGSTE]
    vormen = [gevonden.groups() for nummer in jongste if (gevonden := _VORM.fullmatch(nummer))]
    if not vormen:
        return _vrij(programma, "D", 1, 1)
    voor, cijfers = vormen[0]
    hoogste = max(int(getal) for prefix, getal in vormen if prefix == voor)
    return _vrij(programma, voor, hoogste + 1, len(cijfers))


def _vrij(programma: Programma, voor: str, getal: int, breedte: int) -> str:
    nummer = f"{voor}{getal:0{breedte}d}"
    while is_bezet(programma, nummer):
        getal += 1
        nummer = f"{voor}{getal:0{breedte}d}"
    return nummer
