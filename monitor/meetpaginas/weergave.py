"""The figures of a measurement as its page and files show them: those of indicator 23, or of any other."""

import datetime
from dataclasses import dataclass
from typing import Any

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from monitor.indicatoren import rapport as algemeen
from monitor.indicatoren.rapport import Cijferrapport
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Uitkomst
from monitor.indicatoren.weergave import bestanden as algemene_bestanden
from monitor.meetpaginas import herleiding
from monitor.meetpaginas.indicator import cijfers
from monitor.meten import lezen
from monitor.meten.overzicht import vaststelling_van
from monitor.models import Meting, Vaststelling
from monitor.rapport import Rapport, maak_rapport
from monitor.uitkomst import als_uitkomst
from monitor.weergave import bestanden
from monitor.weergave.pagina import maak_pagina


@dataclass(frozen=True, slots=True, kw_only=True)
class Getoond:
    """The figures as an object, and what the template takes."""

    uitkomst: Uitkomst
    context: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """A file of a fixed measurement."""

    naam: str
    mediatype: str
    inhoud: bytes


def weergave(een: Meting, user: User) -> Getoond:
    """Of a concept as the records stand now, else as it was fixed."""
    vaststelling, soort = vaststelling_van(een), indicator(een.indicator)
    rapport: Rapport | Cijferrapport
    if soort.eigen_vormen:
        rapport = lezen.rapport(vaststelling) if vaststelling else _live23(een)
        uitkomst, context = als_uitkomst(rapport.indicator), _van23(rapport)
    else:
        rapport = lezen.cijferrapport(vaststelling) if vaststelling else _live(een)
        uitkomst, context = rapport.uitkomst, cijfers(rapport)
    lijsten = (
        herleiding.live(soort, rapport, een.jaar, user)
        if vaststelling is None
        else herleiding.van_meting(vaststelling, rapport, user)
    )
    return Getoond(uitkomst=uitkomst, context={"indicator": soort, "herleiding": lijsten} | context)


def vast_bestand(vaststelling: Vaststelling, formaat: str, gemaakt_op: datetime.datetime) -> Bestand | None:
    """The measurement as it was fixed; None for a form of file there is not."""
    if indicator(vaststelling.meting.indicator).eigen_vormen:
        vorm = bestanden.BESTANDSVORMEN.get(formaat)
        if vorm is None:
            return None
        rapport = lezen.rapport(vaststelling)
        naam = bestanden.bestandsnaam(rapport, formaat)
        return Bestand(naam=naam, mediatype=vorm.mediatype, inhoud=vorm.maak(rapport, gemaakt_op))
    return _algemeen_bestand(vaststelling, formaat, gemaakt_op)


def _algemeen_bestand(vaststelling: Vaststelling, formaat: str, gemaakt_op: datetime.datetime) -> Bestand | None:
    vorm = algemene_bestanden.BESTANDSVORMEN.get(formaat)
    if vorm is None:
        return None
    rapport = lezen.cijferrapport(vaststelling)
    naam = algemene_bestanden.bestandsnaam(rapport, formaat)
    return Bestand(naam=naam, mediatype=vorm.mediatype, inhoud=vorm.maak(rapport, gemaakt_op))


def _live23(een: Meting) -> Rapport:
    return maak_rapport(een.programma, een.peildatum, vandaag=vandaag(), jaar=een.jaar)


def _live(een: Meting) -> Cijferrapport:
    soort = indicator(een.indicator)
    return algemeen.maak_rapport(soort, een.programma, een.peildatum, vandaag=vandaag(), jaar=een.jaar)


def _van23(rapport: Rapport) -> dict[str, Any]:
    return {"rapport": rapport, "pagina": maak_pagina(rapport), "bestandsvormen": bestanden.BESTANDSVORMEN}
