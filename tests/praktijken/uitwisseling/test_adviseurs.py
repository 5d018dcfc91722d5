"""Advisers in an import (begrippen.md §4): who begins, who stops, and accounts that cannot log in yet."""

import datetime

import pytest

from mantelzorg.inloggen import AccountBackend
from mantelzorg.models import Bericht, User
from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap
from tests import gegevens
from tests.praktijken.uitwisseling.bestanden import VANDAAG, deel, goed, met_cel, voer_in

pytestmark = pytest.mark.django_db
GISTEREN = VANDAAG - datetime.timedelta(days=1)
A, B = "a@voorbeeld.example", "b@voorbeeld.example"


def schappen() -> list[tuple[str, datetime.date | None, datetime.date | None]]:
    rijen = Adviseurschap.objects.order_by("adviseur__email", "pk")
    return list(rijen.values_list("adviseur__email", "vanaf", "tot_en_met"))


def test_an_adviser_left_out_stops_and_one_named_anew_begins_today() -> None:
    goed(met_cel("Praktijken", 2, "adviseurs", f"{A}; {B}"))
    assert schappen() == [(A, None, None), (B, None, None)]
    goed(met_cel("Praktijken", 2, "adviseurs", B.upper()))
    assert schappen() == [(A, None, GISTEREN), (B, None, None)]
    goed(met_cel("Praktijken", 2, "adviseurs", f"{B}; {A}"))
    assert schappen() == [(A, None, GISTEREN), (A, VANDAAG, None), (B, None, None)]
    goed(met_cel("Praktijken", 2, "adviseurs", None))
    assert schappen() == [(A, None, GISTEREN), (B, None, GISTEREN)]
    goed(deel(Praktijken=[["code", "naam"], ["ARN", "Arnhem"]]))
    assert schappen() == [(A, None, GISTEREN), (B, None, GISTEREN)]


def test_an_adviser_without_account_gets_one_that_cannot_log_in_and_a_warning() -> None:
    verslag = goed(met_cel("Praktijken", 2, "adviseurs", "Ada@Voorbeeld.EXAMPLE"))
    assert [str(melding) for melding in verslag.waarschuwingen] == [
        "Blad 'Praktijken', rij 2, kolom 'adviseurs': 'ada@voorbeeld.example' heeft nog geen account; dat wordt "
        "gemaakt en werkt pas na een uitnodiging."
    ]
    ada = User.objects.get()
    assert (ada.email, ada.has_usable_password(), ada.rollen) == ("ada@voorbeeld.example", False, {Rol.ADVISEUR})
    for wachtwoord in ("", "!", ada.password):
        assert AccountBackend().authenticate(None, username=ada.email, password=wachtwoord) is None
    assert goed(met_cel("Praktijken", 2, "adviseurs", "ada@voorbeeld.example")).waarschuwingen == []


def test_an_account_made_by_an_import_cannot_ask_for_a_link_to_set_a_password(client) -> None:
    goed(met_cel("Voortgang", 2, "door", "ada@voorbeeld.example"))
    mo = gegevens.gebruiker(Rol.MEDEWERKER)
    for email in ("ada@voorbeeld.example", mo.email):
        client.post("/wachtwoord/vergeten/", {"email": email}, secure=True)
    assert list(Bericht.objects.values_list("aan", flat=True)) == [mo.email]


@pytest.mark.parametrize(
    ("blad", "kop", "waarde"),
    [
        ("Voortgang", "door", f"{A};{B}"),
        ("Voortgang", "door", "Ada Adviseur"),
        ("Praktijken", "adviseurs", "x" * 250 + "@voorbeeld.example"),
    ],
)
def test_what_no_account_can_be_is_told_at_its_cell(blad: str, kop: str, waarde: str) -> None:
    fouten = voer_in(met_cel(blad, 2, kop, waarde)).fouten
    assert [(fout.blad, fout.rij, fout.kolom) for fout in fouten] == [(blad, 2, kop)]
    assert "één e-mailadres van hoogstens 254 tekens" in fouten[0].tekst
    assert not User.objects.exists()
