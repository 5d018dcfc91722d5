"""Who may open the pages to import and download, and who may change what with them."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from deelnemers.models import NamenUitvoer
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import Importbatch
from tests.gegevens import gebruiker
from tests.praktijken.leeshtml import gelezen
from tests.praktijken.uitwisseling.bestanden import klein
from tests.praktijken.uitwisseling.pagina.bezoek import als_bestand, bevestig, browser, laad, vingerafdruk, voorbeeld

pytestmark = pytest.mark.django_db
MET_PK = (
    "import",
    "import-stand",
    "import-met-fouten",
    "import-bevestigen",
    "import-intrekken",
    "import-opnieuw",
    "import-ongedaan",
)
ADRESSEN = ("gegevens", "download", "leeg-bestand", *MET_PK)
MAG_NIET = 405


@pytest.mark.parametrize("rol", [Rol.ADVISEUR, Rol.ANALIST, None])
@pytest.mark.parametrize("adres", ADRESSEN)
def test_for_an_adviser_an_analyst_and_who_has_no_role_these_pages_are_not_there(rol: Rol | None, adres: str) -> None:
    user = gebruiker(rol)
    upload = Importbatch.objects.create(bestandsnaam="a.xlsx", inhoud=b"geheim", door=user)
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


def test_a_colleague_sees_the_import_and_may_confirm_it_under_their_own_name(
    client: Client, mo: User, tmp_path: Path
) -> None:
    anja = gebruiker(Rol.BEHEERDER)
    upload = laad(browser(anja), klein(), tmp_path)
    lijst = gelezen(client.get(reverse("praktijken:gegevens"))).tabellen["Alle imports"]
    assert [rij[0:2] + rij[3:] for rij in lijst[1:]] == [
        ["gegevens.xlsx", "Anja de Beheerder", "17", "0", "wacht op bevestiging"]
    ]
    bevestig(client, upload, vingerafdruk(voorbeeld(client, upload)))
    regel = Programma.history.get()
    assert (regel.history_user, regel.history_change_reason) == (mo, f"import van gegevens.xlsx (import {upload.pk})")


@pytest.mark.parametrize("adres", ["download", "import-bevestigen", "import-intrekken", "import-opnieuw"])
def test_what_changes_something_cannot_be_got(client: Client, adres: str, tmp_path: Path) -> None:
    upload = laad(client, klein(), tmp_path)
    assert client.get(reverse(f"praktijken:{adres}", args=[upload.pk] if adres in MET_PK else [])).status_code == 405
    upload.refresh_from_db()
    assert upload.verwerkt_op is None


@pytest.mark.parametrize("adres", ["gegevens", "download", "import-bevestigen", "import-intrekken", "import-opnieuw"])
def test_another_site_cannot_post_for_a_medewerker(mo: User, adres: str, tmp_path: Path) -> None:
    upload = laad(browser(mo), klein(), tmp_path)
    streng = browser(mo, enforce_csrf_checks=True)
    pad = reverse(f"praktijken:{adres}", args=[upload.pk] if adres in MET_PK else [])
    assert streng.post(pad, {"bestand": als_bestand(klein(), tmp_path)}).status_code == 403
    upload.refresh_from_db()
    assert (upload.verwerkt_op, Importbatch.objects.count()) == (None, 1)
