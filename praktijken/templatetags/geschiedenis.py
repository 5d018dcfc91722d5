"""Where the history of a record stands."""

from django import template
from django.urls import reverse

from praktijken.geschiedenis.soorten import OP_SLUG

register = template.Library()


@register.simple_tag
def geschiedenis_van(modelnaam: str, pk: str) -> str:
    """The address of the page of history of a record of this model; empty where there is none."""
    heeft_bladzijde = modelnaam in OP_SLUG and str(pk).isdecimal()
    return reverse("praktijken:geschiedenis", args=[modelnaam, pk]) if heeft_bladzijde else ""
