"""What the database itself refuses of applications, decisions and the ledger."""

import datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from aanmeldingen.models import Aanmelding, AlleenErbij, Besluit, Besluitsoort, Gebeurtenis, Plaatsregel, Plaatsstand
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import aanmelding, moment, oproep
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db


def geweigerd(doe, naam: str) -> bool:
    with transaction.atomic(), pytest.raises(IntegrityError) as fout:
        doe()
    return naam in str(fout.value)


def dien_in(een: Aanmelding, **velden) -> None:
    velden = {
        "nummer": 1,
        "ingediend_op": moment("2014-06-01 12:00"),
        "voorwaarden": een.oproep.voorwaarden.get(),
    } | velden
    for naam, waarde in velden.items():
        setattr(een, naam, waarde)
    een.save()


def test_an_application_that_is_sent_in_is_complete():
    een = aanmelding(oproep())

    assert geweigerd(lambda: dien_in(een, medewerkers=None), "aanmelding_ingediend_compleet")


@pytest.mark.parametrize(("kvk", "geen_kvk"), [("", ""), ("12345678", "Wij zijn een maatschap.")])
def test_it_has_a_chamber_of_commerce_number_or_a_reason_why_not(kvk, geen_kvk):
    een = aanmelding(oproep())

    assert geweigerd(lambda: dien_in(een, kvk=kvk, geen_kvk=geen_kvk), "aanmelding_ingediend_compleet")


def test_nobody_confirms_a_rejection_of_their_own():
    een, mo = aanmelding(oproep()), gebruiker(Rol.MEDEWERKER)
    nu = moment("2014-07-10 10:00")
    besluit = Besluit(
        aanmelding=een, soort=Besluitsoort.AFWIJZEN, motivering="Voldoet niet.", inzending=uuid4(),
        voorgesteld_door=mo, voorgesteld_op=nu, bevestigd_door=mo, bevestigd_op=nu,
    )  # fmt: skip

    assert geweigerd(besluit.save, "besluit_vier_ogen")


def test_a_line_of_the_ledger_is_never_changed_or_removed():
    regel = Plaatsregel.objects.create(
        oproep=oproep(), nummer=1, op=moment("2014-04-01 09:00"), gebeurtenis=Gebeurtenis.CAPACITEIT, capaciteit=80
    )
    regel.capaciteit = 81

    with pytest.raises(AlleenErbij):
        regel.save()
    with pytest.raises(AlleenErbij):
        regel.delete()
    assert Plaatsregel.objects.get().capaciteit == 80


def test_an_offer_says_until_when_and_a_rank_is_a_number():
    een = aanmelding(oproep())
    regel = {
        "oproep": een.oproep, "nummer": 1, "op": moment("2014-07-02 09:00"), "aanmelding": een,
        "van": Plaatsstand.GEEN,
        "gebeurtenis": Gebeurtenis.AANBOD,
    }  # fmt: skip

    aanbod = Plaatsregel(**regel, naar=Plaatsstand.AANGEBODEN)
    wacht = Plaatsregel(**regel, naar=Plaatsstand.WACHT)

    assert geweigerd(aanbod.save, "plaatsregel_aanbod_met_termijn")
    assert geweigerd(wacht.save, "plaatsregel_wacht_met_rang")


def test_a_link_finds_its_application_until_its_last_day():
    een = aanmelding(oproep())
    een.maak_link(geldig_tot=datetime.date(2014, 7, 31))
    een.save()

    assert Aanmelding.objects.met_sleutel(een.sleutel, datetime.date(2014, 7, 31)).get() == een
    assert not Aanmelding.objects.met_sleutel(een.sleutel, datetime.date(2014, 8, 1)).exists()
    assert not Aanmelding.objects.met_sleutel("", datetime.date(2014, 7, 31)).exists()
