"""Where a lesson stands. Nothing of it is stored: it follows from the versions and the steps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from praktijken.lesquerysets import BEOORDELEN, DELEN
from praktijken.models import Les, Lesstap, Lesversie, Stap


class Lesstatus(StrEnum):
    """What the newest version of a lesson is."""

    CONCEPT = "concept"
    VOORGELEGD = "voorgelegd"
    TERUGGESTUURD = "teruggestuurd"
    GEDEELD = "gedeeld"
    INGETROKKEN = "ingetrokken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesstand:
    """A lesson at this moment."""

    nieuwste: Lesversie
    status: Lesstatus
    gedeeld: Lesversie | None
    """What others read, while a newer version may be in the making; None where nothing is shared."""
    voorgelegd: Lesversie | None
    """What awaits a judgement."""
    laatste: Lesstap | None
    """The last step of the newest version."""

    @property
    def voor_te_leggen(self) -> bool:
        """Whether the newest version can be submitted: what was returned is corrected first."""
        return self.status in (Lesstatus.CONCEPT, Lesstatus.INGETROKKEN)


def stand_van(versies: Sequence[Lesversie], stappen: Iterable[Lesstap]) -> Lesstand:
    """Of all versions of a lesson (one at least) and all their steps, both oldest first."""
    per_versie, reeks = {versie.pk: versie for versie in versies}, list(stappen)
    delen = _laatste(reeks, DELEN)
    beoordelen = _laatste(reeks, BEOORDELEN)
    gedeeld = per_versie[delen.versie_id] if delen and delen.soort == Stap.GEACCEPTEERD else None
    wacht = per_versie[beoordelen.versie_id] if beoordelen and beoordelen.soort == Stap.VOORGELEGD else None
    laatste = next((stap for stap in reversed(reeks) if stap.versie_id == versies[-1].pk), None)
    return Lesstand(nieuwste=versies[-1], status=_status(laatste), gedeeld=gedeeld, voorgelegd=wacht, laatste=laatste)


def stand(les: Les) -> Lesstand:
    """The same, of what the database holds at this moment; two queries."""
    return stand_van(
        list(Lesversie.objects.filter(les=les).order_by("nummer")),
        Lesstap.objects.filter(versie__les=les).order_by("pk"),
    )


def opgehaalde_stand(les: Les) -> Lesstand:
    """The same, of a lesson that was fetched with `met_stappen`; no query."""
    versies = list(les.versies.all())
    stappen = [stap for versie in versies for stap in versie.stappen.all()]
    return stand_van(versies, sorted(stappen, key=lambda stap: stap.pk))


def _laatste(stappen: list[Lesstap], spoor: tuple[str, ...]) -> Lesstap | None:
    return next((stap for stap in reversed(stappen) if stap.soort in spoor), None)


def _status(laatste: Lesstap | None) -> Lesstatus:
    if laatste is None or laatste.soort == Stap.TERUGGENOMEN:
        return Lesstatus.CONCEPT
    return Lesstatus.GEDEELD if laatste.soort == Stap.GEACCEPTEERD else Lesstatus(laatste.soort)
