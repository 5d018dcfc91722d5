"""Everybody at the same moment, each with a connection of their own."""

import datetime
import uuid
from collections import Counter

import pytest
from django.contrib.auth.models import Group

from aanmeldingen.models import Aanmelding, Oproep, Plaatsregel, Selectie, Verdeling
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import Plaatsen, plek, stand, wachtlijst
from aanmeldingen.plaatsen.selecteren import AlGeselecteerd, Uitslag, stel_vast
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen.plaatsen.plaatsboek import (
    AANGEBODEN,
    BEZET,
    GEEN,
    JULI,
    JUNI,
    WACHT,
    ingediend,
    ontvangen,
    oproep_met,
    standen,
    trek_in,
)
from tests.aanmeldingen.plaatsen.tegelijk import tegelijk
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def mo() -> User:
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    return gebruiker(Rol.MEDEWERKER)


def ontvang(een: Aanmelding):
    return lambda: acties.ontvang(aanmelding=een, op=JUNI)


def geen_gat(oproep: Oproep) -> bool:
    nummers = list(Plaatsregel.objects.filter(oproep=oproep).values_list("nummer", flat=True))
    return nummers == list(range(1, len(nummers) + 1))


def test_of_200_applications_for_the_last_place_one_gets_it_and_199_have_a_rank():
    oproep = oproep_met(1)
    allen = [ingediend(oproep) for _ in range(200)]

    uitkomsten = tegelijk(*map(ontvang, allen))

    plekken = [plek(een) for een in allen]
    assert uitkomsten == plekken, "what each is told is what the ledger says"
    assert Counter(standen(oproep)) == {BEZET: 1, WACHT: 199}
    assert sorted(een.rang for een in plekken if een.stand == WACHT) == list(range(1, 199 + 1))
    assert stand(oproep) == Plaatsen(capaciteit=1, bezet=1, wacht=199)
    assert (geen_gat(oproep), Plaatsregel.objects.count()) == (True, 1 + 200)


def test_the_same_application_received_ten_times_at_once_takes_one_place():
    oproep = oproep_met(5)
    een = ingediend(oproep)

    tegelijk(*[ontvang(een)] * 10)

    assert stand(oproep) == Plaatsen(capaciteit=5, bezet=1)


def aangeboden(plaatsen: int = 1, erna: int = 2) -> list[Aanmelding]:
    """Whose offer is open, and those who wait after it; the number of the call's places was taken before."""
    oproep = oproep_met(plaatsen)
    eersten = [ontvangen(oproep) for _ in range(plaatsen)]
    rest = [ontvangen(oproep) for _ in range(erna)]
    trek_in(eersten[0])
    return rest


def test_an_offer_that_is_answered_yes_and_no_at_once_has_one_answer():
    een, ander = aangeboden()

    uitkomsten = tegelijk(
        *[lambda ja=ja: acties.antwoord(aanmelding=een, ja=ja, door=None, op=JULI) for ja in (True, False, True, False)]
    )

    assert Counter(type(uitkomst).__name__ for uitkomst in uitkomsten) == {"NoneType": 2, "GeenAanbod": 2}
    assert Plaatsregel.objects.filter(aanmelding=een, van=AANGEBODEN).count() == 1
    assert (plek(een).stand, plek(ander).stand) in [(BEZET, WACHT), (GEEN, AANGEBODEN)]


def test_an_offer_that_lapses_while_it_is_answered_does_one_of_the_two():
    een, ander = aangeboden()
    tot = plek(een).antwoord_voor
    op_tijd = tot - datetime.timedelta(seconds=1)

    antwoord, *verlopen = tegelijk(
        lambda: acties.antwoord(aanmelding=een, ja=True, door=None, op=op_tijd),
        lambda: acties.laat_verlopen(tot),
        lambda: acties.laat_verlopen(tot),
    )

    aanvaard = (None, [0, 0], BEZET, WACHT)
    te_laat = ("AanbodVerlopen", [0, 1], GEEN, AANGEBODEN)
    fout = antwoord and type(antwoord).__name__
    assert (fout, sorted(verlopen), plek(een).stand, plek(ander).stand) in [aanvaard, te_laat]


def test_two_who_withdraw_at_once_make_room_for_two():
    oproep = oproep_met(2)
    een, twee, drie, vier, vijf = (ontvangen(oproep) for _ in range(5))

    tegelijk(lambda: trek_in(een), lambda: trek_in(twee), lambda: trek_in(een))

    assert [plek(wie).stand for wie in (een, twee, drie, vier, vijf)] == [GEEN, GEEN, AANGEBODEN, AANGEBODEN, WACHT]
    assert stand(oproep).vrij == 0


def test_the_capacity_changes_while_applications_come_in(mo):
    oproep = oproep_met(3)
    allen = [ingediend(oproep) for _ in range(20)]

    tegelijk(
        *[
            lambda plaatsen=plaatsen: acties.stel_capaciteit(
                oproep=oproep.pk, plaatsen=plaatsen, reden="Meer geld.", door=mo, op=JUNI
            )
            for plaatsen in (5, 8)
        ],
        *map(ontvang, allen),
    )

    nu = stand(oproep)
    assert nu.capaciteit in (5, 8)
    # A place raised to 8 and given stays given where the capacity then goes to 5.
    assert max(nu.capaciteit, 5) <= nu.bezet + nu.aangeboden <= 8
    assert nu.bezet + nu.aangeboden + nu.wacht == 20
    assert [een.rang for een in wachtlijst(oproep)] == sorted(een.rang for een in wachtlijst(oproep))
    assert geen_gat(oproep)


def test_of_two_who_record_the_selection_at_once_one_does(mo):
    oproep = oproep_met(1, verdeling=Verdeling.SELECTIE)
    een, ander = ontvangen(oproep), ontvangen(oproep)

    def neem(eerste: Aanmelding, tweede: Aanmelding):
        uitslag = Uitslag(
            gekozen=[eerste.pk], volgorde=[tweede.pk], datum=JULI.date(), aanwezigen="Mo", verslag="",
            inzending=uuid.uuid4(),
        )  # fmt: skip
        return lambda: stel_vast(oproep=oproep.pk, uitslag=uitslag, door=mo, op=JULI)

    uitkomsten = tegelijk(neem(een, ander), neem(ander, een))

    assert sorted(type(uitkomst).__name__ for uitkomst in uitkomsten) == ["AlGeselecteerd", "Selectie"]
    eerste = next(uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, Selectie))
    tweede = next(uitkomst for uitkomst in uitkomsten if isinstance(uitkomst, AlGeselecteerd))
    assert tweede.selectie == eerste == Selectie.objects.get()
    assert Counter(standen(oproep)) == {BEZET: 1, WACHT: 1}
