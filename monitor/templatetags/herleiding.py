"""Numbers that lead to the records behind them."""

from django import template
from django.template import Context
from django.utils.html import format_html

from monitor.tabellen import Figuur, Rij, Tabel

register = template.Library()


@register.simple_tag(takes_context=True)
def cijfer(context: Context, waarde: int | None, figuur: str, sleutel: str = "") -> str:
    """The number, as a link to the list behind it where who reads may open that; None is –."""
    if waarde is None:
        return "–"
    herleiding = context.get("herleiding")
    adres = herleiding.adres(figuur, sleutel) if herleiding is not None else ""
    return format_html('<a href="{}">{}</a>', adres, waarde) if adres else str(waarde)


@register.simple_tag(takes_context=True)
def figuurcijfer(context: Context, tabel: Tabel, figuur: Figuur, rij: Rij) -> str:
    """The number of that figure in a row of the table; None is nvt."""
    waarde = rij.waarden[tabel.figuren.index(figuur)]
    return "nvt" if waarde is None else cijfer(context, waarde, f"{tabel.naam}.{figuur.naam}", rij.sleutel)
