"""The experiments of Leiden, Leusden and Renswoude."""

from typing import Final

from praktijken.demonstratie.experimenten.vorm import Experiment

EXPERIMENTEN: Final = (
    Experiment(
        code="LEI-1-1",
        naam="Vinkje in het dossier",
        verwachting=(
            "De praktijk noteert met toestemming wie mantelzorger is. Wij verwachten dat assistenten daar bij "
            "het maken van afspraken op letten. Dat zien wij als na drie maanden honderd mantelzorgers bekend "
            "zijn in twee praktijken."
        ),
    ),
    Experiment(
        code="LEI-2-1",
        naam="Sociaal werker in de wachtkamer",
        verwachting=(
            "Een dag per week werkt een sociaal werker in de huisartspraktijk. Wij verwachten dat "
            "mantelzorgers binnen een week iemand spreken. Dat zien wij aan het aantal dagen tussen de vraag "
            "en het gesprek."
        ),
    ),
    Experiment(
        code="LEI-2-2",
        naam="Briefje met een echt telefoonnummer",
        verwachting=(
            "De huisarts geeft een kaartje mee met naam en nummer van één sociaal werker. Wij verwachten dat "
            "mensen echt bellen. Dat zien wij als zes van de tien kaartjes tot een gesprek leiden."
        ),
    ),
    Experiment(
        code="LEI-3-1",
        naam="Gespreksstarter voor de praktijkondersteuner",
        verwachting=(
            "Praktijkondersteuners krijgen vier zinnen om het gesprek over de zorg thuis te beginnen. Wij "
            "verwachten dat zij het onderwerp vaker aansnijden. Dat zien wij als zij het in de helft van hun "
            "gesprekken met oudere patiënten doen."
        ),
        afloop="afgerond",
        opbrengst=(
            "Het onderwerp kwam in vier van de tien gesprekken aan bod, minder dan wij hoopten, want veel "
            "afspraken gingen niet door. Via de telefoon bleken twee van de vier zinnen goed te werken. Die "
            "twee staan nu op een kaart bij elk werkblad."
        ),
    ),
    Experiment(
        code="LEU-1-1",
        naam="Samen op eerste bezoek",
        verwachting=(
            "De vrijwilliger en de wijkverpleegkundige gaan samen op het eerste bezoek. Wij verwachten dat "
            "het gezin weet wie waarvoor komt. Dat zien wij als het gezin dat na een maand zelf goed kan "
            "uitleggen."
        ),
    ),
    Experiment(
        code="LEU-1-2",
        naam="Wie-doet-wat-kaart op de koelkast",
        verwachting=(
            "Een kaart op de koelkast laat zien wie wanneer komt en waarvoor. Wij verwachten minder "
            "misverstanden. Dat zien wij aan het aantal keer dat iemand voor niets komt, voor en na de "
            "invoering."
        ),
    ),
    Experiment(
        code="LEU-2-1",
        naam="Inloopavond voor vrijwilligers",
        verwachting=(
            "Elke maand kunnen vrijwilligers op een avond hun vragen stellen aan een beroepskracht. Wij "
            "verwachten dat zij zich minder alleen voelen in lastige situaties. Dat zien wij als de helft van "
            "de vrijwilligers een keer komt en het anderen aanraadt."
        ),
        afloop="afgerond",
        opbrengst=(
            "Van de achtentwintig vrijwilligers kwamen er zeventien, de meesten twee keer. Zij vonden vooral "
            "de verhalen van elkaar nuttig. De beroepskracht leerde zelf welke vragen vrijwilligers niet "
            "durven te stellen. De vrijwilligersorganisaties zetten de avond samen voort."
        ),
    ),
    Experiment(
        code="LEU-3-1",
        naam="Een ochtend mee met de vrijwilliger",
        verwachting=(
            "Beroepskrachten gaan een ochtend mee met een vrijwilliger. Wij verwachten dat zij daarna vaker "
            "een vrijwilliger erbij vragen. Dat zien wij aan het aantal aanvragen per team in de drie maanden "
            "erna."
        ),
        begonnen=False,
    ),
    Experiment(
        code="REN-1-1",
        naam="De stoplichtkaart",
        verwachting=(
            "Met groen, oranje en rood wijst de mantelzorger aan hoe het gaat. Wij verwachten dat grenzen zo "
            "makkelijker ter sprake komen. Dat zien wij als in twee maanden vijftien gesprekken met de kaart "
            "zijn gevoerd en de gebruikers hem willen houden."
        ),
        afloop="afgerond",
        opbrengst=(
            "Er zijn achttien gesprekken met de kaart gevoerd. Oranje bleek het belangrijkst: daar begint het "
            "gesprek. Een paar mantelzorgers vonden de kleuren kinderachtig; voor hen is er nu een kaart met "
            "zinnen. De kaart blijft in gebruik bij alle partners."
        ),
    ),
    Experiment(
        code="REN-2-1",
        naam="Familieberaad met een gespreksleider",
        verwachting=(
            "Een getrainde vrijwilliger leidt een gesprek waarin de familie de zorg verdeelt. Wij verwachten "
            "dat ten minste één taak van de mantelzorger naar een ander gaat. Dat zien wij aan het lijstje "
            "afspraken, zes weken later."
        ),
        begonnen=False,
    ),
    Experiment(
        code="REN-3-1",
        naam="Zondag over zorgen",
        verwachting=(
            "In vier kerken en twee verenigingen vertelt een mantelzorger een kwartier over zorgen voor een "
            "ander. Wij verwachten dat mensen daarna op hun eigen verhaal komen. Dat zien wij aan het aantal "
            "gesprekken na afloop."
        ),
    ),
    Experiment(
        code="REN-3-2",
        naam="Mantelzorg in het werkoverleg",
        verwachting=(
            "Drie bedrijven zetten zorgen voor een ander op de agenda van het werkoverleg. Wij verwachten dat "
            "medewerkers durven te zeggen wat zij nodig hebben. Dat zien wij aan de afspraken die "
            "leidinggevenden maken."
        ),
    ),
)
