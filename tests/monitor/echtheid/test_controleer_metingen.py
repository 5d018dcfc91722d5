"""`manage.py controleer_metingen`, and what the worker does with it every night."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from freezegun import freeze_time

from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from monitor import alleen_toevoegen
from monitor.echtheid.nacht import controleer_metingen
from monitor.echtheid.taken import BRON
from monitor.models import Zegelcontrole
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, teksten

pytestmark = pytest.mark.django_db
TABEL = "monitor_vastgesteldfeit"


def _programma():
    programma = gegevens.programma()
    gegevens.praktijk(programma, "ARN")
    return programma


def _breek(tabel=TABEL, veld="inhoud"):
    with alleen_toevoegen.opgeheven(connection, tabel), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {tabel} SET {veld} = replace({veld}, 'ARN', 'ARM')")  # noqa: S608  # a table of our own


def _draai(*opties):
    """What it prints and its exit status."""
    uit = StringIO()
    try:
        call_command("controleer_metingen", *opties, stdout=uit, no_color=True)
    except SystemExit as einde:
        return uit.getvalue().splitlines(), einde.code
    return uit.getvalue().splitlines(), 0


def test_each_measurement_is_a_line_and_the_status_is_0_where_all_is_in_order():
    programma = _programma()
    vastgesteld(programma, 2019, "2019-12-31")
    vastgesteld(programma)
    assert _draai() == (
        [
            f"In orde       {programma.naam}, 2019 nr. 1 (peildatum 31 december 2019)",
            f"In orde       {programma.naam}, 2020 nr. 1 (peildatum 30 juni 2020)",
            "Gecontroleerde metingen: 2. Niet in orde: 0.",
        ],
        0,
    )


def test_a_byte_changed_in_the_database_gives_status_1_and_says_of_which_measurement():
    programma = _programma()
    vastgesteld(programma)
    _breek()
    (regel, slot), status = _draai()
    assert regel.startswith(
        f"NIET IN ORDE  {programma.naam}, 2020 nr. 1 (peildatum 30 juni 2020): Het zegel klopt niet"
    )
    assert (slot, status) == ("Gecontroleerde metingen: 1. Niet in orde: 1.", 1)


def test_a_trigger_that_is_gone_is_found():
    vastgesteld(_programma())
    with connection.cursor() as cursor:
        van = f" ON {TABEL}" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {TABEL}_geen_delete{van}")
    regels, status = _draai()
    assert (regels[1].startswith(f"NIET IN ORDE  De database: De tabel {TABEL} is niet beschermd"), status) == (True, 1)


def test_a_measurement_that_lost_all_that_was_fixed_is_found():
    vaststelling = vastgesteld(_programma())
    with alleen_toevoegen.opgeheven(connection, TABEL):
        vaststelling.feiten.all().delete()
    with alleen_toevoegen.opgeheven(connection, "monitor_vaststelling"):
        vaststelling.persoonssleutels.all().delete()
        vaststelling.delete()
    regels, status = _draai()
    assert (regels[0].endswith(": Wat is vastgesteld, is verdwenen."), status) == (True, 1)


def test_a_seal_made_to_fit_is_found_with_an_earlier_list(tmp_path):
    from monitor.canoniek import canoniek, zegel
    from monitor.models import Vaststelling

    vaststelling = vastgesteld(_programma())
    lijst = tmp_path / "zegels.txt"
    regels, _ = _draai("--zegels")
    lijst.write_text("Beste Ben,\n\n> " + "\n> ".join(regels))
    assert _draai("--tegen", str(lijst))[1] == 0
    kop = canoniek(vaststelling.inhoud | {"aanleiding": "Iets anders"})
    nieuw = zegel([kop, *(f"{een.soort}\t{een.sleutel}\t{een.inhoud}" for een in vaststelling.feiten.all())])
    with alleen_toevoegen.opgeheven(connection, "monitor_vaststelling"):
        Vaststelling.objects.filter(pk=vaststelling.pk).update(kop=kop, zegel=nieuw)
    assert _draai()[1] == 0
    (_, gevonden, *_), status = _draai("--tegen", str(lijst))
    assert (gevonden, status) == (
        f"NIET IN ORDE  De eerdere lijst: Het eerdere zegel {vaststelling.zegel} (thuis 2020 nr. 1, 2020-06-30) is "
        f"er niet meer. Zij heeft nu een ander zegel: {nieuw}.",
        1,
    )


def test_what_was_published_is_checked_too_and_its_seal_is_on_the_list():
    vaststelling = vastgesteld(_programma())
    teksten(vaststelling.meting.programma)
    publicatie = gepubliceerd(vaststelling)
    assert _draai()[1] == 0
    assert _draai("--zegels")[0][1] == f"{publicatie.zegel}  thuis 2020, publicatie versie 1"
    _breek("monitor_publicatie", "inhoud")
    (regel, _), status = _draai()
    assert (regel.partition(": ")[2], status) == (
        "Het zegel van de publicatie 2020, versie 1 klopt niet: er is iets gewijzigd na het publiceren.",
        1,
    )


def test_a_publication_put_under_another_year_is_found():
    vaststelling = vastgesteld(_programma())
    teksten(vaststelling.meting.programma)
    gepubliceerd(vaststelling)
    with alleen_toevoegen.opgeheven(connection, "monitor_publicatie"):
        vaststelling.publicaties.update(jaar=2021)
    (regel, _), status = _draai()
    assert (regel.partition(": ")[2], status) == ("De publicatie 2021, versie 1 zegt zelf 2020, versie 1 te zijn.", 1)


@pytest.mark.parametrize("inhoud", [None, "", "geen zegel", "0" * 63])
def test_a_list_that_holds_no_seal_is_a_bad_question(tmp_path, inhoud):
    from monitor.management.opdracht import Gebruiksfout

    pad = tmp_path / "lijst.txt"
    if inhoud is not None:
        pad.write_text(inhoud)
    with pytest.raises(Gebruiksfout):
        _draai("--tegen", str(pad))


@pytest.fixture
def mensen():
    """Who hears of it, and Ada, who does not."""
    gegevens.gebruiker(Rol.ADVISEUR)
    return [gegevens.gebruiker(Rol.ANALIST), gegevens.gebruiker(Rol.MEDEWERKER)]


def _mails(soort):
    return list(Bericht.objects.filter(soort=soort).order_by("id").values_list("aan", "onderwerp"))


def _taken(user, op):
    return [(taak.regel.naam, taak.tekst) for taak in BRON.taken(user, dag(op))]


@freeze_time("2020-09-02 01:12")
def test_a_clean_night_is_kept_and_visible_and_mails_the_new_seals_once(mensen, client):
    vaststelling = vastgesteld(_programma())
    controleer_metingen.call()
    controleer_metingen.call()
    controle = Zegelcontrole.objects.first()
    assert (controle.op, controle.metingen, controle.bevindingen) == (
        datetime.datetime(2020, 9, 2, 1, 12, tzinfo=datetime.UTC), 1, [],
    )  # fmt: skip
    onderwerp = "Zegels van de vastgestelde metingen, om te bewaren"
    assert (_mails("zegels van metingen"), _mails("meting niet in orde")) == (
        [(een.email, onderwerp) for een in mensen],
        [],
    )
    assert f"{vaststelling.zegel}  thuis 2020 nr. 1, 2020-06-30" in Bericht.objects.first().tekst
    client.force_login(mensen[0], backend="mantelzorg.inloggen.AccountBackend")
    inhoud = client.get("/monitor/echtheid/").content.decode()
    assert "Gecontroleerd op 2 september 2020, 03.12 uur: 1 meting in orde." in inhoud
    assert _taken(mensen[0], "2020-09-02") == []


def test_a_finding_is_a_task_and_a_mail_once_a_day(mensen, client):
    programma = _programma()
    vastgesteld(programma)
    _breek()
    for moment in ("2020-09-02 01:12", "2020-09-02 09:00", "2020-09-03 01:12"):
        with freeze_time(moment):
            controleer_metingen.call()
    onderwerp = f"Niet in orde: {programma.naam}, 2020 nr. 1 (peildatum 30 juni 2020)"
    assert _mails("meting niet in orde") == [(een.email, onderwerp) for _ in range(2) for een in mensen]
    aantal = len(Zegelcontrole.objects.first().bevindingen)
    assert _taken(mensen[1], "2020-09-03") == [
        ("meting-niet-in-orde", f"De controle van de vastgestelde metingen gaf {aantal} bevindingen.")
    ]
    with freeze_time("2020-09-03 09:00"):
        client.force_login(mensen[0], backend="mantelzorg.inloggen.AccountBackend")
        assert "Het zegel klopt niet" in client.get("/monitor/echtheid/").content.decode()
        assert "/monitor/echtheid/" in client.get("/taken/").content.decode()


@pytest.mark.parametrize(("op", "stil"), [("2020-09-03", False), ("2020-09-04", True)])
def test_not_checked_for_two_days_is_a_task(mensen, op, stil):
    vastgesteld(_programma())
    with freeze_time("2020-09-02 01:12"):
        controleer_metingen.call()
    assert [naam for naam, _ in _taken(mensen[0], op)] == (["metingen-niet-gecontroleerd"] if stil else [])


def test_where_nothing_was_fixed_nobody_is_bothered(mensen):
    with freeze_time("2020-09-02 01:12"):
        controleer_metingen.call()
    assert (Bericht.objects.count(), _taken(mensen[0], "2020-09-03")) == (0, [])


@pytest.mark.parametrize(
    ("rol", "status"),
    [(Rol.ANALIST, 200), (Rol.MEDEWERKER, 200), (Rol.BEHEERDER, 200), (Rol.ADVISEUR, 404), (None, 404)],
)
def test_who_sees_the_page(client, rol, status):
    client.force_login(gegevens.gebruiker(rol, naam="Kim Kijkt"), backend="mantelzorg.inloggen.AccountBackend")
    assert client.get("/monitor/echtheid/").status_code == status


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_asks_the_database_as_often_for_three_measurements(client, django_assert_num_queries, aantal):
    programma = _programma()
    for jaar in range(2020 - aantal, 2020):
        vastgesteld(programma, jaar, f"{jaar}-12-31")
    client.force_login(gegevens.gebruiker(Rol.ANALIST, naam="Kim"), backend="mantelzorg.inloggen.AccountBackend")
    with django_assert_num_queries(6):
        client.get("/monitor/echtheid/")
