"""Advisers named in a file who have no account, and themes not on the list yet: an import makes them."""

from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.models import Thema
from praktijken.uitwisseling.register import NOG_GEEN, Register
from praktijken.uitwisseling.soort import Herkomst
from praktijken.uitwisseling.verslag import Meldingen, Verslag, kort

LANGSTE_EMAIL = 254  # characters


def account_gevraagd(register: Register, blad: str, rij: int, kolom: str, email: str, meldingen: Meldingen) -> None:
    """Note that `email` must have an account: a new one is a warning, what is no address an error (begrippen.md §4)."""
    if ";" in email or len(email) > LANGSTE_EMAIL or not is_email(email):
        tekst = (
            f"'{kort(email)}' kan geen account zijn; toegestaan: één e-mailadres van hoogstens {LANGSTE_EMAIL} tekens"
        )
        meldingen.fout(blad, rij, kolom, tekst)
        return
    if email not in register.accounts:
        register.accounts[email] = NOG_GEEN
        tekst = f"'{kort(email)}' heeft nog geen account; dat wordt gemaakt en werkt pas na een uitnodiging"
        meldingen.let_op(blad, rij, kolom, tekst)


def is_email(tekst: str) -> bool:
    try:
        validate_email(tekst)
    except ValidationError:
        return False
    return True


def noteer_nieuwe(register: Register, verslag: Verslag) -> None:
    """Put in the report which accounts and themes the file asks for that are not there yet."""
    verslag.nieuwe_accounts = [email for email, pk in register.accounts.items() if pk == NOG_GEEN]
    verslag.nieuwe_themas = [naam for naam, pk in register.themas.items() if pk == NOG_GEEN]
    verslag.tellingen |= verslag.zonder_uitkomst().tellingen


def maak(verslag: Verslag, herkomst: Herkomst) -> None:
    """Make what `noteer_nieuwe` noted, as far as nobody else did meanwhile.

    The accounts have the role Adviseur and no password: nobody can log in with them before an invitation.
    """
    rol = Group.objects.get(name=Rol.ADVISEUR)
    for email in verslag.nieuwe_accounts:
        user = User.objects.filter(email=email).first() or User(email=email)
        if user.pk is None:
            user.set_unusable_password()
            _bewaar(user, herkomst)
            user.groups.add(rol)
    for naam in verslag.nieuwe_themas:
        if not Thema.objects.filter(naam=naam).exists():
            _bewaar(Thema(naam=naam), herkomst)


def _bewaar(record: Any, herkomst: Herkomst) -> None:
    record._history_user, record._change_reason = herkomst.gebruiker, herkomst.reden
    record.save()
