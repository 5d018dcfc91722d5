"""Who is erased stands nowhere any more, and no place or number moves."""

import datetime
from uuid import uuid4

from aanmeldingen.models import Aanmelding, Contactpersoon, Indiening, Inschrijving, Plaatsregel
from aanmeldingen.plaatsen.lezen import stand
from aanmeldingen.privacy.personen import vind
from aanmeldingen.privacy.wissen import Opdracht, proef, wis
from praktijken.models import Verwijdering
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.privacy.conftest import DIRK, EMAIL, NAAM, Wereld
from tests.praktijken.avg.gewist import alles_wat_er_staat

NU = moment("2014-09-01 10:00")


def opdracht(**velden) -> Opdracht:
    return Opdracht(**{"sporen": vind(EMAIL), "inzending": uuid4()} | velden)


def test_name_address_and_phone_are_nowhere_any_more(wereld: Wereld):
    assert NAAM in alles_wat_er_staat()

    wis(opdracht(), user=wereld.mo, nu=NU)

    staat_er = alles_wat_er_staat()
    assert [woord for woord in (NAAM, EMAIL, EMAIL.upper(), "026-1234567") if woord in staat_er] == []
    wereld.gesprek.refresh_from_db()
    assert wereld.gesprek.verslag == "[verwijderd] belt terug."


def test_the_application_keeps_its_number_and_place_and_the_other_contact_comes_first(wereld: Wereld):
    voor, regels = stand(wereld.oproep), list(Plaatsregel.objects.values())

    wis(opdracht(), user=wereld.mo, nu=NU)

    assert (stand(wereld.oproep), list(Plaatsregel.objects.values())) == (voor, regels)
    een = Aanmelding.objects.get(pk=wereld.aanmelding.pk)
    assert (een.nummer, een.organisatie, een.gewist_op) == (1, "Zorghuis", None)
    assert list(een.contactpersonen.values_list("volgorde", "naam", "email")) == [(1, *DIRK)]
    assert Indiening.objects.get().contact == [
        ["Contactpersoon 1", "[verwijderd]"],
        ["Contactpersoon 2", ", ".join(DIRK)],
    ]


def test_when_the_last_contact_goes_the_link_of_the_application_is_dead(wereld: Wereld):
    wis(opdracht(sporen=vind(DIRK[1])), user=wereld.mo, nu=NU)
    wis(opdracht(), user=wereld.mo, nu=NU)

    een = Aanmelding.objects.get(pk=wereld.aanmelding.pk)
    assert (een.gewist_op, een.afdruk) == (NU, "")
    assert not Contactpersoon.objects.exists()
    assert not Inschrijving.objects.met_sleutel(wereld.inschrijving.sleutel, datetime.date(2014, 9, 1)).exists()


def test_a_contact_who_was_replaced_leaves_the_versions_from_before(wereld: Wereld):
    eerste = wereld.aanmelding.contactpersonen.get(volgorde=1)
    eerste.naam, eerste.email, eerste._change_reason = "Piet Nieuw", "piet@nieuw.example", "opvolger"
    eerste.save()

    wis(opdracht(), user=wereld.mo, nu=NU)

    eerste.refresh_from_db()
    assert (eerste.naam, eerste.email) == ("Piet Nieuw", "piet@nieuw.example")
    assert "carla" not in alles_wat_er_staat().lower()


def test_a_rehearsal_says_the_same_and_changes_nothing(wereld: Wereld):
    voor = alles_wat_er_staat()

    voorspeld = proef(opdracht(), user=wereld.mo, nu=NU)

    assert alles_wat_er_staat() == voor
    gedaan = wis(opdracht(), user=wereld.mo, nu=NU)
    assert voorspeld.telling == gedaan.telling
    assert Verwijdering.objects.get().telling == gedaan.telling


def test_the_same_order_twice_erases_once(wereld: Wereld):
    een = opdracht()

    wis(een, user=wereld.mo, nu=NU)
    wis(een, user=wereld.mo, nu=NU)

    assert Verwijdering.objects.count() == 1


def test_a_note_left_unticked_stays(wereld: Wereld):
    wis(opdracht(plekken=frozenset()), user=wereld.mo, nu=NU)

    wereld.gesprek.refresh_from_db()
    assert wereld.gesprek.verslag == f"{NAAM} belt terug."


def test_an_address_that_nobody_has_finds_nothing(wereld: Wereld):
    assert not vind("niemand@nergens.example")
    assert vind(wereld.aanmelding.contactpersonen.get(volgorde=1).email.upper())
