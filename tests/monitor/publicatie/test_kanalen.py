"""A protected count is nowhere: every channel of a publication is read back whole."""

import hashlib
import json

import pytest
from django.test import Client

from tests.monitor.meten.gegevens import vastgesteld
from tests.monitor.publicatie import kanalen
from tests.monitor.publicatie.gegevens import GEHEIM, gepubliceerd, met_kleine_aantallen, teksten

pytestmark = pytest.mark.django_db

BLAD = "/cijfers/thuis/2020/1/"


def haal(adres: str) -> bytes:
    antwoord = Client().get(adres)
    assert antwoord.status_code == 200
    return antwoord.content


def getallen() -> dict[str, set[int]]:
    """The numbers that each channel tells."""
    pagina = haal(BLAD)
    return {
        "pagina": kanalen.op_pagina(pagina),
        "beelden": kanalen.in_alternatieven(pagina),
        "json-ld": kanalen.in_json_ld(pagina),
        "json": kanalen.in_json(haal(f"{BLAD}json/")),
        "csv": kanalen.in_csv(haal(f"{BLAD}csv/")),
        "csvw": kanalen.in_json(haal(f"{BLAD}csvw/")),
        "xlsx": kanalen.in_xlsx(haal(f"{BLAD}xlsx/")),
        "pdf": kanalen.in_pdf(haal(f"{BLAD}pdf/")),
        "reeks": kanalen.op_pagina(haal("/cijfers/thuis/")),
        "api": kanalen.in_json(haal("/api/v1/publicaties")),
        "api-inhoud": kanalen.in_json(haal("/api/v1/publicaties/thuis/2020/1/inhoud")),
        "lijst": kanalen.op_pagina(haal("/cijfers/")),
    }


def publiceer(**velden) -> None:
    programma = met_kleine_aantallen()
    teksten(programma, **velden)
    gepubliceerd(vastgesteld(programma))


def test_a_small_count_of_persons_is_in_no_channel_at_threshold_5():
    publiceer(drempel=5)

    assert [kanaal for kanaal, gevonden in getallen().items() if GEHEIM in gevonden] == []


def test_without_a_threshold_every_channel_with_figures_tells_it():
    publiceer(drempel=0)

    gevonden = {kanaal for kanaal, van in getallen().items() if GEHEIM in van}

    assert gevonden == {"pagina", "json", "csv", "xlsx", "pdf", "api-inhoud"}


@pytest.mark.parametrize("drempel", [0, 5])
def test_the_practices_stand_on_the_map_whatever_is_protected(drempel):
    publiceer(drempel=drempel)

    assert b"Kaart van Nederland met 3 praktijken: 1 Ede; 2 Epe; 3 Leiden." in haal(BLAD)


@pytest.mark.parametrize("drempel", [0, 5])
def test_page_csv_json_and_excel_tell_the_same_counts(drempel):
    publiceer(drempel=drempel)
    tabellen = json.loads(haal(f"{BLAD}json/"))["tabellen"]
    in_json = [
        (tabel["naam"], rij["sleutel"], figuur["naam"], waarde)
        for tabel in tabellen
        for rij in tabel["rijen"]
        for figuur, waarde in zip(tabel["figuren"], rij["waarden"], strict=True)
    ]

    assert kanalen.cellen_csv(haal(f"{BLAD}csv/")) == in_json
    assert kanalen.cellen_xlsx(haal(f"{BLAD}xlsx/")) == [waarde for *_, waarde in in_json]
    verborgen = sum(waarde is None for *_, waarde in in_json)
    assert (verborgen > 0) is (drempel == 5)


def test_the_seal_is_what_anybody_computes_of_the_json():
    publiceer(drempel=5)

    zegel = hashlib.sha256(haal(f"{BLAD}json/")).hexdigest()

    assert zegel.encode() in haal(BLAD)
