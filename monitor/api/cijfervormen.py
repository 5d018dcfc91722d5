"""The form of the figures of indicator 23 in openapi.json: that of begrippen.md §3."""

from typing import Final

from monitor.api.vormen import Vorm, Woorden, aantal, dag, tekst, velden_van, voorwerp, vorm_van
from monitor.indicator import (
    Deelnemers,
    Experimenten,
    Ontwerpvragen,
    Organisatietypeaantal,
    Praktijkcijfers,
    Praktijken,
)

PROGRAMMA: Final = "De slug van het programma."
PEILDATUM: Final = "De dag waarvoor de cijfers gelden."
NU: Final = "Personen die op de peildatum meedoen aan een actieve praktijk."
TOT_NU_TOE: Final = "Personen die op of vóór de peildatum meededen."
TYPEN: Final = "Deelnemers naar organisatietype; meeste bovenaan."
CIJFERWOORDEN: Final = {
    "gemeenten": "Verschillende gemeenten van opgestarte praktijken.",
    "organisaties": "Verschillende organisaties die op de peildatum meedoen.",
    "praktijken": "Praktijken.",
    "ontwerpvragen": "Ontwerpvragen van opgestarte praktijken.",
    "experimenten": "Experimenten van opgestarte praktijken.",
    "per_praktijk": "De opgestarte praktijken, op alfabet.",
}
_AFLOOP: Final = {
    "opgestart": "Gestart op of vóór de peildatum.",
    "afgerond": "Opgestart, en vóór de peildatum afgerond.",
    "voortijdig_gestopt": "Opgestart, en vóór de peildatum voortijdig gestopt.",
}
_LOPEND: Final = "Opgestart, en op de peildatum niet geëindigd."
WOORDEN: Final[Woorden] = {
    Praktijken: _AFLOOP
    | {
        "opgestart": "Gestart op of vóór de peildatum: de indicator zelf.",
        "actief": _LOPEND,
        "samengevoegd": "Opgestart, en vóór de peildatum in een andere praktijk opgegaan.",
    },
    Ontwerpvragen: {
        "totaal": "Alle.",
        "minimum_per_praktijk": "Het minste in een praktijk; null: er is geen praktijk.",
        "maximum_per_praktijk": "Het meeste in een praktijk; null: er is geen praktijk.",
    },
    Experimenten: _AFLOOP | {"lopend": _LOPEND},
    Deelnemers: {
        "totaal": "Alle deelnemers: bekend en onbekend samen.",
        "bekend": "Van wie het organisatietype bekend is.",
        "onbekend": "Van wie het organisatietype niet bekend is.",
        "typen": TYPEN,
    },
    Organisatietypeaantal: {"naam": "Het organisatietype.", "aantal": "De deelnemers van dat type."},
    Praktijkcijfers: {
        "code": "De code in het programma.",
        "naam": "De naam.",
        "ontwerpvragen": "De ontwerpvragen op de peildatum.",
        "experimenten": "De experimenten die dan zijn opgestart.",
        "deelnemers": "De deelnemers op de peildatum.",
    },
}


def _deelnemers(naam: str, wie: str) -> dict[str, Vorm]:
    """The counts, and beside them the kinds of organisation."""
    velden = velden_van(Deelnemers, WOORDEN)
    typen = velden.pop("typen")
    return {naam: voorwerp(wie, **velden), naam.replace("deelnemers", "organisatietypen"): typen}


INDICATOR23: Final = voorwerp(
    "Indicator 23 op een peildatum.",
    indicator=aantal("Het nummer van de indicator."),
    programma=tekst(PROGRAMMA),
    peildatum=dag(PEILDATUM),
    praktijken=vorm_van(Praktijken, CIJFERWOORDEN["praktijken"], WOORDEN),
    gemeenten=aantal(CIJFERWOORDEN["gemeenten"]),
    organisaties=aantal(CIJFERWOORDEN["organisaties"]),
    ontwerpvragen=vorm_van(Ontwerpvragen, CIJFERWOORDEN["ontwerpvragen"], WOORDEN),
    experimenten=vorm_van(Experimenten, CIJFERWOORDEN["experimenten"], WOORDEN),
    **_deelnemers("deelnemers", NU),
    **_deelnemers("deelnemers_tot_nu_toe", TOT_NU_TOE),
    per_praktijk=vorm_van(tuple[Praktijkcijfers, ...], CIJFERWOORDEN["per_praktijk"], WOORDEN),
)
