"""Passwords by mailed link, and changing one's own."""

import smtplib
from email.utils import parseaddr

import pytest
from django.test import Client
from freezegun import freeze_time

from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker
from tests.mantelzorg.accounts.conftest import gemailde_link, open_link
from tests.mantelzorg.accounts.postbus import postbus

pytestmark = pytest.mark.django_db
NIEUW = "een-heel-nieuw-geheim"


def _vraag(email: str, client: Client | None = None):
    return (client or Client()).post("/wachtwoord/vergeten/", {"email": email})


def _stel_in(adres: str, client: Client, wachtwoord: str = NIEUW):
    return client.post(adres, {"new_password1": wachtwoord, "new_password2": wachtwoord})


def _kan_inloggen(email: str, wachtwoord: str) -> bool:
    return Client().post("/inloggen/", {"username": email, "password": wachtwoord}).status_code == 302


@freeze_time("2026-03-02 12:00")
def test_the_mail_says_who_what_and_until_when():
    ben = gebruiker(Rol.ANALIST, naam="Ben & <Co>", email="ben@voorbeeld.example")
    _vraag(ben.email)
    (bericht,) = postbus()
    assert (parseaddr(bericht.to[0]), bericht.cc, bericht.bcc) == ((ben.naam, ben.email), [], [])
    assert bericht.subject == "Nieuw wachtwoord voor In voor mantelzorg"
    assert bericht.body == (
        "Beste Ben & <Co>,\n\n"
        "Iemand heeft een nieuw wachtwoord gevraagd voor uw account bij\n"
        "In voor mantelzorg. Was u dat? Kies dan een nieuw wachtwoord op deze pagina:\n\n"
        f"http://127.0.0.1:8000{gemailde_link()}\n\n"
        "De link werkt één keer, drie dagen lang.\n\n"
        "Was u dit niet? Dan hoeft u niets te doen. Uw wachtwoord blijft zoals het is.\n\n"
        "Met vriendelijke groet,\n"
        "In voor mantelzorg"
    )


def test_the_answer_is_the_same_whether_the_address_has_an_account_or_not():
    adressen = [
        gebruiker(Rol.ANALIST).email,
        "onbekend@voorbeeld.example",
        gebruiker(Rol.ANALIST, is_active=False).email,
        User.objects.create_user(email="nooit-uitgenodigd@voorbeeld.example").email,
    ]
    antwoorden = set()
    for email in adressen:
        antwoord = _vraag(email)
        pagina = Client().get(antwoord["Location"])
        antwoorden.add((antwoord.status_code, antwoord["Location"], pagina.content))
        assert email not in pagina.content.decode()
    assert len(antwoorden) == 1
    assert [parseaddr(bericht.to[0])[1] for bericht in postbus()] == [adressen[0]]


def test_the_answer_comes_before_any_work_that_differs_between_addresses(rf, django_assert_num_queries):
    from mantelzorg.accounts.views.wachtwoord import vergeten

    ben = gebruiker(Rol.ANALIST)
    with django_assert_num_queries(0):
        antwoord = vergeten(rf.post("/wachtwoord/vergeten/", {"email": ben.email}))
    assert (antwoord.status_code, postbus()) == (302, [])


def test_a_link_sets_the_password_and_works_once():
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email)
    client = Client()
    adres = open_link(client, gemailde_link())
    antwoord = _stel_in(adres, client)
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/inloggen/")
    assert (_kan_inloggen(ben.email, NIEUW), _kan_inloggen(ben.email, WACHTWOORD)) == (True, False)
    for opnieuw in (Client(), client):
        assert "Deze link werkt niet meer" in opnieuw.get(gemailde_link()).content.decode()


def test_two_browsers_with_the_same_link_open_set_one_password():
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email)
    eerste, tweede = Client(), Client()
    adres = open_link(eerste, gemailde_link())
    open_link(tweede, gemailde_link())
    _stel_in(adres, eerste)
    assert "Deze link werkt niet meer" in _stel_in(adres, tweede, "te-laat-gekomen-geheim").content.decode()
    assert _kan_inloggen(ben.email, NIEUW)


def test_the_code_of_the_link_leaves_the_address_at_the_first_click():
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email)
    link = gemailde_link()
    code = link.rstrip("/").rpartition("/")[2]
    client = Client()
    adres = open_link(client, link)
    pagina = client.get(adres)
    assert adres.endswith("/kiezen/")
    assert code not in adres + pagina.content.decode()
    assert pagina["Referrer-Policy"] == "same-origin"
    assert "no-store" in pagina["Cache-Control"]


@pytest.mark.parametrize(("nu", "werkt"), [("2026-03-05 11:59", True), ("2026-03-05 12:01", False)])
def test_a_link_works_for_three_days(nu, werkt):
    ben = gebruiker(Rol.ANALIST)
    with freeze_time("2026-03-02 12:00"):
        _vraag(ben.email)
        link = gemailde_link()
    with freeze_time(nu):
        antwoord = Client().get(link)
    assert (antwoord.status_code == 302) is werkt
    assert ("Deze link werkt niet meer" in antwoord.content.decode()) is not werkt


def test_a_link_of_an_account_that_was_closed_meanwhile_does_nothing():
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email)
    client = Client()
    adres = open_link(client, gemailde_link())
    ben.is_active = False
    ben.save(update_fields=["is_active"])
    assert "Deze link werkt niet meer" in _stel_in(adres, client).content.decode()
    ben.refresh_from_db()
    assert ben.check_password(WACHTWOORD)


@pytest.mark.parametrize("uid", ["MQ", "x", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "%00", "4pyT"])
def test_a_made_up_link_is_answered_like_an_old_one(uid):
    antwoord = Client().get(f"/wachtwoord/instellen/{uid}/abc-def/")
    assert antwoord.status_code == 200
    assert "Deze link werkt niet meer" in antwoord.content.decode()


def test_a_new_password_ends_every_session_of_the_account(als):
    ben = gebruiker(Rol.ANALIST)
    elders = als(ben)
    assert elders.get("/inloggen/").status_code == 302
    _vraag(ben.email)
    client = Client()
    _stel_in(open_link(client, gemailde_link()), client)
    assert elders.get("/inloggen/").status_code == 200
    assert "_auth_user_id" not in client.session


def test_who_chose_a_new_password_need_not_wait_for_the_wrong_ones():
    ben = gebruiker(Rol.ANALIST)
    for _ in range(10):
        Client().post("/inloggen/", {"username": ben.email, "password": "fout"})
    assert not _kan_inloggen(ben.email, WACHTWOORD)
    _vraag(ben.email)
    client = Client()
    _stel_in(open_link(client, gemailde_link()), client)
    assert _kan_inloggen(ben.email, NIEUW)


@pytest.mark.parametrize(
    ("wachtwoord", "fout"),
    [
        ("te-kort", "Dit wachtwoord is te kort. Gebruik minstens 12 tekens."),
        ("password1234", "Te veel mensen gebruiken dit wachtwoord. Kies een ander."),
        ("ben.de.analist", "Dit wachtwoord lijkt te veel op uw"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(wachtwoord, fout):
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email)
    client = Client()
    pagina = _stel_in(open_link(client, gemailde_link()), client, wachtwoord)
    assert fout in pagina.content.decode()
    assert _kan_inloggen(ben.email, WACHTWOORD)


def test_an_address_gets_three_mails_an_hour_however_often_a_stranger_asks():
    ben, mo = gebruiker(Rol.ANALIST), gebruiker(Rol.MEDEWERKER)
    with freeze_time("2026-03-02 12:00"):
        assert {_vraag(ben.email)["Location"] for _ in range(5)} == {"/wachtwoord/gemaild/"}
        assert len(postbus()) == 3
        _vraag(mo.email)
        assert len(postbus()) == 3 + 1
    with freeze_time("2026-03-02 13:01"):
        _vraag(ben.email)
    assert len(postbus()) == 3 + 1 + 1


@pytest.mark.parametrize(("debug", "mails"), [(True, 1), (False, 0)])
def test_a_demonstration_account_gets_a_link_only_while_developing(settings, debug, mails):
    settings.DEBUG = debug
    User.objects.create_user(email="analist@voorbeeld.example")
    _vraag("analist@voorbeeld.example")
    assert len(postbus()) == mails


def test_capitals_in_the_address_don_t_matter():
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email.upper())
    assert [parseaddr(bericht.to[0])[1] for bericht in postbus()] == [ben.email]


def test_a_mail_server_that_is_down_changes_nothing_in_the_answer_and_logs_no_address(settings, caplog):
    settings.EMAIL_BACKEND = "tests.mantelzorg.accounts.postbus.Weigert"
    ben = gebruiker(Rol.ANALIST)
    assert _vraag(ben.email)["Location"] == "/wachtwoord/gemaild/"
    postbus()
    assert [regel.getMessage() for regel in caplog.records] == [
        f"Bericht {Bericht.objects.get().pk} niet verstuurd: {smtplib.SMTPRecipientsRefused.__name__}"
    ]


def test_changing_one_s_own_password_needs_the_old_one_and_ends_other_sessions(als):
    ben = gebruiker(Rol.ANALIST)
    hier, elders = als(ben), als(ben)
    velden = {"old_password": "niet-het-oude", "new_password1": NIEUW, "new_password2": NIEUW}
    assert "Uw oude wachtwoord" in hier.post("/wachtwoord/wijzigen/", velden).content.decode()
    assert _kan_inloggen(ben.email, WACHTWOORD)
    hier.post("/wachtwoord/wijzigen/", velden | {"old_password": WACHTWOORD})
    assert _kan_inloggen(ben.email, NIEUW)
    assert hier.get("/wachtwoord/wijzigen/").status_code == 200
    assert elders.get("/wachtwoord/wijzigen/")["Location"] == "/inloggen/?next=/wachtwoord/wijzigen/"


def test_the_history_says_that_a_password_was_set_and_never_which():
    ben = gebruiker(Rol.ANALIST)
    _vraag(ben.email)
    client = Client()
    _stel_in(open_link(client, gemailde_link()), client)
    redenen = list(ben.history.values_list("history_change_reason", "history_user")[:2])
    assert redenen == [
        ("wachtwoord ingesteld met gemailde link", None),
        ("link voor een nieuw wachtwoord gemaild", None),
    ]
    assert "password" not in {veld.name for veld in ben.history.model._meta.fields}
