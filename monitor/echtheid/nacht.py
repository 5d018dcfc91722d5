"""The check of all fixed measurements that the worker does every night, and who hears of it."""

import datetime
import logging
from collections import defaultdict
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from mantelzorg.accounts.toestand import is_open
from mantelzorg.models import User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.toegang import RECHTEN, Bereik, Recht
from monitor.echtheid.alles import van_database, van_metingen
from monitor.echtheid.zegels import zegels_nu
from monitor.models import Zegelcontrole

logger = logging.getLogger(__name__)

FOUT, ZEGELS = "meting niet in orde", "zegels van metingen"


@task()
def controleer_metingen() -> None:
    """Check them all, and keep that it was done; a finding is mailed, and so are the seals once there are new ones."""
    nu = timezone.localtime()
    metingen = list(van_metingen())
    rijen = [(een.waar, zin) for een in (*metingen, *van_database()) for zin in een.zinnen]
    controle = Zegelcontrole.objects.create(op=nu, metingen=len(metingen), bevindingen=rijen)
    for user in ontvangers(nu.date()):
        _schrijf(controle, user, nu.date())


def _schrijf(controle: Zegelcontrole, user: User, dag: datetime.date) -> None:
    """An address that is none stops nobody else's mail; the error holds it, so it is not logged."""
    try:
        for brief in (*_bevindingen(controle, user, dag), *_zegels(controle, user)):
            zet_klaar(brief, door=None)
    except ValidationError:
        logger.error("Geen mail over de metingen gemaakt voor account %s", user.pk)


def ontvangers(dag: datetime.date) -> list[User]:
    """Who may see measurements: analysts and the office, with an account that is open on `dag`."""
    rollen = [rol.value for rol, rechten in RECHTEN.items() if rechten.get(Recht.METINGEN_ZIEN) is Bereik.ALLES]
    return list(User.objects.filter(is_open(dag), groups__name__in=rollen).distinct().order_by("pk"))


def _bevindingen(controle: Zegelcontrole, user: User, dag: datetime.date) -> list[Brief]:
    """A mail for each thing that is not in order, once a day."""
    per_plek: dict[str, list[str]] = defaultdict(list)
    for waar, zin in controle.bevindingen:
        per_plek[waar].append(zin)
    return [
        _brief(
            FOUT,
            f"{dag.isoformat()}:{_kort(waar)}",
            f"Niet in orde: {waar}",
            controle,
            user,
            {"waar": waar, "zinnen": zinnen},
        )
        for waar, zinnen in per_plek.items()
    ]


def _zegels(controle: Zegelcontrole, user: User) -> list[Brief]:
    """The list of seals, so that it lies outside this database; once for each list."""
    lijst = [str(een) for een in zegels_nu()]
    if not lijst:
        return []
    onderwerp = "Zegels van de vastgestelde metingen, om te bewaren"
    return [_brief(ZEGELS, _kort("\n".join(lijst)), onderwerp, controle, user, {"zegels": lijst})]


def _brief(
    soort: str, wat: str, onderwerp: str, controle: Zegelcontrole, user: User, context: dict[str, object]
) -> Brief:
    naam = "niet_in_orde" if soort == FOUT else "zegels"
    algemeen = {"user": user, "web": settings.WEBADRES.rstrip("/")}
    return Brief(
        soort=soort,
        sleutel=f"{soort}:{user.pk}:{wat}",
        aan=user.email,
        aan_naam=user.naam,
        ontvanger=user,
        over=controle,
        onderwerp=onderwerp[:200],
        tekst=render_to_string(f"monitor/echtheid/mail/{naam}.txt", algemeen | context),
    )


def _kort(tekst: str) -> str:
    return sha256(tekst.encode()).hexdigest()[:16]
