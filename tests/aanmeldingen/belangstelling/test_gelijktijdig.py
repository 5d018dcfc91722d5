"""The same interest by many at the same moment, each with a connection of their own."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import Group

from aanmeldingen.belangstelling.acties import leg_contact_vast, toon_belangstelling, word_aanmelding
from aanmeldingen.models import Aanmelding, Belangstelling, Contactmoment
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from tests.aanmeldingen.gegevens import belangstelling, belangstellingsoproep, moment, sector
from tests.aanmeldingen.plaatsen.tegelijk import tegelijk
from tests.gegevens import dag, gebruiker

pytestmark = pytest.mark.django_db(transaction=True)
MEI = moment("2014-05-06 12:00")


def test_ten_times_at_once_it_becomes_one_application_with_one_mail():
    rij = belangstelling(belangstellingsoproep())

    uitkomsten = tegelijk(*[lambda: word_aanmelding(belangstelling=rij.pk, op=MEI)] * 10)

    een = Aanmelding.objects.get()
    assert uitkomsten == [een] * 10
    assert (een.belangstelling, Bericht.objects.count(), een.contactpersonen.count()) == (rij, 1, 1)


def test_one_form_sent_ten_times_at_once_is_one_interest_and_one_mail():
    oproep, inzending, ziekenhuis = belangstellingsoproep(), uuid4(), sector("ziekenhuis")
    velden = {"organisatie": "Rijnzicht", "plaats": "Arnhem", "naam": "Zita", "email": "z@z.example", "vraag": "Hoe?"}

    def toon():
        return toon_belangstelling(oproep=oproep, inzending=inzending, sector=ziekenhuis, telefoon="", **velden)

    uitkomsten = tegelijk(*[toon] * 10)

    assert uitkomsten == [Belangstelling.objects.get()] * 10
    assert Bericht.objects.count() == 1


def test_one_contact_sent_ten_times_at_once_is_one():
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    rij, ada, inzending = belangstelling(belangstellingsoproep()), gebruiker(Rol.ADVISEUR), uuid4()

    def bel():
        return leg_contact_vast(
            belangstelling=rij.pk, op=dag("2014-05-06"), hoe="telefoon", verslag="Ja.", inzending=inzending, door=ada
        )

    uitkomsten = tegelijk(*[bel] * 10)

    assert uitkomsten == [Contactmoment.objects.get()] * 10
