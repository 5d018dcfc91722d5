"""What staff fill in about a round."""

import datetime
from typing import Any
from uuid import uuid4

from django import forms

from aanmeldingen.openbaar.bescherming import Inzendingveld
from aanmeldingen.openbaar.velden import Regelveld, Tekstveld
from mantelzorg.models import Programma

_DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class RondeForm(forms.Form):
    """A new round. KanNiet of the action comes back as an error about the whole."""

    niet_gelukt = "De meetronde is nog niet geopend."
    inzending = Inzendingveld(required=False, initial=uuid4)
    programma = forms.ModelChoiceField(label="Programma", queryset=Programma.objects.none(), empty_label=None)
    aanleiding = Regelveld(
        label="Aanleiding",
        max_length=500,
        help_text="Bijvoorbeeld: Monitor 2020, voortgangsrapportage of een Kamervraag. Adviseurs lezen dit.",
    )
    peildatum = forms.DateField(
        label="Peildatum", widget=_DAG, help_text="De dag waarvoor de cijfers gelden. Bevestigen kan vanaf die dag."
    )
    deadline = forms.DateField(label="Bevestigen tot en met", widget=_DAG)

    def __init__(self, data: Any = None, *, programmas: Any, vandaag: datetime.date) -> None:
        super().__init__(data)
        self.vandaag = vandaag
        self.fields["programma"].queryset = programmas  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        peildatum, deadline = schoon.get("peildatum"), schoon.get("deadline")
        if peildatum and deadline and deadline < peildatum:
            self.add_error("deadline", "De laatste dag om te bevestigen ligt voor de peildatum.")
        elif deadline and deadline < self.vandaag:
            self.add_error("deadline", "Deze dag is al voorbij.")
        return schoon


class RedenForm(forms.Form):
    """Why the office goes on without the confirmation of one practice."""

    niet_gelukt = "De reden is nog niet bewaard."
    inzending = Inzendingveld(required=False, initial=uuid4)
    reden = Tekstveld(
        label="Waarom gaat u zonder bevestiging verder?",
        help_text="Bijvoorbeeld: de adviseur is met verlof. Schrijf geen namen van deelnemers op.",
    )
