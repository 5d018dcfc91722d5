"""What a reader may assume beside what is certain, as blocks of rules; he drops a block that contradicts the rest.

None of these can be relied on to keep a secret: records are corrected, and then they fail. All of them may be used to
find one out. So a count must keep two values with every assumption that fits what is published. Fewer assumptions
leave more values, never fewer, so that covers the reader who makes none or only some. He takes them up in the order of
publication, and within one in this order:

- Something small is the reason that something is protected: a total where one is (`_klein`).
- Nobody takes part in two practices, so that practices add up to the total (`_elk_in_een`).
- Who takes part now, takes part until now with the same kind of organisation (`_nu_hoort_bij_tot_nu_toe`). A kind can
  differ, where somebody's earlier deelname had another.
- Until now only grows, per kind too, from one peildatum to the next (`_groeit`).
- A count did not change between two versions of the same peildatum (`_gelijk`), unless both are published and differ.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from monitor.bescherming.lezer import Publicatie, Telling
from monitor.bescherming.stelsel import EenKlein, Getal, Onbekende, Regel, Som, Stelsel, som


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanname:
    """Rules that stand or fall together. `elders`: unknowns it equates with what another version publishes of them."""

    regels: tuple[Regel, ...]
    elders: frozenset[tuple[Onbekende, int]] = frozenset()


def aannames(stelsel: Stelsel, eerder: Sequence[Publicatie], nieuw: Publicatie) -> list[Aanname]:
    """What a reader may assume when `nieuw` appears after the others; what does not fit he drops, the last first."""
    versies = [oud for oud in eerder if oud.cijfers.peildatum == nieuw.cijfers.peildatum]
    blokken = [*_klein(versies, nieuw), *_binnen(stelsel, nieuw), *_groeit(stelsel, eerder, nieuw)]
    for oud in versies:
        blokken += _gelijk(stelsel, oud, nieuw)
    return [blok for blok in blokken if blok.regels]


def _binnen(stelsel: Stelsel, publicatie: Publicatie) -> Iterator[Aanname]:
    nu, tot_nu_toe = publicatie.nu, publicatie.tot_nu_toe
    if publicatie.onbekende_praktijken or isinstance(nu.totaal, Onbekende):
        yield Aanname(regels=(_elk_in_een(publicatie),))
    onbekend = _hoogstens(stelsel, nu.onbekend, tot_nu_toe.onbekend)
    yield Aanname(regels=(*onbekend, *_typen_hoogstens(stelsel, nu, tot_nu_toe)))


def _klein(versies: Sequence[Publicatie], nieuw: Publicatie) -> Iterator[Aanname]:
    """Not of a table in which an earlier version protected something: that may be the reason."""
    eerdere = [versie.aanleidingen for versie in versies]
    for plaats, onbekenden in enumerate(nieuw.aanleidingen):
        if onbekenden and not any(versie[plaats] for versie in eerdere):
            nummers = tuple(onbekende.nummer for onbekende in onbekenden)
            yield Aanname(regels=(EenKlein(onbekenden=nummers, hoogste=nieuw.cijfers.drempel - 1),))


def _elk_in_een(publicatie: Publicatie) -> Som:
    return som(publicatie.praktijken.values(), [publicatie.nu.totaal], minimum=0, maximum=0)


def _groeit(stelsel: Stelsel, eerder: Sequence[Publicatie], nieuw: Publicatie) -> Iterator[Aanname]:
    """With every version of the nearest days, before and after; kinds with the nearest that publish any."""
    met_typen = [publicatie for publicatie in eerder if publicatie.tot_nu_toe.typen is not None]
    for oud, later in _buren(met_typen, nieuw):
        yield Aanname(regels=tuple(_typen_hoogstens(stelsel, oud.tot_nu_toe, later.tot_nu_toe)))
    for oud, later in _buren(eerder, nieuw):
        paren = (
            (oud.tot_nu_toe.totaal, later.tot_nu_toe.totaal),
            (oud.tot_nu_toe.bekend, later.tot_nu_toe.bekend),
        )
        yield Aanname(regels=tuple(regel for a, b in paren for regel in _hoogstens(stelsel, a, b)))


def _buren(eerder: Sequence[Publicatie], nieuw: Publicatie) -> Iterator[tuple[Publicatie, Publicatie]]:
    """Pairs of `nieuw` and each publication of the nearest day before and after it, the earlier day first."""
    dag = nieuw.cijfers.peildatum
    voor = max((p.cijfers.peildatum for p in eerder if p.cijfers.peildatum < dag), default=None)
    na = min((p.cijfers.peildatum for p in eerder if p.cijfers.peildatum > dag), default=None)
    yield from ((ander, nieuw) for ander in eerder if ander.cijfers.peildatum == voor)
    yield from ((nieuw, ander) for ander in eerder if ander.cijfers.peildatum == na)


def _typen_hoogstens(stelsel: Stelsel, klein: Telling, groot: Telling) -> Iterator[Som]:
    """Every kind of `klein` at most that of `groot`, and what they differ by in all, which speeds the search."""
    paren = _paren(klein.typen or {}, groot.typen or {})
    if klein.typen is None or groot.typen is None or not paren:
        return
    verschillen: list[Getal] = []
    onvergelijkbaar = []
    for naam, a, b in paren:
        if _kan(stelsel, a, b):
            verschil = Onbekende(stelsel.onbekende(naam, 0, stelsel.plafond))
            yield som([b], [a, verschil], minimum=0, maximum=0)
            verschillen.append(verschil)
        else:
            onvergelijkbaar.append((a, b))
    yield from _samen(klein, groot, [(a, b) for _, a, b in paren], onvergelijkbaar, verschillen)


def _samen(
    een: Telling,
    ander: Telling,
    paren: Sequence[tuple[Getal, Getal]],
    los: Sequence[tuple[Getal, Getal]],
    verschillen: Iterable[Getal],
) -> Iterator[Som]:
    """All that `ander` has more than `een` = `verschillen`, and what it has more in the pairs of `los`.

    It follows from the other rules, but without it a search sees so only late.
    """
    if een.rest is None or ander.rest is None:
        return
    samen = ander.rest + _vast(b for _, b in paren) - een.rest - _vast(a for a, _ in paren)
    plus = [*verschillen, *(b for _, b in los), *_als_onbekend(ander.onbekend)]
    min_ = [*(a for a, _ in los), *_als_onbekend(een.onbekend)]
    yield som(plus, min_, minimum=samen, maximum=samen)


def _paren(een: Mapping[str, Getal], ander: Mapping[str, Getal]) -> list[tuple[str, Getal, Getal]]:
    """Of each name the two counts, where either is unknown; 0 where it is not listed."""
    paren = [(naam, een.get(naam, 0), ander.get(naam, 0)) for naam in sorted({*een, *ander})]
    return [paar for paar in paren if isinstance(paar[1], Onbekende) or isinstance(paar[2], Onbekende)]


def _vast(getallen: Iterable[Getal]) -> int:
    return sum(getal for getal in getallen if isinstance(getal, int))


def _als_onbekend(getal: Getal) -> tuple[Onbekende, ...]:
    return (getal,) if isinstance(getal, Onbekende) else ()


def _hoogstens(stelsel: Stelsel, klein: Getal, groot: Getal) -> tuple[Som, ...]:
    onzeker = isinstance(klein, Onbekende) or isinstance(groot, Onbekende)
    return (som([groot], [klein], minimum=0),) if onzeker and _kan(stelsel, klein, groot) else ()


def _kan(stelsel: Stelsel, klein: Getal, groot: Getal) -> bool:
    """Whether `klein` ≤ `groot` is not refuted at once."""
    laag = stelsel.laag[klein.nummer] if isinstance(klein, Onbekende) else klein
    hoog = stelsel.hoog[groot.nummer] if isinstance(groot, Onbekende) else groot
    return laag <= hoog


def _gelijk(stelsel: Stelsel, oud: Publicatie, nieuw: Publicatie) -> Iterator[Aanname]:
    for een, ander in ((oud.nu, nieuw.nu), (oud.tot_nu_toe, nieuw.tot_nu_toe)):
        paren = [(een.totaal, ander.totaal), (een.bekend, ander.bekend), (een.onbekend, ander.onbekend)]
        verder: Iterable[Som] = ()
        if een.typen is not None and ander.typen is not None:
            typen = [(a, b) for _, a, b in _paren(een.typen, ander.typen)]
            paren += typen
            verder = _samen(een, ander, typen, [paar for paar in typen if not _kan_gelijk(stelsel, *paar)], ())
        yield _gelijk_in_tabel(stelsel, paren, verder)
    beide = [code for code in nieuw.praktijken if code in oud.praktijken]
    yield _gelijk_in_tabel(stelsel, [(oud.praktijken[code], nieuw.praktijken[code]) for code in beide], ())


def _gelijk_in_tabel(stelsel: Stelsel, paren: Iterable[tuple[Getal, Getal]], verder: Iterable[Som]) -> Aanname:
    """`verder`: what follows from it."""
    onzeker = [(a, b) for a, b in paren if isinstance(a, Onbekende) or isinstance(b, Onbekende)]
    passend = [(a, b) for a, b in onzeker if _kan_gelijk(stelsel, a, b)]
    regels = tuple(som([a], [b], minimum=0, maximum=0) for a, b in passend)
    elders = {(a, b) for een, ander in passend for a, b in ((een, ander), (ander, een)) if isinstance(a, Onbekende)}
    return Aanname(regels=(*regels, *verder), elders=frozenset((a, b) for a, b in elders if isinstance(b, int)))


def _kan_gelijk(stelsel: Stelsel, een: Getal, ander: Getal) -> bool:
    return _kan(stelsel, een, ander) and _kan(stelsel, ander, een)
