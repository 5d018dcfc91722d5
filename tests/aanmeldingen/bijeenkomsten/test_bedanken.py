"""Thanks after a meeting: to who was there with the documents, another letter to who was not, each once."""

import datetime

import pytest

from aanmeldingen.bijeenkomsten.bedanken import bedank, voorbereiding
from aanmeldingen.bijeenkomsten.post import WAS_ER, weigering
from aanmeldingen.models import Bijeenkomst, Instroom, Oproepsector
from mantelzorg.models import Bericht
from tests.aanmeldingen.bijeenkomsten.avond import OP_DE_DAG, VOORAF, bijeenkomst, ingeschreven, post
from tests.aanmeldingen.bijeenkomsten.test_deur import kom_binnen, tik
from tests.aanmeldingen.gegevens import moment, sector

pytestmark = pytest.mark.django_db
AVOND = moment("2014-06-24 20:00")


@pytest.fixture
def avond() -> Bijeenkomst:
    """Carla came, Dirk did not, of Els nothing is known; Wil walked in without an address."""
    avond = bijeenkomst(capaciteit=9)
    carla, dirk, _ = ingeschreven(avond, "Carla", "Dirk", "Els")
    tik(carla, "aanwezig")
    tik(dirk, "niet gekomen")
    kom_binnen(avond, "Wil", email="")
    return avond


def bedankt() -> list[tuple[str, str]]:
    return [paar for paar in post() if paar[1] in ("bedankt bijeenkomst", "gemiste bijeenkomst")]


def test_the_office_sees_what_goes_to_how_many(avond) -> None:
    klaar = voorbereiding(avond, AVOND)

    assert [(een.wie, een.aantal, een.brief.aan) for een in klaar.voorbeelden] == [
        ("Wie er was", 1, "carla@zorg.example"),
        ("Wie niet is gekomen", 1, "dirk@zorg.example"),
    ]
    assert (klaar.zonder_adres, klaar.onbekend, klaar.al_gemaild, bedankt()) == (1, 1, 0, [])


def test_everybody_gets_their_letter_once(avond, mo) -> None:
    assert [bedank(bijeenkomst=avond.pk, op=AVOND, door=mo) for _ in range(2)] == [2, 0]

    assert bedankt() == [("Carla", "bedankt bijeenkomst"), ("Dirk", "gemiste bijeenkomst")]
    avond.refresh_from_db()
    assert (avond.bedankt_op, avond.history.first().history_change_reason) == (AVOND, "bedankmail klaargezet: 2")


def test_who_is_found_out_later_gets_theirs_then(avond, mo) -> None:
    bedank(bijeenkomst=avond.pk, op=AVOND, door=mo)
    tik(avond.inschrijvingen.get(naam="Els"), "aanwezig")

    assert bedank(bijeenkomst=avond.pk, op=AVOND, door=mo) == 1

    assert bedankt()[2:] == [("Els", "bedankt bijeenkomst")]


def test_before_the_meeting_nobody_is_thanked(avond, mo) -> None:
    assert bedank(bijeenkomst=avond.pk, op=VOORAF, door=mo) == 0


@pytest.mark.parametrize(("instroom", "hoe_vaak"), [(Instroom.BIJEENKOMST, 1), (Instroom.AANMELDEN, 0)])
def test_sectors_that_must_come_first_are_shown_to_apply_from_their_own_page(avond, instroom, hoe_vaak) -> None:
    eerst = Oproepsector.objects.get(sector=sector())
    eerst.instroom = instroom
    eerst.save()

    [dank, _] = voorbereiding(avond, AVOND).voorbeelden

    assert dank.brief.tekst.count("Begin daarvoor op uw eigen pagina.") == hoe_vaak


def test_who_did_not_come_is_told_of_a_next_meeting_where_there_is_one(avond) -> None:
    [_, zonder] = voorbereiding(avond, AVOND).voorbeelden
    bijeenkomst(datum=datetime.date(2014, 7, 3))
    [_, met] = voorbereiding(avond, AVOND).voorbeelden

    assert ["nog een bijeenkomst" in een.brief.tekst for een in (zonder, met)] == [False, True]
    assert "bureau@voorbeeld.example" in zonder.brief.tekst


def test_who_turns_out_to_have_come_gets_no_letter_that_they_did_not(avond, mo) -> None:
    bedank(bijeenkomst=avond.pk, op=AVOND, door=mo)
    tik(avond.inschrijvingen.get(naam="Dirk"), "aanwezig", gezien="niet gekomen", op=OP_DE_DAG)

    assert weigering(Bericht.objects.get(soort="gemiste bijeenkomst")) == WAS_ER
