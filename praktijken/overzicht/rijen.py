"""The rows of the overview. Which practices is asked first, by key alone; what is shown is fetched for those only."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from mantelzorg.models import User
from praktijken.models import Adviseurschap, Praktijk
from praktijken.overzicht.metingen import HOOGSTENS, MINSTENS, met_metingen_op
from praktijken.signaalrijen import praktijkrijen, vakanties_vanaf
from praktijken.signalen import Stand, stand_op

_ONDERDELEN = 5  # gemeente, kernthema, ontwerpvragen, penvoerder, organisatietypen
_PER_KEER = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One practice on a day. Lists are text, joined by commas; `ontbreekt` names what is expected but missing."""

    pk: int
    naam: str
    code: str
    programma: str
    gemeenten: str
    werkgebied: str
    status: str
    startdatum: datetime.date | None
    einddatum: datetime.date | None
    kernthema: str
    adviseurs: str
    laatste_voortgang: datetime.date | None
    lopend: int
    experimenten: int
    ontwerpvragen: int
    deelnemers: int
    onbekend: int
    ontbreekt: tuple[str, ...]
    signalen: str
    """The kinds of signal, or why they are silent; empty where `user` may not see progress, which they tell of."""

    @property
    def compleet(self) -> str:
        """How many of the things that are expected are there: `4 van 5`."""
        return f"{_ONDERDELEN - len(self.ontbreekt)} van {_ONDERDELEN}"


def rijen(sleutels: Sequence[int], dag: datetime.date, user: User) -> list[Rij]:
    """The practices with these keys, in their order, as `user` may see them; a constant number of queries."""
    schappen = Adviseurschap.objects.select_related("adviseur").order_by("adviseur__naam", "pk")
    praktijken = (
        met_metingen_op(Praktijk.objects.zichtbaar_voor(user).filter(pk__in=sleutels), dag, user)
        .met_bereik_van(user)
        .select_related("programma")
        .met_gemeenten()
        .prefetch_related(Prefetch("adviseurschappen", schappen))
    )
    vakanties = vakanties_vanaf(dag)
    standen = {pk: stand_op(rij, dag, vakanties) for pk, rij in praktijkrijen(praktijken, dag).items()}
    gevonden = {praktijk.pk: _rij(praktijk, dag, standen[praktijk.pk]) for praktijk in praktijken}
    return [gevonden[sleutel] for sleutel in sleutels if sleutel in gevonden]


def alle_rijen(sleutels: Sequence[int], dag: datetime.date, user: User) -> Iterator[Rij]:
    """The same for any number of keys, some hundreds at a time."""
    for begin in range(0, len(sleutels), _PER_KEER):
        yield from rijen(sleutels[begin : begin + _PER_KEER], dag, user)


def _rij(praktijk: Praktijk, dag: datetime.date, stand: Stand) -> Rij:
    gemeten = vars(praktijk)  # annotations, which the model does not know of
    schappen = [schap for schap in praktijk.adviseurschappen.all() if schap.loopt_op(dag)]
    return Rij(
        pk=praktijk.pk,
        naam=praktijk.naam,
        code=praktijk.code,
        programma=praktijk.programma.naam,
        gemeenten=", ".join(plek.gemeente.naam for plek in praktijk.praktijkgemeenten.all()),
        werkgebied=praktijk.werkgebied,
        status=str(gemeten["status"]),
        startdatum=praktijk.startdatum,
        einddatum=praktijk.einddatum,
        kernthema=praktijk.kernthema,
        adviseurs=", ".join(f"{schap.adviseur}{' (waarnemer)' if schap.waarnemer else ''}" for schap in schappen),
        laatste_voortgang=gemeten["laatste_voortgang"],
        lopend=gemeten["aantal_lopend"],
        experimenten=gemeten["aantal_experimenten"],
        ontwerpvragen=gemeten["aantal_ontwerpvragen"],
        deelnemers=gemeten["aantal_deelnemers"],
        onbekend=gemeten["aantal_onbekend"],
        ontbreekt=tuple(_ontbreekt(praktijk)),
        signalen=_signalen(stand) if gemeten["voortgang_zichtbaar"] else "",
    )


def _signalen(stand: Stand) -> str:
    if stand.stilte is not None and stand.verzwegen:
        return f"stil: {', '.join(stand.stilte.redenen)}"
    return "; ".join(dict.fromkeys(signaal.soort.value for signaal in stand.signalen))


def _ontbreekt(praktijk: Praktijk) -> Iterator[str]:
    gemeten = vars(praktijk)
    vragen, onbekend = gemeten["aantal_ontwerpvragen"], gemeten["aantal_onbekend"]
    if not gemeten["heeft_gemeente"]:
        yield "gemeente"
    if not praktijk.kernthema:
        yield "kernthema"
    if not MINSTENS <= vragen <= HOOGSTENS:
        yield f"{MINSTENS} tot {HOOGSTENS} ontwerpvragen (nu {vragen})"
    if not gemeten["heeft_penvoerder"]:
        yield "penvoerder"
    if onbekend:
        yield f"organisatietype van {onbekend} deelnemer{'s' if onbekend > 1 else ''}"
