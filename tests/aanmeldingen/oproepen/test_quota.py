"""Quotas once applications came in: each took its place or rank from the pots that there were."""

import pytest

from aanmeldingen.models import Instroom, Verdeling
from aanmeldingen.oproepen import acties, afdruk
from aanmeldingen.plaatsen import lezen
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.oproepen.invullen import fouten, ingevuld, keuzes_van
from tests.aanmeldingen.plaatsen.plaatsboek import ontvangen, oproep_met

PAD = "/intake/oproep-2014/inrichten/plaatsen/"


@pytest.mark.parametrize(("had", "krijgt"), [({}, {"ggz": 5}), ({"ggz": 5}, {}), ({"ggz": 5}, {"thuiszorg": 5})])
def test_once_applications_came_in_a_quota_neither_comes_nor_goes(kantoor, mo, had, krijgt):
    oproep = oproep_met(10, verdeling=Verdeling.QUOTUM, **had)
    ontvangen(oproep)
    sleutels = {een.sector.naam: een.sector_id for een in oproep.oproepsectoren.select_related("sector")}
    keuzes = keuzes_van(oproep) | {f"quotum-{pk}": str(krijgt.get(naam, "")) for naam, pk in sleutels.items()}
    kanten = {pk: acties.Kant(instroom=Instroom.AANMELDEN, quotum=krijgt.get(naam)) for naam, pk in sleutels.items()}

    antwoord = kantoor.post(PAD, ingevuld(kantoor, PAD, reden="Meer vraag.", **keuzes))
    with pytest.raises(acties.AlOntvangen):
        acties.bewaar_plaatsen(
            oproep=oproep.pk, verdeling=Verdeling.QUOTUM, plaatsen=10, kanten=kanten, reden="Meer vraag.", door=mo,
            gezien=afdruk.plaatsen(oproep), op=moment("2014-06-02 12:00"),
        )  # fmt: skip

    uitleg = "Er zijn al aanmeldingen ontvangen. Een quotum kan nog hoger of lager, maar niet erbij of eraf."
    assert fouten(antwoord) == {f"quotum-{sleutels[naam]}": [uitleg] for naam in sorted({*had} ^ {*krijgt})}
    assert {een.sector.naam: een.quotum for een in oproep.oproepsectoren.all()} == {
        "thuiszorg": None,
        "ggz": None,
    } | had


def test_once_applications_came_in_a_quota_can_still_grow(kantoor):
    oproep = oproep_met(10, ggz=5)
    ontvangen(oproep)
    keuzes = keuzes_van(oproep) | {f"quotum-{gegevens.sector('ggz').pk}": "7"}

    kantoor.post(PAD, ingevuld(kantoor, PAD, reden="Meer vraag.", **keuzes))

    assert [(pot.naam, pot.capaciteit) for pot in lezen.stand(oproep).per_sector] == [
        ("ggz", 7),
        ("overige sectoren", 10 - 7),
    ]
