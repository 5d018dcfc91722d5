"""The outbox: every mail stands in it first, goes out once, and not when something is against it."""

import datetime
from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.models import Bericht, Poststand, Programma
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.post.versturen import GEEN_SERVER, ONZEKER, verstuur_post
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker, programma
from tests.mailvanger import Mailvanger, vang_mail

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mail() -> Iterator[Mailvanger]:
    with vang_mail() as vanger:
        yield vanger


def brief(**velden: object) -> Brief:
    gegevens = {
        "soort": "herinnering",
        "aan": "noor@voorbeeld.example",
        "aan_naam": "Noor de Wit",
        "onderwerp": "Wat er\nwacht",
        "tekst": "Beste Noor,\n\nEr wacht iets.",
        "over": Programma.objects.filter(slug="thuis").first() or programma(),
    }
    return Brief(**gegevens | velden)  # type: ignore[arg-type]


def geen_post(bericht: Bericht) -> str:
    return "Wil geen post." if bericht.aan.startswith("noor") else ""


def link(bericht: Bericht) -> str:
    return f"/klopt-dit/{bericht.pk}/"


def test_the_worker_sends_what_is_put_ready(mail: Mailvanger) -> None:
    medewerker = gebruiker(Rol.MEDEWERKER)
    bericht = zet_klaar(brief(), door=medewerker)
    assert mail.berichten == []

    werk_af()

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.pogingen, bericht.gemaakt_door) == (Poststand.VERSTUURD, 1, medewerker)
    assert mail.adressen == ["Noor de Wit <noor@voorbeeld.example>"]
    assert mail.berichten[0]["Subject"] == "Wat er wacht"
    assert mail.teksten == ["Beste Noor,\n\nEr wacht iets.\n"]


def test_a_message_with_the_same_key_is_made_once(mail: Mailvanger) -> None:
    een = zet_klaar(brief(sleutel="weekoverzicht:1:2020-W10"), door=None)
    twee = zet_klaar(brief(sleutel="weekoverzicht:1:2020-W10", tekst="Anders"), door=None)

    werk_af()

    assert een == twee
    assert len(mail.berichten) == 1


def test_what_waits_for_later_can_be_held_first(mail: Mailvanger) -> None:
    straks = timezone.now() + datetime.timedelta(hours=1)
    bericht = zet_klaar(brief(), door=None, verstuur_na=straks)
    verstuur_post.call()
    assert mail.berichten == []

    bericht.stand = Poststand.VASTGEHOUDEN
    bericht.save()
    with freeze_time(straks + datetime.timedelta(hours=1)):
        verstuur_post.call()

    assert mail.berichten == []


def test_the_personal_link_is_not_in_the_outbox(mail: Mailvanger) -> None:
    with override_settings(POST_LINKS={"herinnering": f"{__name__}.link"}, WEBADRES="https://ivm.example/"):
        bericht = zet_klaar(brief(tekst="Kijk op [persoonlijke link]."), door=None)
        werk_af()

    assert mail.teksten == [f"Kijk op https://ivm.example/klopt-dit/{bericht.pk}/.\n"]
    bericht.refresh_from_db()
    assert bericht.tekst == "Kijk op [persoonlijke link]."


def test_a_link_that_nobody_makes_is_refused_before_anything_is_stored() -> None:
    with pytest.raises(KeyError):
        zet_klaar(brief(tekst="Kijk op [persoonlijke link]."), door=None)

    assert Bericht.objects.count() == 0


def test_a_reason_not_to_send_counts_at_the_moment_of_sending(mail: Mailvanger) -> None:
    bericht = zet_klaar(brief(), door=None)

    with override_settings(POST_WEIGERINGEN=[f"{__name__}.geen_post"]):
        werk_af()

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.uitkomst) == (Poststand.INGETROKKEN, "Wil geen post.")
    assert mail.berichten == []


def test_a_server_that_refuses_is_asked_again_and_in_the_end_it_is_told(mail: Mailvanger) -> None:
    mail.weiger = True
    nu = datetime.datetime(2020, 3, 2, 9, 0, tzinfo=datetime.UTC)
    with freeze_time(nu):
        bericht = zet_klaar(brief(), door=None)
    for uren in range(0, 24, 2):
        with freeze_time(nu + datetime.timedelta(hours=uren, seconds=1)):
            verstuur_post.call()
    mail.weiger = False
    with freeze_time(nu + datetime.timedelta(days=3)):
        verstuur_post.call()

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.pogingen, bericht.uitkomst) == (Poststand.MISLUKT, 5, GEEN_SERVER)
    assert mail.berichten == []


def test_what_was_under_way_when_the_worker_was_killed_is_never_sent_again_by_itself(mail: Mailvanger) -> None:
    bericht = zet_klaar(brief(), door=None)
    bericht.stand, bericht.onderweg_sinds = Poststand.ONDERWEG, timezone.now() - datetime.timedelta(hours=1)
    bericht.save()

    werk_af()

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.uitkomst) == (Poststand.MISLUKT, ONZEKER)
    assert mail.berichten == []
