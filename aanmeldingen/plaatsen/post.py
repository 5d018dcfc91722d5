"""What an applicant gets by mail about an offer or a selection; always to its first contact person."""

import datetime
from typing import Final

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from aanmeldingen.formulier.post import maak_link as maak_aanmeldlink
from aanmeldingen.formulier.woorden import plaatszin
from aanmeldingen.models import Aanmelding, Plaatsregel, Plaatsstand
from aanmeldingen.plaatsen.lezen import Plek
from mantelzorg.models import Bericht, User
from mantelzorg.momenten import MINUUT, moment
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK

AANGEBODEN: Final = "plaats aangeboden"
VERLOPEN: Final = "aanbod verlopen"
UITSLAG: Final = "uitslag selectie"
TERUGGEZET: Final = "terug op de wachtlijst"
ANTWOORD: Final = "antwoord op aanbod"
NIET_MEER: Final = "Het aanbod geldt niet meer: het is beantwoord, teruggenomen of verlopen."
INTUSSEN_ANDERS: Final = "Er is intussen weer iets veranderd aan deze plaats."


def uiterlijk(antwoord_voor: datetime.datetime | None) -> str:
    """The last minute in which an offer can be answered, in words; empty without an offer."""
    return moment(antwoord_voor - MINUUT) if antwoord_voor else ""


def mail_aanbod(regel: Plaatsregel, *, door: User | None) -> None:
    """That a place is kept, until when, and where to answer; once for each offer."""
    context: dict[str, object] = {"uiterlijk": uiterlijk(regel.antwoord_voor)}
    _mail(regel, AANGEBODEN, "Er is een plaats voor u vrij", context, door)


def mail_verlopen(regel: Plaatsregel) -> None:
    """That the place went to another; once for each offer."""
    _mail(regel, VERLOPEN, "De plaats ging naar een andere organisatie", {}, None)


def mail_uitslag(regel: Plaatsregel, zin: str, *, door: User) -> None:
    """What the selection gave an application, in a sentence; once for each selection."""
    _mail(regel, UITSLAG, "De plaatsen zijn verdeeld", {"zin": zin}, door)


def mail_teruggezet(regel: Plaatsregel, plek: Plek, *, door: User) -> None:
    """That the office put it on the list again, and how it stands (`plek`); once for each time.

    Not where it was offered a place in the same go: that mail says it all.
    """
    if plek.stand != Plaatsstand.AANGEBODEN:
        context: dict[str, object] = {"van": regel.van, "plaatszin": plaatszin(plek)}
        _mail(regel, TERUGGEZET, "Uw plaats in de verdeling is gewijzigd", context, door)


def mail_antwoord(regel: Plaatsregel, *, door: User) -> None:
    """The answer to an offer that the office noted for them, so that they can say where it is wrong."""
    _mail(regel, ANTWOORD, "Uw antwoord op ons aanbod", {"ja": regel.naar == Plaatsstand.BEZET}, door)


def maak_link(bericht: Bericht) -> str:
    """The address at which the offer is answered (`POST_LINKS`); the link to the application, which works on."""
    if not isinstance(bericht.over, Aanmelding):
        raise TypeError(bericht.pk)
    maak_aanmeldlink(bericht)
    return reverse("aanmeldingen:aanbod", args=[bericht.over.sleutel])


def weigering(bericht: Bericht) -> str:
    """Why a mail about a place must not go now (`POST_WEIGERINGEN`): it is no longer so."""
    if bericht.soort not in (AANGEBODEN, TERUGGEZET, ANTWOORD):
        return ""
    laatste = Plaatsregel.objects.filter(aanmelding=bericht.over_id).order_by("-nummer").first()
    is_de_laatste = laatste is not None and bericht.sleutel == _sleutel(bericht.soort, laatste)
    if bericht.soort != AANGEBODEN:
        return "" if is_de_laatste else INTUSSEN_ANDERS
    return "" if is_de_laatste and _staat_open(laatste) else NIET_MEER


def _staat_open(regel: Plaatsregel | None) -> bool:
    """Whether this line is an offer that can still be answered."""
    return regel is not None and regel.antwoord_voor is not None and timezone.now() < regel.antwoord_voor


def _sleutel(soort: str, regel: Plaatsregel) -> str:
    return f"{soort}:{regel.oproep_id}:{regel.nummer}"


def _mail(regel: Plaatsregel, soort: str, onderwerp: str, context: dict[str, object], door: User | None) -> None:
    aanmelding = regel.aanmelding
    aan = aanmelding.contactpersonen.first() if aanmelding else None
    if aanmelding is None or aan is None:
        return
    kader = {"aanmelding": aanmelding, "oproep": regel.oproep, "aan": aan, "link": LINK}
    naam = soort.replace(" ", "_")
    brief = Brief(
        soort=soort,
        aan=aan.email,
        aan_naam=aan.naam,
        onderwerp=onderwerp,
        tekst=render_to_string(f"aanmeldingen/plaatsen/mail/{naam}.txt", kader | context),
        over=aanmelding,
        sleutel=_sleutel(soort, regel),
    )
    zet_klaar(brief, door=door)
