"""The forms of progress and of comments."""

import datetime
from dataclasses import asdict
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from mantelzorg.velden import LENGTE_TEKST, tekst
from praktijken.models import Besluit, Fase
from praktijken.voortgang.bijlagen import MAX_BIJLAGE, Bestand, BijlageVeld
from praktijken.voortgang.invoer import Invoer

GEEN_NAMEN: Final = "Schrijf geen namen of gezondheid van personen op."
_KIES: Final = ("", "nog geen keuze")
_ACCEPT: Final = ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.odt,.ods,.txt"


def _tekstveld(label: str, *, hulp: str = "", verplicht: bool = False, regels: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=verplicht,
        max_length=LENGTE_TEKST,
        help_text=f"{hulp} {GEEN_NAMEN}".strip(),
        widget=forms.Textarea(attrs={"rows": regels, "dir": "auto"}),
    )


class VoortgangFormulier(forms.Form):
    """How an experiment goes. `vandaag`: the last day it can be about."""

    datum = forms.DateField(
        label="Datum",
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    ronde = forms.IntegerField(label="Ronde", required=False, min_value=1, max_value=999)
    fase = forms.ChoiceField(label="Fase", required=False, choices=[_KIES, *Fase.choices])
    verslag = _tekstveld("Wat is er gebeurd?", verplicht=True, regels=4)
    geleerd = _tekstveld("Wat is er geleerd? (niet verplicht)")
    besluit = forms.ChoiceField(label="Besluit (niet verplicht)", required=False, choices=[_KIES, *Besluit.choices])
    volgende_stap = _tekstveld("Volgende stap (niet verplicht)", regels=2)
    bijlage = BijlageVeld(
        label="Bijlage (niet verplicht)",
        required=False,
        help_text="PDF, foto, Word, Excel, PowerPoint, OpenDocument of platte tekst. Hoogstens 10 MB.",
        widget=forms.FileInput(attrs={"accept": _ACCEPT, "data-hoogstens": MAX_BIJLAGE}),
    )

    def __init__(
        self,
        data: Any = None,
        files: "MultiValueDict[str, UploadedFile[Any]] | None" = None,
        *,
        vandaag: datetime.date,
        begin: Invoer,
    ) -> None:
        super().__init__(data, files, initial=asdict(begin))
        self._vandaag = vandaag
        self.fields["datum"].widget.attrs["max"] = vandaag.isoformat()

    def clean_datum(self) -> datetime.date:
        datum: datetime.date = self.cleaned_data["datum"]
        if datum > self._vandaag:
            raise forms.ValidationError("Deze datum ligt in de toekomst. Kies vandaag of een eerdere dag.")
        return datum

    def clean_bijlage(self) -> Bestand | None:
        if isinstance(self.files, MultiValueDict) and len(self.files.getlist("bijlage")) > 1:
            raise forms.ValidationError("Stuur één bijlage tegelijk. De volgende kan bij een verbetering of later.")
        bijlage: Bestand | None = self.cleaned_data["bijlage"]
        return bijlage

    @property
    def invoer(self) -> Invoer:
        """What was filled in, of a valid form, in the form in which it is stored."""
        schoon = self.cleaned_data
        return Invoer(
            datum=schoon["datum"],
            ronde=schoon["ronde"],
            fase=schoon["fase"],
            verslag=tekst(schoon["verslag"]),
            geleerd=tekst(schoon["geleerd"]),
            besluit=schoon["besluit"],
            volgende_stap=tekst(schoon["volgende_stap"]),
        )


class ReactieFormulier(forms.Form):
    """A comment on an entry."""

    tekst = _tekstveld("Uw reactie", verplicht=True)

    @property
    def inhoud(self) -> str:
        """What was written, as it is stored."""
        return tekst(self.cleaned_data["tekst"])
