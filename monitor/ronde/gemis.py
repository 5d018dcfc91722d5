"""What is missing in a practice before its figures can be trusted, and on which page one fills it in."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from monitor.nederlands import aantal
from monitor.ronde.cijfers import Praktijkstand
from praktijken.models.praktijk import Status, status_op
from praktijken.signalen import Praktijkrij, Soort, signalen_op

Dag = datetime.date
PRAKTIJK, GEMEENTEN, START = "praktijk", "gemeenten", "startdatum"
"""Pages: the practice itself, its municipalities, its first day."""
ZONDER_CIJFER = {Soort.VOORTGANG}
"""Signals about the work itself, of which no figure is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemis:
    """Something missing or odd. `waar`: the page; `anker`: the part of it."""

    tekst: str
    waar: str
    anker: str = ""


def gemis(stand: Praktijkstand, rij: Praktijkrij, peildatum: Dag, ankers: dict[Soort, str]) -> list[Gemis]:
    """All of one practice at `peildatum`: what its figures lack, then its signals. `ankers`: where a signal is met."""
    return [*_van_praktijk(stand), *_van_experimenten(stand, peildatum), *_van_deelnemers(stand), *_signalen(
        rij, peildatum, ankers
    )]  # fmt: skip


def _van_praktijk(stand: Praktijkstand) -> Iterator[Gemis]:
    if stand.praktijk.startdatum is None:
        yield Gemis(tekst="Er is geen startdatum. De praktijk telt daarom niet mee.", waar=START)
    if not stand.praktijk.gemeenten:
        yield Gemis(tekst="Er is geen gemeente. De praktijk staat daarom niet op de kaart.", waar=GEMEENTEN)


def _van_experimenten(stand: Praktijkstand, peildatum: Dag) -> Iterator[Gemis]:
    zonder = sum(een.startdatum is None for een in stand.feiten.experimenten)
    if zonder:
        telt = "telt" if zonder == 1 else "tellen"
        tekst = f"{aantal(zonder, 'experiment heeft', 'experimenten hebben')} geen startdatum en {telt} niet mee."
        yield Gemis(tekst=tekst, waar=PRAKTIJK, anker="ontwerpvragen")
    lopend = stand.cijfers.experimenten.lopend
    if lopend and _geeindigd(stand, peildatum):
        tekst = f"De praktijk is geëindigd, maar {aantal(lopend, 'experiment loopt', 'experimenten lopen')} nog."
        yield Gemis(tekst=tekst, waar=PRAKTIJK, anker="ontwerpvragen")


def _geeindigd(stand: Praktijkstand, peildatum: Dag) -> bool:
    een = stand.praktijk
    return status_op(peildatum, een.startdatum, een.einddatum, een.afloop) not in (Status.GEPLAND, Status.ACTIEF)


def _van_deelnemers(stand: Praktijkstand) -> Iterator[Gemis]:
    if stand.cijfers.praktijken.opgestart and not stand.cijfers.deelnemers_tot_nu_toe.totaal:
        yield Gemis(tekst="Er is nog geen enkele deelnemer.", waar=PRAKTIJK, anker="deelnemers")


def _signalen(rij: Praktijkrij, peildatum: Dag, ankers: dict[Soort, str]) -> Iterator[Gemis]:
    for signaal in signalen_op(rij, peildatum):
        if signaal.soort not in ZONDER_CIJFER:
            yield Gemis(tekst=signaal.tekst, waar=PRAKTIJK, anker=ankers[signaal.soort])
