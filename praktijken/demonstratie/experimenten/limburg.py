"""The experiments of Horst aan de Maas and Stein."""

from typing import Final

from praktijken.demonstratie.experimenten.vorm import Experiment

EXPERIMENTEN: Final = (
    Experiment(
        code="HAM-1-1",
        naam="Spreekuur in het dorpshuis",
        verwachting=(
            "In drie dorpen is elke maand een spreekuur in het dorpshuis. Wij verwachten dat mensen komen die "
            "de weg naar het gemeentehuis niet vinden. Dat zien wij als de helft van de bezoekers nieuw voor "
            "ons is."
        ),
        begonnen=False,
    ),
    Experiment(
        code="HAM-2-1",
        naam="Rijdende boodschappenlijst",
        verwachting=(
            "Vier dorpen delen één rooster voor boodschappen en vervoer. Wij verwachten dat mantelzorgers "
            "elke week twee uur overhouden. Dat zien wij in een weekboekje dat acht mantelzorgers bijhouden."
        ),
    ),
    Experiment(
        code="HAM-3-1",
        naam="Wandelgroep na het eten",
        verwachting=(
            "Mantelzorgers uit twee dorpen wandelen elke week een uur. Wij verwachten dat het gesprek al "
            "lopend makkelijker gaat. Dat zien wij als na twee maanden nog acht mensen meelopen."
        ),
    ),
    Experiment(
        code="HAM-3-2",
        naam="Belmaatjes tussen de dorpen",
        verwachting=(
            "Twee mantelzorgers die hetzelfde meemaken, bellen elkaar een keer per week. Wij verwachten dat "
            "zij zich minder alleen voelen. Dat zien wij als de meeste koppels na zes weken uit zichzelf "
            "doorgaan."
        ),
    ),
    Experiment(
        code="STE-1-1",
        naam="Proefuur hulp",
        verwachting=(
            "Mantelzorgers krijgen één uur hulp op proef, zonder formulier. Wij verwachten dat de drempel "
            "daarna lager is. Dat zien wij als de helft na het proefuur om een tweede keer vraagt."
        ),
        begonnen=False,
    ),
    Experiment(
        code="STE-2-1",
        naam="Wij bellen u",
        verwachting=(
            "Het steunpunt belt zelf mantelzorgers die bekend zijn van het mantelzorgcompliment en biedt iets "
            "aan. Wij verwachten dat meer mensen hulp aannemen dan wanneer zij zelf moeten bellen. Dat zien "
            "wij als drie van de tien ja zeggen."
        ),
    ),
    Experiment(
        code="STE-2-2",
        naam="Pan soep aan de deur",
        verwachting=(
            "Vrijwilligers brengen een pan soep en maken een praatje. Wij verwachten dat daaruit vragen komen "
            "die anders niet gesteld worden. Dat zien wij aan het aantal vragen dat vrijwilligers met "
            "toestemming doorgeven."
        ),
    ),
    Experiment(
        code="STE-3-1",
        naam="Ervaren mantelzorgers vertellen",
        verwachting=(
            "Zes ervaren mantelzorgers vertellen in de buurt hoe zij hulp leerden vragen. Wij verwachten dat "
            "toehoorders zich herkennen. Dat zien wij als er na elke bijeenkomst twee mensen contact opnemen."
        ),
    ),
)
