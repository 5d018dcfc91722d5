"""Who changes what in the admin, whatever the form sends."""

import pytest
from django.contrib.admin.models import LogEntry

from deelnemers.models import Deelnemer, Organisatie
from praktijken.models import (
    Adviseurschap,
    Deelname,
    Experiment,
    Ontwerpvraag,
    Praktijk,
    PrangendeVraag,
    Thema,
    Voortgang,
)
from tests.beheer.pagina import adres, open_formulier, velden, verstuur
from tests.gegevens import (
    organisatie,
    praktijkpartner,
)

pytestmark = pytest.mark.django_db


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
        "__all__": ["Einddatum en afloop horen bij elkaar: vul beide in of geen van beide."]
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
