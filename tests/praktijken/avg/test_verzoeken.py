"""The register of requests: the month's clock, extending, answering, and nothing twice."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from praktijken.avg.verzoeken import handel_af, registreer_verzoek, stel_identiteit_vast, verleng
from praktijken.models import Verzoek
from praktijken.models.avg import maanden_later
from tests.gegevens import dag
from tests.praktijken.avg.conftest import Wereld
from tests.praktijken.avg.test_paginas import als


def maak(wereld: Wereld, ontvangen: str = "2026-01-31", **velden: object) -> Verzoek:
    gegeven = {"soort": "inzage", "deelnemer": wereld.gerda, "kanaal": "brief", "door": wereld.mo}
    return registreer_verzoek(**gegeven | {"ontvangen_op": dag(ontvangen)} | velden)


@pytest.mark.parametrize(
    ("van", "maanden", "tot"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(van: str, maanden: int, tot: str) -> None:
    assert maanden_later(dag(van), maanden) == dag(tot)


@pytest.mark.parametrize(
    ("op", "stand"),
    [
        ("2026-02-01", "open"),
        ("2026-02-20", "open"),
        ("2026-02-21", "bijna te laat"),
        ("2026-02-28", "bijna te laat"),
        ("2026-03-01", "te laat"),
    ],
)
def test_how_a_request_stands_follows_from_the_day(wereld: Wereld, op: str, stand: str) -> None:
    assert maak(wereld).stand_op(dag(op)) == stand


def test_extending_gives_three_months_in_all_and_only_in_the_first(wereld: Wereld) -> None:
    verzoek = verleng(maak(wereld).pk, reden="veel stukken", dag=dag("2026-02-28"), door=wereld.mo)

    assert verzoek.uiterlijk_op == dag("2026-04-30")
    with pytest.raises(ValidationError, match="eerste maand"):
        verleng(maak(wereld).pk, reden="te laat bedacht", dag=dag("2026-03-01"), door=wereld.mo)


def test_every_step_is_kept_and_what_was_answered_is_closed(wereld: Wereld) -> None:
    verzoek = maak(wereld)
    stel_identiteit_vast(verzoek.pk, hoe="gebeld", dag=dag("2026-02-01"), door=wereld.mo)
    handel_af(verzoek.pk, uitkomst="toegewezen", toelichting="", dag=dag("2026-02-02"), door=wereld.mo)

    assert list(verzoek.stappen.values_list("tekst", flat=True)) == [
        "Verzoek vastgelegd.",
        "Identiteit vastgesteld: gebeld",
        "Afgehandeld: toegewezen.",
    ]
    with pytest.raises(ValidationError, match="al afgehandeld"):
        handel_af(verzoek.pk, uitkomst="afgewezen", toelichting="", dag=dag("2026-02-03"), door=wereld.mo)


def test_sent_twice_it_is_registered_once_and_a_beperking_holds_at_once(wereld: Wereld) -> None:
    sleutel = uuid4()
    een, ander = (maak(wereld, soort="beperking", inzending=sleutel, kanaal="Klopt dit?", door=None) for _ in range(2))

    assert (een, Verzoek.objects.count()) == (ander, 1)
    assert Deelnemer.objects.get(pk=wereld.gerda.pk).beperkt_op == dag("2026-01-31")


def test_a_request_is_taken_in_by_number_and_worked_on_page(client, wereld: Wereld) -> None:
    als(client, wereld.mo)
    velden = {"soort": "wissing", "nummer": "d1", "ontvangen_op": vandaag().isoformat(), "kanaal": "telefoon"}
    antwoord = client.post(reverse("praktijken:verzoek-nieuw"), velden | {"inzending": str(uuid4())})
    verzoek = Verzoek.objects.get()
    assert (antwoord.status_code, verzoek.deelnemer, verzoek.door) == (302, wereld.gerda, wereld.mo)

    bladzijde = reverse("praktijken:verzoek", args=[verzoek.pk])
    leeg = client.post(
        bladzijde, {"actie": "afhandelen", "afhandelen-uitkomst": "", "afhandelen-toelichting": "Typte ik"}
    )
    assert (leeg.status_code, "Typte ik" in leeg.text) == (200, True)
    client.post(bladzijde, {"actie": "afhandelen", "afhandelen-uitkomst": "toegewezen"})

    assert "toegewezen" in client.get(reverse("praktijken:verzoeken")).text


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"nummer": "D99"}, "Geen deelnemer heeft dit nummer. Kijk het na, of laat het leeg."),
        ({"ontvangen_op": "2999-01-01"}, "Deze dag ligt in de toekomst. Kies vandaag of een eerdere dag."),
    ],
    ids=["nummer", "dag"],
)
def test_what_cannot_be_is_told_and_kept(client, wereld: Wereld, anders: dict[str, str], melding: str) -> None:
    velden = {"soort": "inzage", "nummer": "", "ontvangen_op": "2026-01-01", "kanaal": "brief", "wie": "zaak 3"}

    tekst = als(client, wereld.mo).post(reverse("praktijken:verzoek-nieuw"), velden | anders).text

    assert melding in tekst
    assert 'value="zaak 3"' in tekst
    assert not Verzoek.objects.exists()


def test_the_list_asks_as_many_queries_for_three_as_for_one(client, wereld: Wereld, django_assert_num_queries) -> None:
    als(client, wereld.mo)
    maak(wereld)
    client.get(reverse("praktijken:verzoeken"))
    with django_assert_num_queries(5):
        client.get(reverse("praktijken:verzoeken"))
    maak(wereld)
    maak(wereld, deelnemer=wereld.truus)
    with django_assert_num_queries(5):
        client.get(reverse("praktijken:verzoeken"))
