"""The weekly mail at its limits: an address that is none, and more than one mail can hold."""

import pytest

from mantelzorg.models import Bericht, User
from tests.gegevens import adviseurschap, experiment, ontwerpvraag, praktijk
from tests.praktijken.herinneringen.conftest import Wereld
from tests.praktijken.herinneringen.test_kalender import MO, brieven, geen_praktijk_meer, werker_om

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_account_whose_address_is_none_stops_nobody_else_s_mail(
    wereld: Wereld, caplog: pytest.LogCaptureFixture
) -> None:
    User.objects.filter(pk=wereld.ada.pk).update(email="geen-adres")
    geen_praktijk_meer(wereld)
    adviseurschap(wereld.arnhem, wereld.ada, vanaf="2020-03-02")
    nooit = praktijk(wereld.arnhem.programma, "PLN", naam="w" * 500, start=None)

    werker_om("2020-03-02 05:00")

    assert [wie for wie, _ in brieven()] == [MO]
    assert caplog.messages == [f"Geen weekmail gemaakt voor account {wereld.ada.pk}"]
    assert nooit.naam[:400] not in Bericht.objects.get().tekst


def test_forty_practices_with_long_names_fit_in_one_mail(wereld: Wereld) -> None:
    for nummer in range(15):
        ander = praktijk(wereld.arnhem.programma, f"{nummer:03}" + "c" * 400, naam=f"{nummer} " + "رعاية" * 90)
        adviseurschap(ander, wereld.ada)
        experiment(ontwerpvraag(ander), f"{nummer:03}" + "e" * 400)

    werker_om("2020-03-02 05:00")

    tekst = Bericht.objects.get().tekst
    assert tekst.count("\n- ") == 40
    assert f"En nog {4 + 15 * 5 - 40}. U vindt alles in uw takenlijst." in tekst
