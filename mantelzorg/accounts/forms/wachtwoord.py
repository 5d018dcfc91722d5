"""Passwords: asking for a link, setting one with it, changing one's own."""

from django import forms
from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm
from django.core.exceptions import ValidationError

from mantelzorg.accounts.forms.inloggen import KleineLetters
from mantelzorg.accounts.historie import Reden, geef_reden
from mantelzorg.models import User


class VergetenForm(forms.Form):
    """The address to mail a link to."""

    niet_gelukt = "Er is nog geen mail verstuurd."
    email = KleineLetters(
        label="E-mailadres", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "username"})
    )


class InstelForm(SetPasswordForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """A password for who came with a mailed link; saves that field alone, with an entry in the history."""

    reden = Reden.WACHTWOORD_INGESTELD

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password2"].label = "Nieuw wachtwoord, nog een keer"
        self.fields["new_password2"].help_text = ""

    def set_password_and_save(self, user: User, password_field_name: str = "", commit: bool = True) -> User:
        user.set_password(self.cleaned_data[password_field_name])
        geef_reden(user, self.reden)
        if commit:
            user.save(update_fields=["password"])
        return user


class WijzigForm(InstelForm, PasswordChangeForm):
    """Another password for who is logged in and knows the old one."""

    reden = Reden.WACHTWOORD_GEWIJZIGD

    def clean_old_password(self) -> str:
        if not self.user.has_usable_password():
            raise ValidationError(
                "Dit account heeft nog geen eigen wachtwoord. Log uit en vraag een link aan bij ‘Wachtwoord vergeten’.",
                code="geen_wachtwoord",
            )
        return str(super().clean_old_password())
