"""The page of a delivery: who sees, makes and downloads what, and what people write down there."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from mantelzorg.toegang import Rol
from monitor.models import Levering, Navraag, Overhandiging
from tests import gegevens
from tests.gegevens import gebruiker
from tests.monitor.aanlevering.gegevens import gevraagd, klaar
from tests.monitor.meten.gegevens import meting, vastgesteld

pytestmark = pytest.mark.django_db
TYPE = {
    "word": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "antwoordnotitie": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "svg": "image/svg+xml",
    "definitie": "text/plain; charset=utf-8",
}
OP = datetime.date(2020, 9, 3)


def klein():
    """A fixed measurement of one practice."""
    thuis = gegevens.programma()
    gegevens.praktijk(thuis)
    return vastgesteld(thuis)


def adres(vaststelling, rest=""):
    return f"/monitor/metingen/{vaststelling.meting_id}/aanlevering/{rest}"


def als(rol: Rol) -> Client:
    client = Client()
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    return client


def alle_adressen(vaststelling):
    levering = klaar(vaststelling)
    een = Overhandiging.objects.create(
        levering=levering, aan="RIVM", op=OP, door=levering.gevraagd_door, inzending=uuid4()
    )
    vraag = Navraag.objects.create(
        meting=vaststelling.meting, van="RIVM", op=OP, vraag="Waarom 1?", door=levering.gevraagd_door, inzending=uuid4()
    )
    lezen = ["", "los/word/", "versies/1/", "stand/"]
    schrijven = [
        "maken/", "versies/1/overhandigen/", f"overhandigingen/{een.pk}/", "navragen/nieuw/", f"navragen/{vraag.pk}/",
    ]  # fmt: skip
    return lezen, schrijven


def test_an_adviser_finds_nothing_of_it_and_who_is_not_logged_in_logs_in_first(client):
    vaststelling = klein()
    lezen, schrijven = alle_adressen(vaststelling)
    gegevens.adviseurschap(vaststelling.meting.programma.praktijken.get(), ada := gebruiker(Rol.ADVISEUR))
    adviseur = Client()
    adviseur.force_login(ada, backend="mantelzorg.inloggen.AccountBackend")

    assert {adviseur.get(adres(vaststelling, deel)).status_code for deel in lezen} == {404}
    assert {adviseur.post(adres(vaststelling, deel)).status_code for deel in schrijven} == {404}
    alles = {client.get(adres(vaststelling, deel)).status_code for deel in lezen}
    assert alles | {client.post(adres(vaststelling, deel)).status_code for deel in schrijven} == {302}
    assert Levering.objects.count() == 1


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.MEDEWERKER, Rol.ANALIST])
def test_staff_and_analysts_see_and_download_it(rol):
    vaststelling = klein()
    levering = klaar(vaststelling)
    client = als(rol)

    pagina = client.get(adres(vaststelling)).content.decode()
    zip_ = client.get(adres(vaststelling, "versies/1/"))

    assert levering.afdruk in pagina
    assert zip_.content == bytes(levering.inhoud)
    assert (zip_["Content-Type"], zip_["Content-Disposition"], "no-store" in zip_["Cache-Control"]) == (
        "application/zip", 'attachment; filename="thuis-2020-meting-1-aanlevering-versie-1.zip"', True,
    )  # fmt: skip


@pytest.mark.parametrize("stuk", TYPE)
def test_each_document_is_there_alone(stuk):
    antwoord = als(Rol.ANALIST).get(adres(klein(), f"los/{stuk}/"))

    assert (antwoord.status_code, antwoord["Content-Type"]) == (200, TYPE[stuk])
    assert antwoord["Content-Disposition"].startswith('attachment; filename="thuis-2020-meting-1-')


def test_the_right_is_asked_again_at_the_download():
    vaststelling = klein()
    klaar(vaststelling)
    ben = gebruiker(Rol.ANALIST)
    client = Client()
    client.force_login(ben, backend="mantelzorg.inloggen.AccountBackend")
    assert client.get(adres(vaststelling, "versies/1/")).status_code == 200

    ben.groups.clear()

    assert client.get(adres(vaststelling, "versies/1/")).status_code == 404
    assert client.get(adres(vaststelling, "los/word/")).status_code == 404


def test_what_is_not_fixed_not_ready_or_not_there_is_not_found():
    thuis = gegevens.programma()
    gegevens.praktijk(thuis)
    client = als(Rol.ANALIST)
    assert client.get(f"/monitor/metingen/{meting(thuis).pk}/aanlevering/").status_code == 404
    vaststelling = vastgesteld(thuis)
    gevraagd(vaststelling)

    delen = ("versies/1/", "versies/1/overhandigen/", "versies/2/", "los/exe/", "navragen/1/", "overhandigingen/1/")
    assert [client.get(adres(vaststelling, deel)).status_code for deel in delen] == [404] * len(delen)


def test_a_delivery_of_another_measurement_does_not_answer_here():
    een, ander = klein(), vastgesteld(gegevens.programma("ander"), voor_monitor=False)
    klaar(een)
    client = als(Rol.ANALIST)
    gegeven = Overhandiging.objects.create(
        levering=Levering.objects.get(), aan="RIVM", op=OP, door=een.door, inzending=uuid4()
    )

    assert client.get(adres(ander, "versies/1/")).status_code == 404
    assert client.get(adres(ander, f"overhandigingen/{gegeven.pk}/")).status_code == 404


def test_one_form_sent_twice_asks_one_version_and_the_page_says_how_far_it_is():
    vaststelling, client = klein(), als(Rol.ANALIST)
    inzending = str(client.get(adres(vaststelling)).context["inzending"])

    for _ in range(2):
        antwoord = client.post(adres(vaststelling, "maken/"), {"inzending": inzending})
        assert (antwoord.status_code, antwoord["Location"]) == (302, adres(vaststelling))

    levering = Levering.objects.get()
    pagina = client.get(adres(vaststelling)).content.decode()
    assert "Het werk op de achtergrond staat stil." in pagina
    assert f'href="{adres(vaststelling)}">Ververs' in pagina
    Levering.objects.filter(pk=levering.pk).update(gezien_op=timezone.now(), gedaan=3, stap="Figuur 1 als PNG")
    stand = client.get(adres(vaststelling, "stand/")).content.decode()
    assert '<progress class="balk" max="100" value="37"' in stand
    assert "Versie 1 wordt gemaakt, 37%. Nu: Figuur 1 als PNG." in stand
    Levering.objects.filter(pk=levering.pk).update(mislukt_op=timezone.now())
    assert client.get(adres(vaststelling, "stand/")).status_code == 204
    assert "Deze versie is niet gelukt." in client.get(adres(vaststelling)).content.decode()


@pytest.mark.parametrize("inzending", ["", "geen-uuid", "0" * 500])
def test_a_form_that_came_maimed_makes_nothing(inzending):
    vaststelling, client = klein(), als(Rol.ANALIST)

    antwoord = client.post(adres(vaststelling, "maken/"), {"inzending": inzending}, follow=True)

    assert "Het formulier is niet volledig aangekomen." in antwoord.content.decode()
    assert not Levering.objects.exists()


def test_who_received_which_version_is_written_down_once_and_corrected():
    vaststelling, client = klein(), als(Rol.ANALIST)
    levering = klaar(vaststelling)
    vandaag = timezone.localdate().isoformat()
    vol = {"inzending": str(uuid4()), "aan": "RIVM, team Monitor", "op": vandaag}

    for _ in range(2):
        assert client.post(adres(vaststelling, "versies/1/overhandigen/"), vol).status_code == 302
    een = Overhandiging.objects.get()
    assert (een.levering, een.aan, een.op.isoformat(), een.door.naam) == (
        levering, "RIVM, team Monitor", vandaag, "Ben de Analist",
    )  # fmt: skip
    pad = adres(vaststelling, f"overhandigingen/{een.pk}/")
    gezien = client.get(pad).context["form"].gezien
    assert client.post(pad, {"vingerafdruk": gezien, "aan": "VWS", "op": vandaag}).status_code == 302

    assert list(een.history.values_list("aan", "history_change_reason")) == [
        ("VWS", "gewijzigd"), ("RIVM, team Monitor", "vastgelegd"),
    ]  # fmt: skip
    assert "versie 1 aan <bdi>VWS</bdi>" in client.get(adres(vaststelling)).content.decode()


def test_a_day_ahead_or_before_it_was_ready_is_refused_and_what_was_typed_stays():
    vaststelling, client = klein(), als(Rol.ANALIST)
    klaar(vaststelling)
    morgen = timezone.localdate() + datetime.timedelta(days=1)

    for dag, fout in ((morgen, "Deze dag ligt na vandaag."), (OP, "Deze versie was pas klaar op")):
        velden = {"inzending": str(uuid4()), "aan": "RIVM", "op": dag.isoformat()}
        tekst = client.post(adres(vaststelling, "versies/1/overhandigen/"), velden).content.decode()
        assert fout in tekst
        assert 'value="RIVM"' in tekst
    assert not Overhandiging.objects.exists()


def test_a_question_is_kept_and_answered_and_the_answer_of_somebody_else_is_not_lost():
    vaststelling, client = klein(), als(Rol.MEDEWERKER)
    vol = {"inzending": str(uuid4()), "van": "RIVM", "op": "2020-09-03", "vraag": "Waarom 1?"}
    for _ in range(2):
        assert client.post(adres(vaststelling, "navragen/nieuw/"), vol).status_code == 302
    vraag = Navraag.objects.get()
    pad = adres(vaststelling, f"navragen/{vraag.pk}/")
    gezien = client.get(pad).context["form"].gezien
    del vol["inzending"]
    eerste = vol | {"vingerafdruk": gezien, "antwoord": "Eén praktijk.", "beantwoord_op": "2020-09-04"}
    tweede = eerste | {"antwoord": "Dat was Arnhem."}

    assert client.post(pad, eerste).status_code == 302
    assert client.post(pad, eerste).status_code == 302, "sent twice"
    botsing = client.post(pad, tweede)

    assert botsing.status_code == 409
    tekst = botsing.content.decode()
    assert "Antwoord: nu staat er ‘Eén praktijk.’, u vulde in ‘Dat was Arnhem.’." in tekst
    vraag.refresh_from_db()
    assert (vraag.antwoord, vraag.history.count()) == ("Eén praktijk.", 2)
    assert client.post(pad, tweede | {"vingerafdruk": botsing.context["form"].gezien}).status_code == 302
    vraag.refresh_from_db()
    assert vraag.antwoord == "Dat was Arnhem."


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"antwoord": "Eén."}, "Vul het antwoord en de dag ervan allebei in, of geen van beide."),
        ({"beantwoord_op": "2020-09-04"}, "Vul het antwoord en de dag ervan allebei in, of geen van beide."),
        ({"antwoord": "Eén.", "beantwoord_op": "2020-09-02"}, "De dag van het antwoord ligt vóór die van de vraag."),
        ({"vraag": ""}, "Vul dit in."),
    ],
)
def test_an_answer_has_a_day_after_its_question(velden, fout):
    vaststelling, client = klein(), als(Rol.ANALIST)
    vol = {"inzending": str(uuid4()), "van": "RIVM", "op": "2020-09-03", "vraag": "Waarom 1?"} | velden

    antwoord = client.post(adres(vaststelling, "navragen/nieuw/"), vol)

    assert antwoord.status_code == 200
    assert fout in antwoord.content.decode()
    assert not Navraag.objects.exists()


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_the_same_number_of_queries_with_one_and_three_of_all(aantal, django_assert_num_queries):
    vaststelling, client = klein(), als(Rol.ANALIST)
    for nummer in range(aantal):
        levering = gevraagd(vaststelling)
        levering.klaar_op, levering.afdruk = timezone.now(), "a" * 64
        levering.save()
        wie = {"door": levering.gevraagd_door}
        Overhandiging.objects.create(levering=levering, aan=f"RIVM {nummer}", op=OP, inzending=uuid4(), **wie)
        Navraag.objects.create(
            meting=vaststelling.meting, van="RIVM", op=OP, vraag=f"{nummer}?", inzending=uuid4(), **wie
        )

    with django_assert_num_queries(9):
        assert client.get(adres(vaststelling)).status_code == 200
