"""What asks for attention in a practice: every rule with its purpose, over rows as they are on a day.

A signal asks, it judges nothing: the figures of the monitor know none of this, and a practice that is on hold stays
actief there. Signals are about practices that are actief; in a school holiday or while a practice is on hold they are
silent, and what is silent can be shown as such.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.formats import date_format

WEKEN_ZONDER_VOORTGANG = 4
MINSTE_ONTWERPVRAGEN, MEESTE_ONTWERPVRAGEN = 3, 5  # begrippen.md §2: another number is a signal, not an error
TYPE_GEMEENTE = "gemeente"  # the organisatietype's name, in any case


class Soort(StrEnum):
    """The kinds of signal."""

    VOORTGANG = "geen voortgang"
    ONTWERPVRAGEN = "aantal ontwerpvragen"
    KERNTHEMA = "geen kernthema"
    ONBEKEND = "soort organisatie onbekend"
    GEMEENTE = "geen gemeente"
    PENVOERDER = "geen penvoerder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Periode:
    """Days in which signals are silent, `tot_en_met` the last (None: until further notice), and why."""

    vanaf: datetime.date
    tot_en_met: datetime.date | None
    omdat: str

    def loopt_op(self, dag: datetime.date) -> bool:
        """Whether `dag` lies in it, both ends included."""
        return self.vanaf <= dag and (self.tot_en_met is None or dag <= self.tot_en_met)


@dataclass(frozen=True, slots=True, kw_only=True)
class Experimentrij:
    """An experiment that runs on the day; `laatste_voortgang` is the date of its last entry by then."""

    pk: int
    code: str
    naam: str
    startdatum: datetime.date
    laatste_voortgang: datetime.date | None

    @property
    def stil_sinds(self) -> datetime.date:
        """The last entry, or the start where nothing was entered since."""
        return max(self.startdatum, self.laatste_voortgang or self.startdatum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkrij:
    """A practice as it is on the day."""

    actief: bool
    met_gemeente: bool
    """Whether a municipality belongs to this form of practice: to a lerende praktijk alone (begrippen.md §1)."""
    kernthema: str
    ontwerpvragen: int
    onbekend: int
    """Persons who take part that day of whom no organisatietype is known."""
    partnertypen: frozenset[str]
    partnerrollen: frozenset[str]
    experimenten: tuple[Experimentrij, ...]
    onderbrekingen: tuple[Periode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A rule: when it signals and why anybody would want to know (both in Dutch, for the page), and how it is told."""

    soort: Soort
    wanneer: str
    doel: str
    teksten: Callable[[Praktijkrij, datetime.date], Iterator[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signaal:
    """Something that asks for attention, and why it matters."""

    soort: Soort
    tekst: str
    doel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stilte:
    """Signals are silent: up to and including `tot_en_met` (None: until further notice), and why on the day itself."""

    tot_en_met: datetime.date | None
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """What asks for attention; with a `stilte` nothing does, and `verzwegen` is what would have."""

    signalen: tuple[Signaal, ...] = ()
    stilte: Stilte | None = None
    verzwegen: tuple[Signaal, ...] = ()


def stand_op(praktijk: Praktijkrij, dag: datetime.date, vakanties: Iterable[Periode]) -> Stand:
    """The signals of a practice on `dag`, silent in its breaks and in school holidays."""
    gevonden = signalen_op(praktijk, dag)
    stilte = stilte_op(dag, (*praktijk.onderbrekingen, *vakanties))
    return Stand(signalen=gevonden) if stilte is None else Stand(stilte=stilte, verzwegen=gevonden)


def signalen_op(praktijk: Praktijkrij, dag: datetime.date) -> tuple[Signaal, ...]:
    """What the rules say of a practice on `dag`, silence left aside; nothing of one that is not actief."""
    if not praktijk.actief:
        return ()
    return tuple(
        Signaal(soort=regel.soort, tekst=tekst, doel=regel.doel)
        for regel in REGELS
        for tekst in regel.teksten(praktijk, dag)
    )


def stilte_op(dag: datetime.date, perioden: Iterable[Periode]) -> Stilte | None:
    """The silence of `dag`; periods that overlap or join go on as one. None where nothing is silent."""
    op_volgorde = sorted(perioden, key=lambda periode: periode.vanaf)
    redenen = tuple(periode.omdat for periode in op_volgorde if periode.loopt_op(dag))
    return Stilte(tot_en_met=_laatste_stille_dag(dag, op_volgorde), redenen=redenen) if redenen else None


def _laatste_stille_dag(dag: datetime.date, perioden: Iterable[Periode]) -> datetime.date | None:
    """From `dag`, which is silent; `perioden` in order of their first day."""
    laatste = dag
    for periode in perioden:
        if periode.vanaf - laatste > datetime.timedelta(days=1):
            break
        if periode.tot_en_met is None:
            return None
        laatste = max(laatste, periode.tot_en_met)
    return laatste


def _voortgang(praktijk: Praktijkrij, dag: datetime.date) -> Iterator[str]:
    for experiment in praktijk.experimenten:
        weken = (dag - experiment.stil_sinds).days // 7
        if weken >= WEKEN_ZONDER_VOORTGANG:
            verslag = experiment.stil_sinds == experiment.laatste_voortgang
            sinds = "het laatste verslag is van" if verslag else "het loopt sinds"
            datum = date_format(experiment.stil_sinds)
            yield f"Al {weken} weken geen voortgang bij experiment {experiment.code}: {sinds} {datum}."


def _ontwerpvragen(praktijk: Praktijkrij, _: datetime.date) -> Iterator[str]:
    aantal = praktijk.ontwerpvragen
    if not MINSTE_ONTWERPVRAGEN <= aantal <= MEESTE_ONTWERPVRAGEN:
        nu = {0: "geen ontwerpvragen", 1: "1 ontwerpvraag"}.get(aantal, f"{aantal} ontwerpvragen")
        yield f"Er gelden nu {nu}." if aantal != 1 else f"Er geldt nu {nu}."


def _kernthema(praktijk: Praktijkrij, _: datetime.date) -> Iterator[str]:
    if not praktijk.kernthema:
        yield "Er is nog geen kernthema."


def _onbekend(praktijk: Praktijkrij, _: datetime.date) -> Iterator[str]:
    if praktijk.onbekend:
        wie = "1 deelnemer" if praktijk.onbekend == 1 else f"{praktijk.onbekend} deelnemers"
        yield f"Van {wie} is het organisatietype niet bekend."


def _gemeente(praktijk: Praktijkrij, _: datetime.date) -> Iterator[str]:
    if praktijk.met_gemeente and TYPE_GEMEENTE not in {naam.casefold() for naam in praktijk.partnertypen}:
        yield "Er is geen gemeente onder de partners."


def _penvoerder(praktijk: Praktijkrij, _: datetime.date) -> Iterator[str]:
    if "penvoerder" not in praktijk.partnerrollen:
        yield "Geen van de partners is penvoerder."


REGELS: tuple[Regel, ...] = (
    Regel(
        soort=Soort.VOORTGANG,
        wanneer=f"{WEKEN_ZONDER_VOORTGANG} weken na het laatste verslag van een lopend experiment, "
        "of na de start als er sindsdien geen verslag is.",
        doel="Zo merkt u op tijd dat een experiment stilvalt, en blijft bewaard wat er gebeurt.",
        teksten=_voortgang,
    ),
    Regel(
        soort=Soort.ONTWERPVRAGEN,
        wanneer=f"Als er minder dan {MINSTE_ONTWERPVRAGEN} of meer dan {MEESTE_ONTWERPVRAGEN} ontwerpvragen gelden.",
        doel="Met 3 tot 5 vragen blijft het werk te overzien. Een ander aantal mag, als dat zo bedoeld is.",
        teksten=_ontwerpvragen,
    ),
    Regel(
        soort=Soort.KERNTHEMA,
        wanneer="Als de praktijk nog geen kernthema heeft.",
        doel="Het kernthema zegt waar de praktijk samen aan werkt. De ontwerpvragen komen eruit voort.",
        teksten=_kernthema,
    ),
    Regel(
        soort=Soort.ONBEKEND,
        wanneer="Als van iemand die nu meedoet het organisatietype niet bekend is.",
        doel="De monitor telt deelnemers naar organisatietype. Wie onbekend is, valt daarbuiten.",
        teksten=_onbekend,
    ),
    Regel(
        soort=Soort.GEMEENTE,
        wanneer="Als een lerende praktijk nu geen partner heeft met het organisatietype Gemeente.",
        doel="In een lerende praktijk werkt de gemeente mee.",
        teksten=_gemeente,
    ),
    Regel(
        soort=Soort.PENVOERDER,
        wanneer="Als nu geen partner de rol penvoerder heeft.",
        doel="De penvoerder is voor het programma het vaste adres van de praktijk.",
        teksten=_penvoerder,
    ),
)
"""All rules, in the order in which they are shown.

A municipality counts where it is a partner that day: the gemeente in which a practice lies is a place, and says
nothing of who takes part.
"""
