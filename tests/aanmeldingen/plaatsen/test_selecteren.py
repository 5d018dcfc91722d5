"""All places at once, in one meeting."""

import datetime
import uuid

import pytest

from aanmeldingen.models import Gebeurtenis, Plaatsregel, Selectie, Verdeling
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import Plaatsen, Plek, plek, stand
from aanmeldingen.plaatsen.selecteren import (
    AlGeselecteerd,
    KandidatenGewijzigd,
    NogNietGesloten,
    TeVeelGekozen,
    Uitslag,
    stel_vast,
)
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import (
    AANGEBODEN,
    BEZET,
    JULI,
    KANDIDAAT,
    WACHT,
    ontvangen,
    oproep_met,
    standen,
    trek_in,
    wijs_af,
)
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


@pytest.fixture
def kandidaten():
    oproep = oproep_met(2, verdeling=Verdeling.SELECTIE)
    return [ontvangen(oproep) for _ in range(4)]


def uitslag(gekozen, volgorde, **velden):
    return Uitslag(
        **{
            "gekozen": [een.pk for een in gekozen],
            "volgorde": [een.pk for een in volgorde],
            "datum": datetime.date(2014, 7, 2),
            "aanwezigen": "Mo\nAnja",
            "verslag": "Gelet op de spreiding.",
            "inzending": uuid.uuid4(),
        }
        | velden
    )


def test_the_chosen_have_a_place_and_the_others_wait_in_the_order_of_the_meeting(kandidaten, mo):
    een, twee, drie, vier = kandidaten
    besluit = uitslag([twee, vier], [drie, een])

    selectie = stel_vast(oproep=een.oproep_id, uitslag=besluit, door=mo, op=JULI)
    nogmaals = stel_vast(oproep=een.oproep_id, uitslag=besluit, door=mo, op=JULI)

    assert nogmaals == selectie == Selectie.objects.get()
    assert [plek(wie) for wie in kandidaten] == [
        Plek(stand=WACHT, rang=2),
        Plek(stand=BEZET),
        Plek(stand=WACHT, rang=1),
        Plek(stand=BEZET),
    ]
    assert stand(een.oproep) == Plaatsen(capaciteit=2, bezet=2, wacht=2)
    regels = Plaatsregel.objects.filter(gebeurtenis=Gebeurtenis.GESELECTEERD)
    assert set(regels.values_list("selectie", "door")) == {(selectie.pk, mo.pk)}


def test_each_is_mailed_what_it_got_once(kandidaten, mo):
    een, twee, drie, vier = kandidaten
    besluit = uitslag([twee], [drie, een, vier])

    for _ in range(2):
        stel_vast(oproep=een.oproep_id, uitslag=besluit, door=mo, op=JULI)

    assert list(Bericht.objects.order_by("over_id").values_list("over_id", "soort")) == [
        (een.pk, "uitslag selectie"),
        (twee.pk, "uitslag selectie"),
        (drie.pk, "plaats aangeboden"),
        (vier.pk, "uitslag selectie"),
    ]
    assert "U staat op nummer 2 van de wachtlijst." in Bericht.objects.get(over_id=vier.pk).tekst
    assert "Er is een plaats voor u." in Bericht.objects.get(over_id=twee.pk).tekst


def test_a_place_that_comes_free_afterwards_goes_by_the_order_of_the_meeting(kandidaten, mo):
    een, twee, drie, vier = kandidaten
    stel_vast(oproep=een.oproep_id, uitslag=uitslag([twee, vier], [drie, een]), door=mo, op=JULI)
    laat = ontvangen(een.oproep, op=JULI)

    trek_in(twee)

    assert (plek(drie).stand, plek(een).rang, plek(laat).rang) == (AANGEBODEN, 1, 2)


def test_places_that_the_meeting_leaves_are_offered_to_the_first_in_its_order(kandidaten, mo):
    een, twee, drie, vier = kandidaten

    stel_vast(oproep=een.oproep_id, uitslag=uitslag([twee], [drie, een, vier]), door=mo, op=JULI)

    assert standen(een.oproep) == [WACHT, BEZET, AANGEBODEN, WACHT]


def test_a_candidate_who_was_rejected_before_the_meeting_comes_last_when_that_is_reversed(kandidaten, mo):
    een, twee, drie, vier = kandidaten
    wijs_af(een, mo)
    stel_vast(oproep=een.oproep_id, uitslag=uitslag([twee, drie], [vier]), door=mo, op=JULI)

    acties.herzie(aanmelding=een, reden="Verkeerd gelezen.", door=mo, op=JULI)

    assert (plek(vier).rang, plek(een).rang) == (1, 2)


def test_of_two_who_record_the_meeting_the_second_sees_what_stands(kandidaten, mo):
    een, twee, drie, vier = kandidaten
    eerste = stel_vast(oproep=een.oproep_id, uitslag=uitslag([een, twee], [drie, vier]), door=mo, op=JULI)
    anja = gebruiker(Rol.BEHEERDER)

    with pytest.raises(AlGeselecteerd) as fout:
        stel_vast(oproep=een.oproep_id, uitslag=uitslag([vier, drie], [twee, een]), door=anja, op=JULI)

    assert fout.value.selectie == eerste
    assert standen(een.oproep) == [BEZET, BEZET, WACHT, WACHT]


@pytest.mark.parametrize(
    ("gekozen", "volgorde", "fout"),
    [
        ([0, 1, 2], [3], TeVeelGekozen),
        ([0, 1], [2], KandidatenGewijzigd),
        ([0, 1], [1, 2, 3], KandidatenGewijzigd),
        ([0, 0], [1, 2, 3], KandidatenGewijzigd),
    ],
)
def test_each_candidate_is_in_the_outcome_once_and_no_more_are_chosen_than_fit(kandidaten, mo, gekozen, volgorde, fout):
    besluit = uitslag([kandidaten[n] for n in gekozen], [kandidaten[n] for n in volgorde])

    with pytest.raises(fout):
        stel_vast(oproep=kandidaten[0].oproep_id, uitslag=besluit, door=mo, op=JULI)

    assert standen(kandidaten[0].oproep) == [KANDIDAAT] * 4


def test_nothing_is_selected_while_applications_come_in(kandidaten, mo):
    besluit = uitslag(kandidaten[:2], kandidaten[2:])

    with pytest.raises(NogNietGesloten):
        stel_vast(oproep=kandidaten[0].oproep_id, uitslag=besluit, door=mo, op=moment("2014-06-30 23:59"))
