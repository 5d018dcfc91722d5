"""An import deletes nothing and keeps history whole: every record, with who and why (begrippen.md §4)."""

import pytest
from freezegun import freeze_time

from mantelzorg.models import Gemeente, User
from mantelzorg.toegang import Rol
from praktijken.models import Adviseurschap, Praktijk, PraktijkGemeente, Thema
from praktijken.uitwisseling.importeren import Opdracht, Wijze, importeer
from praktijken.uitwisseling.soort import Herkomst
from tests.gegevens import gebruiker
from tests.praktijken.uitwisseling.bestanden import MODELLEN, VANDAAG, goed, klein, met_cel, uit_rijen, veranderd

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


@freeze_time("2026-03-02 12:00")
def test_history_of_an_import_is_that_of_saving_one_by_one() -> None:
    mo = gebruiker(Rol.MEDEWERKER)
    herkomst = Herkomst(gebruiker=mo, reden="maandelijkse stand")
    importeer(Opdracht(bron=lambda: uit_rijen(klein()), vandaag=VANDAAG, herkomst=herkomst, wijze=Wijze.BEWAAR))
    for model in MODELLEN:
        record = model.objects.order_by("pk").first()
        in_bulk = model.history.filter(id=record.pk).latest()
        record._history_user, record._change_reason = mo, "maandelijkse stand"
        record.save()
        los = model.history.filter(id=record.pk).latest()
        velden = [veld.attname for veld in model.history.model._meta.concrete_fields]
        anders = {veld for veld in velden if getattr(in_bulk, veld) != getattr(los, veld)}
        assert anders - {"history_type"} == {"history_id"}, model
        assert (in_bulk.history_user, in_bulk.history_change_reason) == (mo, "maandelijkse stand")


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
