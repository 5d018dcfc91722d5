"""Choosing the two sides of a comparison, where the choice stands in the address; deciding about late changes."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms

from aanmeldingen.openbaar.bescherming import Inzendingveld
from aanmeldingen.openbaar.velden import Tekstveld
from mantelzorg.models import Programma
from monitor.indicatoren.soort import Indicatorsoort
from monitor.models import Meting, Staatsoort
from monitor.verschil.keuze import VANDAAG, ZELFDE_DAG, Keuze, naam

BLIJVEND = "U kunt deze tekst daarna niet wijzigen of wissen. Schrijf geen namen of gegevens van personen op."
NU = ((VANDAAG, "De administratie nu, op vandaag"), (ZELFDE_DAG, "De administratie nu, op dezelfde peildatum"))


class VerschilForm(forms.Form):
    """An indicator, a programme and two sides; the figure that was looked at goes along."""

    figuur = forms.CharField(widget=forms.HiddenInput)
    sleutel = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        indicatoren: Sequence[Indicatorsoort],
        programmas: Sequence[Programma],
        metingen: Sequence[Meting],
        keuze: Keuze,
        **begin: str,
    ) -> None:
        begin |= {"van": str(keuze.van.pk), "naar": keuze.naar_code}
        super().__init__(initial=begin, use_required_attribute=False)
        vast = [(str(een.pk), naam(een)) for een in metingen]
        self.fields |= {
            "indicator": forms.ChoiceField(label="Indicator", choices=[(een.code, een.naam) for een in indicatoren]),
            "programma": forms.ChoiceField(label="Programma", choices=[(een.slug, een.naam) for een in programmas]),
            "van": forms.ChoiceField(label="Van", choices=vast),
            "naar": forms.ChoiceField(label="Naar", choices=[*vast, *NU]),
        }


class BesluitForm(forms.Form):
    """What happens about late changes, and why. Sent twice with the same `inzending` it is decided once."""

    niet_gelukt = "Er is nog niets besloten."

    inzending = Inzendingveld(required=False, initial=uuid4)
    besluit = forms.ChoiceField(
        label="Besluit",
        choices=(
            (Staatsoort.BLIJFT, "Laten staan: het cijfer is goed genoeg, of klopt zoals het toen was"),
            (Staatsoort.ERRATUM, "Erratum: het cijfer blijft, met een genummerde verbetering erbij"),
        ),
        widget=forms.RadioSelect,
    )
    reden = Tekstveld(
        label="Reden",
        help_text=f"Voor uzelf en wie metingen mag zien; lezers zien dit niet. {BLIJVEND}",
        widget=forms.Textarea({"rows": 4}),
    )
    openbaar = Tekstveld(
        label="Tekst voor lezers, bij een erratum",
        required=False,
        help_text="Wat er fout was en hoe het wel zit. Staat met nummer en datum bij de gepubliceerde cijfers. Een "
        "cijfer van deze meting schrijft u als {praktijken.opgestart}; de bladzijde Publiceren noemt alle namen. "
        f"{BLIJVEND}",
        widget=forms.Textarea({"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        erratum = schoon.get("besluit") == Staatsoort.ERRATUM
        if erratum and not schoon.get("openbaar"):
            self.add_error("openbaar", "Vul in wat lezers over dit erratum moeten weten.")
        if schoon.get("besluit") == Staatsoort.BLIJFT and schoon.get("openbaar"):
            self.add_error(
                "openbaar", "Alleen een erratum heeft een tekst voor lezers. Kies erratum, of maak dit leeg."
            )
        return schoon
