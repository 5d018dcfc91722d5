"""The uploaded file back, with on each row what is wrong with it."""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from mantelzorg.excel.lezer import OnleesbaarBestand
from mantelzorg.excel.terugschrijver import schrijf_terug
from praktijken.bladen import BLADEN
from praktijken.uitwisseling.verslag import Melding, Verslag, kort


def maak_foutbestand(inhoud: bytes, verslag: Verslag, pols: Callable[[], None]) -> tuple[bytes, dict[str, Any]]:
    """The file, and what the page says of it: how many messages have no place in it, or why it could not be made."""
    per_blad: dict[str, dict[str, list[str]]] = {blad.naam: defaultdict(list) for blad in BLADEN}
    for soort, meldingen in (("Fout", verslag.fouten), ("Let op", verslag.waarschuwingen)):
        for melding in meldingen:
            per_blad[melding.blad][str(melding.rij)].append(_regel(soort, melding))
    teksten = {blad: {rij: "\n".join(regels) for rij, regels in rijen.items()} for blad, rijen in per_blad.items()}
    try:
        terug = schrijf_terug(inhoud, teksten, pols)
    except OnleesbaarBestand as fout:
        return b"", {"geen_foutbestand": str(fout)}
    zonder = sum(melding.blad in terug.zonder for melding in verslag.fouten)
    return terug.inhoud, {"foutbestand": True, "zonder_plaats": zonder}


def _regel(soort: str, melding: Melding) -> str:
    kolom = f", kolom '{melding.kolom}'" if melding.kolom else ""
    return f"{soort}{kolom}: {kort(melding.tekst, 600)}."
