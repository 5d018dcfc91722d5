"""Step 1, and the form that begins an application: which organisation applies."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from aanmeldingen.formulier.forms.basis import Stapform
from aanmeldingen.openbaar.bescherming import OpenbaarFormulier
from aanmeldingen.openbaar.velden import Emailveld, Regelveld

NIET_ALLEBEI = "Vul het KvK-nummer in, of waarom u het niet heeft. Niet allebei."


class Kvkveld(forms.CharField):
    """Eight digits; spaces and dots between them do not matter."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs = {"label": "KvK-nummer", "help_text": "8 cijfers. Bijvoorbeeld 12345678."} | kwargs
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric"}), **kwargs)

    def to_python(self, value: Any) -> str:
        return "".join(str(super().to_python(value)).replace(".", " ").split())

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not (value.isascii() and value.isdigit() and len(value) == 8):  # as the Chamber has it
            raise ValidationError("Een KvK-nummer heeft 8 cijfers. Kijk het na.")


class MetOrganisatie(forms.Form):
    """The organisation and its number."""

    organisatie = Regelveld(
        label="Naam van de organisatie", widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    kvk = Kvkveld(required=False)
    geen_kvk = Regelveld(
        label="Heeft u geen KvK-nummer? Schrijf op waarom.",
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"data-vrij": True}),
        help_text="Schrijf geen namen of gezondheid van personen op.",
    )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if schoon.get("kvk") and schoon.get("geen_kvk"):
            self.add_error("geen_kvk", NIET_ALLEBEI)
        return schoon


class Beginform(MetOrganisatie, OpenbaarFormulier):
    """Begin: the organisation, and who fills in the form."""

    naam = Regelveld(label="Uw naam", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = Emailveld(
        label="Uw e-mailadres",
        help_text="Wij mailen u een link. Daarmee gaat u later verder.",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    field_order = ("organisatie", "kvk", "geen_kvk", "naam", "email")


class Organisatieform(MetOrganisatie, Stapform):
    """The organisation, of an application that was begun."""

    VELDEN = ("organisatie", "kvk", "geen_kvk")

    def begin(self) -> dict[str, Any]:
        return {naam: getattr(self.dossier.aanmelding, naam) for naam in self.VELDEN}

    def clean(self) -> dict[str, Any]:
        schoon = super().clean()
        if self.streng and not schoon.get("kvk") and not schoon.get("geen_kvk") and "kvk" not in self.errors:
            self.add_error("kvk", "Vul het KvK-nummer in, of hieronder waarom u het niet heeft.")
        return schoon

    def bewaar(self, reden: str) -> None:
        aanmelding = self.dossier.aanmelding
        for naam in self.VELDEN:
            setattr(aanmelding, naam, self.cleaned_data[naam])
        aanmelding._change_reason = reden  # type: ignore[attr-defined]  # read by simple-history
        aanmelding.save(update_fields=self.VELDEN)
