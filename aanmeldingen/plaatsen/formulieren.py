"""What the office fills in about places."""

from collections.abc import Sequence
from typing import Any, Final

from django import forms

from aanmeldingen.models import Oproepsector
from aanmeldingen.plaatsen.lezen import Plaatsen
from aanmeldingen.plaatsen.voorbeeld import Wijziging
from mantelzorg.velden import regel

GEEN_NAMEN: Final = "Komt in het plaatsenboek te staan. Schrijf geen namen of gezondheid van personen op."
MEESTE: Final = 10_000
OUDE_RANG: Final = "oude-rang"
ACHTERAAN: Final = "achteraan"
AANBIEDEN: Final = "aanbieden"
JA: Final = "ja"
NEE: Final = "nee"
HANDELINGEN: Final = {
    JA: "De organisatie neemt het aanbod aan",
    NEE: "De organisatie slaat het aanbod af",
    OUDE_RANG: "Terug op de wachtlijst, op de oude plek",
    ACHTERAAN: "Terug op de wachtlijst, achteraan",
    AANBIEDEN: "Een vrije plaats aanbieden",
}


class Redenveld(forms.CharField):
    """Why the office does it."""

    def __init__(self) -> None:
        super().__init__(label="Reden", max_length=400, help_text=GEEN_NAMEN)

    def clean(self, value: Any) -> str:
        return regel(str(super().clean(value)))


class Gezienveld(forms.IntegerField):
    """The last line of the ledger that was on the page. The page writes it, anew each time; 0 where it was lost."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> int:
        return super().clean(value) or 0


class CapaciteitForm(forms.Form):
    """The number of places in all, and under quotas those of each sector that has its own."""

    plaatsen = forms.IntegerField(label="Aantal plaatsen in totaal", min_value=0, max_value=MEESTE)
    reden = Redenveld()
    gezien = Gezienveld()

    def __init__(self, data: Any = None, *, nu: Plaatsen, sectoren: Sequence[Oproepsector]) -> None:
        super().__init__(data, initial={"plaatsen": nu.capaciteit})
        self.sectoren = sectoren
        for kant in sectoren:
            self.fields[f"quotum-{kant.pk}"] = forms.IntegerField(
                label=f"Plaatsen voor {kant.sector}", min_value=0, max_value=MEESTE, initial=kant.quotum
            )
        self.order_fields(["plaatsen", *(f"quotum-{kant.pk}" for kant in sectoren), "reden"])

    @property
    def wijziging(self) -> Wijziging:
        """What was filled in, of a valid form."""
        schoon = self.cleaned_data
        return Wijziging(
            plaatsen=schoon["plaatsen"],
            quota={kant.pk: schoon[f"quotum-{kant.pk}"] for kant in self.sectoren},
            reden=schoon["reden"],
            gezien=schoon["gezien"],
        )


class HandForm(forms.Form):
    """What is done to one place by hand; only what can be done where it stands."""

    handeling = forms.ChoiceField(label="Wat wilt u doen?", widget=forms.RadioSelect)
    reden = Redenveld()
    gezien = Gezienveld()

    def __init__(self, data: Any = None, *, handelingen: Sequence[str]) -> None:
        super().__init__(data)
        self.beperk_tot(handelingen)

    def beperk_tot(self, handelingen: Sequence[str]) -> None:
        """Offer these choices alone."""
        keuze = self.fields["handeling"]
        if isinstance(keuze, forms.ChoiceField):
            keuze.choices = [(naam, HANDELINGEN[naam]) for naam in handelingen]
