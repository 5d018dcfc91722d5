"""After a meeting: thanks with the documents to who came, another way in for who did not. Put ready by the office."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from aanmeldingen.bijeenkomsten import brieven, soorten
from aanmeldingen.bijeenkomsten.lezen import openbare_bijeenkomsten
from aanmeldingen.bijeenkomsten.slot import begint, is_open, op_slot
from aanmeldingen.models import Bijeenkomst, Inschrijving, Instroom
from mantelzorg.models import Bericht, User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK
from praktijken.models import Stand

AANMELDEN: Final = (
    "Wilt u met uw organisatie meedoen? Dan kunt u zich nu aanmelden. Begin daarvoor op uw eigen pagina. "
    "Wat wij al weten, is dan ingevuld."
)
"""Not at the page of the call, where who they are and which meeting it was would be typed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A letter as one of the readers gets it, and how many get one like it."""

    wie: str
    aantal: int
    brief: Brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbereiding:
    """What would be put ready now. `zonder_adres`: who came or did not, and left no address."""

    brieven: tuple[tuple[str, Brief], ...]
    al_gemaild: int
    zonder_adres: int
    onbekend: int

    @property
    def voorbeelden(self) -> list[Voorbeeld]:
        """One letter of each sort."""
        groepen: dict[str, list[Brief]] = {}
        for wie, brief in self.brieven:
            groepen.setdefault(wie, []).append(brief)
        return [Voorbeeld(wie=wie, aantal=len(brieven), brief=brieven[0]) for wie, brieven in groepen.items()]


def voorbereiding(bijeenkomst: Bijeenkomst, op: datetime.datetime) -> Voorbereiding:
    """The letters to who was there and to who did not come, and have not had theirs yet."""
    mensen = list(bijeenkomst.inschrijvingen.select_related("sector").order_by("pk"))
    geweest = [rij for rij in mensen if rij.stand in (Stand.AANWEZIG, Stand.NIET_GEKOMEN)]
    schrijf = partial(_brief, regels=_regels(bijeenkomst, op))
    alle = [schrijf(rij, bijeenkomst) for rij in geweest if rij.email]
    gehad = set(Bericht.objects.filter(sleutel__in=[een.sleutel for _, een in alle]).values_list("sleutel", flat=True))
    return Voorbereiding(
        brieven=tuple(paar for paar in alle if paar[1].sleutel not in gehad),
        al_gemaild=len(gehad),
        zonder_adres=len(geweest) - len(alle),
        onbekend=sum(rij.stand == "" and not rij.op_wachtlijst for rij in mensen),
    )


@transaction.atomic
def bedank(*, bijeenkomst: int, op: datetime.datetime, door: User) -> int:
    """Put them ready, in the outbox; how many. Sent twice, nobody gets two."""
    waar = op_slot(bijeenkomst)
    if op < begint(waar) or waar.afgelast_op is not None:
        return 0
    klaar = voorbereiding(waar, op).brieven
    for _, brief in klaar:
        zet_klaar(brief, door=door)
    if klaar:
        waar.bedankt_op = op
        waar._change_reason = f"bedankmail klaargezet: {len(klaar)}"  # type: ignore[attr-defined]  # read by simple-history
        waar.save(update_fields=["bedankt_op"])
    return len(klaar)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Regels:
    """What the letters of one meeting have in common. `eerst`: keys of sectors that must come to a meeting first."""

    documenten: bool
    eerst: frozenset[int]
    open: bool
    andere: bool


def _regels(bijeenkomst: Bijeenkomst, op: datetime.datetime) -> _Regels:
    oproep = bijeenkomst.oproep
    eerst = oproep.oproepsectoren.filter(instroom=Instroom.BIJEENKOMST).values_list("sector", flat=True)
    later = openbare_bijeenkomsten(oproep.pk, op.date())
    return _Regels(
        documenten=bijeenkomst.stukken.filter(verwijderd_op=None).exists(),
        eerst=frozenset(eerst),
        open=oproep.is_open(op),
        andere=any(een.pk != bijeenkomst.pk and is_open(een, op) for een in later),
    )


def _brief(inschrijving: Inschrijving, bijeenkomst: Bijeenkomst, *, regels: _Regels) -> tuple[str, Brief]:
    """Which group they are in, and their letter."""
    inschrijving.bijeenkomst = bijeenkomst
    if inschrijving.stand == Stand.NIET_GEKOMEN:
        return "Wie niet is gekomen", _gemist(inschrijving, regels)
    if inschrijving.sector_id in regels.eerst and regels.open:
        return "Wie er was, en zich nu kan aanmelden", _dank(inschrijving, regels, [AANMELDEN])
    return "Wie er was", _dank(inschrijving, regels, [])


def _dank(inschrijving: Inschrijving, regels: _Regels, aanmelden: list[str]) -> Brief:
    dag = brieven.wanneer(inschrijving.bijeenkomst).partition(",")[0]
    documenten = "De documenten van de bijeenkomst vindt u op uw eigen pagina" if regels.documenten else "Uw pagina"
    alineas = [
        f"Dank dat u er was, op de informatiebijeenkomst van {dag}.",
        f"{documenten}:\n{LINK}\n\nDeze link is alleen voor u. Hij werkt tot een half jaar na de bijeenkomst.",
        *aanmelden,
        brieven.vragen(inschrijving.bijeenkomst),
    ]
    return _naar(inschrijving, soorten.BEDANKT, "Dank voor uw komst", alineas)


def _gemist(inschrijving: Inschrijving, regels: _Regels) -> Brief:
    bijeenkomst = inschrijving.bijeenkomst
    adres = settings.WEBADRES.rstrip("/") + reverse("aanmeldingen:oproep", args=[bijeenkomst.oproep.slug])
    andere = [f"Er komt nog een bijeenkomst. U kunt zich inschrijven op:\n{adres}"] if regels.andere else []
    alineas = [
        f"U had zich ingeschreven voor de informatiebijeenkomst van {brieven.wanneer(bijeenkomst)}. "
        "Wij hebben u daar niet gezien.",
        *andere,
        f"Wilt u weten wat er is verteld? {brieven.vragen(bijeenkomst)}",
    ]
    return _naar(inschrijving, soorten.GEMIST, "Wij hebben u gemist", alineas)


def _naar(inschrijving: Inschrijving, soort: str, kop: str, alineas: Iterable[str]) -> Brief:
    return brieven.brief(inschrijving, soort, kop, alineas, sleutel=f"{soort}:{inschrijving.pk}")
