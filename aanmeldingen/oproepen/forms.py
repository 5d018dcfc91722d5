"""What one fills in about a call itself; places and sectors, and the conditions, have forms of their own."""

from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError

from aanmeldingen.models import Oproep
from aanmeldingen.oproepen.velden import Momentveld, Sluitveld
from mantelzorg.models import Programma
from mantelzorg.tekstvak import Tekstvak
from praktijken.blad.forms import Bladformulier

NIET_ALS_NAAM: Final = ("nieuw", "aanmeldingen", "belangstelling", "gesprekken", "besluiten")
"""Names that lead elsewhere under `intake/`."""
_VELDEN: Final[tuple[str, ...]] = (
    "naam",
    "inleiding",
    "opent_op",
    "sluit_op",
    "aanbod_dagen",
    "te_bereiken",
    "vorm_maanden",
    "contact_email",
    "contact_telefoon",
    "klachten",
)


class OproepForm(Bladformulier):
    """Name, text, dates, terms and contact."""

    bij_veld: ClassVar[dict[str, str]] = {
        "oproep_sluit_na_opent": "sluit_op",
        "oproep_aanbod_dagen": "aanbod_dagen",
    }
    opent_op = Momentveld(label="Opent op", help_text="Zonder tijd: aan het begin van de dag.")
    sluit_op = Sluitveld(
        label="Aanmelden kan tot en met",
        help_text="De laatste minuut die meetelt. Zonder tijd: tot en met 23.59 uur.",
    )

    class Meta:
        model = Oproep
        fields: tuple[str, ...] = _VELDEN
        field_classes = {"inleiding": Tekstvak, "klachten": Tekstvak}
        widgets = {"inleiding": forms.Textarea, "klachten": forms.Textarea}
        labels = {"aanbod_dagen": "Antwoordtermijn in dagen", "vorm_maanden": "Duur van een traject in maanden"}

    def clean_vorm_maanden(self) -> int:
        maanden: int = self.cleaned_data["vorm_maanden"]
        if not 1 <= maanden <= 120:
            raise ValidationError("Kies een duur van 1 tot en met 120 maanden.")
        return maanden


class NieuweOproepForm(OproepForm):
    """Also the name in addresses, which stays as it is: people keep the link."""

    sleutel = ("slug",)
    bij_veld: ClassVar[dict[str, str]] = OproepForm.bij_veld

    class Meta(OproepForm.Meta):
        fields = ("slug", *_VELDEN)
        labels = OproepForm.Meta.labels | {"slug": "Korte naam"}

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"]
        if slug in NIET_ALS_NAAM:
            raise ValidationError("Deze korte naam kan niet. Kies een andere.")
        return slug

    def validate_unique(self) -> None:
        super().validate_unique()
        if Oproep.objects.filter(slug=self.instance.slug).exists():
            self.dubbel = True
            self.add_error("slug", "Deze korte naam is al van een andere oproep.")


class ProgrammaForm(forms.Form):
    """Which programme the new call is of."""

    niet_gelukt = "U kunt nog niet verder."
    programma = forms.ModelChoiceField(
        Programma.objects.all(), to_field_name="slug", label="Van welk programma is de oproep?", empty_label="Kies"
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
