"""What staff fill in about removing personal data, and about requests."""

import datetime
from typing import Any, Final
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma
from mantelzorg.velden import LENGTE_REGEL, LENGTE_TEKST
from praktijken.avg.patroon import maak_patroon
from praktijken.models import Kanaal, Uitkomst, Verzoek, Verzoeksoort
from praktijken.models.avg import GEEN_NAMEN

TE_KORT: Final = "Typ minstens twee tekens."
_MEESTE_TEKENS: Final = 2_000


def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


class _Opdracht(forms.Form):
    """What every removal asks: a key of its own, and why."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    aanleiding = forms.CharField(
        label="Aanleiding (niet verplicht)",
        required=False,
        max_length=LENGTE_REGEL,
        help_text=f"Bijvoorbeeld het nummer van een zaak. {GEEN_NAMEN}",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)


class WisForm(_Opdracht):
    """Erasing a person."""

    teksten = forms.CharField(
        label="Andere namen in verslagen (niet verplicht)",
        required=False,
        max_length=_MEESTE_TEKENS,
        help_text="Zoals mensen deze persoon ook noemen, één per regel. Naam en e-mailadres worden altijd gezocht.",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "data-zonder-controle": ""}),
    )
    verzoek = forms.ModelChoiceField(
        Verzoek.objects.none(), label="Verzoek", required=False, empty_label="Geen verzoek"
    )
    field_order = ("teksten", "aanleiding", "verzoek", "inzending")

    def __init__(self, *args: Any, persoon: Deelnemer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        verzoek: Any = self.fields["verzoek"]
        verzoek.queryset = Verzoek.objects.filter(deelnemer=persoon)

    def clean_teksten(self) -> tuple[str, ...]:
        teksten = _regels(str(self.cleaned_data["teksten"]))
        if any(maak_patroon([tekst]) is None for tekst in teksten):
            raise ValidationError(TE_KORT)
        return teksten


class TekstForm(_Opdracht):
    """Removing a text from notes."""

    tekst = forms.CharField(
        label="Welke tekst moet weg?",
        max_length=_MEESTE_TEKENS,
        help_text="Typ of plak de tekst precies zoals hij er staat. Hoofdletters en spaties maken niet uit.",
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "data-zonder-controle": ""}),
    )
    field_order = ("tekst", "aanleiding", "inzending")

    def clean_tekst(self) -> str:
        tekst = str(self.cleaned_data["tekst"])
        if maak_patroon([tekst]) is None:
            raise ValidationError(TE_KORT)
        return tekst


def _keuzes(soort: Any) -> list[tuple[str, str]]:
    return [("", "Kies"), *((waarde, waarde) for waarde in soort.values)]


def _tekstveld(label: str, *, verplicht: bool = True, regels: int = 2) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=LENGTE_TEKST,
        help_text=GEEN_NAMEN,
        widget=forms.Textarea(attrs={"rows": regels, "dir": "auto"}),
    )


class VerzoekForm(forms.Form):
    """A request that came in. The person goes by number: a name here would be one place more that holds it."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    soort = forms.ChoiceField(label="Wat vraagt de persoon?", choices=_keuzes(Verzoeksoort))
    programma = forms.ModelChoiceField(
        Programma.objects.all(), label="Programma (niet verplicht)", required=False, empty_label="Niet bekend"
    )
    nummer = forms.CharField(
        label="Nummer van de deelnemer (niet verplicht)",
        required=False,
        max_length=LENGTE_REGEL,
        help_text="Leeg als de persoon hier niet bekend is.",
    )
    wie = forms.CharField(
        label="Kenmerk (niet verplicht)",
        required=False,
        max_length=LENGTE_REGEL,
        help_text="Bijvoorbeeld een zaaknummer. Geen naam.",
    )
    ontvangen_op = forms.DateField(
        label="Ontvangen op", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    kanaal = forms.ChoiceField(label="Hoe kwam het binnen?", choices=_keuzes(Kanaal))
    toelichting = _tekstveld("Toelichting (niet verplicht)", verplicht=False)

    def __init__(self, *args: Any, vandaag: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": ""} | kwargs)
        self._vandaag = vandaag

    def clean_ontvangen_op(self) -> datetime.date:
        dag: datetime.date = self.cleaned_data["ontvangen_op"]
        if dag > self._vandaag:
            raise ValidationError("Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag.")
        return dag

    def clean(self) -> dict[str, Any]:
        schoon = self.cleaned_data
        schoon["deelnemer"] = None
        if nummer := schoon.get("nummer"):
            personen = Deelnemer.objects.filter(nummer__iexact=nummer)
            if schoon.get("programma"):
                personen = personen.filter(programma=schoon["programma"])
            gevonden = list(personen[:2])
            if len(gevonden) == 1:
                schoon["deelnemer"] = gevonden[0]
            else:
                self.add_error(
                    "nummer",
                    "Kies ook het programma."
                    if gevonden
                    else "Geen deelnemer heeft dit nummer. Kijk het na, of laat het leeg.",
                )
        return schoon


class StapForm(forms.Form):
    """A step in answering a request."""

    tekst = _tekstveld("Wat is er gedaan?")


class IdentiteitForm(forms.Form):
    """How it is certain who asks."""

    hoe = forms.CharField(
        label="Hoe is vastgesteld wie het vraagt?",
        max_length=LENGTE_REGEL,
        help_text="Bijvoorbeeld: gebeld op het bekende nummer. Bewaar geen kopie van een paspoort.",
    )


class VerlengForm(forms.Form):
    """Two months more."""

    reden = _tekstveld("Waarom is meer tijd nodig?")


class AfhandelForm(forms.Form):
    """What came of the request."""

    uitkomst = forms.ChoiceField(label="Uitkomst", choices=_keuzes(Uitkomst))
    toelichting = _tekstveld("Toelichting (niet verplicht)", verplicht=False)
