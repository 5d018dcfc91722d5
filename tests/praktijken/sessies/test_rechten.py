"""Who opens which page of a session, what leads there, and what it costs."""

from uuid import uuid4

import pytest
from django.urls import reverse

from mantelzorg.toegang import Rol
from praktijken.models import Aanwezigheid, Afspraak, Ontwerpvraag, Praktijk, Presentielijst, Sessie, Thema
from tests.gegevens import deelname, deelnemer, gebruiker, ontwerpvraag, organisatie, praktijk, programma, sessie
from tests.praktijken.leeshtml import gelezen


def adressen(tafel, een):
    """Every address of this session, by its name."""
    pk, arnhem = een.pk, tafel.arnhem.pk
    vraag, afspraak = Ontwerpvraag.objects.get().pk, Afspraak.objects.get(sessie=een).pk
    sleutels = {
        "sessie": [pk],
        "sessie-wijzigen": [pk],
        "sessie-weghalen": [pk],
        "sessie-kernthema": [pk, arnhem],
        "sessie-vraag-nieuw": [pk, arnhem],
        "sessie-vraag": [pk, vraag],
        "sessie-afspraak-nieuw": [pk],
        "sessie-afspraak": [pk, afspraak],
        "sessie-afspraak-gedaan": [pk, afspraak],
        "sessie-standen": [pk],
        "sessie-lijst": [pk],
        "sessie-lijst-bevestigen": [pk],
    }
    return {naam: reverse(f"praktijken:{naam}", args=args) for naam, args in sleutels.items()}


@pytest.fixture
def gevuld(tafel):
    """A question of Arnhem; in each session an agreement, shared in the joint one."""
    ontwerpvraag(tafel.arnhem)
    tafel.sessie.afspraken.create(wat="Bellen", praktijk=tafel.arnhem, inzending=uuid4())
    tafel.samen.afspraken.create(wat="Samen", inzending=uuid4())
    return tafel


def stand():
    soorten = (Praktijk, Ontwerpvraag, Sessie, Afspraak, Aanwezigheid)
    return [soort.history.count() for soort in soorten] + [Presentielijst.objects.count()]


OPENEN = [200, 404, 200, 404, 404]


def test_who_opens_what_of_a_session_of_one_practice(als, gevuld):
    wie = [gevuld.ada, gevuld.bo, gevuld.mo, gevuld.ben, gebruiker(naam="Zora Zonderrol")]

    codes = {
        naam: [als(een).get(adres).status_code for een in wie]
        for naam, adres in adressen(gevuld, gevuld.sessie).items()
    }

    verzonden = (
        "sessie-weghalen",
        "sessie-afspraak-gedaan",
        "sessie-standen",
        "sessie-lijst",
        "sessie-lijst-bevestigen",
    )
    assert codes == dict.fromkeys(codes, OPENEN) | {key: [302, 302, 302, 404, 404] for key in verzonden} | {
        "sessie": [200, 200, 200, 200, 404]
    }


def test_who_may_not_change_it_finds_nothing_to_send_to_and_nothing_is_stored(als, gevuld):
    eerder = stand()
    wie = [gevuld.bo, gevuld.ben, gebruiker(naam="Zora Zonderrol")]
    alle = {naam: adres for naam, adres in adressen(gevuld, gevuld.sessie).items() if naam != "sessie"}

    codes = {naam: [als(een).post(adres, {"tekst": "x"}).status_code for een in wie] for naam, adres in alle.items()}

    assert codes == {key: [404, 404, 404] for key in alle}
    assert stand() == eerder


def test_in_a_joint_session_each_adviser_changes_the_own_part_and_the_office_all(als, gevuld):
    wie = [gevuld.ada, gevuld.bo, gevuld.mo]
    alle = adressen(gevuld, gevuld.samen)

    codes = {naam: [als(een).get(adres).status_code for een in wie] for naam, adres in alle.items()}

    gedeeld, van_arnhem = [404, 404, 200], [200, 404, 200]
    assert {naam: codes[naam] for naam in ("sessie-wijzigen", "sessie-afspraak")} == {
        "sessie-wijzigen": gedeeld,
        "sessie-afspraak": gedeeld,
    }
    assert {naam: codes[naam] for naam in ("sessie-kernthema", "sessie-vraag", "sessie-vraag-nieuw")} == {
        "sessie-kernthema": van_arnhem,
        "sessie-vraag": van_arnhem,
        "sessie-vraag-nieuw": van_arnhem,
    }
    assert [als(een).post(alle["sessie-weghalen"]).status_code for een in wie[:2]] == [404, 404]


def test_sessions_of_a_programme_in_which_one_guides_nothing_do_not_exist(als, tafel):
    elders = sessie(praktijk(programma("elders"), "ELD", naam="Geheimstad"))

    lijsten = [gelezen(als(wie).get("/sessies/")).tekst for wie in (tafel.ada, tafel.mo)]

    assert [als(wie).get(f"/sessies/{elders.pk}/").status_code for wie in (tafel.ada, tafel.mo)] == [404, 200]
    assert ["Geheimstad" in tekst for tekst in lijsten] == [False, True]


def test_a_part_of_a_practice_outside_the_session_is_not_found_under_it(als, gevuld):
    vreemd = ontwerpvraag(gevuld.breda, 7)
    paden = [
        reverse("praktijken:sessie-kernthema", args=[gevuld.sessie.pk, gevuld.breda.pk]),
        reverse("praktijken:sessie-vraag", args=[gevuld.sessie.pk, vreemd.pk]),
        reverse("praktijken:sessie-afspraak", args=[gevuld.samen.pk, gevuld.sessie.afspraken.get().pk]),
    ]

    assert [als(gevuld.mo).get(pad).status_code for pad in paden] == [404, 404, 404]


def test_who_is_not_logged_in_logs_in_first(client, gevuld):
    alle = [*adressen(gevuld, gevuld.sessie).values(), "/sessies/", "/sessies/nieuw/"]

    assert {client.get(adres).url for adres in alle} == {f"/inloggen/?next={adres}" for adres in alle}


def test_the_list_parts_what_comes_from_what_was_and_filters(als, tafel):
    sessie(tafel.arnhem, soort="terugkijksessie", datum="2020-07-08")

    def rijen(vraag=""):
        tabellen = gelezen(als(tafel.ada).get(f"/sessies/{vraag}")).tabellen
        return {naam: [rij[:3] for rij in rijen[1:]] for naam, rijen in tabellen.items()}

    terug = ["8 juli 2020 : terugkijksessie", "terugkijksessie", "Arnhem"]
    ontwerp = ["1 juni 2020 : ontwerpsessie", "ontwerpsessie", "Arnhem"]
    samen = ["15 juni 2020 : uitwisseling", "uitwisseling", "Arnhem , Breda"]
    assert rijen() == {"Vandaag en later": [terug], "Geweest": [samen, ontwerp]}
    assert rijen("?soort=ontwerpsessie") == {"Geweest": [ontwerp]}
    assert rijen("?zoek=breda") == {"Geweest": [samen]}
    assert rijen("?soort=<b>") == {}


def test_the_practice_and_the_start_page_lead_to_its_sessions(als, tafel):
    ontwerpvraag(tafel.arnhem)
    nieuw = f"/sessies/nieuw/?praktijk={tafel.arnhem.pk}"
    blad = {nieuw, f"/sessies/{tafel.sessie.pk}/", f"/sessies/{tafel.samen.pk}/"}

    gezien = [
        blad & set(gelezen(als(wie).get(f"/praktijken/{tafel.arnhem.pk}/")).links)
        for wie in (tafel.ada, tafel.bo, tafel.ben)
    ]

    assert gezien == [blad, blad - {nieuw}, blad - {nieuw}]
    assert nieuw in gelezen(als(tafel.ada).get("/mijn/")).links
    tijdlijn = gelezen(als(tafel.ada).get(f"/praktijken/{tafel.arnhem.pk}/")).tabellen["Tijdlijn"]
    assert ["Ontwerpsessie", "–", "1 juni 2020", "–"] in tijdlijn


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("rol", "lijst", "blad"), [(Rol.MEDEWERKER, 6, 18), (Rol.ANALIST, 6, 9)])
def test_one_of_everything_and_three_cost_the_same_queries(
    als, tafel, django_assert_num_queries, aantal, rol, lijst, blad
):
    praktijken = [praktijk(tafel.thuis, f"P{nummer}") for nummer in range(aantal)]
    for nummer, een in enumerate(praktijken):
        for volg in range(1, aantal + 1):
            ontwerpvraag(een, volg).themas.add(Thema.objects.get_or_create(naam=f"thema {volg}")[0])
        wie = deelnemer(tafel.thuis, f"Q{nummer}", naam=f"Piet {nummer}")
        deelname(wie, een, organisatie=organisatie(f"Huis {nummer}"))
    tafel.samen.praktijken.set(praktijken)
    eerder = sessie(*praktijken, datum="2020-05-01")
    for een in praktijken:
        tafel.samen.afspraken.create(wat="Nu", praktijk=een, inzending=uuid4())
        eerder.afspraken.create(wat="Eerder", praktijk=een, inzending=uuid4())
    Aanwezigheid.objects.create(sessie=tafel.samen, deelnemer=tafel.gerda, stand="aanwezig")
    client = als(gebruiker(rol))

    with django_assert_num_queries(lijst):
        client.get("/sessies/")
    with django_assert_num_queries(blad):
        client.get(f"/sessies/{tafel.samen.pk}/")


def test_past_sessions_are_leafed_through_without_counting_them(als, tafel, django_assert_num_queries):
    Sessie.objects.bulk_create(
        Sessie(programma=tafel.thuis, soort="ontwerpsessie", datum="2020-01-06", inzending=uuid4()) for _ in range(51)
    )

    mo = als(tafel.mo)

    with django_assert_num_queries(6) as gesteld:
        eerste = mo.get("/sessies/").context
    bladen = [eerste, *(mo.get(f"/sessies/?pagina={nr}").context for nr in ("2", "3", "0", "x", "9" * 30))]

    assert [(len(blad["geweest"]), blad["vorige"], blad["volgende"]) for blad in bladen] == [
        (50, None, 2), (3, 1, None), (0, 2, None), (50, None, 2), (50, None, 2), (50, None, 2),
    ]  # fmt: skip
    assert not any("__count" in vraag["sql"] for vraag in gesteld.captured_queries)


def test_who_may_remove_personal_data_can_do_so_from_a_session(als, tafel):
    bladen = [gelezen(als(wie).get(f"/sessies/{tafel.sessie.pk}/")).tekst for wie in (tafel.mo, tafel.ada)]

    assert ["Persoonsgegevens verwijderen" in blad for blad in bladen] == [True, False]
