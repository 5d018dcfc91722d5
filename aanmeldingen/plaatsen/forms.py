"""What an applicant fills in about places."""

from typing import Final

from django import forms

from aanmeldingen.openbaar.bescherming import OpenbaarFormulier

JA: Final = "ja"
NEE: Final = "nee"


class Antwoordform(OpenbaarFormulier):
    """The answer to an offer: chosen and then sent, so that one slip of a finger gives no place away."""

    minstens = False
    antwoord = forms.ChoiceField(
        label="Wilt u de plaats?",
        choices=[(JA, "Ja, wij willen de plaats"), (NEE, "Nee, geef de plaats aan een andere organisatie")],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies ja of nee."},
    )
