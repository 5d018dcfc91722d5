"""What the page of a practice shows beyond its records: the line through time, progress, earlier wordings."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from praktijken.models import Experiment, Ontwerpvraag, Praktijk, Sessie, Voortgang
from praktijken.tijdlijn import Periode, Proeflijn, Sessiemerk, Tijdlijn, Vraaglijn


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """The newest version of a progress entry, and those it improves on, newest first."""

    voortgang: Voortgang
    eerdere: tuple[Voortgang, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwoording:
    """A kernthema that has been replaced: since when it stood here, and who wrote it (empty: no person)."""

    kernthema: str
    vastgesteld_op: datetime.date | None
    sinds: datetime.datetime
    door: str


def tijdlijn_van(praktijk: Praktijk, dag: datetime.date, sessies: Iterable[Sessie] = ()) -> Tijdlijn:
    """The line of a practice that was fetched with `voor_pagina`, with these sessions of it; no query."""
    return Tijdlijn(
        praktijk=praktijk.naam,
        dag=dag,
        einde=praktijk.einddatum if praktijk.einddatum and praktijk.einddatum < dag else None,
        vragen=tuple(_vraaglijn(vraag, dag) for vraag in praktijk.ontwerpvragen.all()),
        onderbrekingen=tuple(Periode(van=rust.vanaf, tot=rust.tot_en_met) for rust in praktijk.onderbrekingen.all()),
        sessies=tuple(Sessiemerk(dag=sessie.datum, soort=sessie.soort) for sessie in sessies),
    )


def _vraaglijn(vraag: Ontwerpvraag, dag: datetime.date) -> Vraaglijn:
    return Vraaglijn(
        nummer=vraag.nummer,
        van=vraag.geformuleerd_op,
        vervallen_op=vraag.vervallen_op,
        proeven=tuple(_proeflijn(experiment, dag) for experiment in vraag.experimenten.all()),
    )


def _proeflijn(experiment: Experiment, dag: datetime.date) -> Proeflijn:
    return Proeflijn(
        code=experiment.code,
        naam=experiment.naam,
        status=experiment.status_op(dag).value,
        van=experiment.startdatum,
        tot=experiment.einddatum,
        verslagen=tuple(sorted(verslag.voortgang.datum for verslag in _verslagen(experiment))),
    )


def verloop(praktijk: Praktijk) -> list[Verslag]:
    """All progress that was fetched along with the practice, newest day first; no query."""
    verslagen = [
        verslag
        for vraag in praktijk.ontwerpvragen.all()
        for experiment in vraag.experimenten.all()
        for verslag in _verslagen(experiment)
    ]
    return sorted(verslagen, key=lambda verslag: (verslag.voortgang.datum, verslag.voortgang.pk), reverse=True)


def _verslagen(experiment: Experiment) -> Iterator[Verslag]:
    """The newest versions; each version is replaced at most once, so they form chains."""
    versies = {versie.pk: versie for versie in experiment.voortgang.all()}
    vervangen = {versie.vervangt_id for versie in versies.values()}
    for versie in versies.values():
        if versie.pk not in vervangen:
            yield Verslag(voortgang=versie, eerdere=tuple(_eerdere(versie, versies)))


def _eerdere(versie: Voortgang, versies: dict[int, Voortgang]) -> Iterator[Voortgang]:
    while versie.vervangt_id in versies:
        versie = versies[versie.vervangt_id]
        yield versie


def eerdere_verwoordingen(praktijk: Praktijk) -> list[Verwoording]:
    """What the kernthema was before, from the history, newest first; one query."""
    geschiedenis: Any = Praktijk.history
    regels = geschiedenis.filter(id=praktijk.pk).order_by("history_date", "history_id").select_related("history_user")
    reeks = [_verwoording(list(gelijk)) for _, gelijk in groupby(regels, key=lambda regel: regel.kernthema)]
    return [eerder for eerder in reversed(reeks[:-1]) if eerder.kernthema]


def _verwoording(regels: list[Any]) -> Verwoording:
    eerste, laatste = regels[0], regels[-1]
    return Verwoording(
        kernthema=eerste.kernthema,
        vastgesteld_op=laatste.kernthema_vastgesteld_op,
        sinds=eerste.history_date,
        door=str(eerste.history_user or ""),
    )
