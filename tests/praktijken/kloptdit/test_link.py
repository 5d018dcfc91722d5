"""The personal link: in the mail alone, for a term, and dead without telling of anybody."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from deelnemers.benaderen import WIL_NIET, markeer
from mantelzorg.models import Bericht, Poststand
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.toegang import Rol
from praktijken.kloptdit.link import maak_link
from praktijken.kloptdit.plan import Doel
from praktijken.kloptdit.post import ANDER_ADRES, INGETROKKEN
from praktijken.kloptdit.uitvragen import trek_in, verstuur
from praktijken.models import Uitvraag
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail
from tests.praktijken.kloptdit.vragen import link_van, opdracht, stuur

pytestmark = pytest.mark.django_db
OP = datetime.datetime(2020, 3, 2, 9, 0, tzinfo=datetime.UTC)
SLEUTEL = re.compile(r"/klopt-dit/([\w-]{43})/")


def vraag(deelnemer):
    mo = gebruiker(Rol.MEDEWERKER)
    verstuur(opdracht(Doel(programma=deelnemer.programma, deelnemer=deelnemer), mo), user=mo, nu=timezone.now())
    return Uitvraag.objects.get()


def verstuurd(keren=1):
    """What goes out an hour later, and how the one message stands then."""
    with vang_mail() as mail:
        for keer in range(keren):
            with freeze_time(OP + datetime.timedelta(hours=1 + keer)):
                verstuur_post.call()
    return mail.teksten, Bericht.objects.get()


def test_the_link_is_in_the_mail_and_nowhere_else(register):
    with freeze_time(OP):
        vraag(register.gerda)

    (tekst,), bericht = verstuurd()

    sleutel = SLEUTEL.search(tekst)[1]
    uitvraag = Uitvraag.objects.get()
    assert (bericht.stand, uitvraag.geldig_tot) == (Poststand.VERSTUURD, datetime.date(2020, 4, 1))
    assert "Gerda Geheim" in tekst
    bewaard = [str(waarde) for rij in (uitvraag, bericht) for waarde in vars(rij).values()]
    assert not any(sleutel in waarde for waarde in bewaard)
    with freeze_time(OP):
        assert Client().get(f"/klopt-dit/{sleutel}/").status_code == 200


def test_a_mail_that_the_server_refused_goes_again_with_the_same_link(register):
    uitvraag = vraag(register.gerda)

    assert maak_link(uitvraag.bericht) == maak_link(uitvraag.bericht)


def test_two_people_get_two_links(register):
    assert link_van(register.gerda) != link_van(register.truus)


@pytest.mark.parametrize("laat", ["niet benaderen", "gewist", "ander adres", "ingetrokken"])
def test_what_changes_between_asking_and_sending_counts(register, laat):
    gerda = register.gerda
    with freeze_time(OP):
        uitvraag = vraag(gerda)
    if laat == "niet benaderen":
        markeer(deelnemer=gerda.pk, sinds=OP.date(), omdat="", reden="test")
    elif laat == "ingetrokken":
        trek_in(uitvraag=uitvraag.pk, user=gebruiker(Rol.MEDEWERKER), nu=OP)
    else:
        gerda.email = "" if laat == "gewist" else "nieuw@geheim.example"
        gerda.save()

    teksten, bericht = verstuurd()

    waarom = {"niet benaderen": WIL_NIET, "ingetrokken": INGETROKKEN}.get(laat, ANDER_ADRES)
    assert (teksten, bericht.stand, bericht.uitkomst) == ([], Poststand.INGETROKKEN, waarom)


def test_an_unknown_an_expired_and_a_revoked_link_give_one_page(register):
    with freeze_time(OP):
        verlopen = link_van(register.gerda)
    ingetrokken = link_van(register.truus)
    trek_in(uitvraag=Uitvraag.objects.get(deelnemer=register.truus).pk, user=gebruiker(Rol.MEDEWERKER), nu=OP)
    adressen = [verlopen, ingetrokken, "/klopt-dit/bestaat-niet/", f"/klopt-dit/{'é' * 400}/", "/klopt-dit/1/bezwaar/"]

    antwoorden = [Client().get(adres) for adres in adressen]

    assert {antwoord.status_code for antwoord in antwoorden} == {404}
    assert len({antwoord.content for antwoord in antwoorden}) == 1
    assert "Deze link werkt niet of niet meer" in antwoorden[0].content.decode()
    assert [stuur(f"{adres}ja/").status_code for adres in adressen[:3]] == [404, 404, 404]


def test_what_was_typed_when_the_link_died_comes_back(register):
    with freeze_time(OP):
        link = link_van(register.gerda)

    antwoord = stuur(f"{link}bezwaar/", toelichting="Mijn lange <uitleg>.")

    assert antwoord.status_code == 404
    assert "Mijn lange &lt;uitleg&gt;." in antwoord.content.decode()


def test_the_last_day_still_works_and_the_next_does_not(register):
    with freeze_time(OP):
        link = link_van(register.gerda)

    statussen = {}
    for dag in ("2020-04-01 20:00", "2020-04-01 23:00"):  # the second is past midnight in Amsterdam
        with freeze_time(dag):
            statussen[dag] = Client().get(link).status_code

    assert statussen == {"2020-04-01 20:00": 200, "2020-04-01 23:00": 404}


def test_the_page_is_kept_by_nobody_and_its_address_goes_nowhere(register):
    link = link_van(register.gerda)

    for adres in (link, f"{link}bezwaar/", "/klopt-dit/bestaat-niet/"):
        antwoord = Client().get(adres)
        assert antwoord["Cache-Control"] == "private, no-store"
        assert antwoord["X-Robots-Tag"] == "noindex, nofollow"
        assert antwoord["Referrer-Policy"] == "same-origin"
        assert "<script" not in antwoord.content.decode()
        assert "sessionid" not in antwoord.cookies


def test_revoking_is_for_staff(als, register):
    link = link_van(register.gerda)
    adres = reverse("praktijken:klopt-dit-intrekken", args=[Uitvraag.objects.get().pk])

    statussen = [als(user).post(adres).status_code for user in (register.ada, gebruiker(Rol.ANALIST))]
    open_nog = Client().get(link).status_code
    als(gebruiker(Rol.MEDEWERKER)).post(adres)

    assert (statussen, open_nog, Client().get(link).status_code) == ([404, 404], 200, 404)
