"""Making, checking and fixing a measurement: who may, what is kept, and what is refused."""

import datetime
from uuid import uuid4

import pytest

from mantelzorg.toegang import Rol
from monitor.berekening import bereken
from monitor.meten import lezen
from monitor.meten.opstellen import KanNiet, Opzet, controleer, laat_vervallen, maak, uitkomst_nu
from monitor.meten.vaststellen import stel_vast
from monitor.models import Meting, Persoonssleutel, Vaststelling
from monitor.rapport import maak_rapport
from monitor.uitkomst import uit_uitkomst
from tests import gegevens
from tests.gegevens import dag
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, gecontroleerd, maker, meting, vastgesteld

pytestmark = pytest.mark.django_db


def _programma():
    programma = gegevens.programma()
    arnhem = gegevens.praktijk(programma, "ARN", gemeenten=["GM0202"])
    gegevens.praktijk(programma, "EDE", naam="Ede", start=None)
    vraag = gegevens.ontwerpvraag(arnhem)
    gegevens.experiment(vraag)
    for nummer, soort in enumerate(["Zorg", "Zorg", None]):
        type_ = gegevens.organisatietype(soort) if soort and nummer == 0 else None
        gegevens.deelname(gegevens.deelnemer(programma, f"D{nummer}"), arnhem, organisatietype=type_)
    return programma


def test_what_is_fixed_are_the_figures_of_that_moment_and_reads_back_as_its_report():
    programma = _programma()
    nu = bereken(programma, dag("2020-06-30"))
    verslag = maak_rapport(programma, dag("2020-06-30"), vandaag=VANDAAG)
    vaststelling = vastgesteld(programma)
    gegevens.praktijk(programma, "TIE", naam="Tiel")
    programma.naam = "Anders"
    programma.save()
    terug = lezen.rapport(vaststelling)
    assert uit_uitkomst(vaststelling.inhoud["uitkomst"]) == nu
    assert terug.meting is not None
    assert (terug.meting.jaar, terug.meting.nummer, terug.meting.vastgesteld_door) == (2020, 1, "Mo de Medewerker")
    velden = [veld for veld in terug.__slots__ if veld != "meting"]
    assert {veld: getattr(terug, veld) for veld in velden} == {veld: getattr(verslag, veld) for veld in velden}


def test_a_person_stands_in_it_as_a_random_key_that_leads_to_the_record_from_outside_the_seal():
    vaststelling = vastgesteld(_programma())
    sleutels = {een.persoon for een in lezen.feiten(vaststelling).deelnemers}
    assert set(vaststelling.persoonssleutels.values_list("sleutel", flat=True)) == sleutels
    assert len(sleutels) == 3
    ids = {str(pk) for pk in vaststelling.persoonssleutels.values_list("deelnemer", flat=True)}
    assert not sleutels & ids


def test_the_maker_cannot_check_it():
    een = meting(_programma())
    with pytest.raises(KanNiet, match="U maakte deze meting zelf"):
        controleer(meting=een.pk, gezien=uitkomst_nu(een), notitie="", door=maker(), op=OP)


def test_unchecked_it_is_not_fixed():
    een = meting(_programma())
    with pytest.raises(KanNiet, match="nog niet gecontroleerd"):
        stel_vast(meting=een.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)


def test_a_day_to_come_is_not_fixed():
    een = gecontroleerd(meting(_programma(), peildatum="2020-09-02"))
    with pytest.raises(KanNiet, match="peildatum ligt na vandaag"):
        stel_vast(meting=een.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)


def test_figures_that_changed_after_the_check_are_checked_again():
    programma = _programma()
    een = gecontroleerd(meting(programma))
    gegevens.praktijk(programma, "TIE", naam="Tiel")
    with pytest.raises(KanNiet, match="veranderd sinds de controle"):
        stel_vast(meting=een.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)
    opnieuw = gecontroleerd(een)
    assert stel_vast(meting=opnieuw.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG).meting == een


def test_figures_that_changed_while_one_looked_are_not_checked():
    programma = _programma()
    een = meting(programma)
    gezien = uitkomst_nu(een)
    gegevens.praktijk(programma, "TIE", naam="Tiel")
    with pytest.raises(KanNiet, match="terwijl u keek"):
        controleer(meting=een.pk, gezien=gezien, notitie="", door=controleur(), op=OP)


def test_fixing_twice_fixes_once():
    vaststelling = vastgesteld(_programma())
    nogmaals = stel_vast(meting=vaststelling.meting_id, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)
    assert (nogmaals, Vaststelling.objects.count(), Persoonssleutel.objects.count()) == (vaststelling, 1, 3)


def test_making_twice_makes_one_and_numbers_run_within_the_year():
    programma = _programma()
    opzet = Opzet(
        programma=programma, jaar=2020, peildatum=dag("2020-06-30"), aanleiding="Kamervraag", voor_monitor=False,
        inzending=uuid4(),
    )  # fmt: skip
    een, zelfde = (maak(opzet, door=maker(), op=OP) for _ in range(2))
    ander, later = meting(programma), meting(programma, 2021)
    assert (een, een.nummer, ander.nummer, later.nummer) == (zelfde, 1, 2, 1)


def test_a_year_has_one_measurement_of_the_monitor_until_it_is_replaced():
    programma = _programma()
    eerste = vastgesteld(programma)
    tweede = gecontroleerd(meting(programma))
    with pytest.raises(KanNiet, match="2020 heeft al een meting van de Monitor: nummer 1"):
        stel_vast(meting=tweede.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)
    derde = vastgesteld(programma, vervangt=eerste.meting)
    assert Meting.objects.van_de_monitor("23", programma, 2020) == derde.meting
    assert [(staat.soort, staat.reden) for staat in eerste.staten.all()] == [
        ("vervangen", "Vervangen door meting nummer 3 van 2020.")
    ]


def test_what_has_lapsed_is_not_fixed_and_keeps_its_number():
    programma = _programma()
    een = gecontroleerd(meting(programma))
    laat_vervallen(meting=een.pk, reden="Verkeerde dag.", op=OP)
    with pytest.raises(KanNiet, match="vervallen"):
        stel_vast(meting=een.pk, notitie="", door=controleur(), op=OP, vandaag=VANDAAG)
    assert meting(programma).nummer == 2


@pytest.mark.parametrize(
    ("jaar", "peildatum", "hoort"),
    [(2019, "2019-06-30", "nvt (nog niet gestart)"), (2019, "2019-09-30", "1")],
)
def test_the_fixed_measurement_of_the_year_before_is_the_previous_one(jaar, peildatum, hoort):
    programma = _programma()
    vastgesteld(programma, jaar, peildatum)
    vorige = maak_rapport(programma, dag("2020-06-30"), vandaag=VANDAAG).vorige_meting
    assert (str(vorige), vorige.peildatum, vorige.vastgesteld) == (hoort, dag(peildatum), True)


def test_a_year_that_was_not_measured_gives_nvt_with_that_reason():
    programma = _programma()
    vastgesteld(programma, 2019, "2019-12-31", nvt="niet gemeten")
    assert str(maak_rapport(programma, dag("2020-06-30"), vandaag=VANDAAG).vorige_meting) == "nvt (niet gemeten)"


@pytest.mark.parametrize(
    ("rol", "ziet"), [(Rol.ANALIST, 1), (Rol.MEDEWERKER, 1), (Rol.BEHEERDER, 1), (Rol.ADVISEUR, 0), (None, 0)]
)
def test_who_sees_measurements(rol, ziet):
    meting(_programma())
    assert Meting.objects.zichtbaar_voor(gegevens.gebruiker(rol, naam="Kim Kijkt")).count() == ziet


def test_the_moments_in_the_seal_are_those_of_the_clock_in_utc():
    op = datetime.datetime(2020, 9, 1, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    handelingen = vastgesteld(_programma(), op=op).inhoud["handelingen"]
    assert handelingen == [
        {"wat": "gemaakt", "door": "Ben de Analist", "op": "2020-09-01T10:00:00+00:00"},
        {"wat": "gecontroleerd", "door": "Mo de Medewerker", "op": "2020-09-01T10:00:00+00:00"},
        {"wat": "vastgesteld", "door": "Mo de Medewerker", "op": "2020-09-01T10:00:00+00:00"},
    ]
