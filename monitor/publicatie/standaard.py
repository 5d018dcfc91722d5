"""What the texts say before staff wrote their own; counts of persons are not in them, for those can be protected."""

from typing import Any

from mantelzorg.models import Programma
from monitor.telregels import TITEL

BESCHRIJVING = (
    "De indicator telt de lokale pilots die door het programma {programma} zijn opgestart. Stand op {peildatum}: "
    "{praktijken.opgestart}. Vorige meting: {vorige_meting}."
)
VERDIEPING = (
    "De {praktijken.opgestart} praktijken werken in {gemeenten} gemeenten. Samen formuleerden zij "
    "{ontwerpvragen.totaal} ontwerpvragen: {ontwerpvragen.minimum_per_praktijk} tot "
    "{ontwerpvragen.maximum_per_praktijk} per praktijk. Experimenten opgestart: {experimenten.opgestart}. Daarvan "
    "lopend: {experimenten.lopend}, afgerond: {experimenten.afgerond}, voortijdig gestopt: "
    "{experimenten.voortijdig_gestopt}."
)


def standaardteksten(programma: Programma) -> dict[str, Any]:
    """By field; the connection with the policy goal comes from the programme's own record."""
    beleid = [f"{programma.beleidsprogramma}."] if programma.beleidsprogramma else []
    doel = [programma.beleidsdoel] if programma.beleidsdoel else []
    return {
        "titel": TITEL,
        "beschrijving": BESCHRIJVING,
        "beleidsdoel": "\n".join([*beleid, *doel]),
        "verdieping": VERDIEPING,
    }
