"""The public pages: signing up without anybody learning who else did, and the page behind the personal link."""

from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from freezegun import freeze_time
from icalendar import Calendar

from aanmeldingen.bijeenkomsten import plannen
from aanmeldingen.models import Aanmelding, Bijeenkomst, Inschrijving
from mantelzorg.models import Bericht
from praktijken.models import Stand
from tests.aanmeldingen.bijeenkomsten.avond import OP_DE_DAG, VOORAF, bijeenkomst, ingeschreven, standen, velden
from tests.aanmeldingen.gegevens import oproep, sector
from tests.aanmeldingen.openbaar.velden import eerlijk

pytestmark = pytest.mark.django_db
INZENDING = UUID(int=7)
PDF = b"%PDF-1.4\nDe toolkit\n%%EOF"


@pytest.fixture(autouse=True)
def begin_juni():
    with freeze_time(VOORAF) as klok:
        yield klok


def adres(avond: Bijeenkomst) -> str:
    return f"/oproepen/{avond.oproep.slug}/bijeenkomsten/{avond.pk}/"


def eigen(inschrijving: Inschrijving) -> str:
    return f"/inschrijving/{inschrijving.sleutel}/"


def stuur(client: Client, avond: Bijeenkomst, inzending=None, **anders: str):
    gegevens = {"naam": "Carla", "email": "carla@zorg.example", "organisatie": "Zorg", "sector": "thuiszorg"}
    return client.post(adres(avond), eerlijk(VOORAF, inzending=inzending, **gegevens | anders))


def test_who_signs_up_is_sent_to_look_in_their_mail(client) -> None:
    avond = bijeenkomst()

    antwoord = stuur(client, avond)

    assert (antwoord.status_code, antwoord["Location"]) == (302, f"{adres(avond)}ingeschreven/")
    assert "Kijk in uw mail" in client.get(antwoord["Location"]).content.decode()
    carla = Inschrijving.objects.get()
    assert (carla.naam, carla.organisatie, carla.sector) == ("Carla", "Zorg", sector())
    assert carla.history.get().history_change_reason == "ingeschreven"


def test_the_answer_is_the_same_for_who_was_signed_up_already(client) -> None:
    avond = bijeenkomst()
    eerste = stuur(client, avond)

    tweede = stuur(client, avond, naam="Kwaadwillend")

    zelfde = [(een.status_code, een["Location"], een.content, sorted(een.headers)) for een in (eerste, tweede)]
    assert zelfde[0] == zelfde[1]
    assert standen(avond) == {"Carla": "plaats"}


def test_a_double_click_is_one_sign_up_and_one_mail(client) -> None:
    avond = bijeenkomst()

    stuur(client, avond, INZENDING)
    stuur(client, avond, INZENDING)

    assert (Inschrijving.objects.count(), Bericht.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("fout", "melding"),
    [
        ({"naam": ""}, "Kijk bij"),
        ({"email": "geen adres"}, "Kijk bij"),
        ({"sector": "999"}, "Kijk bij"),
        ({"organisatie": "x" * 100_000}, "Kijk bij"),
        ({"website": "http://kwaad.example"}, "een veld ingevuld dat mensen niet zien"),
        ({"getoond": "onzin"}, "of dit formulier van onze website komt"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(client, fout, melding) -> None:
    antwoord = stuur(client, bijeenkomst(), **{"organisatie": "Zorg & Zo"} | fout)

    tekst = antwoord.content.decode()
    assert (antwoord.status_code, melding in tekst, Inschrijving.objects.count()) == (200, True, 0)
    assert fout.get("organisatie", "Zorg &amp; Zo") in tekst


def test_a_full_meeting_says_so_before_one_signs_up(client) -> None:
    avond = bijeenkomst(capaciteit=1)
    leeg = client.get(adres(avond)).content.decode()
    ingeschreven(avond, "Carla")

    assert ["komt u op de wachtlijst" in tekst for tekst in (leeg, client.get(adres(avond)).content.decode())] == [
        False,
        True,
    ]


def test_a_meeting_that_began_or_was_called_off_takes_nobody_and_keeps_what_was_typed(client, mo, begin_juni) -> None:
    avond = bijeenkomst()
    begin_juni.move_to(OP_DE_DAG)
    te_laat = stuur(client, avond)
    begin_juni.move_to(VOORAF)
    plannen.gelast_af(bijeenkomst=avond.pk, reden="Ziek.", op=VOORAF, door=mo)
    afgelast = stuur(client, avond)

    assert [een.status_code for een in (te_laat, afgelast)] == [409, 409]
    assert "Inschrijven kan niet meer" in te_laat.content.decode()
    assert "gaat niet door" in afgelast.content.decode()
    assert "carla@zorg.example" in te_laat.content.decode()
    assert Inschrijving.objects.count() == 0


def test_a_meeting_of_an_unpublished_call_or_under_another_call_does_not_exist(client) -> None:
    verborgen = bijeenkomst(oproep(slug="geheim", gepubliceerd=None))

    assert client.get(adres(verborgen)).status_code == 404
    assert client.get(f"/oproepen/anders/bijeenkomsten/{verborgen.pk}/").status_code == 404


def test_no_page_tells_how_many_places_are_left(client) -> None:
    avond = bijeenkomst(capaciteit=37)
    voor = client.get(adres(avond)).content.decode().partition("<form")[0]
    ingeschreven(avond, "Carla")

    assert client.get(adres(avond)).content.decode().partition("<form")[0] == voor


def test_signing_off_by_link_frees_the_place_once(client) -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, _ = ingeschreven(avond, "Carla", "Dirk")

    for _ in range(2):
        assert client.post(f"{eigen(carla)}afmelden/").status_code == 302

    assert standen(avond) == {"Carla": "afgemeld", "Dirk": "plaats"}
    assert "U bent afgemeld" in client.get(eigen(carla)).content.decode()
    assert client.get(f"{eigen(carla)}afmelden/").status_code == 302


def test_signing_off_too_late_says_so(client, begin_juni) -> None:
    avond = bijeenkomst()
    [carla] = ingeschreven(avond, "Carla")
    begin_juni.move_to(OP_DE_DAG)

    antwoord = client.post(f"{eigen(carla)}afmelden/")

    assert (antwoord.status_code, "Afmelden kan hier niet meer" in antwoord.content.decode()) == (409, True)
    assert standen(avond) == {"Carla": "plaats"}


def test_unknown_and_expired_links_give_one_page_that_tells_nothing(client, begin_juni) -> None:
    [carla] = ingeschreven(bijeenkomst(), "Carla")
    begin_juni.move_to("2015-01-01 12:00")

    paginas = [client.get(link) for link in (eigen(carla), f"/inschrijving/{'x' * 43}/")]

    assert [een.status_code for een in paginas] == [404, 404]
    assert paginas[0].content == paginas[1].content
    assert "Carla" not in paginas[0].content.decode()


def test_pages_with_a_link_are_kept_by_nobody(client) -> None:
    [carla] = ingeschreven(bijeenkomst(), "Carla")

    antwoord = client.get(eigen(carla))

    assert "no-store" in antwoord["Cache-Control"]
    assert (antwoord["X-Robots-Tag"], antwoord["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")


def test_the_calendar_entry_can_be_fetched_as_it_stands_now(client) -> None:
    avond = bijeenkomst(capaciteit=1)
    carla, dirk = ingeschreven(avond, "Carla", "Dirk")

    antwoord = client.get(f"{eigen(carla)}bijeenkomst.ics")

    assert antwoord["Content-Disposition"] == 'attachment; filename="bijeenkomst.ics"'
    assert velden(Calendar.from_ical(antwoord.content), "STATUS") == ("CONFIRMED",)
    assert client.get(f"{eigen(dirk)}bijeenkomst.ics").status_code == 302
    client.post(f"{eigen(carla)}afmelden/")
    weg = Calendar.from_ical(client.get(f"{eigen(carla)}bijeenkomst.ics").content)
    assert (weg["METHOD"], *velden(weg, "STATUS")) == ("CANCEL", "CANCELLED")


@pytest.mark.parametrize(("vooraf", "wanneer"), [(False, [302, 200]), (True, [200, 200])])
def test_documents_are_there_from_the_begin_or_before_where_the_office_says(
    client, als, mo, begin_juni, vooraf, wanneer
) -> None:
    avond = bijeenkomst(stukken_vooraf=vooraf)
    [carla] = ingeschreven(avond, "Carla")
    bestand = SimpleUploadedFile("toolkit.pdf", PDF)
    als(mo).post(f"/intake/bijeenkomsten/{avond.pk}/documenten/", {"bestand": bestand})
    stuk = f"{eigen(carla)}documenten/{avond.stukken.get().pk}/"

    voor = client.get(stuk)
    begin_juni.move_to(OP_DE_DAG)
    na = client.get(stuk)

    assert [voor.status_code, na.status_code] == wanneer
    assert (na.content, na["Content-Disposition"]) == (PDF, 'attachment; filename="toolkit.pdf"')
    assert "sandbox" in na["Content-Security-Policy"]


def test_after_the_meeting_one_begins_to_apply_with_nothing_typed_again(client, begin_juni) -> None:
    [carla] = ingeschreven(bijeenkomst(), "Carla")
    begin_juni.move_to(OP_DE_DAG)

    eerste = client.post(f"{eigen(carla)}aanmelden/")
    tweede = client.post(f"{eigen(carla)}aanmelden/")

    begonnen = Aanmelding.objects.get()
    contact = begonnen.contactpersonen.get()
    assert (begonnen.organisatie, begonnen.sector, contact.naam, contact.email) == (
        "Zorg van Carla",
        sector(),
        "Carla",
        "carla@zorg.example",
    )
    assert begonnen.sleutel in eerste["Location"]
    assert begonnen.sleutel not in tweede["Location"]


@pytest.mark.parametrize(
    ("stand", "bekend"),
    [(Stand.AANWEZIG, True), (Stand.NIET_GEKOMEN, False), (Stand.AFGEMELD, False), ("", False)],
)
def test_which_meeting_it_was_is_known_of_who_was_seen_there(client, begin_juni, stand, bekend) -> None:
    avond = bijeenkomst()
    carla, dirk = ingeschreven(avond, "Carla", "Dirk")
    begin_juni.move_to(OP_DE_DAG)
    for wie, gezien in ((carla, stand), (dirk, Stand.AANWEZIG)):
        wie.stand = gezien
        wie.save()

    client.post(f"{eigen(carla)}aanmelden/")

    assert Aanmelding.objects.get().bijeenkomst == (avond if bekend else None)


def test_before_the_meeting_one_does_not_apply_by_this_link(client) -> None:
    [carla] = ingeschreven(bijeenkomst(), "Carla")

    client.post(f"{eigen(carla)}aanmelden/")

    assert Aanmelding.objects.count() == 0
