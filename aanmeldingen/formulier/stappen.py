"""The steps of the form, and what an application still lacks in each before it can be sent in."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from aanmeldingen.formulier.dossier import Dossier
from aanmeldingen.models import Instroom


class Stap(models.TextChoices):
    """A page of the form, in their order; the value stands in its address."""

    ORGANISATIE = "organisatie", "Uw organisatie"
    SECTOR = "sector", "Sector, plaats en partners"
    CONTACT = "contactpersonen", "Contactpersonen"
    VRAAG = "vraag", "Uw vraag"
    CONTROLE = "controleren", "Controleren en versturen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemis:
    """Something that must still be filled in, and at which step."""

    stap: Stap
    wat: str


def gemist(dossier: Dossier) -> list[Gemis]:
    """All that an application lacks, in the order of the form; nothing: it can be sent in."""
    delen = {
        Stap.ORGANISATIE: _organisatie(dossier),
        Stap.SECTOR: _sector(dossier),
        Stap.CONTACT: _contact(dossier),
        Stap.VRAAG: _vraag(dossier),
    }
    return [Gemis(stap=stap, wat=wat) for stap, deel in delen.items() for wat in deel]


def _organisatie(dossier: Dossier) -> Iterator[str]:
    if not dossier.aanmelding.organisatie:
        yield "de naam van uw organisatie"
    if not dossier.aanmelding.kvk and not dossier.aanmelding.geen_kvk:
        yield "het KvK-nummer, of waarom u dat niet heeft"


def _sector(dossier: Dossier) -> Iterator[str]:
    if dossier.aanmelding.sector_id is None:
        yield "de sector"
    elif dossier.instroom is None:
        yield "een andere sector: deze oproep is niet meer voor de sector die u koos"
    elif dossier.instroom == Instroom.BELANGSTELLING and dossier.aanmelding.belangstelling_id is None:
        yield "een andere sector: voor de sector die u koos, laat u eerst weten dat u belangstelling heeft"
    if dossier.aanmelding.gemeente_id is None:
        yield "de plaats en de gemeente"


def _contact(dossier: Dossier) -> Iterator[str]:
    if not dossier.contactpersonen:
        yield "een contactpersoon"


def _vraag(dossier: Dossier) -> Iterator[str]:
    if not dossier.aanmelding.vraag:
        yield "de vraag waaraan u wilt werken"
    if not dossier.aanmelding.medewerkers:
        yield "hoeveel medewerkers u wilt bereiken"
    if dossier.instroom == Instroom.BIJEENKOMST and dossier.aanmelding.bijeenkomst_id is None:
        yield "de informatiebijeenkomst waar u was"
