"""Who sees what in the admin: by `mantelzorg.toegang`."""

import pytest
from django.contrib import admin
from django.urls import reverse

from deelnemers.models import Deelnemer, NamenUitvoer
from mantelzorg.beheer import Beheer
from mantelzorg.models import Programma
from mantelzorg.toegang import Rol
from praktijken.models import (
    Deelname,
    Experiment,
    Ontwerpvraag,
    Praktijk,
    Voortgang,
)
from tests.beheer.pagina import adres, ingelogd, namen, velden, verstuur
from tests.gegevens import (
    deelname,
    gebruiker,
)

pytestmark = pytest.mark.django_db


MODELLEN = [model for model, beheer in admin.site._registry.items() if isinstance(beheer, Beheer)]


@pytest.mark.parametrize("model", MODELLEN)
def test_an_analyst_finds_no_admin_at_all(wereld, model):  # noqa: ARG001
    ben = ingelogd(gebruiker(Rol.ANALIST))

    assert ben.get(reverse("admin:index")).status_code == 404
    assert ben.get(adres(model, "changelist")).status_code == 404
    assert ben.get(adres(model, "add")).status_code == 404


def test_the_index_shows_each_role_what_it_may(ada, mo):
    def bladzijden(client):
        apps = client.get(reverse("admin:index")).context["app_list"]
        return {model["object_name"]: model["perms"] for app in apps for model in app["models"]}

    van_ada = bladzijden(ada)
    assert {naam for naam, mag in van_ada.items() if mag["add"]} == {
        "Deelnemer", "Deelname", "Onderbreking", "Ontwerpvraag", "Experiment", "Voortgang",
    }  # fmt: skip
    assert {naam for naam, mag in van_ada.items() if mag["change"]} == {
        "Deelnemer", "Deelname", "Onderbreking", "Ontwerpvraag", "Experiment", "Praktijk",
    }  # fmt: skip
    assert {naam for naam, mag in van_ada.items() if mag["delete"]} == set()
    assert "NamenUitvoer" not in van_ada
    assert set(bladzijden(mo)) == {model.__name__ for model in MODELLEN} - {"User"}


@pytest.mark.parametrize(
    ("model", "ziet"),
    [
        (Programma, ["In voor mantelzorg thuis"]),
        (Praktijk, ["Arnhem (ARN)", "Ede (EDE)"]),
        (Ontwerpvraag, ["1. Vraag ARN?", "1. Vraag EDE?"]),
        (Experiment, ["E-ARN Experiment E-ARN", "E-EDE Experiment E-EDE"]),
        (Voortgang, ["E-ARN 01-02-2020", "E-EDE 01-02-2020"]),
        (Deelnemer, ["ARN Piet Arnhem"]),
        (Deelname, ["ARN in Arnhem"]),
    ],
)
def test_an_adviser_sees_content_of_own_programmes_and_people_of_own_practices(ada, model, ziet):
    assert namen(ada.get(adres(model, "changelist"))) == ziet


@pytest.mark.parametrize("bladzijde", ["change", "history", "delete"])
def test_what_one_may_not_see_is_not_there(wereld, ada, bladzijde):
    geheim = [
        wereld.zeist,
        wereld.zeist.ontwerpvragen.get(),
        wereld.ede.deelnames.get(),
        Deelnemer.objects.get(nummer="EDE"),
    ]

    assert [ada.get(adres(type(record), bladzijde, record.pk)).status_code for record in geheim] == [404] * 4
    assert [ada.post(adres(type(record), bladzijde, record.pk)).status_code for record in geheim] == [404] * 4


def test_an_adviser_reads_another_practice_of_the_programme_and_cannot_change_it(wereld, ada):
    pagina = ada.get(adres(Praktijk, "change", wereld.ede.pk))
    assert pagina.status_code == 200
    assert velden(pagina).keys() & {"naam", "kernthema", "startdatum"} == set()

    assert ada.post(adres(Praktijk, "change", wereld.ede.pk), {"naam": "Gekaapt"}).status_code == 404
    vraag = wereld.ede.ontwerpvragen.get()
    assert ada.post(adres(Ontwerpvraag, "change", vraag.pk), {"vraag": "Gekaapt"}).status_code == 404
    wereld.ede.refresh_from_db()
    assert wereld.ede.naam == "Ede"


def test_only_the_participations_in_own_practices_show_with_a_person(wereld, ada):
    piet = Deelnemer.objects.get(nummer="ARN")
    elders = deelname(piet, wereld.ede, rol="geheime rol")

    pagina = ada.get(adres(Deelnemer, "change", piet.pk))
    assert velden(pagina)["deelnames-TOTAL_FORMS"] == "1"
    assert "geheime rol" not in pagina.content.decode()
    assert "geheime rol" not in ada.get(adres(Deelnemer, "history", piet.pk)).content.decode()
    antwoord = verstuur(ada, piet, velden(pagina) | {"deelnames-0-id": str(elders.pk), "deelnames-0-rol": "gekaapt"})
    elders.refresh_from_db()
    assert elders.rol == "geheime rol"
    assert antwoord.context["inline_admin_formsets"][0].formset.forms[0].errors == {
        "__all__": ["Deze deelnemer doet al vanaf die dag mee aan deze praktijk."]
    }


def test_exports_of_names_are_read_by_staff_and_changed_by_nobody(wereld, ada, mo):
    uitvoer = NamenUitvoer.objects.create(gebruiker=wereld.ada, wat="deelnemers", aantal_personen=3)

    assert ada.get(adres(NamenUitvoer, "changelist")).status_code == 404
    assert namen(mo.get(adres(NamenUitvoer, "changelist"))) == ["deelnemers (3)"]
    assert mo.post(adres(NamenUitvoer, "change", uitvoer.pk), {"wat": "niets"}).status_code == 404
    assert mo.post(adres(NamenUitvoer, "delete", uitvoer.pk), {"post": "yes"}).status_code == 404
