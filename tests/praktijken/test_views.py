"""The pages of practices: who sees what, and what never gets out."""

import pytest
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.toegang import Rol
from praktijken.models import Praktijk, PrangendeVraag, Thema, Voortgang
from tests.gegevens import (
    adviseurschap,
    dag,
    deelname,
    deelnemer,
    experiment,
    gebruiker,
    ontwerpvraag,
    organisatie,
    organisatietype,
    praktijk,
    praktijkpartner,
    programma,
)
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.leren.lesdaden import gedeelde_les

pytestmark = pytest.mark.django_db
LIJST = reverse("praktijken:lijst")
NAAM, EMAIL, VERSLAG = "Gerda Geheim", "gerda@geheim.example", "Het verslag van de eerste ronde"
INHOUD = ("Ademruimte", "Wie neemt het over?", "Een logeerweekend", "Minder druk", "Het werkte")


def pagina_van(praktijk):
    return reverse("praktijken:praktijk", args=[praktijk.pk])


def vul(praktijk, nummer, adviseur):
    """One of everything in the practice."""
    zorg = organisatietype(f"Zorg {nummer}")
    huis = organisatie(f"Huis {nummer}", zorg)
    vraag = ontwerpvraag(praktijk, nummer, vraag="Wie neemt het over?")
    vraag.themas.add(Thema.objects.create(naam=f"thema {nummer}"))
    proef = experiment(
        vraag, f"{praktijk.code}-{nummer}", naam="Een logeerweekend", verwachting="Minder druk", opbrengst="Het werkte"
    )
    Voortgang.objects.create(experiment=proef, datum=dag("2020-02-01"), verslag=VERSLAG, door=adviseur)
    praktijk.prangende_vragen.add(
        PrangendeVraag.objects.create(programma=praktijk.programma, nummer=nummer, vraag="Wie zorgt?")
    )
    praktijkpartner(praktijk, huis, rol="partner")
    persoon = deelnemer(praktijk.programma, f"NR-{nummer}", naam=NAAM, email=EMAIL)
    deelname(persoon, praktijk, organisatie=huis)


@pytest.fixture
def arnhem():
    """A practice with one of everything, guided by Ada."""
    nieuw = praktijk(programma(), "ARN", naam="Arnhem", gemeenten=["GM0202"], kernthema="Ademruimte")
    ada = gebruiker(Rol.ADVISEUR, "Ada Adviseur")
    adviseurschap(nieuw, ada)
    vul(nieuw, 1, ada)
    return nieuw


@pytest.fixture
def ada(arnhem):
    return arnhem.adviseurschappen.get().adviseur


@pytest.fixture
def bo(arnhem):
    """Adviser of another practice of the same programme."""
    bo = gebruiker(Rol.ADVISEUR, "Bo Buur")
    adviseurschap(praktijk(arnhem.programma, "BRE", naam="Breda"), bo)
    return bo


@pytest.fixture
def cas():
    """Adviser in another programme."""
    cas = gebruiker(Rol.ADVISEUR, "Cas Elders")
    adviseurschap(praktijk(programma("elders"), "ELD", naam="Elders"), cas)
    return cas


GEHEIMEN = {"naam": NAAM, "e-mail": EMAIL, "verslag": VERSLAG, "adviseur": "Ada Adviseur", "nummer": "NR-1"}


def ziet(client, arnhem):
    """Which of the secrets stand in the HTML of the list and the page, even where no eye would see them."""
    html = (client.get(LIJST).content + client.get(pagina_van(arnhem)).content).decode().replace("<wbr>", "")
    return {soort for soort, geheim in GEHEIMEN.items() if geheim in html}


def test_an_analyst_sees_no_person_and_no_report(als, arnhem):
    assert ziet(als(gebruiker(Rol.ANALIST)), arnhem) == set()


def test_an_adviser_of_another_practice_learns_from_reports_but_sees_no_participant(als, arnhem, bo):
    assert ziet(als(bo), arnhem) == {"verslag", "adviseur"}


def test_the_own_adviser_and_the_office_see_names(als, arnhem, ada):
    personen = [ada, gebruiker(Rol.MEDEWERKER), gebruiker(Rol.BEHEERDER)]

    assert [ziet(als(persoon), arnhem) for persoon in personen] == [set(GEHEIMEN)] * 3


@pytest.mark.usefixtures("bo")
def test_names_are_gone_the_day_after_guiding_ends(als, arnhem, ada):
    adviseurschap(Praktijk.objects.get(code="BRE"), ada)
    arnhem.adviseurschappen.filter(adviseur=ada).update(tot_en_met=dag("2020-06-30"))

    with freeze_time("2020-06-30"):
        laatste_dag = ziet(als(ada), arnhem)
    with freeze_time("2020-07-01"):
        dag_erna = ziet(als(ada), arnhem)

    assert (laatste_dag, dag_erna) == (set(GEHEIMEN), {"verslag", "adviseur"})


def test_an_analyst_who_also_advises_elsewhere_reads_no_reports_here(als, arnhem, cas):
    cas.groups.add(gebruiker(Rol.ANALIST).groups.get())

    assert ziet(als(cas), arnhem) & {"naam", "e-mail", "verslag", "nummer"} == set()


def test_everybody_who_may_see_practices_reads_the_content_and_the_counts(als, arnhem, ada, bo):
    for persoon in (ada, bo, gebruiker(Rol.ANALIST), gebruiker(Rol.MEDEWERKER)):
        pagina = gelezen(als(persoon).get(pagina_van(arnhem)))

        assert [inhoud for inhoud in INHOUD if inhoud not in pagina.tekst] == []
        assert pagina.tabellen["Deelnemers naar soort organisatie"] == [
            ["Soort organisatie", "Nu", "Tot nu toe"],
            ["Zorg 1", "1", "1"],
            ["Totaal", "1", "1"],
        ]
        assert pagina.tabellen["Partners"][1][:5] == ["Huis 1", "Zorg 1", "–", "partner", "vanaf 2 september 2019"]


def test_what_one_may_not_see_is_not_found(als, arnhem, cas):
    zonder_rol = gebruiker(naam="Zora Zonderrol")

    assert [
        als(cas).get(pagina_van(arnhem)).status_code,
        als(zonder_rol).get(pagina_van(arnhem)).status_code,
        als(zonder_rol).get(LIJST).status_code,
        als(cas).get(reverse("praktijken:praktijk", args=[10**30])).status_code,
        als(cas).get("/praktijken/onzin/").status_code,
    ] == [404] * 5


@pytest.mark.usefixtures("arnhem")
def test_an_adviser_finds_no_practice_of_another_programme_in_the_list(als, cas):
    tabel = gelezen(als(cas).get(LIJST)).tabellen["Praktijken"]

    assert [rij[0] for rij in tabel[1:]] == ["Elders"]


@pytest.mark.parametrize("adres", [f"{LIJST}?zoek=arn", "/praktijken/1/"])
def test_who_is_not_logged_in_logs_in_first_and_comes_back(client, adres):
    response = client.get(adres)

    assert (response.status_code, response.url) == (
        302,
        f"{reverse('inloggen')}?next={adres.replace('?', '%3F').replace('=', '%3D')}",
    )


def test_pages_are_for_reading_only(als, arnhem, ada):
    assert [als(ada).post(adres).status_code for adres in (LIJST, pagina_van(arnhem))] == [405, 405]


def test_only_who_may_change_the_practice_gets_links_to_change_it(als, arnhem, ada, bo):
    wijzigen = reverse("admin:praktijken_praktijk_change", args=[arnhem.pk])
    personen = [ada, gebruiker(Rol.MEDEWERKER), gebruiker(Rol.BEHEERDER), bo, gebruiker(Rol.ANALIST)]

    assert [wijzigen in gelezen(als(persoon).get(pagina_van(arnhem))).links for persoon in personen] == [
        *[True] * 3,
        *[False] * 2,
    ]


def test_who_may_add_people_gets_to_the_form_for_this_practice(als, arnhem, ada, bo):
    toevoegen = f"{reverse('praktijken:deelnemer-nieuw')}?praktijk={arnhem.pk}"

    assert [
        toevoegen in gelezen(als(persoon).get(pagina_van(arnhem))).links
        for persoon in (ada, gebruiker(Rol.MEDEWERKER), bo, gebruiker(Rol.ANALIST))
    ] == [True, True, False, False]


def test_everybody_gets_to_the_history_of_what_they_see(als, arnhem, ada, bo):
    geschiedenis = reverse("praktijken:geschiedenis", args=["praktijk", arnhem.pk])

    assert [
        geschiedenis in gelezen(als(persoon).get(pagina_van(arnhem))).links
        for persoon in (ada, gebruiker(Rol.MEDEWERKER), bo, gebruiker(Rol.ANALIST))
    ] == [True] * 4


def test_practices_that_went_on_together_name_each_other(als, arnhem):
    breda = praktijk(
        arnhem.programma, "BRE", naam="Breda", eind="2020-01-31", afloop="samengevoegd", gaat_verder_in=arnhem
    )
    client = als(gebruiker(Rol.ANALIST))

    assert pagina_van(arnhem) in gelezen(client.get(pagina_van(breda))).links
    assert pagina_van(breda) in gelezen(client.get(pagina_van(arnhem))).links


@pytest.mark.usefixtures("bo", "cas")
def test_practices_with_a_shared_theme_name_each_other_where_one_may_see_both(als, arnhem, ada):
    thema = Thema.objects.get()
    breda, elders = Praktijk.objects.get(code="BRE"), Praktijk.objects.get(code="ELD")
    for ander in (breda, elders):
        ontwerpvraag(ander).themas.add(thema)
    adressen = {pagina_van(breda), pagina_van(elders)}

    gezien = [
        adressen & set(gelezen(als(persoon).get(pagina_van(arnhem))).links)
        for persoon in (ada, gebruiker(Rol.MEDEWERKER))
    ]

    assert gezien == [{pagina_van(breda)}, adressen]


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("rol", "verwacht"), [(Rol.MEDEWERKER, 11), (Rol.ANALIST, 11)])
def test_the_list_costs_the_same_queries_for_one_practice_and_for_three(
    als, django_assert_num_queries, aantal, rol, verwacht
):
    ada, thuis = gebruiker(Rol.ADVISEUR), programma()
    for nummer in range(aantal):
        nieuw = praktijk(thuis, f"P{nummer}", gemeenten=["GM0202"])
        adviseurschap(nieuw, ada)
        vul(nieuw, nummer, ada)
    client = als(gebruiker(rol))

    with django_assert_num_queries(verwacht):
        client.get(LIJST)


@pytest.mark.parametrize("aantal", [1, 3])
@pytest.mark.parametrize(("rol", "verwacht"), [(Rol.MEDEWERKER, 31), (Rol.ANALIST, 25)])
def test_a_practice_costs_the_same_queries_with_one_of_everything_and_with_three(
    als, django_assert_num_queries, aantal, rol, verwacht
):
    ada, mo, thuis = gebruiker(Rol.ADVISEUR), gebruiker(Rol.MEDEWERKER), programma()
    arnhem = praktijk(thuis, gemeenten=["GM0202", "GM0758", "GM0268"][:aantal])
    for nummer in range(1, aantal + 1):
        adviseurschap(arnhem, ada, vanaf=f"2019-0{nummer}-01", tot_en_met=f"2019-0{nummer}-28")
        vul(arnhem, nummer, ada)
        ander = praktijk(thuis, f"P{nummer}", eind="2020-01-01", afloop="samengevoegd", gaat_verder_in=arnhem)
        ontwerpvraag(ander).themas.set(Thema.objects.all())
        gedeelde_les(arnhem, ada, mo)
        gedeelde_les(ander, ada, mo, themas=frozenset(Thema.objects.values_list("pk", flat=True)))
    client = als(gebruiker(rol))

    with django_assert_num_queries(verwacht):
        client.get(pagina_van(arnhem))


def test_hostile_and_foreign_text_stands_there_as_typed(als):
    aanval, arabisch, lang = '<script>alert("x")</script>', "رعاية غير رسمية", "w" * 500
    eng = praktijk(programma(naam=aanval), "<b>", naam=lang, kernthema=f"{aanval}\n{arabisch}")
    ontwerpvraag(eng, vraag=f"{aanval}\n{arabisch}").themas.add(Thema.objects.create(naam=aanval))
    praktijkpartner(eng, organisatie(aanval, organisatietype(aanval)))
    deelname(deelnemer(eng.programma, naam=aanval), eng, organisatietype=organisatietype("<i>"))
    client = als(gebruiker(Rol.MEDEWERKER))
    html = client.get(LIJST).content.decode() + client.get(pagina_van(eng)).content.decode()

    veilig = "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"
    assert [tekst in html for tekst in ("<script>", "<b>", "<i>", lang, f"{veilig}<br>{arabisch}")] == [
        False,
        False,
        False,
        True,
        True,
    ]
