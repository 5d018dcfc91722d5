"""Rules about practices and experiments, over the facts at a reference date (begrippen.md §3)."""

import datetime
from collections import defaultdict
from collections.abc import Iterator, Sequence

from mantelzorg.volgorde import alfabetisch
from monitor.controlelijst.bevinding import PRAKTIJK, Band, Bevinding, Plek
from monitor.feiten import Feiten, Praktijkfeit
from monitor.nederlands import aantal, datum
from monitor.oordelen import ACTIEF, EXPERIMENTEN, GEMEENTEN, OPGESTART
from praktijken.models.praktijk import Status, status_op

Dag = datetime.date
Telling = dict[tuple[str, str], int]
DAGEN_ERNA = 14
"""So many days after the reference date a start is looked at: was the meeting perhaps earlier?"""


def bevindingen(feiten: Feiten, peildatum: Dag, telling: Telling, programma_einde: Dag | None) -> Iterator[Bevinding]:
    """All of them; `telling`: what `monitor.oordelen.tel` says of the same facts."""
    opgestart = [een for een in feiten.praktijken if _status(een, peildatum) is not Status.GEPLAND]
    yield from _zonder_startdatum(feiten, telling)
    yield from _zonder_gemeente(opgestart, telling)
    yield from _kort_erna(feiten, peildatum, telling)
    yield from _zelfde_naam(opgestart, telling)
    yield from _samengevoegd(feiten, opgestart, peildatum, telling)
    yield from _na_programma(opgestart, peildatum, telling, programma_einde)
    yield from _experimenten(feiten, opgestart, telling)


def _status(een: Praktijkfeit, peildatum: Dag) -> Status:
    return status_op(peildatum, een.startdatum, een.einddatum, een.afloop)


def _plekken(praktijken: Sequence[Praktijkfeit]) -> tuple[Plek, ...]:
    return tuple(Plek(soort=PRAKTIJK, id=een.id, naam=een.naam) for een in praktijken)


def _band(telling: Telling, figuur: str, naam: str, *, minder: int = 0, meer: int | None = 0) -> Band:
    nu = telling.get((figuur, ""), 0)
    return Band(figuur=(figuur, ""), naam=naam, laag=nu - minder, hoog=None if meer is None else nu + meer)


def _zonder_startdatum(feiten: Feiten, telling: Telling) -> Iterator[Bevinding]:
    """Whatever their first day turns out to be, each counts or does not."""
    zonder = [een for een in feiten.praktijken if een.startdatum is None]
    if zonder:
        yield Bevinding(
            regel="zonder-startdatum",
            tekst=f"{aantal(len(zonder), 'praktijk', 'praktijken')} zonder startdatum",
            plekken=_plekken(zonder),
            banden=(_band(telling, OPGESTART, "de indicator", meer=len(zonder)),),
            blokkeert=True,
        )


def _zonder_gemeente(opgestart: list[Praktijkfeit], telling: Telling) -> Iterator[Bevinding]:
    """A practice may have any number of municipalities: more can come, none goes."""
    zonder = [een for een in opgestart if not een.gemeenten]
    if zonder:
        telt = "telt" if len(zonder) == 1 else "tellen"
        yield Bevinding(
            regel="zonder-gemeente",
            tekst=f"{aantal(len(zonder), 'praktijk', 'praktijken')} zonder gemeente {telt} mee",
            plekken=_plekken(zonder),
            banden=(_band(telling, GEMEENTEN, "het aantal gemeenten", meer=None),),
            blokkeert=True,
        )


def _kort_erna(feiten: Feiten, peildatum: Dag, telling: Telling) -> Iterator[Bevinding]:
    laatste = peildatum + datetime.timedelta(days=DAGEN_ERNA)
    erna = [een for een in feiten.praktijken if een.startdatum is not None and peildatum < een.startdatum <= laatste]
    if erna:
        start = "praktijk start" if len(erna) == 1 else "praktijken starten"
        yield Bevinding(
            regel="start-kort-erna",
            tekst=f"{len(erna)} {start} binnen {DAGEN_ERNA} dagen na de peildatum. Klopt die dag?",
            plekken=_plekken(erna),
            banden=(_band(telling, OPGESTART, "de indicator", meer=len(erna)),),
        )


def _zelfde_naam(opgestart: list[Praktijkfeit], telling: Telling) -> Iterator[Bevinding]:
    """Of each name as many may be one and the same practice as there are but one."""
    per_naam: dict[str, list[Praktijkfeit]] = defaultdict(list)
    for een in opgestart:
        per_naam[alfabetisch(een.naam)[0]].append(een)
    dubbel = [groep for groep in per_naam.values() if len(groep) > 1]
    if dubbel:
        alle = [een for groep in dubbel for een in groep]
        te_veel = len(alle) - len(dubbel)
        yield Bevinding(
            regel="zelfde-naam",
            tekst=f"{len(alle)} praktijken hebben een naam die vaker voorkomt. Is er een dubbel?",
            plekken=_plekken(alle),
            banden=(_band(telling, OPGESTART, "de indicator", minder=te_veel),),
            blokkeert=True,
        )


def _samengevoegd(
    feiten: Feiten, opgestart: list[Praktijkfeit], peildatum: Dag, telling: Telling
) -> Iterator[Bevinding]:
    """It went on in a practice that had not begun: that one, or the merging, has another day."""
    op_code = {een.code: een for een in feiten.praktijken}
    weg = [een for een in opgestart if _status(een, peildatum) is Status.SAMENGEVOEGD]
    in_niets = [een for een in weg if _status(op_code[een.gaat_verder_in], peildatum) is Status.GEPLAND]
    if in_niets:
        doelen = {een.gaat_verder_in for een in in_niets}
        ging = "praktijk ging verder" if len(in_niets) == 1 else "praktijken gingen verder"
        yield Bevinding(
            regel="samengevoegd-in-niet-gestart",
            tekst=f"{len(in_niets)} {ging} in een praktijk die op de peildatum niet is gestart",
            plekken=_plekken(in_niets),
            banden=(_band(telling, OPGESTART, "de indicator", meer=len(doelen)),),
            blokkeert=True,
        )


def _na_programma(
    opgestart: list[Praktijkfeit], peildatum: Dag, telling: Telling, einde: Dag | None
) -> Iterator[Bevinding]:
    actief = [een for een in opgestart if _status(een, peildatum) is Status.ACTIEF]
    if einde is not None and einde < peildatum and actief:
        is_nog = "praktijk is" if len(actief) == 1 else "praktijken zijn"
        yield Bevinding(
            regel="actief-na-programma",
            tekst=f"{len(actief)} {is_nog} nog actief, terwijl het programma eindigde op {datum(einde)}",
            plekken=_plekken(actief),
            banden=(_band(telling, ACTIEF, "het aantal actieve praktijken", minder=len(actief)),),
        )


def _experimenten(feiten: Feiten, opgestart: list[Praktijkfeit], telling: Telling) -> Iterator[Bevinding]:
    op_id = {een.id: een for een in opgestart}
    zonder = [een for een in feiten.experimenten if een.startdatum is None and een.praktijk in op_id]
    if zonder:
        praktijken = [op_id[pk] for pk in dict.fromkeys(een.praktijk for een in zonder)]
        yield Bevinding(
            regel="experiment-zonder-startdatum",
            tekst=f"{aantal(len(zonder), 'experiment', 'experimenten')} zonder startdatum",
            plekken=_plekken(praktijken),
            banden=(_band(telling, EXPERIMENTEN, "het aantal opgestarte experimenten", meer=len(zonder)),),
        )
