"""Measurements for tests: one call each, by named people."""

import datetime
from dataclasses import replace
from uuid import uuid4

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from monitor.controlelijst.lijst import controlelijst
from monitor.controlelijst.uitzonderingen import aanvaard
from monitor.definities import Definitie
from monitor.indicatoren import register
from monitor.meten.opstellen import Opzet, controleer, maak, uitkomst_nu
from monitor.meten.vaststellen import stel_vast
from monitor.models import Meting, Vaststelling
from tests import gegevens
from tests.gegevens import dag

OP = datetime.datetime(2020, 9, 1, 10, 0, tzinfo=datetime.UTC)
VANDAAG = datetime.date(2020, 9, 1)


def maker() -> User:
    """Ben de Analist, one and the same in a test."""
    return User.objects.filter(naam="Ben de Analist").first() or gegevens.gebruiker(Rol.ANALIST)


def controleur() -> User:
    """Mo de Medewerker, one and the same in a test."""
    return User.objects.filter(naam="Mo de Medewerker").first() or gegevens.gebruiker(Rol.MEDEWERKER)


def meting(programma: Programma, jaar: int = 2020, peildatum: str = "2020-06-30", **velden) -> Meting:
    """A measurement by Ben, the Monitor's unless said otherwise; `door` and `op` as well."""
    door, op = velden.pop("door", None) or maker(), velden.pop("op", OP)
    opzet = {"aanleiding": f"Monitor {jaar}", "voor_monitor": True, "inzending": uuid4()} | velden
    return maak(Opzet(programma=programma, jaar=jaar, peildatum=dag(peildatum), **opzet), door=door, op=op)


def gecontroleerd(een: Meting, *, op: datetime.datetime = OP) -> Meting:
    """The same, checked by Mo on the figures as they are now; what the checklist held against it is accepted."""
    een = controleer(meting=een.pk, gezien=uitkomst_nu(een), notitie="", door=controleur(), op=op)
    aanvaard_alles(een, op=op)
    return een


def aanvaard_alles(een: Meting, *, op: datetime.datetime = OP) -> None:
    """Mo accepts every finding that holds the measurement up."""
    for punt in controlelijst(een):
        if punt.houdt_tegen:
            regel, waarover = punt.bevinding.regel, punt.bevinding.waarover
            aanvaard(
                meting=een.pk, regel=regel, waarover=waarover, reden="Zo is het.",
                door=controleur(), op=op, inzending=uuid4(),
            )  # fmt: skip


def met_definitie(monkeypatch, definitie: Definitie, code: str = "23") -> None:
    """From now on measurements of the indicator are made by this definition."""
    soort = register.indicator(code)
    ander = replace(soort, definities=(*soort.definities, definitie))
    monkeypatch.setitem(register._ALLE, code, ander)


def vastgesteld(programma: Programma, jaar: int = 2020, peildatum: str = "2020-06-30", **velden) -> Vaststelling:
    """A measurement of the year, made by Ben, checked and fixed by Mo."""
    op = velden.get("op", OP)
    een = gecontroleerd(meting(programma, jaar, peildatum, **velden), op=op)
    return stel_vast(meting=een.pk, notitie="", door=controleur(), op=op, vandaag=max(VANDAAG, op.date()))
