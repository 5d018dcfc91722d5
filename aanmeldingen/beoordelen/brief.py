"""The mails of the assessment: always to the first contact person of the application."""

import datetime
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils.formats import date_format

from aanmeldingen.beoordelen.oordelen import criteriumrijen
from aanmeldingen.models import Aanmelding, Aanvulverzoek, Besluit, Besluitsoort, Intakegesprek, Oordeel
from mantelzorg.models import Bericht, Poststand, User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK

BESLUIT: Final = "besluit over deelname"
AANVULLING: Final = "vraag om aanvulling"
HERINNERING: Final = "herinnering aanvulling"
GESPREK: Final = "afspraak intakegesprek"
GESPREK_AF: Final = "intakegesprek gaat niet door"
LEESTIJD: Final = datetime.timedelta(hours=1)
"""How long a decision waits in the outbox, so that the office can read it first, hold it or let it go."""


def mail_besluit(besluit: Besluit, *, door: User, op: datetime.datetime) -> Bericht | None:
    """The decision with what it rests on, as it stood. None where nobody is left to write to."""
    rijen = criteriumrijen(besluit.aanmelding)
    gekozen = set(besluit.criteria.values_list("pk", flat=True))
    context = {
        "besluit": besluit,
        "afgewezen": besluit.soort == Besluitsoort.AFWIJZEN,
        "toegelaten": besluit.soort == Besluitsoort.TOELATEN,
        "gronden": [rij for rij in rijen if rij.criterium.pk in gekozen],
        "ontheven": [rij for rij in rijen if rij.bevinding.oordeel == Oordeel.ONTHEVEN],
        "eerder": _verstuurd(besluit.vervangt),
    }
    onderwerp = f"Besluit over deelname aan {besluit.aanmelding.oproep}"
    sleutel = f"{BESLUIT}:{besluit.pk}"
    return _mail(besluit.aanmelding, BESLUIT, onderwerp, sleutel, door=door, verstuur_na=op + LEESTIJD, **context)


def _verstuurd(eerder: Besluit | None) -> Besluit | None:
    """The earlier decision where the applicant was told of it."""
    verstuurd = eerder is not None and eerder.bericht is not None and eerder.bericht.stand == Poststand.VERSTUURD
    return eerder if verstuurd else None


def mail_aanvulling(verzoek: Aanvulverzoek, *, door: User | None, herinnering: bool = False) -> Bericht | None:
    """What is asked for, until when, and the link; once, and once more as a reminder."""
    soort = HERINNERING if herinnering else AANVULLING
    wat = "Herinnering: vul" if herinnering else "Vul"
    onderwerp = f"{wat} uw aanmelding aan, uiterlijk {date_format(verzoek.uiterlijk)}"
    context: dict[str, Any] = {"verzoek": verzoek, "herinnering": herinnering}
    return _mail(verzoek.aanmelding, soort, onderwerp, f"{soort}:{verzoek.pk}", door=door, **context)


def mail_gesprek(gesprek: Intakegesprek, *, keer: int, door: User) -> Bericht | None:
    """The appointment, and again each time it was moved (`keer`: 1 the first time)."""
    onderwerp = "Uw intakegesprek" if keer == 1 else "Uw intakegesprek is gewijzigd"
    context: dict[str, Any] = {"gesprek": gesprek, "verzet": keer > 1}
    return _mail(gesprek.aanmelding, GESPREK, onderwerp, f"{GESPREK}:{gesprek.pk}:{keer}", door=door, **context)


def mail_gesprek_af(gesprek: Intakegesprek, *, reden: str, door: User) -> Bericht | None:
    """That the talk does not take place, and why."""
    context: dict[str, Any] = {"gesprek": gesprek, "reden": reden}
    onderwerp = "Uw intakegesprek gaat niet door"
    return _mail(gesprek.aanmelding, GESPREK_AF, onderwerp, f"{GESPREK_AF}:{gesprek.pk}", door=door, **context)


def weigering(bericht: Bericht) -> str:
    """A decision that was replaced in the time to read it is not mailed, nor a question that was closed."""
    if bericht.soort == BESLUIT and not Besluit.objects.geldend().filter(bericht=bericht).exists():
        return "Dit besluit is intussen herzien."
    if bericht.soort in (AANVULLING, HERINNERING):
        verzoek = Aanvulverzoek.objects.filter(pk=bericht.sleutel.rpartition(":")[2]).first()
        if verzoek is not None and verzoek.afgesloten_op is not None:
            return "Deze vraag om aanvulling is afgesloten."
    return ""


def _mail(
    aanmelding: Aanmelding,
    soort: str,
    onderwerp: str,
    sleutel: str,
    *,
    door: User | None,
    verstuur_na: datetime.datetime | None = None,
    **context: Any,
) -> Bericht | None:
    aan = aanmelding.contactpersonen.first()
    if aan is None:
        return None
    naam = soort.replace(" ", "_")
    algemeen = {"aanmelding": aanmelding, "oproep": aanmelding.oproep, "aan": aan, "link": LINK}
    tekst = render_to_string(f"aanmeldingen/beoordelen/mail/{naam}.txt", algemeen | context)
    brief = Brief(
        soort=soort,
        aan=aan.email,
        aan_naam=aan.naam,
        onderwerp=onderwerp[:200],
        tekst=tekst,
        over=aanmelding,
        sleutel=sleutel,
    )
    return zet_klaar(brief, door=door, verstuur_na=verstuur_na)
