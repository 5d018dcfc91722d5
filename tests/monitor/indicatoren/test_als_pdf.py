"""The PDF of an indicator without forms of its own: everything its page says, and nothing where it has no value."""

import datetime
from dataclasses import replace

from monitor.definities import Definitie
from monitor.indicatoren.figuren import Figuursoort, Tabelsoort
from monitor.indicatoren.rapport import Cijferrapport
from monitor.indicatoren.soort import Indicatorsoort
from monitor.indicatoren.weergave.als_pdf import als_pdf
from monitor.metinggegevens import Metinggegevens
from monitor.rapport import Programmagegevens, VorigeMeting
from monitor.telregels import Telregel
from tests.monitor import pdf

DAG = datetime.date(2020, 6, 30)
OP = datetime.datetime(2020, 9, 1, 10, 0, tzinfo=datetime.UTC)
PLANTEN = Indicatorsoort(
    code="planten",
    naam="Planten",
    titel="Aantal planten in de gang",
    definities=(
        Definitie(
            versie=1,
            vanaf=datetime.date(2019, 1, 1),
            tekst="Een plant telt als zij leeft.",
            telregels=(Telregel(begrip="Leven", regel="Groen op de peildatum."),),
            wijziging="",
            oordelen=lambda _feiten, _dag: [],
        ),
    ),
    lees=lambda _: None,
    tabellen=(
        Tabelsoort(
            naam="planten",
            titel="Planten",
            figuren=(
                Figuursoort(naam="totaal", label="Totaal", soort="plant", geteld="planten"),
                Figuursoort(naam="hoogst", label="Hoogste", soort="plant", geteld="hoogste", leeg=None),
            ),
        ),
        Tabelsoort(
            naam="per_gang",
            titel="Per gang",
            kop="Gang",
            figuren=(Figuursoort(naam="totaal", label="Planten", soort="plant", geteld="planten in {}"),),
        ),
    ),
    hoofd="planten.totaal",
    zinnen=lambda _: ("Zij staan in twee gangen.",),
)
UITKOMST = {
    "indicator": "planten",
    "programma": "thuis",
    "peildatum": "2020-06-30",
    "planten": {"totaal": 12, "hoogst": None},
    "per_gang": [{"sleutel": "N", "naam": "#Noord", "totaal": 9}, {"sleutel": "Z", "naam": "Zuid", "totaal": 3}],
}
METING = Metinggegevens(
    jaar=2020, nummer=1, aanleiding="Monitor 2020", nvt="", vastgesteld_op=OP, vastgesteld_door="Mo de Medewerker",
    handelingen=(), definitie=1, product="0.1.0", zegel="a" * 64,
)  # fmt: skip


def rapport(meting: Metinggegevens | None) -> Cijferrapport:
    programma = Programmagegevens(
        slug="thuis", naam="Thuis", vorm="lerende praktijk", startdatum=None, einddatum=None, aanmelden_tot_en_met=None,
        capaciteit=None, streefwaarde=None, opdrachtgever="", uitvoerders="", beleidsprogramma="", beleidsdoel="",
    )  # fmt: skip
    return Cijferrapport(
        indicator=PLANTEN,
        programma=programma,
        peildatum=DAG,
        verwachting=False,
        meldingen=("Let op de varen.",),
        uitkomst=UITKOMST,
        cijfers=PLANTEN.cijfers(UITKOMST),
        vorige_meting=VorigeMeting(peildatum=datetime.date(2019, 6, 30), opgestart=7, reden=""),
        definitie=PLANTEN.huidige,
        meting=meting,
    )


def test_it_holds_every_figure_with_its_words_and_its_bytes_are_those_of_the_measurement():
    inhoud = als_pdf(rapport(METING), gemaakt_op=OP)

    assert als_pdf(rapport(METING), gemaakt_op=OP + datetime.timedelta(days=9)) == inhoud
    assert [kop for _, kop in pdf.koppen(inhoud)] == [
        "Planten: aantal planten in de gang", "Toelichting", "Cijfers", "Definitie en telregels",
    ]  # fmt: skip
    tekst = pdf.tekst(inhoud)
    for regel in (
        "Waarde 12", "Vorige meting 7, peildatum 30 juni 2019", "Meting 1 van 2020, vastgesteld door Mo de Medewerker",
        "Let op de varen.", "Zij staan in twee gangen.", "Totaal 12", "Hoogste nvt", "Gang Planten",
        "#Noord 9", "Zuid 3", "Definitie, versie 1 Een plant telt als zij leeft.", "Leven Groen op de peildatum.",
    ):  # fmt: skip
        assert regel in tekst


def test_a_measurement_without_a_value_shows_no_figures():
    inhoud = als_pdf(rapport(replace(METING, nvt="niet vergelijkbaar")), gemaakt_op=OP)

    assert "Waarde nvt (niet vergelijkbaar)" in pdf.tekst(inhoud)
    assert "12" not in pdf.tekst(inhoud)
    assert {merk.soort for merk in pdf.merken(inhoud)}.isdisjoint({"/Table"})
