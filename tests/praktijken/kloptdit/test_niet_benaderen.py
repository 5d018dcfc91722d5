"""Who is marked is mailed by nobody, whatever the mail is about; and the mark is not lost on the way."""

import datetime
from uuid import uuid4

import pytest
from django.urls import reverse

from deelnemers.benaderen import WIL_NIET, markeer
from deelnemers.models import Deelnemer
from mantelzorg.models import Poststand
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from praktijken.register.samenvoegacties import Opdracht, maak_ongedaan, voeg_samen
from praktijken.register.samenvoegen import maak_voorstel
from tests.gegevens import deelnemer, gebruiker, programma
from tests.mailvanger import vang_mail
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import goed, klein, met_cel

DAG = datetime.date(2020, 6, 30)


def merk(een, omdat="Wil geen mail."):
    return markeer(deelnemer=een.pk, sinds=DAG, omdat=omdat, reden="test")


def adres(een):
    return reverse("praktijken:deelnemer-niet-benaderen", args=[een.pk])


def brief(over, aan, **velden):
    return Brief(soort="bericht", aan=aan, onderwerp="Hallo", tekst="Dag.", over=over, **velden)


def verstuur(*brieven):
    """The mails that went out, and why the others did not."""
    with vang_mail() as mail:
        berichten = [zet_klaar(een, door=None) for een in brieven]
        werk_af()
    for bericht in berichten:
        bericht.refresh_from_db()
    return mail.adressen, [(bericht.stand, bericht.uitkomst) for bericht in berichten]


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_waits_does_not_go_to_who_is_marked_since():
    een = deelnemer(programma(), naam="Gerda Geheim", email="gerda@geheim.example")
    with vang_mail() as mail:
        bericht = zet_klaar(brief(een, een.email), door=None)
        merk(een)
        werk_af()

    bericht.refresh_from_db()
    assert (mail.berichten, bericht.stand, bericht.uitkomst) == ([], Poststand.INGETROKKEN, WIL_NIET)


@pytest.mark.django_db(transaction=True)
def test_of_a_couple_with_one_address_only_the_one_who_is_marked_gets_nothing():
    thuis, elders = programma(), programma("elders")
    gerda = deelnemer(thuis, "D1", naam="Gerda Geheim", email="samen@geheim.example")
    piet = deelnemer(thuis, "D2", naam="Piet Geheim", email="samen@geheim.example")
    ook_gerda = deelnemer(elders, "X9", naam="gerda geheim", email="Samen@geheim.example")
    merk(gerda)

    adressen, standen = verstuur(
        brief(gerda, gerda.email), brief(piet, piet.email), brief(ook_gerda, ook_gerda.email), brief(thuis, piet.email)
    )

    geweigerd = (Poststand.INGETROKKEN, WIL_NIET)
    assert adressen == ["samen@geheim.example"]
    assert standen == [geweigerd, (Poststand.VERSTUURD, ""), geweigerd, geweigerd]


@pytest.mark.django_db(transaction=True)
def test_a_mail_for_an_account_goes_whomever_it_is_about():
    een = deelnemer(programma(), naam="Gerda Geheim", email="gerda@geheim.example")
    merk(een)
    mo = gebruiker(Rol.MEDEWERKER)

    adressen, _ = verstuur(brief(een, mo.email, ontvanger=mo))

    assert adressen == [mo.email]


def test_marking_and_lifting_tell_who_when_and_why(als, register):
    client = als(register.ada)

    client.post(adres(register.gerda), {"reden": "Belde ons."})
    client.post(adres(register.gerda), {"reden": "Nog een keer."})
    gemerkt = Deelnemer.objects.get(pk=register.gerda.pk)
    op_de_pagina = gelezen(client.get(reverse("praktijken:deelnemer", args=[register.gerda.pk]))).tekst
    client.post(adres(register.gerda), {"reden": "Wil toch mail.", "opheffen": "ja"})
    daarna = Deelnemer.objects.get(pk=register.gerda.pk)

    assert (gemerkt.niet_benaderen, gemerkt.niet_benaderen_omdat) == (True, "Belde ons.")
    assert "Deze deelnemer krijgt nooit mail. Reden: Belde ons." in op_de_pagina
    assert (daarna.niet_benaderen, daarna.niet_benaderen_sinds, daarna.niet_benaderen_omdat) == (False, None, "")
    wijzigingen = Deelnemer.history.filter(id=register.gerda.pk, history_type="~").order_by("history_id")
    assert list(wijzigingen.values_list("history_change_reason", "history_user")) == [
        ("niet benaderen", register.ada.pk),
        ("mag weer benaderd worden: Wil toch mail.", register.ada.pk),
    ]


def test_only_who_may_change_somebody_can_mark_them(als, register):
    statussen = {
        rol: als(gebruiker(rol)).post(adres(register.gerda), {"reden": "x"}).status_code
        for rol in (Rol.ADVISEUR, Rol.ANALIST)
    }
    ander = als(register.ada).post(adres(register.truus), {"reden": "x"}).status_code

    assert (statussen, ander) == ({Rol.ADVISEUR: 404, Rol.ANALIST: 404}, 404)
    assert not Deelnemer.objects.filter(niet_benaderen=True).exists()


def test_a_mark_needs_its_reason_and_what_was_typed_stays(als, register):
    antwoord = als(register.ada).post(adres(register.gerda), {"reden": "w" * 201})

    assert "w" * 201 in antwoord.content.decode()
    assert not Deelnemer.objects.filter(niet_benaderen=True).exists()


def test_merging_keeps_the_mark_and_undoing_gives_it_back_to_whose_it_was(register):
    merk(register.truus)
    voorstel = maak_voorstel(register.gerda, Deelnemer.objects.get(pk=register.truus.pk), DAG)
    gedaan = voeg_samen(
        Opdracht(
            blijft=register.gerda.pk,
            verdwijnt=register.truus.pk,
            gekozen={},
            gezien=voorstel.vingerafdruk,
            inzending=uuid4(),
        ),
        user=gebruiker(Rol.MEDEWERKER),
        dag=DAG,
    )
    samen = list(Deelnemer.objects.values_list("nummer", "niet_benaderen", "niet_benaderen_sinds"))
    maak_ongedaan(samenvoeging=gedaan.pk, nu=datetime.datetime(2020, 7, 1, tzinfo=datetime.UTC))

    assert samen == [("D1", True, DAG)]
    assert list(Deelnemer.objects.order_by("nummer").values_list("nummer", "niet_benaderen")) == [
        ("D1", False),
        ("D2", True),
    ]


@pytest.mark.django_db
def test_an_import_leaves_the_mark_as_it_is():
    goed(klein())
    merk(Deelnemer.objects.get(nummer="D1"))

    goed(met_cel("Deelnemers", 2, "naam", "Fatima"))

    fatima = ("Fatima", True, DAG, "Wil geen mail.")
    velden = ("naam", "niet_benaderen", "niet_benaderen_sinds", "niet_benaderen_omdat")
    assert Deelnemer.objects.filter(nummer="D1").values_list(*velden).get() == fatima
    assert Deelnemer.history.filter(nummer="D1").latest().niet_benaderen is True
