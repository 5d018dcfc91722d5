"""A protected count cannot become public by typing it: with 4 of the Gemeente and 4 in Epe, and 3 of Welzijn."""

import datetime
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from monitor.bescherming.beschermen import bescherm
from monitor.models import Getaluitzondering, Publicatie
from monitor.publicatie.publiceren import maak_voorbeeld
from monitor.publicatie.verborgen import verborgen
from monitor.tabellen import Figuur, tabellen
from tests.monitor.bescherming.reeksen import Groep, cijfers, groepen
from tests.monitor.meten.gegevens import OP, vastgesteld
from tests.monitor.publicatie.gegevens import gepubliceerd, kantoor, met_kleine_aantallen, teksten

ZIN = "Er kwamen vier mensen van de gemeente."
LATER = OP + datetime.timedelta(days=400)


@pytest.fixture
def programma(db):  # noqa: ARG001  # asked for its effect
    return met_kleine_aantallen()


def belemmeringen(vaststelling) -> tuple[str, ...]:
    return maak_voorbeeld(vaststelling, OP).belemmeringen


def adres(vaststelling, rest: str = "") -> str:
    return f"/monitor/metingen/{vaststelling.meting_id}/publiceren/{rest}"


@pytest.mark.parametrize("veld", ["titel", "beschrijving", "beleidsdoel", "verdieping", "referenties"])
def test_a_protected_count_in_words_stops_publishing_in_every_text(programma, veld):
    teksten(programma, **{veld: ZIN})

    [reden] = belemmeringen(vastgesteld(programma))

    assert f"staat ‘vier’ (“{ZIN}”). Zoveel is ook een afgeschermd aantal personen: " in reden
    assert "Organisatietypen nu: Gemeente, Organisatietypen tot nu toe: Gemeente en Per praktijk: Epe" in reden


def test_a_number_that_is_a_public_figure_is_better_a_placeholder_and_stops_nothing(programma):
    teksten(programma, verdieping="Er zijn 21 deelnemers, 35 jaar oud, sinds 1 mei 2019.")

    voorbeeld = maak_voorbeeld(vastgesteld(programma), OP)

    assert voorbeeld.belemmeringen == ()
    assert [(een.los.zoals, een.namen) for een in voorbeeld.getallen.beter] == [
        (
            "21",
            ("deelnemers.totaal", "deelnemers.bekend", "deelnemers_tot_nu_toe.totaal", "deelnemers_tot_nu_toe.bekend"),
        )
    ]


def test_without_a_threshold_nothing_is_protected_and_any_number_may_stand(programma):
    teksten(programma, drempel=0, verdieping=ZIN)

    assert belemmeringen(vastgesteld(programma)) == ()


def test_a_protected_count_of_a_published_year_stays_out_of_the_next(programma):
    teksten(programma)
    gepubliceerd(vastgesteld(programma))
    teksten(programma, drempel=3, verdieping="In 2020 kwamen 4 mensen van de gemeente.")

    [reden] = maak_voorbeeld(vastgesteld(programma, 2021, "2021-06-30", op=LATER), LATER).belemmeringen

    assert "Organisatietypen nu: Gemeente (2020)" in reden


def test_mo_says_what_a_number_counts_and_the_sentence_may_stay_as_it_is(programma):
    teksten(programma, verdieping="Het programma liep 4 jaar. Er zijn 3 mensen van Welzijn.")
    vaststelling, client = vastgesteld(programma), kantoor()
    lijst = client.get(adres(vaststelling, "getallen/"))
    vier, drie = (een.los.afdruk for een in lijst.context["gevonden"].tegen)
    leeg = client.post(adres(vaststelling, "getallen/"), {"getallen": [vier], "reden": ""})
    assert "Er is nog niets aanvaard." in leeg.content.decode()
    oud = client.post(adres(vaststelling, "getallen/"), {"getallen": ["0" * 64], "reden": "Jaren."})
    assert "De teksten zijn veranderd terwijl u keek." in oud.content.decode()

    for _ in range(2):
        client.post(adres(vaststelling, "getallen/"), {"getallen": [vier], "reden": "Vier jaren."})

    een = Getaluitzondering.objects.get()
    assert (een.zin, een.zoals, een.reden, een.door.naam) == (
        "Het programma liep 4 jaar.", "4", "Vier jaren.", "Mo de Medewerker",
    )  # fmt: skip
    [over] = belemmeringen(vaststelling)
    assert "staat ‘3’ (“Er zijn 3 mensen van Welzijn.”)" in over
    assert drie in client.get(adres(vaststelling, "getallen/")).content.decode()
    teksten(programma, verdieping="Het programma liep 4 jaar. Veel mensen van Welzijn.")
    assert gepubliceerd(vaststelling).versie == 1
    assert "liep 4 jaar" in Client().get("/cijfers/thuis/2020/").content.decode()
    teksten(programma, verdieping="Het programma liep nog 4 jaar.", wijziging="Nieuwe zin.")
    assert len(belemmeringen(vaststelling)) == 1
    assert Publicatie.objects.count() == 1


@given(mensen=st.lists(groepen, min_size=1, max_size=8))
def test_what_is_hidden_is_all_that_no_version_tells(mensen: list[Groep]):
    geteld = cijfers(mensen, 2020)
    eerste = bescherm(geteld, drempel=5, eerder=[])
    tweede = bescherm(geteld, drempel=3, eerder=[eerste])

    dicht = verborgen(geteld, [eerste, tweede])

    getoond = {naam for versie in (eerste, tweede) for naam, waarde in _namen(versie).items() if waarde is not None}
    los = {naam: waarde for naam, waarde in dicht.items() if "Overig" not in naam}
    assert los == {naam: waarde for naam, waarde in _namen(geteld).items() if waarde and naam not in getoond}


def _namen(getallen) -> dict[str, int | None]:
    return {
        f"{tabel.titel}: {', '.join(_delen(rij.label, figuur))}".removesuffix(": "): waarde
        for tabel in tabellen(getallen)
        for rij in tabel.rijen
        for figuur, waarde in zip(tabel.figuren, rij.waarden, strict=True)
    }


def _delen(rij: str, figuur: Figuur) -> list[str]:
    return [deel for deel in (rij, "" if figuur.naam == "aantal" else figuur.label) if deel]


def test_the_button_of_before_the_number_was_typed_publishes_nothing(programma):
    teksten(programma, verdieping=ZIN)
    vaststelling = vastgesteld(programma)
    vorm = {"gezien": maak_voorbeeld(vaststelling, OP).zegel, "inzending": str(uuid4())}

    antwoord = kantoor().post(adres(vaststelling), vorm)

    assert antwoord.status_code == 409
    assert "Zoveel is ook een afgeschermd aantal personen" in antwoord.content.decode()
    assert Publicatie.objects.count() == 0
