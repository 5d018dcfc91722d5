"""Lists in a cell as begrippen.md §4 promises to read them: municipalities and themes."""

import pytest

from deelnemers.models import Organisatie
from praktijken.models import Ontwerpvraag, PraktijkGemeente, Thema
from tests.praktijken.uitwisseling.bestanden import Bladen, dag, deel, goed, klein, met_cel, tellingen, voer_in

pytestmark = pytest.mark.django_db


def gemeenten_van(code: str) -> list[str]:
    return list(PraktijkGemeente.objects.filter(praktijk__code=code).values_list("gemeente_id", flat=True))


def test_a_list_replaces_the_list_in_its_order() -> None:
    goed(met_cel("Praktijken", 2, "gemeenten", "Arnhem; Ede"))
    assert gemeenten_van("ARN") == ["GM0202", "GM0228"]
    goed(met_cel("Praktijken", 2, "gemeenten", " gm0344 ;; Arnhem; Arnhem ;"))
    assert gemeenten_van("ARN") == ["GM0344", "GM0202"]
    goed(met_cel("Praktijken", 2, "gemeenten", "Arnhem;Utrecht"))
    assert gemeenten_van("ARN") == ["GM0202", "GM0344"]
    goed(met_cel("Praktijken", 2, "gemeenten", None))
    assert gemeenten_van("ARN") == []


def test_themes_are_replaced_and_unknown_ones_made_once() -> None:
    Thema.objects.create(naam="dementie")
    assert tellingen(goed(klein()))["thema's"] == (1, 0, 0)
    goed(met_cel("Ontwerpvragen", 2, "thema's", "Dementie; mantelzorgwoning"))
    assert set(Ontwerpvraag.objects.get().themas.values_list("naam", flat=True)) == {"Dementie", "mantelzorgwoning"}
    assert set(Thema.objects.values_list("naam", flat=True)) == {
        "dementie", "respijtzorg", "Dementie", "mantelzorgwoning",
    }  # fmt: skip


@pytest.mark.parametrize(
    "naam", ["Stein", "stein (L.)", "Gemeente Stein", "gemeente stein (L)", " GM0971 ", "gm0971", "STEIN (l.)"]
)
def test_a_municipality_goes_by_name_or_code_with_or_without_prefix_and_suffix(naam: str) -> None:
    goed(met_cel("Praktijken", 2, "gemeenten", naam))
    assert gemeenten_van("ARN") == ["GM0971"]


def start_van(praktijk: str | None, programma: str | None) -> Bladen:
    """A practice in Cuijk, which existed until 2022, with these beginnings."""
    return {
        "Programma": [
            ["slug", "naam", "vorm", "startdatum"],
            ["p", "P", "lerende praktijk", programma and dag(programma)],
        ],
        "Praktijken": [["code", "naam", "gemeenten", "startdatum"], ["C", "C", "Cuijk", praktijk and dag(praktijk)]],
    }


@pytest.mark.parametrize(
    ("praktijk", "programma", "vandaag", "bestond"),
    [
        ("2021-12-31", "2023-01-01", "2023-01-01", True),
        ("2022-01-01", "2019-01-01", "2020-01-01", False),
        (None, "2021-12-31", "2023-01-01", True),
        (None, "2022-01-01", "2020-01-01", False),
        (None, None, "2021-12-31", True),
        (None, None, "2022-01-01", False),
    ],
)
def test_a_practices_municipality_is_that_of_its_start_else_the_programmes_else_today(
    praktijk: str | None, programma: str | None, vandaag: str, bestond: bool
) -> None:
    verslag = voer_in(start_van(praktijk, programma), vandaag=dag(vandaag))
    grens = next(d for d in (praktijk, programma, vandaag) if d)
    op = f"{dag(grens):%d-%m-%Y}"
    fout = f"Blad 'Praktijken', rij 2, kolom 'gemeenten': 'Cuijk': deze gemeente bestond niet op {op}: zij bestond tot "
    assert [str(regel) for regel in verslag.fouten] == ([] if bestond else [f"{fout}01-01-2022."])


@pytest.mark.parametrize("naam", ["Cuijk", "Land van Cuijk", "GM1684", "Gemeente Cuijk"])
def test_an_organisations_municipality_may_be_any_that_ever_existed(naam: str) -> None:
    goed(deel(Organisaties=[["naam", "gemeente"], ["Zorg", naam]]), vandaag=dag("2024-01-01"))
    assert Organisatie.objects.get().gemeente.naam == ("Land van Cuijk" if "Land" in naam else "Cuijk")


def test_a_start_moved_to_a_day_its_municipality_no_longer_existed_is_an_error() -> None:
    goed(met_cel("Praktijken", 2, "gemeenten", "Cuijk"))
    bladen = deel(Praktijken=[["code", "naam", "startdatum"], ["ARN", "Arnhem", dag("2022-01-01")]])
    assert [str(fout) for fout in voer_in(bladen).fouten] == [
        "Blad 'Praktijken', rij 2, kolom 'startdatum': '01-01-2022' bij 'Cuijk': deze gemeente bestond niet op "
        "01-01-2022: zij bestond tot 01-01-2022."
    ]
