"""The lessons of the demonstration: shared, awaiting a judgement, and returned. About nobody who exists."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import uuid4

from django.db import transaction

from mantelzorg.inloggen import DEMONSTRATIEACCOUNTS
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.leren import acties
from praktijken.leren.invoer import Aanleiding, voorstel
from praktijken.models import Experiment, Les, Stap
from praktijken.voortgang.invoer import Inzending

_MEDEWERKER: Final = next(email for email, rol in DEMONSTRATIEACCOUNTS.items() if rol is Rol.MEDEWERKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstratieles:
    """A lesson of an experiment: what came out is what the experiment brought. `oordeel` is None while it waits."""

    experiment: str
    titel: str
    situatie: str
    advies: str
    oordeel: Stap | None = Stap.GEACCEPTEERD
    reden: str = ""


LESSEN: Final = (
    Demonstratieles(
        experiment="CUI-2-1",
        titel="Probeer het vervoer uit voordat u plaatsen opent",
        situatie=(
            "Een zorgboerderij ving op zaterdag zes mensen met dementie op, zodat hun naasten een dag voor zichzelf "
            "hadden. De mensen kwamen uit vijf kleine dorpen met een busje."
        ),
        advies=(
            "Rij de route eerst een paar keer met de families. Vraag of zij liever een halve dag dichtbij willen dan "
            "een hele dag ver weg. Open pas plaatsen als het vervoer past. En durf te stoppen: na zes zaterdagen "
            "wisten wij genoeg."
        ),
    ),
    Demonstratieles(
        experiment="DBO-3-1",
        titel="Een bekende uit de straat haalt buren over de streep",
        situatie=(
            "Mantelzorgers vulden een kaart in voor een kleine klus. Buren konden reageren. De kaarten lagen bij de "
            "winkel, de huisarts en het buurthuis."
        ),
        advies=(
            "Zoek in elke straat iemand die iedereen kent, en laat die persoon vragen wie wil helpen. Een kaart alleen "
            "is niet genoeg. Begin met boodschappen: dat durven mensen het snelst te vragen."
        ),
    ),
    Demonstratieles(
        experiment="EDE-1-1",
        titel="Vul de bladzijde samen in, stuur haar niet alleen toe",
        situatie=(
            "Vijftien mantelzorgers kregen een eigen bladzijde in het zorgplan. De helft kreeg haar per post. Bij de "
            "anderen ging een medewerker erbij zitten."
        ),
        advies=(
            "Plan een kwartier om de bladzijde samen in te vullen. Vraag eerst naar de tijden van de zorg: daar is het "
            "snelst iets aan te doen. Laat zien wat u met de antwoorden doet."
        ),
    ),
    Demonstratieles(
        experiment="LEU-2-1",
        titel="Vrijwilligers leren het meest van elkaar",
        situatie=(
            "Vrijwilligers kwamen elke maand op een avond bij elkaar, met een beroepskracht erbij. Zij brachten hun "
            "eigen vragen mee."
        ),
        advies=(
            "Houd de eerste helft van de avond vrij voor verhalen. Laat de beroepskracht vooral luisteren. Doe het op "
            "een vaste avond, zodat mensen erop kunnen rekenen."
        ),
        oordeel=None,
    ),
    Demonstratieles(
        experiment="LEI-3-1",
        titel="Twee goede zinnen zijn genoeg om te beginnen",
        situatie="Praktijkondersteuners kregen vier zinnen om over de zorg thuis te beginnen, ook via de telefoon.",
        advies="Kies twee zinnen die bij u passen en zet ze op een kaart bij uw werkblad.",
        oordeel=Stap.TERUGGESTUURD,
        reden="Noem de twee zinnen die goed werkten. Dan kan een andere praktijk ze ook gebruiken.",
    ),
)


@transaction.atomic
def laad_lessen(programma: Programma) -> None:
    """The lessons, where none were made yet; what users changed since is kept."""
    if not Les.history.filter(praktijk__programma=programma).exists():
        for les in LESSEN:
            _laad(les, programma)


def _laad(les: Demonstratieles, programma: Programma) -> None:
    experiment = Experiment.objects.select_related("ontwerpvraag__praktijk").get(
        programma=programma, code=les.experiment
    )
    praktijk = experiment.ontwerpvraag.praktijk
    schrijver = praktijk.adviseurs.earliest("email")
    invoer = replace(
        voorstel(Aanleiding(praktijk=praktijk, experiment=experiment)),
        titel=les.titel,
        situatie=les.situatie,
        advies=les.advies,
    )
    versie = acties.maak(praktijk=praktijk, experiment=experiment, invoer=invoer, inzending=_van(schrijver)).versie
    acties.leg_voor(versie=versie, inzending=_van(schrijver))
    if les.oordeel is not None:
        mees = User.objects.get(email=_MEDEWERKER)
        acties.beoordeel(versie=versie, oordeel=les.oordeel, reden=les.reden, inzending=_van(mees))


def _van(user: User) -> Inzending:
    return Inzending(door=user, sleutel=uuid4())
