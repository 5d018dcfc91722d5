"""The functioneel beheerder's pages: inviting, changing, closing and opening accounts."""

import datetime
import re

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client
from freezegun import freeze_time

from mantelzorg.accounts.historie import Gebeurtenis, Wijziging, gebeurtenissen
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import WACHTWOORD, gebruiker
from tests.mantelzorg.accounts.conftest import gemailde_link, open_link

pytestmark = pytest.mark.django_db
PIET = {
    "email": "Piet@voorbeeld.example",
    "naam": "Piet Pieters",
    "werkgever": "Vilans",
    "rollen": ["Adviseur"],
    "einddatum": "2026-12-31",
}


@pytest.fixture
def anja() -> User:
    return gebruiker(Rol.BEHEERDER)


@pytest.fixture
def beheer(anja: User) -> Client:
    client = Client()
    client.force_login(anja, backend="mantelzorg.inloggen.AccountBackend")
    return client


def _getoond(client: Client, user: User) -> dict[str, object]:
    """The form as the page shows it now."""
    return dict(client.get(f"/accounts/{user.pk}/").context["form"].initial)


def _meldingen(antwoord) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]


def _waarden(user: User) -> tuple[object, ...]:
    user = User.objects.get(pk=user.pk)
    return user.naam, user.werkgever, user.einddatum, user.rollen, user.is_active


@freeze_time("2026-03-02 12:00")
def test_an_invitation_makes_an_account_that_works_once_its_owner_chose_a_password(beheer):
    antwoord = beheer.post("/accounts/uitnodigen/", PIET, follow=True)
    piet = User.objects.get(email="piet@voorbeeld.example")
    assert _waarden(piet) == ("Piet Pieters", "Vilans", datetime.date(2026, 12, 31), {Rol.ADVISEUR}, True)
    assert not piet.has_usable_password()
    assert _meldingen(antwoord) == ["De uitnodiging is gemaild naar piet@voorbeeld.example."]
    assert [(bericht.to, bericht.subject) for bericht in mail.outbox] == [
        (["piet@voorbeeld.example"], "Uw account bij In voor mantelzorg")
    ]
    assert mail.outbox[0].body == (
        "Beste Piet Pieters,\n\n"
        "Anja de Beheerder heeft een account voor u gemaakt bij In voor mantelzorg,\n"
        "de programma-administratie.\n\n"
        "Kies eerst een wachtwoord. Dat doet u op deze pagina:\n\n"
        f"http://testserver{gemailde_link()}\n\n"
        "De link werkt één keer, tot 5 maart 2026, 13.00 uur. Daarna logt u in\n"
        "met uw e-mailadres en het wachtwoord dat u koos.\n\n"
        "Werkt de link niet meer? Vraag dan een nieuwe link aan op de pagina\n"
        "‘Wachtwoord vergeten’.\n\n"
        "Verwachtte u deze mail niet? Dan hoeft u niets te doen.\n\n"
        "Met vriendelijke groet,\n"
        "In voor mantelzorg\n"
    )
    client = Client()
    adres = open_link(client, gemailde_link())
    client.post(adres, {"new_password1": WACHTWOORD, "new_password2": WACHTWOORD})
    assert client.post("/inloggen/", {"username": piet.email, "password": WACHTWOORD}).status_code == 302


@freeze_time("2026-03-02 12:00")
def test_sending_the_invitation_twice_makes_one_account_and_one_mail(beheer):
    beheer.post("/accounts/uitnodigen/", PIET)
    tweede = beheer.post("/accounts/uitnodigen/", PIET | {"email": "PIET@voorbeeld.example"})
    assert tweede.status_code == 200
    assert tweede.context["form"].errors == {
        "email": [
            "Er is al een account met dit e-mailadres. Zoek het op in de lijst; u kunt het daar wijzigen of uitnodigen."
        ]
    }
    assert (User.objects.filter(email="piet@voorbeeld.example").count(), len(mail.outbox)) == (1, 1)


@freeze_time("2026-03-02 12:00")
@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"email": "geen adres"}, {"email": ["Voer een geldig e-mailadres in."]}),
        ({"naam": " "}, {"naam": ["Dit veld is vereist."]}),
        ({"rollen": []}, {"rollen": ["Dit veld is vereist."]}),
        ({"rollen": ["Baas"]}, {"rollen": ["Selecteer een geldige keuze. Baas is geen beschikbare keuze."]}),
        ({"einddatum": "2026-03-01"}, {"einddatum": ["Deze einddatum is al voorbij."]}),
        ({"einddatum": "31 maart"}, {"einddatum": ["Voer een geldige datum in."]}),
        ({"naam": "x" * 501}, {"naam": ["Zorg dat deze waarde niet meer dan 500 tekens bevat (het zijn er nu 501)."]}),
    ],
)
def test_an_invitation_that_is_not_right_says_what_is_wrong_and_makes_nothing(beheer, velden, fouten):
    antwoord = beheer.post("/accounts/uitnodigen/", PIET | velden)
    assert antwoord.context["form"].errors == fouten
    assert (User.objects.count(), mail.outbox) == (1, [])


@freeze_time("2026-03-02 12:00")
def test_when_the_mail_cannot_be_sent_the_account_stands_and_the_beheerder_hears_so(beheer, settings):
    settings.EMAIL_BACKEND = "tests.mantelzorg.accounts.postbus.Weigert"
    antwoord = beheer.post("/accounts/uitnodigen/", PIET, follow=True)
    assert _meldingen(antwoord) == [
        "Het account van Piet Pieters staat klaar, maar de uitnodiging kon niet worden gemaild. "
        "Probeer het later nog eens met de knop ‘Uitnodiging mailen’."
    ]
    assert User.objects.filter(email="piet@voorbeeld.example").exists()


def test_an_adviser_whom_an_import_added_gets_in_only_after_an_invitation(beheer):
    ada = User.objects.create_user(email="ada@voorbeeld.example")
    ada.groups.add(Group.objects.get(name=Rol.ADVISEUR.value))
    Client().post("/wachtwoord/vergeten/", {"email": ada.email})
    assert mail.outbox == []
    assert "Uitnodiging mailen" in beheer.get(f"/accounts/{ada.pk}/").content.decode()
    beheer.post(f"/accounts/{ada.pk}/uitnodiging/")
    Client().post("/wachtwoord/vergeten/", {"email": ada.email})
    assert [bericht.subject for bericht in mail.outbox] == [
        "Uw account bij In voor mantelzorg",
        "Nieuw wachtwoord voor In voor mantelzorg",
    ]


def test_who_has_a_password_is_not_invited_again(beheer):
    ben = gebruiker(Rol.ANALIST)
    antwoord = beheer.post(f"/accounts/{ben.pk}/uitnodiging/", follow=True)
    assert _meldingen(antwoord) == ["Er is niets gemaild: dit account is gesloten of heeft al een wachtwoord."]
    assert mail.outbox == []


@freeze_time("2026-03-02 12:00")
def test_a_change_is_one_entry_in_the_history_with_old_and_new_values_and_who(beheer):
    ben = gebruiker(Rol.ANALIST, naam="Ben", werkgever="RIVM")
    nieuw = {"naam": "Ben Bos", "werkgever": "VWS", "rollen": ["Adviseur", "VWS-analist"], "einddatum": "2030-12-31"}
    antwoord = beheer.post(f"/accounts/{ben.pk}/", nieuw | {"gezien": _getoond(beheer, ben)["gezien"]})
    assert antwoord.status_code == 302
    assert _waarden(ben) == ("Ben Bos", "VWS", datetime.date(2030, 12, 31), {Rol.ADVISEUR, Rol.ANALIST}, True)
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
                Wijziging(veld="toestand", oud="–", nieuw="open"),
            ),
        ),
        (anja, "rollen gegeven", (Wijziging(veld="rollen", oud="–", nieuw="Adviseur"),)),
        (anja, "uitnodiging gemaild", ()),
        (anja, "account gesloten", (Wijziging(veld="toestand", oud="open", nieuw="gesloten"),)),
        (anja, "account heropend", (Wijziging(veld="toestand", oud="gesloten", nieuw="open"),)),
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
    assert _waarden(ben) == ("Ben", "VWS", None, {Rol.ADVISEUR}, True)
    gekozen = getoond | {"naam": "Ben Bos", "gezien": tweede.context["form"]["gezien"].value()}
    assert beheer.post(f"/accounts/{ben.pk}/", gekozen).status_code == 302
    assert _waarden(ben) == ("Ben Bos", "RIVM", None, {Rol.ANALIST}, True)


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
    assert _waarden(ben)[2:] == (None, {Rol.ANALIST}, True)
    assert bezig.get("/wachtwoord/wijzigen/").status_code == 302
    assert als(ben).get("/wachtwoord/wijzigen/").status_code == 200


@pytest.mark.parametrize("manier", ["sluiten", "rol", "einddatum"])
def test_the_last_beheerder_stays(beheer, anja, manier):
    gebruiker(Rol.BEHEERDER, is_active=False)
    gebruiker(Rol.BEHEERDER, einddatum=datetime.date(2020, 1, 1))
    getoond = {veld: waarde or "" for veld, waarde in _getoond(beheer, anja).items()}
    voor, aantal = _waarden(anja), anja.history.count()
    if manier == "sluiten":
        antwoord = beheer.post(f"/accounts/{anja.pk}/sluiten/", follow=True)
        gezegd = _meldingen(antwoord)
    else:
        anders = {"rollen": ["Adviseur"]} if manier == "rol" else {"einddatum": "2020-01-01"}
        gezegd = beheer.post(f"/accounts/{anja.pk}/", getoond | anders).context["form"].non_field_errors()
    assert list(gezegd) == ["Dit is de laatste functioneel beheerder. Geef eerst iemand anders deze rol."]
    assert (_waarden(anja), anja.history.count()) == (voor, aantal)
    assert beheer.get("/accounts/").status_code == 200


def test_a_beheerder_may_go_when_another_stays(beheer, anja):
    gebruiker(Rol.BEHEERDER, naam="Bea")
    beheer.post(f"/accounts/{anja.pk}/sluiten/")
    assert beheer.get("/accounts/").status_code == 302
    assert not User.objects.get(pk=anja.pk).is_active


def _rijen(antwoord) -> list[str]:
    return [re.sub("<[^>]+>", "", rij) for rij in re.findall(r'<th scope="row">.*?</th>', antwoord.content.decode())]


@freeze_time("2026-03-02 12:00")
def test_the_list_finds_accounts_by_word_role_and_state(beheer):
    ada = gebruiker(Rol.ADVISEUR, naam="Ada Jansen", werkgever="Movisie")
    gebruiker(Rol.ANALIST, naam="Ben Jansen", is_active=False)
    gebruiker(naam="Cor Smit", einddatum=datetime.date(2026, 3, 1))
    User.objects.create_user(email="dirk@voorbeeld.example", naam="Dirk Smit")
    gevonden = {
        (): ["Ada Jansen", "Anja de Beheerder", "Ben Jansen", "Cor Smit", "Dirk Smit"],
        (("zoek", "jansen"),): ["Ada Jansen", "Ben Jansen"],
        (("zoek", "jansen movi"),): ["Ada Jansen"],
        (("zoek", ada.email),): ["Ada Jansen"],
        (("rol", "Adviseur"),): ["Ada Jansen"],
        (("rol", "geen"),): ["Cor Smit", "Dirk Smit"],
        (("toestand", "gesloten"),): ["Ben Jansen"],
        (("toestand", "einddatum voorbij"),): ["Cor Smit"],
        (("toestand", "nog geen wachtwoord"),): ["Dirk Smit"],
        (("toestand", "open"),): ["Ada Jansen", "Anja de Beheerder"],
        (("zoek", "niemand"),): [],
        (("rol", "Baas"),): [],
    }
    assert {vraag: _rijen(beheer.post("/accounts/", dict(vraag))) for vraag in gevonden} == gevonden
    assert _rijen(beheer.get("/accounts/?rol=Adviseur")) == ["Ada Jansen"]


def test_the_list_has_pages_of_fifty_that_keep_what_was_asked(beheer):
    for nummer in range(51):
        User.objects.create_user(email=f"p{nummer:02}@voorbeeld.example", naam=f"Persoon {nummer:02}")
    tweede = beheer.post("/accounts/", {"zoek": "persoon", "pagina": "2"})
    assert _rijen(tweede) == ["Persoon 50"]
    assert 'value="persoon"' in tweede.content.decode()


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_as_many_queries_for_one_account_as_for_three(beheer, aantal, django_assert_num_queries):
    for nummer in range(aantal - 1):
        gebruiker(Rol.ADVISEUR, naam=f"Ada {nummer}")
    session, user, roles, count, rows, groups = range(6)
    with django_assert_num_queries(len((session, user, roles, count, rows, groups))):
        assert len(_rijen(beheer.get("/accounts/"))) == aantal


@pytest.mark.parametrize("aantal", [1, 3])
def test_an_account_s_page_takes_as_many_queries_for_a_long_history(beheer, aantal, django_assert_num_queries):
    ben = gebruiker(Rol.ANALIST)
    for nummer in range(aantal):
        ben.werkgever = f"Werkgever {nummer}"
        ben.save(update_fields=["werkgever"])
    session, user, roles, account, its_roles, history, groups, group_names = range(8)
    with django_assert_num_queries(len((session, user, roles, account, its_roles, history, groups, group_names))):
        beheer.get(f"/accounts/{ben.pk}/")


def test_names_and_employers_are_shown_as_text(beheer):
    gebruiker(Rol.ANALIST, naam="<script>alert(1)</script>", email="x@voorbeeld.example")
    pagina = beheer.get("/accounts/").content.decode()
    assert "<script>alert" not in pagina
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pagina
