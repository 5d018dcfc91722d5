"""The progress of the experiments of Arnhem, Ede and Epe."""

from typing import Final

from praktijken.demonstratie.voortgang.vorm import Verslagen

VERSLAGEN: Final = {
    "ARN-1-1": Verslagen(
        voorbereiding=(
            "De drie vragen zijn samen met mantelzorgers opgesteld. Twee teams hebben ermee geoefend. De "
            "derde vraag was te lang en is korter gemaakt."
        ),
        vervolg=(
            "Beide teams stellen de vragen bij elke intake. Het kost drie minuten. In de meeste intakes is nu "
            "genoteerd wie er meezorgt."
        ),
    ),
    "ARN-2-1": Verslagen(
        voorbereiding=(
            "De kaarten zijn gedrukt. De apotheek en het stadskantoor doen mee. Wij hebben afgesproken wie de "
            "telefoon opneemt."
        ),
        vervolg=(
            "Er kwamen elf telefoontjes waarin de kaart werd genoemd. Bij de apotheek lopen de kaarten beter "
            "dan bij het stadskantoor. Wij leggen ze daar op een andere plek."
        ),
        besluit="aanpassen",
    ),
    "ARN-3-2": Verslagen(
        voorbereiding=(
            "Beide scholen hebben de contactpersoon leren kennen. Een week later gingen de scholen dicht. Wij "
            "zoeken met de mentoren naar een manier op afstand."
        ),
        vervolg=(
            "De mentoren bellen nu alle leerlingen zelf. Twee keer is daarna met het steunpunt overlegd. Wij "
            "bellen voortaan elke dinsdag met beide scholen."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "EDE-1-1": Verslagen(
        voorbereiding=(
            "De bladzijde is getest met drie mantelzorgers. De vraag 'wat moet het team weten?' leverde het "
            "meeste op. Vijftien gezinnen doen mee."
        ),
        vervolg=(
            "Twaalf bladzijden zijn ingevuld. Medewerkers bespreken ze in het teamoverleg. Bij zes plannen is "
            "al iets veranderd."
        ),
    ),
    "EDE-2-1": Verslagen(
        voorbereiding=(
            "Het ziekenhuis geeft de datum van ontslag nu eerder door. De thuiszorg heeft een vaste beller aangewezen."
        ),
        vervolg=(
            "Achttien mantelzorgers zijn gebeld. Vaak ontbrak er een hulpmiddel dat nu op tijd is besteld. "
            "Ontslag op vrijdag blijft lastig."
        ),
    ),
    "EDE-4-1": Verslagen(
        voorbereiding=(
            "De scholing stond gepland in een zaal en kan daar niet doorgaan. Wij maken met een trainer twee "
            "korte lessen voor thuis."
        ),
        vervolg=(
            "De lessen staan klaar als video. Twaalf mantelzorgers en negen medewerkers kijken en bespreken "
            "ze daarna aan de telefoon. Het samen leren begint voorzichtig."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "EDE-5-1": Verslagen(
        voorbereiding=(
            "Wij hebben alle mantelzorgers in ons bestand gevraagd of zij gebeld willen worden. Veertig "
            "zeiden ja. Acht bellers zijn ingedeeld."
        ),
        vervolg=(
            "De vaste dag bevalt goed: mensen rekenen erop. Uit ongeveer een derde van de gesprekken volgt "
            "een afspraak, vaak over boodschappen of even weg kunnen."
        ),
    ),
    "EDE-5-2": Verslagen(
        voorbereiding=(
            "Drie groepjes zijn gemaakt. Vrijwilligers hielpen aan de telefoon bij het inloggen. Dat kostte "
            "meer tijd dan gedacht."
        ),
        vervolg=(
            "Alle drie de groepjes hebben twee keer koffie gedronken. Iedereen kwam terug. Een groepje wil "
            "straks ook samen gaan wandelen."
        ),
    ),
    "EPE-1-1": Verslagen(
        voorbereiding=(
            "De meter is op hout gemaakt, zodat hij op tafel kan liggen. Tien medewerkers hebben uitleg gehad."
        ),
        vervolg=(
            "De meter is bij zestien bezoeken gebruikt. De streep staat vaak hoger dan medewerkers dachten. "
            "Bij negen bezoeken is een afspraak gemaakt."
        ),
    ),
    "EPE-3-1": Verslagen(
        voorbereiding=(
            "Het steunpunt heeft elke dag een uur vrijgehouden om te bellen. Alle partners weten waar zij een "
            "signaal kunnen afgeven."
        ),
        vervolg=(
            "Door de drukte bij de partners komen er minder signalen binnen. Wie een signaal geeft, wordt wel "
            "snel geholpen. Wij vragen nu zelf elke week bij de partners na."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
}
