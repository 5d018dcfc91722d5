"""The rows a call's figures are counted from, as they were at the end of a day: a constant number of queries.

What happened (received, withdrawn, decided, each line of the ledger) counts by its own moment. What was filled in
(sector, municipality, employees) counts as it stands recorded now: a change of it is a correction.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from aanmeldingen.models import (
    Aanmelding,
    Aanmeldpartner,
    Belangstelling,
    Besluit,
    Bijeenkomst,
    Contactmoment,
    Contactwijze,
    Gebeurtenis,
    Oproep,
    Oproepsector,
    Partnersoort,
    Plaatsregel,
)
from aanmeldingen.plaatsen import lezen
from mantelzorg.models import Gemeente
from praktijken.models import Stand

LAATSTE_PEILDATUM = datetime.date.max - datetime.timedelta(days=2)
"""A later day counts as this one, for the calendar ends there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmeldrij:
    """An application received, as it was. `besluit`: what held, `plaatsstand` and `gebeurtenis`: of its last line.

    Those three are "" where there was none. `provincie` "": not known.
    """

    sector: str
    provincie: str
    ontvangen: datetime.date
    medewerkers: int
    sectoroverstijgend: bool
    ingetrokken: bool
    besluit: str
    plaatsstand: str
    gebeurtenis: str
    eerste_besluit: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijeenkomstrij:
    """A meeting held, and how many signed up, came, stayed away, and walked in."""

    capaciteit: int
    ingeschreven: int
    aanwezig: int
    niet_gekomen: int
    aan_de_deur: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Belangstellingrij:
    """Interest stated: whether an adviser reached them, and whether it became an application."""

    bereikt: bool
    aangemeld: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rijen:
    """All rows of one call at one day. `plaatsen`: None for a capacity that was not settled yet."""

    aanmeldingen: tuple[Aanmeldrij, ...]
    plaatsen: lezen.Plaatsen
    capaciteit_vastgesteld: bool
    bijeenkomsten: tuple[Bijeenkomstrij, ...]
    belangstelling: tuple[Belangstellingrij, ...]
    sectoren: tuple[str, ...]
    provincies: tuple[str, ...]


def einde_van(dag: datetime.date) -> datetime.datetime:
    """The first moment after `dag` in Europe/Amsterdam: what was earlier counts on that day."""
    volgende = min(dag, LAATSTE_PEILDATUM) + datetime.timedelta(days=1)
    return datetime.datetime.combine(volgende, datetime.time.min, tzinfo=timezone.get_default_timezone())


def lees(oproep: Oproep, peildatum: datetime.date) -> Rijen:
    """The rows of `oproep` at `peildatum`; call it in a `momentopname`. Seven queries."""
    tot = einde_van(peildatum)
    return Rijen(
        aanmeldingen=_aanmeldingen(oproep, tot),
        plaatsen=lezen.stand(oproep, tot=tot),
        capaciteit_vastgesteld=_regels(oproep, tot).filter(gebeurtenis=Gebeurtenis.CAPACITEIT).exists(),
        bijeenkomsten=_bijeenkomsten(oproep, peildatum),
        belangstelling=_belangstelling(oproep, peildatum, tot),
        sectoren=tuple(Oproepsector.objects.filter(oproep=oproep).order_by().values_list("sector__naam", flat=True)),
        provincies=_provincies(peildatum),
    )


def _regels(oproep: Oproep, tot: datetime.datetime) -> QuerySet[Plaatsregel]:
    return Plaatsregel.objects.filter(oproep=oproep, op__lt=tot)


def _aanmeldingen(oproep: Oproep, tot: datetime.datetime) -> tuple[Aanmeldrij, ...]:
    ontvangen: Any = Aanmelding.objects.filter(oproep=oproep, ingediend_op__lt=tot).order_by("nummer")
    rijen = ontvangen.annotate(**_erbij(tot)).values_list(
        "sector__naam", "gemeente__provincie", "ingediend_op", "medewerkers", "ingetrokken_op",
        "sectoroverstijgend", "besluit", "plaatsstand", "gebeurtenis", "eerste_besluit",
    )  # fmt: skip
    return tuple(
        Aanmeldrij(
            sector=sector,
            provincie=provincie,
            ontvangen=timezone.localdate(ingediend),
            medewerkers=medewerkers,
            ingetrokken=ingetrokken is not None and ingetrokken < tot,
            sectoroverstijgend=sectoroverstijgend,
            besluit=besluit,
            plaatsstand=plaatsstand,
            gebeurtenis=gebeurtenis,
            eerste_besluit=None if eerste is None else timezone.localdate(eerste),
        )
        for (sector, provincie, ingediend, medewerkers, ingetrokken,
             sectoroverstijgend, besluit, plaatsstand, gebeurtenis, eerste) in rijen
    )  # fmt: skip


def _erbij(tot: datetime.datetime) -> dict[str, Any]:
    """What is looked up beside each application: nothing of `tot` or later."""
    laatste = Plaatsregel.objects.filter(aanmelding=OuterRef("pk"), op__lt=tot).order_by("-nummer")
    besluiten = Besluit.objects.filter(aanmelding=OuterRef("pk"), bevestigd_op__lt=tot)
    herzien = Besluit.objects.filter(vervangt=OuterRef("pk"), bevestigd_op__lt=tot)
    partners = Aanmeldpartner.objects.filter(aanmelding=OuterRef("pk"))
    anderen = Aanmelding.sectoren.through.objects.filter(aanmelding=OuterRef("pk")).exclude(sector=OuterRef("sector"))
    return {
        "sectoroverstijgend": Exists(anderen)
        | Exists(partners.filter(soort__in=[Partnersoort.WELZIJN, Partnersoort.GEMEENTE])),
        "besluit": Coalesce(Subquery(besluiten.filter(~Exists(herzien)).values("soort")[:1]), Value("")),
        "plaatsstand": Coalesce(Subquery(laatste.values("naar")[:1]), Value("")),
        "gebeurtenis": Coalesce(Subquery(laatste.values("gebeurtenis")[:1]), Value("")),
        "eerste_besluit": Subquery(besluiten.order_by("bevestigd_op", "pk").values("bevestigd_op")[:1]),
    }


def _bijeenkomsten(oproep: Oproep, peildatum: datetime.date) -> tuple[Bijeenkomstrij, ...]:
    wie = {
        "ingeschreven": Q(inschrijvingen__aan_de_deur=False, inschrijvingen__op_wachtlijst=False)
        & ~Q(inschrijvingen__stand=Stand.AFGEMELD),
        "aanwezig": Q(inschrijvingen__stand=Stand.AANWEZIG),
        "niet_gekomen": Q(inschrijvingen__stand=Stand.NIET_GEKOMEN),
        "aan_de_deur": Q(inschrijvingen__stand=Stand.AANWEZIG, inschrijvingen__aan_de_deur=True),
    }
    tellingen: dict[str, Any] = {naam: Count("inschrijvingen", filter=wie[naam]) for naam in wie}
    gehouden = Bijeenkomst.objects.filter(oproep=oproep, afgelast_op=None, sessie__datum__lte=peildatum).order_by()
    rijen = gehouden.annotate(**tellingen).values_list("capaciteit", *wie)
    return tuple(
        Bijeenkomstrij(capaciteit=capaciteit, **dict(zip(wie, aantallen, strict=True)))
        for capaciteit, *aantallen in rijen
    )


def _belangstelling(oproep: Oproep, peildatum: datetime.date, tot: datetime.datetime) -> tuple[Belangstellingrij, ...]:
    gesproken = Contactmoment.objects.filter(belangstelling=OuterRef("pk"), op__lte=peildatum)
    aangemeld = Aanmelding.objects.filter(belangstelling=OuterRef("pk"), ingediend_op__lt=tot)
    rijen = (
        Belangstelling.objects.filter(oproep=oproep, op__lt=tot)
        .order_by()
        .values_list(Exists(gesproken.exclude(hoe=Contactwijze.NIET_BEREIKT)), Exists(aangemeld))
    )
    return tuple(Belangstellingrij(bereikt=bereikt, aangemeld=is_aangemeld) for bereikt, is_aangemeld in rijen)


def _provincies(peildatum: datetime.date) -> tuple[str, ...]:
    """Those of the municipalities that existed then."""
    gemeenten = Gemeente.objects.bestaand_op(peildatum).exclude(provincie="").order_by()
    return tuple(gemeenten.values_list("provincie", flat=True).distinct())
