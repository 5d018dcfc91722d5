"""What a participant fills in: plain words, and nothing that is not theirs to see."""

import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from deelnemers.models import Organisatietype
from mantelzorg.velden import LENGTE_REGEL, regel, tekst
from praktijken.models import Deelname, Hoedanigheid

MEESTE_TEKST = 2_000
GEEN_GEZONDHEID = "Schrijf niets over de gezondheid van iemand op, en geen namen van anderen."
HOEDANIGHEDEN = [
    ("beroepskracht", "Ik doe mee voor mijn werk"),
    ("vrijwilliger", "Ik doe mee als vrijwilliger"),
    ("(ex-)mantelzorger", "Ik ben of was mantelzorger"),
    ("bestuur of beleid", "Ik doe mee voor het bestuur of het beleid van een organisatie"),
    ("", "Weet ik niet"),
]
assert {waarde for waarde, _ in HOEDANIGHEDEN} == {"", *Hoedanigheid.values}  # noqa: S101  # a new one needs its words


class Inzending(forms.Form):
    """Every form of the page: its own key, so that sent twice it counts once."""

    niet_gelukt = "Er is nog niets verstuurd."
    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class Toelichting(Inzending):
    """Free text that one may leave empty."""

    toelichting = forms.CharField(
        label="Wilt u er iets bij zeggen? Dat hoeft niet.",
        required=False,
        max_length=MEESTE_TEKST,
        help_text=GEEN_GEZONDHEID,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_toelichting(self) -> str:
        return tekst(str(self.cleaned_data["toelichting"]))


class Verbeterform(Toelichting):
    """What should be held of a participation: all of it, filled with what is held now."""

    organisatie = forms.CharField(
        label="Voor welke organisatie doet u mee?",
        required=False,
        max_length=LENGTE_REGEL,
        help_text="Leeg als u voor uzelf meedoet.",
        widget=forms.TextInput(attrs={"autocomplete": "organization", "list": "organisaties"}),
    )
    organisatietype = forms.ModelChoiceField(
        Organisatietype.objects.all(),
        label="Wat past het best?",
        required=False,
        blank=True,
        empty_label="Weet ik niet",
        widget=forms.RadioSelect,
    )
    hoedanigheid = forms.ChoiceField(
        label="Hoe doet u mee?", required=False, choices=HOEDANIGHEDEN, widget=forms.RadioSelect
    )
    gezien = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    field_order = ("organisatie", "organisatietype", "hoedanigheid", "toelichting")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        soort: Any = self.fields["organisatietype"]
        soort.label_from_instance = _met_omschrijving
        self.fields["toelichting"].label = "Klopt er nog iets anders niet? Bijvoorbeeld uw naam. U mag dit leeg laten."

    def clean_organisatie(self) -> str:
        return regel(str(self.cleaned_data["organisatie"]))


def _met_omschrijving(soort: Organisatietype) -> str:
    return f"{soort.naam}: {soort.omschrijving}" if soort.omschrijving else soort.naam


class Stopform(Toelichting):
    """In which practices the person takes part no more, and until when they did."""

    deelnames = forms.ModelMultipleChoiceField(
        Deelname.objects.none(),
        label="Waaraan doet u niet meer mee?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waaraan u niet meer meedoet."},
    )
    laatste_dag = forms.DateField(
        label="Wat was of is uw laatste dag?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Weet u het niet precies? Kies de dag die het dichtst in de buurt komt.",
    )
    field_order = ("deelnames", "laatste_dag", "toelichting")

    def __init__(self, *args: Any, deelnames: Any, dag: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.dag = dag
        veld: Any = self.fields["deelnames"]
        veld.queryset = deelnames
        veld.label_from_instance = _praktijknaam
        veld.initial = [een.pk for een in deelnames]
        self.fields["laatste_dag"].initial = dag

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        dag = schoon.get("laatste_dag")
        if dag is None:
            return schoon
        if dag > self.dag + datetime.timedelta(days=366):
            self.add_error("laatste_dag", "Kies een dag binnen een jaar.")
        for deelname in schoon.get("deelnames", ()):
            if dag < deelname.vanaf:
                fout = f"U doet mee aan {deelname.praktijk.naam} vanaf {deelname.vanaf:%d-%m-%Y}. Kies een latere dag."
                self.add_error("laatste_dag", ValidationError(fout))
        return schoon


def _praktijknaam(deelname: Deelname) -> str:
    return f"{deelname.praktijk.naam}, vanaf {deelname.vanaf:%d-%m-%Y}"
