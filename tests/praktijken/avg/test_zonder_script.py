"""Without JavaScript a form asks once about what looks like personal data, and never stops anybody."""

import pytest
from django.urls import reverse

from praktijken.models import Lesversie, Reactie, Voortgang
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


def test_a_comment_is_asked_about_likewise(client, wereld: Wereld) -> None:
    adres = reverse("praktijken:voortgang-reactie", args=[wereld.verslag.pk])
    client = als(client, wereld.ada)
    velden = {"tekst": TEKST, "zonder_script": "1"}

    gevraagd = client.post(adres, velden).text
    tussen = Reactie.objects.count()
    client.post(adres, velden | {"toch": "1"})

    assert all(deel in gevraagd for deel in ("<bdi>Gerda</bdi>", "Toch bewaren", TEKST))
    assert (tussen, Reactie.objects.get().tekst) == (0, TEKST)


def test_a_lesson_is_asked_about_likewise_when_made_and_when_changed(client, wereld: Wereld) -> None:
    client = als(client, wereld.ada)
    velden = {"titel": "Bellen helpt", "situatie": TEKST, "advies": "Bel terug.", "zonder_script": "1"}

    def stuur_les(adres: str) -> tuple[bool, int]:
        tekst = client.post(adres, velden).text
        compleet = all(deel in tekst for deel in ("<bdi>06-12345678</bdi>", "Toch bewaren", TEKST, "Bel terug."))
        voor = Lesversie.objects.count()
        assert client.post(adres, velden | {"toch": "1"}).status_code == 302
        return compleet, voor

    nieuw = stuur_les(f"{reverse('praktijken:les-nieuw')}?praktijk={wereld.arnhem.pk}")
    eerste = Lesversie.objects.get()
    velden |= {"titel": "Terugbellen helpt", "versie": str(eerste.pk)}
    gewijzigd = stuur_les(reverse("praktijken:les-bewerken", args=[eerste.les_id]))

    assert (nieuw, gewijzigd) == ((True, 0), (True, 1))
    assert Lesversie.objects.order_by("pk").last().situatie == TEKST
