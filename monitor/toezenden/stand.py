"""Plans as the page shows them: what each waits for, and what became of it for every person."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Prefetch

from mantelzorg.models import User
from mantelzorg.models.post import Poststand
from monitor.models import Levering, Leverstand, Meting, Toegezonden, Toezending, Toezendmoment, Vaststelling
from monitor.toezenden.wie import bezwaren

_WOORDEN = {
    Poststand.WACHT: "staat in de uitgaande post",
    Poststand.VASTGEHOUDEN: "wordt vastgehouden in de uitgaande post",
    Poststand.ONDERWEG: "wordt verstuurd",
    Poststand.VERSTUURD: "verstuurd",
}
WACHT_OP_WERKER = "Wacht op het werk op de achtergrond."
MISLUKT = "Het maken van de bestanden is mislukt. Laat een nieuwe versie maken; daarna gaat de link vanzelf uit."


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What became of it for one person. `verstuurd_op`: the mail has gone; `let_op`: somebody must look at it."""

    ontvanger: User
    tekst: str
    verstuurd_op: datetime.datetime | None
    let_op: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ronde:
    """A measurement whose link was sent."""

    meting: Meting
    uitkomsten: tuple[Uitkomst, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A plan. `wacht`: what it waits for, empty where for nothing. `zonder_recht`: whom it will not reach, and why."""

    toezending: Toezending
    ontvangers: tuple[User, ...]
    wacht: str
    zonder_recht: tuple[str, ...]
    rondes: tuple[Ronde, ...]
    geschiedenis: tuple[Any, ...]


def regels(user: User, nu: datetime.datetime, dag: datetime.date) -> list[Regel]:
    """All plans `user` may see, the latest first, in a fixed number of queries."""
    rijen = list(_rijen(user))
    eerder: dict[int, list[Any]] = {een.pk: [] for een in rijen}
    for versie in Toezending.history.filter(id__in=eerder).select_related("history_user"):
        eerder[versie.id].append(versie)
    redenen = bezwaren((user for een in rijen for user in een.ontvangers.all()), dag)
    return [_regel(een, eerder[een.pk], nu, redenen) for een in rijen]


def _rijen(user: User) -> Any:
    gedaan = Toegezonden.objects.select_related("ontvanger", "bericht", "vaststelling__meting")
    leveringen = Levering.objects.defer("inhoud")
    return (
        Toezending.objects.zichtbaar_voor(user)
        .select_related("programma", "meting__vaststelling", "gemaakt_door")
        .prefetch_related(
            "ontvangers",
            Prefetch("toegezonden", queryset=gedaan),
            Prefetch("meting__vaststelling__leveringen", queryset=leveringen),
            "meting__vaststelling__publicaties",
        )
    )


def _regel(een: Toezending, eerder: list[Any], nu: datetime.datetime, redenen: dict[int, str]) -> Regel:
    ontvangers = tuple(een.ontvangers.all())
    gedaan = list(een.toegezonden.all())
    zonder = [user for user in ontvangers if user.pk in redenen and een.ingetrokken_op is None]
    return Regel(
        toezending=een,
        ontvangers=ontvangers,
        wacht="" if een.ingetrokken_op else _wacht(een, {rij.ontvanger for rij in gedaan}, set(ontvangers), nu),
        zonder_recht=tuple(f"{user}: {redenen[user.pk]}" for user in zonder),
        rondes=tuple(_rondes(gedaan)),
        geschiedenis=tuple(eerder),
    )


def _wacht(een: Toezending, gehad: set[User], ontvangers: set[User], nu: datetime.datetime) -> str:
    if een.meting is not None and ontvangers <= gehad:
        return ""
    op = _wacht_op(een) if een.meting is not None else f"Wacht tot een meting van de Monitor {_worden(een)}."
    if not op and een.niet_voor is not None and een.niet_voor > nu:
        return "Wacht op de gekozen dag en tijd."
    return op or _wacht_op_bestand(een)


def _worden(een: Toezending) -> str:
    return "is gepubliceerd" if een.na == Toezendmoment.GEPUBLICEERD else "is vastgesteld"


def _wacht_op(een: Toezending) -> str:
    vaststelling = _vaststelling(een)
    if vaststelling is None:
        return "Wacht tot de meting is vastgesteld."
    if een.na == Toezendmoment.GEPUBLICEERD and not vaststelling.publicaties.all():
        return "Wacht tot de meting is gepubliceerd."
    return ""


def _wacht_op_bestand(een: Toezending) -> str:
    vaststelling = _vaststelling(een)
    leveringen = [] if vaststelling is None else list(vaststelling.leveringen.all())
    return MISLUKT if leveringen and leveringen[0].stand is Leverstand.MISLUKT else WACHT_OP_WERKER


def _vaststelling(een: Toezending) -> Vaststelling | None:
    return getattr(een.meting, "vaststelling", None)


def _rondes(gedaan: Iterable[Toegezonden]) -> Iterator[Ronde]:
    rijen = sorted(gedaan, key=lambda een: (een.vaststelling_id, str(een.ontvanger)))
    for _, groep in groupby(rijen, key=lambda een: een.vaststelling_id):
        deel = list(groep)
        yield Ronde(meting=deel[0].vaststelling.meting, uitkomsten=tuple(_uitkomst(een) for een in deel))


def _uitkomst(een: Toegezonden) -> Uitkomst:
    bericht = een.bericht
    if bericht is None:
        return Uitkomst(ontvanger=een.ontvanger, tekst=f"geen mail. {een.reden}", verstuurd_op=None, let_op=True)
    return Uitkomst(
        ontvanger=een.ontvanger,
        tekst=_WOORDEN.get(Poststand(bericht.stand), f"niet verstuurd. {bericht.uitkomst}"),
        verstuurd_op=bericht.verstuurd_op,
        let_op=bericht.stand not in _WOORDEN,
    )
