"""The pages to import and download: who may, what they show, and that a file is imported once or not at all."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from freezegun import freeze_time
from openpyxl import load_workbook

from deelnemers.models import NamenUitvoer
from mantelzorg.excel.grenzen import MAX_BESTAND
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import Importbestand, Praktijk
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import MODELLEN, Bladen, dag, klein, met_cel, schrijf, voer_in

pytestmark = pytest.mark.django_db
MET_PK = ("import", "import-bevestigen", "import-intrekken")
ADRESSEN = ("gegevens", "download", "leeg-bestand", *MET_PK)
MAG_NIET = 405


@pytest.fixture(autouse=True)
def zonder_https(settings) -> None:
    settings.SECURE_SSL_REDIRECT = False


@pytest.fixture
def mo() -> User:
    return gebruiker(Rol.MEDEWERKER)


@pytest.fixture
def client(mo: User) -> Client:
    """The browser of Mo, a medewerker."""
    return browser(mo)


def browser(user: User | None, **rest: Any) -> Client:
    client = Client(**rest)
    if user is not None:
        client.force_login(user, backend="mantelzorg.inloggen.AccountBackend")
    return client


def als_bestand(bladen: Bladen, tmp_path: Path, naam: str = "gegevens.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(naam, schrijf(bladen, tmp_path / "upload.xlsx").read_bytes())


def laad(client: Client, bladen: Bladen, tmp_path: Path) -> Importbestand:
    """Upload through the page; the file as it waits for confirmation."""
    antwoord = client.post(reverse("praktijken:gegevens"), {"bestand": als_bestand(bladen, tmp_path)})
    upload = Importbestand.objects.latest("pk")
    assert antwoord.headers["Location"] == reverse("praktijken:import", args=[upload.pk])
    return upload


def voorbeeld(client: Client, upload: Importbestand) -> HttpResponse:
    return client.get(reverse("praktijken:import", args=[upload.pk]))


def vingerafdruk(pagina: HttpResponse) -> str:
    gevonden = re.search(r'name="vingerafdruk" value="([0-9a-f]{64})"', pagina.content.decode())
    assert gevonden is not None
    return gevonden[1]


def bevestig(client: Client, upload: Importbestand, afdruk: str) -> HttpResponse:
    adres = reverse("praktijken:import-bevestigen", args=[upload.pk])
    return client.post(adres, {"vingerafdruk": afdruk}, follow=True)


def historie() -> dict[Any, int]:
    return {model: model.history.count() for model in MODELLEN}


# Who may


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST, None])
@pytest.mark.parametrize("adres", ADRESSEN)
def test_for_an_adviser_an_analyst_and_who_has_no_role_these_pages_are_not_there(rol: Rol | None, adres: str) -> None:
    user = gebruiker(rol)
    upload = Importbestand.objects.create(bestandsnaam="a.xlsx", inhoud=b"geheim", door=user)
    pad = reverse(f"praktijken:{adres}", args=[upload.pk] if adres in MET_PK else [])
    ander = browser(user)
    mogelijk = {methode: getattr(ander, methode)(pad).status_code for methode in ("get", "post")}
    assert set(mogelijk.values()) <= {404, MAG_NIET}
    assert 404 in mogelijk.values()
    upload.refresh_from_db()
    assert (bytes(upload.inhoud), upload.verwerkt_op) == (b"geheim", None)
    assert not NamenUitvoer.objects.exists()


@pytest.mark.parametrize("adres", ADRESSEN)
def test_without_a_session_one_gets_the_page_to_log_in(adres: str) -> None:
    pad = reverse(f"praktijken:{adres}", args=[1] if adres in MET_PK else [])
    for methode in ("get", "post"):
        antwoord = getattr(browser(None), methode)(pad)
        assert (antwoord.status_code, antwoord.headers["Location"]) == (302, f"{reverse('inloggen')}?next={pad}")


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.MEDEWERKER])
def test_a_beheerder_and_a_medewerker_may(rol: Rol, tmp_path: Path) -> None:
    client = browser(gebruiker(rol))
    assert client.get(reverse("praktijken:gegevens")).status_code == 200
    assert client.get(reverse("praktijken:leeg-bestand")).headers["Content-Type"].endswith("spreadsheetml.sheet")
    upload = laad(client, klein(), tmp_path)
    assert "geïmporteerd" in gelezen(bevestig(client, upload, vingerafdruk(voorbeeld(client, upload)))).tekst
    assert Programma.objects.count() == 1


@pytest.mark.parametrize("adres", MET_PK)
def test_a_colleagues_upload_is_not_there(client: Client, adres: str, tmp_path: Path) -> None:
    upload = laad(browser(gebruiker(Rol.BEHEERDER)), klein(), tmp_path)
    pad = reverse(f"praktijken:{adres}", args=[upload.pk])
    antwoord = client.get(pad) if adres == "import" else client.post(pad)
    assert antwoord.status_code == 404
    assert "gegevens.xlsx" not in gelezen(client.get(reverse("praktijken:gegevens"))).tekst
    upload.refresh_from_db()
    assert upload.verwerkt_op is None


@pytest.mark.parametrize("adres", ["download", "import-bevestigen", "import-intrekken"])
def test_what_changes_something_cannot_be_got(client: Client, adres: str, tmp_path: Path) -> None:
    upload = laad(client, klein(), tmp_path)
    assert client.get(reverse(f"praktijken:{adres}", args=[upload.pk] if adres in MET_PK else [])).status_code == 405
    upload.refresh_from_db()
    assert upload.verwerkt_op is None


@pytest.mark.parametrize("adres", ["gegevens", "download", "import-bevestigen", "import-intrekken"])
def test_another_site_cannot_post_for_a_medewerker(mo: User, adres: str, tmp_path: Path) -> None:
    upload = laad(browser(mo), klein(), tmp_path)
    streng = browser(mo, enforce_csrf_checks=True)
    pad = reverse(f"praktijken:{adres}", args=[upload.pk] if adres in MET_PK else [])
    assert streng.post(pad, {"bestand": als_bestand(klein(), tmp_path)}).status_code == 403
    upload.refresh_from_db()
    assert (upload.verwerkt_op, Importbestand.objects.count()) == (None, 1)


# The preview


def test_the_preview_tells_per_record_and_field_what_changes(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    bladen = met_cel("Praktijken", 2, "naam", "Arnhem-Noord")
    bladen["Praktijken"][1][2] = "Ede; GM0202"
    bladen["Deelnemers"][1][1] = None
    bladen["Deelnemers"].append(["D3", "Nel", None, None, None, None, "EDE", dag("2020-01-01"), None])
    pagina = gelezen(voorbeeld(client, laad(client, bladen, tmp_path)))
    assert pagina.tabellen["Wijzigingen per record en veld"] == [
        ["Record", "Rij", "Veld", "Nu", "Wordt"],
        ["praktijken ARN", "2", "naam", "Arnhem", "Arnhem-Noord"],
        ["praktijken ARN", "2", "gemeenten", "Arnhem", "Ede; Arnhem"],
        ["deelnemers D1", "2", "naam", "Fatma", "(leeg)"],
        ["Nieuw: deelnemers D3", "4", "naam", "(leeg)", "Nel"],
        ["Nieuw: deelnames D3, EDE, 01-01-2020", "4", "(geen andere velden)"],
    ]
    assert "deelnemers: naam (1 keer)" in pagina.tekst
    assert ["praktijken", "0", "1", "1"] in pagina.tabellen["Aantallen per soort"]
    assert Praktijk.objects.get(code="ARN").naam == "Arnhem"


def test_the_preview_names_other_programmes_that_share_what_changes(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    voer_in(klein(Programma=[["slug", "naam", "vorm"], ["ander", "Het andere", "innovatietraject"]]))
    pagina = gelezen(voorbeeld(client, laad(client, met_cel("Organisaties", 2, "gemeente", "Arnhem"), tmp_path)))
    assert "worden ook gebruikt in: Het andere" in pagina.tekst
    assert pagina.tabellen["Wijzigingen per record en veld"][1:] == [
        ["organisaties Gemeente Ede", "2", "gemeente", "Ede", "Arnhem"]
    ]


def test_a_file_that_changes_nothing_has_nothing_to_confirm(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    pagina = gelezen(voorbeeld(client, laad(client, klein(), tmp_path)))
    assert "Er verandert niets." in pagina.tekst
    assert "Bevestigen" not in pagina.tekst


def test_errors_stand_in_a_table_by_cell_and_nothing_can_be_confirmed(client: Client, tmp_path: Path) -> None:
    bladen = met_cel("Praktijken", 2, "startdatum", "ooit")
    bladen["Deelnemers"][2][6] = "<b>X</b>"
    upload = laad(client, bladen, tmp_path)
    pagina = gelezen(voorbeeld(client, upload))
    assert pagina.tabellen["Fouten per cel"] == [
        ["Blad", "Rij", "Kolom", "Wat er mis is"],
        [
            "Praktijken", "2", "startdatum",
            "'ooit' is geen datum; toegestaan: een Exceldatum zonder tijd, dd-mm-jjjj of jjjj-mm-dd",
        ],
        [
            "Deelnemers", "3", "praktijk",
            "'<b>X</b>' bestaat niet; zet een rij op blad 'Praktijken' of verbeter de waarde",
        ],
    ]  # fmt: skip
    assert "Bevestigen" not in pagina.tekst
    assert gelezen(bevestig(client, upload, "")).tabellen["Fouten per cel"][1][0] == "Praktijken"
    assert not Programma.objects.exists()


# Confirm, withdraw, expire


def test_confirming_imports_with_who_and_why_on_every_record(client: Client, mo: User, tmp_path: Path) -> None:
    upload = laad(client, met_cel("Praktijken", 2, "adviseurs", "ada@voorbeeld.example"), tmp_path)
    pagina = gelezen(bevestig(client, upload, vingerafdruk(voorbeeld(client, upload))))
    assert ["deelnames", "2", "0", "0"] in pagina.tabellen["Resultaat van de import"]
    for model in [*MODELLEN, User]:
        regels = model.history.exclude(history_user=None)
        assert set(regels.values_list("history_user", "history_change_reason")) == {
            (mo.pk, "import van gegevens.xlsx")
        }, model
        assert regels.values("id").distinct().count() == model.objects.exclude(pk=mo.pk if model is User else 0).count()


def test_confirming_twice_imports_once(client: Client, tmp_path: Path) -> None:
    upload = laad(client, klein(), tmp_path)
    afdruk = vingerafdruk(voorbeeld(client, upload))
    bevestig(client, upload, afdruk)
    eerst = historie()
    upload.refresh_from_db()
    assert "geïmporteerd" in gelezen(bevestig(client, upload, afdruk)).tekst
    nog_eens = Importbestand.objects.get(pk=upload.pk)
    assert (historie(), nog_eens.verwerkt_op, nog_eens.resultaat) == (eerst, upload.verwerkt_op, upload.resultaat)


def test_a_preview_that_no_longer_holds_is_shown_anew_and_nothing_is_kept(client: Client, tmp_path: Path) -> None:
    voer_in(klein())
    upload = laad(client, met_cel("Praktijken", 2, "naam", "Arnhem-Noord"), tmp_path)
    afdruk = vingerafdruk(voorbeeld(client, upload))
    Praktijk.objects.filter(code="ARN").update(naam="Arnhem-Zuid")
    antwoord = bevestig(client, upload, afdruk)
    pagina = gelezen(antwoord)
    assert "De gegevens zijn intussen gewijzigd." in pagina.tekst
    assert pagina.tabellen["Wijzigingen per record en veld"][1:] == [
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
    for upload, afloop in ((bevestigd, "verwerkt"), (ingetrokken, "ingetrokken")):
        upload.refresh_from_db()
        assert (bytes(upload.inhoud), upload.resultaat["afloop"]) == (b"", afloop)
        assert upload.verwerkt_op is not None
    bevestig(client, ingetrokken, "")
    assert "Dit bestand is ingetrokken." in gelezen(voorbeeld(client, ingetrokken)).tekst
    client.post(reverse("praktijken:import-intrekken", args=[bevestigd.pk]))
    bevestigd.refresh_from_db()
    assert bevestigd.resultaat["afloop"] == "verwerkt"


def test_a_file_nobody_confirmed_in_a_week_loses_its_content(mo: User, tmp_path: Path) -> None:
    with freeze_time("2020-06-01 12:00"):
        oud = laad(browser(mo), klein(), tmp_path)
    with freeze_time("2020-06-08 11:59"):
        laad(browser(mo), klein(), tmp_path)
        assert Importbestand.objects.get(pk=oud.pk).verwerkt_op is None
    with freeze_time("2020-06-08 12:01"):
        laad(browser(gebruiker(Rol.BEHEERDER)), klein(), tmp_path)
        assert "Dit bestand is verlopen." in gelezen(voorbeeld(browser(mo), oud)).tekst
    oud.refresh_from_db()
    assert (bytes(oud.inhoud), oud.resultaat) == (b"", {"afloop": "verlopen"})


def test_a_week_is_the_end_also_when_nobody_uploads_anything(mo: User, tmp_path: Path) -> None:
    with freeze_time("2020-06-01 12:00"):
        oud = laad(browser(mo), klein(), tmp_path)
        afdruk = vingerafdruk(voorbeeld(browser(mo), oud))
    with freeze_time("2020-06-08 12:01"):
        assert "Dit bestand is verlopen." in gelezen(voorbeeld(browser(mo), oud)).tekst
        assert "Dit bestand is verlopen." in gelezen(bevestig(browser(mo), oud, afdruk)).tekst
    assert not Programma.objects.exists()


# Download


def test_a_download_is_logged_and_comes_back_unchanged(client: Client, mo: User) -> None:
    bladen = klein()
    bladen["Deelnemers"].append(["D1", None, None, None, None, None, "ARN", dag("2020-01-01"), None])
    voer_in(bladen)
    antwoord = client.post(reverse("praktijken:download"), {"programma": "thuis"})
    assert re.fullmatch(r'attachment; filename="thuis-\d{4}-\d\d-\d\d\.xlsx"', antwoord.headers["Content-Disposition"])
    assert "no-store" in antwoord.headers["Cache-Control"]
    namen = [rij[1] for rij in load_workbook(io.BytesIO(antwoord.content))["Deelnemers"].values]
    assert namen == ["naam", "Fatma", "Fatma", "Wim"]
    uitvoer = NamenUitvoer.objects.get()
    assert (uitvoer.gebruiker, uitvoer.programma.slug, uitvoer.aantal_personen) == (mo, "thuis", 2)
    terug = SimpleUploadedFile("terug.xlsx", antwoord.content)
    pagina = gelezen(client.post(reverse("praktijken:gegevens"), {"bestand": terug}, follow=True))
    assert "Er verandert niets." in pagina.tekst


@pytest.mark.parametrize("slug", ["", "onbekend", "../../etc/passwd", "thuis'--"])
def test_a_programme_that_is_not_there_cannot_be_downloaded(client: Client, slug: str) -> None:
    voer_in(klein())
    assert client.post(reverse("praktijken:download"), {"programma": slug}).status_code == 404
    assert not NamenUitvoer.objects.exists()


def test_the_empty_file_holds_nobody_and_is_not_logged(client: Client) -> None:
    voer_in(klein())
    inhoud = load_workbook(io.BytesIO(client.get(reverse("praktijken:leeg-bestand")).content))
    assert [blad.max_row for blad in inhoud if blad.title != "Toelichting"] == [1] * 10
    assert not NamenUitvoer.objects.exists()


# Hostile files


@pytest.mark.parametrize(
    ("naam", "bewaard"),
    [
        ("../../x.xlsx", "x.xlsx"),
        ("..\\..\\x.xlsx", "x.xlsx"),
        ("'\"><script>alert(1)</script>.xlsx", "script>.xlsx"),
        ("رعاية.xlsx", "رعاية.xlsx"),
        ("a" * 300 + ".xlsx", "a" * 200),
        ("een\nregel\r\nverder.xlsx", "eenregel"),  # a raw line break ends the name in the request
    ],
)
def test_any_name_of_a_file_is_shown_as_text(client: Client, tmp_path: Path, naam: str, bewaard: str) -> None:
    bestand = als_bestand(klein(), tmp_path)
    bestand.name, bestand._name = naam, naam
    client.post(reverse("praktijken:gegevens"), {"bestand": bestand})
    upload = Importbestand.objects.get()
    antwoord = voorbeeld(client, upload)
    assert "<script>" not in antwoord.content.decode()
    assert upload.bestandsnaam.endswith(bewaard)
    assert bewaard in gelezen(antwoord).tekst
    bevestig(client, upload, vingerafdruk(antwoord))
    assert Programma.history.get().history_change_reason == f"import van {upload.bestandsnaam}"


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "Dit bestand is leeg. Kies een Excelbestand waar iets in staat."),
        (bytes(MAX_BESTAND + 1), "Dit bestand is groter dan 20 MB. Splits het of haal opmaak weg."),
        (None, "Kies eerst een Excelbestand."),
    ],
)
def test_a_file_that_is_empty_too_big_or_absent_is_refused_beside_its_field(
    client: Client, inhoud: bytes | None, melding: str
) -> None:
    velden = {} if inhoud is None else {"bestand": SimpleUploadedFile("a.xlsx", inhoud)}
    antwoord = client.post(reverse("praktijken:gegevens"), velden)
    assert antwoord.status_code == 400
    assert melding in antwoord.content.decode()
    assert not Importbestand.objects.exists()


@pytest.mark.parametrize("inhoud", [b"MZ\x90\x00" + bytes(2_000), b"PK\x03\x04rommel", b"<html></html>"])
def test_what_is_no_excel_file_is_told_in_a_line_and_can_be_thrown_away(client: Client, inhoud: bytes) -> None:
    client.post(reverse("praktijken:gegevens"), {"bestand": SimpleUploadedFile("programma.xlsx", inhoud)})
    upload = Importbestand.objects.get()
    antwoord = voorbeeld(client, upload)
    assert antwoord.status_code == 400
    assert "Er is niets veranderd." in antwoord.content.decode()
    assert "Bestand weggooien" in antwoord.content.decode()
    client.post(reverse("praktijken:import-intrekken", args=[upload.pk]))
    assert Importbestand.objects.get().resultaat == {"afloop": "ingetrokken"}


# Queries


def test_the_pages_take_as_many_queries_for_many_files_and_rows(client: Client, tmp_path: Path) -> None:
    veel = klein()
    for n in range(30):
        veel["Praktijken"].append([f"P{n}", f"P{n}", "Arnhem; Ede", dag("2019-09-02"), None, None, None, None])
        veel["Deelnemers"].append([f"E{n}", "N", None, None, None, None, f"P{n}", dag("2019-10-01"), None])
    aantallen = []
    for bladen in (klein(), veel):
        upload = laad(client, bladen, tmp_path)
        paden = [reverse("praktijken:gegevens"), reverse("praktijken:import", args=[upload.pk])]
        aantallen.append([_queries(client, pad) for pad in paden])
    assert aantallen[0] == aantallen[1]


def _queries(client: Client, pad: str) -> int:

    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)
