"""What is filled in: by the office about a meeting, by anybody who comes."""

import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Q, QuerySet
from django.utils.functional import cached_property

from aanmeldingen.bijeenkomsten.inschrijven import Persoon
from aanmeldingen.bijeenkomsten.plannen import Plan, afdruk
from aanmeldingen.models import Bijeenkomst, Oproep, Sector
from aanmeldingen.openbaar.bescherming import Inzendingveld, OpenbaarFormulier
from aanmeldingen.openbaar.velden import Emailveld, Regelveld, Tekstveld
from mantelzorg.samenloop import VELDNAAM
from praktijken.voortgang.bijlagen import MAX_BIJLAGE, BijlageVeld

MEESTE_PLAATSEN = 5_000
GEEN_NAMEN = "Schrijf geen namen of gezondheid van personen op."


class BijeenkomstForm(forms.Form):
    """A meeting. `gezien`: the fingerprint of what was shown; `afdruk`: of what stands there now."""

    inzending = Inzendingveld(required=False, initial=uuid4)
    datum = forms.DateField(
        label="Datum", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), initial=None
    )
    begin = forms.TimeField(
        label="Begint om", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
    )  # fmt: skip
    eind = forms.TimeField(
        label="Eindigt om", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
    )  # fmt: skip
    plaats = Regelveld(
        label="Plaats", required=False, max_length=500, help_text="Naam en adres van het gebouw. Leeg: alleen online."
    )
    online = forms.URLField(
        label="Adres om online mee te doen",
        required=False,
        assume_scheme="https",
        help_text="Wij mailen dit alleen aan wie een plaats heeft.",
    )
    capaciteit = forms.IntegerField(label="Aantal plaatsen", min_value=1, max_value=MEESTE_PLAATSEN)
    sectoren = forms.ModelMultipleChoiceField(
        label="Voor welke sectoren", queryset=Sector.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    agenda = Tekstveld(label="Programma van de bijeenkomst", required=False)
    meenemen = Tekstveld(
        label="Wat u kunt meenemen",
        required=False,
        help_text="Hulpmiddelen en documenten die men op de bijeenkomst krijgt.",
    )
    stukken_vooraf = forms.BooleanField(
        label="Documenten al vóór de bijeenkomst tonen aan wie zich inschreef", required=False
    )

    def __init__(self, data: Any = None, *, oproep: Oproep, bijeenkomst: Bijeenkomst | None = None) -> None:
        super().__init__(data, initial=_begin(bijeenkomst))
        self.afdruk = afdruk(bijeenkomst) if bijeenkomst else ""
        self.gezien = str(self.data.get(VELDNAAM, "")) if self.is_bound else self.afdruk
        self.fields["online"].validators.append(MaxLengthValidator(500))
        self.fields["sectoren"].queryset = _sectoren(oproep, bijeenkomst)  # type: ignore[attr-defined]  # a choice field

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        begin, eind = schoon.get("begin"), schoon.get("eind")
        if begin and eind and eind <= begin:
            self.add_error("eind", ValidationError("De bijeenkomst eindigt voordat zij begint."))
        if not (schoon.get("plaats") or schoon.get("online") or {"plaats", "online"} & set(self.errors)):
            self.add_error("plaats", ValidationError("Vul een plaats in, of een adres om online mee te doen."))
        return schoon

    @cached_property
    def changed_data(self) -> list[str]:
        """Fields of the meeting alone."""
        return [naam for naam in super().changed_data if naam != "inzending"]

    @property
    def plan(self) -> Plan:
        """What was filled in, of a valid form."""
        schoon = {naam: waarde for naam, waarde in self.cleaned_data.items() if naam != "inzending"}
        return Plan(**schoon | {"sectoren": tuple(schoon["sectoren"].order_by("pk"))})


def _begin(bijeenkomst: Bijeenkomst | None) -> dict[str, Any]:
    if bijeenkomst is None:
        return {}
    plan = Plan.van(bijeenkomst)
    return {naam: getattr(plan, naam) for naam in Plan.__slots__} | {"sectoren": [een.pk for een in plan.sectoren]}


def _sectoren(oproep: Oproep, bijeenkomst: Bijeenkomst | None) -> "QuerySet[Sector]":
    """Those of the call, and those it has already."""
    erbij = Q(pk__in=oproep.oproepsectoren.values("sector"))
    if bijeenkomst is not None:
        erbij |= Q(pk__in=bijeenkomst.sectoren.values("pk"))
    return Sector.objects.filter(erbij)


class RedenForm(forms.Form):
    """Why a meeting is called off: who signed up reads it."""

    reden = Regelveld(label="Reden", max_length=500, help_text="Dit staat in de mail aan wie zich heeft ingeschreven.")


class StukForm(forms.Form):
    """A document to add."""

    inzending = Inzendingveld(required=False, initial=uuid4)
    bestand = BijlageVeld(
        label="Document",
        help_text="PDF, foto, Word, Excel, PowerPoint, OpenDocument of tekst; hoogstens 10 MB.",
        widget=forms.ClearableFileInput(attrs={"data-hoogstens": MAX_BIJLAGE}),
    )


class Zoekform(forms.Form):
    """Whose name or organisation one looks for at the door."""

    zoek = forms.CharField(
        label="Zoek op naam of organisatie",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )


class Deurform(forms.Form):
    """Somebody who walks in without having signed up."""

    inzending = Inzendingveld(required=False, initial=uuid4)
    naam = Regelveld(label="Naam", widget=forms.TextInput(attrs={"autocomplete": "off"}))
    organisatie = Regelveld(label="Organisatie", required=False, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    sector = forms.ModelChoiceField(
        label="Sector", queryset=Sector.objects.none(), required=False, empty_label="Niet bekend"
    )
    email = Emailveld(required=False, label="E-mailadres (mag leeg blijven)")

    def __init__(self, data: Any = None, *, bijeenkomst: Bijeenkomst) -> None:
        super().__init__(data)
        self.fields["sector"].queryset = Sector.objects.all()  # type: ignore[attr-defined]  # a choice field
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    @property
    def persoon(self) -> Persoon:
        """Who it is, of a valid form."""
        return _persoon(self.cleaned_data)


class Inschrijfform(OpenbaarFormulier):
    """Somebody who wants to come."""

    naam = Regelveld(label="Uw naam", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = Emailveld(
        widget=forms.EmailInput(attrs={"autocomplete": "email"}), help_text="Hier mailen wij de bevestiging naartoe."
    )
    organisatie = Regelveld(label="Organisatie", widget=forms.TextInput(attrs={"autocomplete": "organization"}))
    sector = forms.ModelChoiceField(
        label="Sector", queryset=Sector.objects.none(), empty_label="Kies een sector", to_field_name="naam"
    )

    def __init__(self, data: Any = None, *, bijeenkomst: Bijeenkomst, nu: datetime.datetime) -> None:
        super().__init__(data, nu=nu)
        sectoren = bijeenkomst.sectoren.all()
        self.fields["sector"].queryset = sectoren  # type: ignore[attr-defined]  # a choice field

    @property
    def persoon(self) -> Persoon:
        """Who it is, of a valid form."""
        return _persoon(self.cleaned_data)


def _persoon(schoon: dict[str, Any]) -> Persoon:
    return Persoon(
        naam=schoon["naam"], email=schoon["email"], organisatie=schoon["organisatie"], sector=schoon["sector"]
    )
