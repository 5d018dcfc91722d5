"""What searching, filters and addresses of the admin give away: nothing one may not see."""

import pytest

from deelnemers.models import Deelnemer
from mantelzorg.models import User
from praktijken.models import (
    Adviseurschap,
    Deelname,
    Ontwerpvraag,
    Praktijk,
    Praktijkpartner,
)
from tests.beheer.pagina import adres, gevonden, namen

pytestmark = pytest.mark.django_db


def test_searching_while_typing_finds_only_what_one_may_choose(ada, mo):
    assert gevonden(ada, Deelname, "deelnemer") == ["ARN Piet Arnhem"]
    assert gevonden(ada, Deelname, "deelnemer", "Gea") == []
    assert gevonden(ada, Ontwerpvraag, "praktijk") == ["Arnhem (ARN)"]
    assert gevonden(ada, Praktijk, "gaat_verder_in") == ["Arnhem (ARN)", "Ede (EDE)"]
    assert gevonden(ada, Adviseurschap, "adviseur") == 404
    assert gevonden(ada, Deelname, "onbekend") == 404
    assert gevonden(mo, Deelname, "deelnemer", "Gea") == ["EDE Gea Geheim"]
    assert gevonden(mo, Adviseurschap, "adviseur", "Evert") == ["Evert van Ede"]


def test_searching_while_typing_stays_within_the_programme_of_the_page(wereld, mo):
    pagina = mo.get(adres(Praktijk, "change", wereld.arnhem.pk)).content.decode()
    assert f'data-ajax--url="/admin/autocomplete/?programma={wereld.thuis.pk}"' in pagina

    assert gevonden(mo, Praktijk, "gaat_verder_in", programma=wereld.thuis.pk) == ["Arnhem (ARN)", "Ede (EDE)"]
    assert gevonden(mo, Praktijkpartner, "organisatie", programma=wereld.thuis.pk) == []


@pytest.mark.parametrize(
    "vraag",
    [
        "deelnames__deelnemer__naam__startswith=G",
        "adviseurschappen__adviseur__email__startswith=e",
        "naam__startswith=A",
        "ontwerpvragen__vraag__contains=x",
    ],
)
def test_an_address_cannot_ask_about_what_is_hidden(ada, vraag):
    assert ada.get(f"{adres(Praktijk, 'changelist')}?{vraag}").status_code == 400


def test_an_account_cannot_be_guessed_at(mo):
    assert mo.get(f"{adres(User, 'changelist')}?password__startswith=p").status_code == 400


def test_a_filter_names_only_what_one_may_see(ada, mo):
    assert "In voor mantelzorg zorg" not in ada.get(adres(Praktijk, "changelist")).content.decode()
    assert "In voor mantelzorg zorg" in mo.get(adres(Praktijk, "changelist")).content.decode()


def test_searching_for_a_name_of_another_practice_finds_nothing(ada):
    assert namen(ada.get(f"{adres(Deelnemer, 'changelist')}?q=Gea")) == []
    assert namen(ada.get(f"{adres(Deelname, 'changelist')}?q=Gea")) == []
