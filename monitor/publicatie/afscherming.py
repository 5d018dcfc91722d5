"""Which counts are not shown, for who is about to publish: kinds that stand together, and cells without a number."""

from collections.abc import Iterator
from dataclasses import dataclass

from monitor.bescherming.waarden import BeschermdeDeelnemers
from monitor.nederlands import opsomming
from monitor.publicatie.waarden import Inhoud


@dataclass(frozen=True, slots=True, kw_only=True)
class Afgeschermd:
    """What stands otherwise than it was counted, and how."""

    waar: str
    hoe: str


def afgeschermd(inhoud: Inhoud) -> tuple[Afgeschermd, ...]:
    """In the order of the tables."""
    cijfers = inhoud.cijfers
    if cijfers is None:
        return ()
    samen = [("nu", cijfers.deelnemers), ("tot nu toe", cijfers.deelnemers_tot_nu_toe)]
    return (*(een for telling in samen for een in _samen(*telling)), *_cellen(inhoud))


def _samen(wanneer: str, deelnemers: BeschermdeDeelnemers) -> Iterator[Afgeschermd]:
    if deelnemers.overig is not None:
        soorten = opsomming(deelnemers.overig.soorten)
        yield Afgeschermd(waar=f"Organisatietypen {wanneer}", hoe=f"samen als ‘{deelnemers.overig.naam}’: {soorten}")


def _cellen(inhoud: Inhoud) -> Iterator[Afgeschermd]:
    for tabel in inhoud.tabellen:
        for rij in tabel.rijen:
            for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True):
                if waarde is None:
                    waar = ", ".join(deel for deel in (tabel.titel, rij.label, figuur.label) if deel)
                    yield Afgeschermd(waar=waar, hoe="verborgen")
