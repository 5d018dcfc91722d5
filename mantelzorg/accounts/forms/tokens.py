"""What one fills in to make a token."""

import datetime
from typing import Any, Final
from uuid import uuid4

from django import forms

from mantelzorg.accounts.forms.beheer import Tekstregel
from mantelzorg.toegang import TOKENRECHTEN, Tokenrecht

TERMIJNEN: Final = {"30": "30 dagen", "90": "90 dagen", "365": "1 jaar"}
"""In days."""


class TokenForm(forms.Form):
    """A name, what it may read, and how long; `inzending` tells a form that is sent twice."""

    naam = Tekstregel(
        label="Waarvoor gebruikt u het?",
        help_text="Bijvoorbeeld: het dashboard van de afdeling. Zo weet u later welk token u kunt intrekken.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    rechten = forms.MultipleChoiceField(
        label="Wat mag het lezen?",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nooit meer dan u zelf mag zien, en nooit namen van deelnemers.",
    )
    termijn = forms.ChoiceField(label="Hoelang is het geldig?", choices=list(TERMIJNEN.items()), initial="90")
    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, rechten: list[Tokenrecht], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["rechten"]
        veld.choices = [(recht.value, TOKENRECHTEN[recht][1]) for recht in rechten]

    @property
    def gekozen(self) -> list[Tokenrecht]:
        """What was ticked, when valid."""
        return [Tokenrecht(recht) for recht in self.cleaned_data["rechten"]]

    def laatste_dag(self, vandaag: datetime.date) -> datetime.date:
        """The last day the token is valid, when valid."""
        return vandaag + datetime.timedelta(days=int(self.cleaned_data["termijn"]))
