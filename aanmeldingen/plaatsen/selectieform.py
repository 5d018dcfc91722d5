"""What is filled in at the selection: who is chosen, in which order the others wait, and who was there."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms

from aanmeldingen.plaatsen.kandidaten import Kandidaat
from mantelzorg.samenloop import vingerafdruk
from mantelzorg.velden import LENGTE_TEKST, tekst

ACHTERAAN = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A candidate with its two fields, and its place in the order by assessment."""

    kandidaat: Kandidaat
    nummer: int
    gekozen: forms.BoundField
    volgorde: forms.BoundField


class KeuzeForm(forms.Form):
    """A box and a number for each candidate."""

    def __init__(self, data: Any = None, *, kandidaten: Sequence[Kandidaat]) -> None:
        super().__init__(data)
        self.kandidaten = kandidaten
        for nummer, een in enumerate(kandidaten, start=1):
            wie = f"aanmelding {een.aanmelding.nummer}"
            self.fields[f"gekozen-{een.aanmelding.pk}"] = forms.BooleanField(label=f"Kies {wie}", required=False)
            self.fields[f"volgorde-{een.aanmelding.pk}"] = forms.IntegerField(
                label=f"Volgorde van {wie}", required=False, min_value=1, max_value=ACHTERAAN - 1, initial=nummer
            )

    def rijen(self) -> Iterator[Rij]:
        """The candidates as the page shows them."""
        for nummer, een in enumerate(self.kandidaten, start=1):
            pk = een.aanmelding.pk
            velden = {"gekozen": self[f"gekozen-{pk}"], "volgorde": self[f"volgorde-{pk}"]}
            yield Rij(kandidaat=een, nummer=nummer, **velden)

    @property
    def gekozen(self) -> list[int]:
        """Keys of the chosen applications, by assessment."""
        return [een.aanmelding.pk for een in self.kandidaten if self.cleaned_data[f"gekozen-{een.aanmelding.pk}"]]

    @property
    def volgorde(self) -> list[int]:
        """Keys of the others, by the number filled in; those without one last, and equal ones by assessment."""
        sleutels = [een.aanmelding.pk for een in self.kandidaten]
        anderen = [pk for pk in sleutels if not self.cleaned_data[f"gekozen-{pk}"]]
        return sorted(anderen, key=lambda pk: self.cleaned_data[f"volgorde-{pk}"] or ACHTERAAN)

    @property
    def afdruk(self) -> str:
        """The fingerprint of the choice and of who could be chosen."""
        return vingerafdruk([("gekozen", str(self.gekozen)), ("volgorde", str(self.volgorde))])


class VerslagForm(forms.Form):
    """What is recorded of the meeting."""

    datum = forms.DateField(
        label="Datum van het overleg", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    aanwezigen = forms.CharField(
        label="Wie waren erbij?",
        help_text="Een naam per regel.",
        max_length=LENGTE_TEKST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    verslag = forms.CharField(
        label="Verslag",
        required=False,
        help_text="Waarom zo, en hoe is gelet op de spreiding over sectoren en provincies?",
        max_length=LENGTE_TEKST,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    inzending = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, dag: datetime.date, getypt: Any = None) -> None:
        begin = {"datum": dag, "inzending": uuid4()}
        eerder = {naam: getypt[naam] for naam in self.base_fields if getypt and naam in getypt}
        super().__init__(data, initial=begin | eerder)
        self.dag = dag

    def clean_datum(self) -> datetime.date:
        datum: datetime.date = self.cleaned_data["datum"]
        if datum > self.dag:
            raise forms.ValidationError("Deze dag ligt in de toekomst. Kies de dag van het overleg.")
        return datum

    def clean_aanwezigen(self) -> str:
        return tekst(str(self.cleaned_data["aanwezigen"]))

    def clean_verslag(self) -> str:
        return tekst(str(self.cleaned_data["verslag"]))

    def clean_inzending(self) -> UUID:
        """A form that came without its key is one of its own."""
        gelezen: UUID | None = self.cleaned_data["inzending"]
        return gelezen or uuid4()
