"""Asking people: who gets a mail and who does not, and every mail once."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from deelnemers.benaderen import markeer
from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht, Poststand
from mantelzorg.toegang import Rol
from praktijken.kloptdit import plan
from praktijken.kloptdit.brief import ONDERWERP, TEKST
from praktijken.kloptdit.plan import AL_GEVRAAGD, BEPERKT, GEEN_ADRES, WACHT_OP_U, WIL_NIET, Doel, maak_plan
from praktijken.kloptdit.uitvragen import UITSTEL, PlanVerouderd, verstuur
from praktijken.models import Uitvraag
from tests.gegevens import dag, deelname, deelnemer, gebruiker, programma
from tests.praktijken.kloptdit.vragen import link_van, opdracht, verbeter
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
ADRES = reverse("praktijken:klopt-dit-versturen")


@pytest.fixture
def arnhem(register):
    """Arnhem with a couple that shares an address, somebody without one, and somebody who left last year."""
    thuis = register.gerda.programma
    for nummer, naam, email in [
        ("D3", "Kees", "samen@huis.example"),
        ("D4", "Lies", "samen@huis.example"),
        ("D5", "Wim", ""),
    ]:
        deelname(deelnemer(thuis, nummer, naam=naam, email=email), register.arnhem)
    weg = deelnemer(thuis, "D6", naam="Ria", email="ria@weg.example")
    deelname(weg, register.arnhem, tot_en_met="2019-12-31")
    return register.arnhem


def velden(client, adres, **anders):
    context = client.get(adres).context
    form = context["form"]
    begin = {
        "onderwerp": ONDERWERP,
        "tekst": TEKST,
        "inzending": form["inzending"].value(),
        "gezien": context["plan"].afdruk,
    }
    return begin | anders


def nummers(gemaakt):
    return [een.nummer for een in gemaakt.ontvangers], {
        een.deelnemer.nummer: een.waarom for een in gemaakt.overgeslagen
    }


def test_a_practice_is_asked_as_who_takes_part_there_now(arnhem):
    doel = Doel(programma=arnhem.programma, praktijk=arnhem)

    gemaakt = maak_plan(gebruiker(Rol.MEDEWERKER), doel, vandaag())

    assert nummers(gemaakt) == (["D1", "D3", "D4"], {"D5": GEEN_ADRES})
    assert gemaakt.gedeeld == 2


def test_a_programme_is_asked_as_all_of_unknown_kind(arnhem):
    elders = programma("elders")

    mo = gebruiker(Rol.MEDEWERKER)

    assert nummers(maak_plan(mo, Doel(programma=arnhem.programma), vandaag())) == (
        ["D2", "D3", "D4", "D6"],
        {"D5": GEEN_ADRES},
    )
    assert nummers(maak_plan(mo, Doel(programma=elders), vandaag())) == ([], {})


def test_nobody_is_asked_who_does_not_want_it_or_was_asked_already(arnhem, register):
    mo, thuis = gebruiker(Rol.MEDEWERKER), arnhem.programma
    kees, lies = thuis.deelnemers.get(nummer="D3"), thuis.deelnemers.get(nummer="D4")
    elders = deelnemer(programma("elders"), "X1", naam="KEES", email="samen@huis.example")
    markeer(deelnemer=elders.pk, sinds=vandaag(), omdat="", reden="test")
    link_van(lies)
    verbeter(link_van(register.gerda), register.gerda_in_arnhem.pk, hoedanigheid="vrijwilliger")

    gemaakt = maak_plan(mo, Doel(programma=thuis, praktijk=arnhem), vandaag())

    assert nummers(gemaakt) == ([], {"D1": WACHT_OP_U, "D3": WIL_NIET, "D4": AL_GEVRAAGD, "D5": GEEN_ADRES})
    assert kees.niet_benaderen is False


def test_who_is_restricted_or_erased_is_not_asked(register):
    gerda, truus = register.gerda, register.truus
    gerda.beperkt_op = dag("2020-03-01")
    gerda.save()
    truus.gewist_op, truus.naam, truus.email = timezone.now(), "", ""
    truus.save()
    mo = gebruiker(Rol.MEDEWERKER)

    gemaakt = [maak_plan(mo, Doel(programma=een.programma, deelnemer=een), vandaag()) for een in (gerda, truus)]

    assert [nummers(een) for een in gemaakt] == [([], {"D1": BEPERKT}), ([], {"D2": GEEN_ADRES})]


def test_a_mail_that_failed_counts_as_not_asked(register):
    link_van(register.gerda)
    bericht = Bericht.objects.get()
    bericht.stand = Poststand.MISLUKT
    bericht.save()

    gemaakt = maak_plan(
        gebruiker(Rol.MEDEWERKER), Doel(programma=register.gerda.programma, deelnemer=register.gerda), vandaag()
    )

    assert nummers(gemaakt) == (["D1"], {})


def test_one_click_puts_a_mail_ready_for_each_with_their_own_name(als, arnhem):
    mo = gebruiker(Rol.MEDEWERKER)
    client, adres = als(mo), f"{ADRES}?praktijk={arnhem.pk}"
    tekst = "Dag [naam],\n\nKlopt dit? [persoonlijke link]"
    ingevuld = velden(client, adres, tekst=tekst, onderwerp="Klopt het?")

    antwoorden = [client.post(adres, ingevuld) for _ in range(2)]

    assert [antwoord.status_code for antwoord in antwoorden] == [302, 302]
    rest = "Klopt het?", "klopt dit"
    assert list(Bericht.objects.order_by("pk").values_list("aan", "aan_naam", "tekst", "onderwerp", "soort")) == [
        ("gerda@geheim.example", "Gerda Geheim", "Dag Gerda Geheim,\n\nKlopt dit? [persoonlijke link]", *rest),
        ("samen@huis.example", "Kees", "Dag Kees,\n\nKlopt dit? [persoonlijke link]", *rest),
        ("samen@huis.example", "Lies", "Dag Lies,\n\nKlopt dit? [persoonlijke link]", *rest),
    ]
    assert set(Uitvraag.objects.values_list("gemaakt_door", "praktijk", "afdruk", "geldig_tot")) == {
        (mo.pk, arnhem.pk, "", None)
    }
    assert {bericht.over for bericht in Bericht.objects.all()} == {een.deelnemer for een in Uitvraag.objects.all()}
    assert all(een.verstuur_na > een.gemaakt_op + UITSTEL * 0.9 for een in Bericht.objects.all())


def test_other_people_than_the_preview_said_are_not_mailed(als, arnhem, register):
    client, adres = als(gebruiker(Rol.MEDEWERKER)), f"{ADRES}?praktijk={arnhem.pk}"
    ingevuld = velden(client, adres, tekst="Mijn tekst voor [naam]: [persoonlijke link]")
    deelname(register.truus, arnhem)

    antwoord = client.post(adres, ingevuld)

    assert "Er krijgen nu andere mensen een mail dan u zag." in gelezen(antwoord).tekst
    assert "Mijn tekst voor [naam]" in antwoord.content.decode()
    assert Bericht.objects.count() == 0


def test_a_stale_preview_is_refused_by_the_action_too(arnhem):
    mo = gebruiker(Rol.MEDEWERKER)

    with pytest.raises(PlanVerouderd):
        verstuur(opdracht(Doel(programma=arnhem.programma, praktijk=arnhem), mo, gezien=""), user=mo, nu=timezone.now())


@pytest.mark.parametrize("tekst", ["Zonder link, [naam]", "Zonder naam: [persoonlijke link]", ""])
def test_a_text_without_link_or_name_is_refused_and_stays(als, arnhem, tekst):
    client, adres = als(gebruiker(Rol.MEDEWERKER)), f"{ADRES}?praktijk={arnhem.pk}"

    antwoord = client.post(adres, velden(client, adres, tekst=tekst))

    assert antwoord.context["form"]["tekst"].value() == tekst
    assert list(antwoord.context["form"].errors) == ["tekst"]
    assert Bericht.objects.count() == 0


def test_more_than_fit_at_once_follow_the_next_time(arnhem, monkeypatch):
    monkeypatch.setattr(plan, "HOOGSTENS", 2)
    mo, doel = gebruiker(Rol.MEDEWERKER), Doel(programma=arnhem.programma, praktijk=arnhem)

    eerste = maak_plan(mo, doel, vandaag())
    verstuur(opdracht(doel, mo), user=mo, nu=timezone.now())
    tweede = maak_plan(mo, doel, vandaag())

    assert (nummers(eerste)[0], eerste.later, nummers(tweede)[0], tweede.later) == (["D1", "D3"], 1, ["D4"], 0)


@pytest.mark.parametrize(
    ("rol", "status"),
    [(Rol.BEHEERDER, 200), (Rol.MEDEWERKER, 200), (Rol.ADVISEUR, 404), (Rol.ANALIST, 404)],
    ids=lambda waarde: str(waarde),
)
def test_only_staff_get_to_the_page(als, register, rol, status):
    user = register.ada if rol is Rol.ADVISEUR else gebruiker(rol)

    assert als(user).get(f"{ADRES}?praktijk={register.arnhem.pk}").status_code == status
    assert als(user).post(f"{ADRES}?praktijk={register.arnhem.pk}", {}).status_code == status


@pytest.mark.parametrize(
    "vraag", ["", "?praktijk=x", "?praktijk=999999", "?programma=nergens", "?deelnemer=" + "9" * 40]
)
@pytest.mark.usefixtures("register")
def test_who_asks_for_nobody_finds_no_page(als, vraag):
    assert als(gebruiker(Rol.MEDEWERKER)).get(f"{ADRES}{vraag}").status_code == 404


@pytest.mark.parametrize("meer", [0, 2])
def test_the_preview_takes_the_same_queries_for_one_and_for_three(als, register, django_assert_num_queries, meer):
    for nummer in range(meer):
        een = deelnemer(register.gerda.programma, f"X{nummer}", naam=f"X{nummer}", email=f"x{nummer}@voorbeeld.example")
        deelname(een, register.arnhem)
    client = als(gebruiker(Rol.MEDEWERKER))

    with django_assert_num_queries(8):
        client.get(f"{ADRES}?praktijk={register.arnhem.pk}")


def test_staff_find_the_way_and_see_what_was_asked(als, register):
    client = als(gebruiker(Rol.MEDEWERKER))
    link_van(register.gerda)

    praktijk = gelezen(client.get(reverse("praktijken:praktijk", args=[register.arnhem.pk])))
    persoon = gelezen(client.get(reverse("praktijken:deelnemer", args=[register.gerda.pk])))

    assert f"{ADRES}?praktijk={register.arnhem.pk}" in praktijk.links
    assert "gevraagd of de gegevens kloppen. Mail: wacht. De link werkt tot en met" in persoon.tekst
    assert "Nog geen antwoord." in persoon.tekst
    van_ada = gelezen(als(register.ada).get(reverse("praktijken:deelnemer", args=[register.gerda.pk])))
    assert not any("klopt-dit" in link for link in van_ada.links)


def test_a_key_that_nobody_made_is_no_inzending(als, arnhem):
    client, adres = als(gebruiker(Rol.MEDEWERKER)), f"{ADRES}?praktijk={arnhem.pk}"

    antwoord = client.post(adres, velden(client, adres, inzending="geen-sleutel"))

    assert (antwoord.status_code, Bericht.objects.count()) == (200, 0)


@pytest.mark.parametrize(("over", "wie"), [(-1, "wie tot het eind meedeed"), (0, "wie nu meedoet")])
def test_a_practice_counts_as_over_after_its_last_day(client, arnhem, over, wie):
    arnhem.einddatum, arnhem.afloop = vandaag() + datetime.timedelta(days=over), "afgerond"
    arnhem.save()
    client.force_login(gebruiker(Rol.MEDEWERKER))

    assert f"{wie} aan <bdi>" in client.get(ADRES, {"praktijk": arnhem.pk}).text
