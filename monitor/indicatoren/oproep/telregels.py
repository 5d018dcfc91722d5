"""What each figure of the calls counts, in plain Dutch: the rules of a call, and what of a programme is added."""

from monitor.oproepen.definities import DEFINITIES
from monitor.telregels import Telregel

DEFINITIE = (
    "De cijfers van de gepubliceerde oproepen van het programma samen, op de peildatum: wie zich aanmeldde, wat "
    "daarvan werd, de plaatsen en de informatiebijeenkomsten. Elk cijfer telt zoals bij één oproep."
)
_FIGUREN = {
    "Aanmeldingen ontvangen": ("aanmeldingen.totaal",),
    "Sectoroverstijgend": ("aanmeldingen.sectoroverstijgend", "per_sector.sectoroverstijgend"),
    "Per sector": ("per_sector.aantal",),
    "Uitkomst": tuple(
        f"uitkomsten.{naam}"
        for naam in (
            "in_behandeling", "wachtlijst", "plaats_aangeboden", "toegelaten", "afgewezen", "ingetrokken",
            "aanbod_vervallen",
        )
    ),
    "Belangstelling": ("belangstelling.ontvangen", "belangstelling.bereikt", "belangstelling.aangemeld"),
    "Peildatum": (),
    "nvt": (),
}  # fmt: skip
"""Of the rules of a call those that hold here word for word, and for which figures."""
TELREGELS = (
    *(
        Telregel(begrip=een.begrip, regel=een.regel, figuren=_FIGUREN[een.begrip])
        for een in DEFINITIES
        if een.begrip in _FIGUREN
    ),
    Telregel(
        begrip="Per provincie",
        regel="De provincie van de gemeente in de aanmelding. Alleen provincies met een aanmelding staan erbij.",
        figuren=("per_provincie.aantal",),
    ),
    Telregel(
        begrip="Plaatsen",
        regel=(
            "De regels in het plaatsenboek tot en met de peildatum bij elkaar. Bezet: ingenomen, met of zonder "
            "bevestiging. Bevestigd: de organisatie is toegelaten. Aangeboden: wordt vastgehouden tot het antwoord. "
            "Vrij = plaatsen min bezet min aangeboden, van de oproepen waarvan het aantal plaatsen is vastgesteld; is "
            "dat van geen oproep zo, dan staat er nvt."
        ),
        figuren=tuple(
            f"plaatsen.{naam}"
            for naam in ("capaciteit", "bezet", "bevestigd", "aangeboden", "vrij", "wachtend", "kandidaten")
        ),
    ),
    Telregel(
        begrip="Medewerkers te bereiken",
        regel=(
            "Het aantal medewerkers dat een aanmelding zegt te bereiken, opgeteld: van wie op de peildatum is "
            "toegelaten, en van alle ontvangen aanmeldingen."
        ),
        figuren=("medewerkers.toegelaten", "medewerkers.alle_aanmeldingen"),
    ),
    Telregel(
        begrip="Tijd tot het besluit",
        regel=(
            "Het aantal dagen van de dag van ontvangst tot de dag waarop het eerste besluit is bevestigd: de kortste "
            "en de langste. Is er nog geen besluit, dan staat er nvt. De mediaan staat bij de oproep zelf."
        ),
        figuren=("beslistijd.aantal", "beslistijd.kortste", "beslistijd.langste"),
    ),
    Telregel(
        begrip="Informatiebijeenkomsten",
        regel=(
            "De bijeenkomsten met een datum op of vóór de peildatum; een afgelaste telt niet. Ingeschreven: wie een "
            "plaats had en zich niet afmeldde. Aanwezig en niet gekomen gaan over de bijeenkomsten met een "
            "presentielijst. Aanwezig is met wie zonder inschrijving kwam. Is er niets gehouden of geen "
            "presentielijst, dan staat er nvt."
        ),
        figuren=tuple(
            f"bijeenkomsten.{naam}"
            for naam in (
                "gehouden", "capaciteit", "ingeschreven", "presentie_bekend", "aanwezig", "niet_gekomen", "aan_de_deur",
            )
        ),
    ),
    Telregel(
        begrip="Oproepen",
        regel="De gepubliceerde oproepen die op of vóór de peildatum opengingen, en van elke de aanmeldingen.",
        figuren=("oproepen.geopend", "per_oproep.aanmeldingen", "per_oproep.toegelaten"),
    ),
)  # fmt: skip
