"""Figure 1 in words: for who doesn't see the map."""

import pytest

from monitor.rapport import maak_rapport
from monitor.weergave.figuur1 import figuur1_svg, kaartbron, tekstalternatief, titel
from monitor.weergave.kaart import KAARTBRON
from monitor.weergave.pagina import maak_pagina
from tests.gegevens import dag, praktijk, programma
from tests.monitor.grenzen.kaartbestanden import geladen

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


def cuijk():
    thuis = programma()
    praktijk(thuis, "CUI", naam="Cuijk", gemeenten=["GM1684"])
    return thuis


def test_without_borders_the_source_is_that_of_the_shipped_map():
    assert kaartbron(rapport(cuijk())) == KAARTBRON


def test_with_borders_the_source_names_cbs_and_the_year_and_the_text_says_what_is_coloured(tmp_path):
    geladen(tmp_path, 2020)
    gemaakt = rapport(cuijk())

    assert kaartbron(gemaakt) == maak_pagina(gemaakt).figuur1.bron
    assert kaartbron(gemaakt) == (
        "Kaart: gemeentegrenzen 2020, CBS/Kadaster, CC BY 4.0, vereenvoudigd; plaatsen: GeoNames, CC BY 4.0"
    )
    assert tekstalternatief(gemaakt) == (
        "Kaart van Nederland met 1 praktijk: 1 Cuijk. Het gebied van hun gemeenten is gekleurd."
    )


def test_borders_of_another_year_than_the_day_are_told(tmp_path):
    geladen(tmp_path, 2020)

    assert kaartbron(rapport(cuijk(), "2023-06-30")) == (
        "Kaart: gemeentegrenzen van 2020 in plaats van 2023, CBS/Kadaster, CC BY 4.0, vereenvoudigd; "
        "plaatsen: GeoNames, CC BY 4.0"
    )


def test_a_municipality_without_border_is_named_in_source_and_text(tmp_path):
    geladen(tmp_path, 2023)
    thuis = cuijk()
    praktijk(thuis, "ARN", naam="Arnhem", gemeenten=["GM0202"])
    gemaakt = rapport(thuis, "2023-06-30")

    assert kaartbron(gemaakt) == (
        "Kaart: gemeentegrenzen 2023, CBS/Kadaster, CC BY 4.0, vereenvoudigd; daarin niet: Cuijk; "
        "plaatsen: GeoNames, CC BY 4.0"
    )
    assert tekstalternatief(gemaakt).endswith("2 Cuijk. Het gebied van hun gemeenten is gekleurd, behalve van Cuijk.")


def test_the_map_of_2020_shows_cuijk_itself_though_later_borders_are_loaded_too(tmp_path):
    geladen(tmp_path, 2020)
    geladen(tmp_path, 2023)

    grenzen = rapport(cuijk()).grenzen

    assert (grenzen.jaar, [gebied.gebied for gebied in grenzen.gemeenten]) == (2020, ["GM1684"])
