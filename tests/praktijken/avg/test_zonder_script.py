"""Without JavaScript a form asks once about what looks like personal data, and never stops anybody."""

import pytest
from django.urls import reverse

from praktijken.models import Voortgang
from tests.praktijken.avg.conftest import Wereld
from tests.praktijken.avg.test_paginas import als

TEKST = "Gerda belde met 06-12345678."


def stuur(client, wereld: Wereld, **rest: str):
    adres = f"{reverse('praktijken:voortgang-nieuw')}?experiment={wereld.verslag.experiment_id}"
    velden = {"datum": "2020-03-01", "verslag": TEKST, "geleerd": "Nog niets.", "volgende_stap": ""}
    return als(client, wereld.ada).post(adres, velden | rest)


def test_it_is_asked_once_with_all_that_was_typed_still_there(client, wereld: Wereld) -> None:
    tekst = stuur(client, wereld, zonder_script="1").text

    assert Voortgang.objects.count() == 1
    for deel in ("<bdi>Gerda</bdi>", "<bdi>06-12345678</bdi>", "Toch bewaren", TEKST, "Nog niets."):
        assert deel in tekst


@pytest.mark.parametrize(
    "rest", [{}, {"zonder_script": "1", "toch": "1"}, {"zonder_script": "1", "verslag": "Wij belden."}],
    ids=["script", "toch", "niets"],
)  # fmt: skip
def test_it_is_stored_where_a_script_told_it_or_the_writer_says_so_or_there_is_nothing(client, wereld, rest) -> None:
    assert stuur(client, wereld, **rest).status_code == 302
    assert Voortgang.objects.count() == 2
