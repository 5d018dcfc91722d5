"""How far a round is: of every practice whether its figures are confirmed, from what was said and what stands now."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from mantelzorg.models import Programma, User
from mantelzorg.volgorde import alfabetisch
from monitor.bron import momentopname
from monitor.feiten import Feiten
from monitor.feitenbron import lees_feiten
from monitor.models import Bevestiging, Meetronde, Zonderbevestiging
from monitor.nederlands import opsomming
from monitor.ronde.cijfers import Praktijkstand, standen
from praktijken.models import Adviseurschap
from praktijken.querysets import loopt_op

Dag = datetime.date
R = TypeVar("R", Bevestiging, Zonderbevestiging)


class Rondestand(StrEnum):
    """Of one practice in a round; the value is what people read."""

    OPEN = "nog niet bevestigd"
    HEROPEND = "gewijzigd na bevestiging"
    BEVESTIGD = "bevestigd"
    ZONDER = "verder zonder bevestiging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One practice in a round. `laatste`: the confirmation that was given last, whether it still holds or not."""

    stand: Rondestand
    praktijk: Praktijkstand
    adviseurs: tuple[User, ...]
    laatste: Bevestiging | None
    zonder: Zonderbevestiging | None

    @property
    def wacht(self) -> bool:
        """Whether somebody still has to confirm it."""
        return self.stand in (Rondestand.OPEN, Rondestand.HEROPEND)

    @property
    def klopt(self) -> bool:
        return self.stand is Rondestand.BEVESTIGD

    @property
    def heropend(self) -> bool:
        return self.stand is Rondestand.HEROPEND

    @property
    def gaat_zonder(self) -> bool:
        return self.stand is Rondestand.ZONDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgang:
    """A round with its practices, by name."""

    ronde: Meetronde
    regels: tuple[Regel, ...]

    @property
    def bevestigd(self) -> int:
        return sum(een.klopt for een in self.regels)

    @property
    def wachten(self) -> tuple[Regel, ...]:
        return tuple(een for een in self.regels if een.wacht)

    @property
    def zin(self) -> str:
        """*9 van 11 praktijken bevestigd*, with those that go without."""
        zonder = sum(een.gaat_zonder for een in self.regels)
        delen = [f"{self.bevestigd} van {len(self.regels)} praktijken bevestigd"]
        return opsomming([*delen, *([f"{zonder} zonder bevestiging verder"] if zonder else [])])


def voortgang(ronde: Meetronde, dag: Dag) -> Voortgang:
    """The round as it stands on `dag`, which says who advises now."""
    return voortgangen([ronde], dag)[0]


def voortgangen(rondes: Iterable[Meetronde], dag: Dag) -> list[Voortgang]:
    """In their order. Eleven queries for rounds of one programme, eight more for each other programme."""
    alle = list(rondes)
    if not alle:
        return []
    with momentopname():
        feiten = {een.pk: lees_feiten(een) for een in _programmas(alle)}
    return _voortgangen(alle, feiten, dag)


def voortgang_van(ronde: Meetronde, feiten: Feiten, dag: Dag) -> Voortgang:
    """The same, of facts that were read already."""
    return _voortgangen([ronde], {ronde.programma_id: feiten}, dag)[0]


def _programmas(rondes: list[Meetronde]) -> list[Programma]:
    return list({ronde.programma_id: ronde.programma for ronde in rondes}.values())


def _voortgangen(rondes: list[Meetronde], feiten: dict[int, Feiten], dag: Dag) -> list[Voortgang]:
    gezegd = _laatste(Bevestiging.objects.filter(ronde__in=rondes).select_related("door"))
    zonder = _laatste(Zonderbevestiging.objects.filter(ronde__in=rondes).select_related("door"))
    adviseurs = _adviseurs(feiten, dag)
    uit = []
    for ronde in rondes:
        per_praktijk = standen(ronde.programma.slug, feiten[ronde.programma_id], ronde.peildatum)
        op_naam = sorted(per_praktijk.values(), key=lambda een: (alfabetisch(een.praktijk.naam), een.praktijk.code))
        regels = tuple(
            _regel(
                een,
                adviseurs.get(een.praktijk.id, ()),
                gezegd.get((ronde.pk, een.praktijk.id)),
                zonder.get((ronde.pk, een.praktijk.id)),
            )
            for een in op_naam
        )
        uit.append(Voortgang(ronde=ronde, regels=regels))
    return uit


def _laatste(rijen: Iterable[R]) -> dict[tuple[int, int], R]:
    """By round and practice; the rows come in the order in which they were written."""
    return {(een.ronde_id, een.praktijk_id): een for een in rijen}


def _regel(
    stand: Praktijkstand, adviseurs: tuple[User, ...], laatste: Bevestiging | None, zonder: Zonderbevestiging | None
) -> Regel:
    return Regel(
        stand=_stand(stand, laatste, zonder), praktijk=stand, adviseurs=adviseurs, laatste=laatste, zonder=zonder
    )


def _stand(stand: Praktijkstand, laatste: Bevestiging | None, zonder: Zonderbevestiging | None) -> Rondestand:
    if laatste is not None and laatste.afdruk == stand.afdruk:
        return Rondestand.BEVESTIGD
    if zonder is not None and (laatste is None or laatste.op < zonder.op):
        return Rondestand.ZONDER
    return Rondestand.OPEN if laatste is None else Rondestand.HEROPEND


def _adviseurs(feiten: dict[int, Feiten], dag: Dag) -> dict[int, tuple[User, ...]]:
    """Who guides each practice on `dag`, stand-ins too, each once."""
    schappen = Adviseurschap.objects.filter(loopt_op(dag), praktijk__programma__in=feiten)
    per_praktijk: dict[int, dict[int, User]] = {}
    for schap in schappen.select_related("adviseur").order_by("adviseur__naam", "pk"):
        per_praktijk.setdefault(schap.praktijk_id, {})[schap.adviseur_id] = schap.adviseur
    return {praktijk: tuple(wie.values()) for praktijk, wie in per_praktijk.items()}
