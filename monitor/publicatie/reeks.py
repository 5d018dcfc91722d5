"""The indicator over the years, from what was published alone: a break where the definition changed."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from monitor.publicatie.waarden import Inhoud


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarcijfer:
    """A year of the series. `waarde` None: there is none (nvt where it was published), for the reason in `opmerking`.

    `adres`: of the publication, empty where there is none. `breuk`: counted by another definition than the last value
    before it.
    """

    jaar: int
    peildatum: datetime.date | None
    waarde: int | None
    opmerking: str
    adres: str
    breuk: bool


def reeks(inhouden: Iterable[Inhoud]) -> tuple[Jaarcijfer, ...]:
    """Every year from the first to the last publication; one content a year, of measurements that still count."""
    per_jaar = {inhoud.jaar: inhoud for inhoud in inhouden}
    if not per_jaar:
        return ()
    uit: list[Jaarcijfer] = []
    definitie: int | None = None
    for jaar in range(min(per_jaar), max(per_jaar) + 1):
        inhoud = per_jaar.get(jaar)
        uit.append(_leeg(jaar) if inhoud is None else _cijfer(inhoud, definitie))
        if inhoud is not None and inhoud.waarde is not None:
            definitie = inhoud.definitie.versie
    return tuple(uit)


def _leeg(jaar: int) -> Jaarcijfer:
    opmerking = "geen gepubliceerde meting"
    return Jaarcijfer(jaar=jaar, peildatum=None, waarde=None, opmerking=opmerking, adres="", breuk=False)


def _cijfer(inhoud: Inhoud, vorige: int | None) -> Jaarcijfer:
    breuk = inhoud.waarde is not None and vorige is not None and vorige != inhoud.definitie.versie
    opmerking = f"andere definitie (versie {inhoud.definitie.versie}): niet te vergelijken met eerder" if breuk else ""
    return Jaarcijfer(
        jaar=inhoud.jaar,
        peildatum=inhoud.meting.peildatum,
        waarde=inhoud.waarde,
        opmerking=inhoud.meting.nvt or opmerking,
        adres=inhoud.adres,
        breuk=breuk,
    )
