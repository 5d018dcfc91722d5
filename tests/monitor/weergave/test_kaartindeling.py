"""Places on the map: nothing overlaps, nothing falls off, and a name is found with its marker."""

from itertools import combinations
from math import dist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.kaartpunten import Kaartgebied, Kaartgrenzen, Kaartpraktijk, Kaartpunt
from monitor.weergave.kaartindeling import LEGENDA, indeling
from monitor.weergave.kaartnamen import NAAMBREEDTE, NAAMGROOTTE, naamregels
from monitor.weergave.kaartspelden import BREEDTE, HOOGTE, plek
from monitor.weergave.lettermaat import GEWOON, lettermaat
from monitor.weergave.plaatsing import Vak
from tests.monitor.weergave.kaartvoorbeelden import ELF, GEMEENTEN, praktijk

KAART = Vak(links=0, boven=0, rechts=BREEDTE, onder=HOOGTE)


def vakken(praktijken):
    kaart = indeling(praktijken)
    spelden = [speld.vak for speld in kaart.spelden if speld.vak is not None]
    return [LEGENDA, *spelden, *(etiket.vak for etiket in kaart.etiketten)]


def overlappend(praktijken):
    return [paar for paar in combinations(vakken(praktijken), 2) if paar[0].overlapt(paar[1])]


def breedte(tekst):
    return lettermaat(GEWOON).breedte(tekst, NAAMGROOTTE)


def test_de_elf_hebben_allemaal_een_speld_en_een_naam_en_niets_overlapt():
    assert len(vakken(ELF)) == 1 + (11 + 1) + 11
    assert overlappend(ELF) == []


def test_de_vakken_van_namen_zijn_zo_breed_als_de_letters():
    for etiket in indeling(ELF).etiketten:
        assert etiket.vak.breedte >= max(breedte(regel) for regel in etiket.regels)


def test_spelden_van_de_elf_staan_hooguit_een_speldbreedte_van_hun_gemeente_behalve_in_de_drukte():
    verschoven = {speld.praktijk.naam for speld in indeling(ELF).spelden if speld.verschoven}
    assert verschoven <= {"Ede", "Leusden", "Renswoude"}
    for speld in indeling(ELF).spelden:
        assert dist(speld.vak.midden, speld.punt) < 30


def test_een_naam_pal_naast_zijn_speld_is_kaal_en_elders_draagt_hij_het_nummer():
    assert [etiket.regels for etiket in indeling(ELF[:1]).etiketten] == [("Arnhem",)]
    samen = [praktijk(nummer, "Samen", "GM0202") for nummer in (1, 2, 3)]
    for etiket in indeling(samen).etiketten:
        assert etiket.regels[0] in {"Samen", "1. Samen", "2. Samen", "3. Samen"}
        assert etiket.lijn is None or etiket.regels != ("Samen",)


@pytest.mark.parametrize("aantal", [0, 1, 11, 40, 100, 200, 343])
def test_niets_overlapt_hoeveel_praktijken_er_ook_zijn(aantal):
    praktijken = [
        Kaartpraktijk(nummer=nummer, naam=punt.naam, gemeenten=(punt,))
        for nummer, punt in enumerate(list(GEMEENTEN.values())[:aantal], start=1)
    ]
    assert overlappend(praktijken) == []
    assert sum(speld.vak is not None for speld in indeling(praktijken).spelden) == aantal


def test_honderd_praktijken_in_een_gemeente_staan_naast_elkaar():
    praktijken = [praktijk(nummer, "Samen", "GM0202") for nummer in range(1, 100 + 1)]
    assert overlappend(praktijken) == []
    assert sum(speld.vak is not None for speld in indeling(praktijken).spelden) == 100


punten = st.builds(
    Kaartpunt,
    code=st.just("GM0000"),
    naam=st.just("Ergens"),
    provincie=st.just("Utrecht"),
    lon=st.floats(min_value=2, max_value=8),
    lat=st.floats(min_value=50, max_value=54),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.lists(punten, max_size=3)), max_size=25))
def test_waar_praktijken_ook_liggen_niets_overlapt_of_valt_van_de_kaart(gegevens):
    praktijken = [
        Kaartpraktijk(nummer=nummer, naam=naam, gemeenten=tuple(gemeenten))
        for nummer, (naam, gemeenten) in enumerate(gegevens, start=1)
    ]
    assert overlappend(praktijken) == []
    assert all(KAART.omvat(vak) for vak in vakken(praktijken))


def test_een_korte_naam_staat_op_een_regel_en_een_lange_op_twee():
    assert naamregels("Horst aan de Maas") == ("Horst aan de Maas",)
    assert naamregels("Samen sterk voor mantelzorgers") == ("Samen sterk voor", "mantelzorgers")


def test_wat_niet_in_twee_regels_past_eindigt_op_een_beletselteken():
    regels = naamregels("Samen sterk voor mantelzorgers in de hele regio")
    assert regels == ("Samen sterk voor", "mantelzorgers in de…")


def test_een_naam_zonder_zichtbare_tekens_heeft_geen_regels():
    assert naamregels(" \t\n") == ()


@given(st.text(max_size=80))
def test_elke_regel_past_in_de_breedte_van_een_naam(naam):
    regels = naamregels(naam)
    assert len(regels) <= 2
    assert all(breedte(regel) <= NAAMBREEDTE for regel in regels)


def test_het_noorden_is_boven_en_het_westen_links():
    groningen, maastricht = (plek(GEMEENTEN[code].lon, GEMEENTEN[code].lat) for code in ("GM0014", "GM0935"))
    middelburg, enschede = (plek(GEMEENTEN[code].lon, GEMEENTEN[code].lat) for code in ("GM0687", "GM0153"))
    assert groningen[1] < maastricht[1]
    assert middelburg[0] < enschede[0]


def grenzen_om(gemeente, straal):
    """A square area around the point of the municipality, so many map units to each side."""
    punt = GEMEENTEN[gemeente]
    graad = straal / (plek(punt.lon + 1, punt.lat)[0] - plek(punt.lon, punt.lat)[0])
    hoeken = [(-graad, -graad), (graad, -graad), (graad, graad), (-graad, -graad)]
    ring = tuple((punt.lon + oost, punt.lat + noord * 0.6) for oost, noord in hoeken)
    return Kaartgrenzen(jaar=2020, gemeenten=(Kaartgebied(gebied=gemeente, ringen=(ring,)),), provincies=())


def test_een_speld_staat_naast_een_gebied_dat_onder_haar_zou_verdwijnen_en_in_een_groter():
    klein, groot = (indeling(ELF[:1], grenzen_om("GM0202", straal)).spelden[0] for straal in (6, 20))
    assert not klein.vak.overlapt(Vak.rond(klein.punt, 11.5, 11.5))
    assert dist(klein.vak.midden, klein.punt) < 30
    assert groot.vak.midden == groot.punt


def test_ook_met_kleine_gebieden_hebben_alle_elf_hun_speld_en_naam():
    codes = [punt.code for een in ELF for punt in een.gemeenten]
    gebieden = tuple(grenzen_om(code, 4).gemeenten[0] for code in codes)
    kaart = indeling(ELF, Kaartgrenzen(jaar=2020, gemeenten=gebieden, provincies=()))
    alles = [*(speld.vak for speld in kaart.spelden), *(etiket.vak for etiket in kaart.etiketten)]
    assert len(alles) == (11 + 1) + 11
    assert not [paar for paar in combinations(alles, 2) if paar[0].overlapt(paar[1])]
