"""Sending in, and what one can do after it: change, answer, withdraw, find the link again."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from aanmeldingen.formulier.indienen import dien_in
from aanmeldingen.models import Aanmelding
from mantelzorg.models import Bericht
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.samenloop import VELDNAAM
from mantelzorg.toegang import Rol
from tests.aanmeldingen.formulier.invullen import NU, adres, begin_met, hoofdtekst, velden_op, verstuur, vul_in
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, moment, sector, voorwaarden
from tests.aanmeldingen.openbaar.velden import eerlijk
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
SLUITING = moment("2014-07-01 00:00")


def test_sending_needs_agreement_with_the_newest_conditions(oproep):
    een = aanmelding(oproep)

    zonder = verstuur(een, akkoord="")
    voorwaarden(oproep, 2)
    oud = verstuur(een)
    verstuur(een, versie="2")

    assert list(zonder.context["form"].errors) == ["akkoord"]
    assert "De voorwaarden zijn gewijzigd terwijl u het formulier invulde." in hoofdtekst(oud)
    assert 'name="versie" value="2"' in hoofdtekst(oud)
    een.refresh_from_db()
    assert een.voorwaarden.nummer == 2


def test_at_the_stroke_of_closing_sending_is_refused_and_the_draft_stays(oproep, klok):
    een = aanmelding(oproep)
    klok.move_to(SLUITING)

    antwoord = verstuur(een)
    bewaard = vul_in(adres(een, "vraag"), vraag="Net te laat.")
    pagina = hoofdtekst(Client().get(adres(een)))

    een.refresh_from_db()
    assert (antwoord.status_code, een.ingediend_op, een.vraag) == (200, None, "Net te laat.")
    assert "aanmelden kan op dit moment niet. Wat u invulde, is bewaard." in hoofdtekst(antwoord)
    assert "bureau@voorbeeld.example" in hoofdtekst(antwoord)
    assert "U kon de aanmelding versturen tot en met maandag 30 juni 2014, 23.59 uur." in pagina
    assert bewaard.status_code == 302
    assert Bericht.objects.count() == 0


def test_after_closing_nobody_begins_and_what_was_typed_is_given_back(oproep, klok):
    klok.move_to(SLUITING)

    antwoord = begin_met(oproep, organisatie="Net te laat BV")

    assert (antwoord.status_code, Aanmelding.objects.count()) == (403, 0)
    assert ">Net te laat BV</textarea>" in hoofdtekst(antwoord)


def test_what_was_chosen_too_late_is_given_back_in_words(oproep):
    een = aanmelding(oproep)
    gekozen = velden_op(adres(een, "sector")) | {"sector": "thuiszorg", "sectoren": ["thuiszorg"], "plaats": "Ede"}
    Aanmelding.objects.filter(pk=een.pk).update(ingetrokken_op=NU)

    antwoord = Client().post(adres(een, "sector"), gekozen)

    assert antwoord.status_code == 403
    assert [(veld.label, veld.waarde) for veld in antwoord.context["velden"]] == [
        ("Sector", "thuiszorg"),
        ("Sectoren", "thuiszorg"),
        ("Plaats", "Ede"),
        ("Gemeente", "Arnhem"),
    ]


def test_what_was_sent_in_is_changed_until_closing_and_stays_complete(oproep, klok):
    een = dien_in(aanmelding=aanmelding(oproep).pk, versie=1, op=NU)

    leeg = vul_in(adres(een, "vraag"), vraag="")
    vul_in(adres(een, "vraag"), medewerkers="40")
    sector_anders = Client().post(adres(een, "sector"), velden_op(adres(een, "sector")) | {"sector": "999"})
    klok.move_to(SLUITING)
    laat = Client().post(adres(een, "vraag"), eerlijk(NU) | {"vraag": "Toch nog iets."})

    een.refresh_from_db()
    assert list(leeg.context["form"].errors) == ["vraag"]
    assert (een.medewerkers, een.indieningen.count(), een.sector) == (40, 2, sector())
    assert sector_anders.status_code == 302
    assert (laat.status_code, ">Toch nog iets.</textarea>" in hoofdtekst(laat)) == (403, True)


def test_after_closing_a_question_for_more_opens_it_until_its_day(oproep, klok):
    een = dien_in(aanmelding=aanmelding(oproep).pk, versie=1, op=NU)
    verzoek = aanvulverzoek(een, gebruiker(Rol.MEDEWERKER), uiterlijk="2014-07-10")
    klok.move_to(moment("2014-07-10 23:59"))

    niets = Client().post(adres(een, "aanvullen"), eerlijk(NU), follow=True)
    vul_in(adres(een, "vraag"), vraag="Hier is het plan.")
    pagina = Client().get(adres(een))
    Client().post(adres(een, "aanvullen"), eerlijk(NU))
    dicht = Client().get(adres(een, "vraag"))

    verzoek.refresh_from_db()
    assert "U heeft nog niets gewijzigd." in hoofdtekst(niets)
    assert "Aanvulling versturen" in hoofdtekst(pagina)
    assert (verzoek.antwoord.nummer, dicht.status_code) == (2, 403)


def test_two_people_with_one_link_see_each_others_change(oproep):
    een = aanmelding(oproep)
    stap = adres(een, "vraag")
    van_bas = velden_op(stap)
    vul_in(stap, vraag="Van Carla.")

    botsing = Client().post(stap, van_bas | {"vraag": "Van Bas."})
    toch = Client().post(stap, van_bas | {"vraag": "Van Bas.", VELDNAAM: botsing.context["form"].gezien})

    verschil = [(v.nu, v.ingevuld) for v in botsing.context["form"].verschil]
    een.refresh_from_db()
    assert (botsing.status_code, verschil) == (200, [("Van Carla.", "Van Bas.")])
    assert (toch.status_code, een.vraag) == (302, "Van Bas.")


def test_the_back_button_and_a_second_tab_send_the_same_step_again_without_harm(oproep):
    een = aanmelding(oproep)
    stap = adres(een, "vraag")
    velden = velden_op(stap) | {"vraag": " Nieuw,\r\nop twee regels. "}

    antwoorden = [Client().post(stap, velden).status_code for _ in range(2)]

    assert antwoorden == [302, 302]
    assert een.history.filter(vraag="Nieuw,\nop twee regels.").count() == 1


def test_withdrawing_asks_first_and_then_nothing_can_be_changed(oproep):
    een = dien_in(aanmelding=aanmelding(oproep).pk, versie=1, op=NU)

    vraag = Client().get(adres(een, "intrekken"))
    for _ in range(2):
        Client().post(adres(een, "intrekken"), eerlijk(NU) | {"reden": "Geen tijd."})
    daarna = Client().get(adres(een, "vraag"))

    een.refresh_from_db()
    assert (vraag.status_code, een.ingetrokken_omdat, daarna.status_code) == (200, "Geen tijd.", 403)
    assert Bericht.objects.filter(soort="aanmelding ingetrokken").count() == 1


def test_a_mail_about_what_was_withdrawn_or_to_a_former_address_is_not_sent(oproep):
    weg, ander = (dien_in(aanmelding=aanmelding(oproep).pk, versie=1, op=NU) for _ in range(2))
    Client().post(adres(weg, "intrekken"), eerlijk(NU))
    vul_in(adres(ander, "contactpersonen"), email_1="nieuw@zorg.example")

    with vang_mail() as mail, freeze_time(NU + datetime.timedelta(hours=1)):
        verstuur_post.call()

    assert [(str(m["To"]), str(m["Subject"])) for m in mail.berichten] == [
        ("Carla Contact <carla@zorg.example>", "Uw aanmelding is ingetrokken"),
        ("Carla Contact <nieuw@zorg.example>", "Uw aanmelding is gewijzigd"),
    ]


@pytest.mark.parametrize("waar", ["", "vraag", "controleren", "intrekken"])
def test_a_link_that_is_unknown_and_one_that_expired_give_the_same_page(oproep, waar):
    een = aanmelding(oproep)
    een.maak_link(geldig_tot=datetime.date(2014, 6, 1))
    een.save()

    verlopen = Client().get(adres(een, waar))
    onbekend = Client().get(adres(Aanmelding(zout="x"), waar))

    assert (verlopen.status_code, onbekend.status_code) == (404, 404)
    assert hoofdtekst(verlopen) == hoofdtekst(onbekend)
    assert reverse("aanmeldingen:link-vragen") in hoofdtekst(onbekend)


def test_asking_for_the_link_answers_the_same_whoever_asks(oproep):
    aanmelding(oproep)
    aanmelding(oproep, contact=("Ander", "ander@zorg.example"))
    pagina = reverse("aanmeldingen:link-vragen")

    bekend, onbekend, opnieuw = (
        hoofdtekst(Client().post(pagina, eerlijk(NU, email=email)))
        for email in ("CARLA@zorg.example", "niemand@zorg.example", "carla@zorg.example")
    )

    assert bekend == onbekend == opnieuw
    assert list(Bericht.objects.values_list("soort", "aan")) == [("aanmelding link", "carla@zorg.example")]


def test_pages_behind_the_link_are_kept_by_nobody(oproep):
    antwoord = Client().get(adres(aanmelding(oproep)))

    assert antwoord["Cache-Control"] == "private, no-store"
    assert (antwoord["X-Robots-Tag"], antwoord["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert "sessionid" not in antwoord.cookies


@pytest.mark.parametrize(
    ("waar", "queries"), [("", 6), ("organisatie", 5), ("sector", 9), ("contactpersonen", 5), ("vraag", 5)]
)
def test_each_page_asks_the_same_however_much_there_is(oproep, django_assert_num_queries, waar, queries):
    for aantal in (1, 3):
        een = aanmelding(oproep)
        for nummer in range(2, aantal + 1):
            een.contactpersonen.create(volgorde=nummer, naam=f"C{nummer}", email=f"c{nummer}@zorg.example")
            een.partners.create(naam=f"Partner {nummer}", soort="gemeente")
        with django_assert_num_queries(queries):
            Client().get(adres(een, waar))
