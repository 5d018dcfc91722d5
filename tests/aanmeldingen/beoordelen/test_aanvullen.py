"""Asked for more: by mail with the link, once more two days before the day, and never after it was answered."""

import datetime
from uuid import uuid4

import pytest

from aanmeldingen.beoordelen.aanvullen import LOOPT_AL, Vraag, herinner, sluit_af, vraag_aan
from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.formulier.indienen import leg_vast
from aanmeldingen.models import Aanvulverzoek
from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.versturen import verstuur_post
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, moment
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.django_db
NU = moment("2014-06-10 09:00")
DAG = datetime.date(2014, 6, 20)


def vraag(uiterlijk=DAG) -> Vraag:
    return Vraag(tekst="Stuur het beleidsplan.", uiterlijk=uiterlijk, inzending=uuid4())


def test_the_mail_says_what_until_when_and_brings_the_link(mensen, een, settings):
    settings.WEBADRES = "https://mantelzorg.example"
    vraag_aan(aanmelding=een.pk, vraag=vraag(), door=mensen.mo, op=NU)

    with vang_mail() as vanger:
        verstuur_post.call()

    assert vanger.adressen == ["Carla Contact <carla@zorg.example>"]
    tekst = vanger.teksten[0]
    assert str(vanger.berichten[0]["Subject"]) == "Vul uw aanmelding aan, uiterlijk 20 juni 2014"
    assert "Stuur het beleidsplan." in tekst
    assert "tot en met vrijdag 20 juni 2014" in tekst
    een.refresh_from_db()
    assert f"https://mantelzorg.example/aanmelding/{een.sleutel}/" in tekst


def test_one_question_runs_at_a_time_and_the_same_form_twice_is_one(mensen, een):
    een_keer = vraag()
    gevraagd = [vraag_aan(aanmelding=een.pk, vraag=een_keer, door=mensen.mo, op=NU) for _ in range(2)]

    assert gevraagd[0] == gevraagd[1]
    with pytest.raises(KanNiet) as niet:
        vraag_aan(aanmelding=een.pk, vraag=vraag(), door=mensen.mia, op=NU)
    assert niet.value.tekst == LOOPT_AL
    assert Bericht.objects.count() == 1


def test_a_draft_is_not_asked_about(mensen, een):
    with pytest.raises(KanNiet):
        vraag_aan(aanmelding=aanmelding(een.oproep).pk, vraag=vraag(), door=mensen.mo, op=NU)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [("2014-06-17", 0), ("2014-06-18", 1), ("2014-06-19", 1), ("2014-06-20", 1), ("2014-06-21", 0)],
)
def test_two_days_before_it_is_asked_again_also_where_the_worker_was_late(mensen, een, dag, verwacht):
    aanvulverzoek(een, mensen.mo, "2014-06-20")

    for _ in range(2):
        assert herinner(datetime.date.fromisoformat(dag)) == verwacht

    onderwerpen = list(Bericht.objects.values_list("onderwerp", flat=True))
    assert onderwerpen == ["Herinnering: vul uw aanmelding aan, uiterlijk 20 juni 2014"] * verwacht


def test_who_was_asked_within_those_days_or_withdrew_or_answered_is_not_reminded(mensen, een):
    verzoek = aanvulverzoek(een, mensen.mo, "2014-06-12")  # asked on the 10th
    assert herinner(datetime.date(2014, 6, 11)) == 0

    Aanvulverzoek.objects.filter(pk=verzoek.pk).update(uiterlijk=DAG, afgesloten_op=NU)
    assert herinner(datetime.date(2014, 6, 18)) == 0
    Aanvulverzoek.objects.filter(pk=verzoek.pk).update(afgesloten_op=None)
    een.ingetrokken_op = NU
    een.save()
    assert herinner(datetime.date(2014, 6, 18)) == 0


def test_an_answer_closes_the_question_and_its_waiting_reminder_does_not_go(mensen, een):
    verzoek = aanvulverzoek(een, mensen.mo, "2014-06-20")
    herinner(datetime.date(2014, 6, 18))
    een.vraag = "Een scherpere vraag"
    een.save()

    leg_vast(aanmelding=een, op=moment("2014-06-18 12:00"), door=None)
    with vang_mail():
        verstuur_post.call()

    verzoek.refresh_from_db()
    assert (verzoek.antwoord.nummer, verzoek.gezien.nummer) == (2, 1)
    herinnering = Bericht.objects.get(soort="herinnering aanvulling")
    assert (herinnering.stand, herinnering.uitkomst) == (
        Poststand.INGETROKKEN, "Deze vraag om aanvulling is afgesloten.",
    )  # fmt: skip


def test_closed_by_the_office_it_says_why_and_a_next_one_can_be_asked(mensen, een):
    verzoek = aanvulverzoek(een, mensen.mo)

    for reden in ("Niet meer nodig.", "Nog een keer."):
        sluit_af(verzoek=verzoek.pk, reden=reden, op=NU)
    vraag_aan(aanmelding=een.pk, vraag=vraag(), door=mensen.mia, op=NU)

    redenen = [regel.history_change_reason for regel in verzoek.history.order_by("history_id")]
    assert redenen == [None, "Niet meer nodig."]
    assert een.aanvulverzoeken.count() == 2
