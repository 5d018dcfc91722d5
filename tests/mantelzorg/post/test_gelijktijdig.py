"""Two workers at one moment, and one that is killed half-way: no mail goes out twice."""

import datetime
import os
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.models import Bericht, Postrem, Poststand
from mantelzorg.models.post import ONZEKER
from mantelzorg.post.klaarzetten import zet_klaar
from mantelzorg.post.rem import houd_alles_vast
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail
from tests.mantelzorg.post.brieven import brief

pytestmark = pytest.mark.django_db(transaction=True)


def tegelijk(*daden: Callable[[], object]) -> list[object]:
    """Each in a thread with a connection of its own, begun at one moment; what they gave, and what they raised."""
    samen, uitkomsten = threading.Barrier(len(daden)), []

    def draad(daad: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            samen.wait()
            uitkomsten.append(daad())
        except Exception as fout:
            uitkomsten.append(fout)
        finally:
            connection.close()

    draden = [threading.Thread(target=draad, args=(daad,)) for daad in daden]
    for een in draden:
        een.start()
    for een in draden:
        een.join()
    return uitkomsten


def test_two_workers_send_every_message_once() -> None:
    for nummer in range(20):
        zet_klaar(brief(aan=f"noor{nummer}@voorbeeld.example", onderwerp=f"Bericht {nummer}"), door=None)

    with vang_mail() as mail:
        uitkomsten = tegelijk(verstuur_post.call, verstuur_post.call)

    assert sum(uitkomsten) == 20
    assert sorted(str(een["Subject"]) for een in mail.berichten) == sorted(f"Bericht {nummer}" for nummer in range(20))
    assert set(Bericht.objects.values_list("stand", "pogingen")) == {(Poststand.VERSTUURD, 1)}


def test_the_same_mail_put_ready_twice_at_once_is_one() -> None:
    een = brief(sleutel="weekbrief:1:2020-W10")

    klaar = tegelijk(*[lambda: zet_klaar(een, door=None)] * 4)

    assert {bericht.pk for bericht in klaar} == {Bericht.objects.get().pk}


def test_two_people_who_hold_all_mail_at_once_put_on_one_brake() -> None:
    mo, anja = gebruiker(Rol.MEDEWERKER), gebruiker(Rol.BEHEERDER)

    tegelijk(
        lambda: houd_alles_vast(reden="Er staat een fout in.", door=mo),
        lambda: houd_alles_vast(reden="Eerst lezen.", door=anja),
    )

    assert Postrem.objects.count() == 1


def test_a_worker_that_is_killed_while_it_sends_leaves_the_choice_to_the_office() -> None:
    bericht = zet_klaar(brief(), door=None)
    with vang_mail() as mail:
        mail.treuzel = 60.0
        werker = subprocess.Popen([sys.executable, "manage.py", "werker"], cwd=settings.BASE_DIR, env=_omgeving())
        binnen = mail.binnen.wait(60)
        werker.kill()
        werker.wait(30)
    assert binnen

    bericht.refresh_from_db()
    onderweg = bericht.stand
    with vang_mail() as later, freeze_time(timezone.now() + datetime.timedelta(minutes=16)):
        verstuur_post.call()
        verstuur_post.call()

    bericht.refresh_from_db()
    assert (onderweg, bericht.stand, bericht.uitkomst) == (Poststand.ONDERWEG, Poststand.MISLUKT, ONZEKER)
    assert later.berichten == []


def _omgeving() -> dict[str, str]:
    """That of a worker on this test's database, which sends to the catcher."""
    db = connection.settings_dict
    if connection.vendor == "sqlite":
        adres = f"sqlite:///{db['NAME']}"
    else:
        adres = f"postgres://{db['USER']}:{db['PASSWORD']}@{db['HOST']}:{db['PORT']}/{db['NAME']}"
    return os.environ | {
        "DATABASE_URL": adres,
        "EMAIL_URL": f"smtp://127.0.0.1:{settings.EMAIL_PORT}",
        "DJANGO_SETTINGS_MODULE": "mantelzorg.settings",
    }
