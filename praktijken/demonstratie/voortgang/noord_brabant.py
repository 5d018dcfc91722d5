"""The progress of the experiments of Bergen op Zoom, Den Bosch and Cuijk."""

from typing import Final

from praktijken.demonstratie.voortgang.vorm import Verslagen

VERSLAGEN: Final = {
    "BOZ-1-1": Verslagen(
        voorbereiding=(
            "Alle aanbieders hebben hun gegevens aangeleverd. Bij drie vormen van opvang klopten de tijden "
            "niet meer. Het blad is bijna klaar."
        ),
        vervolg=(
            "Het blad wordt in gesprekken gebruikt. Mantelzorgers wijzen vaak naar het vakje 'een dag'. Wij "
            "houden bij wat zij daarna aanvragen."
        ),
    ),
    "BOZ-2-2": Verslagen(
        voorbereiding=(
            "Vier oppassen zijn gevonden. Zij hebben eerst zelf kennisgemaakt met elkaar. De eerste twee "
            "gezinnen zijn gevraagd."
        ),
        vervolg=(
            "Drie gezinnen hebben een vaste oppas. De twee kennismakingen zijn nodig: pas daarna gaan "
            "mantelzorgers echt weg."
        ),
    ),
    "BOZ-3-1": Verslagen(
        voorbereiding=(
            "Het logeerhuis heeft twee kamers vrijgemaakt. Vijf gezinnen willen een proefnacht. De folder is "
            "in eenvoudige taal geschreven."
        ),
        vervolg=(
            "Twee gezinnen zijn geweest, daarna moest het logeerhuis sluiten voor gasten. Wij houden "
            "telefonisch contact met de andere drie. Zodra het mag, gaan wij verder."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "DBO-1-2": Verslagen(
        voorbereiding=(
            "Vijf gezinnen hebben meegedacht over de map. Zij wilden vooral één blad met namen en tijden. Dat "
            "blad zit nu voorin."
        ),
        vervolg=(
            "Negen gezinnen gebruiken de map. De thuiszorg schrijft er trouw in, andere bezoekers vergeten "
            "het soms. Wij spreken hen daarop aan."
        ),
    ),
    "DBO-2-1": Verslagen(
        voorbereiding=(
            "De eerste lunch is gepland in het buurthuis. Elke organisatie betaalt om de beurt. Twaalf mensen komen."
        ),
        vervolg=(
            "Er zijn twee lunches geweest. Bij vier gezinnen zijn daarna samen afspraken gemaakt. De "
            "huisartsen missen wij nog."
        ),
    ),
    "DBO-3-1": Verslagen(
        voorbereiding=(
            "De kaart ligt in het buurthuis en bij de bakker. Door de nieuwe regels vragen mensen vooral om "
            "boodschappen. Wij nemen kaarten nu ook per telefoon aan."
        ),
        vervolg=(
            "Er zijn veertien klussen binnen, elf met een buur erbij. Alles gebeurt op afstand aan de deur. "
            "Straten met een bekende trekker doen het best."
        ),
    ),
    "CUI-1-1": Verslagen(
        voorbereiding=(
            "De geheugenpoli en de huisartsen geven met toestemming door wie bezoek wil. Twee medewerkers van "
            "het netwerk zijn vrijgemaakt."
        ),
        vervolg=(
            "Zeven gezinnen zijn bezocht. De meeste vragen gaan over geld en regelen. Wij nemen daarom "
            "voortaan een lijst met adressen mee."
        ),
    ),
    "CUI-2-1": Verslagen(
        voorbereiding=(
            "De boerderij is ingericht en het busje geregeld. De eerste zaterdag waren er twee gasten. De "
            "families waren blij, maar de rit duurde lang."
        ),
        vervolg=(
            "Er komen drie gasten, wij rekenden op zes. Families uit de verste dorpen haken af door de lange "
            "rit. Wij zoeken chauffeurs dichter bij huis."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "CUI-3-1": Verslagen(
        voorbereiding=(
            "De groep was vol: tien mantelzorgers. De eerste avond kon niet doorgaan, omdat bijeenkomsten "
            "niet mogen. De acteur wil het via het scherm proberen."
        ),
        vervolg=(
            "De eerste avond via het scherm is gehouden met zes mensen. Oefenen gaat, maar korter is beter. "
            "Wij maken er zes keer een uur van."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
}
