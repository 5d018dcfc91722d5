"""The forms of exchanging a programme's records."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile

from mantelzorg.excel import XLSX
from mantelzorg.excel.grenzen import MAX_BESTAND
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Recht


class DownloadForm(forms.Form):
    """Which programme to download; only those the user may exchange."""

    programma = forms.ModelChoiceField(Programma.objects.none(), to_field_name="slug", empty_label=None)

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # Django's own arguments, passed on
        veld = self.fields["programma"]
        if isinstance(veld, forms.ModelChoiceField):
            veld.queryset = Programma.objects.zichtbaar_voor(user, Recht.GEGEVENS_UITWISSELEN)


class UploadForm(forms.Form):
    """An Excel file to import. `inzending` tells this form from the next, so that a double click is one import."""

    inzending = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
    bestand = forms.FileField(
        label="Excelbestand",
        error_messages={
            "required": "Kies eerst een Excelbestand.",
            "empty": "Dit bestand is leeg. Kies een Excelbestand waar iets in staat.",
        },
        help_text="Een .xlsx-bestand van hoogstens 20 MB. U ziet eerst wat er verandert.",
        widget=forms.ClearableFileInput(attrs={"accept": f".xlsx,{XLSX}"}),
    )

    def clean_inzending(self) -> UUID:
        return self.cleaned_data["inzending"] or uuid4()

    def clean_bestand(self) -> "UploadedFile[Any]":
        bestand: UploadedFile[Any] = self.cleaned_data["bestand"]
        if bestand.size is not None and bestand.size > MAX_BESTAND:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB. Splits het of haal opmaak weg.")
        return bestand
