"""What rows may refer to: in the database, and in the file itself."""

import datetime
from dataclasses import dataclass, field

from deelnemers.models import Deelnemer, Organisatie, Organisatietype
from mantelzorg.gemeentegids import Gemeentegids
from mantelzorg.models import Gemeente, Programma, User
from praktijken.models import Experiment, Ontwerpvraag, Praktijk, PrangendeVraag, Thema

NOG_GEEN = -1
"""Stands for the key of a record that is in the file and not in the database yet."""


@dataclass(slots=True)
class Organisatiegegeven:
    pk: int
    organisatietype: str


@dataclass(slots=True)
class Praktijkgegeven:
    pk: int
    startdatum: datetime.date | None


@dataclass(slots=True)
class Vraaggegeven:
    pk: int
    geformuleerd_op: datetime.date | None


@dataclass(slots=True)
class Register:
    """By natural key: what exists. Read once; rows of the file are added as they are met."""

    slug: str
    vandaag: datetime.date
    gids: Gemeentegids
    programma: Programma | None
    programmastart: datetime.date | None
    prangende_vragen: dict[int, int] = field(default_factory=dict)
    organisatietypen: dict[str, int] = field(default_factory=dict)
    organisaties: dict[str, Organisatiegegeven] = field(default_factory=dict)
    praktijken: dict[str, Praktijkgegeven] = field(default_factory=dict)
    ontwerpvragen: dict[tuple[str, int], Vraaggegeven] = field(default_factory=dict)
    experimenten: dict[str, int] = field(default_factory=dict)
    themas: dict[str, int] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    deelnemers: dict[str, int] = field(default_factory=dict)
    gewist: frozenset[str] = frozenset()
    """Numbers of people who were erased: what says who they are is not taken in again."""
    beperkt: frozenset[str] = frozenset()
    """Numbers of people whose data is restricted: it stays as it is (AVG, art. 18)."""
    onbruikbaar: frozenset[str] = frozenset()
    """Sheets without their key columns: references to them cannot be checked, and are not reported."""

    @property
    def programma_pk(self) -> int:
        return self.programma.pk if self.programma else NOG_GEEN


def lees_register(slug: str, vandaag: datetime.date, onbruikbaar: frozenset[str]) -> Register:
    """Everything that exists now and that a file of programme `slug` may refer to, in a fixed number of queries."""
    programma = Programma.objects.filter(slug=slug).first()
    register = Register(
        slug=slug,
        vandaag=vandaag,
        gids=Gemeentegids(Gemeente.objects.all()),
        programma=programma,
        programmastart=programma.startdatum if programma else None,
        onbruikbaar=onbruikbaar,
    )
    register.organisatietypen = dict(Organisatietype.objects.values_list("naam", "pk"))
    register.organisaties = {
        naam: Organisatiegegeven(pk, typenaam or "")
        for naam, pk, typenaam in Organisatie.objects.values_list("naam", "pk", "organisatietype__naam").order_by()
    }
    register.themas = dict(Thema.objects.values_list("naam", "pk"))
    register.accounts = dict(User.objects.values_list("email", "pk"))
    if programma:
        _lees_programma(register, programma)
    return register


def _lees_programma(register: Register, programma: Programma) -> None:
    gewist = Deelnemer.objects.filter(programma=programma, gewist_op__isnull=False).order_by()
    register.gewist = frozenset(gewist.values_list("nummer", flat=True))
    beperkt = Deelnemer.objects.filter(programma=programma, gewist_op=None, beperkt_op__isnull=False).order_by()
    register.beperkt = frozenset(beperkt.values_list("nummer", flat=True))
    register.prangende_vragen = dict(
        PrangendeVraag.objects.filter(programma=programma).values_list("nummer", "pk").order_by()
    )
    register.praktijken = {
        code: Praktijkgegeven(pk, start)
        for code, pk, start in Praktijk.objects.filter(programma=programma)
        .values_list("code", "pk", "startdatum")
        .order_by()
    }
    register.ontwerpvragen = {
        (code, nummer): Vraaggegeven(pk, dag)
        for code, nummer, pk, dag in Ontwerpvraag.objects.filter(praktijk__programma=programma)
        .values_list("praktijk__code", "nummer", "pk", "geformuleerd_op")
        .order_by()
    }
    register.experimenten = dict(Experiment.objects.filter(programma=programma).values_list("code", "pk").order_by())
