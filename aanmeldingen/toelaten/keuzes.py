"""What is chosen of each organisation and person: one that is known, a new one, or none."""

from collections.abc import Iterable
from typing import Any, Final

from deelnemers.models import Organisatie

NIEUW: Final = "nieuw"
NIET: Final = "niet"


def wie_is(schoon: dict[str, Any], plek: str, *, met_naam: bool) -> str:
    """Who or what is chosen there; two new people may share a name, two new organisations may not."""
    keuze = str(schoon.get(plek) or "")
    if keuze == NIEUW:
        return f"nieuw {schoon.get(f'{plek}_naam', '').casefold()}" if met_naam else ""
    return "" if keuze == NIET else keuze


def met_sleutel(rijen: Iterable[Any], sleutel: str) -> Any:
    """The record of that key among those offered."""
    return next(een for een in rijen if str(een.pk) == sleutel)


def omschreven(organisatie: Organisatie) -> str:
    """How a known organisation stands among the choices."""
    soort = organisatie.organisatietype or "organisatietype niet bekend"
    plaats = f", {organisatie.gemeente}" if organisatie.gemeente else ""
    return f"{organisatie.naam} (staat al in de lijst: {soort}{plaats})"
