"""What a beheerder fills in to give an account another e-mail address."""

from django import forms

from mantelzorg.accounts.forms.inloggen import KleineLetters


class AdresForm(forms.Form):
    """The new address. `gezien`: the one that was shown."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    email = KleineLetters(
        label="Nieuw e-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="Hiermee logt de ander voortaan in. Het oude adres krijgt bericht.",
    )
