"""The experiments of Bergen op Zoom, Den Bosch and Cuijk."""

from typing import Final

from praktijken.demonstratie.experimenten.vorm import Experiment

EXPERIMENTEN: Final = (
    Experiment(
        code="BOZ-1-1",
        naam="Respijtwijzer op één blad",
        verwachting=(
            "Alle vormen van respijtzorg staan op één blad, geordend naar hoelang iemand weg wil: een uur, "
            "een dag, een week. Wij verwachten dat mantelzorgers sneller kiezen. Dat zien wij als de helft na "
            "het gesprek zelf iets aanvraagt."
        ),
    ),
    Experiment(
        code="BOZ-2-1",
        naam="Zondagmiddag vrij",
        verwachting=(
            "Een groep van zes vrijwilligers neemt op zondagmiddag de zorg over. Wij verwachten dat tien "
            "gezinnen er gebruik van maken. Dat zien wij aan het rooster en aan een kort gesprek na elke drie "
            "keer."
        ),
        begonnen=False,
    ),
    Experiment(
        code="BOZ-2-2",
        naam="Avondoppas met een vast gezicht",
        verwachting=(
            "Elk gezin krijgt in de avond steeds dezelfde oppas, die eerst twee keer komt kennismaken. Wij "
            "verwachten dat mantelzorgers de avond dan echt de deur uit gaan. Dat zien wij in een kort "
            "logboek van de mantelzorger."
        ),
    ),
    Experiment(
        code="BOZ-3-1",
        naam="Proefnacht in het logeerhuis",
        verwachting=(
            "Mantelzorger en naaste slapen samen één nacht op proef in het logeerhuis. Wij verwachten dat de "
            "stap naar een langer verblijf kleiner wordt. Dat zien wij als een derde van de gezinnen binnen "
            "drie maanden een verblijf boekt."
        ),
    ),
    Experiment(
        code="DBO-1-1",
        naam="Eén nummer voor de wijk",
        verwachting=(
            "Wijkteam, thuiszorg en vrijwilligers zijn bereikbaar op één telefoonnummer. Wij verwachten dat "
            "mantelzorgers minder worden doorverwezen. Dat zien wij als negen van de tien bellers na één "
            "gesprek weten wie hen helpt."
        ),
        begonnen=False,
    ),
    Experiment(
        code="DBO-1-2",
        naam="De mantelzorgmap",
        verwachting=(
            "Gezinnen krijgen een map waarin iedereen die helpt zijn afspraken schrijft. Wij verwachten dat "
            "mantelzorgers minder vaak hetzelfde hoeven te vertellen. Dat zien wij in een gesprek met twaalf "
            "gezinnen na twee maanden."
        ),
    ),
    Experiment(
        code="DBO-2-1",
        naam="Lunch om de hoek",
        verwachting=(
            "Elke twee weken lunchen alle hulpverleners van één wijk samen, zonder agenda. Wij verwachten dat "
            "zij elkaar daarna sneller bellen. Dat zien wij aan het aantal gezinnen waarvoor twee "
            "organisaties samen iets afspreken."
        ),
    ),
    Experiment(
        code="DBO-3-1",
        naam="Burenkaart",
        verwachting=(
            "Wie een klus over heeft, vult een kaart in en een buur reageert. Wij verwachten dat "
            "mantelzorgers kleine klussen durven uit te besteden. Dat zien wij als in twee maanden twintig "
            "klussen een buur vinden."
        ),
        afloop="afgerond",
        opbrengst=(
            "Er kwamen zesentwintig klussen binnen, waarvan negentien een buur vonden. Toen mensen binnen "
            "moesten blijven, werd de kaart juist meer gebruikt, vooral voor boodschappen. Wat hielp: een "
            "bekende uit de straat die vroeg of iemand mee wilde doen. De kaart gaat verder bij het "
            "buurthuis."
        ),
    ),
    Experiment(
        code="CUI-1-1",
        naam="Thuisbezoek na de diagnose",
        verwachting=(
            "Binnen twee weken na de diagnose komt iemand van het netwerk thuis langs. Wij verwachten dat "
            "naasten dan weten wie zij kunnen bellen. Dat zien wij als alle bezochte gezinnen na een maand "
            "hun contactpersoon kunnen noemen."
        ),
    ),
    Experiment(
        code="CUI-2-1",
        naam="Zaterdag op de boerderij",
        verwachting=(
            "Op zaterdag vangt een zorgboerderij zes mensen op, met vervoer. Wij verwachten dat de naasten "
            "die dag voor zichzelf gebruiken. Dat zien wij aan de bezetting en aan wat naasten na vier "
            "zaterdagen vertellen."
        ),
        afloop="voortijdig gestopt",
        opbrengst=(
            "De opvang is na zes zaterdagen gestopt. Er waren gemiddeld drie van de zes plaatsen bezet: het "
            "vervoer uit de kleine dorpen duurde te lang, en half maart moest de boerderij dicht. Onze les: "
            "wij hadden het vervoer met de families moeten uitproberen voordat wij de plaatsen openden. "
            "Naasten die wel kwamen, wilden liever een halve dag dichtbij dan een hele dag ver weg."
        ),
    ),
    Experiment(
        code="CUI-3-1",
        naam="Oefenen met lastige momenten",
        verwachting=(
            "Mantelzorgers oefenen in vier avonden met een acteur hoe zij reageren op lastige momenten. Wij "
            "verwachten dat zij zich zekerder voelen. Dat zien wij aan een cijfer dat zij zelf geven, voor de "
            "eerste en na de laatste avond."
        ),
    ),
    Experiment(
        code="CUI-3-2",
        naam="Filmpjes van thuis",
        verwachting=(
            "Korte filmpjes laten zien hoe andere families met veranderend gedrag omgaan. Wij verwachten dat "
            "mantelzorgers ze samen met hun familie bekijken. Dat zien wij aan het aantal keer dat ze zijn "
            "bekeken en aan reacties in de gespreksgroep."
        ),
        begonnen=False,
    ),
)
