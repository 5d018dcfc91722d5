"""The page on which a practice is confirmed: its figures in words, and what is missing with where one fills it in."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from monitor.indicator import Deelnemers
from monitor.ronde import gemis as g
from monitor.ronde.cijfers import Praktijkstand
from praktijken.herinneringen.signaaltaken import ANKER
from praktijken.models import Praktijk
from praktijken.models.praktijk import status_op
from praktijken.signaalrijen import praktijkrijen


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """A figure; `bij`: what belongs to it, as the names of municipalities."""

    wat: str
    waarde: str | int
    bij: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbeterpunt:
    """Something missing, and the address where one fills it in."""

    tekst: str
    adres: str


def cijferlijst(stand: Praktijkstand, peildatum: datetime.date) -> list[Cijfer]:
    """The figures as they would count."""
    cijfers, een = stand.cijfers, stand.praktijk
    status = status_op(peildatum, een.startdatum, een.einddatum, een.afloop)
    return [
        Cijfer(wat="Telt mee als opgestart", waarde="ja" if cijfers.praktijken.opgestart else "nee"),
        Cijfer(wat="Stand op de peildatum", waarde=str(status), bij=_periode(een.startdatum, een.einddatum)),
        Cijfer(wat="Gemeenten", waarde=len(een.gemeenten), bij=", ".join(plek.naam for plek in een.gemeenten)),
        Cijfer(wat="Organisaties", waarde=cijfers.organisaties),
        Cijfer(wat="Ontwerpvragen", waarde=cijfers.ontwerpvragen.totaal),
        Cijfer(wat="Experimenten opgestart", waarde=cijfers.experimenten.opgestart, bij=_aflopen(stand)),
        Cijfer(wat="Deelnemers nu", waarde=cijfers.deelnemers.totaal, bij=_bekend(cijfers.deelnemers)),
        Cijfer(
            wat="Deelnemers tot nu toe",
            waarde=cijfers.deelnemers_tot_nu_toe.totaal,
            bij=_bekend(cijfers.deelnemers_tot_nu_toe),
        ),
    ]


def _periode(start: datetime.date | None, einde: datetime.date | None) -> str:
    if start is None:
        return "geen startdatum"
    return f"{start:%d-%m-%Y} tot en met {einde:%d-%m-%Y}" if einde else f"sinds {start:%d-%m-%Y}"


def _aflopen(stand: Praktijkstand) -> str:
    tellingen = stand.cijfers.experimenten
    return (
        f"{tellingen.lopend} lopend, {tellingen.afgerond} afgerond, {tellingen.voortijdig_gestopt} voortijdig gestopt"
    )


def _bekend(deelnemers: Deelnemers) -> str:
    return f"organisatietype bekend van {deelnemers.bekend}, onbekend van {deelnemers.onbekend}"


def verbeterpunten(
    stand: Praktijkstand, praktijk: Praktijk, peildatum: datetime.date, *, kantoor: bool
) -> list[Verbeterpunt]:
    """What is missing; five queries for its signals. `kantoor`: whether the reader may fill in a day of start."""
    rij = praktijkrijen([praktijk], peildatum)[praktijk.pk]
    return list(_met_adres(g.gemis(stand, rij, peildatum, ANKER), praktijk.pk, kantoor=kantoor))


def _met_adres(alle: Iterable[g.Gemis], praktijk: int, *, kantoor: bool) -> Iterable[Verbeterpunt]:
    for een in alle:
        yield Verbeterpunt(tekst=een.tekst, adres=_adres(een, praktijk, kantoor=kantoor))


def _adres(gemis: g.Gemis, praktijk: int, *, kantoor: bool) -> str:
    match gemis.waar:
        case g.START if kantoor:
            return reverse("praktijken:blad-periode", args=[praktijk])
        case g.START:
            return f"{reverse('praktijken:sessie-nieuw')}?praktijk={praktijk}"
        case g.GEMEENTEN:
            return reverse("admin:praktijken_praktijk_change", args=[praktijk])
        case _:
            return f"{reverse('praktijken:praktijk', args=[praktijk])}#{gemis.anker}"
