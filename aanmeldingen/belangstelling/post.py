"""The confirmation that interest was received."""

from typing import Final

from django.template.loader import render_to_string

from aanmeldingen.models import Belangstelling
from mantelzorg.models import Bericht
from mantelzorg.post.klaarzetten import Brief, zet_klaar

ONTVANGEN: Final = "belangstelling ontvangen"


def mail_ontvangen(belangstelling: Belangstelling) -> None:
    """That it was received, what happens next, and a copy."""
    context = {"belangstelling": belangstelling, "oproep": belangstelling.oproep}
    brief = Brief(
        soort=ONTVANGEN,
        aan=belangstelling.email,
        aan_naam=belangstelling.naam,
        onderwerp="Wij nemen contact met u op",
        tekst=render_to_string("aanmeldingen/belangstelling/mail/ontvangen.txt", context),
        over=belangstelling,
        sleutel=f"{ONTVANGEN}:{belangstelling.pk}",
    )
    zet_klaar(brief, door=None)


def weigering(bericht: Bericht) -> str:
    """Why a mail about interest must not go: who asked was erased."""
    gewist = isinstance(bericht.over, Belangstelling) and bericht.over.gewist_op is not None
    return "De persoonsgegevens van de belangstelling zijn gewist." if gewist else ""
