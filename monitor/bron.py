"""The rows indicator 23 is counted from (begrippen.md §3): grouped by the database, in a constant number of queries.

Every query starts from the practices of one programme, so its cost grows with that programme and not with the tables.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, CharField, Count, F, IntegerField, QuerySet, Value, When, Window
from django.db.models.functions import Coalesce, Collate, RowNumber

from mantelzorg.models import Programma
from praktijken.models import (
    Deelname,
    Experiment,
    Ontwerpvraag,
    Organisatieaanwezigheid,
    Praktijk,
    PraktijkGemeente,
    Praktijkpartner,
)
from praktijken.models.praktijk import Status, status_op
from praktijken.querysets import DeelnameQuerySet, loopt_op

NU = "nu"
TOT_NU_TOE = "tot nu toe"
_OP_CODEPUNT = {"postgresql": "C", "sqlite": "BINARY"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkrij:
    """A practice of the programme, planned ones too."""

    id: int
    code: str
    naam: str
    startdatum: datetime.date | None
    einddatum: datetime.date | None
    afloop: str

    def status_op(self, dag: datetime.date) -> Status:
        """Gepland, actief, or how it ended."""
        return status_op(dag, self.startdatum, self.einddatum, self.afloop)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeenterij:
    """A municipality a practice works in; of a practice's rows the first is its own."""

    praktijk: int
    code: str
    naam: str
    provincie: str
    lon: float | None
    lat: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experimentrij:
    """How many experiments of a practice run (empty afloop) or have ended that way."""

    praktijk: int
    afloop: str
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Typerij:
    """How many people count with this kind of organisation (None: unknown), `telling` being NU or TOT_NU_TOE."""

    telling: str
    type: str | None
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijen:
    """All rows of one programme at one day; the dicts go by the practice's id and lack practices with none."""

    praktijken: tuple[Praktijkrij, ...]
    gemeenten: tuple[Gemeenterij, ...]
    ontwerpvragen: dict[int, int]
    experimenten: tuple[Experimentrij, ...]
    deelnemers: dict[int, int]
    typen: tuple[Typerij, ...]
    organisaties: int


@contextmanager
def momentopname() -> Iterator[None]:
    """What is read inside belongs to one moment, and no writer waits for it.

    Inside a transaction that one decides. On SQLite a plain BEGIN is used, for Django's own would take the write lock.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic():
            _execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    else:
        _execute("BEGIN")
        try:
            yield
        finally:
            _execute("ROLLBACK")


def _execute(opdracht: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(opdracht)


def lees(programma: Programma, peildatum: datetime.date) -> Rijen:
    """The rows of `programma` at `peildatum`; call it in a `momentopname`."""
    return Rijen(
        praktijken=_praktijken(programma),
        gemeenten=_gemeenten(programma),
        ontwerpvragen=_ontwerpvragen(programma, peildatum),
        experimenten=_experimenten(programma, peildatum),
        deelnemers=_deelnemers(programma, peildatum),
        typen=_typen(programma, peildatum),
        organisaties=_organisaties(programma, peildatum),
    )


def _praktijken(programma: Programma) -> tuple[Praktijkrij, ...]:
    velden = ("id", "code", "naam", "startdatum", "einddatum", "afloop")
    rijen = Praktijk.objects.filter(programma=programma).order_by().values(*velden)
    return tuple(Praktijkrij(**rij) for rij in rijen)


def _gemeenten(programma: Programma) -> tuple[Gemeenterij, ...]:
    rijen = (
        PraktijkGemeente.objects.filter(praktijk__programma=programma)
        .order_by("volgorde", "id")
        .values(
            "praktijk",
            code=F("gemeente__code"),
            naam=F("gemeente__naam"),
            provincie=F("gemeente__provincie"),
            lon=F("gemeente__lon"),
            lat=F("gemeente__lat"),
        )
    )
    return tuple(Gemeenterij(**rij) for rij in rijen)


def _ontwerpvragen(programma: Programma, peildatum: datetime.date) -> dict[int, int]:
    geldig = Ontwerpvraag.objects.geldig_op(peildatum).filter(
        praktijk__programma=programma, praktijk__startdatum__lte=peildatum
    )
    return dict(geldig.order_by().values_list("praktijk").annotate(aantal=Count("pk")))


def _experimenten(programma: Programma, peildatum: datetime.date) -> tuple[Experimentrij, ...]:
    rijen = (
        Experiment.objects.opgestart_op(peildatum)
        .filter(ontwerpvraag__praktijk__programma=programma, ontwerpvraag__praktijk__startdatum__lte=peildatum)
        .annotate(
            praktijk=F("ontwerpvraag__praktijk"),
            stand=Case(When(einddatum__lt=peildatum, then=F("afloop")), default=Value(""), output_field=CharField()),
        )
        .order_by()
        .values_list("praktijk", "stand")
        .annotate(aantal=Count("pk"))
    )
    return tuple(Experimentrij(praktijk=praktijk, afloop=stand, aantal=aantal) for praktijk, stand, aantal in rijen)


def _deelnames(programma: Programma) -> DeelnameQuerySet:
    return Deelname.objects.filter(praktijk__programma=programma).order_by()


def _deelnemers(programma: Programma, peildatum: datetime.date) -> dict[int, int]:
    deelnames = _deelnames(programma).op(peildatum)
    return dict(deelnames.values_list("praktijk").annotate(aantal=Count("deelnemer", distinct=True)))


def _typen(programma: Programma, peildatum: datetime.date) -> tuple[Typerij, ...]:
    deelnames = _deelnames(programma)
    nu = _per_type(deelnames.op(peildatum)).annotate(telling=Value(NU))
    tot_nu_toe = _per_type(deelnames.tot_nu_toe(peildatum)).annotate(telling=Value(TOT_NU_TOE))
    velden = ("telling", "type", "aantal")
    rijen = nu.values_list(*velden).union(tot_nu_toe.values_list(*velden), all=True)
    return tuple(Typerij(telling=telling, type=soort, aantal=aantal) for telling, soort, aantal in rijen)


def _per_type(deelnames: DeelnameQuerySet) -> QuerySet[Deelname, Any]:
    """People by kind of organisation: each by the one participation of theirs that gives it."""
    return (
        Deelname.objects.filter(pk__in=_type_gevend(deelnames))
        .order_by()
        .annotate(type=Coalesce("organisatietype__naam", "organisatie__organisatietype__naam"))
        .values("type")
        .annotate(aantal=Count("pk"))
    )


def _type_gevend(deelnames: DeelnameQuerySet) -> QuerySet[Deelname, Any]:
    """Of each person: a known type first, then the earliest vanaf, then the practice's code by code point."""
    onbekend = Case(
        When(organisatietype=None, organisatie__organisatietype=None, then=1), default=0, output_field=IntegerField()
    )
    volgorde = (onbekend.asc(), F("vanaf").asc(), Collate("praktijk__code", _OP_CODEPUNT[connection.vendor]).asc())
    rang = Window(RowNumber(), partition_by=F("deelnemer"), order_by=volgorde)
    return deelnames.annotate(rang=rang).filter(rang=1).values("pk")


def _organisaties(programma: Programma, peildatum: datetime.date) -> int:
    actief = Praktijk.objects.filter(programma=programma).actief_op(peildatum).order_by()
    partners = Praktijkpartner.objects.filter(loopt_op(peildatum), praktijk__in=actief).order_by()
    van_deelnames = _deelnames(programma).op(peildatum).exclude(organisatie=None)
    van_gewisten = Organisatieaanwezigheid.objects.filter(loopt_op(peildatum), praktijk__in=actief).order_by()
    rijen = (partners, van_deelnames, van_gewisten)
    eerste, *andere = [een.values("organisatie") for een in rijen]
    return eerste.union(*andere).count()
