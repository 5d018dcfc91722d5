"""Figure 1 of the report: where the practices are, as a map and in words."""

from monitor.nederlands import aantal, datum
from monitor.rapport import Praktijkregel, Rapport
from monitor.weergave.kaart import kaart_svg


def titel(rapport: Rapport) -> str:
    """The caption."""
    return f"Figuur 1. Praktijken op {datum(rapport.peildatum)}"


def tekstalternatief(rapport: Rapport) -> str:
    """What the map shows, for who doesn't see it; the table beside it says the rest."""
    if not rapport.praktijken:
        return "Kaart van Nederland zonder praktijken."
    plekken = "; ".join(_plek(praktijk) for praktijk in rapport.praktijken)
    return f"Kaart van Nederland met {aantal(len(rapport.praktijken), 'praktijk', 'praktijken')}: {plekken}."


def _plek(praktijk: Praktijkregel) -> str:
    waar = ", ".join(praktijk.gemeenten) or "geen gemeente vastgelegd"
    naam = f"{praktijk.nummer} {praktijk.naam}"
    return naam if waar == praktijk.naam else f"{naam} ({waar})"


def figuur1_svg(rapport: Rapport) -> str:
    """The map as an SVG element with title and text alternative; its texts are escaped."""
    return kaart_svg(rapport.kaart, titel=titel(rapport), tekstalternatief=tekstalternatief(rapport))
