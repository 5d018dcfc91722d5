"""Indicator 23 counted from facts instead of by the database: the same figures, for what was fixed or is compared."""

import datetime
from collections import Counter
from collections.abc import Iterable

from mantelzorg.volgorde import alfabetisch
from monitor.bron import Gemeenterij, Praktijkrij
from monitor.feiten import Feiten
from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Indicator23,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)
from monitor.oordelen import GEMEENTEN, ORGANISATIES, VRAGEN, Figuursleutel, Oordeel, oordelen, tel
from praktijken.models.praktijk import Status

Punt = tuple[float | None, float | None]
"""Longitude and latitude of a municipality, for the map."""


def hertel(slug: str, feiten: Feiten, peildatum: datetime.date) -> Indicator23:
    """The figures these facts amount to at `peildatum`."""
    return uit_oordelen(slug, peildatum, feiten, oordelen(feiten, peildatum))


def uit_oordelen(slug: str, peildatum: datetime.date, feiten: Feiten, alle: Iterable[Oordeel]) -> Indicator23:
    """The figures that what was said of the facts amounts to; of `feiten` only the practices are looked at."""
    telling = Counter(tel(alle))
    per_praktijk = _per_praktijk(feiten, peildatum, telling)
    vragen = [een.ontwerpvragen for een in per_praktijk]
    return Indicator23(
        programma=slug,
        peildatum=peildatum,
        praktijken=Praktijken(**_figuren(telling, "praktijken", Praktijken)),
        gemeenten=telling[GEMEENTEN, ""],
        organisaties=telling[ORGANISATIES, ""],
        ontwerpvragen=Ontwerpvragen(
            totaal=telling[VRAGEN, ""],
            minimum_per_praktijk=min(vragen, default=None),
            maximum_per_praktijk=max(vragen, default=None),
        ),
        experimenten=Experimenten(**_figuren(telling, "experimenten", Experimenten)),
        deelnemers=_deelnemers(telling, ""),
        deelnemers_tot_nu_toe=_deelnemers(telling, "_tot_nu_toe"),
        per_praktijk=per_praktijk,
    )


def _figuren(telling: Counter[Figuursleutel], tabel: str, soort: type[Praktijken | Experimenten]) -> dict[str, int]:
    return {naam: telling[f"{tabel}.{naam}", ""] for naam in soort.__slots__}


def _deelnemers(telling: Counter[Figuursleutel], achter: str) -> Deelnemers:
    figuren = {naam: telling[f"deelnemers{achter}.{naam}", ""] for naam in ("totaal", "bekend", "onbekend")}
    typen = [
        Organisatietypeaantal(naam=naam, aantal=aantal)
        for (figuur, naam), aantal in telling.items()
        if figuur == f"organisatietypen{achter}.aantal"
    ]
    return Deelnemers(typen=tuple(sorted(typen, key=lambda een: (-een.aantal, alfabetisch(een.naam)))), **figuren)


def _per_praktijk(
    feiten: Feiten, peildatum: datetime.date, telling: Counter[Figuursleutel]
) -> tuple[Praktijkcijfers, ...]:
    rijen = (rij for rij in praktijkrijen(feiten) if rij.status_op(peildatum) is not Status.GEPLAND)
    return tuple(
        Praktijkcijfers(
            code=rij.code,
            naam=rij.naam,
            ontwerpvragen=telling["per_praktijk.ontwerpvragen", rij.code],
            experimenten=telling["per_praktijk.experimenten", rij.code],
            deelnemers=telling["per_praktijk.deelnemers", rij.code],
        )
        for rij in sorted(rijen, key=lambda rij: (alfabetisch(rij.naam), rij.code))
    )


def praktijkrijen(feiten: Feiten) -> tuple[Praktijkrij, ...]:
    """The practices as a report takes them."""
    velden = ("id", "code", "naam", "startdatum", "einddatum", "afloop")
    return tuple(Praktijkrij(**{veld: getattr(een, veld) for veld in velden}) for een in feiten.praktijken)


def gemeenterijen(feiten: Feiten, punten: dict[str, Punt]) -> tuple[Gemeenterij, ...]:
    """Their municipalities as a report takes them, with the point of each by its code."""
    return tuple(
        Gemeenterij(
            praktijk=praktijk.id, code=een.code, naam=een.naam, provincie=een.provincie,
            lon=punten.get(een.code, (None, None))[0], lat=punten.get(een.code, (None, None))[1],
        )
        for praktijk in feiten.praktijken
        for een in praktijk.gemeenten
    )  # fmt: skip
