"""The functioneel beheerder changes, closes and opens accounts, and sees their history."""

import datetime

import pytest
from django.test import Client
from freezegun import freeze_time

from mantelzorg.accounts.historie import Gebeurtenis, Wijziging, gebeurtenissen
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.mantelzorg.accounts.beheerpagina import PIET, meldingen, waarden

pytestmark = pytest.mark.django_db


def _getoond(client: Client, user: User) -> dict[str, object]:
    """The form as the page shows it now."""
    return dict(client.get(f"/accounts/{user.pk}/").context["form"].initial)


@freeze_time("2026-03-02 12:00")
def test_a_change_is_one_entry_in_the_history_with_old_and_new_values_and_who(beheer):
    ben = gebruiker(Rol.ANALIST, naam="Ben", werkgever="RIVM")
    nieuw = {"naam": "Ben Bos", "werkgever": "VWS", "rollen": ["Adviseur", "VWS-analist"], "einddatum": "2030-12-31"}
    antwoord = beheer.post(f"/accounts/{ben.pk}/", nieuw | {"gezien": _getoond(beheer, ben)["gezien"]})
    assert antwoord.status_code == 302
    assert waarden(ben) == ("Ben Bos", "VWS", datetime.date(2030, 12, 31), {Rol.ADVISEUR, Rol.ANALIST}, True)
    assert gebeurtenissen(ben)[0] == Gebeurtenis(
        wanneer=datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC),
        door="Anja de Beheerder",
        wat="gegevens gewijzigd",
        wijzigingen=(
            Wijziging(veld="naam", oud="Ben", nieuw="Ben Bos"),
            Wijziging(veld="werkgever", oud="RIVM", nieuw="VWS"),
            Wijziging(veld="rollen", oud="VWS-analist", nieuw="Adviseur, VWS-analist"),
            Wijziging(veld="einddatum", oud="–", nieuw="31-12-2030"),
        ),
    )


def test_the_history_of_an_invited_account_tells_its_whole_story(beheer):
    with freeze_time("2026-03-02 12:00"):
        beheer.post("/accounts/uitnodigen/", PIET)
    piet = User.objects.get(email="piet@voorbeeld.example")
    beheer.post(f"/accounts/{piet.pk}/sluiten/")
    beheer.post(f"/accounts/{piet.pk}/heropenen/")
    verhaal = [(een.door, een.wat, een.wijzigingen) for een in reversed(gebeurtenissen(piet))]
    anja = "Anja de Beheerder"
    assert verhaal == [
        (
            anja,
            "account gemaakt",
            (
                Wijziging(veld="e-mailadres", oud="–", nieuw="piet@voorbeeld.example"),
                Wijziging(veld="naam", oud="–", nieuw="Piet Pieters"),
                Wijziging(veld="werkgever", oud="–", nieuw="Vilans"),
                Wijziging(veld="einddatum", oud="–", nieuw="31-12-2026"),
                Wijziging(veld="status", oud="–", nieuw="open"),
            ),
        ),
        (anja, "rollen gegeven", (Wijziging(veld="rollen", oud="–", nieuw="Adviseur"),)),
        (anja, "uitnodiging gemaild", ()),
        (anja, "account gesloten", (Wijziging(veld="status", oud="open", nieuw="gesloten"),)),
        (anja, "account heropend", (Wijziging(veld="status", oud="gesloten", nieuw="open"),)),
    ]


def test_saving_without_a_change_leaves_no_entry(beheer):
    ben = gebruiker(Rol.ANALIST)
    getoond = {veld: waarde or "" for veld, waarde in _getoond(beheer, ben).items()}
    voor = ben.history.count()
    assert beheer.post(f"/accounts/{ben.pk}/", getoond).status_code == 302
    assert ben.history.count() == voor


def test_who_saves_second_sees_both_versions_and_chooses(beheer):
    ben = gebruiker(Rol.ANALIST, naam="Ben", werkgever="RIVM")
    getoond = {veld: waarde or "" for veld, waarde in _getoond(beheer, ben).items()}
    beheer.post(f"/accounts/{ben.pk}/", getoond | {"werkgever": "VWS", "rollen": ["Adviseur"]})
    tweede = beheer.post(f"/accounts/{ben.pk}/", getoond | {"naam": "Ben Bos"})
    assert [(een.veld, een.nu, een.ingevuld) for een in tweede.context["verschillen"]] == [
        ("Naam", "Ben", "Ben Bos"),
        ("Werkgever", "VWS", "RIVM"),
        ("Rollen", "Adviseur", "VWS-analist"),
    ]
    assert waarden(ben) == ("Ben", "VWS", None, {Rol.ADVISEUR}, True)
    gekozen = getoond | {"naam": "Ben Bos", "gezien": tweede.context["form"]["gezien"].value()}
    assert beheer.post(f"/accounts/{ben.pk}/", gekozen).status_code == 302
    assert waarden(ben) == ("Ben Bos", "RIVM", None, {Rol.ANALIST}, True)


@pytest.mark.parametrize("einde", ["sluiten", "einddatum", "rol"])
def test_who_is_ended_is_out_at_the_next_request(beheer, als, einde):
    mo = gebruiker(Rol.BEHEERDER, naam="Mo")
    bezig = als(mo)
    assert bezig.get("/accounts/").status_code == 200
    getoond = {veld: waarde or "" for veld, waarde in _getoond(beheer, mo).items()}
    if einde == "sluiten":
        beheer.post(f"/accounts/{mo.pk}/sluiten/")
    elif einde == "einddatum":
        beheer.post(f"/accounts/{mo.pk}/", getoond | {"einddatum": "2020-01-01"})
    else:
        beheer.post(f"/accounts/{mo.pk}/", getoond | {"rollen": []})
    antwoord = bezig.get("/accounts/")
    if einde == "rol":
        assert antwoord.status_code == 404
    else:
        assert antwoord["Location"] == "/inloggen/?next=/accounts/"


def test_a_session_ends_when_the_end_date_passes_without_anybody_doing_anything(als):
    with freeze_time("2026-03-02 22:00"):
        bezig = als(gebruiker(Rol.BEHEERDER, einddatum=datetime.date(2026, 3, 2)))
        assert bezig.get("/accounts/").status_code == 200
    with freeze_time("2026-03-02 23:30"):  # half past midnight in the Netherlands
        assert bezig.get("/accounts/").status_code == 302


def test_opening_an_account_again_needs_a_new_log_in_and_empties_an_end_date_that_passed(beheer, als):
    ben = gebruiker(Rol.ANALIST)
    bezig = als(ben)
    beheer.post(f"/accounts/{ben.pk}/sluiten/")
    User.objects.filter(pk=ben.pk).update(einddatum=datetime.date(2020, 1, 1))
    beheer.post(f"/accounts/{ben.pk}/heropenen/")
    assert waarden(ben)[2:] == (None, {Rol.ANALIST}, True)
    assert bezig.get("/wachtwoord/wijzigen/").status_code == 302
    assert als(ben).get("/wachtwoord/wijzigen/").status_code == 200


@pytest.mark.parametrize("manier", ["sluiten", "rol", "einddatum"])
def test_the_last_beheerder_stays(beheer, anja, manier):
    gebruiker(Rol.BEHEERDER, is_active=False)
    gebruiker(Rol.BEHEERDER, einddatum=datetime.date(2020, 1, 1))
    getoond = {veld: waarde or "" for veld, waarde in _getoond(beheer, anja).items()}
    voor, aantal = waarden(anja), anja.history.count()
    if manier == "sluiten":
        antwoord = beheer.post(f"/accounts/{anja.pk}/sluiten/", follow=True)
        gezegd = meldingen(antwoord)
    else:
        anders = {"rollen": ["Adviseur"]} if manier == "rol" else {"einddatum": "2020-01-01"}
        gezegd = beheer.post(f"/accounts/{anja.pk}/", getoond | anders).context["form"].non_field_errors()
    assert list(gezegd) == ["Dit is de laatste functioneel beheerder. Geef eerst iemand anders deze rol."]
    assert (waarden(anja), anja.history.count()) == (voor, aantal)
    assert beheer.get("/accounts/").status_code == 200


def test_a_beheerder_may_go_when_another_stays(beheer, anja):
    gebruiker(Rol.BEHEERDER, naam="Bea")
    beheer.post(f"/accounts/{anja.pk}/sluiten/")
    assert beheer.get("/accounts/").status_code == 302
    assert not User.objects.get(pk=anja.pk).is_active


@pytest.mark.parametrize("aantal", [1, 3])
def test_an_account_s_page_takes_as_many_queries_for_a_long_history(beheer, aantal, django_assert_num_queries):
    ben = gebruiker(Rol.ANALIST)
    for nummer in range(aantal):
        ben.werkgever = f"Werkgever {nummer}"
        ben.save(update_fields=["werkgever"])
    session, user, roles, account, its_roles, history, groups, group_names, mails, tokens = range(10)
    with django_assert_num_queries(
        len((session, user, roles, account, its_roles, history, groups, group_names, mails, tokens))
    ):
        beheer.get(f"/accounts/{ben.pk}/")
