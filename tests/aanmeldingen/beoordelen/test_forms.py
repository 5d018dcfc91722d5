"""The forms of the assessment, as people read them."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_verdicts_are_spelled_as_dutch_is(mensen, een, als):
    pagina = als(mensen.mo).get(reverse("aanmeldingen:aanmelding-oordelen", args=[een.pk]))

    veld = pagina.context["deel"].form[f"oordeel-{een.voorwaarden.criteria.first().pk}"]
    assert [keuze.choice_label for keuze in veld] == ["Nog geen oordeel", "Voldaan", "Niet voldaan", "Ontheven"]
