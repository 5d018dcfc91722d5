"""The design questions of Arnhem, Ede and Epe."""

from typing import Final

from praktijken.demonstratie.ontwerpvragen.vorm import Ontwerpvraag

ONTWERPVRAGEN: Final = {
    "ARN": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mantelzorgers al bij de eerste hulpvraag herkennen, zodat zij steun krijgen "
                "voordat het te zwaar wordt?"
            ),
            themas="signaleren; overbelasting",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mensen die zichzelf geen mantelzorger noemen aanspreken in hun eigen woorden, "
                "zodat zij weten dat hulp ook voor hen is?"
            ),
            themas="bereiken; communicatie",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij jonge mantelzorgers samen met scholen in beeld krijgen, zodat zij niet alleen "
                "staan met hun zorgen?"
            ),
            themas="jonge mantelzorgers; signaleren",
        ),
    ),
    "EDE": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mantelzorgers een vaste plek geven in het zorgplan, zodat hun kennis van de "
                "naaste meetelt?"
            ),
            themas="samenwerking; zorgplan",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij bij ontslag uit het ziekenhuis de mantelzorger op tijd betrekken, zodat thuis "
                "alles klaarstaat?"
            ),
            themas="ziekenhuis en thuis; samenwerking",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij in een gesprek met drie partijen afspreken wie wat doet, zodat niemand "
                "stilzwijgend te veel op zich neemt?"
            ),
            themas="overbelasting; zorgplan",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mantelzorgers en beroepskrachten samen laten leren, zodat zij elkaar als "
                "collega's in de zorg zien?"
            ),
            themas="leren; samenwerking",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij contact houden met mantelzorgers als huisbezoek niet kan, zodat zij er niet "
                "alleen voor komen te staan?"
            ),
            themas="digitaal contact; overbelasting",
        ),
    ),
    "EPE": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij overbelasting eerder herkennen bij huisbezoek, zodat wij samen met de "
                "mantelzorger op tijd iets veranderen?"
            ),
            themas="signaleren; overbelasting",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij signalen van vrijwilligers en winkeliers opvangen, zodat ook mantelzorgers "
                "zonder zorg in huis gezien worden?"
            ),
            themas="signaleren; buurt",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij na een signaal snel en vanzelfsprekend handelen, zodat de mantelzorger merkt "
                "dat er iets gebeurt?"
            ),
            themas="samenwerking huisarts; signaleren",
        ),
    ),
}
