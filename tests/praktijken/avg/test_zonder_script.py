"""Without JavaScript a form asks once about what looks like personal data, and never stops anybody."""

from uuid import uuid4

import pytest
from django.urls import reverse

from praktijken.models import Afspraak, Lesversie, Ontwerpvraag, Praktijk, Reactie, Voortgang
from tests.gegevens import deelname, deelnemer, ontwerpvraag, praktijk, sessie
from tests.praktijken.avg.conftest import Wereld
from tests.praktijken.avg.test_paginas import als
from tests.praktijken.blad.formulieren import ingelezen

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


def test_the_one_line_title_of_a_lesson_is_looked_at_too(client, wereld: Wereld) -> None:
    adres = f"{reverse('praktijken:les-nieuw')}?praktijk={wereld.arnhem.pk}"
    velden = {"titel": "Gerda belde niet", "advies": "Bel terug.", "zonder_script": "1"}

    gevraagd = als(client, wereld.ada).post(adres, velden).text

    assert all(deel in gevraagd for deel in ("<bdi>Gerda</bdi>", "Toch bewaren", "Gerda belde niet"))
    assert not Lesversie.objects.exists()


def _kernthema(wereld: Wereld):
    adres = reverse("praktijken:sessie-kernthema", args=[sessie(wereld.arnhem).pk, wereld.arnhem.pk])
    return adres, {"kernthema": TEKST}, lambda: Praktijk.objects.get(pk=wereld.arnhem.pk).kernthema


def _vraag(wereld: Wereld):
    vraag = ontwerpvraag(wereld.arnhem, nummer=2, vraag="Hoe dan?")
    adres = reverse("praktijken:sessie-vraag", args=[sessie(wereld.arnhem).pk, vraag.pk])
    return adres, {"vraag": TEKST}, lambda: Ontwerpvraag.objects.get(pk=vraag.pk).vraag


def _nieuwe_vraag(wereld: Wereld):
    adres = reverse("praktijken:sessie-vraag-nieuw", args=[sessie(wereld.arnhem).pk, wereld.arnhem.pk])
    return adres, {"vraag": TEKST}, lambda: Ontwerpvraag.objects.filter(praktijk=wereld.arnhem).latest("pk").vraag


def _nieuwe_afspraak(wereld: Wereld):
    adres = reverse("praktijken:sessie-afspraak-nieuw", args=[sessie(wereld.arnhem).pk])
    return adres, {"wat": TEKST, "wie": "de wijkagent"}, lambda: [een.wat for een in Afspraak.objects.all()]


def _afspraak(wereld: Wereld):
    """Who is to do it is one line."""
    velden = {"sessie": sessie(wereld.arnhem), "praktijk": wereld.arnhem, "wat": "Bellen"}
    record = Afspraak.objects.create(**velden, inzending=uuid4())
    adres = reverse("praktijken:sessie-afspraak", args=[record.sessie_id, record.pk])
    return adres, {"wie": TEKST}, lambda: Afspraak.objects.get(pk=record.pk).wie


def _blad_nieuw(wereld: Wereld):
    adres = reverse("praktijken:blad-ontwerpvraag-nieuw", args=[wereld.arnhem.pk])
    return adres, {"vraag": TEKST}, lambda: Ontwerpvraag.objects.filter(praktijk=wereld.arnhem).latest("pk").vraag


def _reden(wereld: Wereld):
    """The reason stands beside the record, in its history."""
    adres = reverse("praktijken:blad-kernthema", args=[wereld.arnhem.pk])
    redenen = wereld.arnhem.history.order_by("-history_date", "-history_id")
    return adres, {"kernthema": "Samen", "reden": TEKST}, lambda: redenen.first().history_change_reason


@pytest.mark.parametrize("deel", [_kernthema, _vraag, _nieuwe_vraag, _nieuwe_afspraak, _afspraak, _blad_nieuw, _reden])
def test_what_is_worded_in_a_session_or_on_a_practices_page_is_asked_about_likewise(client, wereld, deel) -> None:
    client = als(client, wereld.ada)
    adres, getypt, bewaard = deel(wereld)
    velden = ingelezen(client.get(adres).text) | getypt

    gevraagd = client.post(adres, velden).text
    tussen = bewaard()
    terug = ingelezen(gevraagd)
    klaar = client.post(adres, terug | {"toch": "1"})

    assert all(stuk in gevraagd for stuk in ("<bdi>Gerda</bdi>", "<bdi>06-12345678</bdi>", "Toch bewaren"))
    assert {naam: terug[naam] for naam in getypt} == {naam: [waarde] for naam, waarde in getypt.items()}
    assert TEKST not in str(tussen)
    assert (klaar.status_code, TEKST in str(bewaard())) == (302, True)


def test_in_an_agreement_of_several_practices_names_are_looked_for_of_those_one_may_see(client, wereld) -> None:
    breda = praktijk(wereld.arnhem.programma, "BRE", naam="Breda")
    deelname(deelnemer(wereld.arnhem.programma, "D3", naam="Willem Elders"), breda)
    adres = reverse("praktijken:sessie-afspraak-nieuw", args=[sessie(wereld.arnhem, breda).pk])
    velden = {"wat": "Gerda belt Willem.", "praktijk": wereld.arnhem.pk, "zonder_script": "1"}

    van_ada = als(client, wereld.ada).post(adres, velden).text
    van_mo = als(client, wereld.mo).post(adres, velden).text

    assert [naam in van_ada for naam in ("<bdi>Gerda</bdi>", "<bdi>Willem</bdi>")] == [True, False]
    assert [naam in van_mo for naam in ("<bdi>Gerda</bdi>", "<bdi>Willem</bdi>")] == [True, True]
