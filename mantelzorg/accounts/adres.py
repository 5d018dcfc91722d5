"""Another e-mail address for an account: for who changed employer or name. With it one logs in."""

import datetime
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string

from mantelzorg.accounts.acties import beeindig_sessies, wacht_op_beurt
from mantelzorg.accounts.historie import Reden, geef_reden
from mantelzorg.models import User
from mantelzorg.post.klaarzetten import Brief, zet_klaar

ADRES_GEWIJZIGD: Final = "adres gewijzigd"
BEZET: Final = "Er is al een account met dit e-mailadres."
IS_AL_ANDERS: Final = "Het e-mailadres van dit account is intussen anders. Kijk na wat er nu staat."


@transaction.atomic
def wijzig_adres(*, account: int, nieuw: str, gezien: str, door: User, dag: datetime.date) -> bool:
    """Give the account the address; False where it has it already. Who is in is out, and the old address is told.

    `gezien`: the address that `door` had before them. ValidationError, in Dutch, where that is no longer the address
    or somebody else has the new one.
    """
    wacht_op_beurt()
    user = User.objects.get(pk=account)
    if user.email == nieuw:
        return False
    if user.email != gezien:
        raise ValidationError(IS_AL_ANDERS)
    if User.objects.filter(email=nieuw).exists():
        raise ValidationError(BEZET)
    oud, user.email = user.email, nieuw
    user.full_clean(exclude=["password"])
    geef_reden(user, Reden.ADRES)
    user.save(update_fields=["email"])
    beeindig_sessies(user)
    if user.open_op(dag):
        zet_klaar(_brief(user, oud), door=door)
    return True


def _brief(user: User, oud: str) -> Brief:
    """To the old address, without the new one: who reads there may be somebody else by now."""
    return Brief(
        soort=ADRES_GEWIJZIGD,
        aan=oud,
        aan_naam=user.naam,
        onderwerp="Het e-mailadres van uw account is gewijzigd",
        tekst=render_to_string("accounts/mail/adres_gewijzigd.txt", {"account": user}),
        over=user,
    )
