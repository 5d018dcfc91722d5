"""What page, text and Excel show beyond the figures."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from mantelzorg.models import Programma, Vorm
from monitor.indicator import Organisatietypeaantal
from monitor.rapport import (
    EldersGenoemd,
    NietMeegeteld,
    Praktijkregel,
    Rapport,
    Tabel1,
    VorigeMeting,
    jaar_eerder,
    maak_rapport,
)
from praktijken.models import Praktijk
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.voorbeeld import PEILDATUM, voorbeeld

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 1, 1)
QUERIES = 7 + 1 + 1 + 1


def rapport(programma: Programma, peildatum: str = PEILDATUM, vandaag: datetime.date = VANDAAG) -> Rapport:
    return maak_rapport(programma, dag(peildatum), vandaag=vandaag)


def test_practices_not_counted_stand_with_the_reason():
    assert rapport(voorbeeld()).niet_meegeteld == (
        NietMeegeteld(code="BOZ", naam="Bergen op Zoom", startdatum=None, reden="gepland: er is nog geen startdatum"),
        NietMeegeteld(
            code="LEI",
            naam="Leiden",
            startdatum=dag("2020-07-01"),
            reden="gepland: start op 1 juli 2020, na de peildatum",
        ),
    )


def test_numbers_quoted_elsewhere_come_with_source_and_explanation():
    assert rapport(voorbeeld()).elders_genoemd == (
        EldersGenoemd(getal="10 plaatsen", bron="Oproep", toelichting="Een oproep."),
    )


def test_practices_are_numbered_in_the_order_of_the_figures_and_so_on_the_map():
    gemaakt = rapport(voorbeeld())
    assert gemaakt.praktijken == (
        Praktijkregel(
            nummer=1, code="EDE", naam="Ède", gemeenten=("Ede", "Arnhem"), startdatum=dag("2019-09-02"),
            einddatum=None, status="actief", ontwerpvragen=2, experimenten=2, deelnemers=2,
        ),
        Praktijkregel(
            nummer=2, code="EPE", naam="Epe", gemeenten=(), startdatum=dag("2019-09-02"),
            einddatum=dag("2020-06-29"), status="afgerond", ontwerpvragen=0, experimenten=0, deelnemers=0,
        ),
    )  # fmt: skip
    assert [(p.nummer, p.naam, [punt.code for punt in p.gemeenten]) for p in gemaakt.kaart] == [
        (1, "Ède", ["GM0228", "GM0202"]),
        (2, "Epe", []),
    ]


def test_table_1_tells_its_total_and_of_how_many_the_kind_is_known():
    assert rapport(voorbeeld()).tabel1_nu == Tabel1(
        titel="Tabel 1a. Deelnemers naar organisatietype, nu",
        rijen=(Organisatietypeaantal(naam='Één; "NVO"', aantal=1),),
        totaal=1,
        noot="Van 1 van de 2 deelnemers is het organisatietype bekend. NVO = niet verbonden aan organisatie.",
    )


def test_the_year_before_is_nvt_as_long_as_nothing_had_started():
    gemaakt = rapport(voorbeeld())
    vorige = VorigeMeting(peildatum=dag("2019-06-30"), opgestart=None, reden="nog niet gestart")
    assert (gemaakt.vorige_meting, str(gemaakt.vorige_meting), gemaakt.nieuw) == (vorige, "nvt (nog niet gestart)", 2)


def test_the_year_before_is_the_figure_of_that_day_and_the_rest_is_new():
    gemaakt = rapport(voorbeeld(), "2020-09-02")
    vorige = VorigeMeting(peildatum=dag("2019-09-02"), opgestart=2, reden="")
    assert (gemaakt.vorige_meting, str(gemaakt.vorige_meting), gemaakt.nieuw) == (vorige, "2", 3 - 2)


@given(st.dates())
def test_a_year_earlier_is_the_same_day_and_of_29_february_the_28th(peildatum: datetime.date):
    toen = jaar_eerder(peildatum)
    zelfde_dag = (2, 28) if (peildatum.month, peildatum.day) == (2, 29) else (peildatum.month, peildatum.day)
    assert (toen.year, (toen.month, toen.day)) == (max(1, peildatum.year - 1), zelfde_dag)


@pytest.mark.parametrize(("vandaag", "verwachting"), [("2020-06-29", True), ("2020-06-30", False)])
def test_a_later_day_than_today_is_an_expectation_and_says_so(vandaag: str, verwachting: bool):
    gemaakt = rapport(voorbeeld(), vandaag=dag(vandaag))
    melding = (
        "De peildatum ligt na vandaag (29 juni 2020). Deze cijfers zijn een verwachting en geen meting: "
        "zij volgen uit wat nu is vastgelegd."
    )
    assert (gemaakt.verwachting, gemaakt.meldingen) == (verwachting, (melding,) if verwachting else ())


def test_a_day_before_the_first_practice_says_that_none_had_started():
    gemaakt = rapport(voorbeeld(), "2019-06-30")
    assert gemaakt.nog_niet_gestart
    assert gemaakt.meldingen == ("Op 30 juni 2019 is nog geen praktijk opgestart. Daarom zijn alle cijfers 0.",)
    assert gemaakt.toelichting == (
        "Tot en met 30 juni 2019 is geen praktijk opgestart. "
        "Op 30 juni 2018, een jaar eerder, is nog geen praktijk opgestart; de vorige meting is daarom nvt.",
    )


def test_a_day_after_the_last_practice_ended_says_why_nobody_takes_part_now():
    thuis = voorbeeld()
    Praktijk.objects.filter(startdatum__lte=dag("2021-04-30"), einddatum=None).update(
        einddatum=dag("2021-04-30"), afloop="afgerond"
    )
    gemaakt = rapport(thuis, "2021-06-30")
    nu, tot_nu_toe = gemaakt.indicator.deelnemers, gemaakt.indicator.deelnemers_tot_nu_toe
    assert (nu.totaal, tot_nu_toe.totaal > 0) == (0, True)
    assert gemaakt.meldingen == (
        "Op 30 juni 2021 zijn alle opgestarte praktijken geëindigd. Er zijn dan geen deelnemers nu. "
        "Wie tot die dag meedeed, staat bij ‘tot nu toe’.",
    )


@pytest.mark.parametrize(
    ("vorm", "naam"),
    [
        (Vorm.LERENDE_PRAKTIJK, "lerende praktijken"),
        (Vorm.INNOVATIETRAJECT, "innovatietrajecten"),
        (Vorm.PRAKTIJKVERSNELLER, "praktijkversnellers"),
    ],
)
def test_the_words_of_monitor_and_programme_are_explained(vorm: Vorm, naam: str):
    assert rapport(gegevens.programma(vorm=vorm)).naamgeving == (
        f"De monitor spreekt van lokale pilots. In dit programma heten zij {naam}. "
        "Hier heten zij verder kortweg praktijken."
    )


def test_a_report_takes_three_queries_more_than_the_figures():
    programma = voorbeeld()
    with CaptureQueriesContext(connection) as vragen:
        rapport(programma)
    assert len(vragen) == QUERIES
