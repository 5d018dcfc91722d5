"""The messages of Django that the product words itself: read before those of the packages, and compiled as written."""

import gettext
import re
from pathlib import Path

import pytest
from django import forms
from django.core.exceptions import ValidationError

import mantelzorg

MAP = Path(mantelzorg.__file__).parent / "locale" / "nl" / "LC_MESSAGES"
GESCHREVEN = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', (MAP / "django.po").read_text("utf-8"), re.MULTILINE))


def test_what_is_compiled_is_what_is_written() -> None:
    with (MAP / "django.mo").open("rb") as bestand:
        gelezen = gettext.GNUTranslations(bestand)

    assert {bron: gelezen.gettext(bron) for bron in GESCHREVEN} == GESCHREVEN
    assert len(GESCHREVEN) == 14


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        (forms.CharField(), "", "Vul dit in."),
        (forms.BooleanField(), False, "Vul dit in."),
        (forms.DateField(), "31-02-2020", "Dit is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 30-06-2020."),
        (forms.EmailField(), "geen adres", "Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.nl."),
        (forms.IntegerField(), "drie", "Dit is geen heel getal. Schrijf alleen cijfers, bijvoorbeeld 3."),
        (forms.IntegerField(min_value=3), "2", "Dit getal is te laag. Vul ten minste 3 in."),
        (forms.IntegerField(max_value=9), "10", "Dit getal is te hoog. Vul hoogstens 9 in."),
        (forms.CharField(max_length=1), "ab", "Hier past hoogstens 1 teken. Nu zijn het er 2. Maak het korter."),
        (forms.CharField(max_length=2), "a\nbc", "Hier passen hoogstens 2 tekens. Nu zijn het er 4. Maak het korter."),
        (forms.ChoiceField(choices=[("a", "A")]), "b", "b staat niet in de lijst. Kies iets uit de lijst."),
    ],
    ids=["verplicht", "vinkje", "datum", "e-mail", "getal", "te laag", "te hoog", "teken", "tekens", "keuze"],
)
def test_a_form_says_what_to_do_next(veld: forms.Field, waarde: object, melding: str) -> None:
    with pytest.raises(ValidationError) as fout:
        veld.clean(waarde)

    assert fout.value.messages == [melding]
