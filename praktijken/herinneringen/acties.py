"""What people choose about their reminders: each in turn for one person, and kept in the history."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from mantelzorg.models import User
from praktijken.models import Herinneringsvoorkeur, Uitstel


def voorkeur_van(user: User) -> Herinneringsvoorkeur:
    """What this person chose; unsaved, with every rule on Monday, where they never chose."""
    return Herinneringsvoorkeur.objects.filter(gebruiker=user).first() or Herinneringsvoorkeur(gebruiker=user)


@transaction.atomic
def kies(*, user: User, weekdag: int | None, niet: Iterable[str], reden: str) -> Herinneringsvoorkeur:
    """The day of the weekly mail (None: no mail) and the rules that stay out of it. The same twice is no change."""
    _wacht_op_beurt(user)
    voorkeur = voorkeur_van(user)
    nieuw = (weekdag, sorted(niet))
    if voorkeur.pk and (voorkeur.weekdag, voorkeur.niet) == nieuw:
        return voorkeur
    voorkeur.weekdag, voorkeur.niet = nieuw
    voorkeur._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
    voorkeur.full_clean()
    voorkeur.save()
    return voorkeur


def meld_af(user: User) -> None:
    """No weekly mail any more; what they chose about rules stays."""
    kies(user=user, weekdag=None, niet=voorkeur_van(user).niet, reden="afgemeld met de link in de mail")


@transaction.atomic
def stel_uit(*, user: User, taak: str, tot_en_met: datetime.date) -> None:
    """The task is not shown or mailed up to and including that day."""
    _wacht_op_beurt(user)
    uitstel = Uitstel.objects.filter(gebruiker=user, taak=taak).first() or Uitstel(gebruiker=user, taak=taak)
    if uitstel.pk and uitstel.tot_en_met == tot_en_met:
        return
    uitstel.tot_en_met = tot_en_met
    uitstel._change_reason = "taak uitgesteld"  # type: ignore[attr-defined]  # read by simple-history
    uitstel.full_clean()
    uitstel.save()


@transaction.atomic
def haal_terug(*, user: User, taak: str) -> None:
    """The task is shown again."""
    _wacht_op_beurt(user)
    uitstel = Uitstel.objects.filter(gebruiker=user, taak=taak).first()
    if uitstel is not None:
        uitstel._change_reason = "taak teruggehaald"  # type: ignore[attr-defined]  # read by simple-history
        uitstel.delete()


def _wacht_op_beurt(user: User) -> None:
    User.objects.select_for_update(no_key=True).get(pk=user.pk)
