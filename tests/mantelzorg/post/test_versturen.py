"""The outbox: every mail stands in it first, goes out once, and not when something is against it."""

import datetime
from collections.abc import Iterator

import pytest
from django.test import override_settings
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.models import Bericht, Poststand
from mantelzorg.models.post import ONZEKER
from mantelzorg.post.klaarzetten import zet_klaar
from mantelzorg.post.rem import houd_alles_vast, laat_alles_gaan
from mantelzorg.post.versturen import GEEN_SERVER, NIET_TE_MAKEN, verstuur_post
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.mailvanger import Mailvanger, vang_mail, vrije_poort
from tests.mantelzorg.post.brieven import brief

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mail() -> Iterator[Mailvanger]:
    with vang_mail() as vanger:
        yield vanger


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


@pytest.mark.parametrize(
    ("naam", "adres"),
    [
        ('Noor "de Snelle" Wit; <x@y.example>', "noor@voorbeeld.example"),
        ("نور الوايت", "noor@voorbeeld.example"),
        ("Noor\r\nBcc: ander@voorbeeld.example", "noor@voorbeeld.example"),
        ("N" * 500, "noor@voorbeeld.example"),
        ("Noor", "noor@bücher.example"),
    ],
    ids=["aanhalingstekens", "arabisch", "regeleinde", "lang", "domein-met-accent"],
)
def test_an_odd_name_is_a_name_and_adds_no_header_or_recipient(mail: Mailvanger, naam: str, adres: str) -> None:
    bericht = zet_klaar(brief(aan_naam=naam, aan=adres), door=None)

    werk_af()

    bericht.refresh_from_db()
    post = mail.berichten[0]
    (aan,) = post["To"].addresses
    assert bericht.stand == Poststand.VERSTUURD
    assert aan.addr_spec == adres.replace("bücher", "xn--bcher-kva")
    assert aan.display_name == bericht.aan_naam == " ".join(naam.split())
    assert (post["Bcc"], mail.ontvangers) == (None, [[aan.addr_spec]])


@pytest.mark.usefixtures("mail")
def test_a_message_of_which_no_mail_can_be_made_holds_nobody_up_and_tells_no_log_who_it_was(
    caplog: pytest.LogCaptureFixture,
) -> None:
    fout = zet_klaar(brief(), door=None)
    goed = zet_klaar(brief(aan="bas@voorbeeld.example"), door=None)
    Bericht.objects.filter(pk=fout.pk).update(tekst="Kijk op [persoonlijke link].")

    werk_af()

    fout.refresh_from_db()
    goed.refresh_from_db()
    assert (fout.stand, fout.uitkomst, goed.stand) == (Poststand.MISLUKT, NIET_TE_MAKEN, Poststand.VERSTUURD)
    assert [regel.getMessage() for regel in caplog.records] == [f"Bericht {fout.pk} niet verstuurd: KeyError"]


def test_where_no_server_answers_one_try_is_counted_and_the_rest_waits(caplog: pytest.LogCaptureFixture) -> None:
    een, twee = zet_klaar(brief(), door=None), zet_klaar(brief(), door=None)

    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1", EMAIL_PORT=vrije_poort()
    ):
        verstuur_post.call()

    standen = list(Bericht.objects.order_by("pk").values_list("stand", "pogingen"))
    assert standen == [(Poststand.WACHT, 1), (Poststand.WACHT, 0)]
    assert [regel.getMessage() for regel in caplog.records] == [
        f"Bericht {een.pk} niet verstuurd: ConnectionRefusedError"
    ]
    assert twee.pk != een.pk


def test_a_server_that_never_answers_may_have_taken_the_mail_so_it_is_not_sent_again(mail: Mailvanger) -> None:
    bericht = zet_klaar(brief(), door=None)
    mail.treuzel = 2.0

    with override_settings(EMAIL_TIMEOUT=0.3):
        verstuur_post.call()
    verstuur_post.call()

    bericht.refresh_from_db()
    assert (bericht.stand, bericht.uitkomst, bericht.pogingen) == (Poststand.MISLUKT, ONZEKER, 1)


def test_while_all_mail_is_held_nothing_goes_out_and_then_everything(mail: Mailvanger) -> None:
    mo = gebruiker(Rol.MEDEWERKER)
    houd_alles_vast(reden="Er staat een fout in de tekst.", door=mo)
    zet_klaar(brief(), door=None)
    werk_af()
    vast = list(mail.berichten)

    laat_alles_gaan(door=mo)
    werk_af()

    assert (vast, len(mail.berichten)) == ([], 1)
