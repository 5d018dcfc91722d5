"""Logging in: e-mail address and password on one form."""

from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from mantelzorg.models import User


class KleineLetters(forms.EmailField):
    """An e-mail address as accounts keep it, so that capitals don't count as another address for the rate limit."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).lower()


class InlogForm(AuthenticationForm):
    """Says the same for an unknown address, a wrong password, a closed account and one past its end date."""

    niet_gelukt = "U bent nog niet ingelogd."
    username = KleineLetters(
        label="E-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    error_messages = {
        "invalid_login": (
            "Inloggen is niet gelukt. Controleer het e-mailadres en het wachtwoord. "
            "Lukt het niet? Misschien heeft u nog geen wachtwoord, of is uw account gesloten of verlopen. "
            "Vraag een nieuw wachtwoord aan, of neem contact op met de functioneel beheerder."
        ),
        "zonder_rol": (
            "Uw account heeft nog geen rol. Daardoor kunt u nog niets zien. "
            "Vraag de functioneel beheerder om u een rol te geven."
        ),
    }

    def confirm_login_allowed(self, user: AbstractBaseUser) -> None:
        """Only who knows the password gets here, so this may say what is wrong."""
        if not isinstance(user, User) or not user.rollen:
            raise ValidationError(self.error_messages["zonder_rol"], code="zonder_rol")
