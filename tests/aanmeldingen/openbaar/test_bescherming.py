"""The form that keeps robots out: what it refuses, and that nothing typed is lost when it does."""

import datetime
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict
from django.utils.http import urlencode

from aanmeldingen.openbaar.bescherming import (
    IN_DE_VAL,
    ONBEKEND_MOMENT,
    TE_SNEL,
    VREEMDE_TEKENS,
    OpenbaarFormulier,
    onderteken,
)
from aanmeldingen.openbaar.velden import EEN_REGEL, Emailveld, Regelveld, Tekstveld
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.openbaar.velden import eerlijk, velden_van

NU = moment("2014-06-30 23:50")
SECONDE = datetime.timedelta(seconds=1)


class Vraagformulier(OpenbaarFormulier):
    naam = Regelveld(label="Naam")
    email = Emailveld()
    vraag = Tekstveld(label="Vraag", max_length=5_000)


INGEVULD = {"naam": "Carla", "email": "carla@zorg.example", "vraag": "Mag dat?"}


def verstuurd(nu=NU, **velden) -> Vraagformulier:
    return Vraagformulier(QueryDict(urlencode(eerlijk(NU) | INGEVULD | velden)), nu=nu)


def test_a_form_filled_in_by_a_person_passes():
    sleutel = uuid4()

    form = verstuurd(inzending=str(sleutel))

    assert form.is_valid()
    assert form.cleaned_data | {"getoond": None} == {
        **INGEVULD, "inzending": sleutel, "getoond": None, "website": "",
    }  # fmt: skip


def test_who_is_too_fast_waits_and_sends_the_same_form_again():
    getoond = onderteken(NU)

    te_snel = verstuurd(NU + 2 * SECONDE, getoond=getoond)
    opnieuw = verstuurd(NU + 3 * SECONDE, **velden_van(str(te_snel)))

    assert te_snel.errors == {"__all__": [TE_SNEL]}
    assert velden_van(str(te_snel)) == te_snel.data.dict() | {"getoond": getoond, **INGEVULD}
    assert opnieuw.is_valid()
    assert opnieuw.cleaned_data["inzending"] == UUID(te_snel.data["inzending"])


def test_a_form_that_lay_open_for_two_days_is_taken():
    assert verstuurd(NU + datetime.timedelta(days=2)).is_valid()


@pytest.mark.parametrize("getoond", ["", "1404165000", "1404165000:vals", "x" * 100_000])
def test_a_moment_that_is_not_ours_is_refused_once(getoond):
    geweigerd = verstuurd(getoond=getoond)
    opnieuw = verstuurd(NU + 3 * SECONDE, **velden_van(str(geweigerd)))

    assert geweigerd.errors == {"__all__": [ONBEKEND_MOMENT]}
    assert opnieuw.is_valid()


def test_the_trap_refuses_says_so_and_comes_back_empty():
    geweigerd = verstuurd(website="https://spam.example")
    opnieuw = verstuurd(**velden_van(str(geweigerd)))

    assert geweigerd.errors == {"__all__": [IN_DE_VAL]}
    assert "spam.example" not in str(geweigerd)
    assert velden_van(str(geweigerd)) == eerlijk(NU, inzending=UUID(geweigerd.data["inzending"]), **INGEVULD)
    assert opnieuw.is_valid()


def test_the_trap_is_no_part_of_the_page_for_people():
    html = str(Vraagformulier(nu=NU))

    assert '<div class="val" aria-hidden="true">' in html
    assert '<input type="text" name="website" tabindex="-1" autocomplete="off" id="id_website">' in html


def test_a_null_character_is_taken_out_and_the_form_asks_to_look_again():
    geweigerd = verstuurd(naam="Car\0la", vraag="Mag\0 dat?")
    opnieuw = verstuurd(**velden_van(str(geweigerd)))

    assert geweigerd.errors == {"__all__": [VREEMDE_TEKENS]}
    assert opnieuw.is_valid()
    assert opnieuw.cleaned_data["naam"] == "Carla"


def test_a_text_of_a_hundred_thousand_characters_is_refused_and_stays():
    lang = "Waarom? " * 12_500

    form = verstuurd(vraag=lang)

    assert form.errors == {
        "vraag": [f"Hier passen hoogstens 5000 tekens. Nu zijn het er {100_000 - 1}. Maak het korter."]
    }  # the space at its end is not counted
    assert velden_van(str(form))["vraag"].strip() == lang.strip()
    assert "maxlength" not in str(form)


@pytest.mark.parametrize(
    "email",
    [
        "carla@zorg.example\r\nBcc: x@spam.example",
        "carla@zorg.example\nx",
        "Carla <c@zorg.example>",
        f"{'c' * 60}@{'zorg.' * 40}example",
    ],
)
def test_an_address_with_a_header_in_it_is_refused(email):
    assert list(verstuurd(email=email).errors) == ["email"]


def test_a_name_with_a_line_break_is_refused():
    assert verstuurd(naam="Carla\r\nBcc: x@spam.example").errors == {"naam": [EEN_REGEL]}


@pytest.mark.parametrize("inzending", ["", "geen-uuid"])
def test_a_form_without_a_token_gets_one(inzending):
    form = verstuurd(inzending=inzending)

    assert form.is_valid()
    assert isinstance(form.cleaned_data["inzending"], UUID)
