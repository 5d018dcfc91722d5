"""Two of the office who set up the same call at the same moment, each with a connection of their own."""

from collections import Counter

import pytest
from django.contrib.auth.models import Group

from aanmeldingen.models import Instroom, Oproepsector, Plaatsregel, Verdeling, Voorwaarden
from aanmeldingen.oproepen import acties, afdruk
from aanmeldingen.oproepen.acties import Kant, Regel
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.acties import ontvang
from mantelzorg.models import User
from mantelzorg.toegang import Rol
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.oproepen.invullen import ingevuld, keuzes_van
from tests.aanmeldingen.plaatsen.plaatsboek import ingediend, oproep_met
from tests.aanmeldingen.plaatsen.tegelijk import tegelijk
from tests.gegevens import gebruiker

pytestmark = pytest.mark.django_db(transaction=True)
MIDDAG = moment("2014-06-02 12:00")


@pytest.fixture(autouse=True)
def rollen(db: None) -> None:  # noqa: ARG001  # asked for its effect
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


def uitkomsten(*daden) -> Counter[str]:
    """How often each came out: the name of what was raised or given."""
    return Counter(type(een).__name__ for een in tegelijk(*daden))


def bewaar_plaatsen(oproep, mo, plaatsen, **quota):
    """Save these places and quotas from a page as it is now."""
    kanten = {
        een.sector_id: Kant(instroom=Instroom.AANMELDEN, quotum=quota.get(een.sector.naam))
        for een in oproep.oproepsectoren.select_related("sector")
    }
    gezien = afdruk.plaatsen(oproep)
    return lambda: acties.bewaar_plaatsen(
        oproep=oproep.pk, verdeling=oproep.verdeling, plaatsen=plaatsen, kanten=kanten, gezien=gezien, reden="Proef.",
        door=mo, op=MIDDAG,
    )  # fmt: skip


def test_of_two_who_save_the_places_one_is_saved_whole(mo):
    oproep = oproep_met(10, verdeling=Verdeling.QUOTUM)

    gaf = uitkomsten(bewaar_plaatsen(oproep, mo, 20, ggz=5), bewaar_plaatsen(oproep, mo, 30, thuiszorg=7))

    potten = {pot.naam: pot.capaciteit for pot in lezen.stand(oproep).per_sector}
    quota = dict(Oproepsector.objects.exclude(quotum=None).values_list("sector__naam", "quotum"))
    assert gaf == {"NoneType": 1, "IntussenGewijzigd": 1}
    assert (potten, quota) in [
        ({"ggz": 5, "overige sectoren": 20 - 5}, {"ggz": 5}),
        ({"thuiszorg": 7, "overige sectoren": 30 - 7}, {"thuiszorg": 7}),
    ]


def test_a_quota_that_comes_while_the_first_applications_come_in_holds_for_all_or_for_none(mo):
    oproep = oproep_met(4, verdeling=Verdeling.QUOTUM)
    allen = [ingediend(oproep, sector_naam="ggz") for _ in range(4)]

    bewaard, *_ = tegelijk(
        bewaar_plaatsen(oproep, mo, 4, ggz=2), *[lambda een=een: ontvang(aanmelding=een, op=MIDDAG) for een in allen]
    )

    nu = lezen.stand(oproep)
    potten = set(Plaatsregel.objects.exclude(aanmelding=None).values_list("sector__naam", flat=True))
    assert (type(bewaard).__name__, nu.bezet, nu.wacht, potten) in [
        ("NoneType", 2, 4 - 2, {"ggz"}),
        ("AlOntvangen", 4, 0, {None}),
    ]


def test_of_two_forms_about_places_one_is_saved_and_the_other_comes_back_with_both(als, mo):
    oproep = oproep_met(10)
    pad = f"/intake/{oproep.slug}/inrichten/plaatsen/"
    mo_s, bo_s = als(mo), als(gebruiker(Rol.BEHEERDER, "Bo de Beheerder"))
    keuzes = keuzes_van(oproep)
    van_mo = ingevuld(mo_s, pad, plaatsen="20", reden="Meer geld.", **keuzes)
    van_bo = ingevuld(bo_s, pad, plaatsen="30", reden="Meer vraag.", **keuzes)

    antwoorden = tegelijk(lambda: mo_s.post(pad, van_mo), lambda: bo_s.post(pad, van_bo))

    bewaard, terug = sorted(antwoorden, key=lambda een: een.status_code, reverse=True)
    nu, typte = lezen.stand(oproep).capaciteit, int(terug.context["form"]["plaatsen"].value())
    assert (bewaard.status_code, terug.status_code, sorted([nu, typte])) == (302, 200, [20, 30])
    assert [(een.nu, een.ingevuld) for een in terug.context["verschillen"]] == [(str(nu), str(typte))]


@pytest.fixture
def concept() -> Voorwaarden:
    """Version 2, just begun as a copy of version 1."""
    return acties.begin_versie(oproep=gegevens.oproep().pk)


def bewaar_versie(versie: Voorwaarden, *criteria: str):
    """Save a text with these criteria from a page as it is now."""
    gezien, regels = afdruk.versie(versie), [Regel(tekst=een, toelichting="") for een in criteria]
    return lambda: acties.bewaar_versie(
        versie=versie.pk, tekst=f"Met {len(criteria)}.", reden="Beter.", criteria=regels, gezien=gezien
    )


def inhoud(versie: Voorwaarden) -> tuple[str, list[str]]:
    versie.refresh_from_db()
    return versie.tekst, [str(een) for een in versie.criteria.all()]


def test_of_two_who_write_the_conditions_one_is_saved_whole(concept):
    gaf = uitkomsten(bewaar_versie(concept, "Zorg"), bewaar_versie(concept, "Bestuur", "Geld", "Tijd"))

    assert gaf == {"NoneType": 1, "IntussenGewijzigd": 1}
    assert inhoud(concept) in [("Met 1.", ["1. Zorg"]), ("Met 3.", ["1. Bestuur", "2. Geld", "3. Tijd"])]


def test_what_is_made_to_hold_while_another_writes_it_is_what_was_read(concept, mo):
    bewaar_versie(concept, "Zorg")()
    concept.refresh_from_db()
    gelezen = afdruk.versie(concept)

    gaf = uitkomsten(
        bewaar_versie(concept, "Bestuur", "Geld"),
        lambda: acties.stel_vast(versie=concept.pk, gezien=gelezen, door=mo, op=MIDDAG),
    )

    vast = Voorwaarden.objects.get(pk=concept.pk).vastgesteld_op is not None
    assert gaf == {"NoneType": 1, "IntussenGewijzigd": 1}
    assert (vast, *inhoud(concept)) in [
        (True, "Met 1.", ["1. Zorg"]),
        (False, "Met 2.", ["1. Bestuur", "2. Geld"]),
    ]


def test_two_who_begin_the_next_version_write_the_same_one():
    oproep = gegevens.oproep()

    begonnen = tegelijk(*[lambda: acties.begin_versie(oproep=oproep.pk)] * 4)

    assert begonnen == [oproep.voorwaarden.get(vastgesteld_op=None)] * 4
    assert inhoud(begonnen[0]) == ("U werkt twintig maanden mee.", ["1. De organisatie levert zorg"])
