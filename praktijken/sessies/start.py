"""The day of the startbijeenkomst is the startdatum of its practices: what that changes, shown before it is done."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from mantelzorg.samenloop import vingerafdruk
from praktijken.models import Praktijk, Sessiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Startwijziging:
    """A practice whose startdatum is not the day of its startbijeenkomst. `fout`: the rule that forbids that day."""

    praktijk: Praktijk
    nu: datetime.date | None
    wordt: datetime.date
    mag: bool
    fout: str

    @property
    def kiest(self) -> bool:
        """Whether the user decides: a practice that has a day already keeps it unless somebody says otherwise."""
        return self.nu is not None and self.mag and not self.fout

    @property
    def verboden(self) -> bool:
        """Whether the session cannot be that day: the practice would start with it, and may not."""
        return self.nu is None and bool(self.fout)

    @property
    def vanzelf(self) -> bool:
        """Whether the day is filled in along with the session."""
        return self.nu is None and not self.fout


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """Who plans, and when. `was`: the day the session had before, if it had one."""

    kantoor: bool
    vandaag: datetime.date
    was: datetime.date | None = None

    def mag_verzetten(self, nu: datetime.date | None) -> bool:
        """An adviser moves a day that lies ahead, or that this session gave; another one moves past figures."""
        return self.kantoor or nu is None or nu > self.vandaag or nu == self.was


def wijzigingen(
    praktijken: Iterable[Praktijk], *, soort: str, datum: datetime.date, wie: Wie
) -> tuple[Startwijziging, ...]:
    """What a session of this kind and day would change; nothing for one that is no startbijeenkomst."""
    if soort != Sessiesoort.STARTBIJEENKOMST:
        return ()
    return tuple(
        Startwijziging(
            praktijk=praktijk,
            nu=praktijk.startdatum,
            wordt=datum,
            mag=wie.mag_verzetten(praktijk.startdatum),
            fout=_bezwaar(praktijk, datum),
        )
        for praktijk in praktijken
        if praktijk.startdatum != datum
    )


def afdruk(wijzigingen: Iterable[Startwijziging]) -> str:
    """The fingerprint of what was shown: other days or other practices ask for another look."""
    return vingerafdruk((f"{een.praktijk.pk}", f"{een.nu} {een.wordt} {een.mag} {een.fout}") for een in wijzigingen)


def voer_uit(wijzigingen: Iterable[Startwijziging], gekozen: Collection[int], reden: str) -> None:
    """Give the practices without a startdatum that day, and of the others those that were `gekozen`."""
    for een in wijzigingen:
        if een.vanzelf or (een.kiest and een.praktijk.pk in gekozen):
            een.praktijk.startdatum = een.wordt
            een.praktijk._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
            een.praktijk.save(update_fields=["startdatum"])


def _bezwaar(praktijk: Praktijk, datum: datetime.date) -> str:
    """Why this practice cannot start on `datum`; empty where it can. Its record stays as it is."""
    was = praktijk.startdatum
    praktijk.startdatum = datum
    try:
        praktijk.validate_constraints()
        for plek in praktijk.praktijkgemeenten.all():
            plek.praktijk = praktijk
            plek.clean()
    except ValidationError as fout:
        return " ".join(fout.messages)
    finally:
        praktijk.startdatum = was
    return ""
