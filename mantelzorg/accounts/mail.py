"""The mails with a link to set a password: an invitation, or because somebody asked.

The link itself is made when the mail goes out: who reads the outbox cannot use it, and its three days begin then.
"""

from typing import Final

from django.contrib.auth.tokens import default_token_generator
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.links import LINK

UITNODIGING: Final = "uitnodiging"
WACHTWOORD: Final = "wachtwoord"


def zet_uitnodiging_klaar(user: User, *, door: User) -> Bericht:
    """Put the mail with the first link in the outbox."""
    return _zet_klaar(user, UITNODIGING, door)


def zet_wachtwoordlink_klaar(user: User) -> Bericht:
    """Put a mail for who forgot the password in the outbox."""
    return _zet_klaar(user, WACHTWOORD, None)


def maak_link(bericht: Bericht) -> str:
    """Where its receiver sets a password: works once, and as long as PASSWORD_RESET_TIMEOUT says.

    ValueError: the mail is to nobody with an account.
    """
    user = bericht.ontvanger
    if user is None:
        raise ValueError(bericht.pk)
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    return reverse("wachtwoord-instellen", args=[uid, default_token_generator.make_token(user)])


def weigering(bericht: Bericht) -> str:
    """Why a mail to an account must not go: it is closed, has another address, or needs no invitation any more."""
    user = bericht.ontvanger
    if user is None:
        return ""
    if not user.open_op(vandaag()):
        return "Het account is intussen gesloten."
    if user.email != bericht.aan:
        return "Het e-mailadres van het account is intussen anders."
    if bericht.soort == UITNODIGING and user.has_usable_password():
        return "Het account heeft intussen een wachtwoord."
    return ""


def _zet_klaar(user: User, soort: str, door: User | None) -> Bericht:
    context = {"account": user, "door": door, "link": LINK}
    brief = Brief(
        soort=soort,
        aan=user.email,
        aan_naam=user.naam,
        ontvanger=user,
        onderwerp=render_to_string(f"accounts/mail/{soort}_onderwerp.txt", context),
        tekst=render_to_string(f"accounts/mail/{soort}.txt", context),
        over=user,
    )
    return zet_klaar(brief, door=door)
