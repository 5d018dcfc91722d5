"""What is read of a file, and that whatever stands in it ends in an error in Dutch."""

import json

import pytest

from monitor.grenzen import bestand
from monitor.grenzen.bestand import OnbruikbareGrenzen
from monitor.grenzen.gebieden import lees_grenzen
from tests.monitor.grenzen.kaartbestanden import gebied, schrijf, vierkant

RING = vierkant(5.0, 52.0, 0.5)


def ringen(lijn):
    return (tuple(tuple(punt) for punt in lijn),)


@pytest.fixture
def pad(tmp_path):
    return tmp_path / "grenzen.geojson"


def test_municipalities_are_read_as_pdok_gives_them_and_provinces_passed_over(pad):
    gelezen = lees_grenzen(schrijf(pad, [gebied("GM0202", RING), gebied("PV25", RING)]))
    assert (gelezen.jaar, gelezen.codes, gelezen.fouten) == (2021, ("GM0202",), ())
    assert gelezen.gebieden == {"GM0202": ringen(RING)}


def test_the_year_may_stand_in_the_name_of_the_whole(pad):
    arnhem = gebied("", RING) | {"properties": {"code": "GM0202", "niveau": "gemeente"}}
    gelezen = lees_grenzen(schrijf(pad, [arnhem], name="nederland_2021"))
    assert (gelezen.jaar, gelezen.gebieden, gelezen.fouten) == (2021, {"GM0202": ringen(RING)}, ())


def test_a_file_in_rd_is_read_into_degrees(pad):
    amersfoort, westertoren, martinitoren = [155_000, 463_000], [120_700.723, 487_525.501], [233_883.131, 582_065.167]
    vlak = [amersfoort, martinitoren, westertoren, amersfoort]
    gelezen = lees_grenzen(schrijf(pad, [gebied("GM0202", vlak)]))
    assert gelezen.fouten == ()
    assert gelezen.gebieden["GM0202"][0] == (
        (4.88353, 52.37453), (5.38721, 52.15517), (6.56820, 53.21938), (4.88353, 52.37453),
    )  # fmt: skip


def test_holes_and_separate_parts_are_kept_the_inside_on_the_left(pad):
    gat = vierkant(5.1, 52.1, 0.1)
    eiland = vierkant(6.0, 53.0, 0.1)
    deel = gebied("GM0202")
    deel["geometry"] = {"type": "MultiPolygon", "coordinates": [[RING[::-1], gat], [eiland]]}
    gelezen = lees_grenzen(schrijf(pad, [deel]))
    assert gelezen.gebieden == {"GM0202": (*ringen(RING), *ringen(gat[::-1]), *ringen(eiland))}


@pytest.mark.parametrize(
    ("jaren", "gevraagd", "naam", "jaar", "fouten"),
    [
        ([2021], None, None, 2021, ()),
        ([2021], 2021, None, 2021, ()),
        ([], 2020, None, 2020, ()),
        ([], None, "cbs_gemeente_2019_gegeneraliseerd", 2019, ()),
        ([2021], 2020, None, None, ("Het bestand is van 2021, en niet van 2020 (--jaar).",)),
        ([2021, 2020], None, None, None, ("Het bestand noemt meer dan één jaar: 2020, 2021.",)),
        ([], None, "12345678", None, ("Het bestand noemt geen jaar. Geef het met --jaar.",)),
        ([], 20210, None, None, ("20210 is geen jaar waarvan grenzen bestaan.",)),
    ],
)
def test_file_and_option_agree_on_one_year(pad, jaren, gevraagd, naam, jaar, fouten):
    gebieden = [gebied(f"GM000{nummer}", RING, jaar=van) for nummer, van in enumerate(jaren)]
    zonder = [] if jaren else [gebied("", RING) | {"properties": {"statcode": "GM0001", "jaar": 10**400}}]
    gelezen = lees_grenzen(schrijf(pad, gebieden + zonder, name=naam), gevraagd)
    assert (gelezen.jaar, gelezen.fouten) == (jaar, fouten)


def met(**geometrie):
    return {"properties": {"statcode": "GM0202", "jaar": 2021}, "geometry": {"type": "Polygon", **geometrie}}


GEEN_GRENS = "Een gebied heeft geen grens: GM0202."
GEEN_PUNT = "Een punt is geen paar van gewone getallen: GM0202."


@pytest.mark.parametrize(
    ("gebieden", "fout"),
    [
        ([met(type="Point", coordinates=[5, 52])], "Een gebied is geen Polygon of MultiPolygon: GM0202."),
        ([{**met(), "geometry": None}], "Een gebied is geen Polygon of MultiPolygon: GM0202."),
        ([met(coordinates=[])], GEEN_GRENS),
        ([met(type="MultiPolygon", coordinates=[[RING], []])], GEEN_GRENS),
        ([met(coordinates=[RING[:3]])], "Een grenslijn heeft minder dan vier punten: GM0202."),
        ([met(coordinates=["ABCD"])], "Een grenslijn heeft minder dan vier punten: GM0202."),
        ([met(coordinates=[RING[:4]])], "Een grenslijn eindigt niet waar zij begint: GM0202."),
        ([met(coordinates=[[RING[0], ["5", "52"], *RING[2:]]])], GEEN_PUNT),
        ([met(coordinates=[[RING[0], [True, 52], *RING[2:]]])], GEEN_PUNT),
        ([met(coordinates=[[RING[0], [5], *RING[2:]]])], GEEN_PUNT),
        ([met(coordinates=[[RING[0], [10**400, 52], *RING[2:]]])], GEEN_PUNT),
        ([met(coordinates=[[[5, 52], [5, 52], [5, 52], [5, 52]]])], "Een gebied heeft geen oppervlakte: GM0202."),
        ([met(coordinates=[RING]), met(coordinates=[RING])], "Een gemeente staat er meer dan één keer in: GM0202."),
    ],
)
def test_a_border_that_is_none_is_told_with_its_municipality(pad, gebieden, fout):
    gelezen = lees_grenzen(schrijf(pad, gebieden))
    assert (gelezen.codes, gelezen.fouten) == (("GM0202",), (fout,))


def test_every_error_is_told_and_those_alike_on_one_line(pad):
    gebieden = [
        {},
        "tekst",
        gebied("GM0202"),
        gebied("GM0228"),
        gebied("GM0232", RING),
        gebied("GM0232", RING, jaar=2020),
    ]
    assert lees_grenzen(schrijf(pad, gebieden), 2019).fouten == (
        "Een gebied heeft geen code (statcode): nummer 1, nummer 2.",
        "Een gebied heeft geen grens: GM0202, GM0228.",
        "Een gemeente staat er meer dan één keer in: GM0232.",
        "Het bestand is van 2021, en niet van 2019 (--jaar).",
    )


def test_a_file_without_municipalities_says_so(pad):
    fouten = lees_grenzen(schrijf(pad, [gebied("PV25", RING)]), 2021).fouten
    assert fouten == ("Er staan geen gemeenten in het bestand.",)


ONLEESBAAR = "{pad} is niet te lezen als GeoJSON (UTF-8)."


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", ONLEESBAAR),
        (b"hallo", ONLEESBAAR),
        (b"\xff\xfe{}", ONLEESBAAR),
        (b"[" * 100_000 + b"]" * 100_000, ONLEESBAAR),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, ONLEESBAAR),
        (b'{"type":"FeatureCollection","features":[NaN]}', ONLEESBAAR),
        (b'{"type":"FeatureCollection","features":[-Infinity]}', ONLEESBAAR),
        (b'{"type":"FeatureCollection","features":[' + b"9" * 10_000 + b"]}", ONLEESBAAR),
        (b"[1]", "{pad} is geen GeoJSON met gebieden (FeatureCollection)."),
        (b'{"type":"Topology"}', "{pad} is geen GeoJSON met gebieden (FeatureCollection)."),
        (b'{"type":"FeatureCollection","features":{}}', "{pad} heeft geen lijst van gebieden (features)."),
        (
            b"[" * 600_000,
            "{pad} heeft te veel punten: meer dan 500.000. Neem bij CBS of PDOK de gegeneraliseerde grenzen.",
        ),
    ],
)
def test_what_is_no_geojson_is_refused_in_one_line(pad, inhoud, melding):
    pad.write_bytes(inhoud)
    with pytest.raises(OnbruikbareGrenzen) as gevangen:
        lees_grenzen(pad, 2021)
    assert str(gevangen.value) == melding.format(pad=pad)


def test_a_number_beyond_all_bounds_is_no_point(pad):
    tekst = json.dumps(
        {"type": "FeatureCollection", "features": [gebied("GM0202", [[5, 52], [77, 52], [5, 53], [5, 52]])]}
    )
    pad.write_text(tekst.replace("77", "1e999"))
    assert lees_grenzen(pad).fouten == (GEEN_PUNT,)


def test_a_file_of_200_mb_is_refused_before_it_is_read(pad):
    with pad.open("wb") as groot:
        groot.truncate(200_000_000)
    with pytest.raises(OnbruikbareGrenzen) as gevangen:
        lees_grenzen(pad)
    assert str(gevangen.value) == (
        f"{pad} is groter dan {bestand.GROOTSTE_BESTAND // 10**6} MB. Neem bij CBS of PDOK de gegeneraliseerde grenzen."
    )


def test_a_file_that_is_not_there_is_told(tmp_path):
    for pad in (tmp_path, tmp_path / "nergens"):
        with pytest.raises(OnbruikbareGrenzen) as gevangen:
            lees_grenzen(pad)
        assert str(gevangen.value) == f"{pad} is niet te lezen."


def test_a_byte_order_mark_is_no_error(pad):
    schrijf(pad, [gebied("GM0202", RING)])
    pad.write_bytes(b"\xef\xbb\xbf" + pad.read_bytes())
    assert lees_grenzen(pad).fouten == ()
