"""The tables of the figures of calls, with the names and labels of `monitor.oproepen.tabellen`."""

import datetime
from collections.abc import Iterator
from typing import Any

from monitor.feiten import Feiten
from monitor.indicatoren.figuren import Figuursoort, Tabelsoort
from monitor.indicatoren.oproep.feiten import Oproepfeit
from monitor.oproepen.tabellen import GEHEEL

Dag = datetime.date
AANMELDING, BIJEENKOMST, BELANGSTELLING, OPROEP = "aanmelding", "bijeenkomst", "belangstelling", "oproep"
TOTAAL, BEKEND = "aanmeldingen.totaal", "bijeenkomsten.presentie_bekend"
MEDEWERKERS, DAGEN = ("medewerker", "medewerkers"), ("dag", "dagen")
PLAATSEN, MENSEN = ("plaats", "plaatsen"), ("bezoeker", "bezoekers")
_LABELS = {f"{tabel}.{naam}": label for tabel, _, figuren in GEHEEL for naam, label in figuren}
_TITELS = {tabel: titel for tabel, titel, _ in GEHEEL}


def oproepfeiten(feiten: Feiten) -> Iterator[Oproepfeit]:
    """The calls among them."""
    return (een for een in feiten.eigen if isinstance(een, Oproepfeit))


def _oproepen(feiten: Feiten, _: Dag) -> Iterator[tuple[str, str]]:
    return ((een.slug, een.titel) for een in oproepfeiten(feiten))


def _sectoren(feiten: Feiten, _: Dag) -> Iterator[tuple[str, str]]:
    return ((sector, sector) for een in oproepfeiten(feiten) for sector in een.sectoren)


def _van_oproep(feit: Any, slug: str, feiten: Feiten) -> bool:
    return any(een.slug == slug and een.id == feit.oproep for een in oproepfeiten(feiten))


def _figuur(tabel: str, naam: str, soort: str, geteld: str, binnen: str = "", **meer: Any) -> Figuursoort:
    """One with the label it has in the figures of a call."""
    label = _LABELS[f"{tabel}.{naam}"]
    return Figuursoort(naam=naam, label=label, soort=soort, geteld=geteld, binnen=binnen, **meer)


def _geheel(naam: str, *figuren: Figuursoort) -> Tabelsoort:
    return Tabelsoort(naam=naam, titel=_TITELS[naam], figuren=figuren)


def _uitkomst(naam: str, geteld: str) -> Figuursoort:
    return _figuur("uitkomsten", naam, AANMELDING, geteld, TOTAAL, deelt=True)


def _plaats(naam: str, geteld: str) -> Figuursoort:
    return _figuur("plaatsen", naam, AANMELDING, geteld, TOTAAL)


def _bezoek(naam: str, geteld: str) -> Figuursoort:
    return _figuur("bijeenkomsten", naam, BIJEENKOMST, geteld, BEKEND, leeg=None, eenheid=MENSEN)


def _per_sleutel(naam: str, label: str, geteld: str, **meer: Any) -> Figuursoort:
    return Figuursoort(naam=naam, label=label, soort=AANMELDING, geteld=geteld, binnen=TOTAAL, **meer)


TABELLEN = (
    _geheel(
        "aanmeldingen",
        _figuur("aanmeldingen", "totaal", AANMELDING, "aanmeldingen"),
        _figuur("aanmeldingen", "sectoroverstijgend", AANMELDING, "sectoroverstijgende aanmeldingen", TOTAAL),
    ),
    _geheel(
        "uitkomsten",
        _uitkomst("in_behandeling", "aanmeldingen in behandeling"),
        _uitkomst("wachtlijst", "aanmeldingen op de wachtlijst"),
        _uitkomst("plaats_aangeboden", "aanmeldingen met een aangeboden plaats"),
        _uitkomst("toegelaten", "toegelaten aanmeldingen"),
        _uitkomst("afgewezen", "afgewezen aanmeldingen"),
        _uitkomst("ingetrokken", "ingetrokken aanmeldingen"),
        _uitkomst("aanbod_vervallen", "aanmeldingen met een vervallen aanbod"),
    ),
    _geheel(
        "plaatsen",
        _figuur("plaatsen", "capaciteit", OPROEP, "plaatsen", leeg=None, eenheid=PLAATSEN),
        _plaats("bezet", "bezette plaatsen"),
        _plaats("bevestigd", "bevestigde plaatsen"),
        _plaats("aangeboden", "aangeboden plaatsen"),
        _figuur("plaatsen", "vrij", AANMELDING, "vrije plaatsen", leeg=None, eenheid=PLAATSEN),
        _plaats("wachtend", "aanmeldingen die wachten op een plaats"),
        _plaats("kandidaten", "kandidaten voor de selectie"),
    ),
    _geheel(
        "medewerkers",
        _figuur(
            "medewerkers", "toegelaten", AANMELDING, "medewerkers dat wie is toegelaten bereikt", TOTAAL,
            eenheid=MEDEWERKERS,
        ),
        _figuur(
            "medewerkers", "alle_aanmeldingen", AANMELDING, "medewerkers dat alle aanmeldingen bereiken", TOTAAL,
            eenheid=MEDEWERKERS,
        ),
    ),
    _geheel(
        "beslistijd",
        _figuur("beslistijd", "aantal", AANMELDING, "aanmeldingen met een besluit", TOTAAL),
        _figuur("beslistijd", "kortste", AANMELDING, "dagen", "beslistijd.aantal", leeg=None, samen=min, eenheid=DAGEN),
        _figuur("beslistijd", "langste", AANMELDING, "dagen", "beslistijd.aantal", leeg=None, samen=max, eenheid=DAGEN),
    ),
    _geheel(
        "bijeenkomsten",
        _figuur("bijeenkomsten", "gehouden", BIJEENKOMST, "gehouden bijeenkomsten"),
        _figuur(
            "bijeenkomsten", "capaciteit", BIJEENKOMST, "plaatsen bij bijeenkomsten", "bijeenkomsten.gehouden",
            leeg=None, eenheid=PLAATSEN,
        ),
        _figuur(
            "bijeenkomsten", "ingeschreven", BIJEENKOMST, "inschrijvingen", "bijeenkomsten.gehouden",
            leeg=None, eenheid=("inschrijving", "inschrijvingen"),
        ),
        _figuur(
            "bijeenkomsten", "presentie_bekend", BIJEENKOMST, "bijeenkomsten met een presentielijst",
            "bijeenkomsten.gehouden",
        ),
        _bezoek("aanwezig", "aanwezigen"),
        _bezoek("niet_gekomen", "mensen dat niet kwam"),
        _bezoek("aan_de_deur", "aanwezigen zonder inschrijving"),
    ),
    _geheel(
        "belangstelling",
        _figuur("belangstelling", "ontvangen", BELANGSTELLING, "belangstellenden"),
        _figuur(
            "belangstelling", "bereikt", BELANGSTELLING, "bereikte belangstellenden", "belangstelling.ontvangen"
        ),
        _figuur(
            "belangstelling", "aangemeld", BELANGSTELLING, "belangstellenden dat zich aanmeldde",
            "belangstelling.ontvangen",
        ),
    ),
    Tabelsoort(
        naam="per_sector",
        titel="Aanmeldingen per sector",
        kop="Sector",
        rijen=_sectoren,
        meeste_eerst=True,
        figuren=(
            _per_sleutel("aantal", "Aanmeldingen", "aanmeldingen uit de sector {}", deelt=True),
            _per_sleutel(
                "sectoroverstijgend", "Waarvan sectoroverstijgend", "sectoroverstijgende aanmeldingen uit de sector {}"
            ),
        ),
    ),
    Tabelsoort(
        naam="per_provincie",
        titel="Aanmeldingen per provincie",
        kop="Provincie",
        meeste_eerst=True,
        figuren=(_per_sleutel("aantal", "Aanmeldingen", "aanmeldingen uit de provincie {}", deelt=True),),
    ),
    Tabelsoort(
        naam="per_oproep",
        titel="Per oproep",
        kop="Oproep",
        rijen=_oproepen,
        elders="telt in deze oproep niet mee",
        erbij=_van_oproep,
        figuren=(
            _per_sleutel("aanmeldingen", "Aanmeldingen ontvangen", "aanmeldingen voor de oproep {}"),
            _per_sleutel("toegelaten", "Toegelaten", "toegelaten aanmeldingen voor de oproep {}"),
        ),
    ),
    Tabelsoort(
        naam="oproepen",
        titel="Oproepen",
        figuren=(Figuursoort(naam="geopend", label="Geopend", soort=OPROEP, geteld="geopende oproepen"),),
    ),
)  # fmt: skip
