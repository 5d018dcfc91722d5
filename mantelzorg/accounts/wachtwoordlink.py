"""Who gets a link to set a password, and how often."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mantelzorg.accounts.acties import noteer
from mantelzorg.accounts.historie import Reden
from mantelzorg.accounts.mail import zet_wachtwoordlink_klaar
from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.klok import vandaag
from mantelzorg.models import User

MAILS_PER_UUR = 3


def mail_link_aan(email: str) -> None:
    """Put a mail with a link in the outbox where the address has an open account that was invited; else nothing."""
    with transaction.atomic():
        user = User.objects.select_for_update().filter(email=email).first()
        if user is None or not _mag_link(user) or _genoeg_gemaild(user):
            return
        noteer(user, Reden.LINK_GEVRAAGD)
        zet_wachtwoordlink_klaar(user)


def _mag_link(user: User) -> bool:
    """An account made by an import is nobody's until a beheerder invites its owner (`begrippen.md` §4)."""
    return user.open_op(vandaag()) and (
        user.has_usable_password()
        or user.history.filter(history_change_reason=Reden.UITGENODIGD.value).exists()
        or (settings.DEBUG and user.email in DEMONSTRATIEACCOUNTS)
    )


def _genoeg_gemaild(user: User) -> bool:
    """Whether this address had its mails for now, so that nobody's mailbox is filled by a stranger."""
    uur_geleden = timezone.now() - datetime.timedelta(hours=1)
    redenen = [Reden.LINK_GEVRAAGD.value, Reden.UITGENODIGD.value]
    recent = user.history.filter(history_date__gt=uur_geleden, history_change_reason__in=redenen)
    return bool(recent.count() >= MAILS_PER_UUR)
