"""Who sees and changes what in the admin: by `mantelzorg.toegang`, whatever the address, form or search says."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from deelnemers.models import Deelnemer, NamenUitvoer, Organisatie
from mantelzorg.beheer import Beheer
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import (
    Adviseurschap,
    Deelname,
    Experiment,
    Ontwerpvraag,
    Praktijk,
    Praktijkpartner,
    PrangendeVraag,
    Thema,
    Voortgang,
)
from tests.beheer.pagina import adres, ingelogd, open_formulier, velden, verstuur
from tests.gegevens import (
    adviseurschap,
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

pytestmark = pytest.mark.django_db


class Wereld:
    """Ada guides Arnhem; Ede is of the same programme, Zeist of another. Each has a person, a question, a trial."""

    def __init__(self) -> None:
        self.thuis, self.zorg = programma("thuis"), programma("zorg")
        self.arnhem = praktijk(self.thuis, "ARN", naam="Arnhem")
        self.ede = praktijk(self.thuis, "EDE", naam="Ede")
        self.zeist = praktijk(self.zorg, "ZEI", naam="Zeist")
        self.ada = gebruiker(Rol.ADVISEUR)
        adviseurschap(self.arnhem, self.ada)
        self.adviseur_ede = gebruiker(Rol.ADVISEUR, naam="Evert van Ede")
        adviseurschap(self.ede, self.adviseur_ede)
        for plaats, naam in ((self.arnhem, "Piet Arnhem"), (self.ede, "Gea Geheim"), (self.zeist, "Zus Zeist")):
            proef = experiment(ontwerpvraag(plaats, vraag=f"Vraag {plaats.code}?"), f"E-{plaats.code}")
            Voortgang.objects.create(experiment=proef, datum=dag("2020-02-01"), verslag=f"Verslag {plaats.code}.")
            deelname(deelnemer(plaats.programma, plaats.code, naam=naam), plaats)


@pytest.fixture
def wereld():
    return Wereld()


@pytest.fixture
def ada(wereld):
    return ingelogd(wereld.ada)


@pytest.fixture
def mo(wereld):  # noqa: ARG001  # her world
    return ingelogd(gebruiker(Rol.MEDEWERKER))


def namen(antwoord):
    return sorted(str(record) for record in antwoord.context["cl"].result_list)


def gevonden(client, model, veld, term="", **verder):
    vraag = {"app_label": model._meta.app_label, "model_name": model._meta.model_name, "field_name": veld, "term": term}
    antwoord = client.get(reverse("admin:autocomplete"), vraag | verder)
    return sorted(keuze["text"] for keuze in antwoord.json()["results"]) if antwoord.status_code == 200 else 404


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
        "Deelnemer", "Deelname", "Ontwerpvraag", "Experiment", "Voortgang",
    }  # fmt: skip
    assert {naam for naam, mag in van_ada.items() if mag["change"]} == {
        "Deelnemer", "Deelname", "Ontwerpvraag", "Experiment", "Praktijk",
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


def test_an_adviser_changes_an_own_practice_but_not_its_code_programme_or_advisers(wereld, ada):
    vol = open_formulier(ada, wereld.arnhem)
    stiekem = {"code": "XXX", "programma": str(wereld.zorg.pk), "adviseurschappen-0-tot_en_met": "01-01-2020"}
    assert verstuur(ada, wereld.arnhem, vol | {"naam": "Arnhem-Noord"} | stiekem).status_code == 302

    nu = Praktijk.objects.get(pk=wereld.arnhem.pk)
    assert (nu.naam, nu.code, nu.programma) == ("Arnhem-Noord", "ARN", wereld.thuis)
    assert Adviseurschap.objects.get(praktijk=nu).tot_en_met is None


def test_an_adviser_cannot_add_an_adviser_by_hand(wereld, ada):
    vol = open_formulier(ada, wereld.arnhem)
    erbij = {
        "adviseurschappen-TOTAL_FORMS": "2",
        "adviseurschappen-1-adviseur": str(wereld.adviseur_ede.pk),
        "adviseurschappen-1-praktijk": str(wereld.arnhem.pk),
    }
    verstuur(ada, wereld.arnhem, vol | erbij)

    assert [rol.adviseur for rol in wereld.arnhem.adviseurschappen.all()] == [wereld.ada]


def test_an_adviser_cannot_reach_another_practices_rows_through_an_own_page(wereld, ada):
    vreemd = praktijkpartner(wereld.ede, organisatie("Zorggroep"))
    rij = {
        "partners-TOTAL_FORMS": "1", "partners-INITIAL_FORMS": "1", "partners-0-id": str(vreemd.pk),
        "partners-0-praktijk": str(wereld.ede.pk), "partners-0-organisatie": str(vreemd.organisatie_id),
        "partners-0-vanaf": "02-09-2019", "partners-0-rol": "penvoerder",
    }  # fmt: skip
    verstuur(ada, wereld.arnhem, open_formulier(ada, wereld.arnhem) | rij)

    vreemd.refresh_from_db()
    assert (vreemd.praktijk, vreemd.rol) == (wereld.ede, "")


@pytest.mark.parametrize("model", [Ontwerpvraag, Experiment, Deelname])
def test_a_record_cannot_be_moved_to_a_practice_one_does_not_guide(wereld, ada, model):
    pad, veld, doel = {
        Ontwerpvraag: ("praktijk", "praktijk", wereld.ede),
        Experiment: ("ontwerpvraag__praktijk", "ontwerpvraag", wereld.ede.ontwerpvragen.get()),
        Deelname: ("praktijk", "praktijk", wereld.ede),
    }[model]
    eigen = model.objects.get(**{pad: wereld.arnhem})

    antwoord = verstuur(ada, eigen, open_formulier(ada, eigen) | {veld: str(doel.pk)})

    assert antwoord.status_code == 200
    assert list(antwoord.context["adminform"].form.errors) == [veld]
    assert model.objects.filter(pk=eigen.pk, **{pad: wereld.arnhem}).exists()


@pytest.mark.parametrize(
    ("model", "invoer"),
    [
        (Ontwerpvraag, {"nummer": "9", "vraag": "Mijn vraag?", "geformuleerd_op": "01-10-2019"}),
        (Experiment, {"code": "NIEUW", "naam": "Nieuw"}),
        (Voortgang, {"datum": "01-03-2020", "verslag": "Nieuw."}),
        (Deelname, {"vanaf": "01-03-2020"}),
    ],
)
def test_an_adviser_adds_to_own_practices_only(wereld, ada, model, invoer):
    def doel(plaats):
        vraag = plaats.ontwerpvragen.get()
        persoon = Deelnemer.objects.get(nummer="ARN")
        return {
            Ontwerpvraag: {"praktijk": plaats.pk},
            Experiment: {"ontwerpvraag": vraag.pk},
            Voortgang: {"experiment": vraag.experimenten.get().pk},
            Deelname: {"praktijk": plaats.pk, "deelnemer": persoon.pk},
        }[model]

    leeg = velden(ada.get(adres(model, "add")))
    eerder = model.objects.count()

    geweigerd = ada.post(adres(model, "add"), leeg | invoer | doel(wereld.ede))
    assert (geweigerd.status_code, model.objects.count()) == (200, eerder)
    gelukt = ada.post(adres(model, "add"), leeg | invoer | doel(wereld.arnhem))
    assert (gelukt.status_code, model.objects.count()) == (302, eerder + 1)


def test_a_new_person_of_an_adviser_takes_part_in_an_own_practice_at_once(wereld, ada):
    leeg = velden(ada.get(adres(Deelnemer, "add")))
    wie = {"programma": wereld.thuis.pk, "nummer": "N1", "naam": "Nel"}
    waar = {"deelnames-0-praktijk": wereld.arnhem.pk, "deelnames-0-vanaf": "01-03-2020"}

    assert ada.post(adres(Deelnemer, "add"), leeg | wie).status_code == 200
    assert (
        ada.post(adres(Deelnemer, "add"), leeg | wie | waar | {"deelnames-0-praktijk": wereld.ede.pk}).status_code
        == 200
    )
    assert Deelnemer.objects.filter(nummer="N1").count() == 0

    assert ada.post(adres(Deelnemer, "add"), leeg | wie | waar).status_code == 302
    assert Deelname.objects.get(deelnemer__nummer="N1").praktijk == wereld.arnhem


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


def test_questions_of_another_programme_are_refused(wereld, mo):
    vreemd = PrangendeVraag.objects.create(programma=wereld.zorg, nummer=1, vraag="Van een ander?")
    vol = open_formulier(mo, wereld.arnhem)

    antwoord = verstuur(mo, wereld.arnhem, vol | {"prangende_vragen": [str(vreemd.pk)]})
    assert list(antwoord.context["adminform"].form.errors) == ["prangende_vragen"]

    leeg = velden(mo.get(adres(Praktijk, "add")))
    nieuw = leeg | {"programma": wereld.thuis.pk, "code": "N", "naam": "N", "prangende_vragen": [str(vreemd.pk)]}
    antwoord = mo.post(adres(Praktijk, "add"), nieuw)
    assert antwoord.context["adminform"].form.errors == {
        "prangende_vragen": ["Kies prangende vragen van hetzelfde programma als de praktijk."]
    }


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


def test_progress_is_added_and_never_overwritten(mo, ada):
    voortgang = Voortgang.objects.get(experiment__code="E-ARN")
    assert mo.post(adres(Voortgang, "change", voortgang.pk), {"verslag": "Anders"}).status_code == 404

    proef = voortgang.experiment
    erover = {"voortgang-0-verslag": "Anders", "voortgang-0-id": str(voortgang.pk)}
    verstuur(mo, proef, open_formulier(mo, proef) | erover)
    erbij = {"voortgang-1-datum": "01-03-2020", "voortgang-1-verslag": "Gelukt."}
    verstuur(ada, proef, open_formulier(ada, proef) | erbij)

    assert [(v.verslag, v.door and v.door.naam) for v in proef.voortgang.all()] == [
        ("Verslag ARN.", None),
        ("Gelukt.", "Ada de Adviseur"),
    ]


def test_an_experiment_on_the_page_of_a_practice_hangs_on_one_of_its_own_questions(wereld, mo):
    vreemd, eigen = wereld.ede.ontwerpvragen.get(), wereld.arnhem.ontwerpvragen.get()
    nieuw = {"experimenten-1-code": "N1", "experimenten-1-naam": "Nieuw"}

    vol = open_formulier(mo, wereld.arnhem)
    fout = verstuur(mo, wereld.arnhem, vol | nieuw | {"experimenten-1-ontwerpvraag": str(vreemd.pk)})
    assert (fout.status_code, Experiment.objects.filter(code="N1").count()) == (200, 0)

    verstuur(mo, wereld.arnhem, vol | nieuw | {"experimenten-1-ontwerpvraag": str(eigen.pk)})
    gemaakt = Experiment.objects.get(code="N1")
    assert (gemaakt.ontwerpvraag, gemaakt.programma) == (eigen, wereld.thuis)


def test_only_staff_delete_and_what_others_hang_on_stays(wereld, ada, mo):
    thema = Thema.objects.create(naam="respijtzorg")
    assert ada.post(adres(Thema, "delete", thema.pk), {"post": "yes"}).status_code == 404
    assert mo.post(adres(Thema, "delete", thema.pk), {"post": "yes"}).status_code == 302
    assert (Thema.objects.count(), Thema.history.latest().history_type) == (0, "-")

    antwoord = mo.post(adres(Praktijk, "delete", wereld.arnhem.pk), {"post": "yes"})
    assert antwoord.status_code == 200
    assert "kan niet worden verwijderd, want dit hoort erbij" in antwoord.content.decode()
    assert Praktijk.objects.filter(pk=wereld.arnhem.pk).exists()


def test_exports_of_names_are_read_by_staff_and_changed_by_nobody(wereld, ada, mo):
    uitvoer = NamenUitvoer.objects.create(gebruiker=wereld.ada, wat="deelnemers", aantal_personen=3)

    assert ada.get(adres(NamenUitvoer, "changelist")).status_code == 404
    assert namen(mo.get(adres(NamenUitvoer, "changelist"))) == ["deelnemers (3)"]
    assert mo.post(adres(NamenUitvoer, "change", uitvoer.pk), {"wat": "niets"}).status_code == 404
    assert mo.post(adres(NamenUitvoer, "delete", uitvoer.pk), {"post": "yes"}).status_code == 404


def test_nothing_typed_is_lost_when_a_rule_is_broken(wereld, mo):
    vol = open_formulier(mo, wereld.arnhem)
    getypt = {
        "einddatum": "01-01-2021",
        "kernthema": "Half af",
        "partners-TOTAL_FORMS": "1",
        "partners-0-rol": "partner",
    }

    antwoord = verstuur(mo, wereld.arnhem, vol | getypt)

    assert antwoord.status_code == 200
    assert antwoord.context["adminform"].form.errors == {
        "__all__": ["Einddatum en afloop horen samen: vul beide in of geen van beide."]
    }
    weer = velden(antwoord)
    assert {naam: weer[naam] for naam in getypt} == getypt


@pytest.mark.parametrize("model", [Praktijk, Ontwerpvraag, Experiment, Deelname, Deelnemer, Organisatie])
def test_an_empty_form_names_what_is_missing(mo, model):
    antwoord = mo.post(adres(model, "add"), velden(mo.get(adres(model, "add"))))

    verplicht = {
        Praktijk: ["programma", "code", "naam"],
        Ontwerpvraag: ["praktijk", "nummer", "vraag", "geformuleerd_op"],
        Experiment: ["ontwerpvraag", "code", "naam"],
        Deelname: ["deelnemer", "praktijk", "vanaf"],
        Deelnemer: ["programma", "nummer"],
        Organisatie: ["naam"],
    }
    assert sorted(antwoord.context["adminform"].form.errors) == sorted(verplicht[model])


def test_the_admin_keeps_no_second_log_with_names(mo):
    piet = Deelnemer.objects.get(nummer="ARN")
    verstuur(mo, piet, open_formulier(mo, piet) | {"naam": "Piet Pieters"})

    assert LogEntry.objects.count() == 0
    assert Deelnemer.history.filter(id=piet.pk).count() == 2
