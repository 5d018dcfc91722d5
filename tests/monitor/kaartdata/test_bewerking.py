"""How the shipped files are made from their sources."""

import pytest

from monitor.kaartdata.gemeenten import Gemeenterij, gemeenterijen
from monitor.kaartdata.provincies import PROVINCIES, provincievlakken

CUIJK = {"name": "Cuijk", "lat": "51.73", "lng": "5.88", "country": "NL", "admin1": "06", "admin2": "1982"}


def plaats(naam, lat, lng, gemeente, land="NL"):
    return {"name": naam, "lat": lat, "lng": lng, "country": land, "admin1": "09", "admin2": gemeente}


def eerste_rij(naam, *plaatsen, code="NL.09.0001"):
    return gemeenterijen([{"code": code, "name": naam}], [CUIJK, *plaatsen])[0]


def test_een_gemeente_staat_op_de_plaats_met_haar_naam_en_verliest_het_voorvoegsel():
    rij = eerste_rij("Gemeente Ede", plaats("Lunteren", "52.0", "5.0", "0001"), plaats("Ede", "52.5", "5.5", "0001"))
    assert rij == Gemeenterij(code="GM0001", naam="Ede", provincie="Utrecht", lon=5.5, lat=52.5, begin=None, eind=None)


def test_zonder_plaats_van_die_naam_telt_de_plaats_die_de_naam_noemt():
    plaatsen = [plaats("America", "52.0", "5.0", "0001"), plaats("Horst", "52.5", "5.5", "0001")]
    assert eerste_rij("Gemeente Horst aan de Maas", *plaatsen)["lon"] == 5.5


def test_en_anders_de_plaats_die_het_meest_in_het_midden_ligt():
    plaatsen = [
        plaats("A", "52.0", "5.0", "0001"),
        plaats("B", "52.0", "5.2", "0001"),
        plaats("C", "52.0", "5.6", "0001"),
    ]
    assert eerste_rij("Polder", *plaatsen)["lon"] == 5.2


def test_plaatsen_in_een_ander_land_tellen_niet_mee():
    with pytest.raises(ValueError, match="GM0001 Ede"):
        eerste_rij("Gemeente Ede", plaats("Ede", "7.7", "4.4", "0001", land="NG"))


def vierkant(code, *ring):
    return {
        "properties": {"gn_a1_code": code},
        "geometry": {"type": "Polygon", "coordinates": [[*map(list, ring), list(ring[0])]]},
    }


def ver_weg(plek, code):
    return vierkant(code, (plek, 40), (plek + 0.5, 40), (plek, 40.5))


def test_buren_houden_na_het_vereenvoudigen_dezelfde_grens_in_beide_richtingen():
    grens = [(5, 52), (5.05, 52.25), (5.0501, 52.26), (5, 52.5), (4.95, 52.75), (5, 53)]
    links = vierkant("NL.01", *grens, (4, 53), (4, 52))
    rechts = vierkant("NL.02", *grens[::-1], (6, 52), (6, 53))
    andere = [ver_weg(plek, code) for plek, code in enumerate(sorted(PROVINCIES)[2:])]
    vlakken = {vlak["properties"]["naam"]: vlak for vlak in provincievlakken([links, rechts, *andere])}
    randen = [set(vlakken[naam]["geometry"]["coordinates"][0][0]) for naam in ("Drenthe", "Fryslân")]
    assert randen[0] & randen[1] == {(5, 52), (5.0501, 52.26), (4.95, 52.75), (5, 53)}


def test_ook_waar_twee_punten_even_ver_uitsteken_kiezen_buren_hetzelfde():
    grens = [(5, 52), (5.4, 52.0021), (5.6, 52.0021), (6, 52)]
    boven = vierkant("NL.01", *grens, (6, 53), (5, 53))
    onder = vierkant("NL.02", *grens[::-1], (5, 51), (6, 51))
    andere = [ver_weg(plek, code) for plek, code in enumerate(sorted(PROVINCIES)[2:])]
    vlakken = {vlak["properties"]["naam"]: vlak for vlak in provincievlakken([boven, onder, *andere])}
    randen = [set(vlakken[naam]["geometry"]["coordinates"][0][0]) for naam in ("Drenthe", "Fryslân")]
    assert len(randen[0] & randen[1]) == 2 + 1


def test_een_bron_zonder_een_van_de_provincies_is_een_fout():
    with pytest.raises(ValueError, match=r"NL\.16"):
        provincievlakken([ver_weg(plek, code) for plek, code in enumerate(sorted(PROVINCIES)[:-1])])
