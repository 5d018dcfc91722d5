"""The design questions of Bergen op Zoom, Den Bosch and Cuijk."""

from typing import Final

from praktijken.demonstratie.ontwerpvragen.vorm import Ontwerpvraag

ONTWERPVRAGEN: Final = {
    "BOZ": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij het aanbod van respijtzorg overzichtelijk maken, zodat mantelzorgers op tijd "
                "iets kiezen dat bij hen past?"
            ),
            themas="respijtzorg; communicatie",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij respijtzorg aan huis in de avond en het weekend regelen, zodat mantelzorgers "
                "ook dan even weg kunnen?"
            ),
            themas="respijtzorg; vrijwilligers",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij de drempel naar de logeeropvang verlagen, zodat mantelzorgers met een gerust "
                "hart de zorg een paar dagen loslaten?"
            ),
            themas="respijtzorg; loslaten",
        ),
    ),
    "DBO": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij in de wijk één aanspreekpunt voor mantelzorgers maken, zodat zij hun verhaal "
                "maar één keer hoeven te vertellen?"
            ),
            themas="samenwerking; toegang",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij wijkteam, thuiszorg en vrijwilligers elkaar laten kennen, zodat zij elkaar "
                "vinden als een gezin hulp nodig heeft?"
            ),
            themas="samenwerking; vrijwilligers",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij buren bij de zorg betrekken, zodat mantelzorgers kleine klussen durven over te laten?"
            ),
            themas="buurt; informele zorg",
        ),
    ),
    "CUI": (
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij naasten van mensen met dementie direct na de diagnose ondersteunen, zodat zij "
                "weten wat er komt en bij wie zij terechtkunnen?"
            ),
            themas="dementie; samenwerking huisarts",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij opvang in het weekend bieden aan mensen met dementie, zodat hun naasten op adem komen?"
            ),
            themas="dementie; respijtzorg",
        ),
        Ontwerpvraag(
            vraag=(
                "Hoe kunnen wij mantelzorgers leren omgaan met veranderend gedrag, zodat het thuis langer goed gaat?"
            ),
            themas="dementie; leren",
        ),
    ),
}
