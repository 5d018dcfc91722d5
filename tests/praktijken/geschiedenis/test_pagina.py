"""The page of history: who, when, why, old and new, of a record and of all that hangs on it; for who may see it."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Voortgang
from tests.gegevens import (
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    praktijk,
    praktijkpartner,
    programma,
)
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def adres(soort, record):
    return f"/geschiedenis/{soort}/{record.pk}/"


def wijzigingen(antwoord):
    """(who, what happened, record, reason, [(field, was, is)]), the newest first."""
    assert antwoord.status_code == 200
    return [
        (w.door, w.gebeurde, w.wat, w.reden, [(v.veld, v.nu, v.ingevuld) for v in w.verschillen])
        for w in antwoord.context["bladzijde"].wijzigingen
    ]


def test_a_change_tells_who_why_and_old_and_new_in_dutch(als, arnhem, ada):
    partner = arnhem.partner
    client = als(ada)
    bewerken = f"/praktijken/{arnhem.praktijk.pk}/partners/{partner.pk}/"
    gezien = client.get(bewerken).context["form"].initial["gezien"]
    client.post(
        bewerken, {"rol": "penvoerder", "vanaf": "2019-10-01", "gezien": gezien, "reden": "Zij trekken nu de kar"}
    )

    laatste = wijzigingen(client.get(adres("praktijkpartner", partner)))[0]

    assert laatste == (
        "Ada Adviseur",
        "gewijzigd",
        "Praktijkpartner (Arnhem (ARN), Zorggroep)",
        "Zij trekken nu de kar",
        [("Rol", "Partner", "Penvoerder"), ("Vanaf", "02-09-2019", "01-10-2019")],
    )


def test_the_timeline_of_a_practice_holds_all_its_parts(als, arnhem):
    soorten = [w[2] for w in wijzigingen(als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijk", arnhem.praktijk)))]

    assert soorten == [
        "Onderbreking (Arnhem (ARN))",
        "Deelname (D1 Piet Persoon, Arnhem (ARN))",
        "Praktijkpartner (Arnhem (ARN), Zorggroep)",
        "Voortgang (E1 Maatjes)",
        "Experiment E1 Maatjes",
        "Ontwerpvraag 1",
        "Praktijk ARN Arnhem",
    ]


def test_each_role_sees_the_kinds_and_names_it_may_see(als, arnhem, ada, bo):
    """A colleague of the programme reads progress but no participants; an analyst neither, nor who guides or wrote."""
    naam = arnhem.praktijk.naam
    arnhem.praktijk.naam = "Arnhem-Noord"
    arnhem.praktijk._history_user = ada
    arnhem.praktijk._change_reason = "Eigen wens"
    arnhem.praktijk.save()
    gezien = {}
    for wie, user in {"eigen": ada, "collega": bo, "analist": gebruiker(Rol.ANALIST)}.items():
        tekst = gelezen(als(user).get(adres("praktijk", arnhem.praktijk))).tekst
        gezien[wie] = [woord in tekst for woord in ("Piet Persoon", "Het verslag", "Ada Adviseur", naam, "Eigen wens")]

    assert gezien == {
        "eigen": [True, True, True, True, True],
        "collega": [False, True, True, True, True],
        "analist": [False, False, False, True, True],
    }


@pytest.mark.parametrize("soort", ["deelnemer", "deelname", "voortgang"])
def test_what_one_may_not_see_has_no_history(als, arnhem, ada, bo, soort):
    record = getattr(arnhem, soort)
    personen = [gebruiker(Rol.MEDEWERKER), ada, bo, gebruiker(Rol.ANALIST), gebruiker(naam="Zora Zonderrol")]

    codes = [als(persoon).get(adres(soort, record)).status_code for persoon in personen]

    assert codes == ([200, 200, 200, 404, 404] if soort == "voortgang" else [200, 200, 404, 404, 404])


def test_a_practice_of_another_programme_has_no_history_for_an_adviser(als, ada):
    elders = praktijk(programma("ander"), "ELD")

    assert als(ada).get(adres("praktijk", elders)).status_code == 404


@pytest.mark.parametrize("pad", ["/geschiedenis/onzin/1/", "/geschiedenis/praktijk/999999/", "/geschiedenis/user/1/"])
def test_what_is_not_there_is_not_found(als, pad):
    assert als(gebruiker(Rol.MEDEWERKER)).get(pad).status_code == 404


def test_who_is_not_logged_in_logs_in_first(client, arnhem):
    assert client.get(adres("praktijk", arnhem.praktijk)).url.startswith("/inloggen/?next=")


def test_a_removed_part_stays_in_the_history_of_its_practice(als, arnhem, ada):
    pk = arnhem.partner.pk
    arnhem.partner._change_reason = "Dubbel"
    arnhem.partner.delete()

    eerste = wijzigingen(als(ada).get(adres("praktijk", arnhem.praktijk)))[0]
    eigen = als(ada).get(f"/geschiedenis/praktijkpartner/{pk}/")

    assert eerste == ("", "verwijderd", "Praktijkpartner (Arnhem (ARN), Zorggroep)", "Dubbel", [])
    assert "Dit is verwijderd." in gelezen(eigen).tekst


def test_pages_hold_each_change_once_whatever_the_order_of_time(als, arnhem):
    for nummer in range(60):
        arnhem.praktijk.naam = f"Naam {nummer}"
        arnhem.praktijk._history_date = arnhem.praktijk.history.first().history_date  # all at one moment
        arnhem.praktijk.save()
    client = als(gebruiker(Rol.MEDEWERKER))
    volgende, gezien, bladzijden = adres("praktijk", arnhem.praktijk), [], 0
    while volgende:
        antwoord = client.get(volgende)
        gezien += [(w.soort.slug, w.versie) for w in antwoord.context["bladzijde"].wijzigingen]
        ouder = antwoord.context["bladzijde"].ouder
        volgende = ouder and f"{adres('praktijk', arnhem.praktijk)}?ouder={ouder}"
        bladzijden += 1

    assert (len(gezien), len(set(gezien)), bladzijden) == (67, 67, 3)


@pytest.mark.parametrize("ouder", ["onzin", "2020-01-01T00:00:00Z_x_y", "2020-13-01T00:00:00Z_0_1", "_", "' OR 1=1"])
def test_an_odd_place_in_the_address_gives_the_first_page(als, arnhem, ouder):
    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijk", arnhem.praktijk), {"ouder": ouder})

    assert len(wijzigingen(antwoord)) == 7


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_costs_the_same_queries_however_much_there_is(als, arnhem, ada, aantal, django_assert_num_queries):
    for nummer in range(2, 1 + aantal):
        vraag = ontwerpvraag(arnhem.praktijk, nummer)
        proef = experiment(vraag, f"E{nummer}")
        Voortgang.objects.create(experiment=proef, datum=dag("2020-02-01"), verslag="Verslag", door=ada)
        praktijkpartner(arnhem.praktijk, organisatie(f"Huis {nummer}"))
        deelname(deelnemer(arnhem.praktijk.programma, f"D{nummer}"), arnhem.praktijk)
    client = als(ada)

    with django_assert_num_queries(33):
        client.get(adres("praktijk", arnhem.praktijk))


def test_odd_text_is_shown_as_it_is_and_long_text_shortened(als, arnhem):
    arnhem.praktijk.kernthema = "<script>alert('x')</script> نص"
    arnhem.praktijk.save()
    arnhem.praktijk.kernthema = "x" * 32_767
    arnhem.praktijk.save()

    antwoord = als(gebruiker(Rol.MEDEWERKER)).get(adres("praktijk", arnhem.praktijk))

    assert "<script>alert" not in antwoord.content.decode()
    assert "<script>alert('x')</script> نص" in gelezen(antwoord).tekst
    assert len(antwoord.content) < 40_000
