"""The list of accounts: finding them, its pages, and that it shows text as text."""

import datetime
import re

import pytest
from freezegun import freeze_time

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


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


def test_names_and_employers_are_shown_as_text(beheer):
    gebruiker(Rol.ANALIST, naam="<script>alert(1)</script>", email="x@voorbeeld.example")
    pagina = beheer.get("/accounts/").content.decode()
    assert "<script>alert" not in pagina
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in pagina
