"""Versions of the conditions: written, made to hold, and followed by a next one."""

import pytest

from aanmeldingen.models import Vastgesteld, Voorwaarden
from aanmeldingen.oproepen import afdruk
from mantelzorg.toegang import Rol
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.openbaar.velden import velden_van
from tests.aanmeldingen.oproepen.invullen import INRICHTEN, fouten, ingevuld
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen


@pytest.fixture
def versie(kantoor, concept):
    """Version 1 of the conditions, just begun."""
    kantoor.post(f"{INRICHTEN}voorwaarden/")
    return concept.voorwaarden.get()


SCHRIJF = f"{INRICHTEN}voorwaarden/1/"
TEKST = {
    "tekst": "U werkt twintig maanden mee.",
    "reden_versie": "",
    "criterium-1": "U levert zorg",
    "toelichting-1": "",
    "criterium-2": "Uw bestuur doet mee",
    "toelichting-2": "Met een brief.",
}


@pytest.mark.usefixtures("versie")
def test_a_version_is_written_with_its_criteria_and_rows_that_are_emptied_go(kantoor, concept):
    kantoor.post(SCHRIJF, ingevuld(kantoor, SCHRIJF, **TEKST))
    kantoor.post(SCHRIJF, ingevuld(kantoor, SCHRIJF, **{"criterium-1": ""}))

    gevonden = concept.voorwaarden.get()
    assert gevonden.tekst == "U werkt twintig maanden mee."
    assert [str(een) for een in gevonden.criteria.all()] == ["1. Uw bestuur doet mee"]


@pytest.mark.usefixtures("versie")
def test_an_explanation_without_a_criterion_is_refused_and_stays(kantoor, concept):
    antwoord = kantoor.post(SCHRIJF, ingevuld(kantoor, SCHRIJF, **TEKST | {"criterium-2": ""}))

    assert fouten(antwoord) == {"criterium-2": ["Bij deze toelichting staat geen criterium."]}
    assert velden_van(antwoord.content.decode())["toelichting-2"].strip() == "Met een brief."
    assert not concept.voorwaarden.get().criteria.exists()


@pytest.mark.usefixtures("versie")
def test_a_text_that_is_far_too_long_is_refused_and_stays(kantoor):
    lang = "Waarom? " * 12_500

    antwoord = kantoor.post(SCHRIJF, ingevuld(kantoor, SCHRIJF, tekst=lang))

    assert list(fouten(antwoord)) == ["tekst"]
    assert velden_van(antwoord.content.decode())["tekst"].strip() == lang.strip()


def test_two_people_who_write_the_same_version_see_both(als, versie):
    mo, bo = als(gebruiker(Rol.MEDEWERKER)), als(gebruiker(Rol.BEHEERDER, "Bo de Beheerder"))
    van_mo, van_bo = (ingevuld(client, SCHRIJF, **TEKST) for client in (mo, bo))
    mo.post(SCHRIJF, van_mo)

    botst = bo.post(SCHRIJF, van_bo | {"criterium-1": "U levert zorg of welzijn"})
    assert "Criterium 1 U levert zorg U levert zorg of welzijn" in gelezen(botst).tekst

    bo.post(SCHRIJF, velden_van(botst.content.decode()))
    assert [een.tekst for een in versie.criteria.all()] == ["U levert zorg of welzijn", "Uw bestuur doet mee"]


def stel_vast(client, versie):
    gezien = afdruk.versie(Voorwaarden.objects.get(pk=versie.pk))
    pad = f"/intake/{versie.oproep.slug}/inrichten/voorwaarden/{versie.nummer}/"
    return client.post(f"{pad}vaststellen/", {"gezien": gezien}, follow=True)


def test_a_version_that_holds_never_changes_again(kantoor, versie, mo):
    kantoor.post(SCHRIJF, ingevuld(kantoor, SCHRIJF, **TEKST))
    klad = ingevuld(kantoor, SCHRIJF, **TEKST)

    stel_vast(kantoor, versie)
    te_laat = kantoor.post(SCHRIJF, klad | {"tekst": "Stiekem anders."})

    versie.refresh_from_db()
    assert (versie.vastgesteld_door, versie.tekst) == (mo, "U werkt twintig maanden mee.")
    assert "Deze versie is intussen vastgesteld." in gelezen(te_laat).tekst
    assert velden_van(te_laat.content.decode())["tekst"].strip() == "Stiekem anders."
    for record in (versie, versie.criteria.first()):
        record.tekst = "Stiekem anders."
        with pytest.raises(Vastgesteld):
            record.save()
        with pytest.raises(Vastgesteld):
            record.delete()


def test_personal_data_can_still_leave_a_version_that_holds(oproep):
    versie = oproep.voorwaarden.get()
    versie.tekst = "[verwijderd]"
    versie._change_reason = "persoonsgegevens verwijderd"

    versie.save(update_fields=["tekst"])

    assert Voorwaarden.objects.get().tekst == "[verwijderd]"


def test_a_version_that_is_not_complete_or_was_changed_meanwhile_does_not_hold(kantoor, versie):
    leeg = stel_vast(kantoor, versie)
    kantoor.post(SCHRIJF, ingevuld(kantoor, SCHRIJF, **TEKST))
    oud = kantoor.post(f"{SCHRIJF}vaststellen/", {"gezien": "van-eerder"}, follow=True)

    assert "Deze versie is nog niet compleet. Er is niets vastgesteld." in gelezen(leeg).tekst
    assert "Iemand anders wijzigde deze versie intussen." in gelezen(oud).tekst
    versie.refresh_from_db()
    assert versie.vastgesteld_op is None


def test_a_next_version_copies_the_last_needs_a_reason_and_leaves_applications_theirs(kantoor, oproep):
    eerste = oproep.voorwaarden.get()
    aanmelding = gegevens.ingediend(oproep)
    pad = "/intake/oproep-2014/inrichten/voorwaarden/"

    urls = [kantoor.post(pad).url for _ in range(2)]
    tweede = oproep.voorwaarden.get(nummer=2)
    zonder_reden = stel_vast(kantoor, tweede)
    kantoor.post(f"{pad}2/", ingevuld(kantoor, f"{pad}2/", reden_versie="De minister vroeg het."))
    stel_vast(kantoor, tweede)

    assert urls == [f"{pad}2/"] * 2
    assert "Deze versie is nog niet compleet." in gelezen(zonder_reden).tekst
    tweede.refresh_from_db()
    assert tweede.vastgesteld_op == moment("2014-06-02 12:00")
    assert [een.tekst for een in tweede.criteria.all()] == [een.tekst for een in eerste.criteria.all()]
    aanmelding.refresh_from_db()
    assert aanmelding.voorwaarden == eerste
    tekst = gelezen(kantoor.get("/intake/oproep-2014/")).tekst
    assert "Versie 2 : vastgesteld op maandag 2 juni 2014, 12.00 uur door Mo de Medewerker , 0 aanmeldingen." in tekst
    assert "Versie 1 : vastgesteld op dinsdag 1 april 2014, 00.00 uur, 1 aanmelding." in tekst
