"""Query parameters: what is wrong with them is said of all at once, and none is passed over in silence."""

import datetime
from collections.abc import Collection

from django.http import QueryDict

from monitor.api.problemen import OnjuisteParameters
from monitor.peildatum import OngeldigePeildatum, lees_peildatum

MEER_KEREN = "staat er meer dan één keer."
ONBEKEND = "is hier geen parameter."
NIET_TE_LEZEN = "bevat een teken dat niet kan."


def keur(parameters: QueryDict, bekend: Collection[str]) -> None:
    """Raises OnjuisteParameters with what is unknown, stands there twice, or holds what no database takes."""
    redenen = {naam: _bezwaar(naam, parameters.getlist(naam), bekend) for naam in parameters}
    if any(redenen.values()):
        raise OnjuisteParameters({naam: reden for naam, reden in redenen.items() if reden})


def _bezwaar(naam: str, waarden: list[str], bekend: Collection[str]) -> str:
    if naam not in bekend:
        return ONBEKEND
    if len(waarden) > 1:
        return MEER_KEREN
    return NIET_TE_LEZEN if "\x00" in waarden[0] else ""


def lees_parameters(parameters: QueryDict) -> tuple[str, datetime.date | None]:
    """Programme and reference date (None: not given); raises OnjuisteParameters with all that is wrong."""
    redenen = {} if len(parameters.getlist("programma")) < 2 else {"programma": MEER_KEREN}
    slug = parameters.get("programma", "")
    if not slug:
        redenen["programma"] = "is verplicht: de slug van het programma."
    peildatum, reden = _lees_dag(parameters)
    redenen |= {"peildatum": reden} if reden else {}
    if redenen:
        raise OnjuisteParameters(redenen)
    return slug, peildatum


def lees_peildatum_parameter(parameters: QueryDict) -> datetime.date | None:
    """The reference date (None: not given); raises OnjuisteParameters."""
    peildatum, reden = _lees_dag(parameters)
    if reden:
        raise OnjuisteParameters({"peildatum": reden})
    return peildatum


def _lees_dag(parameters: QueryDict) -> tuple[datetime.date | None, str]:
    """The reference date, and what is wrong with it."""
    if len(parameters.getlist("peildatum")) > 1:
        return None, MEER_KEREN
    if "peildatum" not in parameters:
        return None, ""
    try:
        return lees_peildatum(str(parameters["peildatum"])), ""
    except OngeldigePeildatum as fout:
        return None, str(fout)
