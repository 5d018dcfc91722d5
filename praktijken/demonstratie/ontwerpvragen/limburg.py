"""The design questions of Horst aan de Maas and Stein."""

from typing import Final

from praktijken.demonstratie.ontwerpvragen.vorm import Ontwerpvraag

ONTWERPVRAGEN: Final = {
    "HAM": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij in elk dorp een herkenbaar gezicht voor mantelzorgers hebben, zodat hulp dichtbij is?"
            ),
            themas="dorpen; toegang",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij vervoer en boodschappen tussen de dorpen samen regelen, zodat mantelzorgers "
                "tijd overhouden?"
            ),
            themas="dorpen; vrijwilligers",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mantelzorgers in de dorpen met elkaar in contact brengen, zodat zij steun "
                "vinden bij wie hetzelfde meemaakt?"
            ),
            themas="dorpen; lotgenoten",
        ),
    ),
    "STE": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij de eerste stap naar hulp kleiner maken, zodat mantelzorgers niet wachten tot "
                "het misgaat?"
            ),
            themas="vraagverlegenheid; toegang",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij hulp aanbieden in plaats van afwachten, zodat mantelzorgers alleen nog ja "
                "hoeven te zeggen?"
            ),
            themas="vraagverlegenheid; vrijwilligers",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij ervaren mantelzorgers inzetten als voorbeeld, zodat anderen durven te "
                "vertellen wat zij nodig hebben?"
            ),
            themas="lotgenoten; vraagverlegenheid",
        ),
    ),
}
