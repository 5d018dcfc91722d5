"""Two records of one person: what making them one would do. Nothing is written here."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from deelnemers.models import Deelnemer
from mantelzorg.samenloop import LEEG, opgeslagen, vingerafdruk
from praktijken.models import Deelname
from praktijken.querysets import DeelnameQuerySet

BLIJFT, VERDWIJNT = "blijft", "verdwijnt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldkeuze:
    """A field in which the two differ, with both values as people read them; `voorkeur` is chosen unless one says so.

    `attributen` are what is copied when the value of the record that vanishes is chosen.
    """

    sleutel: str
    label: str
    blijft: str
    verdwijnt: str
    voorkeur: str
    attributen: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Botsing:
    """Two participations in one practice from the same day: they become one, of the wider period."""

    blijft: Deelname
    verdwijnt: Deelname
    tot_en_met: datetime.date | None
    keuzes: tuple[Veldkeuze, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gevolg:
    """How many people fewer are counted, by the rules of deelnemers and deelnemers tot nu toe (begrippen.md §3)."""

    nu_minder: int
    tot_nu_toe_minder: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What would happen. `vingerafdruk` changes as soon as one of the records does."""

    blijft: Deelnemer
    verdwijnt: Deelnemer
    keuzes: tuple[Veldkeuze, ...]
    verhuist: tuple[Deelname, ...]
    botsingen: tuple[Botsing, ...]
    gevolg: Gevolg
    vingerafdruk: str

    @property
    def alle_keuzes(self) -> tuple[Veldkeuze, ...]:
        """The choices of the person and of each clash."""
        return (*self.keuzes, *(keuze for botsing in self.botsingen for keuze in botsing.keuzes))


def maak_voorstel(blijft: Deelnemer, verdwijnt: Deelnemer, dag: datetime.date) -> Voorstel:
    """What merging `verdwijnt` into `blijft` does; both are of one programme."""
    relaties = ("deelnemer", "praktijk", "organisatie__organisatietype", "organisatietype")
    alle = Deelname.objects.filter(deelnemer__in=[blijft, verdwijnt])
    rijen = list(alle.select_related(*relaties).order_by("praktijk__naam", "vanaf", "pk"))
    eigen = {(rij.praktijk_id, rij.vanaf): rij for rij in rijen if rij.deelnemer_id == blijft.pk}
    andere = [rij for rij in rijen if rij.deelnemer_id == verdwijnt.pk]
    botsend = [(eigen[sleutel], rij) for rij in andere if (sleutel := (rij.praktijk_id, rij.vanaf)) in eigen]
    return Voorstel(
        blijft=blijft,
        verdwijnt=verdwijnt,
        keuzes=_keuzes("persoon", _velden_van_persoon(blijft), _velden_van_persoon(verdwijnt)),
        verhuist=tuple(rij for rij in andere if (rij.praktijk_id, rij.vanaf) not in eigen),
        botsingen=tuple(_botsing(een, ander) for een, ander in botsend),
        gevolg=_gevolg(alle, dag),
        vingerafdruk=vingerafdruk(waarde for record in (blijft, verdwijnt, *rijen) for waarde in opgeslagen(record)),
    )


_Velden = Mapping[str, tuple[str, tuple[str, ...]]]


def _velden_van_persoon(persoon: Deelnemer) -> _Velden:
    return {"Naam": (persoon.naam, ("naam",)), "E-mail": (persoon.email, ("email",))}


def _velden_van_deelname(deelname: Deelname) -> _Velden:
    """Organisation and kind go together: of two rows that are right, a mixture may be wrong."""
    return {
        "Organisatie en soort": (_namens(deelname), ("organisatie_id", "organisatietype_id")),
        "Hoedanigheid": (deelname.hoedanigheid, ("hoedanigheid",)),
        "Rol": (deelname.rol, ("rol",)),
    }


def _namens(deelname: Deelname) -> str:
    organisatie = deelname.organisatie
    soort = deelname.organisatietype or (organisatie and organisatie.organisatietype)
    if organisatie is None:
        return str(soort) if soort else ""
    return f"{organisatie} ({soort or 'soort onbekend'})"


def _keuzes(voorvoegsel: str, blijft: _Velden, verdwijnt: _Velden) -> tuple[Veldkeuze, ...]:
    return tuple(
        Veldkeuze(
            sleutel=f"{voorvoegsel}-{attributen[0]}",
            label=label,
            blijft=waarde or LEEG,
            verdwijnt=verdwijnt[label][0] or LEEG,
            voorkeur=BLIJFT if waarde else VERDWIJNT,
            attributen=attributen,
        )
        for label, (waarde, attributen) in blijft.items()
        if waarde != verdwijnt[label][0]
    )


def _botsing(blijft: Deelname, verdwijnt: Deelname) -> Botsing:
    einden = (blijft.tot_en_met, verdwijnt.tot_en_met)
    return Botsing(
        blijft=blijft,
        verdwijnt=verdwijnt,
        tot_en_met=None if None in einden else max(einde for einde in einden if einde),
        keuzes=_keuzes(f"deelname-{blijft.pk}", _velden_van_deelname(blijft), _velden_van_deelname(verdwijnt)),
    )


def _gevolg(deelnames: DeelnameQuerySet, dag: datetime.date) -> Gevolg:
    return Gevolg(nu_minder=_dubbel(deelnames.op(dag)), tot_nu_toe_minder=_dubbel(deelnames.tot_nu_toe(dag)))


def _dubbel(deelnames: DeelnameQuerySet) -> int:
    """1 where both records count, so that one person counts twice; else 0."""
    return max(0, deelnames.order_by().values("deelnemer").distinct().count() - 1)


def overgenomen(keuzes: tuple[Veldkeuze, ...], gekozen: Mapping[str, str], bron: models.Model) -> dict[str, Any]:
    """The attributes taken over from `bron`, the record that vanishes; unsaid, a choice is its voorkeur."""
    return {
        attribuut: getattr(bron, attribuut)
        for keuze in keuzes
        if gekozen.get(keuze.sleutel, keuze.voorkeur) == VERDWIJNT
        for attribuut in keuze.attributen
    }


def niet_benaderen(blijft: Deelnemer, verdwijnt: Deelnemer) -> dict[str, Any]:
    """What the record that stays gets of the other's mark: who asked once not to be mailed, is never asked again."""
    if blijft.niet_benaderen or not verdwijnt.niet_benaderen:
        return {}
    velden = ("niet_benaderen", "niet_benaderen_sinds", "niet_benaderen_omdat")
    return {veld: getattr(verdwijnt, veld) for veld in velden}
