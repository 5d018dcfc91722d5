"""Who a list says was there: headings, marks and words; what is not certain is unknown, never present."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mantelzorg.velden import regel
from praktijken.models import Stand
from praktijken.sessies.presentielijst.bestand import _leesbaar
from praktijken.sessies.presentielijst.lezen import MEESTE, Regel, TeVeel, uit_rijen, uit_tekst

WEL, NIET, BERICHT, ONBEKEND = "aanwezig", "niet gekomen", "afgemeld", ""


def standen(tekst):
    return [een.stand for een in uit_tekst(tekst)]


@pytest.mark.parametrize(
    ("kop", "cellen", "verwacht"),
    [
        ("Aanwezig", "ja nee JA Nee", [WEL, NIET, WEL, NIET]),
        ("AANWEZIG?", "1 0", [WEL, NIET]),
        ("Aanwezig (ja/nee)", "j n", [WEL, NIET]),
        ("aanwezigheid", "x - x", [WEL, ONBEKEND, WEL]),
        ("aanwezigheid", "x _ X", [WEL, NIET, WEL]),
        ("Presentie", "✓ _ v", [WEL, NIET, WEL]),
        ("Presentie", "✓ x _", [WEL, ONBEKEND, ONBEKEND]),
        ("aanwezig", "ja nee _", [WEL, NIET, ONBEKEND]),
        ("aanwezig", "_ _", [ONBEKEND, ONBEKEND]),
        ("aanwezig", "nee _", [NIET, ONBEKEND]),
        ("aanwezig", "ja afgemeld no-show", [WEL, BERICHT, NIET]),
        ("Afwezig", "x _", [NIET, WEL]),
        ("afwezig", "ja nee", [NIET, WEL]),
        ("afwezig", "1 0", [NIET, WEL]),
        ("Afgemeld", "x _ nee", [BERICHT, ONBEKEND, ONBEKEND]),
        ("Status", "Aanwezig AFWEZIG afgemeld", [WEL, NIET, BERICHT]),
        ("status", "aangemeld ja x 1 _", [ONBEKEND] * 5),
        ("aan-/afwezig", "aanwezig afwezig ja", [WEL, NIET, ONBEKEND]),
        ("Telefoon", "nee 0", [WEL, WEL]),
    ],
)
def test_a_column_with_a_heading(kop, cellen, verwacht):
    rijen = [f"Naam {chr(65 + nr)};{cel.replace('_', '')}" for nr, cel in enumerate(cellen.split())]

    assert standen("\n".join([f"Naam;{kop}", *rijen])) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Jan\nPiet", [WEL, WEL]),
        ("Jan;;afwezig\nPiet;Zorggroep;aanwezig", [NIET, WEL]),
        ("Jan (afgemeld)\nPiet - no show\nKees", [BERICHT, NIET, ONBEKEND]),
        ("Jan, afwezig\nPiet: aanwezig", [NIET, WEL]),
        ("☑ Jan\n☐ Piet\n- Kees", [WEL, ONBEKEND, ONBEKEND]),
        ("Jan;x\nPiet;", [WEL, ONBEKEND]),
        ("Jan;ja\nPiet;nee", [WEL, ONBEKEND]),
        ("Jan;aanwezig;afgemeld", [ONBEKEND]),
        ('Naam,Aanwezig\nJan,ja\n"Vries, Piet de",nee', [WEL, NIET]),
        ("Naam;Aanwezig\nJan;ja\nJan;nee\nPiet;ja\nPiet;ja", [ONBEKEND, WEL]),
        ("Naam;Aanwezig;Afgemeld\nJan;x;\nPiet;;x\nKees;;\nLies;x;x", [WEL, BERICHT, NIET, ONBEKEND]),
        ("Naam;Aanwezig;Afwezig\nJan;x;\nPiet;;x\nKees;;", [WEL, NIET, ONBEKEND]),
    ],
)
def test_a_list_as_people_make_it(tekst, verwacht):
    assert standen(tekst) == verwacht


def test_the_name_the_organisation_and_the_status_come_apart():
    assert uit_tekst("Jan Groot (afgemeld);Zorggroep;jan@a.example") == [
        Regel(naam="Jan Groot", organisatie="Zorggroep", email="jan@a.example", status="afgemeld", stand=BERICHT)
    ]
    assert uit_tekst("Naam;Status;Namens\nJan Groot;Misschien;Zorggroep") == [
        Regel(naam="Jan Groot", organisatie="Zorggroep", status="Misschien", stand=ONBEKEND)
    ]


def test_a_short_row_and_a_cell_that_is_no_text_are_unknown():
    rijen = [["Naam", "Aanwezig"], ["Jan"], ["Piet", "\ufffd"], ["Kees", "nee"]]

    assert [(een.naam, een.status, een.stand) for een in uit_rijen(rijen)] == [
        ("Jan", "", ONBEKEND),
        ("Piet", "onleesbaar", ONBEKEND),
        ("Kees", "nee", NIET),
    ]


def test_cells_of_a_workbook_say_the_same_as_text():
    kop, *rijen = [["Naam", "Aanwezig"], ["Jan", 1], ["Piet", 0.0], ["Kees", True], ["Lies", False]]

    assert [een.stand for een in uit_rijen([kop, *([naam, _leesbaar(cel)] for naam, cel in rijen)])] == [
        WEL, NIET, WEL, NIET,
    ]  # fmt: skip


def test_a_list_too_long_is_said_whatever_its_columns():
    rijen = [["Naam", "Aanwezig"], *([f"Naam {chr(65 + nr % 26)}{chr(65 + nr // 26)}", "nee"] for nr in range(MEESTE))]

    assert {een.stand for een in uit_rijen(rijen)} == {NIET}
    with pytest.raises(TeVeel):
        uit_rijen([*rijen, ["Nog iemand", "nee"]])


WAARDEN = {
    "ja": WEL, "1": WEL, "✓": WEL, "aanwezig": WEL, "nee": NIET, "0": NIET, "afwezig": NIET, "no show": NIET,
    "afgemeld": BERICHT, "misschien": ONBEKEND, "?": ONBEKEND,
}  # fmt: skip


@given(st.lists(st.sampled_from(sorted(WAARDEN)), max_size=26), st.sampled_from(["Aanwezig", "aanwezig?", "PRESENTIE"]))
def test_each_row_of_a_column_is_what_its_own_cell_says(cellen, kop):
    rijen = [[f"Naam {chr(65 + nr)}", cel] for nr, cel in enumerate(cellen)]

    assert [een.stand for een in uit_rijen([["Naam", kop], *rijen])] == [WAARDEN[cel] for cel in cellen]


@given(st.lists(st.text(max_size=12), max_size=20), st.sampled_from(["Aanwezig", "Afwezig", "Status", "Afgemeld"]))
def test_nobody_is_present_by_a_value_that_is_not_known(cellen, kop):
    """Each value of its own kind: only those the rule knows may say that somebody was there or was not."""
    bekend = {*WAARDEN, "x", "v", "j", "n", "✔", "☑", "☐", "", "waar", "true", "onwaar", "false", "neen", "present"}
    rijen = [[f"Naam {chr(65 + nr)}", cel] for nr, cel in enumerate(cellen)]
    gelezen = uit_rijen([["Naam", kop], *rijen])

    assert [een.naam for een in gelezen] == [naam for naam, _ in rijen]
    kaal = [" ".join(regel(cel).casefold().split()).strip(" .:*?!()\"'") for cel in cellen]
    vreemd = [nr for nr, cel in enumerate(kaal) if cel not in bekend]
    assert [gelezen[nr].stand for nr in vreemd] == [ONBEKEND] * len(vreemd)
    assert {een.stand for een in gelezen} <= {ONBEKEND, *Stand.values}
