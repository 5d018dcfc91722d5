"""An upload is confirmed once, withdrawn or left to expire; what was not seen is not kept."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from freezegun import freeze_time

from mantelzorg.models import Programma, User
from praktijken.models import Importbatch, Importstand, Praktijk
from praktijken.uitwisseling.taken import ruim_imports_op
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import MODELLEN, klein, met_cel, voer_in
from tests.praktijken.uitwisseling.pagina.bezoek import bevestig, browser, laad, vingerafdruk, voorbeeld

pytestmark = pytest.mark.django_db


def historie() -> dict[Any, int]:
    return {model: model.history.count() for model in MODELLEN}


def test_confirming_imports_with_who_and_why_on_every_record(client: Client, mo: User, tmp_path: Path) -> None:
    upload = laad(client, met_cel("Praktijken", 2, "adviseurs", "ada@voorbeeld.example"), tmp_path)
    pagina = gelezen(bevestig(client, upload, vingerafdruk(voorbeeld(client, upload))))
    assert ["deelnames", "2", "0", "0"] in pagina.tabellen["Resultaat van de import"]
    for model in [*MODELLEN, User]:
        regels = model.history.exclude(history_user=None)
        assert set(regels.values_list("history_user", "history_change_reason")) == {
            (mo.pk, f"import van gegevens.xlsx (import {upload.pk})")
        }, model
        assert regels.values("id").distinct().count() == model.objects.exclude(pk=mo.pk if model is User else 0).count()


def test_confirming_twice_imports_once(client: Client, tmp_path: Path) -> None:
    upload = laad(client, klein(), tmp_path)
    afdruk = vingerafdruk(voorbeeld(client, upload))
    bevestig(client, upload, afdruk)
    eerst = historie()
    upload.refresh_from_db()
    assert "geïmporteerd" in gelezen(bevestig(client, upload, afdruk)).tekst
    nog_eens = Importbatch.objects.get(pk=upload.pk)
    assert (historie(), nog_eens.verwerkt_op, nog_eens.resultaat) == (eerst, upload.verwerkt_op, upload.resultaat)


def test_a_preview_that_no_longer_holds_is_shown_anew_and_nothing_is_kept(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    upload = laad(client, met_cel("Praktijken", 2, "naam", "Arnhem-Noord"), tmp_path)
    afdruk = vingerafdruk(voorbeeld(client, upload))
    Praktijk.objects.filter(code="ARN").update(naam="Arnhem-Zuid")
    antwoord = bevestig(client, upload, afdruk)
    pagina = gelezen(antwoord)
    assert "De gegevens zijn intussen gewijzigd." in pagina.tekst
    assert pagina.tabellen["Wijzigingen per rij en veld"][1:] == [
        ["praktijken ARN", "2", "naam", "Arnhem-Zuid", "Arnhem-Noord"]
    ]
    assert Praktijk.objects.get(code="ARN").naam == "Arnhem-Zuid"
    bevestig(client, upload, vingerafdruk(antwoord))
    assert Praktijk.objects.get(code="ARN").naam == "Arnhem-Noord"


@pytest.mark.parametrize("afdruk", ["", "0" * 64, "é"])
def test_without_having_seen_the_preview_nothing_is_kept(client: Client, tmp_path: Path, afdruk: str) -> None:
    assert (
        "De gegevens zijn intussen gewijzigd."
        in gelezen(bevestig(client, laad(client, klein(), tmp_path), afdruk)).tekst
    )
    assert not Programma.objects.exists()


def test_what_an_upload_held_goes_when_it_is_done_with(client: Client, tmp_path: Path) -> None:
    bevestigd, ingetrokken = laad(client, klein(), tmp_path), laad(client, klein(), tmp_path)
    bevestig(client, bevestigd, vingerafdruk(voorbeeld(client, bevestigd)))
    antwoord = client.post(reverse("praktijken:import-intrekken", args=[ingetrokken.pk]), follow=True)
    assert "Het bestand is weggegooid. Er is niets veranderd." in gelezen(antwoord).tekst
    for upload, stand in ((bevestigd, Importstand.KLAAR), (ingetrokken, Importstand.GEANNULEERD)):
        upload.refresh_from_db()
        assert (bytes(upload.inhoud), upload.stand, upload.blokken.count()) == (b"", stand, 0)
    bevestig(client, ingetrokken, "")
    assert "Deze import is geannuleerd." in gelezen(voorbeeld(client, ingetrokken)).tekst
    client.post(reverse("praktijken:import-intrekken", args=[bevestigd.pk]))
    bevestigd.refresh_from_db()
    assert bevestigd.stand is Importstand.KLAAR


def test_a_file_nobody_confirmed_in_a_week_loses_its_content(mo: User, tmp_path: Path) -> None:
    with freeze_time("2020-06-01 12:00"):
        oud = laad(browser(mo), klein(), tmp_path)
    with freeze_time("2020-06-08 11:59"):
        assert ruim_imports_op.call() == 0
        assert Importbatch.objects.get(pk=oud.pk).stand is Importstand.VOORBEELD
    with freeze_time("2020-06-08 12:01"):
        assert ruim_imports_op.call() == 1
        assert "Deze import is verlopen." in gelezen(voorbeeld(browser(mo), oud)).tekst
    oud.refresh_from_db()
    assert (bytes(oud.inhoud), oud.stand, oud.blokken.count()) == (b"", Importstand.VERLOPEN, 0)


def test_a_week_is_the_end_also_when_no_worker_runs(mo: User, tmp_path: Path) -> None:
    with freeze_time("2020-06-01 12:00"):
        oud = laad(browser(mo), klein(), tmp_path)
        afdruk = vingerafdruk(voorbeeld(browser(mo), oud))
    with freeze_time("2020-06-08 12:01"):
        assert "Deze import is verlopen." in gelezen(voorbeeld(browser(mo), oud)).tekst
        assert "Deze import is verlopen." in gelezen(bevestig(browser(mo), oud, afdruk)).tekst
    assert not Programma.objects.exists()
