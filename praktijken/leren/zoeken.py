"""Finding what was learned: shared lessons of every programme, and what visible experiments brought."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db import connection
from django.db.models import F
from django.urls import reverse

from mantelzorg.models import User
from praktijken.leren import fragment, zoekvector
from praktijken.leren.filters import SOORTEN, LesFilter, gekozen_lessen, gekozen_opbrengsten, opbrengsten_voor
from praktijken.leren.fragment import Fragment
from praktijken.leren.zoekvector import LES, OPBRENGST, gevonden, kop, woorden
from praktijken.models import Experiment, Lesversie, Praktijk
from praktijken.querysets import status_uitdrukking

VAN_ELK: Final = 10  # on the page that shows both kinds
PER_PAGINA: Final = 20
LAATSTE_PAGINA: Final = 500
"""No further by address: the database would walk through all that comes before."""
_TEKSTEN: Final = {"lessen": ("opbrengst", "advies", "situatie"), "opbrengsten": ("opbrengst",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Treffer:
    """A lesson, or what an experiment brought. `experiment`: which one; empty where it is about the practice."""

    titel: str
    adres: str
    praktijk: Praktijk
    experiment: str
    uitkomst: str
    themas: tuple[str, ...]
    op: datetime.datetime | None
    fragment: Fragment


@dataclass(frozen=True, slots=True, kw_only=True)
class Blok:
    """What was found of one kind, a page of it; nothing counts the rest."""

    sleutel: str
    naam: str
    treffers: tuple[Treffer, ...]
    nummer: int
    vorige: int | None
    volgende: int | None
    hoogstens: int | None
    """How many the search gives at most, where this page reaches that."""


def zoek(user: User, lesfilter: LesFilter, dag: datetime.date, pagina: int) -> list[Blok]:
    """Both kinds, ten of each; or twenty a page of the one that was asked for."""
    gekozen = lesfilter.gekozen
    alleen = gekozen.get("soort", "")
    if not lesfilter.is_valid():
        return []
    soorten = [(sleutel, naam) for sleutel, naam in SOORTEN if alleen in ("", sleutel)]
    hoogstens, nummer = (PER_PAGINA, pagina) if alleen else (VAN_ELK, 1)
    return [_blok(user, sleutel, naam, gekozen, dag, hoogstens, nummer) for sleutel, naam in soorten]


def _blok(
    user: User, sleutel: str, naam: str, gekozen: dict[str, str], dag: datetime.date, hoogstens: int, nummer: int
) -> Blok:
    rijen = _lessen(user, gekozen, dag) if sleutel == "lessen" else _opbrengsten(user, gekozen, dag)
    begin, grens = (nummer - 1) * hoogstens, zoekvector.KANDIDATEN
    sleutels = list(rijen.values_list("pk", flat=True)[begin : begin + hoogstens + 1])
    treffers = _lestreffers if sleutel == "lessen" else _opbrengsttreffers
    return Blok(
        sleutel=sleutel,
        naam=naam,
        treffers=tuple(treffers(sleutels[:hoogstens], dag, gekozen.get("zoek", ""))),
        nummer=nummer,
        vorige=nummer - 1 if nummer > 1 else None,
        volgende=nummer + 1 if len(sleutels) > hoogstens else None,
        hoogstens=grens if "zoek" in gekozen and begin + len(sleutels) >= grens else None,
    )


def _lessen(user: User, gekozen: dict[str, str], dag: datetime.date) -> Any:
    rijen = gekozen_lessen(Lesversie.objects.gedeeld_met(user).met_uitkomst_op(dag), gekozen)
    volgorde = ("-gedeeld_op", "-pk")
    if "zoek" in gekozen:
        return gevonden(rijen, LES, gekozen["zoek"], *volgorde)
    return rijen.order_by(*volgorde)


def _opbrengsten(user: User, gekozen: dict[str, str], dag: datetime.date) -> Any:
    rijen = gekozen_opbrengsten(opbrengsten_voor(user).annotate(uitkomst=status_uitdrukking(dag)), gekozen)
    volgorde = (F("einddatum").desc(nulls_last=True), "-pk")
    if "zoek" in gekozen:
        return gevonden(rijen, OPBRENGST, gekozen["zoek"], *volgorde)
    return rijen.order_by(*volgorde)


def _lestreffers(sleutels: list[int], dag: datetime.date, tekst: str) -> Iterable[Treffer]:
    rijen = Lesversie.objects.filter(pk__in=sleutels).gedeeld().met_uitkomst_op(dag)
    erbij = rijen.select_related("les__praktijk__programma", "les__experiment").prefetch_related("themas")
    for versie in _in_volgorde(_met_kop(erbij, "lessen", tekst), sleutels):
        yield Treffer(
            titel=versie.titel,
            adres=reverse("praktijken:les", args=[versie.les_id]),
            praktijk=versie.les.praktijk,
            experiment=str(versie.les.experiment or ""),
            uitkomst=versie.uitkomst,
            themas=tuple(thema.naam for thema in versie.themas.all()),
            op=versie.gedeeld_op,
            fragment=_fragment(versie, "lessen", tekst),
        )


def _opbrengsttreffers(sleutels: list[int], dag: datetime.date, tekst: str) -> Iterable[Treffer]:
    rijen = Experiment.objects.filter(pk__in=sleutels).annotate(uitkomst=status_uitdrukking(dag))
    erbij = rijen.select_related("ontwerpvraag__praktijk__programma").prefetch_related("ontwerpvraag__themas")
    for experiment in _in_volgorde(_met_kop(erbij, "opbrengsten", tekst), sleutels):
        praktijk = experiment.ontwerpvraag.praktijk
        yield Treffer(
            titel=str(experiment),
            adres=reverse("praktijken:praktijk", args=[praktijk.pk]) + f"#experiment-{experiment.pk}",
            praktijk=praktijk,
            experiment="",
            uitkomst=experiment.uitkomst,
            themas=tuple(thema.naam for thema in experiment.ontwerpvraag.themas.all()),
            op=None,
            fragment=_fragment(experiment, "opbrengsten", tekst),
        )


def _in_volgorde(rijen: Iterable[Any], sleutels: list[int]) -> list[Any]:
    per_sleutel = {rij.pk: rij for rij in rijen}
    return [per_sleutel[sleutel] for sleutel in sleutels]


def _met_kop(rijen: Any, soort: str, tekst: str) -> Any:
    if tekst and connection.vendor == "postgresql":
        return rijen.annotate(kop=kop(_TEKSTEN[soort], woorden(tekst)))
    return rijen


def _fragment(rij: Any, soort: str, tekst: str) -> Fragment:
    alles = " … ".join(stuk for veld in _TEKSTEN[soort] if (stuk := getattr(rij, veld)))
    if not tekst:
        return fragment.begin(alles)
    return fragment.gemerkt(rij.kop) if hasattr(rij, "kop") else fragment.rondom(alles, woorden(tekst))
