"""The pages of the form: filled in, in steps, by somebody without an account or JavaScript."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from aanmeldingen.formulier.forms.organisatie import NIET_ALLEBEI
from aanmeldingen.models import Aanmelding, Bijeenkomst, Instroom, Oproepsector
from mantelzorg.models import Bericht, Gemeente
from mantelzorg.post.versturen import verstuur_post
from praktijken.models import Sessie
from tests.aanmeldingen.formulier.invullen import NU, adres, begin_met, hoofdtekst, velden_op, verstuur, vul_in
from tests.aanmeldingen.gegevens import aanmelding, sector
from tests.mailvanger import vang_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]


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
    stap3 = vul_in(stap2, sector="thuiszorg", plaats="Arnhem", **partner)
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


def test_a_place_that_stood_there_already_tells_the_municipality_when_the_step_is_stored(oproep):
    een = aanmelding(oproep, plaats="Arnhem", gemeente=None)  # as after interest, which asks for a place alone

    stap3 = vul_in(adres(een, "sector"))

    een.refresh_from_db()
    assert (stap3.url, een.plaats, str(een.gemeente)) == (adres(een, "contactpersonen"), "Arnhem", "Arnhem")


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

    antwoord = vul_in(adres(een, "sector"), sector="ziekenhuis")

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


@pytest.mark.parametrize("instroom", [Instroom.BIJEENKOMST, Instroom.AANMELDEN])
def test_the_meeting_that_was_filled_in_stays_to_be_changed_whatever_sector_it_was_for(oproep, instroom):
    Oproepsector.objects.filter(oproep=oproep, sector=sector()).update(instroom=instroom)
    avond = bijeenkomst(oproep, "2014-05-20")
    avond.sectoren.set([sector("ggz")])
    een = aanmelding(oproep, bijeenkomst=avond)

    form = Client().get(adres(een, "vraag")).context["form"]
    vul_in(adres(een, "vraag"), bijeenkomst="")

    een.refresh_from_db()
    assert (form.initial["bijeenkomst"], list(form.fields["bijeenkomst"].queryset)) == (avond.pk, [avond])
    assert een.bijeenkomst is None
