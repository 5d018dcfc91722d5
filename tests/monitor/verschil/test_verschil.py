"""What the page of a difference says of two years: sentences, parts, and the records behind them."""

import datetime
import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from freezegun import freeze_time

from deelnemers.models import Deelnemer
from mantelzorg.toegang import Rol
from monitor.models import Meting, Nvt
from monitor.oordelen import GEMEENTEN
from monitor.verschil import keuze
from monitor.verschil.brug import alternatief
from monitor.verschil.rapport import Verschil
from praktijken.avg.wissen import Opdracht, wis
from praktijken.register import samenvoegacties
from praktijken.register.samenvoegen import maak_voorstel
from tests import gegevens
from tests.gegevens import dag, gebruiker
from tests.monitor.meten.gegevens import OP, VANDAAG, controleur, maker, vastgesteld
from tests.monitor.verschil.gegevens import OP_2021, jaar_later, praktijk, programma_2020, twee_metingen

pytestmark = pytest.mark.django_db
ADRES = "/monitor/verschil/"
LAATSTE_DAG = dag("2021-12-31")


def _gelezen(van: str = "", naar: str = "") -> Verschil:
    metingen = keuze.metingen(gegevens.Programma.objects.get(), maker())
    gekozen = keuze.kies(metingen, van, naar, LAATSTE_DAG)
    assert gekozen is not None
    return keuze.lees(gekozen, timezone.now())


def _zin(verschil: Verschil, figuur: str, sleutel: str = "") -> str:
    return verschil.zin(verschil.regel((figuur, sleutel)))


def test_2020_and_2021_add_up_and_read_as_sentences():
    twee_metingen()
    verschil = _gelezen()
    assert [
        _zin(verschil, figuur) for figuur in ("praktijken.opgestart", "praktijken.actief", "ontwerpvragen.totaal")
    ] == [
        "Tussen 30 juni 2020 en 30 juni 2021 steeg het aantal opgestarte praktijken van 11 naar 12: "
        "1 praktijk is gestart.",
        "Tussen 30 juni 2020 en 30 juni 2021 daalde het aantal actieve praktijken van 11 naar 9: "
        "1 praktijk is gestart, 1 is voortijdig gestopt en 2 zijn opgegaan in een andere praktijk.",
        "Tussen 30 juni 2020 en 30 juni 2021 bleef het aantal ontwerpvragen 1.",
    ]
    assert _zin(verschil, "deelnemers.totaal") == (
        "Tussen 30 juni 2020 en 30 juni 2021 daalde het aantal deelnemers van 3 naar 2: "
        "1 deelnemer zat in een praktijk die voortijdig is gestopt."
    )
    assert _zin(verschil, "per_praktijk.deelnemers", "EDE") == (
        "Tussen 30 juni 2020 en 30 juni 2021 daalde het aantal deelnemers van de praktijk Ede van 1 naar 0: "
        "1 deelnemer zat in een praktijk die voortijdig is gestopt."
    )
    assert all(
        sum(deel.saldo for deel in verschil.delen(regel.figuur.sleutel)) == regel.verschil for regel in verschil.regels
    )


def test_the_bridge_has_the_same_in_words():
    twee_metingen()
    verschil = _gelezen()
    assert alternatief(verschil, verschil.regel(("praktijken.actief", ""))) == (
        "Brugdiagram: 30 juni 2020: 11; gestart of erbij gekomen: +1; voortijdig gestopt: −1; opgegaan in een andere "
        "praktijk: −2; 30 juni 2021: 9."
    )


def test_a_measurement_without_a_value_is_not_zero():
    programma = programma_2020()
    vastgesteld(programma, 2019, "2019-06-30")
    vastgesteld(programma)
    assert _zin(_gelezen(), "praktijken.opgestart") == (
        f"Op 30 juni 2019 was het aantal opgestarte praktijken nvt ({Nvt.NIET_GESTART}), op 30 juni 2020 11: "
        "11 praktijken zijn gestart."
    )


def test_one_measurement_is_compared_with_now_at_today_or_at_its_own_day():
    programma = programma_2020()
    vastgesteld(programma)
    jaar_later(programma)
    gegevens.praktijk(programma, "UTR", naam="Utrecht", gemeenten=["GM0344"])
    assert _zin(_gelezen(), "praktijken.opgestart") == (
        "Tussen 30 juni 2020 en 31 december 2021 steeg het aantal opgestarte praktijken van 11 naar 13: "
        "1 praktijk is gestart en 1 is pas later ingevoerd."
    )
    toen = _gelezen(naar=keuze.ZELFDE_DAG)
    assert _zin(toen, "praktijken.opgestart") == (
        "Op 30 juni 2020 is het aantal opgestarte praktijken volgens de meting van 2020 (nr. 1) 11 en volgens de "
        "administratie van nu 12: 1 praktijk is pas later ingevoerd."
    )
    assert _zin(toen, GEMEENTEN).endswith("1 gemeente is pas later ingevoerd.")


def test_an_erased_person_leaves_the_figure_and_is_said_to_be_untraceable():
    programma = programma_2020()
    vastgesteld(programma)
    piet = Deelnemer.objects.get(nummer="D2")
    wis(Opdracht(deelnemer=piet.pk, inzending=uuid4()), user=controleur(), nu=OP, dag=VANDAAG)
    assert _zin(_gelezen(naar=keuze.ZELFDE_DAG), "deelnemers.totaal") == (
        "Op 30 juni 2020 is het aantal deelnemers volgens de meting van 2020 (nr. 1) en volgens de administratie van "
        "nu 3. Gewiste personen zijn niet meer te koppelen: van hen telden er 1 in de eerste telling en 1 in de tweede."
    )


def test_two_records_made_one_by_mistake_and_taken_apart_again_are_told_so():
    programma = programma_2020()
    jan, piet = (Deelnemer.objects.get(nummer=nummer) for nummer in ("D1", "D2"))
    gezien = maak_voorstel(jan, piet, VANDAAG).vingerafdruk
    opdracht = samenvoegacties.Opdracht(
        blijft=jan.pk, verdwijnt=piet.pk, gekozen={"naam": jan.naam}, gezien=gezien, inzending=uuid4()
    )
    with freeze_time(OP - datetime.timedelta(days=1)):
        rij = samenvoegacties.voeg_samen(opdracht, user=controleur(), dag=VANDAAG)
    vastgesteld(programma)
    samenvoegacties.maak_ongedaan(samenvoeging=rij.pk, nu=timezone.now())
    assert _zin(_gelezen(naar=keuze.ZELFDE_DAG), "deelnemers.totaal") == (
        "Op 30 juni 2020 is het aantal deelnemers volgens de meting van 2020 (nr. 1) 2 en volgens de administratie van "
        "nu 3: 1 deelnemer telt door het ongedaan maken van een samenvoeging mee."
    )


def test_the_earlier_side_comes_first_whatever_the_address_says():
    eerste, tweede = twee_metingen()
    gekozen = keuze.kies(
        keuze.metingen(eerste.meting.programma, maker()), str(tweede.meting_id), str(eerste.meting_id), LAATSTE_DAG
    )
    assert gekozen is not None
    assert (gekozen.van, gekozen.naar) == (eerste.meting, tweede.meting)


def _pagina(client, rol, **vraag) -> str:
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    return client.get(ADRES, vraag).content.decode()


def test_each_part_opens_its_practices_and_its_people_for_who_may_see_names(client):
    twee_metingen()
    ede = praktijk("Ede")
    bladzijde = _pagina(client, Rol.ANALIST, figuur="praktijken.actief")
    assert f'−1 <a href="/praktijken/{ede.pk}/">Ede (EDE)</a>' in bladzijde
    assert "gestart op 2 september 2019, voortijdig gestopt op 31 januari 2021" in bladzijde
    assert len(re.findall(r"samengevoegd op 31 maart 2021, gaat verder in TIE", bladzijde)) == 2

    els = Deelnemer.objects.get(nummer="D3")
    van_mo = _pagina(client, Rol.MEDEWERKER, figuur="deelnemers.totaal")
    van_ben = _pagina(client, Rol.ANALIST, figuur="deelnemers.totaal")
    assert f'−1 <a href="/deelnemers/{els.pk}/">D3 Els Eg</a>' in van_mo
    assert "D3" not in van_ben
    assert "Els" not in van_ben
    assert "1 persoon zonder naam" in van_ben


@pytest.mark.parametrize(
    ("rol", "status"), [(Rol.BEHEERDER, 200), (Rol.ANALIST, 200), (Rol.ADVISEUR, 404), (None, 404)]
)
def test_who_sees_measurements_sees_their_differences(client, rol, status):
    twee_metingen()
    client.force_login(gebruiker(rol), backend="mantelzorg.inloggen.AccountBackend")
    assert client.get(ADRES).status_code == status


def test_what_is_not_there_falls_back_and_another_programme_is_not_found(client):
    twee_metingen()
    assert "opgestarte praktijken van 11 naar 12" in _pagina(client, Rol.ANALIST, van="99", naar="x", figuur="y")
    assert client.get(ADRES, {"programma": "elders"}).status_code == 404


def test_without_a_fixed_measurement_the_page_says_so(client):
    gegevens.programma()
    assert "nog geen meting vastgesteld" in _pagina(client, Rol.ANALIST)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page_takes_a_constant_number_of_queries(client, aantal):
    programma = programma_2020()
    vastgesteld(programma)
    jaar_later(programma)
    for nummer in range(aantal):
        plek = gegevens.praktijk(programma, f"X{nummer}", start="2020-11-01", gemeenten=["GM0344"])
        gegevens.deelname(gegevens.deelnemer(programma, f"X{nummer}"), plek, vanaf="2020-11-01")
        vastgesteld(programma, 2021, "2021-06-30", voor_monitor=False, op=OP_2021)
    client.force_login(gebruiker(Rol.MEDEWERKER), backend="mantelzorg.inloggen.AccountBackend")
    with freeze_time("2022-01-01"), CaptureQueriesContext(connection) as vragen:
        client.get(ADRES, {"naar": "vandaag", "figuur": "deelnemers.totaal"})
    assert Meting.objects.count() == aantal + 1
    assert len(vragen) == 19
