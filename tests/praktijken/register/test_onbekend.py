"""Unknown kinds of organisation, filled in from one page."""

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Deelname
from praktijken.register import onbekenden
from praktijken.register.views import onbekend
from tests.gegevens import deelname, deelnemer, gebruiker, organisatie, organisatietype, praktijkpartner
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
ADRES = reverse("praktijken:deelnemers-onbekend")


@pytest.fixture
def drie(register):
    """Three unknown participations: D2 in Breda, D3 and D4 (of an organisation of unknown kind) in Arnhem."""
    thuis, los = register.gerda.programma, organisatie("Los verband")
    praktijkpartner(register.arnhem, register.huis)
    een = deelname(deelnemer(thuis, "D3", naam="Karel Kwijt"), register.arnhem)
    ander = deelname(deelnemer(thuis, "D4", naam="Lies Los"), register.arnhem, organisatie=los)
    return een, ander, register.truus_in_breda


def velden(client, **keuzes):
    """The form as it was sent to the browser, with choices by number of the participant."""
    groepen = client.get(ADRES).context["groepen"]
    rijen = [rij for groep in groepen for rij in groep.rijen]
    data = {f"gezien-{rij.deelname.pk}": rij.vingerafdruk for rij in rijen}
    return data | {f"keuze-{rij.deelname.pk}": keuzes.get(rij.deelname.deelnemer.nummer, "") for rij in rijen}


def nummers(antwoord):
    return {
        naam.removeprefix("Onbekend in "): [rij[0] for rij in rijen[1:]]
        for naam, rijen in gelezen(antwoord).tabellen.items()
    }


def soorten():
    return list(
        Deelname.objects.order_by("deelnemer__nummer").values_list(
            "deelnemer__nummer", "organisatie__naam", "organisatietype__naam"
        )
    )


@pytest.mark.usefixtures("drie")
def test_the_office_sees_every_unknown_kind_by_practice_an_adviser_those_of_own_practices(als, register):
    arnhem = ["D3 Karel Kwijt", "D4 Lies Los"]

    assert nummers(als(gebruiker(Rol.MEDEWERKER)).get(ADRES)) == {"Arnhem": arnhem, "Breda": ["D2 Truus Verborgen"]}
    van_ada = als(register.ada).get(ADRES)
    assert nummers(van_ada) == {"Arnhem": arnhem}
    assert all(geheim not in van_ada.content.decode() for geheim in ("Truus", "D2 ", "Breda", "Gerda"))


@pytest.mark.usefixtures("drie")
def test_all_choices_are_saved_at_once_and_only_those_rows_are_written(als, register):
    mo, gemeente = gebruiker(Rol.MEDEWERKER), organisatietype("Gemeente")
    client = als(mo)
    keuzes = velden(client, D2=f"soort-{gemeente.pk}", D3=f"organisatie-{register.huis.pk}")

    antwoorden = [client.post(ADRES, keuzes) for _ in range(2)]

    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    assert soorten() == [
        ("D1", "Zorggroep Voorbeeld", None),
        ("D2", None, "Gemeente"),
        ("D3", "Zorggroep Voorbeeld", None),
        ("D4", "Los verband", None),
    ]
    reden = "ingevuld op de pagina van onbekende soorten"
    gewijzigd = Deelname.history.filter(history_type="~").order_by("history_id")
    assert set(gewijzigd.values_list("deelnemer__nummer", "history_change_reason", "history_user")) == {
        ("D2", reden, mo.pk),
        ("D3", reden, mo.pk),
    }
    assert gewijzigd.count() == 2


def test_one_row_is_saved_alone_and_the_other_choices_stay(als, drie, register):
    client, gemeente = als(register.ada), organisatietype("Gemeente")
    keuze = f"soort-{gemeente.pk}"

    antwoord = client.post(ADRES, velden(client, D3=keuze, D4=keuze) | {"alleen": str(drie[0].pk)})

    assert nummers(antwoord) == {"Arnhem": ["D4 Lies Los"]}
    assert [rij.keuze for groep in antwoord.context["groepen"] for rij in groep.rijen] == [keuze]
    assert "1 rij bewaard." in gelezen(antwoord).tekst
    assert soorten()[2:] == [("D3", None, "Gemeente"), ("D4", "Los verband", None)]


@pytest.mark.usefixtures("register")
def test_a_row_that_is_wrong_does_not_lose_the_others(als, drie):
    client, gemeente = als(gebruiker(Rol.MEDEWERKER)), organisatietype("Gemeente")
    keuzes = velden(client, D2=f"soort-{gemeente.pk}", D3="soort-999999", D4=f"soort-{gemeente.pk}")
    drie[1].rol = "intussen gewijzigd"
    drie[1].save()

    antwoord = client.post(ADRES, keuzes)

    fouten = {rij.deelname.pk: rij.fout for groep in antwoord.context["groepen"] for rij in groep.rijen}
    assert fouten == {drie[0].pk: "Deze keuze bestaat niet meer. Kies opnieuw.", drie[1].pk: onbekenden.INTUSSEN}
    tekst = gelezen(antwoord).tekst
    assert "2 rijen zijn niet bewaard. Bij de rij staat waarom; uw keuzes staan er nog." in tekst
    assert soorten()[1:] == [("D2", None, "Gemeente"), ("D3", None, None), ("D4", "Los verband", None)]


def test_what_somebody_else_filled_in_meanwhile_is_not_overwritten(als, drie, register):
    client, gemeente, zorg = als(register.ada), organisatietype("Gemeente"), register.huis.organisatietype
    keuzes = velden(client, D3=f"soort-{gemeente.pk}")
    drie[0].organisatietype = zorg
    drie[0].save()

    antwoord = client.post(ADRES, keuzes)

    assert "Van één rij die hier niet meer staat, heeft iemand anders intussen de soort ingevuld." in (
        gelezen(antwoord).tekst
    )
    assert soorten()[2] == ("D3", None, "Thuiszorg")


def test_an_adviser_cannot_fill_in_rows_of_other_practices(als, drie, register):
    gemeente = organisatietype("Gemeente")

    als(register.ada).post(ADRES, {f"keuze-{drie[2].pk}": f"soort-{gemeente.pk}"})

    assert soorten()[1] == ("D2", None, None)


@pytest.mark.usefixtures("drie", "register")
def test_more_rows_than_a_page_follow_on_the_next(als, monkeypatch):
    monkeypatch.setattr(onbekend, "PER_PAGINA", 2)
    client = als(gebruiker(Rol.MEDEWERKER))

    eerste = client.get(ADRES)
    tweede = client.get(ADRES, {"na": eerste.context["volgende"]})

    assert (nummers(eerste), nummers(tweede), tweede.context["volgende"]) == (
        {"Arnhem": ["D3 Karel Kwijt", "D4 Lies Los"]},
        {"Breda": ["D2 Truus Verborgen"]},
        "",
    )


@pytest.mark.parametrize("meer", [0, 2])
def test_a_page_takes_the_same_queries_whatever_stands_on_it(als, register, django_assert_num_queries, meer):
    for nummer in range(meer):
        deelname(deelnemer(register.gerda.programma, f"X{nummer}"), register.arnhem)
    client = als(gebruiker(Rol.MEDEWERKER))

    with django_assert_num_queries(7):
        client.get(ADRES)
