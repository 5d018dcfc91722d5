"""The office's pages: who may, sent twice, two at once, documents, and a number of queries that does not grow."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from freezegun import freeze_time

from aanmeldingen.models import Bijeenkomst, Bijeenkomststuk
from mantelzorg.models import Bericht
from mantelzorg.toegang import Rol
from praktijken.models import Sessie
from tests.aanmeldingen.bijeenkomsten.avond import OP_DE_DAG, VOORAF, bijeenkomst, ingeschreven, standen
from tests.aanmeldingen.gegevens import oproep, sector
from tests.aanmeldingen.openbaar.velden import velden_van
from tests.gegevens import gebruiker
from tests.praktijken.historiewacht import bewaakt

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\nDe toolkit\n%%EOF"
PAGINAS = ("", "wijzigen/", "deur/")


@pytest.fixture(autouse=True)
def begin_juni():
    with freeze_time(VOORAF) as klok:
        yield klok


@pytest.fixture(autouse=True)
def elke_wijziging_zegt_wie_en_waarom():
    with bewaakt() as zonder:
        yield
    assert zonder == []


def pad(avond: Bijeenkomst, rest: str = "") -> str:
    return f"/intake/bijeenkomsten/{avond.pk}/{rest}"


def ingevuld(**anders: object) -> dict[str, object]:
    gewoon = {
        "datum": "2014-06-24",
        "begin": "13:00",
        "eind": "16.00",
        "plaats": "Utrecht",
        "capaciteit": "40",
        "sectoren": [sector().pk],
    }
    return gewoon | anders


def test_the_office_plans_a_meeting_once(als, mo) -> None:
    oproep()
    inzending = "6f6d8a2e-6f0a-4a0e-8e0e-000000000001"

    for _ in range(2):
        antwoord = als(mo).post("/intake/oproep-2014/bijeenkomsten/nieuw/", ingevuld(inzending=inzending))

    avond = Bijeenkomst.objects.get()
    assert antwoord["Location"] == f"{pad(avond)}?bewaard={inzending}"
    assert (avond.sessie.datum, avond.begin, avond.eind, avond.capaciteit) == (
        datetime.date(2014, 6, 24),
        datetime.time(13),
        datetime.time(16),
        40,
    )
    assert avond.history.get().history_user == mo


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"eind": "12:00"}, "eindigt voordat zij begint"),
        ({"plaats": ""}, "Vul een plaats in, of een adres om online mee te doen."),
        ({"online": "javascript:alert(1)"}, "Kijk bij"),
        ({"sectoren": []}, "Kijk bij"),
        ({"capaciteit": "0"}, "Kijk bij"),
    ],
)
def test_a_meeting_that_cannot_be_is_not_planned_and_nothing_typed_is_lost(als, mo, fout, melding) -> None:
    oproep()

    antwoord = als(mo).post("/intake/oproep-2014/bijeenkomsten/nieuw/", ingevuld(**{"agenda": "Soep & brood"} | fout))

    tekst = antwoord.content.decode()
    assert (melding in tekst, "Soep &amp; brood" in tekst, Sessie.objects.count()) == (True, True, 0)


def test_who_is_second_to_change_it_sees_both_versions_and_can_go_on(als, mo) -> None:
    avond = bijeenkomst()
    bureau = als(mo)
    getoond = velden_van(bureau.get(pad(avond, "wijzigen/")).content.decode())
    anders = ingevuld(vingerafdruk=getoond["vingerafdruk"])
    bureau.post(pad(avond, "wijzigen/"), anders | {"plaats": "Arnhem"})

    tweede = bureau.post(pad(avond, "wijzigen/"), anders | {"plaats": "Zwolle"})
    tekst = tweede.content.decode()
    derde = bureau.post(
        pad(avond, "wijzigen/"), anders | {"plaats": "Zwolle", "vingerafdruk": velden_van(tekst)["vingerafdruk"]}
    )

    assert ("heeft dit intussen gewijzigd" in tekst, "Arnhem" in tekst, "Zwolle" in tekst) == (True, True, True)
    assert (derde.status_code, Sessie.objects.get().plaats) == (302, "Zwolle")


def test_calling_off_asks_for_a_reason(als, mo) -> None:
    avond = bijeenkomst()

    als(mo).post(pad(avond, "afgelasten/"), {"reden": ""})
    avond.refresh_from_db()
    assert avond.afgelast_op is None
    als(mo).post(pad(avond, "afgelasten/"), {"reden": "De spreker is ziek."})

    avond.refresh_from_db()
    assert (avond.afgelast_op, avond.afgelast_omdat) == (VOORAF, "De spreker is ziek.")


@pytest.mark.parametrize("rol", [None, Rol.ADVISEUR, Rol.ANALIST])
def test_for_others_these_pages_do_not_exist(als, rol) -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")
    ander = als(gebruiker(rol))

    lezen = [ander.get(pad(avond, rest)).status_code for rest in (*PAGINAS, "bedanken/")]
    schrijven = [
        ander.post(pad(avond, rest), {"stand": "afgemeld", "reden": "x"}).status_code
        for rest in ("wijzigen/", "afgelasten/", "documenten/", "deur/erbij/", "deur/rest/", f"deur/{carla.pk}/")
    ]

    assert (set(lezen), set(schrijven), standen(avond)) == ({404}, {404}, {"Carla": "plaats"})
    assert ander.get("/intake/oproep-2014/bijeenkomsten/").status_code == 404


def test_who_is_not_logged_in_is_asked_to(client) -> None:
    assert client.get(pad(bijeenkomst()))["Location"].startswith("/inloggen/")


@pytest.mark.parametrize("bladzijde", [*PAGINAS, "lijst"])
def test_the_number_of_queries_does_not_grow(als, mo, bladzijde) -> None:
    bureau, vragen = als(mo), []
    for meer in (["Carla"], ["Dirk", "Els"]):
        avond = Bijeenkomst.objects.first() or bijeenkomst(capaciteit=9)
        ingeschreven(avond, *meer)
        if bladzijde == "lijst" and len(meer) > 1:
            bijeenkomst(), bijeenkomst()
        adres = "/intake/oproep-2014/bijeenkomsten/" if bladzijde == "lijst" else pad(avond, bladzijde)
        with CaptureQueriesContext(
            connection,
        ) as geteld:
            assert bureau.get(adres).status_code == 200
        vragen.append(len(geteld))

    assert vragen[0] == vragen[1]


def test_a_tap_at_the_door_goes_back_to_the_row(als, mo, begin_juni) -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")
    begin_juni.move_to(OP_DE_DAG)
    bureau = als(mo)

    antwoord = bureau.post(pad(avond, f"deur/{carla.pk}/"), {"stand": "aanwezig", "gezien": ""})
    assert antwoord["Location"] == f"{pad(avond, 'deur/')}#rij-{carla.pk}"
    bureau.post(pad(avond, f"deur/{carla.pk}/"), {"stand": "niet gekomen", "gezien": ""})

    assert standen(avond) == {"Carla": "niet gekomen"}
    melding = "Mo de Medewerker had bij Carla intussen ‘aanwezig’ gezet. Nu staat er: niet gekomen."
    assert melding in bureau.get(pad(avond, "deur/")).content.decode()


def test_searching_at_the_door_leaves_no_name_in_an_address(als, mo) -> None:
    avond = bijeenkomst()
    ingeschreven(avond, "Carla", "Dirk")

    antwoord = als(mo).post(pad(avond, "deur/"), {"zoek": "carla"})

    tekst = antwoord.content.decode()
    assert (antwoord.status_code, "<bdi>Carla</bdi>" in tekst, "<bdi>Dirk</bdi>" in tekst) == (200, True, False)
    assert "Gevonden bij ‘<bdi>carla</bdi>’: 1<" in tekst


def test_what_is_no_document_is_refused_by_its_content(als, mo) -> None:
    avond = bijeenkomst()
    nep = SimpleUploadedFile("toolkit.pdf", b"MZ\x90\x00\x03")

    antwoord = als(mo).post(pad(avond, "documenten/"), {"bestand": nep})

    assert "Dit bestand kan niet als bijlage" in antwoord.content.decode()
    assert Bijeenkomststuk.objects.count() == 0


def test_a_removed_document_is_gone_and_the_history_names_it(als, mo) -> None:
    avond = bijeenkomst()
    bureau = als(mo)
    bureau.post(pad(avond, "documenten/"), {"bestand": SimpleUploadedFile("toolkit.pdf", PDF)})
    stuk = Bijeenkomststuk.objects.get()
    assert bureau.get(pad(avond, f"documenten/{stuk.pk}/")).content == PDF

    for _ in range(2):
        bureau.post(pad(avond, f"documenten/{stuk.pk}/weg/"))

    stuk.refresh_from_db()
    assert (bytes(stuk.inhoud), bureau.get(pad(avond, f"documenten/{stuk.pk}/")).status_code) == (b"", 404)
    assert [een.history_change_reason for een in stuk.history.all()] == ["document verwijderd", "document toegevoegd"]
    assert "document verwijderd (toolkit.pdf)" in bureau.get(pad(avond)).content.decode()


def test_among_sessions_a_meeting_leads_to_its_own_page_and_cannot_be_edited(als, mo) -> None:
    avond = bijeenkomst()
    bureau, ben = als(mo), als(gebruiker(Rol.ANALIST))
    sessie = f"/sessies/{avond.sessie_id}/"

    assert sessie in bureau.get("/sessies/?soort=informatiebijeenkomst").content.decode()
    assert bureau.get(sessie)["Location"] == pad(avond)
    assert ben.get(sessie)["Location"] == f"/oproepen/oproep-2014/bijeenkomsten/{avond.pk}/"
    assert [bureau.get(f"{sessie}wijzigen/").status_code, bureau.post(f"{sessie}weghalen/").status_code] == [404, 404]


def test_a_mail_in_the_outbox_leads_to_the_person_it_is_about(als, mo) -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")
    adres = f"/intake/inschrijvingen/{carla.pk}/"

    assert adres in als(mo).get(f"/post/{Bericht.objects.get().pk}/").content.decode()
    assert als(mo).get(adres)["Location"] == f"{pad(avond)}#rij-{carla.pk}"
    assert als(gebruiker(Rol.ADVISEUR)).get(adres).status_code == 404
