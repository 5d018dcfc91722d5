"""Which counts were not published as they were counted: hidden, or only together with others."""

from collections.abc import Iterable, Iterator

from monitor.bescherming.waarden import BeschermdeCijfers, BeschermdeDeelnemers
from monitor.indicator import Deelnemers, Indicator23
from monitor.tabellen import tabellen

Cel = tuple[str, str, str]
"""Table, key and figure."""


def verborgen(geteld: Indicator23, getoond: Iterable[BeschermdeCijfers]) -> dict[str, int]:
    """What none of the versions `getoond` tells of `geteld`, by what it is called in Dutch; never 0."""
    versies = list(getoond)
    openbaar = {cel for versie in versies for cel, _, waarde in _cellen(versie) if waarde is not None}
    dicht = {wat: waarde for cel, wat, waarde in _cellen(geteld) if waarde and cel not in openbaar}
    return dicht | {wat: aantal for versie in versies for wat, aantal in _samen(geteld, versie) if aantal}


def _cellen(cijfers: Indicator23 | BeschermdeCijfers) -> Iterator[tuple[Cel, str, int | None]]:
    for tabel in tabellen(cijfers):
        for rij in tabel.rijen:
            for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                figuurlabel = figuur.label if figuur.naam != "aantal" else ""
                delen = ", ".join(deel for deel in (rij.label, figuurlabel) if deel)
                wat = f"{tabel.titel}: {delen}" if delen else tabel.titel
                yield (tabel.naam, rij.sleutel, figuur.naam), wat, waarde


def _samen(geteld: Indicator23, versie: BeschermdeCijfers) -> Iterator[tuple[str, int]]:
    """How many the hidden rows of kinds together are."""
    paren: tuple[tuple[str, Deelnemers, BeschermdeDeelnemers], ...] = (
        ("Organisatietypen nu", geteld.deelnemers, versie.deelnemers),
        ("Organisatietypen tot nu toe", geteld.deelnemers_tot_nu_toe, versie.deelnemers_tot_nu_toe),
    )
    for titel, alle, telling in paren:
        overig = telling.overig
        if overig is not None and overig.aantal is None and len(overig.soorten) > 1:
            yield f"{titel}: {overig.naam}", sum(een.aantal for een in alle.typen if een.naam in overig.soorten)
