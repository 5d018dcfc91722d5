"""The map: what is drawn, that it is safe and well-formed, and that the picture has its letters."""

import re

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import example, given, settings
from hypothesis import strategies as st

from monitor.kaartpunten import Kaartgebied, Kaartgrenzen, Kaartpraktijk, Kaartpunt
from monitor.weergave import kaart, kaartvlakken
from monitor.weergave.kaart import KAARTBRON, kaart_png, kaart_svg
from tests.monitor.weergave.kaartvoorbeelden import ELF, GEMEENTEN, praktijk

SVG = "{http://www.w3.org/2000/svg}"
TOEGESTAAN = {"svg", "title", "desc", "rect", "g", "path", "line", "circle", "text"}


ARNHEM = Kaartgebied(gebied="GM0202", ringen=(((5.8, 51.9), (6.0, 51.9), (6.0, 52.05), (5.8, 51.9)),))
GELDERLAND = Kaartgebied(gebied="Gelderland", ringen=(((5.0, 51.8), (6.8, 51.8), (6.8, 52.5), (5.0, 51.8)),))
GRENZEN = Kaartgrenzen(jaar=2020, gemeenten=(ARNHEM,), provincies=(GELDERLAND,))


def teken(praktijken=ELF, titel="Praktijken", tekstalternatief="Elf praktijken op de kaart", grenzen=None):
    return kaart_svg(praktijken, titel=titel, tekstalternatief=tekstalternatief, grenzen=grenzen)


def teksten(svg):
    return [element.text for element in fromstring(svg).iter(f"{SVG}text")]


def cirkels(svg):
    return [element.get("fill") for element in fromstring(svg).iter(f"{SVG}circle")]


def test_de_elf_praktijken_staan_er_met_nummer_en_naam_en_de_verdere_gemeente_met_hetzelfde_nummer():
    nummers = ["1", "10", "10", "11", "2", "3", "4", "5", "6", "7", "8", "9"]
    namen = sorted(re.sub(r"^\d+\. ", "", tekst) for tekst in teksten(teken()) if not tekst.isdigit())
    assert sorted(tekst for tekst in teksten(teken()) if tekst.isdigit()) == nummers
    assert namen == sorted([*(praktijk.naam for praktijk in ELF), "Praktijk", "Andere gemeente"])


def test_een_kaart_zonder_praktijken_zegt_dat_er_nog_geen_zijn():
    assert teksten(teken([])) == ["Nog geen praktijken"]
    assert len(list(fromstring(teken([])).iter(f"{SVG}path"))) == 12


def test_een_enkele_praktijk_heeft_geen_legenda_nodig():
    assert teksten(teken(ELF[:1])) == ["1", "Arnhem"]


def test_een_praktijk_zonder_gemeente_staat_niet_op_de_kaart_maar_wordt_geteld():
    assert teksten(teken([*ELF[:1], praktijk(2, "Nergens")])) == ["1", "Arnhem", "Zonder gemeente: 1"]
    assert teksten(teken([praktijk(1, "Nergens")])) == ["Zonder gemeente: 1"]


def test_twee_praktijken_in_een_gemeente_hebben_elk_een_speld_met_een_lijn_naar_dezelfde_stip():
    svg = teken([praktijk(1, "Noord", "GM0202"), praktijk(2, "Zuid", "GM0202")])
    assert [tekst for tekst in teksten(svg) if tekst.isdigit()] == ["1", "2"]
    assert cirkels(svg) == [kaart.DONKER]


def test_bij_tweehonderd_praktijken_staan_alle_nummers_er_en_geen_namen():
    punten = list(GEMEENTEN.values())[:200]
    praktijken = [
        Kaartpraktijk(nummer=nummer, naam=punt.naam, gemeenten=(punt,)) for nummer, punt in enumerate(punten, start=1)
    ]
    assert teksten(teken(praktijken)) == [str(nummer) for nummer in range(1, 200 + 1)]


def test_met_grenzen_staan_gemeenten_en_provincies_er_uit_dezelfde_indeling():
    land, gebieden = fromstring(teken(grenzen=GRENZEN)).iter(f"{SVG}g")
    assert [pad.get("d") for pad in land] == ["M172.8 294.2L352.5 294.2L352.5 180.3Z"]
    assert [pad.get("d") for pad in gebieden] == ["M252.7 277.9L272.7 277.9L272.7 253.5Z"]
    assert (gebieden.get("fill"), gebieden.get("stroke")) == (kaartvlakken.GEBIED, kaartvlakken.GEBIEDSGRENS)


def test_met_grenzen_legt_de_legenda_ook_het_gebied_uit_en_blijven_spelden_en_namen_staan():
    assert teksten(teken(grenzen=GRENZEN)) == [*teksten(teken()), "Gemeentegebied"]
    assert teksten(teken(ELF[:1], grenzen=GRENZEN)) == ["1", "Arnhem", "Gemeentegebied"]


def test_punten_die_op_de_kaart_samenvallen_staan_er_een_keer():
    vlak = Kaartgebied(gebied="GM0202", ringen=(((5.8, 51.9), (5.80001, 51.9), *ARNHEM.ringen[0][1:]),))
    dicht = Kaartgrenzen(jaar=2020, gemeenten=(vlak,), provincies=(GELDERLAND,))
    assert teken(grenzen=dicht) == teken(grenzen=GRENZEN)


def test_titel_en_tekstalternatief_horen_bij_de_afbeelding():
    wortel = fromstring(teken(titel="Waar?", tekstalternatief="In <elf> & meer"))
    titel, tekst = wortel.find(f"{SVG}title"), wortel.find(f"{SVG}desc")
    assert (titel.text, tekst.text) == ("Waar?", "In <elf> & meer")
    assert wortel.get("role") == "img"
    assert wortel.get("aria-labelledby") == f"{titel.get('id')} {tekst.get('id')}"


def test_twee_kaarten_op_een_pagina_hebben_elk_eigen_ids():
    ids = re.findall(r'id="([^"]+)"', teken() + teken(titel="Een andere"))
    assert len(ids) == len(set(ids)) == 2 + 2


def test_dezelfde_praktijken_geven_dezelfde_kaart():
    assert teken() == teken()


def test_de_kaart_past_zich_aan_de_breedte_aan():
    wortel = fromstring(teken())
    assert (wortel.get("viewBox"), wortel.get("width"), wortel.get("height")) == ("0 0 400 474", "100%", None)


def test_letters_zijn_op_een_scherm_van_320_nog_minstens_tien_pixels():
    maten = {float(element.get("font-size")) for element in fromstring(teken()).iter(f"{SVG}text")}
    assert maten == {14.0, 15.0, 17.0}
    assert min(maten) * (320 - 2 * 16) / 400 >= 10


def luminantie(kleur):
    kanalen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    rood, groen, blauw = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een, ander):
    licht, donker = sorted((luminantie(een), luminantie(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("grond", [kaart.LAND, kaartvlakken.BUITEN, kaartvlakken.GEBIED])
def test_spelden_en_letters_steken_genoeg_af(grond):
    assert contrast(kaart.DONKER, grond) >= 3
    assert contrast(kaart.INKT, grond) >= 4.5


@pytest.mark.parametrize("grond", [kaart.LAND, kaartvlakken.BUITEN])
def test_grenzen_steken_genoeg_af_en_die_van_een_gemeente_ook_op_haar_eigen_kleur(grond):
    assert contrast(kaartvlakken.GRENS, grond) >= 3
    assert contrast(kaartvlakken.GEBIEDSGRENS, grond) >= 3
    assert contrast(kaartvlakken.GEBIEDSGRENS, kaartvlakken.GEBIED) >= 3


def test_de_nummers_steken_af_tegen_hun_speld():
    assert contrast(kaart.WIT, kaart.DONKER) >= 4.5
    assert contrast(kaart.INKT, kaart.TINT) >= 4.5


punten = st.builds(
    Kaartpunt,
    code=st.just("GM0000"),
    naam=st.text(max_size=10),
    provincie=st.just("Utrecht"),
    lon=st.floats(min_value=0, max_value=9),
    lat=st.floats(min_value=49, max_value=55),
)
willekeurig = st.lists(
    st.builds(
        Kaartpraktijk,
        nummer=st.integers(min_value=0, max_value=9999),
        naam=st.text(max_size=60),
        gemeenten=st.lists(punten, max_size=3).map(tuple),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(praktijken=willekeurig, titel=st.text(), tekst=st.text())
@example(
    praktijken=[praktijk(1, "<script>alert('x')</script>", "GM0202")], titel="</title><script>", tekst="\x00\ud800"
)
@example(praktijken=[praktijk(1, "شبكة مقدمي الرعاية", "GM0935")], titel='"', tekst="'")
@example(praktijken=[praktijk(1, "W" * 60, "GM0935")], titel="&", tekst="]]>")
def test_wat_er_ook_getypt_is_de_kaart_is_geldige_xml_met_alleen_vormen_en_tekst(praktijken, titel, tekst):
    svg = kaart_svg(praktijken, titel=titel, tekstalternatief=tekst)
    elementen = list(fromstring(svg.encode("utf-8")).iter())
    kenmerken = {kenmerk for element in elementen for kenmerk in element.attrib}
    assert {element.tag.removeprefix(SVG) for element in elementen} <= TOEGESTAAN
    assert not {kenmerk for kenmerk in kenmerken if kenmerk == "style" or kenmerk.startswith("on") or "href" in kenmerk}


def test_de_png_heeft_zijn_handtekening_en_is_drie_keer_zo_groot():
    png = kaart_png(teken())
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (3 * 400, 3 * 474)


@pytest.mark.parametrize("tekst", ["Arnhem", "11", "Andere gemeente"])
def test_de_png_toont_de_letters_van_namen_nummers_en_legenda(tekst):
    svg = teken()
    assert teksten(svg).count(tekst) == 1
    assert kaart_png(svg) != kaart_png(svg.replace(f">{tekst}</text>", "></text>"))


def test_de_bron_noemt_wat_de_licenties_vragen():
    assert KAARTBRON == "Kaart: Natural Earth; plaatsen: GeoNames, CC BY 4.0"
