"""The mail with the personal link, as it stands ready to be edited."""

from typing import Final

from django.core.exceptions import ValidationError

from deelnemers.models import Deelnemer
from mantelzorg.post.links import LINK
from praktijken.kloptdit.link import GELDIG_DAGEN

NAAM: Final = "[naam]"
"""Stands for the name of who gets the mail, so that two people with one address can tell whose it is."""

ONDERWERP: Final = "Kloppen uw gegevens bij In voor mantelzorg?"
_ALINEAS = (
    f"Beste {NAAM},",
    "U doet mee of deed mee aan een praktijk van In voor mantelzorg. Daarom hebben wij een paar gegevens van u, zoals "
    "de organisatie waarvoor u meedoet. Wij willen graag weten of die gegevens kloppen.",
    f"Kijk op deze persoonlijke pagina:\n{LINK}",
    "U ziet daar wat wij van u hebben, van wie wij dat kregen en hoe lang wij het bewaren. Klopt het? Dan is één klik "
    "genoeg. Klopt er iets niet? Dan kunt u het daar verbeteren. U kunt ook laten weten dat u niet meer meedoet, of "
    "dat u geen mail meer wilt.",
    f"De link is alleen voor u, {NAAM}. Stuur hem niet door. De link werkt {GELDIG_DAGEN} dagen. U heeft geen "
    "wachtwoord nodig.",
    "Vragen? Antwoord dan op deze mail.",
    "Met vriendelijke groet,\nHet programma In voor mantelzorg",
)
TEKST: Final = "\n\n".join(_ALINEAS)


def keur_tekst(tekst: str) -> None:
    """ValidationError where the link or the name is not in the text."""
    if LINK not in tekst:
        raise ValidationError(f"De tekst mist {LINK}. Daar komt de link van de deelnemer.")
    if NAAM not in tekst:
        raise ValidationError(f"De tekst mist {NAAM}. Zo weten mensen die een e-mailadres delen, voor wie de mail is.")


def tekst_voor(deelnemer: Deelnemer, tekst: str) -> str:
    """The text with the person's name; the link is filled in when it goes out."""
    return tekst.replace(NAAM, deelnemer.naam or "deelnemer")
