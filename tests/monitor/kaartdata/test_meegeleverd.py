"""The shipped data files themselves."""

import json
import re
from datetime import date

from django.conf import settings

from monitor.weergave.lettermaat import LETTERBESTANDEN, LETTERMAP

NEDERLAND = {"lon": (3.3, 7.3), "lat": (50.7, 53.6)}
PROVINCIES = {
    "PV20": "Groningen",
    "PV21": "Fryslân",
    "PV22": "Drenthe",
    "PV23": "Overijssel",
    "PV24": "Flevoland",
    "PV25": "Gelderland",
    "PV26": "Utrecht",
    "PV27": "Noord-Holland",
    "PV28": "Zuid-Holland",
    "PV29": "Zeeland",
    "PV30": "Noord-Brabant",
    "PV31": "Limburg",
}


def lees(pad):
    return json.loads((settings.BASE_DIR / pad).read_text(encoding="utf-8"))


GEMEENTEN = lees("mantelzorg/gegevens/gemeenten.json")
PER_CODE = {rij["code"]: rij for rij in GEMEENTEN}


def test_er_zijn_twaalf_provincies_met_de_codes_van_het_cbs():
    kenmerken = [vlak["properties"] for vlak in lees("monitor/gegevens/provincies.json")["features"]]
    assert kenmerken == [{"code": code, "naam": naam} for code, naam in PROVINCIES.items()]


def test_de_omtrek_van_een_provincie_sluit_en_ligt_in_nederland():
    for vlak in lees("monitor/gegevens/provincies.json")["features"]:
        for (ring,) in vlak["geometry"]["coordinates"]:
            assert ring[0] == ring[-1]
            assert all(in_nederland(lon, lat) for lon, lat in ring)


def test_de_omtrekken_blijven_klein_en_noemen_hun_bron():
    bestand = settings.BASE_DIR / "monitor/gegevens/provincies.json"
    assert bestand.stat().st_size < 60_000
    assert "Natural Earth" in lees("monitor/gegevens/provincies.json")["attributie"]


def test_er_zijn_342_gemeenten_van_nu_en_cuijk():
    assert len(GEMEENTEN) == len(PER_CODE) == 342 + 1
    assert [rij["code"] for rij in GEMEENTEN if rij["eind"] is not None] == ["GM1684"]


def test_codes_hebben_de_vorm_van_het_cbs_en_provincies_bestaan():
    assert all(re.fullmatch(r"GM\d{4}", rij["code"]) for rij in GEMEENTEN)
    assert {rij["provincie"] for rij in GEMEENTEN} == set(PROVINCIES.values())


def in_nederland(lon, lat):
    (west, oost), (zuid, noord) = NEDERLAND["lon"], NEDERLAND["lat"]
    return west <= lon <= oost and zuid <= lat <= noord


def test_elk_punt_ligt_in_nederland_en_geen_twee_gemeenten_delen_een_punt():
    assert all(in_nederland(rij["lon"], rij["lat"]) for rij in GEMEENTEN)
    assert len({(rij["lon"], rij["lat"]) for rij in GEMEENTEN}) == len(GEMEENTEN)


def test_namen_staan_er_zoals_het_cbs_ze_schrijft():
    namen = {code: PER_CODE[code]["naam"] for code in ("GM0893", "GM0373", "GM0518", "GM1900", "GM0796", "GM0202")}
    assert namen == {
        "GM0893": "Bergen (L.)",
        "GM0373": "Bergen (NH.)",
        "GM0518": "'s-Gravenhage",
        "GM1900": "Súdwest-Fryslân",
        "GM0796": "'s-Hertogenbosch",
        "GM0202": "Arnhem",
    }
    assert not [rij["naam"] for rij in GEMEENTEN if rij["naam"].startswith("Gemeente")]


def test_namen_zijn_uniek():
    assert len({rij["naam"] for rij in GEMEENTEN}) == len(GEMEENTEN)


def test_cuijk_gaat_op_de_eerste_dag_van_2022_over_in_land_van_cuijk():
    cuijk, land_van_cuijk = PER_CODE["GM1684"], PER_CODE["GM1982"]
    assert (cuijk["naam"], cuijk["begin"], cuijk["eind"]) == ("Cuijk", None, "2022-01-01")
    assert (land_van_cuijk["naam"], land_van_cuijk["begin"], land_van_cuijk["eind"]) == (
        "Land van Cuijk",
        "2022-01-01",
        None,
    )
    assert date.fromisoformat(cuijk["eind"]) == date.fromisoformat(land_van_cuijk["begin"])


def test_het_lettertype_reist_met_zijn_licentie():
    assert [bestand.name for bestand in LETTERBESTANDEN if bestand.is_file()] == [
        "IBMPlexSans-Regular.ttf",
        "IBMPlexSans-SemiBold.ttf",
    ]
    assert 'Copyright © 2017 IBM Corp. with Reserved Font Name "Plex"' in (LETTERMAP / "OFL.txt").read_text("utf-8")
