"""Borders are kept per year: all or nothing, the same file twice is nothing new, and every error is told."""

from io import StringIO

import pytest
from django.core.management import call_command

from mantelzorg.models import Gemeente
from monitor.grenzen.gebieden import lees_grenzen
from monitor.grenzen.laden import Grenstelling, laad
from monitor.management.commands.laad_gemeentegrenzen import Command
from monitor.models import Grens
from tests.monitor.grenzen.kaartbestanden import CBS, codes_van, gebied, geladen, schaakbord, schrijf, vierkant

pytestmark = pytest.mark.django_db
TIP = "Is de lijst van gemeenten niet volledig? Laad haar dan eerst, met manage.py laad_gemeenten."
ALLE = 342


def opdracht(*argumenten):
    """What the command says and its exit status."""
    uit, fout = StringIO(), StringIO()
    try:
        call_command("laad_gemeentegrenzen", *argumenten, stdout=uit, stderr=fout)
    except SystemExit as einde:
        return uit.getvalue(), fout.getvalue().splitlines(), einde.code
    return uit.getvalue(), fout.getvalue().splitlines(), 0


def telling(jaar, **aantallen):
    return Grenstelling(jaar=jaar, **({"nieuw": 0, "gewijzigd": 0, "ongewijzigd": 0, "vervallen": 0} | aantallen))


def stand():
    return list(Grens.objects.values_list("jaar", "gemeente", "provincie", "ringen"))


@pytest.fixture
def pad(tmp_path):
    return tmp_path / "grenzen.geojson"


def test_a_year_is_loaded_and_the_same_file_again_changes_nothing(pad):
    schrijf(pad, schaakbord(codes_van(2020), 2020))
    assert opdracht(pad) == (f"Gemeentegrenzen 2020: {ALLE} nieuw, 0 gewijzigd, 0 ongewijzigd.\n", [], 0)
    eerst = stand()
    assert opdracht(pad) == (f"Gemeentegrenzen 2020: 0 nieuw, 0 gewijzigd, {ALLE} ongewijzigd.\n", [], 0)
    assert stand() == eerst
    arnhem = Grens.objects.get(jaar=2020, gemeente="GM0202")
    rij, kolom = divmod(codes_van(2020).index("GM0202"), 19)
    assert arnhem.ringen == [vierkant(round(4 + kolom * 0.05, 4), round(51 + rij * 0.05, 4), 0.05)]


def test_a_missing_file_on_the_command_line_is_one_dutch_line(capsys):
    with pytest.raises(SystemExit) as einde:
        Command().run_from_argv(["manage.py", "laad_gemeentegrenzen"])
    assert einde.value.code == 2
    melding = "De opdracht is niet te lezen. Zie: manage.py laad_gemeentegrenzen --help"
    assert tuple(capsys.readouterr()) == ("", f"{melding}\n")


def test_the_provinces_come_from_their_municipalities(tmp_path):
    geladen(tmp_path, 2020)
    namen = Grens.objects.filter(gemeente=None).values_list("provincie", flat=True)
    assert set(namen) == set(Gemeente.objects.values_list("provincie", flat=True))
    assert len(namen) == 12


def test_a_changed_border_is_counted_and_another_year_left_alone(pad):
    gebieden = schaakbord(codes_van(2020), 2020)
    laad(lees_grenzen(schrijf(pad, schaakbord(codes_van(2022), 2022))))
    laad(lees_grenzen(schrijf(pad, gebieden)))
    toen = [rij for rij in stand() if rij[0] == 2022]
    gebieden[-1]["geometry"]["coordinates"] = [vierkant(6.0, 53.0, 0.05)]
    assert laad(lees_grenzen(schrijf(pad, gebieden))) == telling(2020, gewijzigd=1, ongewijzigd=ALLE - 1)
    assert [rij for rij in stand() if rij[0] == 2022] == toen


def test_a_municipality_that_leaves_the_division_of_a_year_leaves_its_borders(pad):
    laad(lees_grenzen(schrijf(pad, schaakbord(codes_van(2020), 2020))))
    Gemeente.objects.filter(code="GM1684").update(eind="2019-01-01")
    nieuw = laad(lees_grenzen(schrijf(pad, schaakbord([*codes_van(2020)], 2020))))
    assert (nieuw.nieuw, nieuw.vervallen) == (0, 1)
    assert opdracht(pad)[0] == f"Gemeentegrenzen 2020: 0 nieuw, 0 gewijzigd, {ALLE - 1} ongewijzigd.\n"
    assert not Grens.objects.filter(gemeente="GM1684").exists()


def test_the_division_of_the_year_is_complete_and_no_more_than_that(pad):
    codes = [code for code in codes_van(2020) if code not in ("GM1684", "GM0202")]
    schrijf(pad, schaakbord([*codes, "GM1982", "GM9998", "GM9999"], 2020))
    assert opdracht(pad) == (
        "",
        [
            "Onbekende gemeenten: GM9998, GM9999.",
            "Gemeenten die er op 1 januari 2020 niet waren: GM1982.",
            "Gemeenten van 1 januari 2020 die ontbreken: GM0202, GM1684.",
            TIP,
        ],
        1,
    )
    assert stand() == []


def test_one_wrong_border_and_nothing_is_kept_while_all_errors_are_told(pad):
    geladen(pad.parent, 2020)
    eerst = stand()
    gebieden = [*schaakbord(codes_van(2020), 2020), gebied("GM9999", jaar=2020)]
    gebieden[0]["geometry"]["coordinates"] = [vierkant(4.0, 51.0, 0.04)]
    gebieden[5]["geometry"] = None
    assert opdracht(schrijf(pad, gebieden), "--jaar", "2020") == (
        "",
        [
            f"Een gebied is geen Polygon of MultiPolygon: {codes_van(2020)[5]}.",
            "Een gebied heeft geen grens: GM9999.",
            "Onbekende gemeenten: GM9999.",
            TIP,
        ],
        1,
    )
    assert stand() == eerst


@pytest.mark.parametrize("jaar", ["", "twintig", "20", "-2020", "٢٠٢٠"])
def test_a_year_that_is_none_is_told(pad, jaar):
    assert opdracht(pad, f"--jaar={jaar}") == ("", [f"'{jaar}' is geen jaar (--jaar): schrijf vier cijfers."], 1)


@pytest.mark.skipif(not CBS.exists(), reason="de gedeelde map staat niet naast deze checkout")
def test_the_file_of_cbs_loads_twice_after_the_full_list():
    bestand = CBS / "cbs-gebiedsindelingen-2021.geojson"
    _, fouten, code = opdracht(bestand)
    assert (fouten[-1], code) == (TIP, 1)
    call_command("laad_gemeenten", CBS / "gemeenten.csv", stdout=StringIO())
    assert opdracht(bestand) == ("Gemeentegrenzen 2021: 352 nieuw, 0 gewijzigd, 0 ongewijzigd.\n", [], 0)
    assert opdracht(bestand) == ("Gemeentegrenzen 2021: 0 nieuw, 0 gewijzigd, 352 ongewijzigd.\n", [], 0)
    assert Grens.objects.filter(jaar=2021, gemeente=None).count() == 12
