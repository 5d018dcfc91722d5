"""What is done to accounts: each at once or not at all, one after the other, and kept in the history.

Whoever changes an account first takes the row of the beheerders' group. So two changes never cross, and there
always is a beheerder left.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from mantelzorg.accounts.historie import Reden, geef_reden
from mantelzorg.accounts.mail import zet_uitnodiging_klaar
from mantelzorg.accounts.toestand import is_open
from mantelzorg.accounts.tokens import trek_alle_in
from mantelzorg.models import User
from mantelzorg.samenloop import vingerafdruk, zelfde
from mantelzorg.toegang import Rol


class LaatsteBeheerder(Exception):
    """Nobody would be left to manage the accounts."""


class IntussenGewijzigd(Exception):
    """Somebody else changed the account after it was shown; `user` is as it is now."""

    def __init__(self, user: User) -> None:
        super().__init__()
        self.user = user


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountgegevens:
    """What a beheerder fills in about an account. `einddatum`: the last day; None: without end."""

    naam: str
    werkgever: str
    einddatum: datetime.date | None
    rollen: frozenset[Rol]

    @classmethod
    def van(cls, user: User) -> "Accountgegevens":
        return cls(naam=user.naam, werkgever=user.werkgever, einddatum=user.einddatum, rollen=user.rollen)

    @property
    def vingerafdruk(self) -> str:
        """Changes when any of the values does."""
        waarden = {
            "naam": self.naam,
            "werkgever": self.werkgever,
            "einddatum": str(self.einddatum),
            "rollen": repr(sorted(self.rollen)),
        }
        return vingerafdruk(waarden.items())


@transaction.atomic
def maak(*, email: str, gegevens: Accountgegevens) -> User:
    """An account without a password, to be invited. IntegrityError where the address has one already."""
    user = User(email=email, naam=gegevens.naam, werkgever=gegevens.werkgever, einddatum=gegevens.einddatum)
    user.set_unusable_password()
    geef_reden(user, Reden.GEMAAKT)
    user.save()
    geef_reden(user, Reden.ROLLEN)
    user.groups.set(_groepen(gegevens.rollen))
    return user


@transaction.atomic
def wijzig(*, account: int, gegevens: Accountgegevens, gezien: str, dag: datetime.date) -> User:
    """Set what the beheerder filled in. `gezien`: the fingerprint of the values they had before them.

    IntussenGewijzigd where those are no longer the values, LaatsteBeheerder where no beheerder would be left.
    """
    wacht_op_beurt()
    user = User.objects.get(pk=account)
    if not zelfde(Accountgegevens.van(user).vingerafdruk, gezien):
        raise IntussenGewijzigd(user)
    if Accountgegevens.van(user) == gegevens:
        return user
    velden = {"naam": gegevens.naam, "werkgever": gegevens.werkgever, "einddatum": gegevens.einddatum}
    _bewaar(user, Reden.GEWIJZIGD, dag, rollen=gegevens.rollen, **velden)
    return user


@transaction.atomic
def sluit(*, account: int, dag: datetime.date) -> User:
    """Nobody gets in with this account any more, and who is in is out. LaatsteBeheerder as with `wijzig`."""
    wacht_op_beurt()
    user = User.objects.get(pk=account)
    if user.is_active:
        _bewaar(user, Reden.GESLOTEN, dag, is_active=False)
    return user


@transaction.atomic
def heropen(*, account: int, dag: datetime.date) -> User:
    """The account can be used again; an end date that has passed is emptied."""
    wacht_op_beurt()
    user = User.objects.get(pk=account)
    if not user.open_op(dag):
        voorbij = user.einddatum is not None and user.einddatum < dag
        _bewaar(user, Reden.HEROPEND, dag, is_active=True, einddatum=None if voorbij else user.einddatum)
    return user


@transaction.atomic
def noteer(user: User, reden: Reden) -> None:
    """An entry in the history that changes no field: a mail sent."""
    actueel = User.objects.select_for_update().get(pk=user.pk)
    geef_reden(actueel, reden)
    actueel.save(update_fields=["date_joined"])


@transaction.atomic
def nodig_uit(user: User, *, door: User) -> None:
    """Put the mail with the first link in the outbox, and say so in the history."""
    noteer(user, Reden.UITGENODIGD)
    zet_uitnodiging_klaar(user, door=door)


def _bewaar(
    user: User, reden: Reden, dag: datetime.date, *, rollen: frozenset[Rol] | None = None, **velden: Any
) -> None:
    """Save the fields and the roles as one entry of the history."""
    had_beheerder, was_open = _er_is_een_beheerder(dag), user.open_op(dag)
    if rollen is not None:
        _geef_rollen(user, rollen)
    for naam, waarde in velden.items():
        setattr(user, naam, waarde)
    geef_reden(user, reden)
    user.save(update_fields=list(velden))
    if had_beheerder and not _er_is_een_beheerder(dag):
        raise LaatsteBeheerder
    if not user.open_op(dag):
        beeindig_sessies(user)
    if not (was_open and user.open_op(dag)):
        trek_alle_in(user)


def _geef_rollen(user: Any, rollen: frozenset[Rol]) -> None:
    """Without an entry in the history of its own: the save that follows makes one, roles and all."""
    user.skip_history_when_saving = True
    user.groups.set(_groepen(rollen))
    del user.skip_history_when_saving


def beeindig_sessies(user: User) -> None:
    """Log this person out everywhere, so that an account that is opened again needs a new log-in."""
    for sessie in Session.objects.filter(expire_date__gt=timezone.now()):
        if sessie.get_decoded().get(SESSION_KEY) == str(user.pk):
            sessie.delete()


def wacht_op_beurt() -> None:
    """Whoever changes an account waits for who is doing so now."""
    Group.objects.select_for_update().get(name=Rol.BEHEERDER.value)


def _groepen(rollen: frozenset[Rol]) -> list[Group]:
    return list(Group.objects.filter(name__in=[rol.value for rol in rollen]))


def _er_is_een_beheerder(dag: datetime.date) -> bool:
    return User.objects.filter(is_open(dag), groups__name=Rol.BEHEERDER.value).exists()
