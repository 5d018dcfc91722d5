"""Who of an applicant came to a meeting of the call: known from the attendance, without anybody typing it.

Somebody is of the applicant who signed up with the e-mail address of one of its contact persons, or for an
organisation of the same name; capitals make no difference.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower, Trim

from aanmeldingen.models import Aanmelding, Contactpersoon, Inschrijving
from praktijken.models import Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezoek:
    """A meeting at which somebody of the applicant was, or for which they signed up."""

    inschrijving: Inschrijving
    gekomen: bool
    via: str
    """By what it was found, in Dutch."""


def bezoeken(aanmelding: Aanmelding) -> tuple[Bezoek, ...]:
    """All, first meeting first. Two queries."""
    adressen = {een.email.lower() for een in aanmelding.contactpersonen.all()}
    organisatie = aanmelding.organisatie.strip().lower()
    rijen: QuerySet[Any] = Inschrijving.objects.filter(bijeenkomst__oproep=aanmelding.oproep_id, gewist_op=None)
    rijen = rijen.annotate(adres=Lower("email"), huis=Lower(Trim("organisatie")))
    rijen = rijen.filter(Q(adres__in=adressen) | Q(huis=organisatie, huis__gt=""))
    rijen = rijen.select_related("bijeenkomst__sessie").order_by("bijeenkomst__sessie__datum", "pk")
    return tuple(
        Bezoek(
            inschrijving=een,
            gekomen=een.stand == Stand.AANWEZIG,
            via="e-mailadres" if een.email.lower() in adressen else "naam van de organisatie",
        )
        for een in rijen
    )


def was_er(**extra: Any) -> Exists:
    """Condition on a row of applications: somebody of it was at a meeting of its call."""
    eigen = Contactpersoon.objects.annotate(adres=Lower("email")).filter(aanmelding=OuterRef(OuterRef("pk")))
    aanwezig: QuerySet[Inschrijving] = Inschrijving.objects.annotate(
        adres=Lower("email"), huis=Lower(Trim("organisatie"))
    )
    aanwezig = aanwezig.filter(bijeenkomst__oproep=OuterRef("oproep"), stand=Stand.AANWEZIG, gewist_op=None, **extra)
    zelfde_huis = Q(huis=Lower(Trim(OuterRef("organisatie"))), huis__gt="")
    return Exists(aanwezig.filter(Q(Exists(eigen.filter(adres=OuterRef("adres"))), adres__gt="") | zelfde_huis))
