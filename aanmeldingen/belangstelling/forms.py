"""The form with which somebody states interest, and what staff and advisers fill in about it."""

import datetime
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from aanmeldingen.belangstelling.adviseurs import Kandidaat
from aanmeldingen.models import Contactwijze, Oproep, Sector, Vervolg
from aanmeldingen.models.belangstelling import GEEN_NAMEN
from aanmeldingen.openbaar.bescherming import OpenbaarFormulier
from aanmeldingen.openbaar.velden import Emailveld, Regelveld, Tekstveld


class Belangstellingform(OpenbaarFormulier):
    """Who asks to be called, and what about."""

    sector = forms.ModelChoiceField(
        Sector.objects.none(), label="In welke sector werkt uw organisatie?", widget=forms.RadioSelect,
        empty_label=None, to_field_name="naam",
    )  # fmt: skip
    organisatie = Regelveld(
        label="Naam van de organisatie", widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    plaats = Regelveld(label="Plaats", max_length=100, widget=forms.TextInput(attrs={"autocomplete": "address-level2"}))
    naam = Regelveld(label="Uw naam", widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = Emailveld(label="Uw e-mailadres", widget=forms.EmailInput(attrs={"autocomplete": "email"}))
    telefoon = Regelveld(
        label="Uw telefoonnummer",
        required=False,
        max_length=30,
        help_text="Mag leeg blijven. Met een nummer kan de adviseur u bellen.",
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    vraag = Tekstveld(label="Waar gaat uw belangstelling naar uit?", help_text=GEEN_NAMEN)

    def __init__(self, *args: Any, sectoren: "QuerySet[Sector]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["sector"]
        veld.queryset = sectoren


class Zoekform(forms.Form):
    """What of the list the address asks for."""

    wie = forms.ChoiceField(
        label="Van wie",
        required=False,
        choices=[("", "Alles"), ("niemand", "Nog niet toegewezen"), ("mij", "Van mij")],
    )
    stand = forms.ChoiceField(
        label="Uitkomst",
        required=False,
        choices=[("", "Maakt niet uit"), ("open", "Nog open"), *((een.value, een.value) for een in Vervolg)],
    )
    oproep = forms.ModelChoiceField(
        Oproep.objects.none(), label="Oproep", required=False, empty_label="Alle oproepen", to_field_name="slug"
    )

    def __init__(self, *args: Any, oproepen: "QuerySet[Oproep]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["oproep"]
        veld.queryset = oproepen


class Toewijsform(forms.Form):
    """Whose task it is. `gezien`: whose it was when the page was shown."""

    adviseur = forms.ChoiceField(label="Wie neemt contact op?", widget=forms.RadioSelect)
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, kandidaten: tuple[Kandidaat, ...], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_toewijzen_%s"} | kwargs)
        self._per_sleutel = {str(een.user.pk): een for een in kandidaten}
        veld: Any = self.fields["adviseur"]
        veld.choices = [(sleutel, een.omschrijving) for sleutel, een in self._per_sleutel.items()]

    @property
    def gekozen(self) -> Kandidaat:
        """Of a valid form."""
        return self._per_sleutel[self.cleaned_data["adviseur"]]


def _dag(**attrs: str) -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date", **attrs}, format="%Y-%m-%d")


class Contactform(forms.Form):
    """One attempt to reach them; the report may be empty where nobody was reached."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)
    op = forms.DateField(label="Dag", widget=_dag())
    hoe = forms.ChoiceField(label="Hoe", choices=[("", "Kies"), *((een.value, een.value) for een in Contactwijze)])
    verslag = Tekstveld(label="Verslag", required=False, help_text=GEEN_NAMEN)

    def __init__(self, *args: Any, dag: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"op": dag, "inzending": uuid4()}} | kwargs)
        self._dag = dag

    def clean_inzending(self) -> UUID:
        """A form that came without gets one of its own."""
        return self.cleaned_data["inzending"] or uuid4()

    def clean_op(self) -> datetime.date:
        op: datetime.date = self.cleaned_data["op"]
        if op > self._dag:
            raise ValidationError("Deze dag moet nog komen. Vul de dag in waarop u het probeerde.")
        return op

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        bereikt = schoon.get("hoe") not in ("", None, Contactwijze.NIET_BEREIKT.value)
        if bereikt and not schoon.get("verslag") and "verslag" not in self.errors:
            self.add_error("verslag", "Schrijf kort op wat u afsprak.")
        return schoon


class Uitkomstform(forms.Form):
    """What came of it, where it does not become an application now. `gezien`: the outcome as it was shown."""

    vervolg = forms.ChoiceField(
        label="Uitkomst",
        widget=forms.RadioSelect,
        choices=[(een.value, een.value) for een in (Vervolg.LATER, Vervolg.GEEN)],
    )
    later_op = forms.DateField(
        label="Opnieuw vragen op", required=False, widget=_dag(), help_text="Alleen bij: later nog eens vragen."
    )
    gezien = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, dag: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_uitkomst_%s"} | kwargs)
        self._dag = dag

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        later, op = schoon.get("vervolg") == Vervolg.LATER.value, schoon.get("later_op")
        if later and op is None and "later_op" not in self.errors:
            self.add_error("later_op", "Vul in wanneer u het opnieuw vraagt. Die dag komt het in uw taken.")
        elif later and op is not None and op <= self._dag:
            self.add_error("later_op", "Kies een dag na vandaag.")
        elif not later:
            schoon["later_op"] = None
        return schoon
