"""Numbers that lead to the records behind them."""

from django import template
from django.template import Context
from django.utils.html import format_html

register = template.Library()


@register.simple_tag(takes_context=True)
def cijfer(context: Context, waarde: int | None, figuur: str, sleutel: str = "") -> str:
    """The number, as a link to the list behind it where who reads may open that; None is –."""
    if waarde is None:
        return "–"
    herleiding = context.get("herleiding")
    adres = herleiding.adres(figuur, sleutel) if herleiding is not None else ""
    return format_html('<a href="{}">{}</a>', adres, waarde) if adres else str(waarde)
