"""History: who changed what, when and why, old and new, of the record and of what hangs on it."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Deelname, Praktijk, PrangendeVraag
from tests.beheer.pagina import adres, ingelogd, open_formulier, verstuur
from tests.gegevens import (
    adviseurschap,
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


def wijzigingen(antwoord):
    """(who, kind of change, record, reason, [(field, was, is)]), the newest first."""
    return [
        (w.door, w.soort, w.wat, w.reden, [(v.veld, v.nu, v.ingevuld) for v in w.verschillen])
        for w in antwoord.context["pagina"]
    ]


def test_a_change_is_told_with_who_why_and_old_and_new_values():
    arnhem = praktijk(programma(), "ARN", naam="Arnhem")
    anja = ingelogd(gebruiker(Rol.BEHEERDER))
    verder = {"naam": "Arnhem-Noord", "werkgebied": "wijk", "reden_van_wijziging": "Eigen wens"}
    verstuur(anja, arnhem, open_formulier(anja, arnhem) | verder)

    assert wijzigingen(anja.get(adres(Praktijk, "history", arnhem.pk))) == [
        (
            "Anja de Beheerder",
            "gewijzigd",
            "Praktijk ARN Arnhem-Noord",
            "Eigen wens",
            [("Naam", "Arnhem", "Arnhem-Noord"), ("Werkgebied", "(leeg)", "Wijk")],
        ),
        (
            "",
            "toegevoegd",
            "Praktijk ARN Arnhem",
            "",
            [
                ("Programma", "(leeg)", "In voor mantelzorg thuis"),
                ("Code", "(leeg)", "ARN"),
                ("Naam", "(leeg)", "Arnhem"),
                ("Startdatum", "(leeg)", "02-09-2019"),
            ],
        ),
    ]


def test_what_hangs_on_the_record_is_told_too_and_a_save_without_change_is_not():
    arnhem = praktijk(programma(), "ARN", naam="Arnhem")
    praktijkpartner(arnhem, organisatie("Zorggroep"))
    experiment(ontwerpvraag(arnhem), "E1", naam="Maatjes")
    anja = ingelogd(gebruiker(Rol.BEHEERDER))
    eerder = len(anja.get(adres(Praktijk, "history", arnhem.pk)).context["pagina"])
    verstuur(anja, arnhem, open_formulier(anja, arnhem))
    vol = open_formulier(anja, arnhem)
    verstuur(
        anja,
        arnhem,
        vol | {"partners-0-rol": "partner", "experimenten-0-naam": "Buddy's", "reden_van_wijziging": "Fout"},
    )

    alle = wijzigingen(anja.get(adres(Praktijk, "history", arnhem.pk)))

    assert len(alle) == eerder + 2
    assert alle[:2] == [
        ("Anja de Beheerder", "gewijzigd", "Experiment E1 Buddy's", "Fout", [("Naam", "Maatjes", "Buddy's")]),
        (
            "Anja de Beheerder",
            "gewijzigd",
            "Praktijkpartner (Arnhem (ARN), Zorggroep)",
            "Fout",
            [("Rol", "(leeg)", "Partner")],
        ),
    ]


def test_a_list_of_a_record_has_its_history():
    deel = programma()
    arnhem = praktijk(deel, "ARN", naam="Arnhem")
    vraag = PrangendeVraag.objects.create(programma=deel, nummer=1, vraag="Hoe houd ik het vol?")
    anja = ingelogd(gebruiker(Rol.BEHEERDER))
    verstuur(anja, arnhem, open_formulier(anja, arnhem) | {"prangende_vragen": [str(vraag.pk)]})

    assert wijzigingen(anja.get(adres(Praktijk, "history", arnhem.pk)))[0] == (
        "Anja de Beheerder",
        "gewijzigd",
        "Praktijk ARN Arnhem",
        "",
        [("Prangende vragen", "(leeg)", "1. Hoe houd ik het vol?")],
    )


def test_staff_read_the_history_of_a_deleted_record_and_an_adviser_does_not():
    arnhem = praktijk(programma(), "ARN")
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(praktijk(arnhem.programma, "EDE"), ada)
    anja = ingelogd(gebruiker(Rol.BEHEERDER))
    anja.post(adres(Praktijk, "delete", arnhem.pk), {"post": "yes"})

    verhaal = wijzigingen(anja.get(adres(Praktijk, "history", arnhem.pk)))
    assert verhaal[0] == ("Anja de Beheerder", "verwijderd", "Praktijk ARN Praktijk ARN", "", [])
    assert ingelogd(ada).get(adres(Praktijk, "history", arnhem.pk)).status_code == 404


def test_an_old_version_that_names_somebody_of_another_practice_keeps_that_name_hidden():
    deel = programma()
    eigen, ander = praktijk(deel, "EIG"), praktijk(deel, "AND")
    piet, geheim = deelnemer(deel, "D1", naam="Piet"), deelnemer(deel, "D2", naam="Gea Geheim")
    deelname(geheim, ander)
    ada = gebruiker(Rol.ADVISEUR)
    adviseurschap(eigen, ada)
    vergissing = deelname(geheim, eigen)
    vergissing.deelnemer = piet
    vergissing.save()

    antwoord = ingelogd(ada).get(adres(Deelname, "history", vergissing.pk))

    assert wijzigingen(antwoord)[0][4] == [("Deelnemer", "(niet zichtbaar)", "D1 Piet")]
    assert "Geheim" not in antwoord.content.decode()


def test_an_old_version_cannot_be_put_back_unseen():
    arnhem = praktijk(programma(), "ARN")
    anja = ingelogd(gebruiker(Rol.BEHEERDER))

    versie = arnhem.history.latest().history_id
    antwoord = anja.post(f"{adres(Praktijk, 'history', arnhem.pk)}{versie}/", {"naam": "Oud"}, follow=True)

    assert antwoord.status_code == 404
    assert Praktijk.objects.get().naam == "Praktijk ARN"
