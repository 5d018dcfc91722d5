"""Talks: what is mailed, what can no longer change, and who sees what somebody else stored first."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from aanmeldingen.beoordelen.beurt import KanNiet
from aanmeldingen.beoordelen.gesprekken import (
    AFSPRAAK,
    HEEFT_VERSLAG,
    UITKOMST,
    VERVALLEN,
    Afspraak,
    adviseurs,
    leg_verslag_vast,
    plan,
    verzet,
    zeg_af,
)
from aanmeldingen.models import Intakegesprek
from mantelzorg.models import Bericht
from praktijken.blad.acties import IntussenGewijzigd, afdruk
from tests.aanmeldingen.gegevens import moment

pytestmark = pytest.mark.django_db
NU = moment("2014-06-10 09:00")


def afspraak(adviseur, op="2014-06-20 10:00", waar="online") -> Afspraak:
    return Afspraak(adviseur=adviseur, moment=moment(op), waar=waar)


@pytest.fixture
def gesprek(mensen, een):
    return plan(aanmelding=een.pk, afspraak=afspraak(mensen.ada), inzending=uuid4(), door=mensen.mo, op=NU)


def afgesproken(gesprek) -> str:
    """The fingerprint of the appointment as it is stored."""
    return afdruk(Intakegesprek.objects.get(pk=gesprek.pk), AFSPRAAK)


def verslag(gesprek, tekst: str, gezien=None, advies: str = "toelaten"):
    return leg_verslag_vast(
        gesprek=gesprek.pk, verslag=tekst, advies=advies, gezien=gezien or afdruk(gesprek, UITKOMST)
    )


def test_a_talk_that_has_been_is_written_down_without_a_mail(mensen, een):
    geweest = afspraak(mensen.ada, "2014-06-09 10:00")

    rij = plan(aanmelding=een.pk, afspraak=geweest, inzending=uuid4(), door=mensen.mo, op=NU)
    zeg_af(gesprek=rij.pk, reden="Vergist.", door=mensen.mo, op=NU)

    assert Bericht.objects.count() == 0


def test_moved_to_where_it_is_already_mails_nobody(mensen, gesprek):
    verzet(gesprek=gesprek.pk, afspraak=afspraak(mensen.ada), gezien="", door=mensen.mo, op=NU)

    assert Bericht.objects.count() == 1


def test_each_move_is_mailed_and_of_two_who_move_the_second_looks_again(mensen, gesprek):
    gezien = afgesproken(gesprek)
    verzet(gesprek=gesprek.pk, afspraak=afspraak(mensen.bo), gezien=gezien, door=mensen.mo, op=NU)
    with pytest.raises(IntussenGewijzigd):
        verzet(gesprek=gesprek.pk, afspraak=afspraak(mensen.ada, waar="Utrecht"), gezien=gezien, door=mensen.mia, op=NU)
    verzet(
        gesprek=gesprek.pk, afspraak=afspraak(mensen.bo, waar="Utrecht"), gezien=afgesproken(gesprek),
        door=mensen.mia, op=NU,
    )  # fmt: skip

    teksten = list(Bericht.objects.order_by("pk").values_list("tekst", flat=True))
    assert [("Met wie: Bo Adviseur" in tekst, "Waar: Utrecht" in tekst) for tekst in teksten] == [
        (False, False), (True, False), (True, True),
    ]  # fmt: skip


def test_cancelled_it_is_not_moved_or_reported_on(mensen, gesprek):
    for _ in range(2):
        zeg_af(gesprek=gesprek.pk, reden="Ziek.", door=mensen.mo, op=NU)

    with pytest.raises(KanNiet) as verzetten:
        verzet(gesprek=gesprek.pk, afspraak=afspraak(mensen.bo), gezien="", door=mensen.mo, op=NU)
    with pytest.raises(KanNiet) as verslaan:
        verslag(gesprek, "Toch gesproken.")
    assert (verzetten.value.tekst, verslaan.value.tekst) == (VERVALLEN, VERVALLEN)
    assert Bericht.objects.count() == 2


def test_with_a_report_it_has_been_and_is_not_cancelled(mensen, gesprek):
    verslag(gesprek, "Zij willen graag.")

    with pytest.raises(KanNiet) as niet:
        zeg_af(gesprek=gesprek.pk, reden="Ziek.", door=mensen.mo, op=NU)

    assert niet.value.tekst == HEEFT_VERSLAG


def test_of_two_who_report_the_second_looks_again_and_the_same_twice_is_once(gesprek):
    gezien = afdruk(gesprek, UITKOMST)
    for _ in range(2):
        verslag(gesprek, "Zij willen graag.", gezien)

    with pytest.raises(IntussenGewijzigd):
        verslag(gesprek, "Zij willen niet.", gezien)

    redenen = [regel.history_change_reason for regel in gesprek.history.order_by("history_id")]
    assert redenen == ["gesprek gepland", "verslag gemaakt"]


def test_an_advice_comes_with_a_report(gesprek):
    with pytest.raises(ValidationError):
        verslag(gesprek, "", advies="toelaten")


def test_only_open_accounts_of_advisers_hold_talks(mensen, gesprek):  # noqa: ARG001  # Ada has one
    mensen.bo.is_active = False
    mensen.bo.save()

    assert [(wie.naam, wie.aantal) for wie in adviseurs(NU)] == [("Ada Adviseur", 1)]
    assert [(wie.naam, wie.aantal) for wie in adviseurs(moment("2014-06-21 10:00"))] == [("Ada Adviseur", 0)]
