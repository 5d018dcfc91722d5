"""The mails when a practice was made: to its adviser, and to the organisation that applied."""

from typing import Final

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from aanmeldingen.models import Toelating
from mantelzorg.models import User
from mantelzorg.post.klaarzetten import Brief, zet_klaar

ADVISEUR: Final = "nieuwe praktijk"
AANMELDER: Final = "adviseur van uw traject"


def mail_adviseur(toelating: Toelating, adviseur: User, *, door: User) -> None:
    """That this practice is theirs, and what to do first."""
    adres = settings.WEBADRES.rstrip("/") + reverse("praktijken:praktijk", args=[toelating.praktijk_id])
    brief = Brief(
        soort=ADVISEUR,
        aan=adviseur.email,
        aan_naam=adviseur.naam,
        ontvanger=adviseur,
        onderwerp=f"U begeleidt een nieuwe praktijk: {toelating.praktijk.naam}"[:200],
        tekst=_tekst("adviseur", toelating, adviseur, adres=adres),
        over=toelating.praktijk,
        sleutel=f"{ADVISEUR}:{toelating.pk}",
    )
    zet_klaar(brief, door=door)


def mail_aanmelder(toelating: Toelating, adviseur: User, *, door: User) -> None:
    """Who their adviser is, and what happens next; to the first contact person, if there is one."""
    aan = toelating.aanmelding.contactpersonen.first()
    if aan is None:
        return
    brief = Brief(
        soort=AANMELDER,
        aan=aan.email,
        aan_naam=aan.naam,
        onderwerp="Uw adviseur, en wat er nu gebeurt",
        tekst=_tekst("aanmelder", toelating, adviseur, aan=aan),
        over=toelating.aanmelding,
        sleutel=f"{AANMELDER}:{toelating.pk}",
    )
    zet_klaar(brief, door=door)


def _tekst(naam: str, toelating: Toelating, adviseur: User, **context: object) -> str:
    praktijk, aanmelding = toelating.praktijk, toelating.aanmelding
    alles = {
        "praktijk": praktijk,
        "traject": praktijk.traject,
        "aanmelding": aanmelding,
        "oproep": aanmelding.oproep,
        "adviseur": adviseur,
    }
    return render_to_string(f"aanmeldingen/toelaten/mail/{naam}.txt", alles | context)
