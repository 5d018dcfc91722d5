"""Send what waits in the outbox: each message once.

A message is claimed before the mail server is asked. Who is killed in between leaves it claimed; after a while it is
marked as failed with the reason, for the office to decide: nothing that may have arrived is sent again by itself.
Only what the server plainly refused, or where no server answered at all, is tried again.
"""

import datetime
import logging
import smtplib
from email.utils import formataddr
from enum import Enum, auto
from typing import Final

from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.encoding import punycode
from django_tasks import task

from mantelzorg.models import Bericht, Postrem, Poststand
from mantelzorg.models.post import ONZEKER
from mantelzorg.post.bijlagen import voeg_bij
from mantelzorg.post.links import tekst_met_link, weigering

logger = logging.getLogger(__name__)

OPNIEUW_NA: Final = [datetime.timedelta(minutes=minuten) for minuten in (5, 30, 120, 720)]
"""How long until the next try, after each that failed; after the last it is failed."""
STIL_NA: Final = datetime.timedelta(minutes=15)
GEEN_SERVER: Final = "De mailserver nam de mail niet aan."
NIET_TE_MAKEN: Final = "Van dit bericht is geen mail te maken. Kijk naar het adres en de tekst."
GEWEIGERD: Final = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused, smtplib.SMTPNotSupportedError)
"""The server answered, and the answer was no."""


class Uitslag(Enum):
    """What came of one message."""

    VERSTUURD = auto()
    NIET = auto()
    GEEN_SERVER = auto()


@task()
def verstuur_post() -> int:
    """Send all that waits and is due; how many went out. Where no server answers, the rest waits for the next time."""
    _meld_afgebroken()
    wacht = Bericht.objects.filter(stand=Poststand.WACHT, verstuur_na__lte=timezone.now())
    verstuurd = 0
    for pk in list(wacht.order_by("verstuur_na", "pk").values_list("pk", flat=True)):
        uitslag = _verstuur(pk)
        if uitslag is Uitslag.GEEN_SERVER:
            break
        verstuurd += uitslag is Uitslag.VERSTUURD
    return verstuurd


def _meld_afgebroken() -> None:
    grens = timezone.now() - STIL_NA
    stil = Bericht.objects.filter(stand=Poststand.ONDERWEG, onderweg_sinds__lt=grens)
    for pk in list(stil.values_list("pk", flat=True)):
        with transaction.atomic():
            bericht = Bericht.objects.select_for_update().get(pk=pk)
            if bericht.stand == Poststand.ONDERWEG:
                _bewaar(bericht, "versturen afgebroken", stand=Poststand.MISLUKT, uitkomst=ONZEKER)


def _verstuur(pk: int) -> Uitslag:
    bericht = _claim(pk)
    if bericht is None:
        return Uitslag.NIET
    try:
        post = als_mail(bericht)
    except Exception as fout:  # whatever is wrong with one message, the others go out; its text may hold an address
        return _afgewezen(bericht, fout, NIET_TE_MAKEN)
    verbinding = get_connection()
    try:
        verbinding.open()
    except OSError as fout:
        _later(bericht, fout)
        return Uitslag.GEEN_SERVER
    try:
        return _bied_aan(bericht, post, verbinding)
    finally:
        verbinding.close()


def _bied_aan(bericht: Bericht, post: EmailMultiAlternatives, verbinding: BaseEmailBackend) -> Uitslag:
    """Over an open connection: an answer is an answer; where none came, the mail may have arrived."""
    try:
        verbinding.send_messages([post])
    except GEWEIGERD as fout:
        _later(bericht, fout)
        return Uitslag.NIET
    except OSError as fout:
        return _afgewezen(bericht, fout, ONZEKER)
    except Exception as fout:  # Django could make no mail of it, so nothing was sent
        return _afgewezen(bericht, fout, NIET_TE_MAKEN)
    _bewaar(bericht, "verstuurd", stand=Poststand.VERSTUURD, verstuurd_op=timezone.now(), uitkomst="")
    return Uitslag.VERSTUURD


def als_mail(bericht: Bericht) -> EmailMultiAlternatives:
    """The mail as it goes out, with its files.

    A name is quoted and cannot add a header; a domain with accents is written in ASCII.
    """
    plaatselijk, _, domein = bericht.aan.rpartition("@")
    aan = formataddr((bericht.aan_naam, f"{plaatselijk}@{punycode(domein)}"))
    mail = EmailMultiAlternatives(bericht.onderwerp, tekst_met_link(bericht), to=[aan])
    voeg_bij(mail, bericht)
    return mail


@transaction.atomic
def _claim(pk: int) -> Bericht | None:
    """The message, claimed; None where it waits no longer, must not go, or all mail is held."""
    bericht = Bericht.objects.select_for_update().get(pk=pk)
    if bericht.stand != Poststand.WACHT or Postrem.objects.filter(opgeheven_op=None).exists():
        return None
    if reden := weigering(bericht):
        _bewaar(bericht, "niet verstuurd", stand=Poststand.INGETROKKEN, uitkomst=reden)
        return None
    velden = {"stand": Poststand.ONDERWEG, "onderweg_sinds": timezone.now(), "pogingen": bericht.pogingen + 1}
    _bewaar(bericht, "versturen begonnen", **velden)
    return bericht


def _afgewezen(bericht: Bericht, fout: Exception, uitkomst: str) -> Uitslag:
    logger.error("Bericht %s niet verstuurd: %s", bericht.pk, type(fout).__name__)
    _bewaar(bericht, "niet verstuurd", stand=Poststand.MISLUKT, uitkomst=uitkomst)
    return Uitslag.NIET


def _later(bericht: Bericht, fout: Exception) -> None:
    """Try again by itself, and after the last try leave it to the office. The error's text may hold the address."""
    if bericht.pogingen > len(OPNIEUW_NA):
        _afgewezen(bericht, fout, GEEN_SERVER)
        return
    logger.error("Bericht %s niet verstuurd: %s", bericht.pk, type(fout).__name__)
    straks = timezone.now() + OPNIEUW_NA[bericht.pogingen - 1]
    _bewaar(bericht, "niet verstuurd", stand=Poststand.WACHT, verstuur_na=straks, uitkomst=GEEN_SERVER)


def _bewaar(bericht: Bericht, reden: str, **velden: object) -> None:
    for naam, waarde in velden.items():
        setattr(bericht, naam, waarde)
    bericht._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    bericht.save(update_fields=list(velden))
