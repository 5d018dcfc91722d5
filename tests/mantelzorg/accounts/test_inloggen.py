"""Logging in and out."""

import datetime
import logging

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from freezegun import freeze_time

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker

pytestmark = pytest.mark.django_db
NIET_GELUKT = "Inloggen is niet gelukt."


def _log_in(client: Client, email: str, wachtwoord: str = WACHTWOORD, **velden: str):
    return client.post("/inloggen/", {"username": email, "password": wachtwoord} | velden)


def _ingelogd(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_e_mail_and_password_stand_on_one_form_that_password_managers_understand(client):
    pagina = client.get("/inloggen/").content.decode()
    assert pagina.count("<form") == 1
    assert 'type="email" name="username"' in pagina
    assert 'autocomplete="username"' in pagina
    assert 'type="password" name="password" autocomplete="current-password"' in pagina


def test_who_logs_in_gets_the_page_asked_for(client):
    ben = gebruiker(Rol.ANALIST)
    naar_inloggen = client.get("/accounts/?rol=Adviseur")
    assert naar_inloggen["Location"] == "/inloggen/?next=/accounts/%3Frol%3DAdviseur"
    antwoord = client.post(naar_inloggen["Location"], {"username": ben.email, "password": WACHTWOORD})
    assert (antwoord.status_code, antwoord["Location"]) == (302, "/accounts/?rol=Adviseur")


def test_capitals_and_spaces_around_the_address_make_no_difference(client):
    ben = gebruiker(Rol.ANALIST)
    assert _log_in(client, f" {ben.email.upper()} ").status_code == 302
    assert _ingelogd(client)


@pytest.mark.parametrize(
    "elders",
    [
        "//evil.example",
        "https://evil.example/",
        "https:evil.example",
        "javascript:alert(1)",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:///evil.example",
        "evil.example",
        "/inloggen/",
        "/inloggen/?next=/inloggen/",
        "/uitloggen/",
        "/admin/login/?next=/admin/",
        " //evil.example",
        "\t//evil.example",
        "",
    ],
)
def test_next_leads_nowhere_but_to_a_page_of_this_site(elders):
    ben = gebruiker(Rol.ANALIST)
    client = Client()
    assert _log_in(client, ben.email, next=elders)["Location"] == "/"
    al_ingelogd = client.get("/inloggen/", {"next": elders})
    assert (al_ingelogd.status_code, al_ingelogd["Location"]) == (302, "/")


def test_who_is_logged_in_already_goes_on_to_the_page_asked_for(als):
    client = als(gebruiker(Rol.ANALIST))
    assert client.get("/inloggen/?next=/monitor/23/")["Location"] == "/monitor/23/"


def test_an_unknown_address_a_wrong_password_and_a_closed_account_get_the_same_answer():
    vandaag = datetime.date(2026, 3, 2)
    namen = {
        "onbekend@voorbeeld.example": WACHTWOORD,
        gebruiker(Rol.ANALIST).email: "een-ander-wachtwoord",
        gebruiker(Rol.ANALIST, is_active=False).email: WACHTWOORD,
        gebruiker(Rol.ANALIST, einddatum=vandaag - datetime.timedelta(days=1)).email: WACHTWOORD,
        _geimporteerd("ada@voorbeeld.example").email: WACHTWOORD,
    }
    antwoorden = set()
    with freeze_time("2026-03-02 12:00"):
        for email, wachtwoord in namen.items():
            antwoord = _log_in(Client(), email, wachtwoord)
            tekst = antwoord.content.decode().replace(email, "ADRES")
            assert NIET_GELUKT in tekst
            antwoorden.add((antwoord.status_code, _zonder_csrf(tekst)))
    assert len(antwoorden) == 1


def _geimporteerd(email: str) -> User:
    user = User.objects.create_user(email=email)
    user.groups.add(Group.objects.get(name=Rol.ADVISEUR.value))
    return user


def _zonder_csrf(tekst: str) -> str:
    return "\n".join(regel for regel in tekst.splitlines() if "csrfmiddlewaretoken" not in regel)


@pytest.mark.parametrize(("nu", "verwacht"), [("2026-03-02 22:59", True), ("2026-03-02 23:01", False)])
def test_the_end_date_is_the_last_day_on_which_the_account_works_in_dutch_time(nu, verwacht):
    ben = gebruiker(Rol.ANALIST, einddatum=datetime.date(2026, 3, 2))
    client = Client()
    with freeze_time(nu):  # in UTC: an hour later in the Netherlands
        _log_in(client, ben.email)
        assert _ingelogd(client) is verwacht


def test_who_has_no_role_is_told_so_and_does_not_get_in():
    nel = gebruiker()
    client = Client()
    assert "Uw account heeft nog geen rol." in _log_in(client, nel.email).content.decode()
    assert not _ingelogd(client)
    assert "geen rol" not in _log_in(client, nel.email, "een-ander-wachtwoord").content.decode()


def test_logging_in_leaves_no_entry_in_the_history():
    ben = gebruiker(Rol.ANALIST)
    voor = ben.history.count()
    _log_in(Client(), ben.email)
    assert ben.history.count() == voor


def test_logging_out_is_by_post_alone(als):
    client = als(gebruiker(Rol.ANALIST))
    assert client.get("/uitloggen/").status_code == 405
    assert _ingelogd(client)
    assert client.post("/uitloggen/")["Location"] == "/"
    assert not _ingelogd(client)


def test_logging_out_needs_the_secret_of_the_form():
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(gebruiker(Rol.ANALIST), backend="mantelzorg.inloggen.AccountBackend")
    assert streng.post("/uitloggen/").status_code == 403
    assert _ingelogd(streng)


def test_after_ten_wrong_passwords_this_account_waits_a_quarter_from_this_address():
    ben, mo = gebruiker(Rol.ANALIST), gebruiker(Rol.MEDEWERKER)
    with freeze_time("2026-03-02 12:00"):
        statussen = [_log_in(Client(), ben.email, "fout").status_code for _ in range(10)]
        assert statussen == [200] * 9 + [429]
        geweigerd = _log_in(Client(), ben.email.upper())
        assert geweigerd.status_code == 429
        assert "Te vaak geprobeerd" in geweigerd.content.decode()
        assert _log_in(Client(), mo.email).status_code == 302
        assert _log_in(Client(REMOTE_ADDR="192.0.2.7"), ben.email).status_code == 302
    with freeze_time("2026-03-02 12:14"):
        assert _log_in(Client(), ben.email).status_code == 429
    with freeze_time("2026-03-02 12:16"):
        assert _log_in(Client(), ben.email).status_code == 302


def test_an_unknown_address_is_made_to_wait_just_the_same():
    statussen = [_log_in(Client(), "niemand@voorbeeld.example", "fout").status_code for _ in range(11)]
    assert statussen == [200] * 9 + [429] * 2


def test_a_good_password_starts_the_count_anew():
    ben = gebruiker(Rol.ANALIST)
    for _ in range(9):
        _log_in(Client(), ben.email, "fout")
    assert _log_in(Client(), ben.email).status_code == 302
    assert [_log_in(Client(), ben.email, "fout").status_code for _ in range(9)] == [200] * 9


def test_behind_a_proxy_the_address_is_the_one_the_proxy_saw(settings):
    settings.AXES_CLIENT_IP_CALLABLE = "mantelzorg.inloggen.adres_achter_proxy"
    ben = gebruiker(Rol.ANALIST)
    for nummer in range(10):
        verzonnen = {"X-Forwarded-For": f"198.51.100.{nummer}, 192.0.2.1"}
        Client(headers=verzonnen).post("/inloggen/", {"username": ben.email, "password": "fout"})
    assert _log_in(Client(headers={"X-Forwarded-For": "192.0.2.1"}), ben.email).status_code == 429
    assert _log_in(Client(headers={"X-Forwarded-For": "192.0.2.2"}), ben.email).status_code == 302


def test_no_e_mail_address_gets_into_the_log(caplog):
    caplog.set_level(logging.DEBUG)
    logging.getLogger("axes").propagate = True
    ben = gebruiker(Rol.ANALIST)
    for _ in range(11):
        _log_in(Client(), ben.email, "fout")
    _log_in(Client(REMOTE_ADDR="192.0.2.7"), ben.email)
    regels = [regel.getMessage() for regel in caplog.records if regel.name != "django.db.backends"]
    assert [regel for regel in regels if ben.email in regel] == []


def test_what_axes_keeps_of_an_attempt_holds_no_password():
    from axes.models import AccessAttempt

    _log_in(Client(), gebruiker(Rol.ANALIST).email, "geheim-dat-bijna-klopte")
    poging = AccessAttempt.objects.get()
    assert "geheim-dat-bijna-klopte" not in poging.post_data + poging.get_data


def test_a_page_of_who_is_logged_in_is_kept_by_no_browser(als):
    client = als(gebruiker(Rol.BEHEERDER))
    assert client.get("/accounts/")["Cache-Control"] == "private, no-store"
    assert "no-store" in client.get("/er-is-niets/")["Cache-Control"]
    assert "Cache-Control" not in Client().get("/er-is-niets/")


def test_the_session_cookie_is_for_this_site_over_https_until_the_browser_closes(client, settings):
    settings.SESSION_COOKIE_SECURE = True
    koekje = _log_in(client, gebruiker(Rol.ANALIST).email).cookies["sessionid"]
    assert (koekje["httponly"], koekje["secure"], koekje["samesite"], koekje["max-age"]) == (True, True, "Lax", "")
