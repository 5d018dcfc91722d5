"""The weekly mail: what stands in somebody's task list, once a week, where there is something.

It is put ready in the outbox early in the morning and goes out later, so that the office can read it first. Every
morning from Monday to Friday has its turn; a turn that was missed is made up for on the next one in the same week.
"""

import datetime
import logging
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from mantelzorg.accounts.toestand import is_open
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import Roosterbeurt, User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK
from praktijken.herinneringen.acties import voorkeur_van
from praktijken.herinneringen.afmelden import SOORT
from praktijken.herinneringen.bronnen import bronnen_van, takenlijst
from praktijken.herinneringen.taak import Taak
from praktijken.models import Weekdag

logger = logging.getLogger(__name__)

VERSTUREN_OM: Final = datetime.time(7)  # in Amsterdam
LEESTIJD: Final = datetime.timedelta(hours=2)
"""How long the office has to read it at least, where the worker was late."""
HOOGSTENS: Final = 40
"""Tasks in one mail; the others stand in the list."""


@task()
def zet_weekbrieven_klaar() -> int:
    """Put ready the mails whose day it is, or was since the last turn in this week; how many people got one."""
    nu = timezone.localtime()
    dagen = gemiste_dagen(nu.date())
    return sum(_zet_klaar(user, nu) for user in ontvangers(nu.date(), dagen))


def _zet_klaar(user: User, nu: datetime.datetime) -> bool:
    """Whether there is a mail. An address that is none stops nobody else's; the error holds it, so it is not logged."""
    brief = weekbrief(user, nu.date())
    if brief is None:
        return False
    try:
        zet_klaar(brief, door=None, verstuur_na=versturen_na(nu))
    except ValidationError:
        logger.error("Geen weekmail gemaakt voor account %s", user.pk)
        return False
    return True


def gemiste_dagen(dag: datetime.date) -> set[int]:
    """The weekdays to write for on `dag`: its own, and those before it in the week that had no turn.

    None at a weekend: who missed a Friday gets the mail of next week.
    """
    if dag.weekday() not in Weekdag.values:
        return set()
    maandag = dag - datetime.timedelta(days=dag.weekday())
    eerder = {f"{maandag + datetime.timedelta(days=teller):%Y-%m-%d}": teller for teller in range(dag.weekday())}
    naam = zet_weekbrieven_klaar.module_path
    gehad = set(Roosterbeurt.objects.filter(taak=naam, tijdvak__in=eerder).values_list("tijdvak", flat=True))
    return {dag.weekday(), *(teller for tijdvak, teller in eerder.items() if tijdvak not in gehad)}


def ontvangers(dag: datetime.date, weekdagen: Iterable[int]) -> list[User]:
    """Who chose one of `weekdagen`: open accounts whose owner has been in, so not those an import made."""
    keuze = Q(herinneringsvoorkeur__weekdag__in=list(weekdagen))
    if Weekdag.MAANDAG in weekdagen:
        keuze |= Q(herinneringsvoorkeur=None)
    met_wachtwoord = ~Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    if settings.DEBUG:
        met_wachtwoord |= Q(email__in=DEMONSTRATIEACCOUNTS)
    return list(User.objects.filter(is_open(dag), keuze, met_wachtwoord).order_by("pk"))


def weekbrief(user: User, dag: datetime.date) -> Brief | None:
    """The mail for this person on `dag`; None where there is nothing to say."""
    if not bronnen_van(user):
        return None
    niet = set(voorkeur_van(user).niet)
    taken = [taak for taak in takenlijst(user, dag).taken if taak.mailtekst and taak.regel.naam not in niet]
    if not taken:
        return None
    jaar, week, _ = dag.isocalendar()
    return Brief(
        soort=SOORT,
        sleutel=f"{SOORT}:{user.pk}:{jaar}-W{week:02}",
        aan=user.email,
        aan_naam=user.naam,
        ontvanger=user,
        over=user,
        onderwerp=f"Uw week: {len(taken)} {'taak' if len(taken) == 1 else 'taken'} in In voor mantelzorg",
        tekst=_tekst(user, taken),
    )


def _tekst(user: User, taken: Sequence[Taak]) -> str:
    context = {
        "user": user,
        "groepen": [(waar, list(deel)) for waar, deel in groupby(taken[:HOOGSTENS], key=lambda taak: taak.waar)],
        "meer": max(0, len(taken) - HOOGSTENS),
        "web": settings.WEBADRES.rstrip("/"),
        "link": LINK,
    }
    return render_to_string("praktijken/herinneringen/weekbrief.txt", context)


def versturen_na(nu: datetime.datetime) -> datetime.datetime:
    """Seven o'clock that day, or later where the office would have no time to read."""
    return max(datetime.datetime.combine(nu.date(), VERSTUREN_OM, nu.tzinfo), nu + LEESTIJD)
