"""The reckoning: two tellings in, parts out. Plain Python, over facts.

A record of either telling adds what it counts in the second less what it counts in the first, and has one reason for
that; so the parts of a figure add up to its difference, whatever the reasons are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from monitor.feiten import Feit, Gemeentefeit
from monitor.oordelen import Figuursleutel
from monitor.verschil.oorzaken import Situatie, oorzaak
from monitor.verschil.personen import koppel
from monitor.verschil.soorten import VOLGORDE, Oorzaak
from monitor.verschil.telling import Getelden, Record, Telling, bij


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijdrage:
    """What one record adds to the difference of a figure, never 0. `feit`: as the telling that knows it last has it."""

    figuur: Figuursleutel
    record: Record
    feit: Feit | Gemeentefeit
    bij: int
    oorzaak: Oorzaak


@dataclass(frozen=True, slots=True, kw_only=True)
class Berekening:
    """Where each record counts in both tellings, and what those that count otherwise add, by figure and reason."""

    eerst: Getelden
    dan: Getelden
    bijdragen: tuple[Bijdrage, ...]


def bereken(van: Telling, naar: Telling, opgegaan: Mapping[str, str]) -> Berekening:
    """From `van` to `naar`. `opgegaan`: of each person's record that went up in another the key of the one that stayed.

    The reasons are those from the earlier to the later telling; the other way round each adds the opposite.
    """
    if (naar.peildatum, naar.bekend_op) < (van.peildatum, van.bekend_op):
        terug = bereken(naar, van, opgegaan)
        anders = tuple(replace(een, bij=-een.bij) for een in terug.bijdragen)
        return Berekening(eerst=terug.dan, dan=terug.eerst, bijdragen=anders)
    situatie = _situatie(van, naar, opgegaan)
    return Berekening(eerst=situatie.eerst, dan=situatie.dan, bijdragen=_bijdragen(situatie))


def _bijdragen(situatie: Situatie) -> tuple[Bijdrage, ...]:
    alle = [
        Bijdrage(
            figuur=figuur,
            record=record,
            feit=situatie.feiten_naar.get(record) or situatie.feiten_van[record],
            bij=verschil,
            oorzaak=oorzaak(situatie, record, figuur),
        )
        for record in situatie.eerst.keys() | situatie.dan.keys()
        for figuur in situatie.eerst.get(record, {}).keys() | situatie.dan.get(record, {}).keys()
        if (verschil := bij(situatie.dan, record, figuur) - bij(situatie.eerst, record, figuur))
    ]
    return tuple(sorted(alle, key=lambda een: (een.figuur, VOLGORDE[een.oorzaak], een.record)))


def _situatie(van: Telling, naar: Telling, opgegaan: Mapping[str, str]) -> Situatie:
    gekoppeld = koppel(van, naar, opgegaan)
    van = gekoppeld.van
    eerst, dan = (een.geteld(een.definitie, een.peildatum) for een in (van, naar))
    return Situatie(
        van=van,
        naar=naar,
        eerst=eerst,
        herteld=eerst if van.definitie is naar.definitie else van.geteld(naar.definitie, van.peildatum),
        toen=dan if van.peildatum == naar.peildatum else naar.geteld(naar.definitie, van.peildatum),
        dan=dan,
        ontdubbeld=gekoppeld.ontdubbeld,
        feiten_van=van.per_record(),
        feiten_naar=naar.per_record(),
        heel={naam: een.binnen for naam, een in naar.indicator.figuren.items() if een.deelt},
    )
