"""Links to a measurement: when they go out, to whom not, and once whatever happens to the worker."""

import datetime
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core import mail
from django.test import Client

from mantelzorg.models import Bericht
from mantelzorg.models.post import Poststand
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.toegang import Rol
from monitor.aanlevering.leveren import doe
from monitor.meten.staten import zet_staat
from monitor.models import Levering, Overhandiging, Staatsoort, Toegezonden, Toezendmoment
from monitor.toezenden import versturen
from monitor.toezenden.acties import trek_in
from monitor.toezenden.versturen import verwerk
from tests.monitor.aanlevering.gegevens import klaar
from tests.monitor.meten.gegevens import OP, controleur, vastgesteld
from tests.monitor.publicatie.gegevens import client_van, gepubliceerd, teksten
from tests.monitor.toezenden.gegevens import NU, analist, klein, met_bestand, sluit, toezending, vast

pytestmark = pytest.mark.django_db


def geen_analist_meer(user):
    user.groups.remove(Group.objects.get(name=Rol.ANALIST.value))


def uitkomsten() -> dict[str, str]:
    return {str(een.ontvanger): een.reden or een.bericht.stand for een in Toegezonden.objects.all()}


def berichten() -> list[tuple[str, str]]:
    return [(een.stand, een.uitkomst) for een in Bericht.objects.order_by("pk")]


def test_the_link_goes_out_once_the_file_is_there_and_stands_in_the_register_once_it_has_gone():
    vaststelling, vera = vast(), analist()
    toezending(vaststelling, vera)

    assert verwerk(NU) == 0, "no file yet: it is asked for first"
    levering = Levering.objects.get()
    doe(levering.pk)
    assert (verwerk(NU), verwerk(NU)) == (1, 0)
    assert not Overhandiging.objects.exists()
    verstuur_post.call()
    assert (verwerk(NU), verwerk(NU)) == (0, 0)

    [brief] = mail.outbox
    adres = f"/monitor/metingen/{vaststelling.meting_id}/aanlevering/"
    assert brief.subject == "Meting 1 van 2020 is vastgesteld: In voor mantelzorg thuis"
    assert f"De bestanden (versie 1) staan hier. U logt eerst in:\n{settings.WEBADRES}{adres}\n" in brief.body
    assert brief.attachments == []
    [regel] = Overhandiging.objects.all()
    assert (regel.levering, regel.aan, regel.door) == (levering, "Vera van VWS, link per mail", controleur())
    assert Client().get(adres)["Location"] == f"/inloggen/?next={adres}"
    assert client_van(vera).get(adres).status_code == 200
    geen_analist_meer(vera)
    assert client_van(vera).get(adres).status_code == 404


def test_who_lost_the_right_or_whose_account_is_closed_gets_nothing_and_the_reason_stands():
    vaststelling = vast()
    vera, dirk, els = analist(), analist("Dirk Dicht"), analist("Els Elders")
    toezending(vaststelling, vera, dirk, els)
    sluit(dirk)
    geen_analist_meer(els)

    assert met_bestand(vaststelling) == 3

    assert uitkomsten() == {
        "Vera van VWS": Poststand.WACHT,
        "Dirk Dicht": "Het account is gesloten.",
        "Els Elders": "Dit account mag metingen niet meer zien.",
    }
    assert Bericht.objects.count() == 1


def meting_weg(een):
    zet_staat(een.meting.vaststelling, Staatsoort.INGETROKKEN, reden="Fout.", door=controleur(), op=NU)


@pytest.mark.parametrize(
    ("gebeurt", "reden"),
    [
        (lambda een: sluit(een.ontvangers.get()), "Het account is intussen gesloten."),
        (lambda een: geen_analist_meer(een.ontvangers.get()), "Dit account mag metingen niet meer zien."),
        (lambda een: trek_in(een.pk, op=NU), "De toezending is ingetrokken."),
        (lambda een: een.ontvangers.clear(), "Deze persoon staat niet meer in de toezending."),
        (meting_weg, "De meting is ingetrokken."),
    ],
)
def test_what_changes_after_the_mail_was_made_still_stops_it(gebeurt, reden):
    vaststelling = vast()
    een = toezending(vaststelling, analist())
    met_bestand(vaststelling)

    gebeurt(een)
    verstuur_post.call()
    verwerk(NU)

    assert (berichten(), mail.outbox) == ([(Poststand.INGETROKKEN, reden)], [])
    assert not Overhandiging.objects.exists()


def test_of_a_measurement_that_no_longer_counts_nobody_gets_a_link():
    vaststelling = vast()
    toezending(vaststelling, analist())
    zet_staat(vaststelling, Staatsoort.VERVANGEN, reden="Nieuwe telling.", door=controleur(), op=OP)

    assert verwerk(NU) == 1
    assert uitkomsten() == {"Vera van VWS": "De meting is vervangen."}
    assert not Levering.objects.exists()


def test_a_plan_for_a_programme_sends_each_measurement_of_the_monitor_that_is_fixed_from_then_on():
    programma, vera = klein(), analist()
    vastgesteld(programma, 2019, "2019-12-31", op=OP - datetime.timedelta(days=1))
    een = toezending(programma, vera)
    vastgesteld(programma, 2020, "2020-03-31", voor_monitor=False)
    nieuw = vastgesteld(programma, 2020, "2020-06-30")

    assert met_bestand(nieuw) == 1
    een.ontvangers.add(analist("Later Lid"))
    assert met_bestand(nieuw) == 0, "who comes later gets the next one"

    assert [rij.vaststelling for rij in Toegezonden.objects.all()] == [nieuw]


def test_it_waits_for_publication_and_for_the_chosen_moment():
    programma, vera = klein(), analist()
    teksten(programma, verdieping="", beschrijving="Tekst.")
    vaststelling = vastgesteld(programma)
    moment = NU + datetime.timedelta(hours=2)
    toezending(vaststelling, vera, na=Toezendmoment.GEPUBLICEERD, niet_voor=moment)
    toezending(programma, vera, na=Toezendmoment.GEPUBLICEERD)

    assert met_bestand(vaststelling, moment) == 0
    gepubliceerd(vaststelling, op=NU)
    assert met_bestand(vaststelling, moment - datetime.timedelta(minutes=1)) == 1, "the plan without a moment"
    assert met_bestand(vaststelling, moment) == 1

    assert Bericht.objects.first().onderwerp == "Meting 1 van 2020 is gepubliceerd: In voor mantelzorg thuis"


def test_who_is_added_to_a_plan_for_one_measurement_gets_the_link_too():
    vaststelling = vast()
    een = toezending(vaststelling, analist())
    met_bestand(vaststelling)

    een.ontvangers.add(analist("Later Lid"))

    assert met_bestand(vaststelling) == 1
    assert sorted(uitkomsten()) == ["Later Lid", "Vera van VWS"]


def test_a_version_of_before_an_erratum_is_made_anew():
    vaststelling = vast()
    klaar(vaststelling, op=OP)
    zet_staat(vaststelling, Staatsoort.ERRATUM, reden="Tikfout.", door=controleur(), op=NU)
    toezending(vaststelling, analist())

    assert met_bestand(vaststelling) == 1
    assert Toegezonden.objects.get().levering.nummer == 2


def test_after_a_failure_the_office_has_a_file_made_and_then_the_link_goes_out():
    vaststelling = vast()
    toezending(vaststelling, analist())
    verwerk(NU)
    Levering.objects.update(mislukt_op=NU)

    assert (verwerk(NU), Levering.objects.count()) == (0, 1), "not asked again and again"
    versturen.vraag(vaststelling, inzending=uuid4(), door=controleur(), op=NU)
    assert met_bestand(vaststelling) == 1


def test_an_address_that_is_none_stops_nobody_elses_mail():
    vaststelling, vera, fout = vast(), analist(), analist("Fout Adres")
    type(fout).objects.filter(pk=fout.pk).update(email="geen adres")
    toezending(vaststelling, fout, vera)

    met_bestand(vaststelling)

    assert uitkomsten() == {
        "Fout Adres": "Het e-mailadres van dit account is niet te gebruiken.",
        "Vera van VWS": Poststand.WACHT,
    }


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_and_one_that_was_killed_send_one_mail(gelijktijdig, monkeypatch):
    vaststelling = vast()
    toezending(vaststelling, analist(), analist("Wim van VWS"))
    verwerk(NU)
    doe(Levering.objects.get().pk)
    with monkeypatch.context() as halverwege:
        halverwege.setattr(versturen, "bezwaar", dood())
        with pytest.raises(KeyboardInterrupt):
            verwerk(NU)  # killed after the first mail was made
    assert (Toegezonden.objects.count(), Bericht.objects.count()) == (0, 0)

    gedaan, gemaakt = gelijktijdig(
        lambda: verwerk(NU), lambda: verwerk(NU), daarna=lambda: (Toegezonden.objects.count(), Bericht.objects.count())
    )

    assert (gedaan, gemaakt) == ([0, 2], (2, 2))


def dood():
    """The second time it is asked, the worker is killed."""
    keren = iter([""])

    def gevraagd(*_):
        try:
            return next(keren)
        except StopIteration:
            raise KeyboardInterrupt from None

    return gevraagd


def test_the_worker_does_it_every_minute():
    [beurt] = [een for een in settings.ROOSTER if een.taak == "monitor.toezenden.taken.verstuur_toezendingen"]

    assert beurt.tijdvak(NU) != beurt.tijdvak(NU + datetime.timedelta(minutes=1))
