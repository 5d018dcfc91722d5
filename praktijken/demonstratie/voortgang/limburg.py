"""The progress of the experiments of Horst aan de Maas and Stein."""

from typing import Final

from praktijken.demonstratie.voortgang.vorm import Verslagen

VERSLAGEN: Final = {
    "HAM-2-1": Verslagen(
        voorbereiding=(
            "Vier dorpen hebben hun lijst met chauffeurs naast elkaar gelegd. Het rooster is gemaakt. Twee "
            "chauffeurs deden al dubbel werk."
        ),
        vervolg=(
            "Het rooster loopt. Zes mantelzorgers houden het weekboekje bij. De meesten schrijven dat zij "
            "ruim een uur overhouden."
        ),
    ),
    "HAM-3-1": Verslagen(
        voorbereiding=(
            "Er hebben twee wandelingen plaatsgevonden met negen mensen. De groep kon daarna niet meer bij "
            "elkaar komen."
        ),
        vervolg=(
            "Mantelzorgers lopen nu in tweetallen, op afstand. De begeleider belt hen na afloop. Zes van de "
            "negen doen mee."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
    "HAM-3-2": Verslagen(
        voorbereiding=(
            "Wij hebben twaalf mantelzorgers gevraagd wie zij als maatje zoeken. Dat leverde zes koppels op."
        ),
        vervolg=(
            "Vijf koppels bellen elke week. Een koppel paste niet bij elkaar en kreeg een ander maatje. "
            "Bellen op een vaste avond helpt."
        ),
    ),
    "STE-2-1": Verslagen(
        voorbereiding=(
            "Wij hebben een lijst van mensen die toestemming gaven om gebeld te worden. Vier bellers hebben "
            "het gesprek geoefend."
        ),
        vervolg=(
            "Dertig mensen zijn gebeld en acht wilden hulp. De helft schrok eerst van het telefoontje. Wij "
            "sturen voortaan vooraf een kaartje."
        ),
        besluit="aanpassen",
    ),
    "STE-2-2": Verslagen(
        voorbereiding=("Tien vrijwilligers koken om de beurt. Wij hebben afgesproken wat zij wel en niet doorgeven."),
        vervolg=(
            "Er zijn twintig pannen soep gebracht. Dat leverde zes vragen op, meestal om gezelschap. Vanaf nu "
            "zetten wij de pan voor de deur en praten wij op afstand."
        ),
    ),
    "STE-3-1": Verslagen(
        voorbereiding=(
            "Zes ervaren mantelzorgers hebben hun verhaal voorbereid. De bijeenkomsten in de buurt kunnen "
            "niet doorgaan. Wij denken aan de radio."
        ),
        vervolg=(
            "De lokale omroep heeft twee verhalen uitgezonden. Drie mensen namen daarna contact op. De andere "
            "verhalen volgen in april."
        ),
        fase="bijstellen",
        besluit="aanpassen",
    ),
}
