"""What a reader can work out of a series of publications, bounded by scipy's integer solver. Asks nothing of how the
product protects: only the published values and the sentences of docs/bescherming.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from monitor.bescherming.waarden import BeschermdeCijfers, BeschermdeDeelnemers
from tests.monitor.bescherming.geheeltallig import VEEL, Model, Rij


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """Columns of a table of participants; `typen` None where no kind is published."""

    velden: dict[str, int]
    typen: dict[str, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """Columns of one publication."""

    cijfers: BeschermdeCijfers
    nu: Tabel
    tot_nu_toe: Tabel
    praktijken: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vermoeden:
    """Rows a reader may assume together. `gelijk`: columns they equate with a number that another version publishes."""

    rijen: list[Rij]
    gelijk: frozenset[int] = frozenset()


def vastgepind(reeks: Sequence[BeschermdeCijfers]) -> dict[str, int]:
    """The protected counts that a reader can work out, with the value. That nobody is somewhere, is no secret."""
    model = Model()
    bladen: list[Blad] = []
    geloofd: list[Vermoeden] = []
    for plaats in range(len(reeks)):
        blad = _blad(model, plaats, reeks)
        geloofd = _wat_past(model, geloofd, [*_vermoedens(model, bladen, blad)])
        bladen.append(blad)
    bekend = {kolom for vermoeden in geloofd for kolom in vermoeden.gelijk}
    zonder = [vermoeden for vermoeden in geloofd if not vermoeden.gelijk]
    vast = {}
    for naam, kolom in model.geheim.items():
        waarde = None if kolom in bekend else _enige(model, kolom, geloofd)
        if kolom in bekend or waarde in _elders(bladen, naam):
            waarde = _enige(model, kolom, zonder)
        if waarde:
            vast[naam] = waarde
    return vast


def _enige(model: Model, kolom: int, geloofd: list[Vermoeden]) -> int | None:
    """The only value that the column can have; None where it has more."""
    minst, meest = model.uiterste({kolom: 1}, _rijen(geloofd)), model.uiterste({kolom: -1}, _rijen(geloofd))
    assert minst is not None
    assert meest is not None
    return minst if minst == -meest else None


def _elders(bladen: Sequence[Blad], naam: str) -> set[int]:
    """What other versions of the same peildatum publish of this count."""
    plaats, _, count = naam.partition(" ")
    dag = bladen[int(plaats)].cijfers.peildatum
    zelfde = [blad.cijfers for blad in bladen if blad.cijfers.peildatum == dag]
    return {getallen[count] for getallen in map(_openbaar, zelfde) if count in getallen}


def _openbaar(cijfers: BeschermdeCijfers) -> dict[str, int]:
    """Every published count by its name."""
    getallen = {regel.code: regel.deelnemers for regel in cijfers.per_praktijk}
    for deel, telling in (("nu", cijfers.deelnemers), ("tot nu toe", cijfers.deelnemers_tot_nu_toe)):
        getallen |= {f"{deel} {veld}": getattr(telling, veld) for veld in ("totaal", "bekend", "onbekend")}
        getallen |= {f"{deel} {regel.naam}": regel.aantal for regel in telling.typen if not regel.soorten}
    return {naam: getal for naam, getal in getallen.items() if getal is not None}


def _wat_past(model: Model, al: list[Vermoeden], verder: list[Vermoeden]) -> list[Vermoeden]:
    if model.uiterste({}, _rijen([*al, *verder])) is not None:
        return [*al, *verder]
    for vermoeden in verder:
        if model.uiterste({}, _rijen([*al, vermoeden])) is not None:
            al = [*al, vermoeden]
    return al


def _rijen(vermoedens: Iterable[Vermoeden]) -> list[Rij]:
    return [rij for vermoeden in vermoedens for rij in vermoeden.rijen]


def _blad(model: Model, plaats: int, reeks: Sequence[BeschermdeCijfers]) -> Blad:
    cijfers = reeks[plaats]
    eerder = [ander for ander in reeks[:plaats] if ander.peildatum == cijfers.peildatum]
    leeg_nu = _leeg(cijfers.deelnemers) and all(p.deelnemers is None for p in cijfers.per_praktijk)
    nu = _tabel(model, f"{plaats} nu", cijfers.deelnemers, [e.deelnemers for e in eerder], leeg_nu)
    ooit = cijfers.deelnemers_tot_nu_toe
    tot = _tabel(model, f"{plaats} tot nu toe", ooit, [e.deelnemers_tot_nu_toe for e in eerder], _leeg(ooit))
    was = {p.code for e in eerder for p in e.per_praktijk if p.deelnemers is None}
    getoond = [p.deelnemers for p in cijfers.per_praktijk if p.deelnemers]
    praktijken = {}
    for p in cijfers.per_praktijk:
        vrij = leeg_nu or p.code in was
        praktijken[p.code] = _getal(model, f"{plaats} {p.code}", p.deelnemers, vrij, getoond)
    for veld in ("totaal", "bekend"):
        model.rijen.append(({tot.velden[veld]: 1, nu.velden[veld]: -1}, 0, VEEL))
    model.rijen.append((dict.fromkeys(praktijken.values(), 1) | {nu.velden["totaal"]: -1}, 0, VEEL))
    model.rijen += [({nu.velden["totaal"]: 1, kolom: -1}, 0, VEEL) for kolom in praktijken.values()]
    return Blad(cijfers=cijfers, nu=nu, tot_nu_toe=tot, praktijken=praktijken)


def _leeg(telling: BeschermdeDeelnemers) -> bool:
    return (telling.totaal, telling.bekend, telling.onbekend, telling.typen) == (None, None, None, ())


def _getal(model: Model, naam: str, waarde: int | None, vrij: bool, getoond: Sequence[int] = ()) -> int:
    """A number: as published, or above 0 and below every published one; `vrij`: any."""
    if waarde is not None:
        return model.kolom(waarde, waarde)
    kolom = model.kolom(0, VEEL) if vrij else model.kolom(1, min(getoond, default=VEEL + 1) - 1)
    model.geheim[naam] = kolom
    return kolom


def _tabel(
    model: Model, naam: str, telling: BeschermdeDeelnemers, eerder: list[BeschermdeDeelnemers], leeg: bool
) -> Tabel:
    velden = {}
    for veld in ("totaal", "bekend", "onbekend"):
        vrij = leeg or any(getattr(versie, veld) is None for versie in eerder)
        velden[veld] = _getal(model, f"{naam} {veld}", getattr(telling, veld), vrij)
    model.rijen.append(({velden["totaal"]: 1, velden["bekend"]: -1, velden["onbekend"]: -1}, 0, 0))
    if telling.bekend is None and not telling.typen:
        return Tabel(velden=velden, typen=None)
    typen, samen = {}, {}
    was = {soort for versie in eerder for regel in versie.typen for soort in regel.soorten}
    getoond = [regel.aantal for regel in telling.typen if regel.aantal and not regel.soorten]
    for regel in telling.typen:
        for soort in regel.soorten:
            samen[soort] = _getal(model, f"{naam} {soort}", None, soort in was, getoond)
        if not regel.soorten:
            typen[regel.naam] = model.kolom(regel.aantal, regel.aantal)
        elif regel.aantal is not None:
            model.rijen.append((dict.fromkeys(samen.values(), 1), regel.aantal, regel.aantal))
    typen |= samen
    model.rijen.append((dict.fromkeys(typen.values(), -1) | {velden["bekend"]: 1}, 0, 0))
    return Tabel(velden=velden, typen=typen)


def _vermoedens(model: Model, eerder: Sequence[Blad], blad: Blad) -> Iterator[Vermoeden]:
    """What is assumed when `blad` appears, in the order in which docs/bescherming.md gives it."""
    yield from _iets_kleins(model, [e for e in eerder if e.cijfers.peildatum == blad.cijfers.peildatum], blad)
    yield from _binnen(model, blad)
    for oud, later in _buren([ander for ander in eerder if ander.tot_nu_toe.typen is not None], blad):
        yield Vermoeden(rijen=_typen_hoogstens(model, oud.tot_nu_toe, later.tot_nu_toe))
    for oud, later in _buren(eerder, blad):
        paren = [(oud.tot_nu_toe.velden[veld], later.tot_nu_toe.velden[veld]) for veld in ("totaal", "bekend")]
        yield Vermoeden(rijen=_hoogstens(model, paren))
    for oud in eerder:
        if oud.cijfers.peildatum == blad.cijfers.peildatum:
            yield from _onveranderd(model, oud, blad)


def _binnen(model: Model, blad: Blad) -> Iterator[Vermoeden]:
    geheim = set(model.geheim.values())
    if geheim & {*blad.praktijken.values(), blad.nu.velden["totaal"]}:
        som = dict.fromkeys(blad.praktijken.values(), 1) | {blad.nu.velden["totaal"]: -1}
        yield Vermoeden(rijen=[(som, 0, 0)])
    onbekend = _hoogstens(model, [(blad.nu.velden["onbekend"], blad.tot_nu_toe.velden["onbekend"])])
    yield Vermoeden(rijen=[*onbekend, *_typen_hoogstens(model, blad.nu, blad.tot_nu_toe)])


def _buren(eerder: Sequence[Blad], blad: Blad) -> Iterator[tuple[Blad, Blad]]:
    """`blad` with every publication of the last day before it, and of the first day after it."""
    dag = blad.cijfers.peildatum
    dagen = {ander.cijfers.peildatum for ander in eerder}
    voor, na = max((d for d in dagen if d < dag), default=None), min((d for d in dagen if d > dag), default=None)
    yield from ((ander, blad) for ander in eerder if ander.cijfers.peildatum == voor)
    yield from ((blad, ander) for ander in eerder if ander.cijfers.peildatum == na)


def _onveranderd(model: Model, oud: Blad, blad: Blad) -> Iterator[Vermoeden]:
    for een, ander in ((oud.nu, blad.nu), (oud.tot_nu_toe, blad.tot_nu_toe)):
        paren = [(een.velden[veld], ander.velden[veld]) for veld in een.velden]
        if een.typen is not None and ander.typen is not None:
            paren += _paren(model, een.typen, ander.typen)
        yield _zelfde(model, paren)
    yield _zelfde(model, [(kolom, blad.praktijken[code]) for code, kolom in oud.praktijken.items()])


def _iets_kleins(model: Model, versies: Sequence[Blad], blad: Blad) -> Iterator[Vermoeden]:
    """In each table of which no earlier version protected anything."""
    was = [_geheim_per_tabel(model, versie) for versie in versies]
    for plaats, kolommen in enumerate(_geheim_per_tabel(model, blad)):
        if kolommen and not any(versie[plaats] for versie in was):
            yield _een_klein(model, kolommen, blad.cijfers.drempel - 1)


def _geheim_per_tabel(model: Model, blad: Blad) -> list[list[int]]:
    geheim = set(model.geheim.values())
    tabellen = []
    for tabel in (blad.nu, blad.tot_nu_toe):
        velden = geheim.intersection(tabel.velden.values())
        tabellen.append(sorted(velden or geheim.intersection((tabel.typen or {}).values())))
    return [*tabellen, sorted(geheim.intersection(blad.praktijken.values()))]


def _een_klein(model: Model, kolommen: Sequence[int], hoogste: int) -> Vermoeden:
    keuzes = [model.kolom(0, 1) for _ in kolommen]
    rijen: list[Rij] = [(dict.fromkeys(keuzes, 1), 1, VEEL)]
    for kolom, keuze in zip(kolommen, keuzes, strict=True):
        rijen.append(({kolom: 1, keuze: VEEL}, -VEEL, hoogste + VEEL))
        rijen.append(({kolom: 1, keuze: -1}, 0, VEEL))
    return Vermoeden(rijen=rijen)


def _paren(model: Model, een: dict[str, int], ander: dict[str, int]) -> list[tuple[int, int]]:
    """Columns of the same name; a kind that is not listed has nobody."""
    nul = model.kolom(0, 0)
    return [(een.get(naam, nul), ander.get(naam, nul)) for naam in sorted({*een, *ander})]


def _typen_hoogstens(model: Model, klein: Tabel, groot: Tabel) -> list[Rij]:
    if klein.typen is None or groot.typen is None:
        return []
    return _hoogstens(model, _paren(model, klein.typen, groot.typen))


def _hoogstens(model: Model, paren: Iterable[tuple[int, int]]) -> list[Rij]:
    """The first at most the second, unless their bounds alone refute it."""
    return [({groot: 1, klein: -1}, 0, VEEL) for klein, groot in paren if model.laag[klein] <= model.hoog[groot]]


def _zelfde(model: Model, paren: Iterable[tuple[int, int]]) -> Vermoeden:
    passend = [(a, b) for a, b in paren if model.laag[a] <= model.hoog[b] and model.laag[b] <= model.hoog[a]]
    geheim = set(model.geheim.values())
    gelijk = [kolom for a, b in passend for kolom, ander in ((a, b), (b, a)) if kolom in geheim and ander not in geheim]
    return Vermoeden(rijen=[({a: 1, b: -1}, 0, 0) for a, b in passend], gelijk=frozenset(gelijk))
