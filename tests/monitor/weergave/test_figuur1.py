"""Figure 1 in words: for who doesn't see the map."""

import pytest

from monitor.rapport import maak_rapport
from monitor.weergave.figuur1 import figuur1_svg, tekstalternatief, titel
from tests.gegevens import dag, praktijk, programma

pytestmark = pytest.mark.django_db


def rapport(thuis, peildatum="2020-06-30"):
    return maak_rapport(thuis, dag(peildatum), vandaag=dag("2026-01-01"))


def test_the_text_names_each_practice_by_its_number_and_its_municipalities():
    thuis = programma()
    praktijk(thuis, "REN", naam="Renswoude", gemeenten=["GM0339", "GM0279"])
    praktijk(thuis, "ARN", naam="Arnhem", gemeenten=["GM0202"])
    praktijk(thuis, "ZZZ", naam="Zonder plek")

    assert tekstalternatief(rapport(thuis)) == (
        "Kaart van Nederland met 3 praktijken: "
        "1 Arnhem; 2 Renswoude (Renswoude, Scherpenzeel); 3 Zonder plek (geen gemeente vastgelegd)."
    )


def test_without_practices_the_text_says_so():
    assert tekstalternatief(rapport(programma())) == "Kaart van Nederland zonder praktijken."


def test_title_and_text_stand_in_the_svg_itself():
    thuis = programma()
    praktijk(thuis, "ARN", naam="Arnhem <&>", gemeenten=["GM0202"])

    svg = figuur1_svg(rapport(thuis))

    assert f"{titel(rapport(thuis))}</title>" in svg
    assert "1 Arnhem &lt;&amp;&gt; (Arnhem).</desc>" in svg
