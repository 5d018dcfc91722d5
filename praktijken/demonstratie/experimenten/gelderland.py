"""The experiments of Arnhem, Ede and Epe."""

from typing import Final

from praktijken.demonstratie.experimenten.vorm import Experiment

EXPERIMENTEN: Final = (
    Experiment(
        code="ARN-1-1",
        naam="Drie vragen bij de intake",
        verwachting=(
            "Medewerkers van de thuiszorg stellen bij elke intake drie vragen aan de naaste. Wij verwachten "
            "dat zij zo meer mantelzorgers herkennen. Dat zien wij als na drie maanden bij acht van de tien "
            "nieuwe cliënten is genoteerd wie er meezorgt."
        ),
    ),
    Experiment(
        code="ARN-2-1",
        naam='"Zorg je voor iemand?" op de balie',
        verwachting=(
            'Kaarten in de apotheek en het stadskantoor vragen "Zorg je voor iemand?" en gebruiken het woord '
            "mantelzorger niet. Wij verwachten dat mensen zich dan eerder melden. Dat zien wij aan het aantal "
            "telefoontjes waarin de kaart wordt genoemd."
        ),
    ),
    Experiment(
        code="ARN-3-1",
        naam="Gastles over zorgen thuis",
        verwachting=(
            "Een gastles in de tweede klas laat leerlingen vertellen over zorgen thuis. Wij verwachten dat "
            "leerlingen daarna makkelijker naar hun mentor stappen. Dat zien wij als mentoren in de maand "
            "erna vaker zo'n gesprek melden dan ervoor."
        ),
        begonnen=False,
    ),
    Experiment(
        code="ARN-3-2",
        naam="Vast contact op twee scholen",
        verwachting=(
            "Twee scholen krijgen één vaste contactpersoon bij het mantelzorgsteunpunt. Wij verwachten dat "
            "mentoren eerder overleggen. Dat zien wij aan het aantal keer dat zij bellen en aan wat zij daar "
            "zelf over zeggen."
        ),
    ),
    Experiment(
        code="EDE-1-1",
        naam="Eigen bladzijde in het zorgplan",
        verwachting=(
            "Het zorgplan krijgt een bladzijde die de mantelzorger zelf invult. Wij verwachten dat het team "
            "die kennis gebruikt. Dat zien wij als in tien van de vijftien plannen een afspraak is veranderd "
            "door wat de mantelzorger schreef."
        ),
        afloop="afgerond",
        opbrengst=(
            "In elf van de vijftien plannen is een afspraak veranderd, meestal over het tijdstip van de zorg. "
            "De bladzijde werkte vooral als een medewerker er even naast ging zitten. Alleen toesturen "
            "leverde weinig op. De bladzijde hoort nu bij elk nieuw zorgplan."
        ),
    ),
    Experiment(
        code="EDE-2-1",
        naam="Bellen voor het ontslag",
        verwachting=(
            "De thuiszorg belt de mantelzorger twee dagen voor het ontslag uit het ziekenhuis. Wij verwachten "
            "dat er thuis minder ontbreekt. Dat zien wij als er in de eerste week minder dan een op de tien "
            "keer iets met spoed geregeld moet worden."
        ),
    ),
    Experiment(
        code="EDE-2-2",
        naam="Lijst voor de eerste drie dagen",
        verwachting=(
            "Een lijst op één blad zegt wat er de eerste drie dagen thuis nodig is. Wij verwachten dat "
            "mantelzorgers zich beter voorbereid voelen. Dat zien wij in een telefoontje op de vierde dag."
        ),
        begonnen=False,
    ),
    Experiment(
        code="EDE-3-1",
        naam="Driegesprek aan de keukentafel",
        verwachting=(
            "Na zes weken zorg praten naaste, mantelzorger en beroepskracht samen over wie wat doet. Wij "
            "verwachten dat afspraken eerlijker verdeeld zijn. Dat zien wij als mantelzorgers na een maand "
            "zeggen dat de afspraken kloppen."
        ),
        begonnen=False,
    ),
    Experiment(
        code="EDE-4-1",
        naam="Samen op de scholingsdag",
        verwachting=(
            "Bij scholing over tillen en verzorgen zijn mantelzorgers welkom naast de medewerkers. Wij "
            "verwachten dat beide groepen van elkaar leren. Dat zien wij als zij na afloop allebei iets "
            "noemen dat zij van de ander hebben geleerd."
        ),
    ),
    Experiment(
        code="EDE-5-1",
        naam="Vaste beldag",
        verwachting=(
            "Elke mantelzorger die dat wil, wordt op een vaste dag gebeld. Wij verwachten dat problemen "
            "eerder boven tafel komen. Dat zien wij aan het aantal gesprekken waaruit een afspraak volgt."
        ),
    ),
    Experiment(
        code="EDE-5-2",
        naam="Koffie via het scherm",
        verwachting=(
            "Mantelzorgers drinken in groepjes van vijf koffie via een beeldscherm, met hulp bij het "
            "inloggen. Wij verwachten dat zij steun vinden bij elkaar. Dat zien wij als vier van de vijf na "
            "vier keer nog meedoen."
        ),
    ),
    Experiment(
        code="EPE-1-1",
        naam="Meter op de keukentafel",
        verwachting=(
            "Tijdens het huisbezoek zet de mantelzorger een streep op een meter van licht tot zwaar. Wij "
            "verwachten dat het gesprek over belasting dan vanzelf komt. Dat zien wij als bij de helft van de "
            "bezoeken een afspraak wordt gemaakt."
        ),
    ),
    Experiment(
        code="EPE-1-2",
        naam="Meekijken met een collega",
        verwachting=(
            "Medewerkers gaan twee keer mee op huisbezoek bij een collega van een andere organisatie. Wij "
            "verwachten dat zij signalen leren zien die zij eerst misten. Dat zien wij aan wat zij na afloop "
            "opschrijven."
        ),
        begonnen=False,
    ),
    Experiment(
        code="EPE-2-1",
        naam="Ogen en oren in het dorp",
        verwachting=(
            "Winkeliers en vrijwilligers krijgen een uur uitleg en een kaart met een telefoonnummer. Wij "
            "verwachten dat er signalen komen over mantelzorgers die wij nog niet kennen. Dat zien wij als er "
            "in drie maanden tien nieuwe namen binnenkomen."
        ),
        begonnen=False,
    ),
    Experiment(
        code="EPE-3-1",
        naam="Binnen drie dagen gebeld",
        verwachting=(
            "Na een signaal belt het steunpunt de mantelzorger binnen drie werkdagen. Wij verwachten dat "
            "minder signalen blijven liggen. Dat zien wij als bij negen van de tien signalen binnen die tijd "
            "contact is geweest."
        ),
    ),
)
