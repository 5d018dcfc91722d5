"""Programmes, practices and experiments: whole records, for who may see them, in a fixed number of queries."""

import pytest
from django.test import Client

from mantelzorg.toegang import Rol
from praktijken.models import Praktijk, Thema
from tests import gegevens
from tests.aanmeldingen.gegevens import oproep
from tests.gegevens import gebruiker
from tests.monitor.api.vragen import API, HOST, client_van, eerste, namen, probleem

pytestmark = pytest.mark.django_db


def volle_praktijk() -> Praktijk:
    """A practice in which everything stands, with people whose names nobody is to read."""
    programma = gegevens.programma(uitvoerders="Movisie en Vilans")
    vraag = programma.prangende_vragen.create(nummer=3, vraag="Wie helpt mij?")
    praktijk = gegevens.praktijk(
        programma, "ARN", naam="Arnhem", gemeenten=["GM0202", "GM0274"], werkgebied="wijk", kernthema="Samen zorgen."
    )
    praktijk.prangende_vragen.add(vraag)
    ontwerpvraag = gegevens.ontwerpvraag(praktijk)
    ontwerpvraag.themas.add(Thema.objects.create(naam="respijtzorg"))
    gegevens.experiment(ontwerpvraag, "ARN-1", verwachting="Meer rust.", opbrengst="")
    zorg = gegevens.organisatie("Zorggroep", gegevens.organisatietype("Thuiszorg"))
    gegevens.praktijkpartner(praktijk, zorg, rol="penvoerder")
    gegevens.praktijkpartner(praktijk, gegevens.organisatie("Onbekend BV"), vanaf="2019-10-01")
    persoon = gegevens.deelnemer(programma, naam="Geheime Naam", email="geheim@voorbeeld.example")
    gegevens.deelname(persoon, praktijk, organisatie=zorg)
    return praktijk


def test_a_programme_as_ben_the_analyst_reads_it():
    volle_praktijk()

    assert eerste(client_van(gebruiker(Rol.ANALIST)), "programmas") == {
        "url": f"{HOST}/api/v1/programmas/thuis",
        "slug": "thuis",
        "naam": "In voor mantelzorg thuis",
        "vorm": "lerende praktijk",
        "startdatum": "2019-01-01",
        "einddatum": "2021-05-31",
        "aanmelden_tot_en_met": None,
        "capaciteit": None,
        "streefwaarde": None,
        "opdrachtgever": "",
        "uitvoerders": "Movisie en Vilans",
        "beleidsprogramma": "",
        "beleidsdoel": "",
        "prangende_vragen": [{"nummer": 3, "vraag": "Wie helpt mij?"}],
    }


def test_a_practice_as_ben_the_analyst_reads_it_has_no_person_in_it():
    praktijk = volle_praktijk()

    assert eerste(client_van(gebruiker(Rol.ANALIST)), "praktijken") == {
        "url": f"{HOST}/api/v1/praktijken/{praktijk.pk}",
        "id": praktijk.pk,
        "programma": "thuis",
        "code": "ARN",
        "naam": "Arnhem",
        "gemeenten": [{"code": "GM0202", "naam": "Arnhem"}, {"code": "GM0274", "naam": "Renkum"}],
        "werkgebied": "wijk",
        "kernthema": "Samen zorgen.",
        "kernthema_vastgesteld_op": None,
        "prangende_vragen": [3],
        "startdatum": "2019-09-02",
        "einddatum": None,
        "afloop": "",
        "gaat_verder_in": None,
        "status": "actief",
        "ontwerpvragen": [
            {
                "nummer": 1,
                "vraag": "Hoe doen wij dit samen (1)?",
                "themas": ["respijtzorg"],
                "geformuleerd_op": "2019-10-01",
                "vervallen_op": None,
            }
        ],
        "partners": [
            {
                "organisatie": "Zorggroep",
                "organisatietype": "Thuiszorg",
                "rol": "penvoerder",
                "vanaf": "2019-09-02",
                "tot_en_met": None,
            },
            {
                "organisatie": "Onbekend BV",
                "organisatietype": None,
                "rol": "",
                "vanaf": "2019-10-01",
                "tot_en_met": None,
            },
        ],
    }


def test_an_experiment_as_ben_the_analyst_reads_it():
    praktijk = volle_praktijk()
    experiment = praktijk.ontwerpvragen.get().experimenten.get()

    assert eerste(client_van(gebruiker(Rol.ANALIST)), "experimenten") == {
        "url": f"{HOST}/api/v1/experimenten/{experiment.pk}",
        "id": experiment.pk,
        "programma": "thuis",
        "praktijk": praktijk.pk,
        "ontwerpvraag": 1,
        "code": "ARN-1",
        "naam": "Experiment ARN-1",
        "verwachting": "Meer rust.",
        "startdatum": "2020-01-06",
        "einddatum": None,
        "afloop": "",
        "status": "actief",
        "opbrengst": "",
    }


@pytest.mark.parametrize("rol", list(Rol))
def test_nobody_reads_the_name_or_address_of_a_participant(rol: Rol):
    praktijk = volle_praktijk()
    wie = gebruiker(rol)
    gegevens.adviseurschap(praktijk, wie)
    for wat in ("programmas", "praktijken", "experimenten"):
        tekst = client_van(wie).get(f"{API}/{wat}").content.decode()
        assert "ARN" in tekst or "thuis" in tekst
        assert "Geheim" not in tekst
        assert "geheim" not in tekst
        assert wie.naam not in tekst


def test_ada_the_adviser_reads_the_programme_in_which_she_guides_and_no_other():
    ada = gebruiker(Rol.ADVISEUR)
    for slug in ("thuis", "ander"):
        programma = gegevens.programma(slug)
        for code in ("ARN", "EPE"):
            praktijk = gegevens.praktijk(programma, f"{slug}-{code}")
            gegevens.experiment(gegevens.ontwerpvraag(praktijk), f"{slug}-{code}-1")
    gegevens.adviseurschap(Praktijk.objects.get(code="thuis-ARN"), ada)
    client = client_van(ada)

    assert namen(client, "programmas") == ["thuis"]
    assert namen(client, "praktijken") == ["thuis-ARN", "thuis-EPE"]
    assert namen(client, "experimenten") == ["thuis-ARN-1", "thuis-EPE-1"]
    ander = Praktijk.objects.get(code="ander-ARN")
    for adres in (
        "programmas/ander",
        f"praktijken/{ander.pk}",
        f"experimenten/{ander.ontwerpvragen.get().experimenten.get().pk}",
    ):
        assert probleem(client.get(f"{API}/{adres}"))["status"] == 404


def test_nel_without_a_role_and_anonymous_find_nothing():
    praktijk = volle_praktijk()
    for client in (client_van(gebruiker(naam="Nel Nieuw")), client_van(None)):
        for wat in ("programmas", "praktijken", "experimenten"):
            assert namen(client, wat) == []
        assert probleem(client.get(f"{API}/programmas/thuis"))["status"] == 404
        assert probleem(client.get(f"{API}/praktijken/{praktijk.pk}"))["status"] == 404


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        ({}, ["A", "B", "C", "D"]),
        ({"programma": "ander"}, ["D"]),
        ({"gemeente": "GM0202"}, ["A", "B"]),
        ({"werkgebied": "wijk"}, ["A"]),
        ({"thema": "respijtzorg"}, ["B"]),
        ({"status": "actief", "peildatum": "2020-01-01"}, ["A", "B"]),
        ({"status": "gepland", "peildatum": "2020-01-01"}, ["C", "D"]),
        ({"status": "afgerond", "peildatum": "2020-06-30"}, ["B"]),
        ({"gemeente": "GM0202", "status": "afgerond", "peildatum": "2020-06-30"}, ["B"]),
        ({"programma": "elders"}, []),
    ],
)
def test_practices_are_filtered_by_what_they_are_on_the_day(vraag: dict[str, str], verwacht: list[str]):
    thuis, ander = gegevens.programma(), gegevens.programma("ander")
    gegevens.praktijk(thuis, "A", gemeenten=["GM0202", "GM0274"], werkgebied="wijk")
    b = gegevens.praktijk(thuis, "B", gemeenten=["GM0202"], eind="2020-06-01")
    thema = Thema.objects.create(naam="respijtzorg")
    for nummer in (1, 2):
        gegevens.ontwerpvraag(b, nummer).themas.add(thema)
    gegevens.praktijk(thuis, "C", start="2020-02-01")
    gegevens.praktijk(ander, "D", start=None)

    assert namen(client_van(gebruiker(Rol.ANALIST)), "praktijken", **vraag) == verwacht


def test_experiments_are_filtered_by_practice_and_by_what_they_are_on_the_day():
    programma = gegevens.programma()
    arnhem, epe = gegevens.praktijk(programma, "ARN"), gegevens.praktijk(programma, "EPE")
    gegevens.experiment(gegevens.ontwerpvraag(arnhem), "A1", eind="2020-03-01", afloop="voortijdig gestopt")
    gegevens.experiment(gegevens.ontwerpvraag(epe), "E1", start="2020-05-01")
    ben = client_van(gebruiker(Rol.ANALIST))

    assert namen(ben, "experimenten", praktijk=str(epe.pk)) == ["E1"]
    assert namen(ben, "experimenten", status="voortijdig gestopt", peildatum="2020-04-01") == ["A1"]
    assert namen(ben, "experimenten", status="gepland", peildatum="2020-04-01") == ["E1"]


@pytest.mark.parametrize(
    ("adres", "redenen"),
    [
        ("praktijken?status=klaar&peildatum=30-06-2020", {
            "status": "klaar staat niet in de lijst. Kies iets uit de lijst.",
            "peildatum": "'30-06-2020' is geen datum. Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30.",
        }),
        ("praktijken?programma=", {"programma": "is leeg."}),
        ("experimenten?praktijk=x", {"praktijk": "Dit is geen heel getal. Schrijf alleen cijfers, bijvoorbeeld 3."}),
        ("experimenten?status=samengevoegd", {
            "status": "samengevoegd staat niet in de lijst. Kies iets uit de lijst."
        }),
        ("praktijken/1?peildatum=ooit", {
            "peildatum": "'ooit' is geen datum. Schrijf de datum als jjjj-mm-dd, bijvoorbeeld 2020-06-30."
        }),
        ("oproepen?perPagina=0&cursor=x", {
            "perPagina": "is een heel getal van 1 tot en met 100.",
            "cursor": "is geen plaats in deze lijst. Neem de cursor uit 'volgende' over, of begin zonder.",
        }),
    ],
)  # fmt: skip
def test_wrong_filters_are_all_named(adres: str, redenen: dict[str, str]):
    antwoord = client_van(gebruiker(Rol.ANALIST)).get(f"{API}/{adres}")

    assert probleem(antwoord)["parameters"] == [{"naam": naam, "reden": reden} for naam, reden in redenen.items()]


def test_pages_follow_each_other_and_miss_nothing_when_a_record_is_added_or_goes():
    programma = gegevens.programma()
    for nummer in range(5):
        gegevens.praktijk(programma, f"P{nummer}")
    ben = client_van(gebruiker(Rol.ANALIST))
    gezien, adres = [], f"{API}/praktijken?perPagina=2&programma=thuis"
    while adres:
        inhoud = ben.get(adres).json()
        gezien.append([een["code"] for een in inhoud["resultaten"]])
        adres = inhoud["volgende"]
        if len(gezien) == 1:
            Praktijk.objects.get(code="P0").delete()
            gegevens.praktijk(programma, "P5")

    assert gezien == [["P0", "P1"], ["P2", "P3"], ["P4", "P5"]]


@pytest.mark.parametrize("aantal", [1, 3])
def test_a_list_takes_the_same_number_of_queries_with_1_and_with_3_records(aantal: int, django_assert_num_queries):
    for nummer in range(aantal):
        programma = gegevens.programma(f"p{nummer}")
        programma.prangende_vragen.create(nummer=1, vraag="Wie helpt mij?")
        praktijk = gegevens.praktijk(programma, "ARN", gemeenten=["GM0202"])
        praktijk.prangende_vragen.set(programma.prangende_vragen.all())
        for vraag in range(aantal):
            ontwerpvraag = gegevens.ontwerpvraag(praktijk, vraag + 1)
            ontwerpvraag.themas.add(Thema.objects.get_or_create(naam="respijtzorg")[0])
            gegevens.experiment(ontwerpvraag, f"E{vraag}")
            soort = gegevens.organisatietype(f"Soort {nummer}{vraag}")
            gegevens.praktijkpartner(praktijk, gegevens.organisatie(f"O{nummer}{vraag}", soort))
        oproep(programma=programma, slug=f"oproep-{nummer}")
    client = client_van(gebruiker(Rol.ANALIST))
    sessie_account_tempo_en_rol, gewijzigd = 4, 1
    eigen = {
        "programmas": gewijzigd + 1 + len(["vragen"]),
        "praktijken": gewijzigd + 1 + len(["gemeenten", "prangende vragen", "ontwerpvragen", "thema's", "partners"]),
        "experimenten": gewijzigd + 1,
        "oproepen": 1 + len(["sectoren", "voorwaarden", "criteria"]),
    }
    for wat, aantal_vragen in eigen.items():
        with django_assert_num_queries(sessie_account_tempo_en_rol + aantal_vragen, info=wat):
            assert len(client.get(f"{API}/{wat}").json()["resultaten"]) >= aantal


def test_the_root_and_the_description_are_for_everybody():
    wortel = Client().get(API)
    assert wortel.json() == {
        "naam": "In voor mantelzorg",
        "versie": "1.0.0",
        "beschrijving": f"{HOST}/api/v1/openapi.json",
        "uitleg": f"{HOST}/api/v1/docs",
        "contact": "bureau@voorbeeld.example",
        **{
            wat: f"{HOST}/api/v1/{wat}"
            for wat in ("programmas", "praktijken", "experimenten", "oproepen", "metingen", "publicaties")
        },
    }
    beschrijving = Client().get(f"{API}/openapi.json")
    assert beschrijving.json()["info"]["version"] == beschrijving["API-Version"] == "1.0.0"
    assert beschrijving["Access-Control-Allow-Origin"] == "*"
