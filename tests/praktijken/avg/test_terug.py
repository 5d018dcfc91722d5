"""Putting back and undoing, through the pages, never bring back what was removed or who was erased."""

from uuid import uuid4

import pytest
from django.urls import reverse

from deelnemers.models import Deelnemer
from praktijken.avg.acties import Tekstopdracht, verwijder_tekst
from praktijken.avg.patroon import maak_patroon
from praktijken.avg.zoeken import zoek
from praktijken.models import Bulkactie, Deelname, Onderbreking, Praktijk
from tests.gegevens import dag
from tests.praktijken.avg.conftest import NAAM, Wereld
from tests.praktijken.avg.gewist import alles_wat_er_staat, wis_nu
from tests.praktijken.avg.test_paginas import als
from tests.praktijken.geschiedenis.daden import adres, verstuur
from tests.praktijken.overzicht.bulkdaden import AFRONDEN, gekozen, voer_uit

SPOREN = ("geheim", "gerda")


def verwijder(wereld: Wereld) -> None:
    """Gerda's name goes wherever it stands in a text."""
    patroon = maak_patroon([NAAM])
    plekken = [plek.sleutel for plek in zoek(patroon)]
    verwijder_tekst(
        Tekstopdracht(patroon=patroon, plekken=plekken, bijlagen=[], aanleiding="", inzending=uuid4()), user=wereld.mo
    )


def eerste(record) -> int:
    return type(record).history.filter(id=record.pk).earliest().pk


@pytest.mark.parametrize("weg", [False, True], ids=["gewijzigd", "verwijderd"])
def test_a_restored_text_comes_back_without_what_was_removed(client, wereld: Wereld, weg: bool) -> None:
    rust = Onderbreking.objects.create(praktijk=wereld.arnhem, vanaf=dag("2020-01-01"), reden=f"{NAAM} is overleden")
    pk, versie = rust.pk, eerste(rust)
    if weg:
        rust.delete()
    else:
        rust.reden = "rust"
        rust.save()
    verwijder(wereld)

    verstuur(als(client, wereld.mo), adres(rust, versie, pk))

    assert Onderbreking.objects.get(pk=pk).reden == "[verwijderd] is overleden"


def test_of_an_erased_person_no_version_can_be_put_back(client, wereld: Wereld) -> None:
    versies = [(record, eerste(record)) for record in (wereld.gerda, wereld.deelname)]
    wis_nu(wereld.gerda, wereld.mo)
    browser = als(client, wereld.mo)

    for record, versie in versies:
        pad = adres(record, versie)
        assert [browser.get(pad).status_code, browser.post(pad, {"gezien": "", "reden": "x"}).status_code] == [404, 404]

    assert [spoor for spoor in SPOREN if spoor in alles_wat_er_staat().lower()] == []
    assert Deelnemer.objects.get(pk=wereld.gerda.pk).naam == ""
    assert Deelname.objects.get(pk=wereld.deelname.pk).organisatie is None


def test_undoing_a_bulk_action_brings_nothing_back(client, wereld: Wereld) -> None:
    Praktijk.objects.filter(pk=wereld.arnhem.pk).update(kernthema=f"Rust voor {NAAM}")
    browser = als(client, wereld.mo)
    voer_uit(browser, AFRONDEN | {"reden": f"{NAAM} stopt"} | gekozen(wereld.arnhem))
    wis_nu(wereld.gerda, wereld.mo)
    verwijder(wereld)

    browser.post(reverse("praktijken:bulk_ongedaan", args=[Bulkactie.objects.get().pk]))

    wereld.arnhem.refresh_from_db()
    assert (wereld.arnhem.einddatum, wereld.arnhem.kernthema) == (None, "Rust voor [verwijderd]")
    assert [spoor for spoor in SPOREN if spoor in alles_wat_er_staat().lower()] == []
