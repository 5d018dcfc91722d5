"""How often one address may send a form: counted together by all, without keeping the address."""

import datetime
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from freezegun import freeze_time

from aanmeldingen.models import Tempoteller
from aanmeldingen.openbaar import tempo
from tests.aanmeldingen.gegevens import moment

NU = moment("2014-06-30 23:50")
TIJDVAK = datetime.timedelta(seconds=600)


@pytest.fixture(autouse=True)
def drie_keer(settings):
    settings.OPENBAAR_TEMPO = {"vragen": 3, "klagen": 3}


@pytest.fixture
def klok():
    with freeze_time(NU) as klok:
        yield klok


def verzoek(adres: str = "198.51.100.7", methode: str = "post", **kop: str) -> HttpRequest:
    velden = {"vraag": "Mag dat?", "getoond": "1:x", "website": "", "csrfmiddlewaretoken": "geheim"}
    request = getattr(RequestFactory(), methode)("/vragen/", velden, REMOTE_ADDR=adres, headers=kop)
    request.user = AnonymousUser()
    return request


@tempo.begrensd("vragen")
def vragen(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{request.method}")


def vaak(aantal: int, adres: str = "198.51.100.7", soort: str = "vragen", **kop: str) -> list[bool]:
    return [tempo.te_vaak(verzoek(adres, **kop), soort) for _ in range(aantal)]


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_the_fourth_time_in_ten_minutes_is_too_often():
    assert vaak(5) == [False, False, False, True, True]


@pytest.mark.django_db
def test_the_next_ten_minutes_begin_anew(klok):
    vaak(4)

    klok.move_to(NU + TIJDVAK)

    assert vaak(4) == [False, False, False, True]


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_another_address_and_another_kind_have_a_count_of_their_own():
    vaak(4)

    assert vaak(4, adres="198.51.100.8") == [False, False, False, True]
    assert vaak(4, soort="klagen") == [False, False, False, True]


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_one_connection_has_a_whole_network_of_the_new_kind_of_addresses():
    assert vaak(3, adres="2001:db8::1") == [False, False, False]
    assert vaak(1, adres="2001:db8::ffff") == [True]
    assert vaak(1, adres="2001:db8:0:1::1") == [False]
    assert vaak(3, adres="198.51.100.7") == [False, False, False]
    assert vaak(1, adres="::ffff:198.51.100.7") == [True]


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_behind_a_proxy_the_address_it_saw_counts_and_not_what_a_visitor_makes_up(settings):
    settings.ACHTER_PROXY = True
    vaak(3, adres="10.0.0.1", **{"X-Forwarded-For": "198.51.100.7"})

    assert vaak(1, adres="10.0.0.1", **{"X-Forwarded-For": "203.0.113.9, 198.51.100.7"}) == [True]
    assert vaak(1, adres="10.0.0.1", **{"X-Forwarded-For": "198.51.100.7, 203.0.113.9"}) == [False]


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_without_a_proxy_what_a_visitor_makes_up_is_passed_over():
    vaak(3, **{"X-Forwarded-For": "203.0.113.9"})

    assert vaak(1, **{"X-Forwarded-For": "203.0.113.10"}) == [True]


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_looking_is_not_counted():
    assert [vragen(verzoek(methode="get")).content for _ in range(5)] == [b"GET"] * 5
    assert list(Tempoteller.objects.all()) == []


@pytest.mark.django_db
def test_too_often_gives_back_what_was_typed_and_says_when_to_try_again(klok):
    klok.move_to(NU + datetime.timedelta(seconds=250))
    antwoorden = [vragen(verzoek()) for _ in range(4)]

    html = antwoorden[3].content.decode()
    assert [antwoord.status_code for antwoord in antwoorden] == [200, 200, 200, 429]
    assert antwoorden[3]["Retry-After"] == str(600 - 250)
    assert antwoorden[3]["Cache-Control"] == "private, no-store"
    assert "Wacht 6 minuten" in html
    assert '<textarea id="ingevuld-1" readonly>Mag dat?</textarea>' in html
    assert "ingevuld-2" not in html
    assert "geheim" not in html


@pytest.mark.django_db
@pytest.mark.usefixtures("klok")
def test_no_address_can_be_read_in_what_is_kept_nor_that_two_slots_are_of_one(klok):
    vaak(2)
    klok.move_to(NU + TIJDVAK)
    vaak(1)

    tellers = list(Tempoteller.objects.order_by("tijdvak").values("afdruk", "aantal"))
    assert [een["aantal"] for een in tellers] == [2, 1]
    assert len({een["afdruk"] for een in tellers}) == 2
    assert not [een for een in tellers if "198.51.100.7" in str(een)]
    assert sorted(Tempoteller._meta.get_fields(), key=str) == sorted(
        (Tempoteller._meta.get_field(naam) for naam in ("id", "afdruk", "tijdvak", "aantal")), key=str
    )


@pytest.mark.django_db
def test_counts_of_slots_that_are_over_are_thrown_away(klok):
    vaak(1)
    klok.move_to(NU + TIJDVAK)
    vaak(1)

    tempo.ruim_op.func()

    assert [een.tijdvak for een in Tempoteller.objects.all()] == [int((NU + TIJDVAK).timestamp()) // 600]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("klok")
def test_twenty_at_the_same_moment_are_counted_one_by_one(settings):
    settings.OPENBAAR_TEMPO = {"vragen": 7}
    start = threading.Barrier(20)

    def een(_: int) -> bool:
        try:
            start.wait()
            return tempo.te_vaak(verzoek(), "vragen")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as draden:
        uitslagen = sorted(draden.map(een, range(20)))

    assert uitslagen == [False] * 7 + [True] * 13
    assert [teller.aantal for teller in Tempoteller.objects.all()] == [20]
