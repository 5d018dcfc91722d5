"""Sending in, the next versions, and withdrawing: what the database holds afterwards."""

from uuid import uuid4

import pytest

from aanmeldingen.formulier.beginnen import begin
from aanmeldingen.formulier.indienen import (
    AndereVoorwaarden,
    Gesloten,
    Ingetrokken,
    NietCompleet,
    dien_in,
    leg_vast,
    leg_versie_vast,
)
from aanmeldingen.formulier.intrekken import trek_in
from aanmeldingen.models import Aanmelding, Indiening, Plaatsstand
from aanmeldingen.plaatsen.lezen import plek
from mantelzorg.models import Bericht, Poststand
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, moment, voorwaarden
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db
JUNI = moment("2014-06-02 12:00")
LAATSTE_TEL = moment("2014-06-30 23:59")
SLUITING = moment("2014-07-01 00:00")


def soorten() -> list[str]:
    return list(Bericht.objects.order_by("pk").values_list("soort", flat=True))


def ingediend(oproep, **velden) -> Aanmelding:
    return dien_in(aanmelding=aanmelding(oproep, **velden).pk, versie=1, op=JUNI)


def test_a_draft_has_a_contact_person_and_its_link_is_mailed_once():
    oproep, inzending = oproep_met(1), uuid4()
    velden = {"organisatie": "Zorg BV", "naam": "Carla\nContact", "email": "carla@zorg.example"}

    een, twee = (begin(oproep=oproep, inzending=inzending, op=JUNI, **velden) for _ in range(2))

    assert (een, soorten()) == (twee, ["aanmelding begonnen"])
    assert [(c.volgorde, c.naam, c.email) for c in een.contactpersonen.all()] == [
        (1, "Carla Contact", "carla@zorg.example")
    ]
    assert een.link_geldig_tot.isoformat() == "2014-12-28"  # 1 July and 180 days


def test_sent_in_twice_it_has_one_number_one_version_one_place_and_one_mail():
    oproep = oproep_met(1)
    een = aanmelding(oproep)

    for _ in range(2):
        dien_in(aanmelding=een.pk, versie=1, op=JUNI)

    een.refresh_from_db()
    assert (een.nummer, een.ingediend_op, een.voorwaarden.nummer) == (1, JUNI, 1)
    assert (plek(een).stand, een.plaatsregels.count(), een.indieningen.count()) == (Plaatsstand.BEZET, 1, 1)
    assert soorten() == ["aanmelding ontvangen"]


def test_sending_in_asks_the_database_the_same_however_many_went_before(django_assert_num_queries):
    oproep = oproep_met(1)
    ingediend(oproep)
    for _ in range(3):
        een = aanmelding(oproep)
        with django_assert_num_queries(24):
            dien_in(aanmelding=een.pk, versie=1, op=JUNI)


def test_the_confirmation_says_the_rank_and_what_was_sent_in():
    oproep = oproep_met(1)
    ingediend(oproep)
    tweede = ingediend(oproep, organisatie="Zorg & Co <BV>")

    brief = Bericht.objects.latest("pk")

    assert (brief.onderwerp, brief.aan, brief.aan_naam) == (
        "Uw aanmelding is ontvangen (nummer 2)",
        "carla@zorg.example",
        "Carla Contact",
    )
    assert "U staat op nummer 1 van de wachtlijst." in brief.tekst
    assert "Wijzigen kan tot en met maandag 30 juni 2014, 23.59 uur." in brief.tekst
    assert "Organisatie: Zorg & Co <BV>\n" in brief.tekst
    assert tweede.sleutel not in brief.tekst


def test_what_arrives_in_the_last_minute_counts_and_at_the_stroke_of_closing_no_more():
    oproep = oproep_met(2)
    op_tijd, te_laat = aanmelding(oproep), aanmelding(oproep)

    dien_in(aanmelding=op_tijd.pk, versie=1, op=LAATSTE_TEL)
    with pytest.raises(Gesloten):
        dien_in(aanmelding=te_laat.pk, versie=1, op=SLUITING)

    te_laat.refresh_from_db()
    assert (te_laat.ingediend_op, te_laat.organisatie != "") == (None, True)
    assert oproep.aanmeldingen.ingediend().get() == op_tijd


def test_one_agrees_with_the_newest_conditions():
    oproep = oproep_met(1)
    een, nieuwste = aanmelding(oproep), voorwaarden(oproep, 2)

    with pytest.raises(AndereVoorwaarden) as fout:
        dien_in(aanmelding=een.pk, versie=1, op=JUNI)

    assert fout.value.huidige == nieuwste
    assert dien_in(aanmelding=een.pk, versie=2, op=JUNI).voorwaarden == nieuwste


def test_an_incomplete_draft_says_all_that_is_missing():
    een = aanmelding(oproep_met(1), kvk="", sector=None, gemeente=None, medewerkers=None, vraag="")

    with pytest.raises(NietCompleet) as fout:
        dien_in(aanmelding=een.pk, versie=1, op=JUNI)

    assert [(gemis.stap.value, gemis.wat) for gemis in fout.value.gemis] == [
        ("organisatie", "het KvK-nummer, of waarom u dat niet heeft"),
        ("sector", "de sector"),
        ("sector", "de plaats en de gemeente"),
        ("vraag", "de vraag waaraan u wilt werken"),
        ("vraag", "hoeveel medewerkers u wilt bereiken"),
    ]


def test_a_second_application_under_one_number_is_no_error():
    oproep = oproep_met(2)

    een, twee = (ingediend(oproep, kvk="12345678") for _ in range(2))

    assert (een.nummer, twee.nummer) == (1, 2)


def test_a_change_is_a_next_version_and_the_same_again_is_none():
    een = ingediend(oproep_met(1))
    een.medewerkers = 40
    een.save()

    versies = [leg_versie_vast(aanmelding=een, op=JUNI, door=None).nummer for _ in range(2)]

    assert versies == [2, 2]
    aantallen = [dict(versie.inhoud)["Medewerkers die u wilt bereiken"] for versie in een.indieningen.all()]
    assert aantallen == ["25", "40"]


def test_changes_within_a_quarter_of_an_hour_are_one_mail_with_the_last_of_them():
    een = ingediend(oproep_met(1))
    for aantal, op in ((40, "2014-06-03 10:00"), (50, "2014-06-03 10:14")):
        een.medewerkers = aantal
        een.save()
        leg_vast(aanmelding=een, op=moment(op), door=None)

    brieven = Bericht.objects.filter(soort="aanmelding gewijzigd", stand=Poststand.WACHT)

    assert [brief.verstuur_na for brief in brieven] == [moment("2014-06-03 10:15")]
    assert "Medewerkers die u wilt bereiken: 50" in brieven.get().tekst


def test_a_question_for_more_is_answered_by_what_is_newer_than_it_saw():
    een = ingediend(oproep_met(1))
    verzoek = aanvulverzoek(een, gebruiker(Rol.MEDEWERKER))

    leg_vast(aanmelding=een, op=JUNI, door=None)
    verzoek.refresh_from_db()
    onbeantwoord = (verzoek.antwoord, verzoek.afgesloten_op)
    een.vraag = "Hoe betrekken wij mantelzorgers, en hun buren?"
    een.save()
    versie = leg_vast(aanmelding=een, op=JUNI, door=None)
    verzoek.refresh_from_db()

    assert onbeantwoord == (None, None)
    assert (verzoek.antwoord, verzoek.afgesloten_op, versie.nummer) == (versie, JUNI, 2)


def test_withdrawing_twice_frees_the_place_once_and_mails_once():
    oproep = oproep_met(1)
    een, wacht = ingediend(oproep), ingediend(oproep)

    for _ in range(2):
        trek_in(aanmelding=een.pk, reden="Geen tijd.", door=None, op=JUNI)

    een.refresh_from_db()
    assert (een.ingetrokken_op, een.ingetrokken_omdat, plek(een).stand) == (JUNI, "Geen tijd.", Plaatsstand.GEEN)
    assert plek(wacht).stand == Plaatsstand.AANGEBODEN
    assert soorten().count("aanmelding ingetrokken") == 1


def test_a_withdrawn_draft_cannot_be_sent_in():
    een = aanmelding(oproep_met(1))
    trek_in(aanmelding=een.pk, reden="", door=None, op=JUNI)

    with pytest.raises(Ingetrokken):
        dien_in(aanmelding=een.pk, versie=1, op=JUNI)
    assert Indiening.objects.count() == 0
