"""What the public page shows of its content, in the shape in which it is shown."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.publicatie.waarden import Inhoud, Praktijk, Tabel

TABEL1 = (
    ("organisatietypen", "deelnemers", "Tabel 1a. Deelnemers naar organisatietype, nu"),
    ("organisatietypen_tot_nu_toe", "deelnemers_tot_nu_toe", "Tabel 1b. Deelnemers naar organisatietype, tot nu toe"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A name and its counts; None: protected."""

    naam: str
    waarden: tuple[int | None, ...]

    @property
    def aantal(self) -> int | None:
        """The first of them."""
        return self.waarden[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel1:
    """Participants by kind of organisation. `totaal`: those whose kind is known."""

    titel: str
    rijen: tuple[Regel, ...]
    totaal: int | None
    noot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijkregel:
    """A practice with its figures."""

    praktijk: Praktijk
    waarden: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """The page of `inhoud`; without tables where the measurement is nvt. `groepen`: the figures of the programme."""

    inhoud: Inhoud
    zegel: str
    tabellen1: tuple[Tabel1, ...]
    praktijken: tuple[Praktijkregel, ...]
    praktijknoot: str
    groepen: tuple[tuple[str, tuple[Regel, ...]], ...]


def maak_bladzijde(inhoud: Inhoud, zegel: str) -> Bladzijde:
    """The page, from what is published alone."""
    gevuld = inhoud.cijfers is not None
    return Bladzijde(
        inhoud=inhoud,
        zegel=zegel,
        tabellen1=tuple(_tabel1(inhoud, *een) for een in TABEL1) if gevuld else (),
        praktijken=tuple(_praktijken(inhoud)),
        praktijknoot=inhoud.tabel("per_praktijk").noot if gevuld else "",
        groepen=tuple((tabel.titel, _figuren(tabel)) for tabel in inhoud.tabellen if _is_geheel(tabel)),
    )


def _is_geheel(tabel: Tabel) -> bool:
    return [rij.sleutel for rij in tabel.rijen] == [""]


def _figuren(tabel: Tabel) -> tuple[Regel, ...]:
    paren = zip(tabel.figuren, tabel.rijen[0].waarden, strict=True)
    return tuple(Regel(naam=figuur.label, waarden=(waarde,)) for figuur, waarde in paren)


def _tabel1(inhoud: Inhoud, typen: str, deelnemers: str, titel: str) -> Tabel1:
    tabel, geheel = inhoud.tabel(typen), inhoud.tabel(deelnemers)
    namen = [figuur.naam for figuur in geheel.figuren]
    return Tabel1(
        titel=titel,
        rijen=tuple(Regel(naam=rij.label, waarden=rij.waarden) for rij in tabel.rijen),
        totaal=geheel.rijen[0].waarden[namen.index("bekend")],
        noot=tabel.noot,
    )


def _praktijken(inhoud: Inhoud) -> Iterator[Praktijkregel]:
    if inhoud.figuur1 is None:
        return
    cijfers = {rij.sleutel: rij.waarden for rij in inhoud.tabel("per_praktijk").rijen}
    for praktijk in inhoud.figuur1.praktijken:
        yield Praktijkregel(praktijk=praktijk, waarden=cijfers[praktijk.code])
