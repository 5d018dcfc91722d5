"""What a beheerder fills in about accounts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from mantelzorg.accounts.acties import Accountgegevens
from mantelzorg.accounts.forms.inloggen import KleineLetters
from mantelzorg.accounts.toestand import Toestand
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from mantelzorg.velden import LENGTE_REGEL, regel

ROLLEN = [(rol.value, rol.value) for rol in Rol]


class Tekstregel(forms.CharField):
    """One line, in the form in which the model keeps it."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(max_length=LENGTE_REGEL, **opties)

    def to_python(self, value: Any) -> str:
        return regel(str(super().to_python(value)))


class AccountForm(forms.Form):
    """The details of an account that exists."""

    naam = Tekstregel(label="Naam", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    werkgever = Tekstregel(label="Werkgever", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    rollen = forms.MultipleChoiceField(
        label="Rollen",
        choices=ROLLEN,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Zonder rol kan iemand niet inloggen.",
    )
    einddatum = forms.DateField(
        label="Einddatum",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="De laatste dag waarop dit account kan inloggen. Leeg: zonder einde.",
    )

    @property
    def gegevens(self) -> Accountgegevens:
        """What was filled in, when valid."""
        schoon = self.cleaned_data
        return Accountgegevens(
            naam=schoon["naam"],
            werkgever=schoon["werkgever"],
            einddatum=schoon["einddatum"],
            rollen=frozenset(Rol(rol) for rol in schoon["rollen"]),
        )


class WijzigAccountForm(AccountForm):
    """The same, with the fingerprint of what was shown."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    @classmethod
    def van(cls, user: User) -> "WijzigAccountForm":
        """The form with the account as it is now."""
        return cls(initial=waarden(user))


def waarden(user: User) -> dict[str, Any]:
    """The values of the form for this account."""
    gegevens = Accountgegevens.van(user)
    return {
        "naam": gegevens.naam,
        "werkgever": gegevens.werkgever,
        "einddatum": gegevens.einddatum,
        "rollen": [rol.value for rol in Rol if rol in gegevens.rollen],
        "gezien": gegevens.vingerafdruk,
    }


class UitnodigForm(AccountForm):
    """A new account."""

    niet_gelukt = "Er is nog niemand uitgenodigd."
    email = KleineLetters(label="E-mailadres", max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    field_order = ["email", "naam", "werkgever", "rollen", "einddatum"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].required = True
        self.fields["rollen"].required = True
        self.fields["rollen"].help_text = ""

    def clean_email(self) -> str:
        email = str(self.cleaned_data["email"])
        if ";" in email:
            raise ValidationError("Een e-mailadres met een puntkomma kan niet.")
        if User.objects.filter(email=email).exists():
            raise ValidationError(BESTAAT_AL, code="bestaat_al")
        return email

    def clean_einddatum(self) -> Any:
        einddatum = self.cleaned_data["einddatum"]
        if einddatum is not None and einddatum < vandaag():
            raise ValidationError("Deze einddatum is al voorbij. Kies vandaag of een latere dag.")
        return einddatum


BESTAAT_AL = (
    "Er is al een account met dit e-mailadres. Zoek het op in de lijst; u kunt het daar wijzigen of uitnodigen."
)


class ZoekForm(forms.Form):
    """Which accounts the list shows."""

    zoek = forms.CharField(
        label="Naam, e-mailadres of werkgever",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    rol = forms.ChoiceField(label="Rol", required=False, choices=[("", "Alle rollen"), *ROLLEN, ("geen", "Zonder rol")])
    toestand = forms.ChoiceField(
        label="Status", required=False, choices=[("", "Alle"), *((t.value, t.value.capitalize()) for t in Toestand)]
    )
    pagina = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
