"""An import deletes nothing and keeps history whole: every record, with who and why (begrippen.md §4)."""

import pytest

from mantelzorg.models import Gemeente, User
from praktijken.models import Adviseurschap, Praktijk, PraktijkGemeente, Thema
from tests.praktijken.uitwisseling.bestanden import MODELLEN, goed, klein, met_cel, veranderd

pytestmark = pytest.mark.django_db


def test_what_a_file_no_longer_holds_stays() -> None:
    goed(klein())
    leeg = {naam: rijen[:1] for naam, rijen in klein().items()} | {"Programma": klein()["Programma"]}
    assert veranderd(goed(leeg)) == {}
    assert [model.objects.count() for model in MODELLEN] == [1, 1, 2, 1, 2, 1, 1, 1, 1, 2, 2]


def test_history_holds_every_record_whole_with_who_and_why() -> None:
    goed(met_cel("Praktijken", 2, "adviseurs", "a@voorbeeld.example"))
    for model in [*MODELLEN, PraktijkGemeente, Adviseurschap, Thema, User]:
        nieuwste = {rij.id: rij for rij in model.history.order_by("history_id")}
        assert len(nieuwste) == model.objects.count() > 0, model
        for record in model.objects.all():
            rij = nieuwste[record.pk]
            assert rij.history_change_reason == "proef van een test"
            velden = [veld.attname for veld in model.history.model.tracked_fields]
            assert {v: getattr(rij, v) for v in velden} == {v: getattr(record, v) for v in velden}


def test_a_changed_record_gets_one_line_of_history_and_an_unchanged_one_none() -> None:
    goed(klein())
    voor = {model: model.history.count() for model in MODELLEN}
    goed(met_cel("Praktijken", 2, "naam", "Arnhem-Noord"))
    assert {model: model.history.count() - aantal for model, aantal in voor.items()} == {
        model: int(model is Praktijk) for model in MODELLEN
    }
    regel = Praktijk.history.latest()
    assert (regel.naam, regel.code, regel.history_type, regel.prev_record.naam) == (
        "Arnhem-Noord",
        "ARN",
        "~",
        "Arnhem",
    )


def test_a_municipality_is_never_made_or_changed_by_an_import() -> None:
    voor = set(Gemeente.objects.values_list())
    goed(klein())
    assert set(Gemeente.objects.values_list()) == voor
