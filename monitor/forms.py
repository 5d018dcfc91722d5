"""Choosing a programme and a day."""

import datetime
from collections.abc import Sequence

from django import forms

from mantelzorg.models import Programma


class PeildatumForm(forms.Form):
    """The choice stands in the address, so this is read from there; what was typed stays in the field."""

    peildatum = forms.DateField(
        label="Peildatum",
        help_text="Dag-maand-jaar, bijvoorbeeld 30-06-2020",
        input_formats=["%d-%m-%Y", "%Y-%m-%d"],
        error_messages={"invalid": "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."},
        widget=forms.DateInput(format="%d-%m-%Y", attrs={"autocomplete": "off", "size": 12}),
    )

    def clean_peildatum(self) -> datetime.date:
        peildatum: datetime.date = self.cleaned_data["peildatum"]
        self.data = {**self.data, "peildatum": peildatum}  # an ISO date from a link is shown as people write it
        return peildatum


class IndicatorForm(PeildatumForm):
    """Choosing a programme too."""

    def __init__(self, programmas: Sequence[Programma], gekozen: Programma, peildatum: str | datetime.date) -> None:
        keuze = {"programma": gekozen.slug, "peildatum": peildatum}
        super().__init__(keuze, use_required_attribute=False)
        keuzes = [(programma.slug, programma.naam) for programma in programmas]
        self.fields = {"programma": forms.ChoiceField(label="Programma", choices=keuzes), **self.fields}
