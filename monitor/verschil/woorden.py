"""The words of a difference: what is counted, and what happened to how many of which records."""

from monitor.feiten import SOORTEN as FEITSOORTEN
from monitor.feiten import EigenFeit
from monitor.indicatoren.soort import Indicatorsoort
from monitor.verschil.soorten import Oorzaak

Vormen = tuple[str, str]
"""Of one and of more."""

SOORTEN: dict[str, Vormen] = {
    "praktijk": ("praktijk", "praktijken"),
    "gemeente": ("gemeente", "gemeenten"),
    "organisatie": ("organisatie", "organisaties"),
    "ontwerpvraag": ("ontwerpvraag", "ontwerpvragen"),
    "experiment": ("experiment", "experimenten"),
    "deelnemer": ("deelnemer", "deelnemers"),
}
_AFLOOP = {
    Oorzaak.AFGEROND: "afgerond",
    Oorzaak.GESTOPT: "voortijdig gestopt",
    Oorzaak.SAMENGEVOEGD: "opgegaan in een andere praktijk",
}
_PRAKTIJK_DIE = {
    Oorzaak.AFGEROND: "is afgerond",
    Oorzaak.GESTOPT: "voortijdig is gestopt",
    Oorzaak.SAMENGEVOEGD: "is opgegaan in een andere",
}
_BEGONNEN = {"praktijk": "gestart", "experiment": "gestart", "ontwerpvraag": "erbij gekomen"}
_GEEINDIGD: dict[str, Vormen] = {
    "ontwerpvraag": ("is vervallen", "zijn vervallen"),
    "organisatie": ("is niet meer betrokken", "zijn niet meer betrokken"),
    "deelnemer": ("doet niet meer mee", "doen niet meer mee"),
}
_MEE: dict[Oorzaak, str] = {
    Oorzaak.GECORRIGEERD: "na een correctie",
    Oorzaak.ANDER_TYPE: "na een andere indeling hier",
    Oorzaak.ONTDUBBELD: "door het samenvoegen van dubbele personen",
    Oorzaak.ONTVLOCHTEN: "door het ongedaan maken van een samenvoeging",
    Oorzaak.DEFINITIE: "door de nieuwe definitie",
}


def geteld(indicator: Indicatorsoort, figuur: str, rijnaam: str) -> str:
    """What the figure counts, after `het aantal`. `rijnaam`: the name of its row, for a list."""
    return indicator.figuren[figuur].geteld.format(rijnaam)


def noemer(indicator: Indicatorsoort, figuur: str, soort: str) -> Vormen:
    """What its number is of: what it adds up, else the records of that kind."""
    eenheid = indicator.figuren[figuur].eenheid
    if eenheid is not None:
        return eenheid
    eigen = FEITSOORTEN.get(soort)
    return eigen.woorden if eigen is not None and issubclass(eigen, EigenFeit) else SOORTEN[soort]


def gebeurd(oorzaak: Oorzaak, soort: str, *, erbij: bool) -> Vormen:
    """What happened to records of this kind, after their number; of persons who were erased see `gewist`."""
    match oorzaak:
        case Oorzaak.GESTART:
            woord = _BEGONNEN.get(soort, "erbij gekomen")
            return f"is {woord}", f"zijn {woord}"
        case Oorzaak.AFGEROND | Oorzaak.GESTOPT | Oorzaak.SAMENGEVOEGD:
            return _afloop(oorzaak, soort)
        case Oorzaak.GEEINDIGD:
            return _GEEINDIGD.get(soort, ("is geëindigd", "zijn geëindigd"))
        case Oorzaak.LATER_INGEVOERD:
            wat = "pas later ingevoerd" if erbij else "toen nog niet ingevoerd"
        case Oorzaak.VERWIJDERD:
            wat = "toen nog niet uit het programma verwijderd" if erbij else "uit het programma verwijderd"
        case _:
            niet = "" if erbij else " niet meer"
            hoe = _MEE[oorzaak]
            return f"telt {hoe}{niet} mee", f"tellen {hoe}{niet} mee"
    return f"is {wat}", f"zijn {wat}"


def _afloop(oorzaak: Oorzaak, soort: str) -> Vormen:
    if soort in ("praktijk", "experiment"):
        return f"is {_AFLOOP[oorzaak]}", f"zijn {_AFLOOP[oorzaak]}"
    return f"zat in een praktijk die {_PRAKTIJK_DIE[oorzaak]}", f"zaten in een praktijk die {_PRAKTIJK_DIE[oorzaak]}"


def gewist(erbij: int, eraf: int) -> str:
    """Of erased persons: how many counted at first and how many then, as a sentence."""
    return (
        f"Gewiste personen zijn niet meer te koppelen: van hen telden er {eraf} in de eerste telling "
        f"en {erbij} in de tweede."
    )
