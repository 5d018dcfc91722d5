"""Putting back: looked at first, by who may, with a reason, once, and never over somebody else's change."""

import pytest

from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap, Onderbreking, Ontwerpvraag, Praktijk, Praktijkpartner, Thema
from tests.gegevens import adviseurschap, dag, gebruiker
from tests.praktijken.geschiedenis.daden import adres, laatste, versie, verstuur
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db


@pytest.fixture
def veranderd(arnhem):
    """The partner was penvoerder first; key of that version."""
    arnhem.partner.rol = "penvoerder"
    arnhem.partner.save()
    oud = versie(arnhem.partner)
    arnhem.partner.rol = "partner"
    arnhem.partner.save()
    return oud


def test_the_preview_tells_what_changes_and_changes_nothing(als, arnhem, ada, veranderd):
    eerder = Praktijkpartner.history.count()

    pagina = gelezen(als(ada).get(adres(arnhem.partner, veranderd)))

    assert pagina.tabellen["Wat er verandert"] == [["Veld", "Nu", "Wordt"], ["Rol", "Partner", "Penvoerder"]]
    assert Praktijkpartner.history.count() == eerder


def test_putting_back_is_one_more_change_with_who_and_why(als, arnhem, ada, veranderd):
    antwoord = verstuur(als(ada), adres(arnhem.partner, veranderd))

    arnhem.partner.refresh_from_db()
    regel = arnhem.partner.history.first()
    assert (antwoord.status_code, arnhem.partner.rol) == (302, "penvoerder")
    assert laatste(arnhem.partner)[:2] == ("~", "Ada Adviseur")
    assert regel.history_change_reason.startswith("teruggezet naar ")
    assert regel.history_change_reason.endswith(": Vergissing")


def test_sent_twice_it_is_done_once(als, arnhem, ada, veranderd):
    client, pad = als(ada), adres(arnhem.partner, veranderd)
    gezien = client.get(pad).context["plan"].afdruk
    eerder = Praktijkpartner.history.count()

    codes = [client.post(pad, {"gezien": gezien, "reden": "Vergissing"}).status_code for _ in range(2)]

    assert (codes, Praktijkpartner.history.count()) == ([302, 302], eerder + 1)


def test_a_reason_is_required(als, arnhem, ada, veranderd):
    antwoord = verstuur(als(ada), adres(arnhem.partner, veranderd), reden=" ")

    arnhem.partner.refresh_from_db()
    assert list(antwoord.context["form"].errors) == ["reden"]
    assert arnhem.partner.rol == "partner"


def test_what_somebody_else_changed_meanwhile_is_shown_first_and_the_reason_stays(als, arnhem, ada, veranderd):
    client, pad = als(ada), adres(arnhem.partner, veranderd)
    gezien = client.get(pad).context["plan"].afdruk
    arnhem.partner.tot_en_met = dag("2021-01-01")
    arnhem.partner.save()

    antwoord = client.post(pad, {"gezien": gezien, "reden": "Mijn 'reden' نص"})
    arnhem.partner.refresh_from_db()
    bewaard = arnhem.partner.rol

    assert "Iemand anders heeft dit intussen gewijzigd." in gelezen(antwoord).tekst
    assert gelezen(antwoord).tabellen["Wat er verandert"][1:] == [
        ["Rol", "Partner", "Penvoerder"],
        ["Tot en met", "01-01-2021", "(leeg)"],
    ]
    assert antwoord.context["form"]["reden"].value() == "Mijn 'reden' نص"
    assert bewaard == "partner"


def test_a_rule_that_would_break_is_told_in_dutch(als, arnhem, ada):
    onderbreking = arnhem.onderbreking
    oud = versie(onderbreking)
    onderbreking.tot_en_met = dag("2020-03-31")
    onderbreking.save()
    Onderbreking.objects.create(praktijk=arnhem.praktijk, vanaf=dag("2020-05-01"), reden="Weer")

    antwoord = verstuur(als(ada), adres(onderbreking, oud))

    onderbreking.refresh_from_db()
    assert "Dan valt dit samen met een andere periode die er nu staat." in gelezen(antwoord).tekst
    assert (antwoord.context["form"]["reden"].value(), onderbreking.tot_en_met) == ("Vergissing", dag("2020-03-31"))


def test_a_code_that_is_taken_by_now_is_told(als, arnhem):
    oud = versie(arnhem.praktijk)
    arnhem.praktijk.code = "ARX"
    arnhem.praktijk.save()
    Praktijk.objects.create(programma=arnhem.praktijk.programma, code="ARN", naam="Ander")

    antwoord = verstuur(als(gebruiker(Rol.MEDEWERKER)), adres(arnhem.praktijk, oud))

    assert "Dit programma heeft al een praktijk met deze code." in gelezen(antwoord).tekst


def test_lists_go_back_along_in_one_version(als, arnhem, ada):
    vraag = arnhem.vraag
    respijt, weg = Thema.objects.create(naam="respijtzorg"), Thema.objects.create(naam="weg")
    vraag.themas.set([respijt, weg])
    oud = versie(vraag)
    vraag.themas.set([])
    vraag.vraag = "Wie niet?"
    vraag.save()
    weg.delete()
    eerder = Ontwerpvraag.history.count()

    codes = [verstuur(als(ada), adres(vraag, oud)).status_code for _ in range(2)]

    vraag.refresh_from_db()
    assert (vraag.vraag, list(vraag.themas.all())) == ("Wie helpt?", [respijt])
    assert (codes, Ontwerpvraag.history.count()) == ([302, 302], eerder + 1)


def test_an_adviser_puts_back_own_fields_and_leaves_those_of_the_office(als, arnhem, ada):
    oud = versie(arnhem.praktijk)
    arnhem.praktijk.naam, arnhem.praktijk.startdatum = "Arnhem-Noord", dag("2019-10-01")
    arnhem.praktijk.save()
    pad = adres(arnhem.praktijk, oud)

    tekst = gelezen(als(ada).get(pad)).tekst
    verstuur(als(ada), pad)
    arnhem.praktijk.refresh_from_db()
    van_adviseur = arnhem.praktijk.naam, arnhem.praktijk.startdatum
    verstuur(als(gebruiker(Rol.MEDEWERKER)), pad)
    arnhem.praktijk.refresh_from_db()

    assert "kunt u hier niet terugzetten: Startdatum." in tekst
    assert van_adviseur == ("Arnhem", dag("2019-10-01"))
    assert arnhem.praktijk.startdatum == dag("2019-09-02")


def test_who_may_not_change_the_record_finds_no_such_page(als, arnhem, bo, veranderd):
    pad, eerder = adres(arnhem.partner, veranderd), Praktijkpartner.history.count()
    anderen = [bo, gebruiker(Rol.ANALIST), gebruiker(naam="Zora Zonderrol")]

    codes = [
        getattr(als(wie), methode)(pad, {"reden": "x"}).status_code for wie in anderen for methode in ("get", "post")
    ]

    assert (codes, Praktijkpartner.history.count()) == ([404] * 6, eerder)


def test_who_guides_is_for_the_office_to_put_back(als, ada):
    schap = Adviseurschap.objects.get(adviseur=ada)
    oud = versie(schap)
    schap.waarnemer = True
    schap.save()

    assert als(ada).get(adres(schap, oud)).status_code == 404
    assert verstuur(als(gebruiker(Rol.MEDEWERKER)), adres(schap, oud)).status_code == 302


def test_progress_is_never_put_back(als, arnhem):
    oud = versie(arnhem.voortgang)
    arnhem.voortgang.verslag = "Anders"
    arnhem.voortgang.save()

    assert als(gebruiker(Rol.BEHEERDER)).get(adres(arnhem.voortgang, oud)).status_code == 404


def test_a_version_of_another_record_is_not_found(als, arnhem, ada, veranderd):
    assert als(ada).get(adres(arnhem.vraag, veranderd + 1_000)).status_code == 404


def test_the_page_of_history_offers_it_to_who_may_alone(als, arnhem, ada, bo, veranderd):
    pad = adres(arnhem.partner, veranderd)

    geboden = [
        pad in gelezen(als(wie).get(f"/geschiedenis/praktijk/{arnhem.praktijk.pk}/")).links
        for wie in (ada, gebruiker(Rol.MEDEWERKER), bo, gebruiker(Rol.ANALIST))
    ]

    assert geboden == [True, True, False, False]


def test_an_adviser_who_guides_no_more_puts_nothing_back(als, arnhem, ada, veranderd):
    schap = Adviseurschap.objects.get(adviseur=ada)
    schap.tot_en_met = dag("2020-01-01")
    schap.save()
    adviseurschap(Praktijk.objects.create(programma=arnhem.praktijk.programma, code="X", naam="X"), ada)

    assert als(ada).get(adres(arnhem.partner, veranderd)).status_code == 404
