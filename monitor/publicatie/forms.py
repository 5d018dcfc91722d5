"""The texts beside the figures."""

from collections.abc import Sequence
from typing import Any

from django import forms

from aanmeldingen.openbaar.velden import Tekstveld
from mantelzorg.tekstvak import Tekstvak
from mantelzorg.velden import LENGTE_REGEL
from monitor.models import Publicatietekst
from monitor.publicatie.inhoud import TEKSTVELDEN
from monitor.publicatie.nakijken import Bevinding
from praktijken.blad.forms import Bladformulier

OPENBAAR = "Wat hier staat wordt openbaar, en een gepubliceerde versie kan niet meer worden gewist."


class Publicatietekstform(Bladformulier):
    """The threshold and every text."""

    bij_veld = {"publicatietekst_drempel": "drempel"}
    sleutel = ("indicator", "programma")

    class Meta:
        model = Publicatietekst
        fields = ["drempel", *TEKSTVELDEN]
        field_classes = dict.fromkeys(TEKSTVELDEN[1:], Tekstvak)
        help_texts = {
            "drempel": (
                "Aantallen personen kleiner dan dit getal worden afgeschermd. 0: niets afschermen; anders ten minste 3."
            ),
            "beschrijving": OPENBAAR,
            "verdieping": "Een witregel begint een nieuwe alinea.",
            "referenties": "Een per regel.",
            "wijziging": "Alleen nodig als u een volgende versie van hetzelfde jaar publiceert.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in TEKSTVELDEN[1:]:
            self.fields[naam].widget.attrs["rows"] = 8 if naam == "verdieping" else 4


class Getallenform(forms.Form):
    """Numbers that stay as they are, and why."""

    niet_gelukt = "Er is nog niets aanvaard."

    getallen = forms.MultipleChoiceField(
        label="Deze getallen mogen blijven",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "De teksten zijn veranderd terwijl u keek. Kijk de lijst opnieuw na."},
    )
    reden = Tekstveld(
        label="Reden",
        max_length=LENGTE_REGEL,
        help_text="Wat telt het getal wel? De reden blijft bewaard en wordt niet openbaar.",
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, tegen: Sequence[Bevinding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tegen = {een.los.afdruk: een for een in tegen}
        veld: Any = self.fields["getallen"]
        veld.choices = [(afdruk, een.keuze) for afdruk, een in self._tegen.items()]

    @property
    def gekozen(self) -> list[Bevinding]:
        """Those that stay, once it is valid."""
        return [self._tegen[afdruk] for afdruk in self.cleaned_data["getallen"]]


class Publiceerform(forms.Form):
    """Publish what was seen. `gezien`: the seal of the preview."""

    gezien = forms.CharField(widget=forms.HiddenInput)
    inzending = forms.UUIDField(widget=forms.HiddenInput)
    waarom = Tekstveld(
        label="Waarom mogen die aantallen openbaar worden?",
        required=False,
        max_length=LENGTE_REGEL,
        help_text="Blijft bewaard bij de meting en wordt niet openbaar.",
        widget=forms.Textarea({"rows": 3}),
    )
