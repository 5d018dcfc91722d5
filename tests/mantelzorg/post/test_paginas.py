"""The outbox pages: who gets them, what they show, and nothing typed is lost."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.models import Bericht, Postrem, Poststand, User
from mantelzorg.models.post import ONZEKER
from mantelzorg.post.klaarzetten import zet_klaar
from mantelzorg.post.lijst import PER_PAGINA
from mantelzorg.taken.hartslag import klop
from mantelzorg.toegang import Rol
from tests.gegevens import adviseurschap, deelname, deelnemer, gebruiker, praktijk, programma
from tests.mantelzorg.post.brieven import brief

pytestmark = pytest.mark.django_db
POST = reverse("post")


def client(user: User | None) -> Client:
    browser = Client()
    if user is not None:
        browser.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return browser


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def kantoor(mo: User) -> Client:
    return client(mo)


def klaar(**velden: object) -> Bericht:
    return zet_klaar(brief(**velden), door=None)


def teksten(antwoord) -> list[str]:
    return [str(melding) for melding in antwoord.context["messages"]]


@pytest.mark.parametrize("wie", [*Rol, "geen rol", "niemand"])
def test_the_outbox_is_there_for_the_office_alone(wie: str) -> None:
    bericht = klaar()
    user = None if wie == "niemand" else gebruiker(wie if isinstance(wie, Rol) else None)
    paden = [POST, *(reverse(naam, args=[bericht.pk]) for naam in ("bericht", "bericht-wijzigen"))]
    daden = [
        reverse("post-alles-vasthouden"),
        reverse("bericht-doe", args=[bericht.pk, "intrekken"]),
        reverse("post-alles-laten-gaan"),
    ]

    standen = {client(user).get(pad).status_code for pad in paden}
    gepost = {client(user).post(pad, {"reden": "x"}).status_code for pad in daden}

    bericht.refresh_from_db()
    mag = wie in (Rol.MEDEWERKER, Rol.BEHEERDER)
    assert standen == {200 if mag else 302 if wie == "niemand" else 404}
    assert gepost == {302 if mag else 403 if wie == "niemand" else 404}
    assert (bericht.stand, Postrem.objects.exists()) == ((Poststand.INGETROKKEN, True) if mag else ("wacht", False))


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_list_takes_a_fixed_number_of_queries(kantoor: Client, aantal: int, django_assert_num_queries) -> None:
    for _ in range(aantal):
        klaar()

    with django_assert_num_queries(8):
        kantoor.get(POST)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_mails_on_the_page_of_a_person_take_one_query(aantal: int, django_assert_num_queries, mo: User) -> None:
    noor = deelnemer(programma())
    deelname(noor, praktijk(noor.programma))
    for _ in range(aantal):
        klaar(over=noor)
    browser = client(mo)
    browser.get(POST)

    with django_assert_num_queries(16):
        browser.get(reverse("praktijken:deelnemer", args=[noor.pk]))


def test_the_pages_follow_each_other_without_a_count(kantoor: Client) -> None:
    for nummer in range(PER_PAGINA + 2):
        klaar(onderwerp=f"Bericht {nummer}")

    eerste = kantoor.get(POST).context["pagina"]
    tweede = kantoor.post(POST, {"na": eerste.volgende}).context["pagina"]
    terug = kantoor.post(POST, {"voor": tweede.vorige}).context["pagina"]

    assert [een.onderwerp for een in tweede.berichten] == ["Bericht 1", "Bericht 0"]
    assert (eerste.vorige, tweede.volgende) == (None, None)
    assert terug.berichten == eerste.berichten
    assert terug.vorige is None


def test_messages_are_found_by_state_and_by_words_of_the_address_sent_in_the_form(kantoor: Client) -> None:
    klaar()
    bas = klaar(aan="bas@voorbeeld.example", aan_naam="Bas Bos")

    op_naam = kantoor.post(POST, {"aan": "BOS bas@", "stand": "wacht"}).context["pagina"].berichten
    in_adres = kantoor.get(POST, {"aan": "bas"}).context["pagina"].berichten

    assert op_naam == [bas]
    assert len(in_adres) == 2
    assert kantoor.get(POST, {"stand": "verstuurd"}).context["pagina"].berichten == []
    assert kantoor.get(POST, {"stand": "onzin"}).status_code == 200


def test_an_edit_is_shown_and_kept_and_markup_in_it_is_text(kantoor: Client) -> None:
    bericht = klaar()
    pad = reverse("bericht-wijzigen", args=[bericht.pk])
    gezien = kantoor.get(pad).context["form"].gezien
    velden = {"onderwerp": "Dag <b>Noor</b>", "tekst": "رعاية & <script>", "verstuur_na": "2030-01-02T09:30"}

    antwoord = kantoor.post(pad, velden | {"vingerafdruk": gezien}, follow=True)

    bericht.refresh_from_db()
    assert (bericht.onderwerp, bericht.tekst) == ("Dag <b>Noor</b>", "رعاية & <script>")
    assert timezone.localtime(bericht.verstuur_na).isoformat() == "2030-01-02T09:30:00+01:00"
    assert "رعاية &amp; &lt;script&gt;" in antwoord.content.decode()
    assert bericht.history.first().history_user.naam == "Mo de Medewerker"


def test_of_two_who_edit_the_second_sees_both_versions_and_keeps_what_was_typed(kantoor: Client) -> None:
    bericht = klaar()
    pad = reverse("bericht-wijzigen", args=[bericht.pk])
    gezien = kantoor.get(pad).context["form"].gezien
    velden = {"onderwerp": "Wat er wacht", "verstuur_na": "2030-01-02T09:30", "vingerafdruk": gezien}
    kantoor.post(pad, velden | {"tekst": "De eerste."})

    tweede = kantoor.post(pad, velden | {"tekst": "De tweede."})
    derde = kantoor.post(pad, velden | {"tekst": "De tweede.", "vingerafdruk": tweede.context["form"].gezien})

    assert [(een.veld, een.nu, een.ingevuld) for een in tweede.context["verschillen"]] == [
        ("Tekst", "De eerste.", "De tweede.")
    ]
    assert derde.status_code == 302
    assert Bericht.objects.get(pk=bericht.pk).tekst == "De tweede."


def test_the_line_ends_of_a_browser_are_no_other_version(kantoor: Client) -> None:
    bericht = klaar()
    pad = reverse("bericht-wijzigen", args=[bericht.pk])
    gezien = kantoor.get(pad).context["form"].gezien
    velden = {"verstuur_na": "2030-01-02T09:30", "vingerafdruk": gezien}
    kantoor.post(pad, velden | {"onderwerp": "Van de eerste", "tekst": "Dag,\r\ntot ziens."})

    tweede = kantoor.post(pad, velden | {"onderwerp": "Van de tweede", "tekst": "Dag,\r\ntot ziens."})

    assert [een.veld for een in tweede.context["verschillen"]] == ["Onderwerp"]


def test_what_went_out_while_somebody_typed_is_told_and_the_text_stays(kantoor: Client) -> None:
    bericht = klaar()
    pad = reverse("bericht-wijzigen", args=[bericht.pk])
    gezien = kantoor.get(pad).context["form"].gezien
    bericht.stand = Poststand.VERSTUURD
    bericht.save()

    antwoord = kantoor.post(
        pad, {"onderwerp": "x", "tekst": "Te laat.", "verstuur_na": "2030-01-02T09:30", "vingerafdruk": gezien}
    )

    pagina = antwoord.content.decode()
    zinnen = ("Uw wijziging is niet bewaard.", "Dit bericht is al verstuurd.", "Te laat.")
    assert [zin for zin in zinnen if zin not in pagina] == []


def test_withdrawing_asks_for_a_reason_and_keeps_it(kantoor: Client) -> None:
    bericht = klaar()
    pad = reverse("bericht-doe", args=[bericht.pk, "intrekken"])

    zonder = kantoor.post(pad, {"reden": " "})
    kantoor.post(pad, {"reden": "Noor stopt."})

    bericht.refresh_from_db()
    assert zonder.context["form"].errors == {"reden": ["Vul dit in."]}
    assert (bericht.stand, bericht.uitkomst) == (Poststand.INGETROKKEN, "Noor stopt.")


def test_a_mail_that_may_have_arrived_warns_and_asks_consent(kantoor: Client) -> None:
    bericht = klaar()
    bericht.stand, bericht.uitkomst = Poststand.MISLUKT, ONZEKER
    bericht.save()
    pad = reverse("bericht-doe", args=[bericht.pk, "opnieuw"])

    zonder = kantoor.post(pad)
    met = kantoor.post(pad, {"dubbel_mag": "on"}, follow=True)

    assert teksten(zonder) == ["Dit bericht is misschien al aangekomen. Vink aan dat het twee keer mag komen."]
    assert teksten(met) == ["Het bericht wordt opnieuw verstuurd."]


def test_the_brake_stands_on_top_with_who_and_why_until_it_is_lifted(kantoor: Client) -> None:
    kantoor.post(reverse("post-alles-vasthouden"), {"reden": "De tekst <klopt> niet."})
    vast = kantoor.get(POST).content.decode()
    kantoor.post(reverse("post-alles-laten-gaan"))
    los = kantoor.get(POST).content.decode()

    assert "Alle post wordt vastgehouden" in vast
    assert "Mo de Medewerker" in vast
    assert "De tekst &lt;klopt&gt; niet." in vast
    assert "Alle post wordt vastgehouden" not in los
    assert Postrem.objects.get().opgeheven_door == Postrem.objects.get().door


@pytest.mark.parametrize(("minuten", "waarschuwing"), [(4, False), (6, True)])
def test_the_page_warns_where_the_worker_is_silent(kantoor: Client, minuten: int, waarschuwing: bool) -> None:
    with freeze_time("2020-03-02 09:00"):
        klop("werker-1", timezone.now() - datetime.timedelta(minutes=minuten))
        pagina = kantoor.get(POST).content.decode()

    assert ("Zolang dat zo is, gaat er geen mail uit." in pagina) is waarschuwing
    assert "09.5" in pagina


def test_a_mail_stands_on_the_practice_for_who_may_change_it_and_on_the_person_for_who_may_see_them(mo: User) -> None:
    ada, bo, ben = gebruiker(Rol.ADVISEUR), gebruiker(Rol.ADVISEUR, naam="Bo"), gebruiker(Rol.ANALIST)
    arnhem = praktijk(programma())
    breda = praktijk(arnhem.programma, "BRE")
    adviseurschap(arnhem, ada)
    adviseurschap(breda, bo)
    noor = deelnemer(arnhem.programma, naam="Noor")
    deelname(noor, arnhem)
    klaar(over=arnhem, onderwerp="Over de praktijk")
    klaar(over=noor, onderwerp="Over de persoon")
    over_praktijk, over_noor = (
        reverse("praktijken:praktijk", args=[arnhem.pk]),
        reverse("praktijken:deelnemer", args=[noor.pk]),
    )

    gezien = {
        user.naam: [
            "Over de praktijk" in client(user).get(over_praktijk).content.decode(),
            "Over de persoon" in client(user).get(over_noor).content.decode(),
        ]
        for user in (mo, ada, bo, ben)
    }

    assert gezien == {
        "Mo de Medewerker": [True, True],
        "Ada de Adviseur": [True, True],
        "Bo": [False, False],
        "Ben de Analist": [False, False],
    }


@pytest.mark.parametrize("daad", ["wissen", "versturen"])
def test_what_cannot_be_done_to_a_message_has_no_page(kantoor: Client, daad: str) -> None:
    assert kantoor.post(reverse("bericht-doe", args=[klaar().pk, daad])).status_code == 404


def test_there_is_no_page_of_a_message_that_is_not_there(kantoor: Client) -> None:
    assert kantoor.get(reverse("bericht", args=[10**9])).status_code == 404
