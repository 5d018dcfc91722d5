"""Which two moments to compare, and why something is put back."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from mantelzorg.geschiedenis.waarden import Versie
from mantelzorg.velden import LENGTE_REGEL, regel
from praktijken.geschiedenis.vergelijken import Moment

_DATUM: Final = "Zo stond het aan het einde van die dag."


def _dag(label: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget, help_text=_DATUM)


class MomentenForm(forms.Form):
    """Two days, or two versions by their moment, or one of each."""

    niet_gelukt = "Er is nog niets vergeleken."
    van = _dag("Van dag")
    van_versie = forms.ChoiceField(label="Of van versie", required=False)
    naar = _dag("Tot en met dag")
    naar_versie = forms.ChoiceField(label="Of tot versie", required=False)

    def __init__(self, data: Any, *, versies: Sequence[Versie], labels: dict[int, str]) -> None:
        super().__init__(data)
        self._momenten = {
            str(versie.pk): Moment(tot=versie.history_date, label=labels[versie.pk]) for versie in versies
        }
        keuzes = [("", "Geen"), *((str(versie.pk), labels[versie.pk]) for versie in versies)]
        for naam in ("van_versie", "naar_versie"):
            veld: Any = self.fields[naam]
            veld.choices = keuzes

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for kant in ("van", "naar"):
            if kant in self.errors or f"{kant}_versie" in self.errors:
                continue
            schoon[f"moment_{kant}"] = self._moment(kant, schoon)
        if not self.errors and schoon["moment_van"].tot > schoon["moment_naar"].tot:
            self.add_error("van", "Het eerste moment ligt na het tweede. Draai ze om.")
        return schoon

    def _moment(self, kant: str, schoon: dict[str, Any]) -> Moment | None:
        dag, versie = schoon.get(kant), schoon.get(f"{kant}_versie")
        if bool(dag) == bool(versie):
            self.add_error(kant, ValidationError("Kies een dag of een versie: één van de twee."))
            return None
        return Moment.dag(dag) if dag else self._momenten[str(versie)]


class TerugzettenForm(forms.Form):
    """Why. `gezien`: the fingerprint of the record as the preview showed it; empty for a removed one."""

    gezien = forms.CharField(widget=forms.HiddenInput, required=False)
    reden = forms.CharField(
        label="Reden",
        max_length=LENGTE_REGEL,
        help_text="De reden komt in de geschiedenis te staan. Schrijf geen namen of gezondheid van personen op.",
    )

    def clean_reden(self) -> str:
        reden = regel(str(self.cleaned_data["reden"]))
        if not reden:
            raise ValidationError("Vul in waarom u dit terugzet.")
        return reden
