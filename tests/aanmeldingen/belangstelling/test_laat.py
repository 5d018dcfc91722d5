"""An interest that becomes an application after closing: the office gives access, and nothing is typed twice."""

import datetime
from uuid import uuid4

import pytest
from freezegun import freeze_time

from aanmeldingen.belangstelling.acties import word_aanmelding
from aanmeldingen.formulier.indienen import dien_in
from aanmeldingen.formulier.laat import trek_toegang_in
from aanmeldingen.models import Aanmelding, Laattoegang
from mantelzorg.models import Bericht, Gemeente
from mantelzorg.post.versturen import verstuur_post
from tests.aanmeldingen.gegevens import ARNHEM, belangstelling, moment
from tests.mailvanger import vang_mail
from tests.praktijken.leeshtml import gelezen

pytestmark = pytest.mark.django_db
JULI = moment("2014-07-02 12:00")


@pytest.fixture(autouse=True)
def klok():
    with freeze_time(JULI) as klok:
        yield klok


@pytest.fixture
def rijnzicht(oproep, ada):
    return belangstelling(oproep, adviseur=ada)


def adres(rij, deel: str = "") -> str:
    return f"/intake/belangstelling/{rij.pk}/{deel}"


def velden(**anders: str) -> dict[str, str]:
    return {"reden": "Wij belden te laat.", "geldig_tot": "2014-07-09", "inzending": str(uuid4())} | anders


def aangevuld(een: Aanmelding) -> Aanmelding:
    """With what the organisation still had to fill in."""
    een.kvk, een.medewerkers, een.gemeente = "12345678", 25, Gemeente.objects.get(code=ARNHEM)
    een.save()
    return een


def verstuurd() -> list[tuple[str, str, str]]:
    with vang_mail() as mail:
        verstuur_post.call()
    onderwerpen = [str(een["Subject"]) for een in mail.berichten]
    return list(zip(mail.adressen, onderwerpen, mail.teksten, strict=True))


def test_after_closing_the_office_lets_it_apply_with_everything_that_is_known(als, mo, rijnzicht):
    ingevuld = velden()

    for _ in range(2):
        antwoord = als(mo).post(adres(rijnzicht, "na-sluiting/"), ingevuld)

    een, toegang = Aanmelding.objects.get(), Laattoegang.objects.get()
    rijnzicht.refresh_from_db()
    assert antwoord.url == f"{adres(rijnzicht)}#uitkomst"
    assert (een.belangstelling, een.organisatie, een.sector, een.vraag) == (
        rijnzicht, "Ziekenhuis Rijnzicht", rijnzicht.sector, "Hoe betrekken wij mantelzorgers bij ontslag?",
    )  # fmt: skip
    assert (toegang.aanmelding, toegang.reden, toegang.door, toegang.email) == (
        een, "Wij belden te laat.", mo, "zita@ziekenhuis.example",
    )  # fmt: skip
    assert (rijnzicht.vervolg, f"{rijnzicht.vervolg_op}") == ("gaat zich aanmelden", "2014-07-02")
    [(aan, onderwerp, tekst)] = verstuurd()
    assert (aan, onderwerp) == ("Zita Zoeker <zita@ziekenhuis.example>", "U kunt uw aanmelding nog versturen")
    assert "tot en met woensdag 9 juli 2014" in tekst
    assert f"/aanmelding/{een.sleutel}/\n" in tekst
    assert "belden" not in tekst
    assert dien_in(aanmelding=aangevuld(een).pk, versie=1, op=moment("2014-07-09 23:59")).nummer == 1


def test_what_was_begun_in_time_and_not_sent_is_gone_on_with(als, mo, rijnzicht):
    een = word_aanmelding(belangstelling=rijnzicht.pk, op=moment("2014-06-30 12:00"))
    verstuurd()

    als(mo).post(adres(rijnzicht, "na-sluiting/"), velden())

    assert (Aanmelding.objects.get(), Laattoegang.objects.get().aanmelding) == (een, een)
    assert [onderwerp for _, onderwerp, _ in verstuurd()] == ["U kunt uw aanmelding nog versturen"]


def test_access_that_was_taken_back_is_not_mailed(als, mo, rijnzicht):
    als(mo).post(adres(rijnzicht, "na-sluiting/"), velden())
    trek_toegang_in(toegang=Laattoegang.objects.get().pk, op=JULI)

    assert verstuurd() == []
    assert Bericht.objects.get().uitkomst == "De toegang na sluiting is ingetrokken."


@pytest.mark.parametrize(
    ("op", "anders", "fout"),
    [
        ("2014-06-30 12:00", {}, "De oproep is nog niet gesloten."),
        ("2014-07-02 12:00", {"reden": ""}, "Vul dit in."),
        ("2014-07-02 12:00", {"geldig_tot": "2014-07-01"}, "Kies een dag vanaf vandaag, binnen 90 dagen."),
    ],
)
def test_what_cannot_be_is_said_at_the_form_and_nothing_is_made(als, mo, rijnzicht, klok, op, anders, fout):
    klok.move_to(moment(op))

    antwoord = als(mo).post(adres(rijnzicht, "na-sluiting/"), velden(**anders))

    assert fout in gelezen(antwoord).tekst
    assert (Aanmelding.objects.count(), Laattoegang.objects.count(), Bericht.objects.count()) == (0, 0, 0)


def test_a_second_access_or_one_for_what_was_sent_in_is_refused(als, mo, rijnzicht):
    als(mo).post(adres(rijnzicht, "na-sluiting/"), velden())

    tweede = als(mo).post(adres(rijnzicht, "na-sluiting/"), velden())
    dien_in(aanmelding=aangevuld(Aanmelding.objects.get()).pk, versie=1, op=JULI + datetime.timedelta(hours=1))
    na_versturen = als(mo).post(adres(rijnzicht, "na-sluiting/"), velden())

    assert "Voor deze aanmelding is al toegang na sluiting gegeven." in gelezen(tweede).tekst
    assert "De aanmelding is al verstuurd of ingetrokken." in gelezen(na_versturen).tekst
    assert Laattoegang.objects.count() == 1


def test_an_adviser_reads_that_the_office_can_and_cannot_do_it(als, ada, rijnzicht):
    tekst = gelezen(als(ada).get(adres(rijnzicht))).tekst

    assert "Alleen het programmabureau kan nog een link geven om na sluiting aan te melden." in tekst
    assert "Maak er een aanmelding van" not in tekst
    assert als(ada).post(adres(rijnzicht, "na-sluiting/"), velden()).status_code == 404
    assert Laattoegang.objects.count() == 0
