"""What people fill in about a measurement."""

import datetime
from typing import Any
from uuid import uuid4

from django import forms

from aanmeldingen.openbaar.bescherming import Inzendingveld
from aanmeldingen.openbaar.velden import Regelveld, Tekstveld
from mantelzorg.models import Programma, User
from monitor.indicatoren.register import EERSTE, zichtbare
from monitor.meten.opstellen import Opzet
from monitor.models import Meting, Nvt

GEEN_NAMEN = "Schrijf geen namen of gegevens van deelnemers op."
EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100


class MetingForm(forms.Form):
    """A new measurement. Sent twice with the same `inzending` it is made once."""

    inzending = Inzendingveld(required=False, initial=uuid4)
    indicator = forms.ChoiceField(label="Indicator", initial=EERSTE)
    programma = forms.ModelChoiceField(
        label="Programma", queryset=Programma.objects.none(), to_field_name="slug", empty_label=None
    )
    jaar = forms.IntegerField(
        label="Jaar", min_value=EERSTE_JAAR, max_value=LAATSTE_JAAR, help_text="Het jaar waarnaar de meting heet.",
        widget=forms.NumberInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    peildatum = forms.DateField(
        label="Peildatum",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Ligt deze dag na vandaag? Dan kunt u de meting wel maken, maar pas vaststellen als die dag er is.",
    )
    aanleiding = Regelveld(
        label="Aanleiding",
        max_length=500,
        help_text="Bijvoorbeeld: Monitor 2020, voortgangsrapportage of een Kamervraag. Dit wordt mee vastgesteld en is "
        "daarna niet te wissen: schrijf geen namen van personen op.",
    )
    voor_monitor = forms.BooleanField(
        label="Dit is de meting van de Monitor",
        required=False,
        help_text="Haar waarde is volgend jaar de vorige meting. Elk jaar heeft er één.",
    )
    nvt = forms.ChoiceField(
        label="Heeft de meting een waarde?",
        required=False,
        choices=[("", "Ja: de cijfers zijn de waarde"), *((keuze, f"Nee, nvt: {keuze}") for keuze in Nvt.values)],
        help_text="Is op de peildatum nog niets gestart, dan wordt de meting vanzelf nvt: nog niet gestart.",
    )
    vervangt = forms.ModelChoiceField(
        label="Vervangt",
        queryset=Meting.objects.none(),
        required=False,
        empty_label="Geen andere meting",
        help_text="Een vastgestelde meting van hetzelfde programma en jaar die na het vaststellen niet meer geldt.",
    )
    notitie = Tekstveld(label="Notitie", required=False, help_text=f"Voor wie de meting controleert. {GEEN_NAMEN}")

    def __init__(self, data: Any = None, *, user: User, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        self._keuzes("indicator").choices = [(een.code, een.naam) for een in zichtbare(user)]
        geldend = Meting.objects.zichtbaar_voor(user).geldend().select_related("programma")
        self._keuzes("programma").queryset = Programma.objects.zichtbaar_voor(user)
        self._keuzes("vervangt").queryset = geldend

    def _keuzes(self, naam: str) -> Any:
        return self.fields[naam]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        ander = schoon.get("vervangt")
        if ander and (ander.programma, ander.jaar) != (schoon.get("programma"), schoon.get("jaar")):
            self.add_error("vervangt", "Deze meting is van een ander programma of een ander jaar.")
        elif ander and ander.indicator != schoon.get("indicator"):
            self.add_error("vervangt", "Deze meting is van een andere indicator.")
        return schoon

    @property
    def opzet(self) -> Opzet:
        """What was filled in, of a valid form."""
        return Opzet(**self.cleaned_data)

    def ligt_na(self, dag: datetime.date) -> bool:
        """Whether the peildatum of a valid form has yet to come."""
        peildatum: datetime.date = self.cleaned_data["peildatum"]
        return peildatum > dag


class NotitieForm(forms.Form):
    """A note with a decision: it stands beside the seal."""

    notitie = Tekstveld(label="Notitie", required=False, help_text=GEEN_NAMEN, widget=forms.Textarea({"rows": 3}))


class VervalForm(forms.Form):
    """Why a measurement goes no further."""

    reden = Tekstveld(label="Reden", help_text=GEEN_NAMEN, widget=forms.Textarea({"rows": 3}))
