"""Saving a part: what is second is refused, and two at the same moment leave one record."""

import pytest
from django.db import IntegrityError, transaction

from praktijken.blad.acties import IntussenGewijzigd, afdruk, bewaar, voeg_toe
from praktijken.models import Ontwerpvraag, Praktijk
from tests.gegevens import dag
from tests.mantelzorg.accounts.test_gelijktijdig import rollen  # noqa: F401  # a fixture
from tests.praktijken.blad.formulieren import adressen, geopend

pytestmark = pytest.mark.django_db(transaction=True)
VELDEN = ("kernthema", "kernthema_vastgesteld_op")


def test_only_what_changed_is_stored_so_other_parts_saved_meanwhile_stay(arnhem):
    gezien = afdruk(arnhem.praktijk, VELDEN)
    oud = Praktijk.objects.get(pk=arnhem.pk)
    arnhem.praktijk.naam = "Arnhem-Zuid"
    arnhem.praktijk.save()

    bewaar(record=oud, velden=VELDEN, nieuw={"kernthema": "Nieuw"}, gezien=gezien, reden="Sessie")

    nu = Praktijk.objects.get(pk=arnhem.pk)
    assert (nu.naam, nu.kernthema, nu.history.first().history_change_reason) == ("Arnhem-Zuid", "Nieuw", "Sessie")


def test_a_part_that_changed_since_or_is_gone_is_not_saved(arnhem):
    gezien = afdruk(arnhem.praktijk, VELDEN)
    arnhem.praktijk.kernthema = "Van een ander"
    arnhem.praktijk.save()

    with pytest.raises(IntussenGewijzigd):
        bewaar(record=arnhem.praktijk, velden=VELDEN, nieuw={"kernthema": "Mijn"}, gezien=gezien, reden="")
    with pytest.raises(IntussenGewijzigd):
        bewaar(record=Praktijk(pk=0), velden=VELDEN, nieuw={"kernthema": "Mijn"}, gezien=gezien, reden="")

    assert Praktijk.objects.get(pk=arnhem.pk).kernthema == "Van een ander"


def test_a_key_that_is_taken_stores_nothing(arnhem):
    dubbel = Ontwerpvraag(praktijk=arnhem.praktijk, nummer=1, vraag="Nog een", geformuleerd_op=dag("2020-01-01"))

    with pytest.raises(IntegrityError), transaction.atomic():
        voeg_toe(record=dubbel, lijsten={}, reden="")

    assert list(Ontwerpvraag.objects.values_list("vraag", flat=True)) == ["Wie helpt?"]


def test_the_same_addition_at_the_same_moment_is_stored_once(gelijktijdig, als, arnhem, ada):
    clients, adres = [als(ada), als(ada)], adressen(arnhem)["ontwerpvraag-nieuw"]
    data = geopend(clients[0], adres) | {"vraag": "Tegelijk"}

    adressen_terug, gevonden = gelijktijdig(
        *(lambda client=client: client.post(adres, data).url for client in clients),
        daarna=lambda: list(Ontwerpvraag.objects.filter(nummer=2).values_list("pk", "vraag")),
    )

    [(pk, vraag)] = gevonden
    assert (vraag, adressen_terug) == ("Tegelijk", [f"/praktijken/{arnhem.pk}/#vraag-{pk}"] * 2)


def test_two_changes_at_the_same_moment_leave_one_and_show_the_other(gelijktijdig, als, arnhem, ada):
    clients, adres = [als(ada), als(ada)], adressen(arnhem)["kernthema"]
    data = geopend(clients[0], adres)

    codes, bewaard = gelijktijdig(
        *(
            lambda client=client, tekst=tekst: client.post(adres, data | {"kernthema": tekst}).status_code
            for client, tekst in zip(clients, ("Een", "Ander"), strict=True)
        ),
        daarna=lambda: Praktijk.objects.get(pk=arnhem.pk).kernthema in ("Een", "Ander"),
    )

    assert (codes, bewaard) == ([200, 302], True)
