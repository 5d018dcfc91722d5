"""The mails with a link to set a password: an invitation, or because somebody asked."""

import datetime
import logging

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from mantelzorg.models import User

logger = logging.getLogger(__name__)


def wachtwoordlink(request: HttpRequest, user: User) -> str:
    """The address where this person sets a password: works once, and as long as PASSWORD_RESET_TIMEOUT says."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    return request.build_absolute_uri(reverse("wachtwoord-instellen", args=[uid, token]))


def mail_uitnodiging(request: HttpRequest, user: User) -> bool:
    """Mail the first link; False when the mail server does not take it."""
    return _verstuur(request, user, "uitnodiging")


def mail_wachtwoordlink(request: HttpRequest, user: User) -> bool:
    """Mail a link to who forgot the password; False when the mail server does not take it."""
    return _verstuur(request, user, "wachtwoord")


def _verstuur(request: HttpRequest, user: User, soort: str) -> bool:
    tot = timezone.localtime() + datetime.timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    context = {"account": user, "door": request.user, "link": wachtwoordlink(request, user), "tot": tot}
    onderwerp = render_to_string(f"accounts/mail/{soort}_onderwerp.txt", context)
    tekst = render_to_string(f"accounts/mail/{soort}.txt", context)
    bericht = EmailMessage(" ".join(onderwerp.split()), tekst, to=[user.email])
    try:
        return bericht.send() == 1
    except OSError as fout:  # smtplib's errors are OSErrors; their text holds the address, so it is not logged
        logger.error("Mail voor account %s niet verstuurd: %s", user.pk, type(fout).__name__)
        return False
