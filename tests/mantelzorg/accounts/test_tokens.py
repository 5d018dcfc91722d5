"""Tokens for the API: whom they are for, shown once, kept as a hash alone, withdrawn, and gone with the account."""

import datetime
import hashlib
import re
from uuid import uuid4

import pytest
from django.test import Client
from freezegun import freeze_time

from mantelzorg.accounts import acties, tokens
from mantelzorg.accounts.acties import Accountgegevens
from mantelzorg.models import Toegangstoken, User
from mantelzorg.toegang import Recht, Rol, Tokenrecht, mag
from tests.gegevens import dag, gebruiker

pytestmark = pytest.mark.django_db
PAGINA = "/account/tokens/"
VANDAAG = "2026-01-05"
INGEVULD = {"naam": "Dashboard", "rechten": ["cijfers", "praktijken"], "termijn": "90"}


@pytest.fixture(autouse=True)
def op_een_dag():
    with freeze_time(f"{VANDAAG} 11:00"):
        yield


def client_van(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


def maak(eigenaar: User, *rechten: Tokenrecht, tot: str = "2026-04-05") -> tuple[str, Toegangstoken]:
    """A token, and its row."""
    sleutel = tokens.maak(
        eigenaar=eigenaar,
        naam="Dashboard",
        rechten=rechten or (Tokenrecht.CIJFERS,),
        geldig_tot_en_met=dag(tot),
        inzending=uuid4(),
    )
    return sleutel, Toegangstoken.objects.latest("pk")


def getoond(inhoud: bytes) -> list[str]:
    return re.findall(r"ivm_[\w-]{43}", inhoud.decode())


def test_ben_the_analyst_makes_a_token_that_he_sees_once_and_nobody_can_look_up():
    client = client_van(gebruiker(Rol.ANALIST))
    antwoord = client.post(PAGINA, INGEVULD | {"inzending": str(uuid4())})
    (sleutel,) = getoond(antwoord.content)
    token = Toegangstoken.objects.get()

    assert "no-store" in antwoord["Cache-Control"]
    assert token.afdruk == hashlib.sha256(sleutel.encode()).hexdigest()
    assert (token.naam, token.voor, token.geldig_tot_en_met) == (
        "Dashboard",
        (Tokenrecht.CIJFERS, Tokenrecht.PRAKTIJKEN),
        dag(VANDAAG) + datetime.timedelta(days=90),
    )
    assert getoond(client.get(PAGINA).content) == []
    assert sleutel not in str(Toegangstoken.objects.values()) + str(Toegangstoken.history.values())
    assert [rij.history_change_reason for rij in token.history.all()] == ["gemaakt"]


def test_the_same_form_twice_makes_one_token_and_shows_it_once():
    client = client_van(gebruiker(Rol.ANALIST))
    formulier = INGEVULD | {"inzending": str(uuid4())}
    assert len(getoond(client.post(PAGINA, formulier).content)) == 1
    antwoord = client.post(PAGINA, formulier, follow=True)

    assert getoond(antwoord.content) == []
    assert "Dit token is al gemaakt." in antwoord.content.decode()
    assert Toegangstoken.objects.count() == 1


def test_a_wrong_form_comes_back_with_what_was_typed():
    client = client_van(gebruiker(Rol.ANALIST))
    antwoord = client.post(PAGINA, {"naam": "Dashboard", "termijn": "9999", "inzending": str(uuid4())})

    assert set(antwoord.context["form"].errors) == {"rechten", "termijn"}
    assert 'value="Dashboard"' in antwoord.content.decode()
    assert not Toegangstoken.objects.exists()


@pytest.mark.parametrize(
    ("rol", "verwacht"),
    [
        (Rol.BEHEERDER, ["cijfers", "metingen", "praktijken", "oproepen"]),
        (Rol.MEDEWERKER, ["cijfers", "metingen", "praktijken", "oproepen"]),
        (Rol.ADVISEUR, ["cijfers", "praktijken"]),
        (Rol.ANALIST, ["cijfers", "metingen", "praktijken"]),
    ],
)
def test_each_role_makes_tokens_for_what_it_may_see_and_no_more(rol: Rol, verwacht: list[str]):
    client = client_van(gebruiker(rol))
    veld = client.get(PAGINA).context["form"].fields["rechten"]
    assert [waarde for waarde, _ in veld.choices] == verwacht
    ingevuld = INGEVULD | {"rechten": ["cijfers", "oproepen"], "inzending": str(uuid4())}
    client.post(PAGINA, ingevuld)
    assert Toegangstoken.objects.exists() == ("oproepen" in verwacht)


def test_for_nel_without_a_role_there_is_no_such_page_and_anonymous_logs_in_first():
    assert client_van(gebruiker(naam="Nel Nieuw")).get(PAGINA).status_code == 404
    assert Client().get(PAGINA)["Location"].startswith("/inloggen/")


def test_a_token_reaches_no_further_than_its_scope_and_its_owner():
    ben = gebruiker(Rol.ANALIST)
    sleutel, _ = maak(ben, Tokenrecht.CIJFERS, Tokenrecht.OPROEPEN)
    met_token = tokens.vind(sleutel, dag(VANDAAG)).eigenaar

    assert {recht for recht in Recht if mag(met_token, recht)} == {Recht.CIJFERS_ZIEN}
    ben.groups.clear()
    assert {recht for recht in Recht if mag(tokens.vind(sleutel, dag(VANDAAG)).eigenaar, recht)} == set()


@pytest.mark.parametrize("anders", ["", "ivm_", "ivm_" + "A" * 43, "\x00", "é" * 200])
def test_another_key_finds_nothing(anders: str):
    sleutel, _ = maak(gebruiker(Rol.ANALIST))

    assert tokens.vind(sleutel, dag(VANDAAG)) is not None
    assert tokens.vind(anders, dag(VANDAAG)) is None
    assert tokens.vind(sleutel[:-1], dag(VANDAAG)) is None
    assert tokens.vind(hashlib.sha256(sleutel.encode()).hexdigest(), dag(VANDAAG)) is None


def test_a_token_works_up_to_and_including_its_last_day():
    sleutel, _ = maak(gebruiker(Rol.ANALIST), tot="2026-01-10")

    assert tokens.vind(sleutel, dag("2026-01-10")) is not None
    assert tokens.vind(sleutel, dag("2026-01-11")) is None


def test_ben_withdraws_his_token_and_the_history_says_who_did():
    ben = gebruiker(Rol.ANALIST)
    sleutel, token = maak(ben)
    for _ in range(2):
        antwoord = client_van(ben).post(f"{PAGINA}{token.pk}/intrekken/", follow=True)
    token.refresh_from_db()

    assert "is ingetrokken. Het geeft nergens meer toegang toe." in antwoord.content.decode()
    assert tokens.vind(sleutel, dag(VANDAAG)) is None
    assert (token.ingetrokken_door, token.history.count()) == (ben, 2)
    assert token.history.first().history_change_reason == "ingetrokken"


def test_ada_the_adviser_cannot_withdraw_bens_token_but_anja_the_beheerder_can():
    ben = gebruiker(Rol.ANALIST)
    sleutel, token = maak(ben)
    adres = f"{PAGINA}{token.pk}/intrekken/"

    assert client_van(gebruiker(Rol.ADVISEUR)).post(adres).status_code == 404
    assert tokens.vind(sleutel, dag(VANDAAG)) is not None
    anja = client_van(gebruiker(Rol.BEHEERDER))
    assert "Dashboard" in anja.get(f"/accounts/{ben.pk}/").content.decode()
    assert anja.post(adres)["Location"] == f"/accounts/{ben.pk}/"
    assert tokens.vind(sleutel, dag(VANDAAG)) is None


def test_looking_at_the_address_to_withdraw_withdraws_nothing():
    ben = gebruiker(Rol.ANALIST)
    sleutel, token = maak(ben)
    client_van(ben).get(f"{PAGINA}{token.pk}/intrekken/")

    assert tokens.vind(sleutel, dag(VANDAAG)) is not None


def test_a_token_goes_with_the_account_and_does_not_come_back_with_it():
    ben = gebruiker(Rol.ANALIST)
    sleutel, token = maak(ben)
    acties.sluit(account=ben.pk, dag=dag(VANDAAG))
    assert tokens.vind(sleutel, dag(VANDAAG)) is None
    acties.heropen(account=ben.pk, dag=dag(VANDAAG))
    assert tokens.vind(sleutel, dag(VANDAAG)) is None
    assert token.history.first().history_change_reason == "ingetrokken, want het account sloot"


def test_a_token_stops_on_the_last_day_of_the_account_and_stays_so_when_that_is_moved():
    ben = gebruiker(Rol.ANALIST, einddatum=dag("2026-01-05"))
    sleutel, _ = maak(ben)
    assert tokens.vind(sleutel, dag("2026-01-05")) is not None
    assert tokens.vind(sleutel, dag("2026-01-06")) is None
    nu = Accountgegevens.van(User.objects.get(pk=ben.pk))
    later = Accountgegevens(naam=nu.naam, werkgever=nu.werkgever, einddatum=dag("2026-12-31"), rollen=nu.rollen)
    acties.wijzig(account=ben.pk, gegevens=later, gezien=nu.vingerafdruk, dag=dag("2026-01-06"))
    assert tokens.vind(sleutel, dag("2026-01-06")) is None


def test_another_name_for_the_account_leaves_the_token_as_it_is():
    ben = gebruiker(Rol.ANALIST)
    sleutel, _ = maak(ben)
    nu = Accountgegevens.van(User.objects.get(pk=ben.pk))
    anders = Accountgegevens(naam="Bennie", werkgever=nu.werkgever, einddatum=None, rollen=nu.rollen)
    acties.wijzig(account=ben.pk, gegevens=anders, gezien=nu.vingerafdruk, dag=dag(VANDAAG))

    assert tokens.vind(sleutel, dag(VANDAAG)) is not None


def test_last_used_is_kept_to_within_ten_minutes_and_is_no_history(django_assert_num_queries):
    _, token = maak(gebruiker(Rol.ANALIST))
    begin = datetime.datetime(2026, 1, 5, 12, tzinfo=datetime.UTC)
    tokens.noteer_gebruik(token, begin)
    with django_assert_num_queries(0):
        tokens.noteer_gebruik(token, begin + datetime.timedelta(minutes=9))
    tokens.noteer_gebruik(token, begin + datetime.timedelta(minutes=10))
    token.refresh_from_db()

    assert token.laatst_gebruikt_op == begin + datetime.timedelta(minutes=10)
    assert token.history.count() == 1


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_the_same_number_of_queries_with_1_and_with_3_tokens(aantal: int, django_assert_num_queries):
    ben = gebruiker(Rol.ANALIST)
    for _ in range(aantal):
        tokens.trek_in(maak(ben)[1], door=ben)
    client = client_van(ben)
    sessie_account_en_rollen, lijst = 3, 1
    with django_assert_num_queries(sessie_account_en_rollen + lijst):
        assert client.get(PAGINA).content.decode().count("ingetrokken op") == aantal
