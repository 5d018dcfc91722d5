"""The eleven learning practices of the demonstration."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from praktijken.demonstratie.cel import Rij

KOP: Final = (
    "code",
    "naam",
    "gemeenten",
    "werkgebied",
    "kernthema",
    "kernthema vastgesteld op",
    "prangende vragen",
    "startdatum",
    "einddatum",
    "afloop",
    "gaat verder in",
    "adviseurs",
)
# The programme's last day, some 20 months after the start (begrippen.md §1): every practice then ends as afgerond.
EINDDATUM: Final = date(2021, 4, 30)
TOT_KERNTHEMA: Final = timedelta(weeks=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Praktijk:
    """A practice; gemeenten and prangende_vragen are lists separated by `;` as in the Excel file."""

    code: str
    naam: str
    gemeenten: str
    werkgebied: str
    kernthema: str
    prangende_vragen: str
    startdatum: date
    adviseurs: tuple[str, ...]


PRAKTIJKEN: Final = {
    praktijk.code: praktijk
    for praktijk in (
        Praktijk(
            code="ARN",
            naam="Arnhem",
            gemeenten="Arnhem",
            werkgebied="regionaal",
            kernthema=(
                "Wij willen mantelzorgers in Arnhem eerder in beeld krijgen, zodat steun er is voordat de "
                "zorg te zwaar wordt."
            ),
            prangende_vragen="1",
            startdatum=date(2019, 9, 2),
            adviseurs=("adviseur@voorbeeld.example", "adviseur4@voorbeeld.example"),
        ),
        Praktijk(
            code="BOZ",
            naam="Bergen op Zoom",
            gemeenten="Bergen op Zoom",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen in Bergen op Zoom respijtzorg bieden die past bij het gezin, zodat mantelzorgers "
                "echt op adem komen."
            ),
            prangende_vragen="2",
            startdatum=date(2019, 9, 9),
            adviseurs=("adviseur2@voorbeeld.example",),
        ),
        Praktijk(
            code="DBO",
            naam="Den Bosch",
            gemeenten="'s-Hertogenbosch",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen dat beroepskrachten, vrijwilligers en buren in de wijk samenspelen rond mensen "
                "die voor een ander zorgen."
            ),
            prangende_vragen="3",
            startdatum=date(2019, 9, 16),
            adviseurs=("adviseur3@voorbeeld.example",),
        ),
        Praktijk(
            code="CUI",
            naam="Cuijk",
            gemeenten="Cuijk",
            werkgebied="regionaal",
            kernthema=(
                "Wij willen naasten van mensen met dementie op tijd en samen ondersteunen, vanaf de eerste "
                "twijfel tot en met de verhuizing."
            ),
            prangende_vragen="1; 2",
            startdatum=date(2019, 9, 23),
            adviseurs=("adviseur4@voorbeeld.example",),
        ),
        Praktijk(
            code="EDE",
            naam="Ede",
            gemeenten="Ede",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen dat de mantelzorger in Ede een volwaardige partner is in de zorg, met een eigen "
                "stem en eigen grenzen."
            ),
            prangende_vragen="2; 3",
            startdatum=date(2019, 9, 2),
            adviseurs=("adviseur@voorbeeld.example",),
        ),
        Praktijk(
            code="EPE",
            naam="Epe",
            gemeenten="Epe",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen overbelasting van mantelzorgers in Epe vroeg herkennen en daarna ook samen in actie komen."
            ),
            prangende_vragen="1",
            startdatum=date(2019, 9, 9),
            adviseurs=("adviseur2@voorbeeld.example", "adviseur4@voorbeeld.example"),
        ),
        Praktijk(
            code="HAM",
            naam="Horst aan de Maas",
            gemeenten="Horst aan de Maas",
            werkgebied="regionaal",
            kernthema=(
                "Wij willen dat mantelzorgers in alle dorpen van Horst aan de Maas dichtbij huis steun "
                "vinden, bij elkaar en bij ons."
            ),
            prangende_vragen="2",
            startdatum=date(2019, 9, 16),
            adviseurs=("adviseur3@voorbeeld.example",),
        ),
        Praktijk(
            code="LEI",
            naam="Leiden",
            gemeenten="Leiden",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen dat de huisartspraktijk in Leiden de mantelzorger kent en snel de weg wijst naar "
                "steun in de stad."
            ),
            prangende_vragen="3",
            startdatum=date(2019, 9, 23),
            adviseurs=("adviseur4@voorbeeld.example",),
        ),
        Praktijk(
            code="LEU",
            naam="Leusden",
            gemeenten="Leusden",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen dat vrijwilligers en beroepskrachten in Leusden elkaar aanvullen, zodat een gezin "
                "merkt dat de hulp bij elkaar hoort."
            ),
            prangende_vragen="1; 2",
            startdatum=date(2019, 9, 2),
            adviseurs=("adviseur@voorbeeld.example",),
        ),
        Praktijk(
            code="REN",
            naam="Renswoude",
            gemeenten="Renswoude; Scherpenzeel",
            werkgebied="regionaal",
            kernthema=(
                "Wij willen dat mantelzorgers in Renswoude en Scherpenzeel over hun grenzen durven te praten "
                "en dat wij dan goed luisteren."
            ),
            prangende_vragen="2; 3",
            startdatum=date(2019, 9, 9),
            adviseurs=("adviseur2@voorbeeld.example",),
        ),
        Praktijk(
            code="STE",
            naam="Stein",
            gemeenten="Stein",
            werkgebied="lokaal",
            kernthema=(
                "Wij willen de vraagverlegenheid in Stein doorbreken: hulp vragen en hulp aanbieden moet gewoon worden."
            ),
            prangende_vragen="1",
            startdatum=date(2019, 9, 16),
            adviseurs=("adviseur3@voorbeeld.example", "adviseur4@voorbeeld.example"),
        ),
    )
}


def rijen() -> Iterator[Rij]:
    """The rows of the sheet Praktijken."""
    for praktijk in PRAKTIJKEN.values():
        yield [
            praktijk.code,
            praktijk.naam,
            praktijk.gemeenten,
            praktijk.werkgebied,
            praktijk.kernthema,
            praktijk.startdatum + TOT_KERNTHEMA,
            praktijk.prangende_vragen,
            praktijk.startdatum,
            EINDDATUM,
            "afgerond",
            None,
            "; ".join(praktijk.adviseurs),
        ]
