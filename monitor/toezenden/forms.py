"""When a link is sent, and to whom."""

from typing import Any
from uuid import uuid4

from django import forms

from mantelzorg.klok import vandaag
from monitor.models import Toezending, Toezendmoment
from monitor.toezenden.wie import te_kiezen
from praktijken.blad.forms import Bladformulier

_MOMENT = "%Y-%m-%dT%H:%M"


class Toezendingform(Bladformulier):
    """A new plan carries `inzending`, by which it is made once; one that stands may be changed."""

    sleutel = ("inzending",)

    class Meta:
        model = Toezending
        fields = ["na", "niet_voor", "ontvangers", "inzending"]
        widgets = {
            "na": forms.RadioSelect,
            "niet_voor": forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MOMENT),
            "ontvangers": forms.CheckboxSelectMultiple,
            "inzending": forms.HiddenInput,
        }
        help_texts = {
            "ontvangers": "Alleen wie metingen mag zien. Dat kijken we na als de mail uitgaat, en weer bij het openen.",
        }
        error_messages = {
            "ontvangers": {"required": "Kies ten minste één persoon."},
            "niet_voor": {"invalid": "Vul een dag en een tijd in, of laat dit leeg."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gekozen = self.instance.ontvangers.all() if self.instance.pk else ()
        keuze: Any = self.fields["ontvangers"]
        keuze.queryset = te_kiezen(vandaag(), ook=gekozen)
        if self.instance.pk:
            del self.fields["inzending"]
        else:
            self.initial["inzending"] = uuid4()

    def clean_na(self) -> str:
        na: str = self.cleaned_data["na"]
        meting = self.instance.meting
        if na == Toezendmoment.GEPUBLICEERD and meting is not None and not meting.voor_monitor:
            raise forms.ValidationError("Alleen een meting van de Monitor wordt gepubliceerd.")
        return na
