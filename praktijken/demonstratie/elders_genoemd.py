"""Numbers about the programme that are quoted elsewhere, with what the records say about them (begrippen.md §1)."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class EldersGenoemd:
    """A number as quoted, where it was quoted, and an explanation that staff can change."""

    getal: str
    bron: str
    toelichting: str


ELDERS_GENOEMD: Final = (
    EldersGenoemd(
        getal="10 plaatsen",
        bron="Oproep om mee te doen, aanmelden tot 17 april 2019",
        toelichting=(
            "De oproep bood 10 plaatsen. In september 2019 zijn 11 praktijken begonnen. Indicator 23 telt de "
            "praktijken die zijn opgestart, niet de plaatsen in de oproep. Waarom er één meer is begonnen, staat "
            "niet in de gegevens. Medewerkers van het programma kunnen deze toelichting aanvullen."
        ),
    ),
    EldersGenoemd(
        getal="12 gemeenten",
        bron="Pagina over het programma, die 11 namen noemt",
        toelichting=(
            "In deze gegevens werken de 11 praktijken in 12 gemeenten: de praktijk Renswoude werkt ook in "
            "Scherpenzeel. Die tweede gemeente is voor de demonstratie aangenomen. Welke twaalfde gemeente de "
            "pagina zelf bedoelt, staat er niet bij. Medewerkers van het programma kunnen deze toelichting aanpassen."
        ),
    ),
    EldersGenoemd(
        getal="10 regio's",
        bron="Latere tekst over het programma",
        toelichting=(
            "Een latere tekst spreekt van 10 regio's. Hoe die zijn geteld, staat niet in de gegevens. Indicator 23 "
            "telt praktijken en geen regio's. Medewerkers van het programma kunnen deze toelichting aanvullen."
        ),
    ),
)
