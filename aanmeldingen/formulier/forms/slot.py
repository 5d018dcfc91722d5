"""What one agrees with, or asks, at the end of the form and beside it."""

import datetime
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from aanmeldingen.openbaar.bescherming import OpenbaarFormulier
from aanmeldingen.openbaar.velden import Emailveld, Regelveld
from mantelzorg.velden import regel

LANGSTE_NUMMER: Final = 6
TERMIJN: Final = 7
LANGSTE: Final = 90
"""Days that access after closing lasts: proposed, and at most."""


class Verstuurform(OpenbaarFormulier):
    """Send in. `versie`: the number of the version of the conditions that was on the page."""

    niet_gelukt = "Uw aanmelding is nog niet verstuurd."
    minstens = False
    akkoord = forms.BooleanField(
        label="Ik ga akkoord met deze voorwaarden, namens mijn organisatie.",
        error_messages={"required": "U kunt versturen als u akkoord gaat met de voorwaarden."},
    )
    versie = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def gezien(self) -> int:
        """The version that was agreed with; 0, which no version has, where the form does not say."""
        versie = self.cleaned_data["versie"]
        return int(versie) if versie.isascii() and versie.isdigit() and len(versie) < LANGSTE_NUMMER else 0


class Knopform(OpenbaarFormulier):
    """A button alone."""

    minstens = False


class Intrekform(OpenbaarFormulier):
    """Withdraw."""

    niet_gelukt = "Uw aanmelding is nog niet ingetrokken."
    minstens = False
    reden = Regelveld(
        label="Waarom trekt u de aanmelding in?",
        required=False,
        max_length=400,
        widget=forms.TextInput(attrs={"data-vrij": True}),
        help_text="U mag dit leeg laten. Schrijf geen namen of gezondheid van personen op.",
    )


class Linkform(OpenbaarFormulier):
    """Ask for the link again."""

    email = Emailveld(
        label="E-mailadres van de eerste contactpersoon",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class Toegangform(forms.Form):
    """The office gives access after closing, to whom it is clear already."""

    reden = forms.CharField(
        label="Waarom mag dit na sluiting?",
        max_length=400,
        help_text="Schrijf geen namen of gezondheid van personen op.",
    )
    geldig_tot = forms.DateField(
        label="Tot en met welke dag?", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, data: Any = None, *, dag: datetime.date, **kwargs: Any) -> None:
        super().__init__(data, initial={"geldig_tot": dag + datetime.timedelta(days=TERMIJN)}, **kwargs)
        self.dag = dag

    def clean_reden(self) -> str:
        return regel(str(self.cleaned_data["reden"]))

    def clean_geldig_tot(self) -> datetime.date:
        tot: datetime.date = self.cleaned_data["geldig_tot"]
        if not self.dag <= tot <= self.dag + datetime.timedelta(days=LANGSTE):
            raise ValidationError(f"Kies een dag vanaf vandaag, binnen {LANGSTE} dagen.")
        return tot


class Laatform(Toegangform):
    """The same, to an address."""

    email = forms.EmailField(label="E-mailadres van wie zich alsnog aanmeldt", max_length=254)
    field_order = ("email",)
