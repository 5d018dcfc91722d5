"""Admit, reject with two pairs of eyes, and go back on a decision: the place and the mail go along."""

from uuid import uuid4

import pytest

from aanmeldingen.beoordelen.aanvullen import AL_BESLOTEN, Vraag, vraag_aan
from aanmeldingen.beoordelen.bekrachtigen import GEEN_PLAATS
from aanmeldingen.beoordelen.besluiten import (
    EIGEN_VOORSTEL,
    ER_LIGT_EEN_VOORSTEL,
    IntussenBesloten,
    Voornemen,
    afdruk,
    besluit,
    bevestig,
    neem_terug,
)
from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.models import Aanmelding, Besluit, Besluitsoort, Oordeel, Plaatsstand
from aanmeldingen.plaatsen.lezen import plek
from aanmeldingen.stand import Aanmeldstand
from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.toegang import Rol
from tests.aanmeldingen.beoordelen.gegevens import beoordeel, met_plaats, roep_op
from tests.aanmeldingen.gegevens import aanvulverzoek, moment
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.django_db
NU, LATER = moment("2014-07-10 10:00"), moment("2014-07-11 10:00")
VOLDAAN, NIET, ONTHEVEN = Oordeel.VOLDAAN, Oordeel.NIET_VOLDAAN, Oordeel.ONTHEVEN
TOELATEN, AFWIJZEN, HEROPENEN = Besluitsoort.TOELATEN, Besluitsoort.AFWIJZEN, Besluitsoort.HEROPENEN


def voornemen(een: Aanmelding, soort: Besluitsoort, **velden) -> Voornemen:
    return Voornemen(
        soort=soort, **{"motivering": "Zo is besloten.", "inzending": uuid4(), "gezien": afdruk(een)} | velden
    )


def beslis(een: Aanmelding, soort: Besluitsoort, door, op=NU, **velden) -> Besluit:
    return besluit(aanmelding=een.pk, voornemen=voornemen(een, soort, **velden), door=door, op=op)


def wijs_af(een: Aanmelding, voor, door, criteria, **velden) -> Besluit:
    voorstel = beslis(een, AFWIJZEN, voor, criteria=frozenset(rij.pk for rij in criteria), **velden)
    return bevestig(besluit=voorstel.pk, door=door, op=LATER)


def oordeel_opnieuw(een: Aanmelding, nummer: int, oordeel: Oordeel):
    """The criterion of that number, judged otherwise."""
    rij = een.oordelen.get(criterium__nummer=nummer)
    rij.oordeel, rij.reden = oordeel, "" if oordeel == VOLDAAN else "Het bestuur haakt af."
    rij.save()
    return rij.criterium


def stand(een: Aanmelding) -> str:
    return Aanmelding.objects.met_stand().get(pk=een.pk).stand


def test_an_admission_confirms_the_place_and_waits_an_hour_in_the_outbox(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, ONTHEVEN, VOLDAAN)

    mail = beslis(een, TOELATEN, mensen.mo).bericht

    assert (stand(een), plek(een).stand) == (Aanmeldstand.TOEGELATEN, Plaatsstand.BEVESTIGD)
    verwacht = ("carla@zorg.example", Poststand.WACHT, moment("2014-07-10 11:00"))
    assert (mail.aan, mail.stand, mail.verstuur_na) == verwacht
    assert "De Linde doet mee." in mail.tekst
    assert "Criterium 2: Er is een vraag uit de praktijk\nDe reden: Reden bij 2" in mail.tekst


@pytest.mark.parametrize(
    ("oordelen", "melding"),
    [
        ((), "Beoordeel eerst elk criterium. Nog zonder oordeel: 1, 2, 3."),
        ((VOLDAAN, NIET, NIET), "Aan deze criteria is niet voldaan: 2, 3."),
    ],
)
def test_nobody_is_admitted_with_a_criterion_that_is_open_or_not_met(mensen, een, oordelen, melding):
    if oordelen:
        beoordeel(een, mensen.mo, *oordelen)

    with pytest.raises(KanNiet) as niet:
        beslis(een, TOELATEN, mensen.mo)

    assert niet.value.tekst.startswith(melding)
    assert (Besluit.objects.count(), plek(een).stand) == (0, Plaatsstand.BEZET)


def test_without_a_free_place_nothing_is_decided_and_it_says_what_can_be_done(mensen, een):
    wacht = met_plaats(een.oproep, "De Beuk")
    beoordeel(wacht, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)

    with pytest.raises(KanNiet) as niet:
        beslis(wacht, TOELATEN, mensen.mo)

    assert niet.value.tekst == GEEN_PLAATS
    assert (stand(wacht), plek(wacht).rang, Besluit.objects.count()) == (Aanmeldstand.WACHTLIJST, 1, 0)


def test_a_rejection_waits_for_a_second_person_then_frees_the_place_for_the_next_in_rank(mensen, een):
    volgende = met_plaats(een.oproep, "De Beuk")
    criteria = beoordeel(een, mensen.mo, VOLDAAN, NIET, VOLDAAN)
    voorstel = beslis(een, AFWIJZEN, mensen.mo, criteria=frozenset({criteria[1].pk}))
    assert (stand(een), plek(een).stand, voorstel.bericht) == (Aanmeldstand.ONTVANGEN, Plaatsstand.BEZET, None)

    bevestigd = bevestig(besluit=voorstel.pk, door=mensen.mia, op=LATER)

    assert (stand(een), plek(een).stand) == (Aanmeldstand.AFGEWEZEN, Plaatsstand.GEEN)
    assert plek(volgende).stand == Plaatsstand.AANGEBODEN
    assert bevestigd.bericht.verstuur_na == moment("2014-07-11 11:00")


def test_the_mail_of_a_rejection_quotes_the_criterion_as_it_stood_and_names_complaints(mensen, een):
    criteria = beoordeel(een, mensen.mo, VOLDAAN, NIET, VOLDAAN)

    tekst = wijs_af(een, mensen.mo, mensen.mia, [criteria[1]]).bericht.tekst

    assert "U meldde zich aan onder versie 2 van de voorwaarden. Uw aanmelding voldoet niet aan:" in tekst
    assert "Criterium 2: Er is een vraag uit de praktijk\nWaarom niet: Reden bij 2" in tekst
    assert "Criterium 1" not in tekst
    assert "geen bezwaar of beroep" in tekst
    assert "Mail uw klacht naar klachten@voorbeeld.example." in tekst


def test_who_proposes_a_rejection_does_not_confirm_it_not_even_with_two_roles(mensen, een):
    criteria = beoordeel(een, mensen.mo, NIET, NIET, VOLDAAN)
    dubbel = gebruiker(Rol.MEDEWERKER, "Dirk Dubbel")
    dubbel.groups.add(mensen.anja.groups.get())
    voorstel = beslis(een, AFWIJZEN, dubbel, criteria=frozenset({criteria[0].pk}))

    with pytest.raises(KanNiet) as niet:
        bevestig(besluit=voorstel.pk, door=dubbel, op=LATER)

    assert niet.value.tekst == EIGEN_VOORSTEL
    assert stand(een) == Aanmeldstand.ONTVANGEN


def test_a_rejection_rests_on_criteria_that_are_not_met_also_when_it_is_confirmed(mensen, een):
    criteria = beoordeel(een, mensen.mo, VOLDAAN, NIET, VOLDAAN)
    for gekozen in (frozenset(), frozenset({criteria[0].pk})):
        with pytest.raises(KanNiet):
            beslis(een, AFWIJZEN, mensen.mo, criteria=gekozen)
    voorstel = beslis(een, AFWIJZEN, mensen.mo, criteria=frozenset({criteria[1].pk}))
    oordeel_opnieuw(een, 2, VOLDAAN)

    with pytest.raises(KanNiet) as niet:
        bevestig(besluit=voorstel.pk, door=mensen.mia, op=LATER)

    assert niet.value.tekst == "Een afwijzing rust op criteria waaraan niet is voldaan. Dat geldt niet voor: 2."


def test_a_proposal_can_be_sent_back_with_a_reason_and_another_made(mensen, een):
    grond = frozenset({beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)[0].pk})
    voorstel = beslis(een, AFWIJZEN, mensen.mo, criteria=grond)
    with pytest.raises(KanNiet) as niet:
        beslis(een, AFWIJZEN, mensen.mia, criteria=grond)
    assert niet.value.tekst == ER_LIGT_EEN_VOORSTEL

    neem_terug(besluit=voorstel.pk, reden="Zij leveren wel zorg.", door=mensen.mia, op=LATER)
    with pytest.raises(IntussenBesloten):
        bevestig(besluit=voorstel.pk, door=mensen.anja, op=LATER)
    beslis(een, AFWIJZEN, mensen.mia, criteria=grond)

    terug = [(rij.teruggenomen_omdat, rij.bevestigd_op) for rij in een.besluiten.order_by("pk")]
    assert terug == [("Zij leveren wel zorg.", None), ("", None)]


def test_a_rejection_reversed_into_an_admission_takes_a_free_place_and_both_stay(mensen, een):
    criteria = beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)
    eerste = wijs_af(een, mensen.mo, mensen.mia, [criteria[0]])
    oordeel_opnieuw(een, 1, VOLDAAN)

    tweede = beslis(een, TOELATEN, mensen.mia, op=LATER, reden_herziening="Wij lazen het verkeerd.")

    assert (stand(een), plek(een).stand) == (Aanmeldstand.TOEGELATEN, Plaatsstand.BEVESTIGD)
    assert list(een.besluiten.order_by("pk")) == [eerste, tweede]
    assert tweede.vervangt == eerste


def test_a_rejection_that_is_off_brings_the_former_rank_back_where_no_place_is_free(mensen, een):
    volgende = met_plaats(een.oproep, "De Beuk")
    criteria = beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)
    wijs_af(een, mensen.mo, mensen.mia, [criteria[0]])
    assert plek(volgende).stand == Plaatsstand.AANGEBODEN

    beslis(een, HEROPENEN, mensen.mo, op=LATER, reden_herziening="Wij lazen het verkeerd.")

    assert (stand(een), plek(een).rang) == (Aanmeldstand.WACHTLIJST, 1)


def test_an_admission_reversed_into_a_rejection_takes_two_people_and_gives_the_place_back(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    beslis(een, TOELATEN, mensen.mo)
    grond = frozenset({oordeel_opnieuw(een, 3, NIET).pk})

    voorstel = beslis(een, AFWIJZEN, mensen.mo, criteria=grond, reden_herziening="Het bestuur haakt af.")
    assert stand(een) == Aanmeldstand.TOEGELATEN
    bevestig(besluit=voorstel.pk, door=mensen.mia, op=LATER)

    assert (stand(een), plek(een).stand) == (Aanmeldstand.AFGEWEZEN, Plaatsstand.GEEN)


def test_a_decision_reversed_within_the_hour_is_not_mailed_and_the_next_does_not_speak_of_it(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    eerste = beslis(een, TOELATEN, mensen.mo)
    grond = oordeel_opnieuw(een, 3, NIET)
    tweede = wijs_af(een, mensen.mo, mensen.mia, [grond], reden_herziening="Het bestuur haakt af.")

    with vang_mail() as vanger:
        verstuur_post.call()

    assert [str(mail["Subject"]) for mail in vanger.berichten] == ["Besluit over deelname aan In voor Mantelzorg 2014"]
    assert "De Linde doet niet mee." in vanger.teksten[0]
    assert "komt in de plaats van" not in vanger.teksten[0]
    standen = dict(Bericht.objects.values_list("pk", "stand"))
    assert standen == {eerste.bericht_id: Poststand.INGETROKKEN, tweede.bericht_id: Poststand.VERSTUURD}


def test_a_reversal_after_the_mail_went_out_says_which_decision_it_replaces_and_why(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    beslis(een, TOELATEN, mensen.mo)
    with vang_mail():
        verstuur_post.call()
    grond = oordeel_opnieuw(een, 3, NIET)

    tekst = wijs_af(een, mensen.mo, mensen.mia, [grond], reden_herziening="Het bestuur haakt af.").bericht.tekst

    zin = "Dit besluit komt in de plaats van ons besluit van 10 juli 2014. De reden: Het bestuur haakt af."
    assert zin in tekst


def test_the_same_form_sent_twice_decides_once_and_mails_once(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    een_keer = voornemen(een, TOELATEN)

    gemaakt = [besluit(aanmelding=een.pk, voornemen=een_keer, door=mensen.mo, op=NU) for _ in range(2)]

    assert gemaakt[0] == gemaakt[1]
    assert (Besluit.objects.count(), Bericht.objects.count()) == (1, 1)


def test_a_decision_ends_an_open_question_and_after_it_none_is_asked(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    verzoek = aanvulverzoek(een, mensen.mo)

    beslis(een, TOELATEN, mensen.mo)

    verzoek.refresh_from_db()
    assert (verzoek.afgesloten_op, verzoek.antwoord) == (NU, None)
    vraag = Vraag(tekst="Nog iets?", uiterlijk=moment("2014-07-30 00:00").date(), inzending=uuid4())
    with pytest.raises(KanNiet) as niet:
        vraag_aan(aanmelding=een.pk, vraag=vraag, door=mensen.mo, op=NU)
    assert niet.value.tekst == AL_BESLOTEN


def test_nothing_is_decided_on_what_was_withdrawn(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    een.ingetrokken_op = NU
    een.save()

    with pytest.raises(KanNiet):
        beslis(een, TOELATEN, mensen.mo)


def test_who_decides_on_what_was_shown_before_somebody_else_decided_is_told(mensen, een):
    beoordeel(een, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)
    oud = voornemen(een, TOELATEN)
    beslis(een, TOELATEN, mensen.mia)

    with pytest.raises(IntussenBesloten):
        besluit(aanmelding=een.pk, voornemen=oud, door=mensen.mo, op=NU)

    assert [rij.voorgesteld_door for rij in een.besluiten.all()] == [mensen.mia]


def test_every_step_of_a_decision_stands_in_the_history_with_its_reason(mensen, een):
    criteria = beoordeel(een, mensen.mo, NIET, VOLDAAN, VOLDAAN)
    gemaakt = wijs_af(een, mensen.mo, mensen.mia, [criteria[0]])

    redenen = set(gemaakt.history.values_list("history_change_reason", flat=True))
    assert redenen == {"afwijzing voorgesteld", "afwijzing bevestigd", "mail klaargezet"}


def test_in_a_call_of_more_places_other_applications_are_left_alone(mensen):
    ruim = roep_op(mensen.mo, plaatsen=2)
    linde, beuk = met_plaats(ruim, "De Linde"), met_plaats(ruim, "De Beuk")
    beoordeel(linde, mensen.mo, VOLDAAN, VOLDAAN, VOLDAAN)

    beslis(linde, TOELATEN, mensen.mo)

    assert (stand(beuk), plek(beuk).stand) == (Aanmeldstand.ONTVANGEN, Plaatsstand.BEZET)
