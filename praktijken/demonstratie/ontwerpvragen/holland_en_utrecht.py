"""The design questions of Leiden, Leusden and Renswoude."""

from typing import Final

from praktijken.demonstratie.ontwerpvragen.vorm import Ontwerpvraag

ONTWERPVRAGEN: Final = {
    "LEI": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij in de huisartspraktijk vastleggen wie mantelzorger is, zodat iedereen in de "
                "praktijk daarmee rekening houdt?"
            ),
            themas="samenwerking huisarts; signaleren",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij huisarts en sociaal werk korte lijnen geven, zodat een mantelzorger binnen "
                "een week iemand spreekt?"
            ),
            themas="samenwerking huisarts; toegang",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij praktijkondersteuners helpen het gesprek over de zorg thuis te voeren, zodat "
                "de mantelzorger zich gehoord voelt?"
            ),
            themas="samenwerking huisarts; communicatie",
        ),
    ),
    "LEU": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij vrijwilligers en beroepskrachten samen laten kennismaken met een gezin, zodat "
                "duidelijk is wie waarvoor komt?"
            ),
            themas="vrijwilligers; samenwerking",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij vrijwilligers de steun geven die zij nodig hebben, zodat zij langer en met "
                "plezier blijven?"
            ),
            themas="vrijwilligers; leren",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij beroepskrachten laten zien wat vrijwilligers kunnen betekenen, zodat zij hen "
                "er vaker bij vragen?"
            ),
            themas="vrijwilligers; communicatie",
        ),
    ),
    "REN": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mantelzorgers helpen hun grenzen te verwoorden, zodat zij hulp vragen voordat "
                "het niet meer gaat?"
            ),
            themas="grenzen; overbelasting",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij families helpen de zorg onderling te verdelen, zodat de zorg niet op één "
                "persoon neerkomt?"
            ),
            themas="familie; grenzen",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij in kerken, verenigingen en bedrijven praten over zorgen voor een ander, zodat "
                "hulp vragen gewoon wordt?"
            ),
            themas="vraagverlegenheid; werk en mantelzorg",
        ),
    ),
}
