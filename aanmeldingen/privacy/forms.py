"""What staff fill in about somebody without an account."""

from typing import Any
from uuid import uuid4

from django import forms

from mantelzorg.velden import LENGTE_REGEL
from praktijken.models import Verzoek
from praktijken.models.avg import GEEN_NAMEN


class AdresForm(forms.Form):
    """Whose data it is about."""

    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        help_text="Het adres waarmee iemand zich aanmeldde, inschreef of belangstelling liet weten.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)


class WisForm(AdresForm):
    """Erasing them: why, and for which request."""

    aanleiding = forms.CharField(
        label="Aanleiding (niet verplicht)",
        required=False,
        max_length=LENGTE_REGEL,
        help_text=f"Bijvoorbeeld het nummer van een zaak. {GEEN_NAMEN}",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    verzoek = forms.ModelChoiceField(
        Verzoek.objects.none(), label="Verzoek (niet verplicht)", required=False, empty_label="Geen verzoek"
    )
    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verzoek: Any = self.fields["verzoek"]
        verzoek.queryset = Verzoek.objects.filter(deelnemer=None).order_by("-pk")
        self.fields["email"].widget = forms.HiddenInput()
