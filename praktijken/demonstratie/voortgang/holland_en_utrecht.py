"""The progress of the experiments of Leiden, Leusden and Renswoude."""

from typing import Final

from praktijken.demonstratie.voortgang.vorm import Verslagen

VERSLAGEN: Final = {
    "LEI-1-1": Verslagen(
        voorbereiding=(
            "Beide praktijken vragen nu om toestemming. De assistenten hebben geoefend met de vraag. Het "
            "systeem heeft een eigen veld gekregen."
        ),
        vervolg=(
            "Er zijn tweeënveertig mantelzorgers genoteerd. Assistenten bieden hun vaker een afspraak aan het "
            "eind van de dag aan. Dat wordt gewaardeerd."
        ),
    ),
    "LEI-2-1": Verslagen(
        voorbereiding=("De sociaal werker heeft een eigen kamer op dinsdag. De huisartsen weten voor wie zij er is."),
        vervolg=(
            "In twee weken spraken zeven mantelzorgers haar, de meesten binnen vier dagen. De loopafstand van "
            "tien meter doet het werk."
        ),
    ),
    "LEI-2-2": Verslagen(
        voorbereiding=(
            "De kaartjes zijn gemaakt en liggen bij alle huisartsen. Het nummer komt uit bij één sociaal werker."
        ),
        vervolg=(
            "Er zijn vijftien kaartjes meegegeven en zeven mensen hebben gebeld. Nu bijna alles via de "
            "telefoon gaat, lezen de huisartsen het nummer voor."
        ),
    ),
    "LEI-3-1": Verslagen(
        voorbereiding=(
            "De vier zinnen zijn uitgezocht met praktijkondersteuners. Veel afspraken zijn uitgesteld, dus "
            "oefenen gebeurt aan de telefoon."
        ),
        vervolg=(
            "De praktijkondersteuners bellen oudere patiënten. Twee zinnen werken goed aan de telefoon, de "
            "andere twee niet. Wij passen de kaart aan."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "LEU-1-1": Verslagen(
        voorbereiding=(
            "De thuiszorg en twee vrijwilligersorganisaties hebben hun agenda's naast elkaar gelegd. Het "
            "eerste bezoek plannen zij nu samen."
        ),
        vervolg=(
            "Acht gezinnen zijn samen bezocht. Het bezoek duurt een kwartier langer, maar daarna belt het "
            "gezin minder vaak met vragen."
        ),
    ),
    "LEU-1-2": Verslagen(
        voorbereiding=(
            "Een eerste kaart is getekend door een mantelzorger. Wij hebben hem vergroot, zodat hij goed te lezen is."
        ),
        vervolg=(
            "De kaart hangt bij tien gezinnen. In de eerste weken kwam er een keer iemand voor niets. Voor de "
            "kaart gebeurde dat bijna elke week."
        ),
    ),
    "LEU-2-1": Verslagen(
        voorbereiding=("De eerste avond is geweest, met negen vrijwilligers. Zij vroegen vooral hoe je nee zegt."),
        vervolg=("De tweede avond trok dertien vrijwilligers. Zij wisselen nu ook buiten de avond ervaringen uit."),
    ),
    "REN-1-1": Verslagen(
        voorbereiding=("De kaart is gemaakt en zes medewerkers hebben ermee geoefend. De kleuren spreken voor zich."),
        vervolg=(
            "Negen gesprekken zijn met de kaart gevoerd. Bij oranje komt het gesprek op gang. Enkele mensen "
            "vinden de kleuren kinderachtig."
        ),
        besluit="aanpassen",
    ),
    "REN-3-1": Verslagen(
        voorbereiding=(
            "Vier kerken en twee verenigingen hebben ja gezegd. Drie mantelzorgers willen hun verhaal "
            "vertellen. Wij hebben dat met hen voorbereid."
        ),
        vervolg=(
            "In twee kerken is het verhaal verteld. Na afloop bleven mensen lang praten. De andere "
            "bijeenkomsten gaan niet door; een kerk plaatst het verhaal in het kerkblad."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "REN-3-2": Verslagen(
        voorbereiding=(
            "Een van de drie bedrijven heeft nu andere zorgen en stelt uit. Met de twee andere hebben wij via "
            "het scherm kennisgemaakt."
        ),
        vervolg=(
            "Bij een bedrijf stond mantelzorg op de agenda. Thuiswerken maakt zichtbaar wie er voor een ander "
            "zorgt. De leidinggevende heeft met vier mensen afspraken gemaakt."
        ),
    ),
}
