"""The reminder: a mail to each adviser about their practices that are not confirmed yet, at most one a day."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from monitor.models import Meetronde
from monitor.ronde.acties import op_slot
from monitor.ronde.stand import Regel, Voortgang, voortgang

SOORT: Final = "meetronde"
GESLOTEN: Final = "De meetronde is intussen gesloten."
BEVESTIGD: Final = "Alle praktijken van deze adviseur zijn intussen bevestigd."


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinnerd:
    """What came of reminding: who got a mail, who had one that day, and practices without anybody to remind."""

    nieuw: int
    al_gemaild: int
    zonder_adviseur: tuple[str, ...]


@transaction.atomic
def herinner(*, ronde: int, door: User, op: datetime.datetime) -> Herinnerd:
    """Put the mails ready. KanNiet where the round is closed."""
    een = op_slot(ronde)
    dag = timezone.localdate(op)
    stand = voortgang(een, dag)
    per_adviseur = te_herinneren(stand, dag)
    brieven = [_brief(een, adviseur, regels, dag) for adviseur, regels in per_adviseur.items()]
    gehad = Bericht.objects.filter(sleutel__in=[brief.sleutel for brief in brieven]).count()
    for brief in brieven:
        zet_klaar(brief, door=door)
    zonder = tuple(regel.praktijk.praktijk.naam for regel in stand.wachten if not _open(regel.adviseurs, dag))
    return Herinnerd(nieuw=len(brieven) - gehad, al_gemaild=gehad, zonder_adviseur=zonder)


def te_herinneren(stand: Voortgang, dag: datetime.date) -> dict[User, list[Regel]]:
    """Of every adviser with an account the practices that wait for them."""
    per_adviseur: dict[User, list[Regel]] = {}
    for regel in stand.wachten:
        for adviseur in _open(regel.adviseurs, dag):
            per_adviseur.setdefault(adviseur, []).append(regel)
    return per_adviseur


def _open(adviseurs: Iterable[User], dag: datetime.date) -> list[User]:
    return [een for een in adviseurs if een.open_op(dag)]


def _brief(ronde: Meetronde, adviseur: User, regels: list[Regel], dag: datetime.date) -> Brief:
    context = {"ronde": ronde, "adviseur": adviseur, "regels": regels, "web": settings.WEBADRES.rstrip("/")}
    return Brief(
        soort=SOORT,
        sleutel=f"{SOORT}:{ronde.pk}:{adviseur.pk}:{dag}",
        aan=adviseur.email,
        aan_naam=adviseur.naam,
        ontvanger=adviseur,
        over=ronde,
        onderwerp=f"Kloppen de cijfers per {ronde.peildatum:%d-%m-%Y}?",
        tekst=render_to_string("monitor/rondes/mail/herinnering.txt", context),
    )


def weigering(bericht: Bericht) -> str:
    """Why a reminder must not go any more; empty where nothing is against it (`POST_WEIGERINGEN`)."""
    ronde = bericht.over
    if bericht.soort != SOORT or not isinstance(ronde, Meetronde):
        return ""
    if not ronde.is_open:
        return GESLOTEN
    dag = vandaag()
    return "" if bericht.ontvanger in te_herinneren(voortgang(ronde, dag), dag) else BEVESTIGD
