"""The field of forms for text of more lines."""

from typing import Any

from django import forms

from mantelzorg.velden import tekst


class Tekstvak(forms.CharField):
    """Text in the form in which the model keeps it, so that line ends alone are no change."""

    def to_python(self, value: Any) -> str:
        return tekst(str(super().to_python(value)))
