"""The ledger of one call while it is locked: what stands in it, and the lines that are added."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from aanmeldingen.models import (
    NEEMT_PLAATS,
    Aanmelding,
    Gebeurtenis,
    Oproep,
    Oproepsector,
    Plaatsregel,
    Plaatsstand,
    Selectie,
    Verdeling,
)
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.slot import op_slot
from mantelzorg.models import User

KEEPS_A_PLACE = (*NEEMT_PLAATS, Plaatsstand.AANGEBODEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Positie:
    """Where one application stands. `sector`: its pot; `rang`: its order, kept when it leaves the list."""

    aanmelding: Aanmelding
    stand: str
    sector: int | None
    rang: int | None
    gebeurtenis: str = ""
    antwoord_voor: datetime.datetime | None = None
    regel: int = 0
    """The number of its last line."""

    @classmethod
    def van(cls, regel: Plaatsregel) -> "Positie":
        """What an application's last line says. ValueError for a line of the capacity, which is about none."""
        if regel.aanmelding is None:
            raise ValueError(regel)
        return cls(
            aanmelding=regel.aanmelding,
            stand=regel.naar,
            sector=regel.sector_id,
            rang=regel.rang,
            gebeurtenis=regel.gebeurtenis,
            antwoord_voor=regel.antwoord_voor,
            regel=regel.nummer,
        )


class Boek:
    """Made within a transaction, it locks the call. Free and waiting are kept up with each line that is added."""

    oproep: Oproep
    op: datetime.datetime

    def __init__(self, oproep: int, op: datetime.datetime) -> None:
        self.oproep, self.op = op_slot(oproep), op
        potten, self._nummer = lezen.per_pot_en_laatste(Plaatsregel.objects.filter(oproep=oproep))
        self._capaciteit = Counter({pot.sector: pot.capaciteit for pot in potten})
        self._vrij = Counter({pot.sector: pot.vrij for pot in potten})
        self._wacht = Counter({pot.sector: pot.wacht for pot in potten})

    @property
    def plaatsen(self) -> int:
        """The capacity of all pots together."""
        return self._capaciteit.total()

    @property
    def potten(self) -> list[int | None]:
        """Where places are given out from."""
        return list(self._capaciteit)

    def vrij(self, sector: int | None) -> int:
        """The free places of a pot."""
        return self._vrij[sector]

    def wacht(self, sector: int | None) -> int:
        """How many wait for a place of that pot."""
        return self._wacht[sector]

    def selectie_loopt(self) -> bool:
        """Whether places wait for the meeting in which they are given out."""
        if self.oproep.verdeling != Verdeling.SELECTIE:
            return False
        return not Selectie.objects.filter(oproep=self.oproep).exists()

    def positie(self, aanmelding: Aanmelding) -> Positie:
        """Where it stands; one that was not received stands nowhere, in the pot of its sector."""
        laatste = Plaatsregel.objects.filter(aanmelding=aanmelding).order_by("-nummer").first()
        if laatste is not None:
            return Positie.van(laatste)
        sector = aanmelding.sector_id if aanmelding.sector_id in self._capaciteit else None
        return Positie(aanmelding=aanmelding, stand="", sector=sector, rang=None)

    def zet(
        self,
        positie: Positie,
        naar: Plaatsstand,
        gebeurtenis: Gebeurtenis,
        *,
        achteraan: bool = False,
        **velden: Any,
    ) -> Plaatsregel:
        """Add the line that takes the application there. It keeps its rank; `achteraan`: it gets that of this line.

        Who had none gets this line's on the list or with a place: a candidate has none before the meeting gives it.
        """
        van = positie.stand or Plaatsstand.GEEN
        eerste_rang = positie.rang is None and naar not in (Plaatsstand.KANDIDAAT, Plaatsstand.GEEN)
        regel = self._schrijf(
            gebeurtenis,
            aanmelding=positie.aanmelding,
            sector_id=positie.sector,
            van=van,
            naar=naar,
            rang=self._nummer + 1 if achteraan or eerste_rang else positie.rang,
            **velden,
        )
        self._vrij[positie.sector] += (van in KEEPS_A_PLACE) - (naar in KEEPS_A_PLACE)
        self._wacht[positie.sector] += (naar == Plaatsstand.WACHT) - (van == Plaatsstand.WACHT)
        return regel

    def verdeel(self, plaatsen: int, *, reden: str, door: User | None) -> None:
        """Make the capacity `plaatsen`, of which each quota in its sector's pot. What is so already adds no line.

        Once there are applications no pots are added, for they took their place or rank from those that were there.
        """
        gewenst = self._gewenst()
        gewenst[None] = plaatsen - sum(gewenst.values())
        for sector, aantal in gewenst.items():
            erbij = aantal - self._capaciteit[sector]
            if erbij or (sector is not None and sector not in self._capaciteit):
                self._schrijf(Gebeurtenis.CAPACITEIT, sector_id=sector, capaciteit=erbij, reden=reden, door=door)
                self._capaciteit[sector] += erbij
                self._vrij[sector] += erbij

    def volg_quota(self) -> None:
        """Divide the capacity by the quotas as they are now, where together they fit."""
        if self.oproep.verdeling == Verdeling.QUOTUM and self.passen_quota(self.plaatsen):
            self.verdeel(self.plaatsen, reden="De quota zijn gewijzigd.", door=None)

    def passen_quota(self, plaatsen: int) -> bool:
        """Whether the quotas together are no more than this number of places."""
        return sum(self._gewenst().values()) <= plaatsen

    def _gewenst(self) -> dict[int | None, int]:
        """What each sector's pot should hold."""
        quota = self._quota()
        if not Plaatsregel.objects.filter(oproep=self.oproep, aanmelding__isnull=False).exists():
            return {sector: 0 for sector in self._capaciteit if sector is not None} | quota
        return {sector: quota.get(sector, aantal) for sector, aantal in self._capaciteit.items() if sector is not None}

    def _quota(self) -> dict[int | None, int]:
        if self.oproep.verdeling != Verdeling.QUOTUM:
            return {}
        kanten = Oproepsector.objects.filter(oproep=self.oproep)
        return {kant.sector_id: kant.quotum for kant in kanten if kant.quotum is not None}

    def _schrijf(self, gebeurtenis: Gebeurtenis, **velden: Any) -> Plaatsregel:
        self._nummer += 1
        return Plaatsregel.objects.create(
            oproep=self.oproep, nummer=self._nummer, op=self.op, gebeurtenis=gebeurtenis, **velden
        )
