"""Who may change a practice in place: every address, opened and sent, by everybody."""

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Experiment, Ontwerpvraag, Praktijk, Praktijkpartner, Voortgang
from tests.gegevens import (
    adviseurschap,
    dag,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
)
from tests.praktijken.blad.formulieren import adressen
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def stand():
    """How often anything was stored: every save leaves an entry in the history."""
    return [soort.history.count() for soort in (Praktijk, Ontwerpvraag, Experiment, Praktijkpartner)]


def test_the_own_adviser_opens_all_but_the_period_and_the_office_opens_all(als, arnhem, ada):
    geopend = {
        naam: [als(persoon).get(adres).status_code for persoon in (ada, gebruiker(Rol.MEDEWERKER))]
        for naam, adres in adressen(arnhem).items()
    }

    assert geopend == {naam: [200, 200] for naam in adressen(arnhem)} | {"periode": [404, 200]}


@pytest.mark.parametrize("methode", ["get", "post"])
def test_for_anybody_else_there_is_no_such_page_and_nothing_is_stored(als, arnhem, bo, methode):
    eerder = stand()
    anderen = [bo, gebruiker(Rol.ANALIST), gebruiker(naam="Zora Zonderrol")]

    codes = {
        naam: [getattr(als(persoon), methode)(adres, {"naam": "x"}).status_code for persoon in anderen]
        for naam, adres in adressen(arnhem).items()
    }

    assert codes == {naam: [404, 404, 404] for naam in adressen(arnhem)}
    assert stand() == eerder


def test_an_adviser_cannot_send_the_period(als, arnhem, ada):
    antwoord = als(ada).post(adressen(arnhem)["periode"], {"startdatum": "2019-10-01"})

    arnhem.praktijk.refresh_from_db()
    assert (antwoord.status_code, str(arnhem.praktijk.startdatum)) == (404, "2019-09-02")


def test_who_is_not_logged_in_logs_in_first(client, arnhem):
    assert {naam: client.post(adres).status_code for naam, adres in adressen(arnhem).items()} == dict.fromkeys(
        adressen(arnhem), 302
    )
    assert [client.get(adres).url for adres in adressen(arnhem).values()] == [
        f"/inloggen/?next={adres}" for adres in adressen(arnhem).values()
    ]


def test_a_part_of_another_practice_is_not_found_under_this_one(als, arnhem, ada):
    breda = praktijk(arnhem.praktijk.programma, "BRE")
    adviseurschap(breda, ada)
    vraag = ontwerpvraag(breda)
    ander = praktijkpartner(breda, organisatie("Elders"))
    basis = f"/praktijken/{arnhem.pk}"
    paden = [
        f"{basis}/ontwerpvragen/{vraag.pk}/",
        f"{basis}/ontwerpvragen/{vraag.pk}/experimenten/nieuw/",
        f"{basis}/experimenten/{experiment(vraag, 'E9').pk}/",
        f"{basis}/partners/{ander.pk}/",
    ]

    assert [als(ada).get(pad).status_code for pad in paden] == [404] * 4


def test_the_page_leads_who_may_to_every_address_and_nobody_else(als, arnhem, ada, bo):
    alle = set(adressen(arnhem).values())
    pagina = f"/praktijken/{arnhem.pk}/"
    personen = [ada, gebruiker(Rol.MEDEWERKER), bo, gebruiker(Rol.ANALIST)]

    gezien = [alle & set(gelezen(als(persoon).get(pagina)).links) for persoon in personen]

    assert gezien == [alle - {adressen(arnhem)["periode"]}, alle, set(), set()]


def test_progress_leads_readers_to_the_entry_and_writers_to_a_new_one(als, arnhem, ada, bo):
    verslag = Voortgang.objects.create(experiment=arnhem.experiment, datum=dag("2020-02-01"), verslag="Goed")
    lezen = reverse("praktijken:voortgang", args=[verslag.pk])
    schrijven = f"{reverse('praktijken:voortgang-nieuw')}?experiment={arnhem.experiment.pk}"

    gezien = [
        {lezen, schrijven} & set(gelezen(als(persoon).get(f"/praktijken/{arnhem.pk}/")).links)
        for persoon in (ada, bo, gebruiker(Rol.ANALIST))
    ]

    assert gezien == [{lezen, schrijven}, {lezen}, set()]


@pytest.mark.parametrize("aantal", [1, 3])
def test_opening_a_form_costs_the_same_queries_however_much_there_is(
    als, arnhem, ada, aantal, django_assert_num_queries
):
    for nummer in range(2, 1 + aantal):
        experiment(ontwerpvraag(arnhem.praktijk, nummer), f"E{nummer}")
        praktijkpartner(arnhem.praktijk, organisatie(f"Huis {nummer}"))
    client = als(ada)

    for naam, verwacht in {"ontwerpvraag": 8, "experiment": 5, "partner-nieuw": 5, "prangende-vragen": 7}.items():
        with django_assert_num_queries(verwacht):
            client.get(adressen(arnhem)[naam])
