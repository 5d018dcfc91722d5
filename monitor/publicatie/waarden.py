"""All that is published of a measurement: what the page says and shows, and nothing else. Plain Python."""

import datetime
from dataclasses import dataclass

from monitor.bescherming.waarden import BeschermdeCijfers
from monitor.tabellen import Figuur, Rij

VORM = 2
"""The form of what is published; another one gets another number. What form 1 lacks has a default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicatorgegevens:
    """Which indicator, and what its monitor and this page call what it counts."""

    nummer: int
    titel: str
    monitor: str
    naamgeving: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programmagegevens:
    """Whose figures they are."""

    slug: str
    naam: str
    opdrachtgever: str
    uitvoerders: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metinggegevens:
    """The fixed measurement. `nvt`: why it has no value as a whole; then there are no figures."""

    nummer: int
    peildatum: datetime.date
    aanleiding: str
    vastgesteld_op: datetime.date
    nvt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vorigemeting:
    """The indicator one measurement earlier; `waarde` None: nvt, as `tekst` says."""

    peildatum: datetime.date
    waarde: int | None
    tekst: str

    @property
    def reden(self) -> str:
        """Why it is nvt; empty where it has a value."""
        return "" if self.waarde is not None else self.tekst.removeprefix("nvt (").removesuffix(")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telregel:
    """A figure, and what it counts."""

    begrip: str
    regel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitie:
    """What was counted, by which version of the rules."""

    versie: int
    tekst: str
    telregels: tuple[Telregel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teksten:
    """What staff say, with the figures filled in; paragraphs end in a newline."""

    titel: str
    beschrijving: str
    beleidsdoel: str
    verdieping: str
    referenties: str
    wijziging: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """A municipality of a practice: CBS code, name, province; degrees (WGS 84) as text, empty where unknown."""

    code: str
    naam: str
    provincie: str
    lon: str
    lat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijk:
    """A practice by its number on the map."""

    nummer: int
    code: str
    naam: str
    startdatum: datetime.date | None
    status: str
    plaatsen: tuple[Plaats, ...]

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """What they are called."""
        return tuple(plaats.naam for plaats in self.plaatsen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figuur1:
    """The map: drawn (SVG), in words, and where its lines come from."""

    titel: str
    tekstalternatief: str
    bron: str
    svg: str
    praktijken: tuple[Praktijk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table of figures; None is a protected count. `noot`: the sentences under it, empty where there are none."""

    naam: str
    titel: str
    figuren: tuple[Figuur, ...]
    rijen: tuple[Rij, ...]
    noot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """A mistake found in this measurement before this version. `tekst`: what it was; in form 1 that was not told."""

    nummer: int
    op: datetime.date
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inhoud:
    """One version of the public page. `uitleg`: what a protected count looks like; empty where there is none.

    `cijfers` and `figuur1` None, `tabellen` empty: the measurement as a whole is nvt. `licentie`: the address of the
    licence under which it may be used; empty in form 1, which left it to the page.
    """

    vorm: int
    adres: str
    indicator: Indicatorgegevens
    programma: Programmagegevens
    jaar: int
    versie: int
    gepubliceerd_op: datetime.date
    drempel: int
    meting: Metinggegevens
    vorige_meting: Vorigemeting
    bron: str
    definitie: Definitie
    teksten: Teksten
    errata: tuple[Erratum, ...]
    licentie: str = ""
    uitleg: str
    cijfers: BeschermdeCijfers | None
    tabellen: tuple[Tabel, ...]
    figuur1: Figuur1 | None

    @property
    def waarde(self) -> int | None:
        """The indicator itself: praktijken opgestart; None: nvt."""
        return None if self.cijfers is None else self.cijfers.praktijken.opgestart

    def tabel(self, naam: str) -> Tabel:
        """The table of this name. KeyError where there is none."""
        for tabel in self.tabellen:
            if tabel.naam == naam:
                return tabel
        raise KeyError(naam)


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What became of the measurement after a version: without the reason, for that may name a protected count.

    `tekst`: what was written for readers; empty where nothing was.
    """

    soort: str
    nummer: int
    op: datetime.date
    tekst: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versieregel:
    """A version of the same year. `wijziging`: what it says it changed."""

    versie: int
    op: datetime.date
    wijziging: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitgave:
    """A version as it is shown: `tekst` is its canonical content, `inhoud` the same as values.

    `nieuwste`: the last version of its year. `geldt`: the measurement is neither withdrawn nor replaced.
    `versies`: all of its year, the last one first, where they were read along.
    """

    tekst: str
    inhoud: Inhoud
    zegel: str
    nieuwste: int
    later: tuple[Later, ...]
    geldt: bool
    versies: tuple[Versieregel, ...] = ()
