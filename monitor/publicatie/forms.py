"""The texts beside the figures."""

from typing import Any

from django import forms

from mantelzorg.tekstvak import Tekstvak
from monitor.models import Publicatietekst
from monitor.publicatie.inhoud import TEKSTVELDEN
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


class Publiceerform(forms.Form):
    """Publish what was seen. `gezien`: the seal of the preview."""

    gezien = forms.CharField(widget=forms.HiddenInput)
    inzending = forms.UUIDField(widget=forms.HiddenInput)
