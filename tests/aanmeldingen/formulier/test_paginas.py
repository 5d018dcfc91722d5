"""The pages of the form: filled in, in steps, by somebody without an account or JavaScript."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from aanmeldingen.formulier.forms.organisatie import NIET_ALLEBEI
from aanmeldingen.formulier.indienen import dien_in
from aanmeldingen.models import Aanmelding, Bijeenkomst, Instroom, Oproepsector
from mantelzorg.models import Bericht, Gemeente
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.samenloop import VELDNAAM
from mantelzorg.toegang import Rol
from praktijken.models import Sessie
from tests.aanmeldingen.formulier.invullen import NU, adres, begin_met, velden_op, verstuur, vul_in
from tests.aanmeldingen.gegevens import aanmelding, aanvulverzoek, moment, sector, voorwaarden
from tests.aanmeldingen.openbaar.velden import eerlijk
from tests.aanmeldingen.plaatsen.plaatsboek import oproep_met
from tests.gegevens import gebruiker
from tests.mailvanger import vang_mail

pytestmark = pytest.mark.django_db
SLUITING = moment("2014-07-01 00:00")


@pytest.fixture(autouse=True)
def klok():
    with freeze_time(NU) as klok:
        yield klok


@pytest.fixture
def oproep():
    return oproep_met(1)


def hoofdtekst(antwoord) -> str:
    return antwoord.content.decode()


def bijeenkomst(oproep, datum: str, **velden) -> Bijeenkomst:
    sessie = Sessie.objects.create(
        programma=oproep.programma, soort=Sessie._meta.get_field("soort").choices[0][0], inzending=uuid4(),
        datum=datetime.date.fromisoformat(datum), plaats="Utrecht",
    )  # fmt: skip
    een = Bijeenkomst.objects.create(
        sessie=sessie, oproep=oproep, begin=datetime.time(10), eind=datetime.time(12), capaciteit=20, **velden
    )
    een.sectoren.set([sector()])
    return een


def test_an_organisation_applies_in_five_steps(oproep):
    stap2 = begin_met(oproep, kvk="12 34.56 78").url
    een = Aanmelding.objects.get()
    assert stap2 == adres(een, "sector")

    partner = {"partner_1": "Welzijn Arnhem", "soort_1": "welzijnsorganisatie"}
    stap3 = vul_in(stap2, sector=sector().pk, plaats="Arnhem", **partner)
    stap4 = vul_in(stap3.url, telefoon_1="026 123 45 67", naam_2="Bas", email_2="bas@zorg.example")
    stap5 = vul_in(stap4.url, vraag="Hoe betrekken wij\r\nmantelzorgers?", medewerkers="1 200")
    klaar = verstuur(een)

    een.refresh_from_db()
    assert [stap3.url, stap4.url, stap5.url] == [
        adres(een, naam) for naam in ("contactpersonen", "vraag", "controleren")
    ]
    assert (klaar.url, een.nummer, een.ingediend_op, een.kvk) == (adres(een), 1, NU, "12345678")
    assert een.indieningen.get().inhoud == [
        ["Organisatie", "Zorg BV"],
        ["KvK-nummer", "12345678"],
        ["Sector", "thuiszorg"],
        ["Plaats", "Arnhem"],
        ["Gemeente", "Arnhem"],
        ["Partner 1", "Welzijn Arnhem (welzijnsorganisatie)"],
        ["Medewerkers die u wilt bereiken", "1200"],
        ["Vraag waaraan u wilt werken", "Hoe betrekken wij\nmantelzorgers?"],
    ]
    assert een.indieningen.get().contact == [
        ["Contactpersoon 1", "Carla, carla@zorg.example, 026 123 45 67"],
        ["Contactpersoon 2", "Bas, bas@zorg.example"],
    ]
    assert "Er is een plaats voor u." in hoofdtekst(Client().get(klaar.url))


def test_the_form_says_what_time_it_is_and_until_when_one_can_apply(oproep):
    begin = hoofdtekst(Client().get(reverse("aanmeldingen:aanmelden", args=[oproep.slug])))
    stap = hoofdtekst(Client().get(adres(aanmelding(oproep), "sector")))

    for pagina in (begin, stap):
        assert "U kunt de aanmelding versturen tot en met maandag 30 juni 2014, 23.59 uur." in pagina
        assert "Het is nu maandag 2 juni 2014, 12.00 uur." in pagina
        assert "gesloten" not in pagina
    assert '<option value="welzijnsorganisatie">welzijnsorganisatie</option>' in stap


def test_the_link_is_mailed_once_and_opens_the_draft(oproep, settings):
    settings.WEBADRES = "https://zorg.example"
    inzending = str(uuid4())
    for _ in range(2):
        begin_met(oproep, inzending=inzending)

    with vang_mail() as mail:
        verstuur_post.call()

    een = Aanmelding.objects.get()
    assert mail.adressen == ["Carla <carla@zorg.example>"]
    assert f"\nhttps://zorg.example{adres(een)}\n" in mail.teksten[0]


@pytest.mark.parametrize(
    ("velden", "fouten"),
    [
        ({"kvk": "1234567"}, {"kvk": ["Een KvK-nummer heeft 8 cijfers. Kijk het na."]}),
        ({"kvk": "12345678", "geen_kvk": "Maatschap"}, {"geen_kvk": [NIET_ALLEBEI]}),
        ({"naam": "Carla\r\nBcc: a@b.example"}, {"naam": ["Schrijf dit op één regel."]}),
    ],
)  # fmt: skip
def test_what_is_wrong_at_the_begin_is_said_and_what_was_typed_stays(oproep, velden, fouten):
    antwoord = begin_met(oproep, organisatie="Zorg ‘’ <b>", **velden)

    assert (antwoord.status_code, antwoord.context["form"].errors) == (200, fouten)
    assert 'value="Zorg ‘’ &lt;b&gt;"' in hoofdtekst(antwoord)
    assert not Aanmelding.objects.exists()


def test_a_draft_may_be_left_incomplete_and_says_what_is_missing(oproep):
    een = aanmelding(oproep, vraag="", medewerkers=None)

    later = vul_in(adres(een, "vraag"), medewerkers="30", verder="later")

    een.refresh_from_db()
    assert (later.url, een.medewerkers) == (adres(een), 30)
    mist = [(regel.stap.value, [g.wat for g in regel.gemis]) for regel in Client().get(later.url).context["voortgang"]]
    assert mist == [
        ("organisatie", []), ("sector", []), ("contactpersonen", []),
        ("vraag", ["de vraag waaraan u wilt werken"]), ("controleren", []),
    ]  # fmt: skip


@pytest.mark.parametrize("getal", ["1.000", "0", "-3", "veel", "100001", "1e3", "²", "9" * 5000])
def test_a_number_that_is_none_is_refused_and_stays(oproep, getal):
    een = aanmelding(oproep)

    antwoord = vul_in(adres(een, "vraag"), medewerkers=getal)

    een.refresh_from_db()
    assert (list(antwoord.context["form"].errors), een.medewerkers) == (["medewerkers"], 25)
    assert f'value="{getal}"' in hoofdtekst(antwoord)


def test_a_text_of_a_hundred_thousand_characters_is_refused_and_stays(oproep):
    een, lang = aanmelding(oproep), "zorg " * 20_000

    antwoord = vul_in(adres(een, "vraag"), vraag=lang)

    assert list(antwoord.context["form"].errors) == ["vraag"]
    assert lang.strip() in hoofdtekst(antwoord)


def test_a_name_that_two_municipalities_share_is_chosen(oproep):
    Gemeente.objects.filter(naam__startswith="Bergen").delete()
    noord, _ = (
        Gemeente.objects.create(code=code, naam=f"Bergen ({kort})", provincie=provincie)
        for code, kort, provincie in (("GM9001", "NH.", "Noord-Holland"), ("GM9002", "L.", "Limburg"))
    )
    een = aanmelding(oproep)

    vraagt = vul_in(adres(een, "sector"), plaats="Bergen", gemeente="")
    keuzes = vraagt.context["form"].fields["gemeente_keuze"].choices
    vul_in(adres(een, "sector"), plaats="Bergen", gemeente="", gemeente_keuze="GM9001")

    een.refresh_from_db()
    assert list(keuzes) == [("GM9002", "Bergen (L.) (Limburg)"), ("GM9001", "Bergen (NH.) (Noord-Holland)")]
    assert (een.gemeente, een.plaats) == (noord, "Bergen")
    assert velden_op(adres(een, "sector"))["gemeente"] == "Bergen (NH.)"


def test_an_unknown_municipality_is_asked_again(oproep):
    een = aanmelding(oproep)

    antwoord = vul_in(adres(een, "sector"), plaats="Nergenshuizen", gemeente="")

    assert list(antwoord.context["form"].errors) == ["gemeente"]
    assert 'value="Nergenshuizen"' in hoofdtekst(antwoord)


def test_partners_come_and_go_by_row(oproep):
    een = aanmelding(oproep)
    stap = adres(een, "sector")

    erbij = vul_in(stap, partner_1="Welzijn", soort_1="welzijnsorganisatie", verder="erbij")
    vul_in(stap, partner_2="Gemeente Arnhem", soort_2="gemeente", partnergemeente_2="arnhem")
    vul_in(stap, partner_1="")

    assert erbij.url == stap
    assert [(p.naam, p.soort, str(p.gemeente)) for p in een.partners.all()] == [
        ("Gemeente Arnhem", "gemeente", "Arnhem")
    ]
    dubbel = vul_in(stap, partner_2="gemeente arnhem", soort_2="gemeente")
    assert dubbel.context["form"].errors == {"partner_2": ["Deze partner staat er al."]}


def test_a_contact_person_in_the_middle_can_go_and_the_first_cannot(oproep):
    een = aanmelding(oproep)
    stap = adres(een, "contactpersonen")
    vul_in(stap, naam_2="Bas", email_2="bas@zorg.example")
    vul_in(stap, naam_3="Cor", email_3="cor@zorg.example", functie_3="bestuurder")

    vul_in(stap, naam_2="", email_2="")
    weg = vul_in(stap, naam_1="", email_1="")

    assert [(c.volgorde, c.naam, c.functie) for c in een.contactpersonen.all()] == [
        (1, "Carla Contact", ""),
        (2, "Cor", "bestuurder"),
    ]
    assert sorted(weg.context["form"].errors) == ["email_1", "naam_1"]


def test_another_address_of_the_first_contact_person_gets_the_link(oproep):
    een = aanmelding(oproep)

    for _ in range(2):
        vul_in(adres(een, "contactpersonen"), naam_1="Dia", email_1="dia@zorg.example")

    assert list(Bericht.objects.values_list("soort", "aan")) == [("aanmelding begonnen", "dia@zorg.example")]


def test_a_sector_that_states_interest_is_referred_to_it_unless_it_did(oproep):
    ziekenhuis = sector("ziekenhuis")
    Oproepsector.objects.create(oproep=oproep, sector=ziekenhuis, instroom=Instroom.BELANGSTELLING)
    een = aanmelding(oproep)

    antwoord = vul_in(adres(een, "sector"), sector=ziekenhuis.pk)

    een.refresh_from_db()
    assert een.sector == sector()
    assert 'href="/oproepen/oproep-2014/belangstelling/"' in str(antwoord.context["form"].errors["sector"])


def test_a_sector_that_comes_to_a_meeting_first_says_which(oproep):
    Oproepsector.objects.filter(oproep=oproep).delete()
    Oproepsector.objects.create(oproep=oproep, sector=sector(), instroom=Instroom.BIJEENKOMST)
    geweest, komt = bijeenkomst(oproep, "2014-05-20"), bijeenkomst(oproep, "2014-06-25")
    bijeenkomst(oproep, "2014-05-21", afgelast_op=NU)
    een = aanmelding(oproep)

    pagina = Client().get(adres(een, "vraag"))
    mist = [g.wat for g in pagina.context["gemis"]]
    vul_in(adres(een, "vraag"), bijeenkomst=geweest.pk)

    een.refresh_from_db()
    form = pagina.context["form"]
    assert (mist, een.bijeenkomst) == (["de informatiebijeenkomst waar u was"], geweest)
    assert (list(form.fields["bijeenkomst"].queryset), list(form.komende)) == ([geweest], [komt])
    assert "woensdag 25 juni 2014, <bdi>Utrecht</bdi>" in hoofdtekst(pagina)


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

    een.refresh_from_db()
    assert (antwoord.status_code, een.ingediend_op, een.vraag) == (200, None, "Net te laat.")
    assert "aanmelden kan op dit moment niet. Wat u invulde, is bewaard." in hoofdtekst(antwoord)
    assert "bureau@voorbeeld.example" in hoofdtekst(antwoord)
    assert bewaard.status_code == 302
    assert Bericht.objects.count() == 0


def test_after_closing_nobody_begins_and_what_was_typed_is_given_back(oproep, klok):
    klok.move_to(SLUITING)

    antwoord = begin_met(oproep, organisatie="Net te laat BV")

    assert (antwoord.status_code, Aanmelding.objects.count()) == (403, 0)
    assert ">Net te laat BV</textarea>" in hoofdtekst(antwoord)


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
    ("waar", "queries"), [("", 7), ("organisatie", 5), ("sector", 9), ("contactpersonen", 5), ("vraag", 5)]
)
def test_each_page_asks_the_same_however_much_there_is(oproep, django_assert_num_queries, waar, queries):
    for aantal in (1, 3):
        een = aanmelding(oproep)
        for nummer in range(2, aantal + 1):
            een.contactpersonen.create(volgorde=nummer, naam=f"C{nummer}", email=f"c{nummer}@zorg.example")
            een.partners.create(naam=f"Partner {nummer}", soort="gemeente")
        with django_assert_num_queries(queries):
            Client().get(adres(een, waar))
