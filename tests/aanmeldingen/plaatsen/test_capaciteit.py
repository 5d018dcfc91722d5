"""Places that are added or taken away, and how sectors share them."""

import pytest
from django.db import transaction

from aanmeldingen.models import Plaatsregel
from aanmeldingen.plaatsen import acties
from aanmeldingen.plaatsen.lezen import Plaatsen, Sectorplaatsen, plek, stand
from tests.aanmeldingen.gegevens import sector
from tests.aanmeldingen.plaatsen.plaatsboek import (
    AANGEBODEN,
    BEZET,
    JULI,
    WACHT,
    capaciteit,
    ontvangen,
    oproep_met,
    standen,
    trek_in,
)

pytestmark = pytest.mark.django_db


def test_more_places_are_offered_to_who_wait_in_their_order(mo):
    oproep = oproep_met(1)
    for _ in range(4):
        ontvangen(oproep)

    capaciteit(oproep, 3, door=mo, op=JULI)
    capaciteit(oproep, 3, door=mo, op=JULI)

    assert standen(oproep) == [BEZET, AANGEBODEN, AANGEBODEN, WACHT]
    assert list(Plaatsregel.objects.exclude(capaciteit=0).values_list("capaciteit", flat=True)) == [1, 2]


def test_with_fewer_places_nobody_loses_one_and_nobody_new_gets_one(mo):
    oproep = oproep_met(3)
    eerste, *_ = (ontvangen(oproep) for _ in range(4))

    capaciteit(oproep, 1, door=mo, op=JULI)
    trek_in(eerste)

    assert stand(oproep) == Plaatsen(capaciteit=1, bezet=2, wacht=1)
    assert stand(oproep).vrij == 1 - 2


def test_each_sector_has_its_quota_and_the_others_share_the_rest():
    oproep = oproep_met(4, ziekenhuis=1, thuiszorg=2)
    for naam in ("ziekenhuis", "ziekenhuis", "ggz", "ggz", "thuiszorg"):
        ontvangen(oproep, sector_naam=naam)

    assert standen(oproep) == [BEZET, WACHT, BEZET, WACHT, BEZET]
    assert stand(oproep) == Plaatsen(
        capaciteit=1 + 2 + 1,
        bezet=3,
        wacht=2,
        per_sector=(
            Sectorplaatsen(sector=sector("thuiszorg").pk, naam="thuiszorg", capaciteit=2, bezet=1),
            Sectorplaatsen(sector=sector("ziekenhuis").pk, naam="ziekenhuis", capaciteit=1, bezet=1, wacht=1),
            Sectorplaatsen(sector=None, naam="overige sectoren", capaciteit=4 - 1 - 2, bezet=1, wacht=1),
        ),
    )


def test_a_quota_that_grows_offers_places_of_the_rest_and_no_more_than_there_are(mo):
    oproep = oproep_met(3, ziekenhuis=1)
    ontvangen(oproep, sector_naam="ziekenhuis")
    tweede = ontvangen(oproep, sector_naam="ziekenhuis")
    ziekenhuis = oproep.oproepsectoren.get(quotum=1)

    with pytest.raises(acties.QuotaPassenNiet), transaction.atomic():
        acties.stel_capaciteit(
            oproep=oproep.pk, plaatsen=3, quota={ziekenhuis.pk: 4}, reden="Meer vraag.", door=mo, op=JULI
        )
    acties.stel_capaciteit(
        oproep=oproep.pk, plaatsen=3, quota={ziekenhuis.pk: 2}, reden="Meer vraag.", door=mo, op=JULI
    )

    assert plek(tweede).stand == AANGEBODEN
    assert [(pot.naam, pot.capaciteit) for pot in stand(oproep).per_sector] == [
        ("ziekenhuis", 2),
        ("overige sectoren", 1),
    ]


def test_a_quota_changed_elsewhere_holds_from_the_next_event_on():
    oproep = oproep_met(2, ziekenhuis=1)
    ontvangen(oproep, sector_naam="ziekenhuis")
    oproep.oproepsectoren.filter(quotum=1).update(quotum=2)

    tweede = ontvangen(oproep, sector_naam="ziekenhuis")

    assert (plek(tweede).stand, stand(oproep).vrij) == (BEZET, 0)
