"""The weekly mail against a frozen calendar: on which day who gets what, and when it goes out."""

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from freezegun import freeze_time

from mantelzorg.models import Bericht, User
from mantelzorg.taken.rooster import plan
from mantelzorg.taken.werker import werk_af
from mantelzorg.toegang import Rol
from praktijken.herinneringen.acties import kies, stel_uit
from praktijken.herinneringen.bronnen import takenlijst
from praktijken.herinneringen.weekbrief import zet_weekbrieven_klaar
from praktijken.models import Adviseurschap, Onderbreking, Schoolvakantie
from tests.gegevens import adviseurschap, dag, experiment, gebruiker, ontwerpvraag, praktijk
from tests.praktijken.herinneringen.conftest import Wereld

pytestmark = pytest.mark.django_db(transaction=True)
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def om(tekst: str) -> datetime.datetime:
    """A moment in Amsterdam."""
    return datetime.datetime.fromisoformat(tekst).replace(tzinfo=AMSTERDAM)


def werker_om(tekst: str) -> None:
    """The worker looks at its clock, and does what is due."""
    with freeze_time(om(tekst)):
        plan(timezone.now())
        werk_af()


def brieven() -> list[tuple[str, str]]:
    """(who, when it may go out in Amsterdam) of every weekly mail, oldest first."""
    rijen = Bericht.objects.filter(soort="weekbrief").order_by("pk")
    return [(een.aan_naam, f"{timezone.localtime(een.verstuur_na):%a %Y-%m-%d %H:%M}") for een in rijen]


ADA, MO = "Ada de Adviseur", "Mo de Medewerker"


@pytest.fixture
def _klaar(wereld: Wereld) -> None:
    """The office has nothing to do here, so mails are Ada's alone."""
    assert takenlijst(wereld.mo, dag("2020-03-02")).taken == ()


@pytest.mark.usefixtures("_klaar")
@pytest.mark.parametrize(
    ("momenten", "verwacht"),
    [
        (["2020-03-02 04:59"], []),
        (["2020-03-02 05:00"], [(ADA, "Mon 2020-03-02 07:00")]),
        (["2020-03-02 05:00", "2020-03-02 05:01", "2020-03-03 06:00", "2020-03-08 12:00"],
         [(ADA, "Mon 2020-03-02 07:00")]),
        (["2020-03-02 05:00", "2020-03-09 05:00"], [(ADA, "Mon 2020-03-02 07:00"), (ADA, "Mon 2020-03-09 07:00")]),
        (["2020-03-02 06:30"], [(ADA, "Mon 2020-03-02 08:30")]),
        (["2020-03-03 05:00"], [(ADA, "Tue 2020-03-03 07:00")]),
        (["2020-03-07 05:00", "2020-03-08 23:00"], []),
        (["2020-03-30 05:00"], [(ADA, "Mon 2020-03-30 07:00")]),
        (["2020-10-26 05:00"], [(ADA, "Mon 2020-10-26 07:00")]),
        (["2019-12-30 05:00", "2020-01-03 05:00"], [(ADA, "Mon 2019-12-30 07:00")]),
        (["2020-12-28 05:00", "2021-01-01 06:00", "2021-01-04 05:00"],
         [(ADA, "Mon 2020-12-28 07:00"), (ADA, "Mon 2021-01-04 07:00")]),
    ],
    ids=[
        "voor vijf uur niets", "om vijf uur klaar, om zeven uur uit", "een keer per week", "de week erna weer",
        "werker laat: twee uur leestijd", "maandag gemist: dinsdag", "in het weekend nooit", "na de zomertijd",
        "na de wintertijd", "week 1 begint in december", "week 53 en week 1",
    ],
)  # fmt: skip
def test_on_these_days_ada_gets_a_mail(momenten: list[str], verwacht: list[tuple[str, str]]) -> None:
    for moment in momenten:
        werker_om(moment)

    assert brieven() == verwacht


def sluit(wereld: Wereld) -> None:
    wereld.ada.is_active = False
    wereld.ada.save()


def einddatum_gisteren(wereld: Wereld) -> None:
    wereld.ada.einddatum = dag("2020-03-01")
    wereld.ada.save()


def nooit_uitgenodigd(wereld: Wereld) -> None:
    wereld.ada.set_unusable_password()
    wereld.ada.save()


def in_vakantie(_: Wereld) -> None:
    Schoolvakantie.objects.create(naam="voorjaar", vanaf=dag("2020-02-22"), tot_en_met=dag("2020-03-02"))


def onderbroken(wereld: Wereld) -> None:
    Onderbreking.objects.create(praktijk=wereld.arnhem, vanaf=dag("2020-03-02"), reden="Verhuizing.")


def afgemeld(wereld: Wereld) -> None:
    kies(user=wereld.ada, weekdag=None, niet=[], reden="test")


def alles_uit(wereld: Wereld) -> None:
    regels = {taak.regel.naam for taak in takenlijst(wereld.ada, dag("2020-03-02")).taken}
    kies(user=wereld.ada, weekdag=0, niet=regels, reden="test")


def op_dinsdag(wereld: Wereld) -> None:
    kies(user=wereld.ada, weekdag=1, niet=[], reden="test")


def alles_uitgesteld(wereld: Wereld) -> None:
    for taak in takenlijst(wereld.ada, dag("2020-03-02")).taken:
        stel_uit(user=wereld.ada, taak=taak.sleutel, tot_en_met=dag("2020-03-02"))


def geen_praktijk_meer(wereld: Wereld) -> None:
    schap = Adviseurschap.objects.get(adviseur=wereld.ada)
    schap.tot_en_met = dag("2020-03-01")
    schap.save()


@pytest.mark.parametrize(
    "waardoor",
    [sluit, einddatum_gisteren, nooit_uitgenodigd, in_vakantie, onderbroken, afgemeld, alles_uit, op_dinsdag,
     alles_uitgesteld, geen_praktijk_meer],
)  # fmt: skip
def test_on_this_monday_ada_gets_nothing(wereld: Wereld, waardoor: Callable[[Wereld], None]) -> None:
    with freeze_time(om("2020-03-01 12:00")):
        waardoor(wereld)

    werker_om("2020-03-02 05:00")

    assert [wie for wie, _ in brieven() if wie == ADA] == []


@pytest.mark.parametrize(("dag_erna", "aantal"), [("2020-03-03 05:00", 1), ("2020-03-04 05:00", 1)])
def test_who_chose_tuesday_gets_it_then_or_where_tuesday_was_missed_on_wednesday(
    wereld: Wereld, dag_erna: str, aantal: int
) -> None:
    op_dinsdag(wereld)

    werker_om("2020-03-02 05:00")
    werker_om(dag_erna)

    assert len(brieven()) == aantal


def test_what_comes_up_after_a_monday_that_had_its_turn_waits_for_the_next_week(wereld: Wereld) -> None:
    with freeze_time(om("2020-03-01 12:00")):
        in_vakantie(wereld)
    werker_om("2020-03-02 05:00")
    werker_om("2020-03-03 05:00")

    assert brieven() == []


def test_the_last_day_of_an_account_still_counts(wereld: Wereld) -> None:
    wereld.ada.einddatum = dag("2020-03-02")
    wereld.ada.save()

    werker_om("2020-03-02 05:00")

    assert [wie for wie, _ in brieven()] == [ADA]


def test_two_workers_on_one_morning_make_one_mail(wereld: Wereld) -> None:
    with freeze_time(om("2020-03-02 05:00")):
        zet_weekbrieven_klaar.call()
        zet_weekbrieven_klaar.call()

    assert len(brieven()) == 1
    assert wereld.ada.berichten.count() == 1


def test_an_analyst_gets_no_mail_about_practices_and_the_office_gets_its_own(wereld: Wereld) -> None:
    gebruiker(Rol.ANALIST)
    geen_praktijk_meer(wereld)

    werker_om("2020-03-02 05:00")

    assert [wie for wie, _ in brieven()] == [MO]
    assert "1 praktijk heeft vandaag geen adviseur: Arnhem." in Bericht.objects.get().tekst


def test_somebody_with_two_roles_gets_one_mail_about_both(wereld: Wereld) -> None:
    wereld.ada.groups.add(Group.objects.get(name=Rol.BEHEERDER.value))
    Bericht.objects.create(
        soort="x", aan="a@b.example", onderwerp="x", tekst="x", stand="mislukt", verstuur_na=timezone.now()
    )

    werker_om("2020-03-02 05:00")

    tekst = Bericht.objects.get(ontvanger=wereld.ada).tekst
    assert "penvoerder" in tekst
    assert "1 bericht is niet verstuurd." in tekst


def test_the_mail_says_what_where_why_it_came_and_how_to_stop_it(wereld: Wereld, settings) -> None:
    settings.WEBADRES = "https://ivm.example"
    werker_om("2020-03-02 05:00")

    bericht = Bericht.objects.get()
    assert (bericht.onderwerp, bericht.over, bericht.ontvanger) == (
        "Uw week: 4 taken in In voor mantelzorg", wereld.ada, wereld.ada,
    )  # fmt: skip
    assert bericht.tekst == (
        "Beste Ada de Adviseur,\n\n"
        "Dit vraagt nu uw aandacht:\n\n"
        "Arnhem\n"
        "- Al 6 weken geen voortgang bij experiment ARN-1: het laatste verslag is van 20 januari 2020.\n"
        f"  https://ivm.example/voortgang/nieuw/?experiment={wereld.proef.pk}\n"
        "- Er geldt nu 1 ontwerpvraag.\n"
        f"  https://ivm.example/praktijken/{wereld.arnhem.pk}/#ontwerpvragen\n"
        "- Er is geen gemeente onder de partners.\n"
        f"  https://ivm.example/praktijken/{wereld.arnhem.pk}/#partners\n"
        "- Geen van de partners is penvoerder.\n"
        f"  https://ivm.example/praktijken/{wereld.arnhem.pk}/#partners\n\n"
        "Komt het nu niet uit? In uw takenlijst stelt u een taak uit:\n"
        "https://ivm.example/taken/\n\n"
        "U krijgt deze mail hoogstens één keer per week, en alleen als er iets is.\n"
        "Een andere dag, of minder soorten taken:\n"
        "https://ivm.example/voorkeuren/\n\n"
        "Geen weekmail meer? Dat kan zonder in te loggen:\n"
        "[persoonlijke link]\n\n"
        "Met vriendelijke groet,\n"
        "In voor mantelzorg"
    )


def test_who_stops_the_mail_while_it_waits_does_not_get_it(wereld: Wereld) -> None:
    werker_om("2020-03-02 05:00")
    afgemeld(wereld)

    werker_om("2020-03-02 07:01")

    bericht = Bericht.objects.get()
    assert (bericht.stand, bericht.uitkomst) == ("ingetrokken", "De ontvanger wil geen weekmail meer.")


def test_it_goes_out_at_seven_and_not_before(wereld: Wereld, mailoutbox) -> None:
    werker_om("2020-03-02 05:00")
    werker_om("2020-03-02 06:59")
    voor = len(mailoutbox)
    werker_om("2020-03-02 07:00")

    assert (voor, [een.to for een in mailoutbox]) == (0, [[f"Ada de Adviseur <{wereld.ada.email}>"]])
    assert "[persoonlijke link]" not in mailoutbox[0].body


def test_a_list_costs_the_same_queries_for_one_practice_and_for_three(wereld: Wereld) -> None:
    def vragen(user: User) -> int:
        vers = User.objects.get(pk=user.pk)
        with CaptureQueriesContext(connection) as gesteld:
            takenlijst(vers, dag("2020-03-02"))
        return len(gesteld)

    with freeze_time(om("2020-03-02 05:00")):
        een = vragen(wereld.ada), vragen(wereld.mo)
        for nummer in range(2):
            ander = praktijk(wereld.arnhem.programma, f"P{nummer}")
            adviseurschap(ander, wereld.ada)
            experiment(ontwerpvraag(ander), f"P{nummer}-1")
        drie = vragen(wereld.ada), vragen(wereld.mo)

    assert een == drie
