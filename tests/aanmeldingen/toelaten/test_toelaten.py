"""An admitted application becomes a practice: everything filled in, all or nothing, once."""

import pytest
from freezegun import freeze_time

from aanmeldingen.models import Aanmeldpartner, Toelating
from deelnemers.models import Deelnemer, Organisatie
from mantelzorg.models import Bericht
from mantelzorg.post.versturen import verstuur_post
from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from monitor.weergave.als_json import als_json
from praktijken.models import Deelname, Praktijk, Praktijkpartner
from tests.aanmeldingen.gegevens import moment
from tests.aanmeldingen.plaatsen.plaatsboek import ontvangen
from tests.aanmeldingen.toelaten.conftest import toegelaten
from tests.gegevens import dag, deelnemer, gebruiker, organisatie, praktijk
from tests.mailvanger import vang_mail
from tests.praktijken.blad.formulieren import ingelezen
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nu():
    with freeze_time("2014-07-15 10:00"):
        yield


def adres(een):
    return f"/intake/aanmeldingen/{een.pk}/toelaten/"


def velden(client, een, **anders):
    """The form as it opens, as a browser sends it back, with these fields otherwise."""
    html = client.get(adres(een)).content.decode()
    staat = ingelezen(html)
    form = client.get(adres(een)).context["form"]
    gekozen = {naam: form.initial.get(naam, "") for naam in form.fields if naam.startswith(("huis_", "mens_"))}
    plat = {naam: waarden[-1] for naam, waarden in staat.items()}
    keuzes = {"adviseur": "", **{naam: str(waarde or "") for naam, waarde in gekozen.items()}}
    return plat | keuzes | anders


def ingevuld(client, een, adviseur, **anders):
    hoedanigheid = {f"mens_{nummer}_hoedanigheid": "beroepskracht" for nummer in range(2)}
    return velden(client, een, adviseur=str(adviseur.pk), **hoedanigheid | anders)


@pytest.mark.usefixtures("ada")
def test_the_form_knows_all_that_the_application_tells(als, mo, rijn, typen):
    staat = velden(als(mo), rijn)

    gezien = {naam: staat[naam] for naam in ("naam", "code", "gemeente", "start", "maanden")}
    assert gezien == {
        "naam": "Thuiszorg Rijn", "code": "ARN", "gemeente": "Arnhem", "start": "2014-08-01", "maanden": "20",
    }  # fmt: skip
    assert [staat[f"huis_{nummer}_naam"] for nummer in range(3)] == [
        "Thuiszorg Rijn", "Welzijn Arnhem", "Gemeente Arnhem",
    ]  # fmt: skip
    assert [staat[f"huis_{nummer}_type"] for nummer in range(3)] == [str(een.pk) for een in typen.values()]
    assert [staat[f"huis_{nummer}"] for nummer in range(3)] == ["nieuw"] * 3
    assert [(staat[f"mens_{i}_naam"], staat[f"mens_{i}_email"], staat[f"mens_{i}"]) for i in range(2)] == [
        ("Carla Contact", "carla@zorg.example", "nieuw"), ("Tom Tweede", "tom@zorg.example", "nieuw"),
    ]  # fmt: skip
    assert (
        "Ada Adviseur: nu 0 praktijken, 0 open belangstelling, 0 gesprekken" in gelezen(als(mo).get(adres(rijn))).tekst
    )


def test_one_action_makes_the_practice_with_all_that_belongs_to_it(als, mo, rijn, ada):
    antwoord = als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada))

    arnhem = Praktijk.objects.get()
    assert antwoord.url == f"/praktijken/{arnhem.pk}/"
    assert (arnhem.code, arnhem.naam, arnhem.startdatum, arnhem.programma) == (
        "ARN", "Thuiszorg Rijn", None, rijn.oproep.programma,
    )  # fmt: skip
    assert [gemeente.naam for gemeente in arnhem.gemeenten.all()] == ["Arnhem"]
    assert (str(arnhem.traject.geplande_start), arnhem.traject.maanden) == ("2014-08-01", 20)
    assert [(een.soort, str(een.vanaf), str(een.tot_en_met)) for een in arnhem.planstappen.all()] == [
        ("intake", "2014-08-01", "2014-09-29"),
        ("plan", "2014-09-30", "2014-12-30"),
        ("uitvoering", "2014-12-31", "2015-12-30"),
        ("borging", "2015-12-31", "2016-03-31"),
    ]
    assert [
        (een.organisatie.naam, een.organisatie.organisatietype.naam, een.rol, str(een.vanaf))
        for een in Praktijkpartner.objects.order_by("pk")
    ] == [
        ("Thuiszorg Rijn", "(Thuis)zorgorganisatie", "penvoerder", "2014-08-01"),
        ("Welzijn Arnhem", "Welzijnsorganisatie", "partner", "2014-08-01"),
        ("Gemeente Arnhem", "Gemeente", "partner", "2014-08-01"),
    ]
    assert [
        (een.deelnemer.nummer, een.deelnemer.naam, een.organisatie.naam, een.hoedanigheid, str(een.vanaf))
        for een in Deelname.objects.order_by("pk")
    ] == [
        ("D1", "Carla Contact", "Thuiszorg Rijn", "beroepskracht", "2014-08-01"),
        ("D2", "Tom Tweede", "Thuiszorg Rijn", "beroepskracht", "2014-08-01"),
    ]
    assert [(een.adviseur, str(een.vanaf)) for een in arnhem.adviseurschappen.all()] == [(ada, "2014-07-15")]
    toelating = Toelating.objects.get()
    assert (toelating.aanmelding, toelating.praktijk, toelating.door) == (rijn, arnhem, mo)
    redenen = {een.history_change_reason for een in (*arnhem.history.all(), *Deelnemer.history.all())}
    assert redenen == {"toegelaten: aanmelding 1 van In voor Mantelzorg 2014"}


def test_the_adviser_and_the_applicant_get_a_mail(als, mo, rijn, ada):
    als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada))

    with vang_mail() as vanger:
        verstuur_post.call()

    per_adres = dict(zip((een[0] for een in vanger.ontvangers), vanger.teksten, strict=True))
    assert set(per_adres) == {ada.email, "carla@zorg.example"}
    assert f"/praktijken/{Praktijk.objects.get().pk}/" in per_adres[ada.email]
    assert "Carla" not in per_adres[ada.email]
    assert "Uw adviseur is Ada Adviseur." in per_adres["carla@zorg.example"]
    assert "De geplande start is 1 augustus 2014. Het traject duurt 20 maanden." in per_adres["carla@zorg.example"]


def test_sent_twice_it_is_one_practice_and_the_page_leads_there(als, mo, rijn, ada):
    formulier = ingevuld(als(mo), rijn, ada)

    adressen = [als(mo).post(adres(rijn), formulier).url for _ in range(2)]

    assert adressen == [f"/praktijken/{Praktijk.objects.get().pk}/"] * 2
    assert als(mo).get(adres(rijn)).url == adressen[0]
    assert (Deelnemer.objects.count(), Bericht.objects.filter(soort="nieuwe praktijk").count()) == (2, 1)


def test_who_is_known_is_suggested_and_never_taken_without_being_chosen(als, mo, rijn, ada):
    programma = rijn.oproep.programma
    bekend = organisatie("thuiszorg rijn")
    organisatie("Welzijn Arnhem Zuid")
    carla = deelnemer(programma, "D7", naam="carla contact", email="carla@zorg.example")
    deelnemer(programma, "D8", naam="Tom Tweede", email="anders@zorg.example")

    staat = velden(als(mo), rijn)
    assert (staat["huis_0"], staat["huis_1"], staat["huis_2"]) == (str(bekend.pk), "", "nieuw")
    assert (staat["mens_0"], staat["mens_1"]) == (str(carla.pk), "")
    antwoord = als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada))
    assert set(antwoord.context["form"].errors) == {"huis_1", "mens_1"}
    assert Praktijk.objects.count() == 0

    als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada, huis_1="nieuw", mens_1="nieuw"))

    assert [een.organisatie.naam for een in Praktijkpartner.objects.order_by("pk")] == [
        "thuiszorg rijn", "Welzijn Arnhem", "Gemeente Arnhem",
    ]  # fmt: skip
    assert [een.deelnemer.nummer for een in Deelname.objects.order_by("pk")] == ["D7", "D9"]
    assert Deelnemer.objects.get(nummer="D7").history.count() == 1


def test_a_partner_or_person_may_be_left_out(als, mo, rijn, ada):
    als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada, huis_1="niet", huis_2="niet", mens_1="niet"))

    assert (Praktijkpartner.objects.count(), Deelname.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("fout", "waar"),
    [
        ({"code": "BEZET"}, "code"),
        ({"code": ""}, "code"),
        ({"gemeente": "Nergenshuizen"}, "gemeente"),
        ({"start": "ooit"}, "start"),
        ({"start": "9999-12-31"}, "start"),
        ({"maanden": "0"}, "maanden"),
        ({"maanden": "121"}, "maanden"),
        ({"adviseur": ""}, "adviseur"),
        ({"huis_0_type": ""}, "huis_0_type"),
        ({"huis_0_naam": "Bestaat Al"}, "huis_0_naam"),
        ({"huis_1_naam": "thuiszorg rijn"}, "huis_1"),
        ({"mens_0_hoedanigheid": ""}, "mens_0_hoedanigheid"),
        ({"mens_1_naam": ""}, "mens_1_naam"),
        ({"mens_1_email": "geen adres"}, "mens_1_email"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_made(als, mo, rijn, ada, fout, waar):
    praktijk(rijn.oproep.programma, "BEZET")
    organisatie("Bestaat al")

    antwoord = als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada, naam="Mijn eigen naam") | fout)

    assert set(antwoord.context["form"].errors) == {waar}
    assert "Mijn eigen naam" in antwoord.content.decode()
    assert (Praktijk.objects.count(), Organisatie.objects.count(), Bericht.objects.count()) == (1, 1, 0)


def test_a_name_that_exists_is_offered_once_it_was_typed(als, mo, rijn, ada):
    bekend = organisatie("Zorg Elders")

    antwoord = als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada, huis_0_naam="zorg elders"))
    assert "Zorg Elders (staat al in de lijst" in gelezen(antwoord).tekst
    als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada, huis_0_naam="zorg elders", huis_0=str(bekend.pk)))

    assert Praktijkpartner.objects.get(rol="penvoerder").organisatie == bekend


def test_an_application_that_changed_meanwhile_is_told_and_can_be_sent_again(als, mo, rijn, ada):
    formulier = ingevuld(als(mo), rijn, ada)
    partner = Aanmeldpartner.objects.get(soort="gemeente")
    partner.naam = "Gemeente Rheden"
    partner.save()

    antwoord = als(mo).post(adres(rijn), formulier)

    assert "De aanmelding is gewijzigd nadat u dit formulier opende." in gelezen(antwoord).tekst
    assert Praktijk.objects.count() == 0
    opnieuw = formulier | {"gezien": ingelezen(antwoord.content.decode())["gezien"][0]}
    assert als(mo).post(adres(rijn), opnieuw).status_code == 302


def test_without_a_decision_or_a_confirmed_place_no_practice_is_made(als, mo, rijn, ada):
    wacht = ontvangen(rijn.oproep, "Thuiszorg Waal")
    rijn.ingetrokken_op = moment("2014-07-14 13:00")
    rijn.save()

    for een, waarom in ((wacht, "Er is nog geen besluit"), (rijn, "Deze aanmelding is ingetrokken.")):
        assert waarom in gelezen(als(mo).get(adres(een))).tekst
        assert waarom in gelezen(als(mo).post(adres(een), {"adviseur": ada.pk})).tekst
    assert Praktijk.objects.count() == 0


def test_the_indicator_does_not_move_until_the_startbijeenkomst(als, mo, rijn, ada):
    programma, op = rijn.oproep.programma, dag("2015-01-01")
    draait = praktijk(programma, "OUD", start="2014-02-03", gemeenten=["GM0202"])
    eerder = als_json(bereken(programma, op))

    als(mo).post(adres(rijn), ingevuld(als(mo), rijn, ada))

    assert als_json(bereken(programma, op)) == eerder
    nieuw = Praktijk.objects.exclude(pk=draait.pk).get()
    nieuw.startdatum = dag("2014-09-01")
    nieuw.save()
    assert bereken(programma, op).praktijken.opgestart == 1 + 1


def test_the_office_alone_makes_it(als, rijn, ada):
    for user in (ada, gebruiker(Rol.ANALIST), gebruiker(naam="Zora Zonderrol")):
        assert (als(user).get(adres(rijn)).status_code, als(user).post(adres(rijn), {}).status_code) == (404, 404)
    assert Praktijk.objects.count() == 0


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_form_costs_the_same_queries_however_much_there_is(als, mo, ada, typen, aantal, django_assert_num_queries):  # noqa: ARG001  # asked for their effect
    een = toegelaten(mo)
    for nummer in range(aantal):
        organisatie(f"Thuiszorg Rijn {nummer}")
        deelnemer(een.oproep.programma, f"D{nummer}", naam="Carla Contact")
        een.contactpersonen.create(volgorde=3 + nummer, naam=f"Naam {nummer}", email=f"{nummer}@zorg.example")
    client = als(mo)

    with django_assert_num_queries(24):
        client.get(adres(een))
