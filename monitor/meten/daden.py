"""What one can do with a measurement now, and why not."""

import datetime
from dataclasses import dataclass

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.meten.opstellen import AL_VASTGESTELD, AL_VERVALLEN, ZELF_GEMAAKT
from monitor.meten.overzicht import vaststelling_van
from monitor.meten.vaststellen import bezwaar
from monitor.models import Meting

MAG_NIET = "U kunt metingen bekijken, niet maken of vaststellen."
AL_GECONTROLEERD = "De cijfers zijn gecontroleerd en sindsdien niet veranderd."


@dataclass(frozen=True, slots=True, kw_only=True)
class Daden:
    """Why each cannot be done, in Dutch; empty: it can. `klaar`: nothing is left to do with it."""

    klaar: bool
    controleren: str = ""
    vaststellen: str = ""
    vervallen: str = ""


def daden(meting: Meting, user: User, uitkomst: str, vandaag: datetime.date) -> Daden:
    """What `user` can do; `uitkomst`: the figures as they are now, in canonical form. One query at most."""
    if vaststelling_van(meting) is not None:
        return _geen(AL_VASTGESTELD, klaar=True)
    if meting.vervallen_op is not None:
        return _geen(AL_VERVALLEN, klaar=True)
    if not mag_alles(user, Recht.METINGEN_MAKEN):
        return _geen(MAG_NIET, klaar=False)
    return Daden(
        klaar=False,
        controleren=_geen_controle(meting, user, uitkomst),
        vaststellen=bezwaar(meting, uitkomst, vandaag),
    )


def _geen(reden: str, *, klaar: bool) -> Daden:
    return Daden(klaar=klaar, controleren=reden, vaststellen=reden, vervallen=reden)


def _geen_controle(meting: Meting, user: User, uitkomst: str) -> str:
    if meting.gecontroleerde_uitkomst == uitkomst:
        return AL_GECONTROLEERD
    return ZELF_GEMAAKT if meting.gemaakt_door_id == user.pk else ""
