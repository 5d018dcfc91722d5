"""The published tables: those of every channel, with what must be said under them."""

from collections.abc import Iterator

from monitor.bescherming.waarden import UITLEG, BeschermdeCijfers, BeschermdeDeelnemers
from monitor.indicator import Deelnemers
from monitor.nederlands import opsomming
from monitor.publicatie.waarden import Tabel
from monitor.tabellen import tabellen
from monitor.zinnen import afkortingen, bekendheid

IN_TWEE = (
    "Wie in twee praktijken meedoet, telt in beide. De praktijken tellen samen dus op tot ten minste het totaal "
    "van het programma."
)


def met_noten(cijfers: BeschermdeCijfers) -> tuple[Tabel, ...]:
    """All figures, in the order of the JSON form."""
    noten = {
        "organisatietypen": _noot(cijfers.deelnemers),
        "organisatietypen_tot_nu_toe": _noot(cijfers.deelnemers_tot_nu_toe),
        "per_praktijk": _noot_per_praktijk(cijfers),
    }
    return tuple(
        Tabel(
            naam=tabel.naam,
            titel=tabel.titel,
            figuren=tabel.figuren,
            rijen=tabel.rijen,
            noot=noten.get(tabel.naam, ""),
        )
        for tabel in tabellen(cijfers)
    )


def _noot(deelnemers: BeschermdeDeelnemers) -> str:
    return " ".join(zin for zin in _zinnen(deelnemers) if zin)


def _zinnen(deelnemers: BeschermdeDeelnemers) -> Iterator[str]:
    totaal, bekend, onbekend = deelnemers.totaal, deelnemers.bekend, deelnemers.onbekend
    if totaal is None or bekend is None or onbekend is None:
        yield f"Van hoeveel deelnemers het organisatietype bekend is, is afgeschermd. {UITLEG}"
    else:
        yield bekendheid(Deelnemers(totaal=totaal, bekend=bekend, onbekend=onbekend, typen=()))
    overig = deelnemers.overig
    if overig is not None and overig.soorten != (overig.naam,):
        yield f"Onder ‘{overig.naam}’ vallen: {opsomming(overig.soorten)}."
    soorten = overig.soorten if overig else ()
    yield afkortingen([*(regel.naam for regel in deelnemers.typen), *soorten])


def _noot_per_praktijk(cijfers: BeschermdeCijfers) -> str:
    afgeschermd = any(praktijk.deelnemers is None for praktijk in cijfers.per_praktijk)
    return f"{IN_TWEE} {UITLEG}" if afgeschermd else IN_TWEE
