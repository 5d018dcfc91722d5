"""Fields of serializers and filters, with what they mean in Dutch."""

import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django_filters import BooleanFilter, DateFilter, NumberFilter
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework.serializers import HyperlinkedIdentityField

from monitor.peildatum import OngeldigePeildatum, lees_peildatum

GROOTSTE_SLEUTEL: Final = 2**63 - 1
_JA_NEE: Final = {"true": True, "false": False}
NUMMER: Final = OpenApiParameter("id", int, "path", description="Het nummer van het record.")
SLUG: Final = OpenApiParameter("slug", str, "path", description="De slug van het record.")


def omschreven(**omschrijvingen: str) -> dict[str, dict[str, Any]]:
    """What `extra_kwargs` of a serializer wants: each field with its description."""
    return {veld: {"help_text": tekst} for veld, tekst in omschrijvingen.items()}


class Adres(HyperlinkedIdentityField):
    """The address of the record itself in the API."""

    def __init__(self, **opties: Any) -> None:
        super().__init__(**({"help_text": "Het adres van dit record in de API."} | opties))


class Dagveld(forms.Field):
    """A day, written as `jjjj-mm-dd` and no other way."""

    def to_python(self, value: Any) -> datetime.date | None:
        if value in self.empty_values:
            return None
        try:
            return lees_peildatum(str(value))
        except OngeldigePeildatum as fout:
            raise ValidationError(str(fout)) from fout


class Dag(DateFilter):  # type: ignore[misc]  # django-filter has no annotations
    """A filter on a day."""

    field_class = Dagveld


class Nummer(NumberFilter):  # type: ignore[misc]  # django-filter has no annotations
    """A filter on the key of a record, or on another whole number up to `hoogste`."""

    field_class = forms.IntegerField

    def __init__(self, *, hoogste: int = GROOTSTE_SLEUTEL, **opties: Any) -> None:
        super().__init__(min_value=1, max_value=hoogste, **opties)
        vorm = {"type": "integer", "minimum": 1, "maximum": hoogste, "description": opties["help_text"]}
        extend_schema_field(vorm)(self)


class JaNeeveld(forms.Field):
    """True or false, written so and no other way."""

    def to_python(self, value: Any) -> bool | None:
        if value in self.empty_values:
            return None
        if value not in _JA_NEE:
            raise ValidationError("is true of false.")
        return _JA_NEE[value]


class JaNee(BooleanFilter):  # type: ignore[misc]  # django-filter has no annotations
    """A filter by yes or no."""

    field_class = JaNeeveld
