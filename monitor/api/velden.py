"""Fields of serializers and filters, with what they mean in Dutch."""

import datetime
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django_filters import DateFilter, NumberFilter
from drf_spectacular.utils import OpenApiParameter, extend_schema_field
from rest_framework.serializers import HyperlinkedIdentityField

from monitor.peildatum import OngeldigePeildatum, lees_peildatum

GROOTSTE_SLEUTEL: Final = 2**63 - 1
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
    """A filter on the key of a record."""

    field_class = forms.IntegerField

    def __init__(self, **opties: Any) -> None:
        super().__init__(min_value=1, max_value=GROOTSTE_SLEUTEL, **opties)
        vorm = {"type": "integer", "minimum": 1, "maximum": GROOTSTE_SLEUTEL, "description": opties["help_text"]}
        extend_schema_field(vorm)(self)
