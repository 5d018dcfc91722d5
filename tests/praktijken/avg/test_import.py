"""A workbook from before brings nobody back who was erased since."""

from pathlib import Path

import pytest

from deelnemers.models import Deelnemer
from mantelzorg.models import Programma
from mantelzorg.toegang import Rol
from praktijken.avg.verzoeken import beperk
from praktijken.models import Deelname
from praktijken.uitwisseling.exporteren import werkboek_van
from praktijken.uitwisseling.importeren import Opdracht, Wijze, importeer
from praktijken.uitwisseling.lezen import uit_bestand
from praktijken.uitwisseling.soort import Herkomst
from tests.gegevens import gebruiker
from tests.praktijken.avg.gewist import alles_wat_er_staat, wis_nu
from tests.praktijken.uitwisseling.bestanden import VANDAAG, dag, goed, klein, tellingen, veranderd

pytestmark = pytest.mark.django_db


def test_an_old_workbook_brings_no_name_organisation_or_other_kind_back() -> None:
    goed(klein())
    fatma = Deelnemer.objects.get(nummer="D1")
    wis_nu(fatma, gebruiker(Rol.MEDEWERKER))

    verslag = goed(klein())

    assert veranderd(verslag) == {}
    assert "fatma" not in alles_wat_er_staat().lower()
    mee = Deelname.objects.get(deelnemer=fatma)
    assert (mee.organisatie, str(mee.organisatietype)) == (None, "Gemeente")
    assert [str(een) for een in verslag.waarschuwingen if "gewist" in str(een)] == [
        "Blad 'Deelnemers', rij 2, kolom 'e-mail': D1 is gewist; e-mail wordt overgeslagen.",
        "Blad 'Deelnemers', rij 2, kolom 'naam': D1 is gewist; naam wordt overgeslagen.",
        "Blad 'Deelnemers', rij 2, kolom 'organisatie': D1 is gewist; organisatie wordt overgeslagen.",
    ]


def test_what_is_downloaded_after_erasing_goes_in_again_unchanged(tmp_path: Path) -> None:
    goed(klein())
    wis_nu(Deelnemer.objects.get(nummer="D1"), gebruiker(Rol.MEDEWERKER))
    pad = tmp_path / "bestand.xlsx"
    pad.write_bytes(werkboek_van(Programma.objects.get(), VANDAAG).inhoud)

    herkomst = Herkomst(gebruiker=None, reden="proef van een test")
    verslag = importeer(Opdracht(bron=uit_bestand(pad), vandaag=VANDAAG, herkomst=herkomst, wijze=Wijze.BEWAAR))

    assert [str(fout) for fout in verslag.fouten] == []
    assert veranderd(verslag) == {}
    assert tellingen(verslag)["deelnemers"] == (0, 0, 2)


def test_what_a_file_would_change_of_who_is_restricted_is_said_and_skipped() -> None:
    goed(klein())
    fatma = Deelnemer.objects.get(nummer="D1")
    beperk(fatma.pk, sinds=VANDAAG)
    voor = [*Deelnemer.objects.order_by("pk").values(), *Deelname.objects.order_by("pk").values()]
    bladen = klein()
    rij = bladen["Deelnemers"][1]
    rij[1] = "Fatima"
    bladen["Deelnemers"].append([*rij[:6], "ARN", *rij[7:]])
    rij[5], rij[8] = "vrijwilliger", dag("2020-05-31")

    verslag = goed(bladen)

    assert veranderd(verslag) == {}
    assert [*Deelnemer.objects.order_by("pk").values(), *Deelname.objects.order_by("pk").values()] == voor
    begin = "de gegevens van D1 zijn beperkt"
    assert [str(een) for een in verslag.waarschuwingen if "beperkt" in str(een)] == [
        f"Blad 'Deelnemers', rij 2, kolom 'hoedanigheid': {begin}; hoedanigheid wordt overgeslagen.",
        f"Blad 'Deelnemers', rij 2, kolom 'naam': {begin}; naam wordt overgeslagen.",
        f"Blad 'Deelnemers', rij 2, kolom 'tot en met': {begin}; tot en met wordt overgeslagen.",
        f"Blad 'Deelnemers', rij 4, kolom 'praktijk': {begin}; deze nieuwe rij wordt overgeslagen.",
    ]
    beperk(fatma.pk, sinds=None)
    assert veranderd(goed(bladen)) == {"deelnemers": (0, 1), "deelnames": (1, 1)}


def test_an_erased_person_may_take_part_again_and_stays_without_a_name() -> None:
    goed(klein())
    wis_nu(Deelnemer.objects.get(nummer="D1"), gebruiker(Rol.MEDEWERKER))
    bladen = klein()
    bladen["Deelnemers"][1][6] = "ARN"

    verslag = goed(bladen)

    assert veranderd(verslag) == {"deelnames": (1, 0)}
    assert set(Deelname.objects.filter(deelnemer__nummer="D1").values_list("organisatie", flat=True)) == {None}
