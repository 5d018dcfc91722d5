"""Who makes contact, what was said, what came of it: for the office and the adviser, and nobody else."""

from uuid import uuid4

import pytest
from freezegun import freeze_time

from aanmeldingen.models import Aanmelding, Contactmoment
from mantelzorg.models import Bericht
from tests.aanmeldingen.gegevens import belangstelling, moment
from tests.praktijken.blad.formulieren import geopend, ingelezen
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
MEI = "2014-05-06 12:00"
LIJST = "/intake/belangstelling/"


@pytest.fixture(autouse=True)
def _nu():
    with freeze_time(MEI):
        yield


@pytest.fixture
def rijnzicht(oproep):
    return belangstelling(oproep)


def adres(rij, deel=""):
    return f"{LIJST}{rij.pk}/{deel}"


def velden(client, rij, *namen):
    """What stands in the forms of the page, for these fields."""
    staat = geopend(client, adres(rij))
    return {naam: staat[naam] for naam in namen}


def wijs_toe(client, rij, adviseur, gezien):
    return client.post(adres(rij, "toewijzen/"), {"adviseur": adviseur.pk, "gezien": gezien})


def gezien_bij(client, rij):
    from aanmeldingen.belangstelling.acties import UITKOMST, afdruk

    assert client.get(adres(rij)).status_code == 200
    return afdruk(rij, "adviseur_id"), afdruk(rij, *UITKOMST)


def test_the_office_gives_it_to_an_adviser_who_then_sees_it(als, rijnzicht, mo, ada, bo):
    assert [als(user).get(adres(rijnzicht)).status_code for user in (mo, ada, bo)] == [200, 404, 404]

    antwoord = wijs_toe(als(mo), rijnzicht, ada, gezien_bij(als(mo), rijnzicht)[0])

    rijnzicht.refresh_from_db()
    assert (antwoord.url, rijnzicht.adviseur) == (f"{adres(rijnzicht)}#adviseur", ada)
    assert [als(user).get(adres(rijnzicht)).status_code for user in (mo, ada, bo)] == [200, 200, 404]
    assert "toegewezen aan Ada Adviseur, door Mo Medewerker" in gelezen(als(mo).get(adres(rijnzicht))).tekst


def test_the_same_adviser_twice_is_one_change_and_another_meanwhile_is_told(als, rijnzicht, mo, ada, bo):
    gezien, _ = gezien_bij(als(mo), rijnzicht)
    for _ in range(2):
        wijs_toe(als(mo), rijnzicht, ada, gezien)
    assert rijnzicht.history.count() == 2  # made, and given once

    antwoord = wijs_toe(als(mo), rijnzicht, bo, gezien)

    assert "Iemand anders heeft dit intussen gewijzigd." in gelezen(antwoord).tekst
    rijnzicht.refresh_from_db()
    assert rijnzicht.adviseur == ada
    wijs_toe(als(mo), rijnzicht, bo, gezien_bij(als(mo), rijnzicht)[0])
    rijnzicht.refresh_from_db()
    assert rijnzicht.adviseur == bo


def test_contacts_are_added_and_each_attempt_counts(als, rijnzicht, ada):
    rijnzicht.adviseur = ada
    rijnzicht.save()
    sleutel = str(uuid4())
    poging = {"op": "2014-05-06", "hoe": "niet bereikt", "verslag": "", "inzending": sleutel}

    for _ in range(2):
        antwoord = als(ada).post(adres(rijnzicht, "contact/"), poging)
    als(ada).post(adres(rijnzicht, "contact/"), poging | {"inzending": str(uuid4())})

    assert antwoord.url == f"{adres(rijnzicht)}#contact"
    assert [(een.hoe, een.door) for een in Contactmoment.objects.all()] == [("niet bereikt", ada)] * 2
    assert "2 keer niet bereikt" in gelezen(als(ada).get(LIJST)).tekst


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"op": "2014-05-07"}, "Deze dag moet nog komen."),
        ({"hoe": "telefoon", "verslag": ""}, "Schrijf kort op wat u afsprak."),
        ({"hoe": "duif"}, "Kies"),
    ],
)
def test_a_contact_that_cannot_be_comes_back_as_it_was_typed(als, rijnzicht, mo, fout, melding):
    goed = {"op": "2014-05-06", "hoe": "telefoon", "verslag": "Belt terug.", "inzending": str(uuid4())}

    antwoord = als(mo).post(adres(rijnzicht, "contact/"), goed | fout)

    assert melding in gelezen(antwoord).tekst
    assert ingelezen(antwoord.content.decode())["inzending"] == [goed["inzending"]]
    assert Contactmoment.objects.count() == 0


def test_later_asks_for_a_day_after_today_and_none_empties_it(als, rijnzicht, mo):
    client = als(mo)
    zonder = client.post(adres(rijnzicht, "uitkomst/"), {"vervolg": "later nog eens vragen"})
    vandaag = client.post(adres(rijnzicht, "uitkomst/"), {"vervolg": "later nog eens vragen", "later_op": "2014-05-06"})
    assert "Vul in wanneer u het opnieuw vraagt." in gelezen(zonder).tekst
    assert "Kies een dag na vandaag." in gelezen(vandaag).tekst

    _, gezien = gezien_bij(client, rijnzicht)
    client.post(
        adres(rijnzicht, "uitkomst/"),
        {"vervolg": "later nog eens vragen", "later_op": "2014-06-02", "gezien": gezien},
    )
    rijnzicht.refresh_from_db()
    assert (rijnzicht.vervolg, f"{rijnzicht.vervolg_op}", f"{rijnzicht.later_op}") == (
        "later nog eens vragen", "2014-05-06", "2014-06-02",
    )  # fmt: skip

    _, gezien = gezien_bij(client, rijnzicht)
    client.post(
        adres(rijnzicht, "uitkomst/"),
        {"vervolg": "geen belangstelling meer", "later_op": "2014-06-02", "gezien": gezien},
    )
    rijnzicht.refresh_from_db()
    assert (rijnzicht.vervolg, rijnzicht.later_op) == ("geen belangstelling meer", None)


def test_an_outcome_that_another_gave_meanwhile_is_told(als, rijnzicht, mo):
    _, gezien = gezien_bij(als(mo), rijnzicht)
    geen = {"vervolg": "geen belangstelling meer", "gezien": gezien}
    als(mo).post(adres(rijnzicht, "uitkomst/"), geen)

    later = {"vervolg": "later nog eens vragen", "later_op": "2014-06-02", "gezien": gezien}
    antwoord = als(mo).post(adres(rijnzicht, "uitkomst/"), later)

    assert "Iemand anders heeft dit intussen gewijzigd." in gelezen(antwoord).tekst
    rijnzicht.refresh_from_db()
    assert rijnzicht.vervolg == "geen belangstelling meer"
    assert als(mo).post(adres(rijnzicht, "uitkomst/"), geen).status_code == 302  # the same twice is no clash


def test_it_becomes_an_application_with_everything_that_is_known(als, rijnzicht, ada):
    rijnzicht.adviseur = ada
    rijnzicht.save()

    for _ in range(2):
        antwoord = als(ada).post(adres(rijnzicht, "aanmelding/"))

    een = Aanmelding.objects.get()
    rijnzicht.refresh_from_db()
    assert antwoord.url == f"{adres(rijnzicht)}#uitkomst"
    assert (een.belangstelling, een.oproep, een.ingediend_op) == (rijnzicht, rijnzicht.oproep, None)
    assert (een.organisatie, een.sector.naam, een.plaats, een.vraag) == (
        "Ziekenhuis Rijnzicht", "ziekenhuis", "Arnhem", "Hoe betrekken wij mantelzorgers bij ontslag?",
    )  # fmt: skip
    assert [(c.naam, c.email, c.telefoon) for c in een.contactpersonen.all()] == [
        ("Zita Zoeker", "zita@ziekenhuis.example", "026 123 45 67")
    ]
    assert (rijnzicht.vervolg, f"{rijnzicht.vervolg_op}") == ("gaat zich aanmelden", "2014-05-06")
    assert [(b.soort, b.aan) for b in Bericht.objects.all()] == [("aanmelding begonnen", "zita@ziekenhuis.example")]
    assert "Maak er een aanmelding van" not in gelezen(als(ada).get(adres(rijnzicht))).tekst


def test_the_applicant_goes_on_with_it_and_its_sector_holds(client, als, rijnzicht, mo):
    als(mo).post(adres(rijnzicht, "aanmelding/"))
    een = Aanmelding.objects.get()
    stap = f"/aanmelding/{een.sleutel}/sector/"

    staat = client.get(stap).content.decode()

    assert "Arnhem" in staat
    assert "Laat weten dat u belangstelling heeft" not in staat
    ingevuld = {naam: waarden[0] for naam, waarden in ingelezen(staat).items()}
    assert client.post(stap, ingevuld | {"sector": "ziekenhuis"}).status_code == 302


@pytest.mark.parametrize(
    ("op", "melding"),
    [("2014-03-31 12:00", "De oproep is nog niet open."), ("2014-07-01 12:00", "De oproep is gesloten.")],
)
def test_outside_the_call_no_application_begins(als, rijnzicht, mo, op, melding):
    with freeze_time(op):
        antwoord = als(mo).post(adres(rijnzicht, "aanmelding/"))

    assert melding in gelezen(antwoord).tekst
    assert Aanmelding.objects.count() == 0


def test_once_it_is_an_application_its_outcome_is_no_longer_changed(als, rijnzicht, mo):
    _, gezien = gezien_bij(als(mo), rijnzicht)
    als(mo).post(adres(rijnzicht, "aanmelding/"))

    antwoord = als(mo).post(adres(rijnzicht, "uitkomst/"), {"vervolg": "geen belangstelling meer", "gezien": gezien})

    assert "Dit is al een aanmelding geworden." in gelezen(antwoord).tekst


def test_who_was_erased_is_only_read(als, rijnzicht, mo):
    rijnzicht.naam = rijnzicht.email = rijnzicht.telefoon = ""
    rijnzicht.gewist_op = moment("2014-05-05 10:00")
    rijnzicht.save()

    html = als(mo).get(adres(rijnzicht)).content.decode()
    als(mo).post(adres(rijnzicht, "aanmelding/"))

    assert "De persoonsgegevens zijn gewist op 5 mei 2014." in html
    assert "Contact bewaren" not in html
    assert Aanmelding.objects.count() == 0
