"""What is shipped of others for the look: whole, with its licence, and nothing of the Rijksoverheid."""

import hashlib
from pathlib import Path

from django.conf import settings

MANON = Path(settings.BASE_DIR) / "static" / "vendor" / "manon"


def test_manon_travels_unchanged_with_its_licence():
    assert sorted(bestand.name for bestand in MANON.iterdir()) == ["LICENSE.txt", "manon.icore-open.min.css"]
    som = hashlib.sha256((MANON / "manon.icore-open.min.css").read_bytes()).hexdigest()
    assert som == "93fe60771781955097436a1363d082c216c5d676588f2a822a91b85ba36c4ddf"
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (MANON / "LICENSE.txt").read_text("utf-8")


def test_nothing_of_the_house_style_of_the_rijksoverheid_is_shipped():
    tekst = (MANON / "manon.icore-open.min.css").read_text("utf-8").casefold()
    assert [woord for woord in ("rijksoverheid", "rijkshuisstijl", "rijkslogo", "@import") if woord in tekst] == []


def test_the_font_travels_with_its_licence():
    lettermap = Path(settings.BASE_DIR) / "static" / "lettertype"
    assert "SIL Open Font License, Version 1.1" in (lettermap / "OFL.txt").read_text("utf-8")
    assert sum(bestand.stat().st_size for bestand in lettermap.glob("*.woff2")) < 100_000
