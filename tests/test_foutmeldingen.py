"""How a page says what is wrong with a form: in one way, with a link to each field."""

import re
from pathlib import Path

from django import forms
from django.conf import settings

SJABLONEN = Path(settings.BASE_DIR) / "templates"
ZOEKFORMULIER = re.compile(r'<form method="get".*?</form>', re.DOTALL)
SAMENVATTING = re.compile(r'{% include "formulieren/fouten.html"[^%]*%}')


class Naamform(forms.Form):
    naam = forms.CharField()


class Mailform(Naamform):
    niet_gelukt = "Er is nog niets verstuurd."


def _begin(form: forms.Form) -> str:
    """The first sentence of what a form says about its errors."""
    return form.render().partition('role="alert">')[2].partition("</p>")[0].strip().removeprefix("<p>")


def test_no_page_prints_errors_without_links_to_the_fields():
    zelf = [pad.name for pad in SJABLONEN.rglob("*.html") if ".non_field_errors }}" in pad.read_text()]

    assert zelf == []


def test_errors_begin_with_what_has_not_happened():
    assert [_begin(soort({})) for soort in (Naamform, Mailform)] == [
        "Er is nog niets bewaard.",
        "Er is nog niets verstuurd.",
    ]


def test_a_form_that_searches_never_speaks_of_keeping():
    zonder = [
        pad.name
        for pad in SJABLONEN.rglob("*.html")
        for formulier in ZOEKFORMULIER.findall(pad.read_text())
        for samenvatting in SAMENVATTING.findall(formulier)
        if "inleiding=" not in samenvatting
    ]

    assert zonder == []
