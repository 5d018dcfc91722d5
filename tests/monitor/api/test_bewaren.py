"""What a client kept is good until something changed: 304 then, and a new answer after."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from monitor.api.basis import ApiView
from monitor.api.bewaren import WIE_WAT_ZIET, laatst_gewijzigd
from monitor.api.experimenten import Experimenten
from monitor.api.indicator import IndicatorView
from monitor.api.metingen import Metingen
from monitor.api.praktijken import Praktijken
from monitor.api.programmas import Programmas
from monitor.api.publicaties import Publicaties
from praktijken.models import Praktijk
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.api.vragen import API, client_van, probleem
from tests.monitor.voorbeeld import voorbeeld

pytestmark = pytest.mark.django_db
ADRES = f"{API}/indicatoren/23?programma=thuis&peildatum=2020-06-30"
AMSTERDAM = datetime.timezone(datetime.timedelta(hours=1))


@pytest.fixture
def ben():
    """Ben the analyst in his browser, who can ask figures of a practice that was made at 12.00.00,4."""
    with freeze_time("2026-01-05 11:00:00.4"):
        client = client_van(gebruiker(Rol.ANALIST))
        gegevens.praktijk(gegevens.programma(), "ARN")
    return client


def test_what_did_not_change_is_not_sent_again(ben):
    with freeze_time("2026-01-05 11:00:10"):
        eerste = ben.get(ADRES)
        assert eerste["Last-Modified"] == "Mon, 05 Jan 2026 11:00:01 GMT"
        for kop in ({"If-None-Match": eerste["ETag"]}, {"If-Modified-Since": eerste["Last-Modified"]}):
            antwoord = ben.get(ADRES, headers=kop)
            assert (antwoord.status_code, antwoord.content, antwoord["ETag"]) == (304, b"", eerste["ETag"])
            assert antwoord["API-Version"] == "1.0.0"


def test_what_changed_is_sent_whichever_mark_was_kept(ben):
    with freeze_time("2026-01-05 11:00:10"):
        eerste = ben.get(ADRES)
    with freeze_time("2026-01-05 11:00:11"):
        gegevens.praktijk(Praktijk.objects.get().programma, "EPE")
    with freeze_time("2026-01-05 11:00:12"):
        for kop in ({"If-None-Match": eerste["ETag"]}, {"If-Modified-Since": eerste["Last-Modified"]}):
            antwoord = ben.get(ADRES, headers=kop)
            assert antwoord.json()["praktijken"]["opgestart"] == 1 + 1


def test_within_the_second_of_a_change_there_is_no_last_modified(ben):
    with freeze_time("2026-01-05 11:00:00.9"):
        assert "Last-Modified" not in ben.get(ADRES)


def test_after_midnight_in_amsterdam_all_is_asked_again(ben):
    with freeze_time("2026-01-05 11:00:10"):
        eerste = ben.get(ADRES)
    with freeze_time("2026-01-05 23:00:00"):
        antwoord = ben.get(ADRES, headers={"If-Modified-Since": eerste["Last-Modified"]})
        assert (antwoord.status_code, antwoord["Last-Modified"]) == (200, "Mon, 05 Jan 2026 23:00:00 GMT")


def test_a_removed_record_and_another_role_are_changes():
    with freeze_time("2026-01-05 08:00:00"):
        praktijk = gegevens.praktijk(gegevens.programma())
        user = gebruiker(naam="Nel Nieuw")
    with freeze_time("2026-01-05 09:00:00"):
        praktijk.delete()
    nu = datetime.datetime(2026, 1, 5, 13, tzinfo=AMSTERDAM)
    assert laatst_gewijzigd([*WIE_WAT_ZIET, Praktijk], nu) == datetime.datetime(2026, 1, 5, 10, tzinfo=AMSTERDAM)
    with freeze_time("2026-01-05 10:00:00"):
        user.groups.add(gebruiker(Rol.ANALIST).groups.get())
    assert laatst_gewijzigd([*WIE_WAT_ZIET, Praktijk], nu) == datetime.datetime(2026, 1, 5, 11, tzinfo=AMSTERDAM)


def test_head_says_the_same_without_the_figures(ben):
    with freeze_time("2026-01-05 11:00:10"):
        hoofd, geheel = ben.head(ADRES), ben.get(ADRES)
    assert hoofd.content == b""
    assert {naam: hoofd[naam] for naam in ("ETag", "Last-Modified", "Content-Type")} == {
        naam: geheel[naam] for naam in ("ETag", "Last-Modified", "Content-Type")
    }


def test_a_condition_that_is_not_met_is_a_problem(ben):
    with freeze_time("2026-01-05 11:00:10"):
        assert probleem(ben.get(ADRES, headers={"If-Match": '"iets anders"'}))["title"] == "Intussen gewijzigd"


def test_nobody_keeps_what_somebody_else_may_see(ben):
    with freeze_time("2026-01-05 11:00:10"):
        antwoord = ben.get(ADRES)
    assert set(antwoord["Cache-Control"].split(", ")) == {"no-cache", "private", "no-store"}
    assert {"Authorization", "Cookie"} <= set(antwoord["Vary"].split(", "))


RECHTEN = {"django_session", "mantelzorg_user", "mantelzorg_user_groups", "auth_group", "aanmeldingen_tempoteller"}
"""What is asked to know who asks; of it accounts, with their roles, count as a change."""
MET_EEN_ANDER = {"praktijken_organisatieaanwezigheid"}
"""Rows made only while a participant is erased, which the history of that participant tells."""


@pytest.mark.parametrize(
    ("adres", "view"),
    [
        ("programmas", Programmas),
        ("praktijken", Praktijken),
        ("experimenten", Experimenten),
        ("metingen", Metingen),
        ("publicaties", Publicaties),
        ("indicatoren/23?programma=thuis&peildatum=2020-06-30", IndicatorView),
    ],
)
def test_an_answer_is_made_of_nothing_whose_changes_go_unnoticed(adres: str, view: type[ApiView]):
    voorbeeld()
    ben = client_van(gebruiker(Rol.ANALIST))
    with CaptureQueriesContext(connection) as vragen:
        assert ben.get(f"{API}/{adres}").status_code == 200
    gelezen = {tabel for vraag in vragen for tabel in re.findall(r'(?:FROM|JOIN) "(\w+)"', vraag["sql"])}
    gevolgd = {model._meta.db_table for model in view.bronnen}
    gevolgd |= {
        lijst.m2m_db_table()
        for model in view.bronnen
        for lijst in model._meta.many_to_many
        if lijst.name in {een.name for een in model.history.model._history_m2m_fields}
    }

    assert {tabel for tabel in gelezen if "_historical" not in tabel} - RECHTEN - MET_EEN_ANDER - gevolgd == set()
    assert gevolgd & gelezen
