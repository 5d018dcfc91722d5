"""One person's page: what one sees, changes, and what happens when two do."""

import pytest
from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from praktijken.models import Deelname
from tests.gegevens import deelname, gebruiker, organisatietype, praktijk
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


def pagina_van(deelnemer):
    return reverse("praktijken:deelnemer", args=[deelnemer.pk])


def adres_van(deelname):
    return reverse("praktijken:deelname", args=[deelname.deelnemer_id, deelname.pk])


def persoonvelden(client, deelnemer, **anders):
    """The form of the person's own fields as it was sent to the browser, with `anders` filled in."""
    persoon = client.get(pagina_van(deelnemer)).context["persoon"]
    velden = {veld.html_name: veld.value() or "" for veld in persoon.form}
    return velden | {"vingerafdruk": persoon.vingerafdruk} | {f"persoon-{naam}": w for naam, w in anders.items()}


def deelnamevelden(client, deelname, **anders):
    rijen = client.get(pagina_van(deelname.deelnemer)).context["deelnames"]
    rij = next(rij for rij in rijen if rij.record.pk == deelname.pk)
    velden = {veld.html_name: veld.value() or "" for veld in rij.form}
    prefix = f"deelname-{deelname.pk}"
    return velden | {"vingerafdruk": rij.vingerafdruk} | {f"{prefix}-{naam}": w for naam, w in anders.items()}


def test_an_adviser_sees_and_changes_a_person_of_an_own_practice(als, register):
    client = als(register.ada)

    client.post(pagina_van(register.gerda), persoonvelden(client, register.gerda, naam="Gerda G.", email="G@G.example"))

    gerda = Deelnemer.objects.get(pk=register.gerda.pk)
    assert (gerda.nummer, gerda.naam, gerda.email) == ("D1", "Gerda G.", "g@g.example")
    laatste = gerda.history.first()
    reden = "gewijzigd in het register van deelnemers"
    assert (laatste.history_user, laatste.history_change_reason) == (register.ada, reden)
    tekst = gelezen(client.get(pagina_van(register.gerda))).tekst
    assert "Naam: was Gerda Geheim, werd Gerda G." in tekst
    assert f"door Ada de Adviseur: Deelnemer D1 Gerda G. gewijzigd ({reden})" in tekst


def test_people_of_another_practice_do_not_exist_for_an_adviser(als, register):
    elders = deelname(register.gerda, register.breda, rol="geheime rol")
    client = als(register.ada)

    antwoorden = [
        client.get(pagina_van(register.truus)),
        client.post(pagina_van(register.truus), {"persoon-naam": "X"}),
        client.post(adres_van(register.truus_in_breda), {}),
        client.post(adres_van(elders), {}),
    ]

    assert [antwoord.status_code for antwoord in antwoorden] == [404] * 4
    eigen = client.get(pagina_van(register.gerda)).content.decode()
    assert "geheime rol" not in eigen
    assert "Breda" not in eigen


def test_a_participation_is_changed_in_place(als, register):
    client = als(register.ada)
    eigen = register.gerda_in_arnhem

    velden = deelnamevelden(client, eigen, organisatie="", rol="trekker", tot_en_met="2020-01-31")
    antwoord = client.post(adres_van(eigen), velden)

    assert antwoord["Location"] == pagina_van(register.gerda)
    eigen.refresh_from_db()
    assert (eigen.organisatie, eigen.rol, str(eigen.tot_en_met)) == (None, "trekker", "2020-01-31")


@pytest.mark.parametrize(
    ("anders", "fout"),
    [
        ({"organisatie": "Zorggroep"}, "Bedoelt u: Zorggroep Voorbeeld?"),
        ({"tot_en_met": "2019-01-01"}, "De laatste dag ligt voor de eerste."),
        ({"vanaf": "2020-03-01"}, "Deze deelnemer doet al vanaf die dag mee aan deze praktijk."),
        ({"vanaf": ""}, "Vul dit in."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(als, register, anders, fout):
    deelname(register.gerda, register.arnhem, vanaf="2020-03-01")
    client = als(register.ada)
    eigen = register.gerda_in_arnhem

    antwoord = client.post(adres_van(eigen), deelnamevelden(client, eigen, rol="getypt", **anders))

    assert fout in gelezen(antwoord).tekst
    assert 'value="getypt"' in antwoord.content.decode()
    assert Deelname.objects.get(pk=eigen.pk).rol == ""


def test_a_kind_other_than_the_organisation_s_is_refused(als, register):
    client = als(register.ada)
    anders = {"organisatietype": organisatietype("Gemeente").pk}

    antwoord = client.post(
        adres_van(register.gerda_in_arnhem), deelnamevelden(client, register.gerda_in_arnhem, **anders)
    )

    assert "De organisatie is van een ander organisatietype: Thuiszorg." in gelezen(antwoord).tekst


def test_a_number_somebody_else_has_is_refused(als, register):
    client = als(gebruiker(Rol.MEDEWERKER))

    antwoord = client.post(pagina_van(register.gerda), persoonvelden(client, register.gerda, nummer="D2"))

    assert "Iemand anders heeft dit nummer. Neem een ander." in gelezen(antwoord).tekst


def test_who_saves_second_sees_both_versions_and_can_still_save_theirs(als, register):
    client = als(register.ada)
    gezien = persoonvelden(client, register.gerda, naam="Mijn naam")
    register.gerda.naam = "Naam van een ander"
    register.gerda.save()

    antwoord = client.post(pagina_van(register.gerda), gezien)

    assert gelezen(antwoord).tabellen["Beide versies"][1:] == [["Naam", "Naam van een ander", "Mijn naam"]]
    assert Deelnemer.objects.get(pk=register.gerda.pk).naam == "Naam van een ander"
    opnieuw = gezien | {"vingerafdruk": antwoord.context["persoon"].vingerafdruk}
    client.post(pagina_van(register.gerda), opnieuw)
    assert Deelnemer.objects.get(pk=register.gerda.pk).naam == "Mijn naam"


def test_the_same_form_sent_twice_is_one_change(als, register):
    client = als(register.ada)
    velden = persoonvelden(client, register.gerda, naam="Gerda G.")

    antwoorden = [client.post(pagina_van(register.gerda), velden) for _ in range(2)]

    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    assert register.gerda.history.count() == 2


@pytest.mark.parametrize("deelnames", [1, 3])
def test_a_page_takes_the_same_queries_whatever_stands_on_it(als, register, django_assert_num_queries, deelnames):
    for nummer in range(1, deelnames):
        ander = praktijk(register.gerda.programma, f"P{nummer}")
        deelname(register.gerda, ander, organisatie=register.huis)
    client = als(gebruiker(Rol.MEDEWERKER))

    with django_assert_num_queries(VRAGEN_PERSOON):
        client.get(pagina_van(register.gerda))


VRAGEN_PERSOON = 17
