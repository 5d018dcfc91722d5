"""The file of which one wants to know whether it is genuine."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from mantelzorg.excel import XLSX
from mantelzorg.excel.grenzen import MAX_BESTAND


class EchtheidForm(forms.Form):
    """An Excel file; nothing of it is kept."""

    bestand = forms.FileField(
        label="Excelbestand",
        error_messages={
            "required": "Kies eerst een Excelbestand.",
            "empty": "Dit bestand is leeg. Kies een Excelbestand waar iets in staat.",
        },
        help_text="Een .xlsx-bestand van hoogstens 20 MB. Het wordt niet bewaard.",
        widget=forms.ClearableFileInput(attrs={"accept": f".xlsx,{XLSX}"}),
    )

    def clean_bestand(self) -> "UploadedFile[Any]":
        bestand: UploadedFile[Any] = self.cleaned_data["bestand"]
        if bestand.size is not None and bestand.size > MAX_BESTAND:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB. Een rapport van het product is veel kleiner.")
        return bestand
