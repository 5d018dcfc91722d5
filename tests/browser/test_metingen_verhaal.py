"""Three years of measuring, by those who do it: asked round, fixed, explained, protected, published, and still true.

2019 is nvt, for nothing had started; 2020 counts 11 practices; in an invented 2021 one stopped early and two went on in
another. Afterwards a record changes, a participant is erased, and somebody tampers.
"""

from pathlib import Path

import pytest

from tests.browser.conftest import Controleer
from tests.browser.reis import Reis
from tests.browser.verhaal import echtheid, jaren, later, openbaar, wereld
from tests.browser.verhaal.daden import Verhaal

pytestmark = pytest.mark.browser


@pytest.fixture
def verhaal(stamgegevens: None, reis: Reis, controleer: Controleer) -> Verhaal:  # noqa: ARG001  # asked for its effect
    reis.op("2019-06-03 09:00")
    return Verhaal(wereld=wereld.maak_wereld(), reis=reis, controleer=controleer)


def test_three_years_are_measured_published_and_stay_what_they_were(verhaal: Verhaal, tmp_path: Path) -> None:
    jaren.in_2019_was_er_niets_gestart(verhaal)
    jaren.in_2020_zijn_het_er_11(verhaal)
    openbaar.wat_iedereen_krijgt_bij_drempel_5(verhaal)
    jaren.in_2021_stopt_er_een_en_gaan_er_twee_samen(verhaal)
    openbaar.wat_de_reeks_vertelt(verhaal)
    later.vera_leest_waarom_het_er_minder_zijn(verhaal)
    later.hoorn_begon_toch_later(verhaal)
    later.iemand_uit_arnhem_wordt_gewist(verhaal)
    echtheid.vera_hoort_of_een_bestand_echt_is(verhaal, tmp_path)
    openbaar.zonder_drempel_is_alles_te_lezen(verhaal)
    echtheid.een_byte_verandert_in_de_database(verhaal)
