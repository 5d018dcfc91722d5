"""Undoing a whole import: everything as it was, or nothing and what stands in the way."""

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma, User
from mantelzorg.post.klaarzetten import Brief, zet_klaar
from mantelzorg.toegang import Rol
from praktijken.models import (
    Bijlage,
    Deelname,
    Importbatch,
    Importstand,
    Ontwerpvraag,
    Praktijk,
    Praktijkpartner,
    Reactie,
    Thema,
    Voortgang,
)
from praktijken.uitwisseling.batches import annuleer, vraag_terug
from praktijken.uitwisseling.sporen import GERAAKT
from praktijken.uitwisseling.werk import doe
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import Bladen, dag, klein, voer_in
from tests.praktijken.uitwisseling.pagina.bezoek import bevestig, browser, laad, vingerafdruk, voorbeeld

pytestmark = pytest.mark.django_db


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def client(mo: User) -> Client:
    return browser(mo)


def importeer(client: Client, bladen: Bladen, tmp_path: Path) -> Importbatch:
    batch = laad(client, bladen, tmp_path)
    bevestig(client, batch, vingerafdruk(voorbeeld(client, batch)))
    batch.refresh_from_db()
    assert batch.stand is Importstand.KLAAR
    return batch


def draai_terug(client: Client, batch: Importbatch) -> str:
    """Click, let the worker do it, and read the page."""
    client.post(reverse("praktijken:import-ongedaan", args=[batch.pk]))
    doe(batch.pk)
    batch.refresh_from_db()
    return gelezen(voorbeeld(client, batch)).tekst


def stand() -> dict[str, Any]:
    """All that an import can touch, with its lists."""
    tabellen: dict[str, Any] = {model.__name__: list(model.objects.order_by("pk").values()) for model in GERAAKT}
    lijsten = {"vragen": Praktijk.prangende_vragen.through, "themas": Ontwerpvraag.themas.through}
    for naam, through in lijsten.items():
        tabellen[naam] = sorted(tuple(rij)[1:] for rij in through.objects.values_list())
    return tabellen


def ander() -> Bladen:
    """KLEIN with a change in everything, and something new of every kind."""
    bladen = klein()
    bladen["Programma"][1][1] = "Thuis en verder"
    bladen["Prangende vragen"].append([2, "Wie helpt mij?"])
    bladen["Organisatietypen"].append(["Zorg", "ja"])
    bladen["Organisaties"][1][1:] = ["Zorg", "Arnhem"]
    bladen["Organisaties"].append(["Buurtzorg", "Zorg", None])
    bladen["Praktijken"][0] += ["prangende vragen"]
    bladen["Praktijken"][1] = ["ARN", "Arnhem-Noord", "Ede; Arnhem", dag("2019-09-03"), None, None, None, None, "2"]
    bladen["Praktijken"][2] = [
        "EDE",
        "Ede",
        "Arnhem",
        dag("2019-09-09"),
        dag("2020-05-01"),
        "samengevoegd",
        "NIJ",
        None,
        "1",
    ]
    bladen["Praktijken"].append(
        ["NIJ", "Nijmegen", "Nijmegen", dag("2019-10-01"), None, None, None, "ada@voorbeeld.example", "1; 2"]
    )
    bladen["Ontwerpvragen"][1][2:4] = ["Hoe nu?", "dementie; jongeren"]
    bladen["Ontwerpvragen"].append(["NIJ", 1, "Hoe dan?", "jongeren", dag("2020-01-01"), None])
    bladen["Experimenten"][1][3:] = ["Tafel", dag("2019-12-02"), dag("2020-02-01"), "afgerond"]
    bladen["Experimenten"].append(["NIJ", 1, "NIJ-1-1", "Bankje", None, None, None])
    bladen["Voortgang"][1][5] = "aanpassen"
    bladen["Voortgang"].append(["NIJ-1-1", dag("2020-03-01"), 1, "uitvoeren", "Het bankje staat.", None, None])
    bladen["Praktijkpartners"][1][4] = dag("2020-04-01")
    bladen["Praktijkpartners"].append(["NIJ", "Buurtzorg", "partner", dag("2019-10-01"), None])
    bladen["Deelnemers"][1][1:3] = ["Fatima", None]
    bladen["Deelnemers"][2][4] = "Zorg"
    bladen["Deelnemers"].append(["D3", "Nel", None, "Buurtzorg", None, None, "NIJ", dag("2020-01-01"), None])
    return bladen


def test_everything_is_as_it_was_and_the_history_tells_both(client: Client, mo: User, tmp_path: Path) -> None:
    voor_het_eerst = klein()
    voor_het_eerst["Praktijken"][0] += ["prangende vragen"]
    voor_het_eerst["Praktijken"][1] += ["1"]
    voor_het_eerst["Praktijken"][2] += [None]
    voor_het_eerst["Praktijken"][1][7] = "bo@voorbeeld.example"
    voer_in(voor_het_eerst)
    voor = stand()
    batch = importeer(client, ander(), tmp_path)
    assert stand() != voor
    assert {soort: (nieuw, gewijzigd) for soort, nieuw, gewijzigd, _ in batch.resultaat["tellingen"]} == {
        "accounts": (1, 0), "thema's": (1, 0), "programma": (0, 1), "prangende vragen": (1, 0),
        "organisatietypen": (1, 0), "organisaties": (1, 1), "praktijken": (1, 2), "ontwerpvragen": (1, 1),
        "experimenten": (1, 1), "voortgang": (1, 1), "praktijkpartners": (1, 1), "deelnemers": (1, 1),
        "deelnames": (1, 1),
    }  # fmt: skip

    tekst = draai_terug(client, batch)

    assert "Deze import is ongedaan gemaakt" in tekst
    assert (batch.stand, stand()) == (Importstand.ONGEDAAN, voor)
    reden = f"import van gegevens.xlsx (import {batch.pk}) ongedaan gemaakt"
    nel = list(
        Deelnemer.history.filter(nummer="D3").values_list("history_type", "history_user", "history_change_reason")
    )
    assert nel == [("-", mo.pk, reden), ("+", mo.pk, batch.reden)]
    fatma = Deelnemer.history.filter(nummer="D1").values_list("history_type", "naam", "history_change_reason")
    assert fatma[0] == ("~", "Fatma", reden)
    arnhem = Praktijk.history.filter(code="ARN").first()
    assert [lid.prangendevraag.nummer for lid in arnhem.prangende_vragen.all()] == [1]


def test_the_first_import_of_a_programme_leaves_nothing_of_it(client: Client, tmp_path: Path) -> None:
    voor = stand()
    batch = importeer(client, ander(), tmp_path)
    draai_terug(client, batch)
    assert (batch.stand, stand()) == (Importstand.ONGEDAAN, voor)
    assert list(Programma.history.values_list("history_type", flat=True)) == ["-", "+"]


def wijzig() -> str:
    praktijk = Praktijk.objects.get(code="NIJ")
    praktijk.naam = "Nijmegen-Oost"
    praktijk.save()
    return "praktijk Nijmegen-Oost (NIJ) is na de import gewijzigd of verwijderd"


def verwijder() -> str:
    Praktijkpartner.objects.get(praktijk__code="NIJ").delete()
    return "praktijkpartner (bestaat niet meer) is na de import gewijzigd of verwijderd"


def reageer() -> str:
    nieuw = Voortgang.objects.get(experiment__code="NIJ-1-1")
    Reactie.objects.create(voortgang=nieuw, door=gebruiker(Rol.MEDEWERKER), tekst="Mooi", inzending=uuid4())
    return "reactie reactie van Mo de Medewerker is na de import toegevoegd"


def voeg_bijlage_toe() -> str:
    Bijlage.objects.create(voortgang=Voortgang.objects.get(experiment__code="NIJ-1-1"), naam="a.txt", inhoud=b"a")
    return "bijlage a.txt is na de import toegevoegd"


def neem_deel() -> str:
    praktijk, deelnemer = Praktijk.objects.get(code="NIJ"), Deelnemer.objects.get(nummer="D2")
    Deelname.objects.create(praktijk=praktijk, deelnemer=deelnemer, vanaf=dag("2020-06-01"))
    return "deelname D2 in Nijmegen is na de import toegevoegd"


def gebruik_thema() -> str:
    voer_in({"Programma": [["slug", "naam", "vorm"], ["b", "B", "lerende praktijk"]]})
    praktijk = Praktijk.objects.create(programma=Programma.objects.get(slug="b"), code="B", naam="B")
    vraag = Ontwerpvraag.objects.create(praktijk=praktijk, nummer=1, vraag="Wat?", geformuleerd_op=dag("2020-01-01"))
    vraag.themas.add(Thema.objects.get(naam="jongeren"))
    return "ontwerpvraag"


def mail() -> str:
    nel = Deelnemer.objects.get(nummer="D3")
    brief = Brief(soort="x", aan="nel@voorbeeld.example", onderwerp="Klopt dit?", tekst="Hallo", over=nel)
    zet_klaar(brief, door=gebruiker(Rol.MEDEWERKER))
    return "bericht Klopt dit? is na de import toegevoegd"


@pytest.mark.parametrize(
    "bouw_voort",
    [wijzig, verwijder, reageer, voeg_bijlage_toe, neem_deel, gebruik_thema, mail],
    ids=lambda f: f.__name__,
)
def test_what_was_built_on_stays_and_is_named(client: Client, tmp_path: Path, bouw_voort: Any) -> None:
    voer_in(klein())
    batch = importeer(client, ander(), tmp_path)
    verwacht = bouw_voort()
    na = stand()

    tekst = draai_terug(client, batch)

    assert verwacht in tekst
    assert "Er is niets veranderd." in tekst
    assert (batch.stand, stand()) == (Importstand.KLAAR, na)


def test_a_later_import_of_the_same_records_stands_in_the_way(client: Client, tmp_path: Path) -> None:
    leeg = stand()
    eerste = importeer(client, klein(), tmp_path)
    tussen = stand()
    tweede = importeer(client, ander(), tmp_path)
    assert "kan niet ongedaan" in draai_terug(client, eerste)
    draai_terug(client, tweede)
    assert stand() == tussen
    assert "kan niet ongedaan" in draai_terug(client, eerste), "its records have been put back since: a later change"
    assert leeg != stand()


def test_what_was_replaced_in_every_version_does_not_come_back(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    batch = importeer(client, ander(), tmp_path)
    for rijen in (Deelnemer.objects.filter(nummer="D1"), Deelnemer.history.filter(nummer="D1")):
        rijen.update(naam="[verwijderd]", email="")
    draai_terug(client, batch)
    assert batch.stand is Importstand.ONGEDAAN
    assert {*Deelnemer.history.filter(nummer="D1").values_list("naam", "email")} == {("[verwijderd]", "")}
    assert Deelnemer.objects.get(nummer="D1").naam == "[verwijderd]"


def test_asking_twice_or_stopping_it_does_no_harm(client: Client, mo: User, tmp_path: Path) -> None:
    batch = importeer(client, klein(), tmp_path)
    vraag_terug(batch.pk, mo)
    assert annuleer(batch.pk) is True
    doe(batch.pk)
    assert (Importbatch.objects.get(pk=batch.pk).stand, Deelname.objects.count()) == (Importstand.KLAAR, 2)
    draai_terug(client, batch)
    op = batch.ongedaan_op
    draai_terug(client, batch)
    assert (batch.stand, batch.ongedaan_op, Deelname.objects.count()) == (Importstand.ONGEDAAN, op, 0)


def test_an_import_of_before_batches_cannot_be_undone(client: Client, mo: User) -> None:
    batch = Importbatch.objects.create(bestandsnaam="oud.xlsx", inhoud=b"", door=mo, resultaat={"tellingen": []})
    Importbatch.objects.filter(pk=batch.pk).update(verwerkt_op=batch.geladen_op)
    vraag_terug(batch.pk, mo)
    batch.refresh_from_db()
    assert batch.stand is Importstand.KLAAR
    assert "ongedaan" not in gelezen(voorbeeld(client, batch)).tekst
    assert client.get(reverse("praktijken:import-ongedaan", args=[batch.pk])).status_code == 302
