"""Who did what with an application, when and why: one line of time from the history of all its parts."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from aanmeldingen.models import (
    Aanmelding,
    Aanmeldpartner,
    Aanvulverzoek,
    Belangstelling,
    Besluit,
    Contactmoment,
    Contactpersoon,
    Criteriumoordeel,
    Indiening,
    Intakegesprek,
    Laattoegang,
    Plaatsregel,
    Toelating,
)
from mantelzorg.models import Bericht
from mantelzorg.post.soorten import naam_van

WAT = {"+": "toegevoegd", "~": "gewijzigd", "-": "weggehaald"}
AANMELDER = "de aanmelder"
VANZELF = "vanzelf"
VAN_BUITEN = (Aanmelding, Aanmeldpartner, Contactpersoon, Aanvulverzoek, Belangstelling)
"""What an applicant writes without an account."""
VAN_DE_POST = ("link gemaild",)
"""What the outbox writes of these by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """Something that happened. `wie`: a name, or that it was the applicant or the product itself."""

    op: datetime.datetime
    wie: str
    wat: str
    waarom: str


def verloop(aanmelding: Aanmelding, berichten: Iterable[Bericht]) -> tuple[Stap, ...]:
    """All of it, the newest first; a fixed number of queries. `berichten`: the mails about it."""
    stappen = [*_geschiedenis(aanmelding), *_versies(aanmelding), *_plaatsen(aanmelding), *_mails(berichten)]
    return tuple(sorted(stappen, key=lambda stap: stap.op, reverse=True))


def _geschiedenis(een: Aanmelding) -> Iterator[Stap]:
    aan_deze = Q(aanmelding_id=een.pk)
    delen: tuple[tuple[Any, Q], ...] = (
        (Aanmelding, Q(id=een.pk)),
        (Aanmeldpartner, aan_deze),
        (Contactpersoon, aan_deze),
        (Criteriumoordeel, aan_deze),
        (Aanvulverzoek, aan_deze),
        (Intakegesprek, aan_deze),
        (Besluit, aan_deze),
        (Laattoegang, aan_deze),
        (Toelating, aan_deze),
        (Belangstelling, Q(id=een.belangstelling_id)),
        (Contactmoment, Q(belangstelling_id=een.belangstelling_id, belangstelling_id__isnull=False)),
    )
    for model, voorwaarde in delen:
        for versie in model.history.filter(voorwaarde).select_related("history_user"):
            yield _stap(model, versie)


def _stap(model: Any, versie: Any) -> Stap:
    van_buiten = model in VAN_BUITEN and versie.history_change_reason not in VAN_DE_POST
    wie = str(versie.history_user or (AANMELDER if van_buiten else VANZELF))
    wat = f"{model._meta.verbose_name} {WAT[versie.history_type]}"
    return Stap(op=versie.history_date, wie=wie, wat=_hoofdletter(wat), waarom=versie.history_change_reason or "")


def _versies(een: Aanmelding) -> Iterator[Stap]:
    for versie in Indiening.objects.filter(aanmelding=een).select_related("door"):
        wat = "Aanmelding verstuurd" if versie.nummer == 1 else f"Versie {versie.nummer} verstuurd"
        yield Stap(op=versie.op, wie=str(versie.door or AANMELDER), wat=wat, waarom="")


def _plaatsen(een: Aanmelding) -> Iterator[Stap]:
    for regel in Plaatsregel.objects.filter(aanmelding=een).select_related("door"):
        wat = f"Plaatsenboek, regel {regel.nummer}: {regel.gebeurtenis}"
        yield Stap(op=regel.op, wie=str(regel.door or VANZELF), wat=wat, waarom=regel.reden)


def _mails(berichten: Iterable[Bericht]) -> Iterator[Stap]:
    for bericht in berichten:
        wie = str(bericht.gemaakt_door or VANZELF)
        wat = f"Mail klaargezet: {naam_van(bericht.soort)}"
        yield Stap(op=bericht.gemaakt_op, wie=wie, wat=wat, waarom="")
        if bericht.verstuurd_op is not None:
            yield Stap(
                op=bericht.verstuurd_op, wie=VANZELF, wat=f"Mail verstuurd: {naam_van(bericht.soort)}", waarom=""
            )


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]
