"""What is no longer needed is emptied; that somebody was asked and answered stays known."""

import datetime

import pytest
from django.conf import settings
from django.test import Client
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.kloptdit.beslissen import Besluit, wijs_af
from praktijken.kloptdit.link import GELDIG_DAGEN
from praktijken.kloptdit.opruimen import BEWAAR, ruim_op
from praktijken.models import Antwoord, Uitvraag
from tests.gegevens import gebruiker
from tests.praktijken.kloptdit.vragen import link_van, stuur, verbeter

pytestmark = pytest.mark.django_db
OP = datetime.datetime(2020, 3, 2, 9, 0, tzinfo=datetime.UTC)


def dagen(aantal):
    return OP + datetime.timedelta(days=aantal)


def test_a_dead_link_is_emptied_and_one_that_works_stays(register):
    with freeze_time(OP):
        link_van(register.gerda)
    with freeze_time(dagen(10)):
        jong = link_van(register.truus)
    with freeze_time(dagen(GELDIG_DAGEN)):
        voor = ruim_op.call()
    with freeze_time(dagen(GELDIG_DAGEN + 1)):
        op_de_dag = ruim_op.call()
        werkt = Client().get(jong).status_code

    assert (voor, op_de_dag, werkt) == (0, 1, 200)
    assert Uitvraag.objects.filter(deelnemer=register.gerda).values_list("zout", "afdruk", "geldig_tot").get() == (
        "",
        "",
        dagen(GELDIG_DAGEN).date(),
    )


def test_an_answer_is_emptied_after_its_term_and_never_while_it_waits(register):
    with freeze_time(OP):
        link = link_van(register.gerda)
        verbeter(link, register.gerda_in_arnhem.pk, organisatie="Elders", toelichting="Mijn uitleg")
        stuur(f"{link}bezwaar/", toelichting="Wacht nog.")
        correctie = Antwoord.objects.get(soort="correctie")
        wijs_af(correctie.pk, "Daarom niet.", Besluit(door=gebruiker(Rol.MEDEWERKER, naam="Mo Twee"), op=OP))
    with freeze_time(OP + BEWAAR):
        ruim_op.call()
        nog = Antwoord.objects.get(pk=correctie.pk).toelichting
    with freeze_time(OP + BEWAAR + datetime.timedelta(seconds=1)):
        ruim_op.call()

    correctie.refresh_from_db()
    assert nog == "Mijn uitleg"
    assert (correctie.organisatie_naam, correctie.toelichting, correctie.besluit_reden) == ("", "", "")
    assert (correctie.besluit, correctie.opgeruimd_op) == (
        "niet overgenomen",
        OP + BEWAAR + datetime.timedelta(seconds=1),
    )
    assert Antwoord.objects.get(soort="bezwaar").toelichting == "Wacht nog."


def test_the_worker_does_it_every_day():
    assert [een.tijdvak(OP) for een in settings.ROOSTER if een.taak == "praktijken.kloptdit.opruimen.ruim_op"] == [
        "2020-03-02"
    ]
