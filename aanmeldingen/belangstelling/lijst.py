"""Which interests the list shows, by pages that need no count."""

import datetime
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Q

from aanmeldingen.belangstelling.adviseurs import niemand_belt
from aanmeldingen.models import Aanmelding, Belangstelling, Contactwijze
from aanmeldingen.models.belangstelling import BelangstellingQuerySet
from mantelzorg.models import User

PER_PAGINA: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Bladzijde:
    """Newest first; `nieuwer` and `ouder` are keys to go on from, None at an end."""

    rijen: list[Belangstelling]
    nieuwer: int | None
    ouder: int | None


def gevonden(user: User, vraag: dict[str, Any], dag: datetime.date) -> BelangstellingQuerySet:
    """Those `user` may see that the filters ask for, with `pogingen` and `bereikt`: how often one tried and spoke."""
    rijen = met_contact(Belangstelling.objects.zichtbaar_voor(user))
    if vraag.get("wie"):
        rijen = rijen.filter(Q(adviseur=user) if vraag["wie"] == "mij" else niemand_belt(dag))
    if vraag.get("oproep"):
        rijen = rijen.filter(oproep=vraag["oproep"])
    if vraag.get("stand") == "open":
        return rijen.filter(vervolg="", aanmelding=None)
    return rijen.filter(vervolg=vraag["stand"]) if vraag.get("stand") else rijen


def met_contact(rijen: BelangstellingQuerySet) -> BelangstellingQuerySet:
    """Adds `pogingen`, all contacts, and `bereikt`, those in which somebody was reached."""
    bereikt = ~Q(contactmomenten__hoe=Contactwijze.NIET_BEREIKT) & Q(contactmomenten__isnull=False)
    return rijen.annotate(
        pogingen=Count("contactmomenten", distinct=True),
        bereikt=Count("contactmomenten", filter=bereikt, distinct=True),
    )


def bladzijde(rijen: BelangstellingQuerySet, *, na: int | None = None, voor: int | None = None) -> Bladzijde:
    """The page of what is older than key `na`, or newer than key `voor`; a seek in the index."""
    met = rijen.select_related("oproep", "sector", "adviseur", "aanmelding")
    if voor is not None:
        blad = list(met.filter(pk__gt=voor).order_by("pk")[: PER_PAGINA + 1])
        eerst, laatst = len(blad) <= PER_PAGINA, False
        blad = blad[:PER_PAGINA][::-1]
    else:
        blad = list((met.filter(pk__lt=na) if na else met).order_by("-pk")[: PER_PAGINA + 1])
        eerst, laatst = na is None, len(blad) <= PER_PAGINA
        blad = blad[:PER_PAGINA]
    return Bladzijde(
        rijen=blad,
        nieuwer=None if eerst or not blad else blad[0].pk,
        ouder=None if laatst or not blad else blad[-1].pk,
    )


def lijkt_op(rij: Belangstelling, user: User) -> dict[str, list[Any]]:
    """Other interest and applications in the same call, of the same organisation or address, that `user` may see."""
    zelfde = Q(organisatie__iexact=rij.organisatie)
    anders = Belangstelling.objects.zichtbaar_voor(user).filter(oproep=rij.oproep_id).exclude(pk=rij.pk)
    zelfde_adres = Q(email__iexact=rij.email) if rij.email else Q(pk__in=[])
    aanmeldingen = Aanmelding.objects.zichtbaar_voor(user).filter(zelfde, oproep=rij.oproep_id)
    return {
        "belangstellingen": list(anders.filter(zelfde | zelfde_adres).order_by("pk")[:5]),
        "aanmeldingen": list(aanmeldingen.exclude(belangstelling=rij).order_by("pk")[:5]),
    }
