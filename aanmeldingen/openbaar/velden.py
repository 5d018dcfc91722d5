"""Text fields of public forms. What is too long is refused with a message; `maxlength` would cut off what is pasted."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator

from mantelzorg.velden import regel, tekst

LANGSTE: Final = 5_000
"""Characters of an answer: some two pages."""
EEN_REGEL: Final = "Schrijf dit op één regel."


class Regelveld(forms.CharField):
    """One line: a name, a place. A line break is no typing of people, and would start a header of its own in a mail."""

    def __init__(self, *, max_length: int = 200, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(max_length))

    def to_python(self, value: Any) -> str:
        waarde = super().to_python(value) or ""
        if any(teken in waarde for teken in "\r\n"):
            raise ValidationError(EEN_REGEL)
        return regel(waarde)


class Emailveld(forms.EmailField):
    """An address that a mail can go to, and nothing else: no second line, no name around it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"label": "E-mailadres"} | kwargs)
        del self.widget.attrs["maxlength"]
        self.validators.append(MaxLengthValidator(254))


class Tekstveld(forms.CharField):
    """An answer of some length."""

    widget = forms.Textarea(attrs={"rows": 6})

    def __init__(self, *, max_length: int = LANGSTE, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.validators.append(MaxLengthValidator(max_length))

    def to_python(self, value: Any) -> str:
        return tekst(super().to_python(value) or "")
