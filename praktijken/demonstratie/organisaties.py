"""The organisations: invented, but for the municipalities, by organisatietype and practice."""

from collections.abc import Iterator
from typing import Final

from praktijken.demonstratie.cel import Rij
from praktijken.demonstratie.praktijken import PRAKTIJKEN

KOP: Final = ("naam", "organisatietype", "gemeente")
KOP_PRAKTIJKPARTNERS: Final = ("praktijk", "organisatie", "rol", "vanaf", "tot en met")

ORGANISATIES: Final[dict[str, dict[str, str]]] = {
    "(Thuis)zorgorganisatie": {
        "ARN": "Thuiszorg De Linde Arnhem",
        "BOZ": "Zorggroep Scheldekruin Bergen op Zoom",
        "DBO": "Thuiszorg Dommelbeemd Den Bosch",
        "CUI": "Thuiszorg Maasheggen Cuijk",
        "EDE": "Zorggroep Heidebloem Ede",
        "EPE": "Thuiszorg Sprengenbeek Epe",
        "HAM": "Thuiszorg Peelhof Horst aan de Maas",
        "LEI": "Thuiszorg Rijnbocht Leiden",
        "LEU": "Thuiszorg Eemdal Leusden",
        "REN": "Thuiszorg Valleilicht Renswoude",
        "STE": "Zorggroep Maasbloesem Stein",
    },
    "Gemeente": {
        "DBO": "Gemeente 's-Hertogenbosch",
        "CUI": "Gemeente Cuijk",
        "EDE": "Gemeente Ede",
        "EPE": "Gemeente Epe",
        "HAM": "Gemeente Horst aan de Maas",
        "LEI": "Gemeente Leiden",
        "LEU": "Gemeente Leusden",
        "REN": "Gemeente Renswoude",
        "STE": "Gemeente Stein",
        "ARN": "Gemeente Arnhem",
        "BOZ": "Gemeente Bergen op Zoom",
    },
    "Vrijwilligersorganisatie": {
        "EDE": "Vrijwilligers Hand in Hand Ede",
        "EPE": "Vrijwilligershuis De Wissel Epe",
        "HAM": "Dorpshulp Samen Sterk Horst aan de Maas",
        "LEI": "Vrijwilligerspunt Sleutelbloem Leiden",
        "LEU": "Buurtmaatjes De Hamershof Leusden",
        "REN": "Burenhulp Twee Dorpen Renswoude",
        "STE": "Vrijwilligers De Brug Stein",
        "ARN": "Vrijwilligersnetwerk Rijnkade Arnhem",
        "BOZ": "Vrijwilligershulp De Wal Bergen op Zoom",
        "DBO": "Bossche Buurtkracht Den Bosch",
        "CUI": "Vrijwilligers Aan de Maas Cuijk",
    },
    "Welzijnsorganisatie": {
        "DBO": "Welzijn De Parade Den Bosch",
        "CUI": "Welzijn Kruispunt Cuijk",
        "EDE": "Welzijn Buurtlicht Ede",
        "EPE": "Welzijn Veluwehart Epe",
        "HAM": "Welzijn Zestien Dorpen Horst aan de Maas",
        "LEI": "Welzijn Singelrand Leiden",
        "LEU": "Welzijn De Hoeve Leusden",
        "REN": "Welzijn Grift en Vallei Renswoude",
        "STE": "Welzijn De Kasteeltuin Stein",
        "ARN": "Welzijn Zeven Heuvels Arnhem",
        "BOZ": "Welzijn Markiezaat Bergen op Zoom",
    },
    "Mantelzorgorganisatie": {
        "LEI": "Mantelzorg Sleutelstad Leiden",
        "LEU": "Mantelzorgkring Leusden",
        "REN": "Mantelzorgvereniging De Vallei Renswoude",
        "STE": "Mantelzorg Maasoever Stein",
        "ARN": "Mantelzorgkring Arnhem",
        "BOZ": "Mantelzorg West-Brabants Hart Bergen op Zoom",
        "DBO": "Mantelzorgkring Den Bosch",
        "CUI": "Mantelzorgvereniging Maasland Cuijk",
        "EDE": "Mantelzorgkring Ede",
        "EPE": "Mantelzorg Noord-Veluwezoom Epe",
    },
    "Huisartspraktijk": {
        "HAM": "Huisartspraktijk De Peelrand Horst aan de Maas",
        "LEI": "Huisartspraktijk De Vijver Leiden",
        "LEU": "Huisartspraktijk Het Hofje Leusden",
        "REN": "Huisartspraktijk De Dorpspomp Renswoude",
        "STE": "Huisartspraktijk De Mergelhoek Stein",
        "ARN": "Huisartspraktijk Onder de Bomen Arnhem",
        "BOZ": "Huisartspraktijk De Stadspoort Bergen op Zoom",
    },
    "Zorgorganisatie": {
        "DBO": "Woonzorg De Zuidergracht Den Bosch",
        "CUI": "Woonzorg Het Veerhuis Cuijk",
        "EDE": "Woonzorg De Kastanje Ede",
        "EPE": "Woonzorg Wisselhof Epe",
    },
    "Belangenbehartiging": {
        "HAM": "Platform Samen Leven Horst aan de Maas",
        "LEI": "Cliëntenplatform Leidse Stem Leiden",
        "LEU": "Seniorenplatform Leusden",
    },
    "Mantelzorgsteunpunt": {
        "REN": "Mantelzorgsteunpunt Valleidorpen Renswoude",
        "STE": "Mantelzorgsteunpunt Elsloohof Stein",
        "ARN": "Mantelzorgsteunpunt Sonsbeeklaan Arnhem",
    },
    "GGZ organisatie": {
        "BOZ": "GGZ De Oesterbank Bergen op Zoom",
        "DBO": "GGZ Het Bossche Broekhuis Den Bosch",
    },
    "Netwerkorganisatie": {
        "CUI": "Dementienetwerk Maasbocht Cuijk",
        "EDE": "Netwerk Zorg Dichtbij Ede",
    },
    "Ondernemer": {
        "LEI": "Boekhandel Het Gele Huis Leiden",
    },
}


def rijen() -> Iterator[Rij]:
    """The rows of the sheet Organisaties; an organisation sits in the first gemeente of its practice."""
    for organisatietype, organisaties in ORGANISATIES.items():
        for praktijk, naam in organisaties.items():
            yield [naam, organisatietype, PRAKTIJKEN[praktijk].gemeenten.split("; ")[0]]


def praktijkpartner_rijen() -> Iterator[Rij]:
    """The rows of the sheet Praktijkpartners: every organisation from the start, the municipality in the lead."""
    for organisatietype, organisaties in ORGANISATIES.items():
        rol = "penvoerder" if organisatietype == "Gemeente" else "partner"
        for praktijk, naam in organisaties.items():
            yield [praktijk, naam, rol, PRAKTIJKEN[praktijk].startdatum, None]
