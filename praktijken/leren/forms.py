"""The forms of lessons: what was learned, and why one is returned or withdrawn."""

from dataclasses import asdict
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError

from deelnemers.models import Organisatietype
from mantelzorg.models import Programma
from mantelzorg.velden import LENGTE_REGEL, LENGTE_TEKST, regel, tekst
from praktijken.leren.acties import REDEN_NODIG
from praktijken.leren.invoer import Lesinvoer
from praktijken.models import PrangendeVraag, Thema
from praktijken.voortgang.forms import GEEN_NAMEN

_LIJSTEN: Final = ("themas", "prangende_vragen", "organisatietypen")


def _tekstveld(label: str, hulp: str, *, verplicht: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=LENGTE_TEKST,
        help_text=f"{hulp} {GEEN_NAMEN}".strip(),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )


def _keuzes(label: str, rijen: Any, hulp: str = "") -> "forms.ModelMultipleChoiceField[Any]":
    return forms.ModelMultipleChoiceField(
        rijen, label=label, required=False, widget=forms.CheckboxSelectMultiple, help_text=hulp
    )


class LesFormulier(forms.Form):
    """A lesson as one writes it. `programma`: whose questions of carers there are to choose from."""

    titel = forms.CharField(
        label="De les in één zin",
        max_length=LENGTE_REGEL,
        help_text=f"Bijvoorbeeld: bellen werkt beter dan mailen. {GEEN_NAMEN}",
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off", "data-vrij": True}),
    )
    situatie = _tekstveld("Wat deed u, en in welke situatie?", "")
    opbrengst = _tekstveld("Wat kwam eruit?", "Ook als u eerder stopte: dat is een uitkomst als elke andere.")
    advies = _tekstveld("Wat raadt u anderen aan?", "")
    themas = _keuzes("Thema’s", Thema.objects.all())
    prangende_vragen = _keuzes("Prangende vragen", PrangendeVraag.objects.none())
    organisatietypen = _keuzes("Voor welke soorten organisaties?", Organisatietype.objects.all())

    def __init__(self, data: Any = None, *, programma: Programma, begin: Lesinvoer) -> None:
        super().__init__(data, initial=_als_begin(begin), label_suffix="")
        vragen = self.fields["prangende_vragen"]
        assert isinstance(vragen, forms.ModelMultipleChoiceField)  # noqa: S101  # it stands above
        vragen.queryset = programma.prangende_vragen.all()

    @property
    def invoer(self) -> Lesinvoer:
        """What was filled in, of a valid form, in the form in which it is stored."""
        schoon = self.cleaned_data
        return Lesinvoer(
            titel=regel(schoon["titel"]),
            situatie=tekst(schoon["situatie"]),
            opbrengst=tekst(schoon["opbrengst"]),
            advies=tekst(schoon["advies"]),
            **{naam: frozenset(keuze.pk for keuze in schoon[naam]) for naam in _LIJSTEN},
        )

    def clean_titel(self) -> str:
        titel = regel(self.cleaned_data["titel"])
        if not titel:
            raise ValidationError("Vul dit in.")
        return titel


def _als_begin(begin: Lesinvoer) -> dict[str, Any]:
    waarden = asdict(begin)
    return waarden | {naam: sorted(waarden[naam]) for naam in _LIJSTEN}


class RedenFormulier(forms.Form):
    """Why; always asked, for it is kept and shown."""

    reden = _tekstveld("Waarom?", "", verplicht=True)
    reden.error_messages["required"] = REDEN_NODIG

    @property
    def inhoud(self) -> str:
        """What was written, as it is stored."""
        return tekst(self.cleaned_data["reden"])
