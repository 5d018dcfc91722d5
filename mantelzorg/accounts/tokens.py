"""Tokens for the API: made by whom they are for, found by their hash, withdrawn, and gone with the account."""

import datetime
import secrets
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mantelzorg.models import Toegangstoken, User
from mantelzorg.persoonlijkelink import afdruk
from mantelzorg.toegang import TOKENRECHTEN, Tokenrecht

VOORVOEGSEL: Final = "ivm_"
"""Tells people, and programs that look for leaked secrets, what it is."""
_GEBRUIK_PER: Final = datetime.timedelta(minutes=10)


class AlGemaakt(Exception):
    """The same form came before: its token was shown then, and never again."""


@transaction.atomic
def maak(
    *, eigenaar: User, naam: str, rechten: Iterable[Tokenrecht], geldig_tot_en_met: datetime.date, inzending: UUID
) -> str:
    """A new token; what is returned is kept nowhere. `inzending`: the form it comes from; AlGemaakt for the second."""
    User.objects.select_for_update().get(pk=eigenaar.pk)
    if Toegangstoken.objects.filter(inzending=inzending).exists():
        raise AlGemaakt
    sleutel = VOORVOEGSEL + secrets.token_urlsafe(32)
    token = Toegangstoken(
        eigenaar=eigenaar,
        naam=naam,
        rechten=" ".join(recht.value for recht in rechten),
        afdruk=afdruk(sleutel),
        geldig_tot_en_met=geldig_tot_en_met,
        inzending=inzending,
    )
    token._change_reason = "gemaakt"  # type: ignore[attr-defined]  # simple_history reads it
    token.save()
    return sleutel


@transaction.atomic
def trek_in(token: Toegangstoken, *, door: User | None, reden: str = "ingetrokken") -> None:
    """From now on it opens nothing; once withdrawn it stays as it is. `door`: None where the product did it."""
    actueel = Toegangstoken.objects.select_for_update().get(pk=token.pk)
    if actueel.ingetrokken_op is not None:
        return
    actueel.ingetrokken_op, actueel.ingetrokken_door = timezone.now(), door
    actueel._change_reason = reden  # type: ignore[attr-defined]  # simple_history reads it
    actueel.save(update_fields=["ingetrokken_op", "ingetrokken_door"])


def trek_alle_in(eigenaar: User) -> None:
    """The account closed, or opens again: nothing that was handed out before works any more."""
    for token in Toegangstoken.objects.filter(eigenaar=eigenaar, ingetrokken_op=None):
        trek_in(token, door=None, reden="ingetrokken, want het account sloot")


def vind(sleutel: str, dag: datetime.date) -> Toegangstoken | None:
    """The token, with its owner limited to what it was made for; None: unknown, over, withdrawn, or an ended account.

    It is found by its hash, so how long that takes tells nothing of the token.
    """
    token = Toegangstoken.objects.geldig_op(dag).select_related("eigenaar").filter(afdruk=afdruk(sleutel)).first()
    if token is None or not token.eigenaar.open_op(dag):
        return None
    token.eigenaar.alleen = frozenset(recht for een in token.voor for recht in TOKENRECHTEN[een][0])
    return token


def noteer_gebruik(token: Toegangstoken, nu: datetime.datetime) -> None:
    """When it was last used, at most every ten minutes: reading must not become writing."""
    if token.laatst_gebruikt_op is not None and token.laatst_gebruikt_op > nu - _GEBRUIK_PER:
        return
    token.laatst_gebruikt_op = nu
    token.skip_history_when_saving = True  # type: ignore[attr-defined]  # simple_history looks whether it is there
    token.save(update_fields=["laatst_gebruikt_op"])


def overzicht(eigenaar: User) -> list[tuple[Toegangstoken, list[str]]]:
    """The tokens of an account, newest first, each with what it may read in words. One query."""
    alle = Toegangstoken.objects.filter(eigenaar=eigenaar).select_related("ingetrokken_door")
    return [(token, [TOKENRECHTEN[recht][1] for recht in token.voor]) for token in alle]
