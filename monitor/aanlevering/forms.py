"""What one fills in about a delivery: who received it, and what was asked and answered."""

import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from mantelzorg.samenloop import VELDNAAM, opgeslagen, vingerafdruk
from monitor.models import Navraag, Overhandiging

if TYPE_CHECKING:  # no subscript at run time
    _Modelformulier = forms.ModelForm[Any]
else:
    _Modelformulier = forms.ModelForm

_DAG = {"type": "date"}


def dagvak() -> forms.DateInput:
    """A day, chosen or typed."""
    return forms.DateInput(attrs=_DAG, format="%Y-%m-%d")


class _Formulier(_Modelformulier):
    """`gezien`: fingerprint of what was shown, empty for what is new; `botsing`: somebody else changed it since."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, instance: Any, vandaag: datetime.date) -> None:
        nieuw = instance.pk is None
        super().__init__(data, instance=instance, initial={"inzending": uuid4()} | ({"op": vandaag} if nieuw else {}))
        if not nieuw:
            del self.fields["inzending"]
        self.vandaag, self.nieuw, self.botsing = vandaag, nieuw, False
        self.gezien = str(self.data.get(VELDNAAM, "")) if self.is_bound else "" if nieuw else afdruk(instance)

    def niet_later(self, veld: str) -> Any:
        """The day filled in; what lies ahead did not happen yet."""
        dag = self.cleaned_data[veld]
        if dag is not None and dag > self.vandaag:
            raise ValidationError("Deze dag ligt na vandaag.")
        return dag


def afdruk(record: Overhandiging | Navraag) -> str:
    """The fingerprint of the record as it is."""
    return vingerafdruk(opgeslagen(record))


class OverhandigingForm(_Formulier):
    """Who received a version, and when."""

    class Meta:
        model = Overhandiging
        fields = ("aan", "op")
        widgets = {"op": dagvak()}

    def clean_op(self) -> datetime.date:
        dag: datetime.date = self.niet_later("op")
        klaar = localdate(self.instance.levering.klaar_op)
        if dag < klaar:
            raise ValidationError(f"Deze versie was pas klaar op {klaar:%d-%m-%Y}.")
        return dag


class NavraagForm(_Formulier):
    """A question, and the answer once it is there."""

    class Meta:
        model = Navraag
        fields = ("van", "op", "vraag", "antwoord", "beantwoord_op")
        widgets = {"op": dagvak(), "beantwoord_op": dagvak()}

    def clean_op(self) -> Any:
        return self.niet_later("op")

    def clean_beantwoord_op(self) -> Any:
        return self.niet_later("beantwoord_op")

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        if (
            "antwoord" in schoon
            and "beantwoord_op" in schoon
            and bool(schoon["antwoord"]) != bool(schoon["beantwoord_op"])
        ):
            leeg = "antwoord" if schoon["beantwoord_op"] else "beantwoord_op"
            self.add_error(leeg, "Vul het antwoord en de dag ervan allebei in, of geen van beide.")
        return schoon
