"""Send what waits in the outbox: each message once.

A message is claimed before the mail server is asked. Who is killed in between leaves it claimed; after a while it is
marked as failed with the reason, for the office to decide: nothing is ever sent twice by itself.
"""

import datetime
import logging
from email.utils import formataddr
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.links import tekst_met_link, weigering

logger = logging.getLogger(__name__)

OPNIEUW_NA: Final = [datetime.timedelta(minutes=minuten) for minuten in (5, 30, 120, 720)]
"""How long until the next try, after each that failed; after the last it is failed."""
STIL_NA: Final = datetime.timedelta(minutes=15)
ONZEKER: Final = "Het versturen is afgebroken. Het is niet zeker of de mail is aangekomen."
GEEN_SERVER: Final = "De mailserver nam de mail niet aan."


@task()
def verstuur_post() -> int:
    """Send all that waits and is due; how many went out."""
    _meld_afgebroken()
    wacht = Bericht.objects.filter(stand=Poststand.WACHT, verstuur_na__lte=timezone.now())
    return sum(_verstuur(pk) for pk in wacht.order_by("verstuur_na", "pk").values_list("pk", flat=True))


def _meld_afgebroken() -> None:
    stil = Bericht.objects.filter(stand=Poststand.ONDERWEG, onderweg_sinds__lt=timezone.now() - STIL_NA)
    for bericht in stil:
        _bewaar(bericht, stand=Poststand.MISLUKT, uitkomst=ONZEKER)


def _verstuur(pk: int) -> bool:
    bericht = _claim(pk)
    if bericht is None:
        return False
    post = EmailMessage(bericht.onderwerp, tekst_met_link(bericht), to=[formataddr((bericht.aan_naam, bericht.aan))])
    try:
        post.send()
    except OSError as fout:  # smtplib's errors are OSErrors; their text holds the address, so it is not logged
        logger.error("Bericht %s niet verstuurd: %s", pk, type(fout).__name__)
        _mislukt(bericht)
        return False
    _bewaar(bericht, stand=Poststand.VERSTUURD, verstuurd_op=timezone.now(), uitkomst="")
    return True


@transaction.atomic
def _claim(pk: int) -> Bericht | None:
    """The message, claimed; None where it waits no longer, or must not go."""
    bericht = Bericht.objects.select_for_update().get(pk=pk)
    if bericht.stand != Poststand.WACHT:
        return None
    if reden := weigering(bericht):
        _bewaar(bericht, stand=Poststand.INGETROKKEN, uitkomst=reden)
        return None
    _bewaar(bericht, stand=Poststand.ONDERWEG, onderweg_sinds=timezone.now(), pogingen=bericht.pogingen + 1)
    return bericht


def _mislukt(bericht: Bericht) -> None:
    if bericht.pogingen > len(OPNIEUW_NA):
        _bewaar(bericht, stand=Poststand.MISLUKT, uitkomst=GEEN_SERVER)
    else:
        straks = timezone.now() + OPNIEUW_NA[bericht.pogingen - 1]
        _bewaar(bericht, stand=Poststand.WACHT, verstuur_na=straks, uitkomst=GEEN_SERVER)


def _bewaar(bericht: Bericht, **velden: object) -> None:
    for naam, waarde in velden.items():
        setattr(bericht, naam, waarde)
    bericht.save(update_fields=list(velden))
