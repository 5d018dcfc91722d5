"""The pages that the footer leads to, for who is not logged in and for who is."""

import pytest

from mantelzorg.toegang import Rol
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
VOET = ["/toegankelijkheid/", "/privacy/", "/contact/"]


@pytest.mark.parametrize("pad", ["/", "/inloggen/", *VOET])
def test_every_page_ends_with_the_same_three_links(client, pad):
    assert gelezen(client.get(pad, follow=True)).links[-3:] == VOET


def test_so_does_a_page_that_is_not_there_and_one_behind_a_link_that_does_not_work(client):
    voet = "".join(f'<li><a href="{pad}">{pad.strip("/").capitalize()}</a></li>' for pad in VOET)

    for pad in ("/bestaat-niet/", f"/klopt-dit/{'x' * 43}/"):
        html = client.get(pad).content.decode()
        assert voet in html.replace("\n", "").replace("  ", ""), pad


@pytest.mark.parametrize("pad", VOET)
def test_what_is_the_same_for_all_may_be_kept_for_a_minute(client, pad):
    assert client.get(pad)["Cache-Control"] == "public, max-age=60"

    client.force_login(gebruiker(Rol.MEDEWERKER), backend="mantelzorg.inloggen.AccountBackend")

    assert client.get(pad)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("pad", VOET)
def test_each_names_the_address_of_the_installation(client, settings, pad):
    settings.CONTACT_EMAIL = "hulp@ivm.example"

    assert "mailto:hulp@ivm.example" in gelezen(client.get(pad)).links


def test_contact_gives_a_telephone_number_where_there_is_one(client, settings):
    assert "Bel naar" not in gelezen(client.get("/contact/")).tekst

    settings.CONTACT_TELEFOON = "030 123 45 67"

    assert "Bel naar 030 123 45 67." in gelezen(client.get("/contact/")).tekst


@pytest.mark.parametrize("pad", VOET)
def test_they_are_read_without_asking_the_database(client, django_assert_num_queries, pad):
    with django_assert_num_queries(0):
        client.get(pad)
