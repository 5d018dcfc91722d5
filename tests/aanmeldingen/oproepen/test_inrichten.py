"""The office sets up a call: from nothing to published, and what is refused on the way."""

import pytest

from aanmeldingen.models import Instroom, Oproep, Oproepsector, Verdeling
from aanmeldingen.plaatsen import lezen
from mantelzorg.toegang import Rol
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.openbaar.velden import velden_van
from tests.aanmeldingen.oproepen.invullen import INRICHTEN, fouten, ingevuld
from tests.gegevens import dag, gebruiker
from tests.praktijken.leeshtml import gelezen

NIEUW = {
    "slug": "voorjaar",
    "naam": "In voor Mantelzorg 2014",
    "inleiding": "Voor organisaties in de zorg.",
    "opent_op_0": "2014-06-10",
    "opent_op_1": "09:00",
    "sluit_op_0": "2014-06-30",
    "sluit_op_1": "",
    "aanbod_dagen": "7",
    "te_bereiken": "2500",
    "vorm_maanden": "20",
    "contact_email": "bureau@voorbeeld.example",
    "contact_telefoon": "",
    "klachten": "Mail naar klachten@voorbeeld.example.",
    "reden": "",
}


def test_a_new_call_begins_with_what_its_programme_says(kantoor):
    programma = gegevens.programma_2014()
    programma.aanmelden_tot_en_met = dag("2014-06-30")
    programma.save()

    html = kantoor.get("/intake/nieuw/?programma=2014").content.decode()

    begin = velden_van(html)
    assert (begin["slug"], begin["sluit_op_0"], begin["sluit_op_1"]) == ("2014", "2014-06-30", "23:59")


def test_a_call_is_made_and_leads_to_its_own_page(kantoor):
    gegevens.programma_2014()

    antwoord = kantoor.post("/intake/nieuw/?programma=2014", NIEUW)

    oproep = Oproep.objects.get()
    assert antwoord.url == "/intake/voorjaar/"
    assert (oproep.opent_op, oproep.sluit_op) == (moment("2014-06-10 09:00"), moment("2014-07-01 00:00"))
    assert oproep.gepubliceerd_op is None


def test_a_double_click_makes_one_call(kantoor):
    gegevens.programma_2014()

    urls = [kantoor.post("/intake/nieuw/?programma=2014", NIEUW).url for _ in range(2)]

    assert urls == ["/intake/voorjaar/"] * 2
    assert Oproep.objects.count() == 1


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"slug": "aanmeldingen"}, "slug"),
        ({"slug": "met spatie"}, "slug"),
        ({"sluit_op_0": "2014-06-10", "sluit_op_1": "08:58"}, "sluit_op"),
        ({"sluit_op_0": ""}, "sluit_op"),
        ({"opent_op_0": "1 april"}, "opent_op"),
        ({"aanbod_dagen": "0"}, "aanbod_dagen"),
        ({"vorm_maanden": "0"}, "vorm_maanden"),
        ({"contact_email": "bureau"}, "contact_email"),
        ({"naam": ""}, "naam"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_all_stays(kantoor, velden, veld):
    gegevens.programma_2014()

    antwoord = kantoor.post("/intake/nieuw/?programma=2014", NIEUW | velden)

    assert list(fouten(antwoord)) == [veld]
    assert velden_van(antwoord.content.decode())["inleiding"].strip() == NIEUW["inleiding"]
    assert not Oproep.objects.exists()


def test_without_a_programme_it_asks_for_one(kantoor):
    gegevens.programma_2014()

    assert gelezen(kantoor.get("/intake/nieuw/")).keuzes == {"programma": ["Kies", "In voor mantelzorg 2014"]}
    assert "Let op" in kantoor.get("/intake/nieuw/?programma=bestaat-niet").content.decode()


def test_two_people_who_change_the_same_call_see_both_versions(als, concept):
    mo, bo = als(gebruiker(Rol.MEDEWERKER)), als(gebruiker(Rol.BEHEERDER, "Bo de Beheerder"))
    van_mo, van_bo = (ingevuld(client, INRICHTEN) for client in (mo, bo))
    mo.post(INRICHTEN, van_mo | {"sluit_op_0": "2014-07-04", "reden": "Meer tijd."})

    botst = bo.post(INRICHTEN, van_bo | {"sluit_op_0": "2014-07-02", "inleiding": "Kort."})

    tekst = gelezen(botst).tekst
    assert "tot en met vrijdag 4 juli 2014, 23.59 uur" in tekst
    assert "tot en met woensdag 2 juli 2014, 23.59 uur" in tekst
    concept.refresh_from_db()
    assert (concept.sluit_op, concept.inleiding) == (moment("2014-07-05 00:00"), "")

    bo.post(INRICHTEN, velden_van(botst.content.decode()))

    concept.refresh_from_db()
    assert (concept.sluit_op, concept.inleiding) == (moment("2014-07-03 00:00"), "Kort.")


@pytest.fixture
def sectoren(db):  # noqa: ARG001  # asked for its effect
    return [gegevens.sector(naam) for naam in ("ggz", "thuiszorg")]


def test_places_rule_and_sectors_are_saved_at_once(kantoor, concept, sectoren, mo):
    ggz, thuiszorg = sectoren
    velden = {
        "plaatsen": "80",
        "verdeling": Verdeling.QUOTUM,
        f"instroom-{ggz.pk}": Instroom.BELANGSTELLING,
        f"quotum-{ggz.pk}": "20",
        f"instroom-{thuiszorg.pk}": Instroom.AANMELDEN,
        "reden": "Zo staat het in de opdracht.",
    }

    kantoor.post(f"{INRICHTEN}plaatsen/", ingevuld(kantoor, f"{INRICHTEN}plaatsen/", **velden))

    concept.refresh_from_db()
    stand = lezen.stand(concept)
    assert concept.verdeling == Verdeling.QUOTUM
    assert [(pot.naam, pot.capaciteit) for pot in stand.per_sector] == [("ggz", 20), ("overige sectoren", 80 - 20)]
    assert list(Oproepsector.objects.values_list("sector__naam", "instroom", "quotum")) == [
        ("ggz", Instroom.BELANGSTELLING, 20), ("thuiszorg", Instroom.AANMELDEN, None),
    ]  # fmt: skip
    assert set(Oproepsector.history.values_list("history_user", "history_change_reason")) == {
        (mo.pk, "Zo staat het in de opdracht.")
    }
    assert {(regel.door, regel.reden) for regel in concept.plaatsregels.all()} == {(mo, "Zo staat het in de opdracht.")}


def test_the_number_of_places_begins_with_that_of_the_programme(kantoor, concept):
    concept.programma.capaciteit = 80
    concept.programma.save()

    assert ingevuld(kantoor, f"{INRICHTEN}plaatsen/")["plaatsen"] == "80"


def test_quotas_that_do_not_fit_in_the_places_are_refused_with_their_sum(kantoor, concept, sectoren):
    ggz, thuiszorg = sectoren
    velden = {
        "plaatsen": "80",
        "verdeling": Verdeling.QUOTUM,
        f"instroom-{ggz.pk}": Instroom.AANMELDEN,
        f"quotum-{ggz.pk}": "50",
        f"instroom-{thuiszorg.pk}": Instroom.AANMELDEN,
        f"quotum-{thuiszorg.pk}": "31",
        "reden": "Proef.",
    }

    antwoord = kantoor.post(f"{INRICHTEN}plaatsen/", ingevuld(kantoor, f"{INRICHTEN}plaatsen/", **velden))

    uitleg = f"De quota zijn samen {50 + 31}. Dat is meer dan de 80 plaatsen."
    assert fouten(antwoord) == {"plaatsen": [f"{uitleg} Kies meer plaatsen of lagere quota."]}
    assert velden_van(antwoord.content.decode())[f"quotum-{thuiszorg.pk}"] == "31"
    assert not concept.plaatsregels.exists()


def test_once_applications_came_in_the_rule_stands_and_their_sector_stays(kantoor, oproep):
    thuiszorg = gegevens.sector()
    gegevens.ingediend(oproep)
    pad = "/intake/oproep-2014/inrichten/plaatsen/"
    gegevens.plaatsregel(oproep.aanmeldingen.get(), "bezet", "aanmelding ontvangen")

    antwoord = kantoor.post(
        pad, ingevuld(kantoor, pad, plaatsen="80", verdeling=Verdeling.SELECTIE, **{f"instroom-{thuiszorg.pk}": ""})
    )

    assert list(fouten(antwoord)) == ["verdeling", "reden", f"instroom-{thuiszorg.pk}"]
    assert oproep.oproepsectoren.count() == 1


def test_fewer_places_than_were_given_out_are_taken_and_the_page_says_so(kantoor, oproep):
    for _ in range(3):
        nieuw = gegevens.ingediend(oproep)
        gegevens.plaatsregel(nieuw, "bezet", "aanmelding ontvangen")
    pad = "/intake/oproep-2014/inrichten/plaatsen/"
    velden = {"plaatsen": "1", "verdeling": oproep.verdeling, "reden": "Minder geld."}
    velden[f"instroom-{gegevens.sector().pk}"] = Instroom.AANMELDEN

    kantoor.post(pad, ingevuld(kantoor, pad, **velden))

    assert f"Er zijn {3 - 1} plaatsen meer vergeven dan er is." in gelezen(kantoor.get("/intake/oproep-2014/")).tekst


def test_two_people_who_change_the_places_see_both_numbers(als, concept, sectoren):
    pad = f"{INRICHTEN}plaatsen/"
    mo, bo = als(gebruiker(Rol.MEDEWERKER)), als(gebruiker(Rol.BEHEERDER, "Bo de Beheerder"))
    keuze = {"verdeling": Verdeling.BINNENKOMST, f"instroom-{sectoren[0].pk}": Instroom.AANMELDEN, "reden": "Proef."}
    van_mo, van_bo = (ingevuld(client, pad, **keuze) for client in (mo, bo))
    mo.post(pad, van_mo | {"plaatsen": "80"})

    botst = bo.post(pad, van_bo | {"plaatsen": "60"})
    tekst = gelezen(botst).tekst

    assert "Iemand anders heeft dit intussen gewijzigd. Er is nog niets van u bewaard." in tekst
    assert "Aantal plaatsen 80 60" in tekst
    assert lezen.stand(concept).capaciteit == 80

    bo.post(pad, velden_van(botst.content.decode()) | keuze)

    assert lezen.stand(concept).capaciteit == 60


def test_the_same_form_sent_twice_is_saved_once(kantoor, concept, sectoren):
    pad = f"{INRICHTEN}plaatsen/"
    keuze = {"verdeling": Verdeling.BINNENKOMST, f"instroom-{sectoren[0].pk}": Instroom.AANMELDEN, "reden": "Proef."}
    velden = ingevuld(kantoor, pad, plaatsen="80", **keuze)

    urls = [kantoor.post(pad, velden).url for _ in range(2)]

    assert urls == ["/intake/nog-leeg/#plaatsen"] * 2
    assert [regel.capaciteit for regel in concept.plaatsregels.all()] == [80]
