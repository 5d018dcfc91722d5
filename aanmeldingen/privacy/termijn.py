"""What goes by itself once its term is over, as the page about privacy promises."""

import datetime
from collections.abc import Iterable
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.utils import timezone
from django_tasks import task

from aanmeldingen.models import (
    Aanmelding,
    Aanmeldpartner,
    Belangstelling,
    Contactpersoon,
    Inschrijving,
    Laattoegang,
    Oproep,
)
from aanmeldingen.privacy.personen import sporen_van
from aanmeldingen.privacy.wissen import Gewist, maak_leeg, wis_sporen
from praktijken.avg.inventaris import Aard, velden_van

REDEN: Final = "niet verstuurd, termijn voorbij"


def bewaartermijn() -> datetime.timedelta:
    """After the closing of a call, or after it was written down where that was later. Who was admitted stays."""
    return datetime.timedelta(days=settings.BEWAARDAGEN)


def concepttermijn() -> datetime.timedelta:
    """The same for an application that was never sent in: long enough to ask for access after closing."""
    return datetime.timedelta(days=settings.CONCEPTDAGEN)


def in_woorden(termijn: datetime.timedelta) -> str:
    """`een jaar`, `2 weken`, `10 dagen`: in the largest unit that it is whole in."""
    eenheden = ((365, "een jaar", "jaar"), (7, "een week", "weken"), (1, "een dag", "dagen"))
    dagen, een, meer = next(eenheid for eenheid in eenheden if not termijn.days % eenheid[0])
    aantal = termijn.days // dagen
    return een if aantal == 1 else f"{aantal} {meer}"


@task()
def ruim_op() -> dict[str, int]:
    """Erase what is past its term (`ROOSTER`); how many records of which kind."""
    return wis_na_termijn(timezone.now())


@transaction.atomic
def wis_na_termijn(nu: datetime.datetime) -> dict[str, int]:
    """Drafts of calls that closed, and persons of calls that closed a term ago. Notes of staff are not searched."""
    gewist = Gewist()
    concepten = list(_concepten(nu))
    for concept in concepten:
        _wis_concept(concept, gewist)
    wis_sporen(sporen_van({Contactpersoon: _contactpersonen(concepten)}), gewist, nu)
    wis_sporen(sporen_van(_na_de_termijn(nu)), gewist, nu)
    return gewist.telling


def _na_de_termijn(nu: datetime.datetime) -> dict[type[Model], list[Any]]:
    grens = nu - bewaartermijn()
    voorbij = Oproep.objects.filter(sluit_op__lte=grens)
    oud = Q(op__lte=grens)
    zonder_praktijk = Q(aanmelding=None) | Q(aanmelding__toelating=None)
    afgelopen = Aanmelding.objects.filter(oproep__in=voorbij, begonnen_op__lte=grens, toelating=None, gewist_op=None)
    return {
        Contactpersoon: _contactpersonen(afgelopen),
        Belangstelling: list(Belangstelling.objects.filter(oud, zonder_praktijk, oproep__in=voorbij, gewist_op=None)),
        Inschrijving: list(Inschrijving.objects.filter(oud, bijeenkomst__oproep__in=voorbij, gewist_op=None)),
        Laattoegang: list(Laattoegang.objects.filter(oud, oproep__in=voorbij).exclude(email="")),
    }


def _contactpersonen(aanmeldingen: Iterable[Aanmelding]) -> list[Contactpersoon]:
    return list(Contactpersoon.objects.filter(aanmelding__in=aanmeldingen))


def _concepten(nu: datetime.datetime) -> "QuerySet[Aanmelding]":
    """Never sent in, and too late to; one with access after closing stays as long as that works."""
    laat = Q(laattoegang__link_geldig_tot__gte=timezone.localdate(nu), laattoegang__ingetrokken_op=None)
    grens = nu - concepttermijn()
    oud = Aanmelding.objects.filter(
        ingediend_op=None, gewist_op=None, oproep__sluit_op__lte=grens, begonnen_op__lte=grens
    )
    return oud.exclude(pk__in=Aanmelding.objects.filter(laat).values("pk"))


def _wis_concept(concept: Aanmelding, gewist: Gewist) -> None:
    """All that was typed goes; that somebody began stays."""
    teksten = {veld.name: "" for veld in velden_van(Aanmelding, Aard.VRIJ)}
    maak_leeg(concept, teksten, gewist, REDEN)
    for partner in concept.partners.all():
        pk = partner.pk
        partner._change_reason = REDEN  # type: ignore[attr-defined]  # read by simple-history
        partner.delete()
        Aanmeldpartner.history.filter(id=pk).update(naam="")
