"""Writing a version of the conditions and its criteria: rows that are emptied go, a few empty ones stand ready."""

from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator

from aanmeldingen.models import Voorwaarden
from aanmeldingen.oproepen import afdruk
from aanmeldingen.oproepen.acties import Regel
from aanmeldingen.oproepen.deelform import Deelform
from mantelzorg.velden import LENGTE_REGEL, LENGTE_TEKST, regel, tekst

LEGE_RIJEN: Final = 3
MEESTE_CRITERIA: Final = 40


class Tekstveld(forms.CharField):
    """As the model keeps it, so that line ends alone are no change."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return tekst(str(super().to_python(value) or ""))


class Regelveld(forms.CharField):
    """Idem, on one line."""

    def to_python(self, value: Any) -> str:
        return regel(str(super().to_python(value) or ""))


class VersieForm(Deelform):
    """`rijen`: of each criterion its number and its two fields."""

    tekst = Tekstveld(
        label="Voorwaarden",
        required=False,
        validators=[MaxLengthValidator(LENGTE_TEKST)],
        help_text="Waar zegt een organisatie ja tegen als zij zich aanmeldt?",
    )
    reden_versie = Regelveld(
        label="Waarom deze versie?",
        required=False,
        validators=[MaxLengthValidator(LENGTE_REGEL)],
        help_text="Bezoekers lezen dit bij de versies. Bij de eerste versie mag het leeg blijven.",
    )

    def __init__(self, data: Any = None, *, versie: Voorwaarden) -> None:
        gezien = afdruk.versie(versie)
        criteria = list(versie.criteria.all())
        begin: dict[str, Any] = {"tekst": versie.tekst, "reden_versie": versie.reden}
        for nummer, een in enumerate(criteria, start=1):
            begin |= {f"criterium-{nummer}": een.tekst, f"toelichting-{nummer}": een.toelichting}
        super().__init__(data, afdruk=gezien, initial=begin)
        self.fields["tekst"].widget.attrs["rows"] = 12
        self._nummers = range(1, self._hoeveel(len(criteria)) + 1)
        for nummer in self._nummers:
            self._voeg_toe(nummer)

    def _hoeveel(self, bewaard: int) -> int:
        """Rows on the page; a form that comes back has all that were sent."""
        gestuurd = [naam.removeprefix("criterium-") for naam in self.data if naam.startswith("criterium-")]
        hoogste = max((int(een) for een in gestuurd if een.isdecimal() and len(een) < 4), default=0)
        return min(max(bewaard + LEGE_RIJEN, hoogste), MEESTE_CRITERIA)

    def _voeg_toe(self, nummer: int) -> None:
        self.fields[f"criterium-{nummer}"] = Regelveld(
            label=f"Criterium {nummer}", required=False, validators=[MaxLengthValidator(LENGTE_REGEL)]
        )
        self.fields[f"toelichting-{nummer}"] = Tekstveld(
            label=f"Toelichting bij criterium {nummer}",
            required=False,
            validators=[MaxLengthValidator(LENGTE_TEKST)],
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def rijen(self) -> list[tuple[int, forms.BoundField, forms.BoundField]]:
        return [(nummer, self[f"criterium-{nummer}"], self[f"toelichting-{nummer}"]) for nummer in self._nummers]

    @property
    def criteria(self) -> list[Regel]:
        """Those that are filled in, in their order."""
        paren = ((self.cleaned_data[f"criterium-{n}"], self.cleaned_data[f"toelichting-{n}"]) for n in self._nummers)
        return [Regel(tekst=criterium, toelichting=toelichting) for criterium, toelichting in paren if criterium]

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for nummer in self._nummers:
            if schoon.get(f"toelichting-{nummer}") and not schoon.get(f"criterium-{nummer}"):
                self.add_error(f"criterium-{nummer}", "Bij deze toelichting staat geen criterium.")
        return schoon


class TerugtrekForm(forms.Form):
    """Why nobody may read the call any more."""

    reden = Regelveld(
        label="Reden",
        max_length=LENGTE_REGEL,
        help_text="De reden komt in de geschiedenis te staan.",
    )
