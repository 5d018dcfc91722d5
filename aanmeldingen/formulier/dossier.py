"""An application with all that hangs on it that the applicant fills in, read at once; and how it reads on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from aanmeldingen.models import Aanmelding, Aanmeldpartner, Contactpersoon, Oproepsector, Sector
from mantelzorg.models import Gemeente

Paar = list[str]
"""[label, value], as `Indiening` keeps them."""
LEEG = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What an applicant filled in. `instroom`: how its sector joins the call now; None where the call has it not."""

    aanmelding: Aanmelding
    instroom: str | None
    sectoren: tuple[Sector, ...]
    partners: tuple[Aanmeldpartner, ...]
    contactpersonen: tuple[Contactpersoon, ...]

    @classmethod
    def van(cls, aanmelding: Aanmelding) -> Self:
        """Read it: four queries, beside what `aanmelding` has not fetched yet."""
        keuze = Oproepsector.objects.filter(oproep=aanmelding.oproep_id, sector=aanmelding.sector_id)
        return cls(
            aanmelding=aanmelding,
            instroom=keuze.order_by().values_list("instroom", flat=True).first(),
            sectoren=tuple(aanmelding.sectoren.all()),
            partners=tuple(aanmelding.partners.select_related("gemeente")),
            contactpersonen=tuple(aanmelding.contactpersonen.all()),
        )

    @property
    def inhoud(self) -> list[Paar]:
        """What was filled in about the organisation and its question."""
        een = self.aanmelding
        return [
            ["Organisatie", een.organisatie or LEEG],
            ["KvK-nummer", een.kvk or LEEG],
            *([["Waarom geen KvK-nummer", een.geen_kvk]] if een.geen_kvk else []),
            ["Sector", een.sector.naam if een.sector else LEEG],
            *([["Andere sectoren", ", ".join(sector.naam for sector in self.sectoren)]] if self.sectoren else []),
            ["Plaats", een.plaats or LEEG],
            ["Gemeente", _gemeente(een.gemeente)],
            *self._partnerregels(),
            ["Medewerkers die u wilt bereiken", str(een.medewerkers) if een.medewerkers else LEEG],
            *([["Informatiebijeenkomst waar u was", _bijeenkomst(een)]] if een.bijeenkomst_id else []),
            ["Vraag waaraan u wilt werken", een.vraag or LEEG],
        ]

    @property
    def contact(self) -> list[Paar]:
        """What was filled in about persons."""
        return [
            [f"Contactpersoon {nummer}", ", ".join(filter(None, (een.naam, een.functie, een.email, een.telefoon)))]
            for nummer, een in enumerate(self.contactpersonen, start=1)
        ]

    def _partnerregels(self) -> Iterator[Paar]:
        for nummer, partner in enumerate(self.partners, start=1):
            waar = f", {_gemeente(partner.gemeente)}" if partner.gemeente else ""
            yield [f"Partner {nummer}", f"{partner.naam} ({partner.soort}{waar})"]


def _gemeente(gemeente: Gemeente | None) -> str:
    return gemeente.naam if gemeente else LEEG


def _bijeenkomst(aanmelding: Aanmelding) -> str:
    bijeenkomst = aanmelding.bijeenkomst
    return f"{bijeenkomst.sessie.datum:%d-%m-%Y}" if bijeenkomst else LEEG


def vrije_tekst(aanmelding: Aanmelding) -> tuple[str, ...]:
    """The answers in which one writes what one likes."""
    return aanmelding.vraag, aanmelding.geen_kvk
