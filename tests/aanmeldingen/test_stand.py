"""Where an application stands, in one word."""

import pytest

from aanmeldingen.models import Aanmelding, Besluitsoort, Gebeurtenis, Plaatsstand
from aanmeldingen.stand import Aanmeldstand
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, besluit, ingediend, moment, oproep, plaatsregel
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


def stand(een: Aanmelding) -> str:
    return Aanmelding.objects.met_stand().get(pk=een.pk).stand


@pytest.fixture
def een() -> Aanmelding:
    return ingediend(oproep(), "Zorggroep De Linde")


@pytest.fixture
def mo():
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def anja():
    return gebruiker(Rol.BEHEERDER)


def test_what_is_only_being_written_is_not_received_yet():
    assert stand(aanmelding(oproep())) == Aanmeldstand.IN_DE_MAAK


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ([], Aanmeldstand.ONTVANGEN),
        ([(Plaatsstand.BEZET, Gebeurtenis.AANMELDING)], Aanmeldstand.ONTVANGEN),
        ([(Plaatsstand.KANDIDAAT, Gebeurtenis.AANMELDING)], Aanmeldstand.ONTVANGEN),
        ([(Plaatsstand.WACHT, Gebeurtenis.AANMELDING)], Aanmeldstand.WACHTLIJST),
        (
            [(Plaatsstand.WACHT, Gebeurtenis.AANMELDING), (Plaatsstand.AANGEBODEN, Gebeurtenis.AANBOD)],
            Aanmeldstand.AANGEBODEN,
        ),
        (
            [(Plaatsstand.AANGEBODEN, Gebeurtenis.AANBOD), (Plaatsstand.GEEN, Gebeurtenis.VERLOPEN)],
            Aanmeldstand.VERVALLEN,
        ),
        (
            [(Plaatsstand.AANGEBODEN, Gebeurtenis.AANBOD), (Plaatsstand.GEEN, Gebeurtenis.AFGESLAGEN)],
            Aanmeldstand.VERVALLEN,
        ),
        (
            [(Plaatsstand.AANGEBODEN, Gebeurtenis.AANBOD), (Plaatsstand.BEZET, Gebeurtenis.AANVAARD)],
            Aanmeldstand.ONTVANGEN,
        ),
    ],
)
def test_its_last_line_in_the_ledger_says_where_it_stands(een, regels, verwacht):
    for naar, gebeurtenis in regels:
        plaatsregel(een, naar, gebeurtenis)

    assert stand(een) == verwacht


def test_a_question_for_more_shows_until_it_is_closed_also_while_it_waits_for_a_place(een, mo):
    plaatsregel(een, Plaatsstand.WACHT, Gebeurtenis.AANMELDING)
    verzoek = aanvulverzoek(een, mo)
    assert stand(een) == Aanmeldstand.AANVULLING

    verzoek.afgesloten_op = moment("2014-06-21 09:00")
    verzoek.save()
    assert stand(een) == Aanmeldstand.WACHTLIJST


def test_a_rejection_holds_once_a_second_person_confirmed_it(een, mo, anja):
    voorstel = besluit(een, Besluitsoort.AFWIJZEN, mo, None)
    assert stand(een) == Aanmeldstand.ONTVANGEN

    voorstel.bevestigd_door, voorstel.bevestigd_op = anja, moment("2014-07-11 10:00")
    voorstel.save()
    assert stand(een) == Aanmeldstand.AFGEWEZEN


def test_a_reversal_holds_from_its_confirmation_and_not_while_it_is_proposed(een, mo, anja):
    eerste = besluit(een, Besluitsoort.TOELATEN, mo, mo)
    herziening = besluit(een, Besluitsoort.AFWIJZEN, mo, None, vervangt=eerste, reden_herziening="Gefuseerd.")
    assert stand(een) == Aanmeldstand.TOEGELATEN

    herziening.bevestigd_door, herziening.bevestigd_op = anja, moment("2014-07-11 10:00")
    herziening.save()
    assert stand(een) == Aanmeldstand.AFGEWEZEN


def test_a_decision_can_be_reversed_again_after_a_reversal_that_was_not_confirmed(een, mo, anja):
    eerste = besluit(een, Besluitsoort.TOELATEN, mo, mo)
    terug = {"teruggenomen_op": moment("2014-07-11 10:00"), "teruggenomen_door": anja, "teruggenomen_omdat": "Nee."}
    besluit(een, Besluitsoort.AFWIJZEN, mo, None, vervangt=eerste, reden_herziening="Gefuseerd.", **terug)
    assert stand(een) == Aanmeldstand.TOEGELATEN

    besluit(een, Besluitsoort.AFWIJZEN, mo, anja, vervangt=eerste, reden_herziening="Toch gefuseerd.")
    assert stand(een) == Aanmeldstand.AFGEWEZEN


def test_who_withdrew_is_withdrawn_whatever_was_decided(een, mo):
    besluit(een, Besluitsoort.TOELATEN, mo, mo)
    een.ingetrokken_op = moment("2014-08-01 10:00")
    een.save()

    assert stand(een) == Aanmeldstand.INGETROKKEN


def test_the_words_of_any_number_of_applications_take_one_query(een, django_assert_num_queries):
    for _ in range(3):
        ingediend(een.oproep)

    with django_assert_num_queries(1):
        assert [een.stand for een in Aanmelding.objects.met_stand()] == [Aanmeldstand.ONTVANGEN] * 4
