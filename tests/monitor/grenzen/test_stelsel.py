"""Points in degrees or in RD; what is in neither is refused."""

import csv

import pytest

from monitor.grenzen.stelsel import Kader, VreemdStelsel, omzetting, uit_graden, uit_rd
from tests.monitor.grenzen.kaartbestanden import CBS

GRADEN = Kader(west=3.36, zuid=50.75, oost=7.23, noord=53.56)
RD = Kader(west=13_600, zuid=306_800, oost=278_000, noord=619_300)
MARTINITOREN = (233_883.131, 582_065.167), (6.56820, 53.21938)


def urn(naam: str) -> dict[str, object]:
    return {"type": "name", "properties": {"name": naam}}


def test_rd_becomes_degrees_by_the_published_formula():
    in_rd, in_graden = MARTINITOREN
    assert uit_rd(*in_rd) == in_graden
    assert uit_rd(155_000, 463_000) == (5.38721, 52.15517)


@pytest.mark.skipif(not CBS.exists(), reason="de gedeelde map staat niet naast deze checkout")
def test_rd_of_every_municipality_comes_within_two_metres_of_its_degrees():
    with (CBS / "gemeenten.csv").open(encoding="utf-8-sig", newline="") as bestand:
        rijen = [rij for rij in csv.DictReader(bestand) if rij["rd_x"]]
    verschillen = []
    for rij in rijen:
        lon, lat = uit_rd(float(rij["rd_x"]), float(rij["rd_y"]))
        verschillen += [abs(lon - float(rij["lon"])) * 68_000, abs(lat - float(rij["lat"])) * 111_000]
    assert len(verschillen) == 2 * 421
    assert max(verschillen) < 2


@pytest.mark.parametrize("crs", [None, urn("urn:ogc:def:crs:OGC:1.3:CRS84"), urn("EPSG:4326"), urn("EPSG::4258")])
def test_degrees_stay_what_they_are(crs):
    assert omzetting(crs, GRADEN) is uit_graden


@pytest.mark.parametrize(
    "crs", [None, urn("urn:ogc:def:crs:EPSG::28992"), urn("http://www.opengis.net/def/crs/EPSG/0/7415")]
)
def test_metres_are_rd_also_where_the_file_does_not_say_so(crs):
    assert omzetting(crs, RD) is uit_rd


@pytest.mark.parametrize(
    ("crs", "kader", "reden"),
    [
        (urn("EPSG:28992"), GRADEN, "De coördinaten zijn niet in het stelsel dat het bestand noemt (crs)."),
        (urn("EPSG:4326"), RD, "De coördinaten zijn niet in het stelsel dat het bestand noemt (crs)."),
        (
            urn("EPSG:3857"),
            RD,
            "Het bestand noemt een coördinatenstelsel dat hier niet werkt. Neem graden (EPSG:4326) of RD (EPSG:28992).",
        ),
        (
            "RD",
            RD,
            "Het bestand noemt een coördinatenstelsel dat hier niet werkt. Neem graden (EPSG:4326) of RD (EPSG:28992).",
        ),
        (
            None,
            Kader(west=50.75, zuid=3.36, oost=53.56, noord=7.23),
            "Lengte- en breedtegraad staan verwisseld: GeoJSON heeft eerst de lengtegraad.",
        ),
        (
            None,
            Kader(west=3.36, zuid=12.0, oost=7.23, noord=53.56),
            "Er liggen punten buiten Nederland, of het coördinatenstelsel klopt niet. "
            "Neem graden (EPSG:4326) of RD (EPSG:28992).",
        ),
    ],
)
def test_another_system_is_refused_with_the_reason(crs, kader, reden):
    with pytest.raises(VreemdStelsel) as gevangen:
        omzetting(crs, kader)
    assert str(gevangen.value) == reden
