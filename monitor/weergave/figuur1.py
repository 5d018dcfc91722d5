"""Figure 1 of the report: where the practices are, as a map and in words."""

import re

from monitor.kaartpunten import Kaartgrenzen
from monitor.nederlands import aantal, datum
from monitor.rapport import Praktijkregel, Rapport
from monitor.weergave.kaart import KAARTBRON, kaart_svg

_MET_GRENZEN = re.compile(
    r"Kaart: gemeentegrenzen (van \d{4} in plaats van )?\d{4}, CBS/Kadaster, CC BY 4\.0, vereenvoudigd"
    r"(; daarin niet: [^;:\d]{1,200})?; plaatsen: GeoNames, CC BY 4\.0"
)


def titel(rapport: Rapport) -> str:
    """The caption."""
    return f"Figuur 1. Praktijken op {datum(rapport.peildatum)}"


def tekstalternatief(rapport: Rapport) -> str:
    """What the map shows, for who doesn't see it; the table beside it says the rest."""
    if not rapport.praktijken:
        return "Kaart van Nederland zonder praktijken."
    plekken = "; ".join(_plek(praktijk) for praktijk in rapport.praktijken)
    kop = f"Kaart van Nederland met {aantal(len(rapport.praktijken), 'praktijk', 'praktijken')}"
    return f"{kop}: {plekken}.{_gekleurd(rapport)}"


def _plek(praktijk: Praktijkregel) -> str:
    waar = ", ".join(praktijk.gemeenten) or "geen gemeente vastgelegd"
    naam = f"{praktijk.nummer} {praktijk.naam}"
    return naam if waar == praktijk.naam else f"{naam} ({waar})"


def _gekleurd(rapport: Rapport) -> str:
    if rapport.grenzen is None:
        return ""
    zonder = _zonder_grens(rapport, rapport.grenzen)
    return f" Het gebied van hun gemeenten is gekleurd{f', behalve van {zonder}' if zonder else ''}."


def kaartbron(rapport: Rapport) -> str:
    """To be shown with the map: what its licences ask for, and of which year the borders are."""
    if rapport.grenzen is None:
        return KAARTBRON
    zonder = _zonder_grens(rapport, rapport.grenzen)
    return (
        f"Kaart: gemeentegrenzen {_welk_jaar(rapport.grenzen.jaar, rapport.peildatum.year)}, CBS/Kadaster, CC BY 4.0, "
        f"vereenvoudigd{f'; daarin niet: {zonder}' if zonder else ''}; plaatsen: GeoNames, CC BY 4.0"
    )


def is_kaartbron(tekst: object) -> bool:
    """Whether it is such a line, of whatever borders were loaded when it was written."""
    return isinstance(tekst, str) and (tekst == KAARTBRON or _MET_GRENZEN.fullmatch(tekst) is not None)


def _welk_jaar(jaar: int, peiljaar: int) -> str:
    return f"{jaar}" if jaar == peiljaar else f"van {jaar} in plaats van {peiljaar}"


def _zonder_grens(rapport: Rapport, grenzen: Kaartgrenzen) -> str:
    """The municipalities on the map that the division of that year does not know."""
    bekend = {gebied.gebied for gebied in grenzen.gemeenten}
    punten = (punt for praktijk in rapport.kaart for punt in praktijk.gemeenten if punt.code not in bekend)
    return ", ".join(dict.fromkeys(punt.naam for punt in punten))


def figuur1_svg(rapport: Rapport) -> str:
    """The map as an SVG element with title and text alternative; its texts are escaped."""
    return kaart_svg(
        rapport.kaart, titel=titel(rapport), tekstalternatief=tekstalternatief(rapport), grenzen=rapport.grenzen
    )
