"""Organisations and contact persons who do not exist, in the order in which they apply."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from aanmeldingen.demonstratie.oproep import AANMELDEN, SECTOREN
from praktijken.demonstratie.namen import NAMEN

AANTAL: Final = 88
"""So many apply: eight more than there are places."""
_BEGIN: Final = (
    "Vlier", "Berken", "Meidoorn", "Lijster", "Duindoorn", "Merel", "Kastanje", "Heide", "Zilver", "Vuursteen",
    "Lisdodde", "Distel", "Klaver",
)  # fmt: skip
_EIND: Final = ("gaarde", "erf", "veste", "stee", "kade", "hoeve", "oord")
_VOORNAAM: Final = {
    "thuiszorg": "Thuiszorg {}",
    "ouderenzorg": "Woonzorg {}",
    "gehandicaptenzorg": "{} Begeleiding",
    "ggz": "Geestelijke gezondheidszorg {}",
    "eerstelijns zorggroep": "Zorggroep {}",
    "ziekenhuis": "Ziekenhuis {}",
    "revalidatiecentrum": "Revalidatie {}",
}
_VRAGEN: Final = (
    "Hoe betrekken wij mantelzorgers bij het zorgplan?",
    "Hoe merken medewerkers dat een mantelzorger het niet meer volhoudt?",
    "Hoe spreken wij af wie wat doet, zonder alles vast te leggen?",
    "Hoe werken wij samen met het steunpunt in de wijk?",
    "Hoe ondersteunen wij mantelzorgers die ver weg wonen?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanmelder:
    """Who applies, for which sector, with which question."""

    volgnummer: int
    organisatie: str
    sector: str
    naam: str
    email: str
    kvk: str
    medewerkers: int
    vraag: str


def aanmelders() -> Iterator[Aanmelder]:
    """All of them; a sector that states interest first has six in all."""
    gewoon = [sector for sector, instroom in SECTOREN.items() if instroom is AANMELDEN]
    anders = [sector for sector in SECTOREN if sector not in gewoon]
    for nummer in range(AANTAL):
        via_belangstelling = nummer % 15 == 7
        sector = anders[nummer // 15 % len(anders)] if via_belangstelling else gewoon[nummer % len(gewoon)]
        yield _aanmelder(nummer, sector)


def _aanmelder(nummer: int, sector: str) -> Aanmelder:
    eigennaam = _BEGIN[nummer % len(_BEGIN)] + _EIND[nummer % len(_EIND)]
    return Aanmelder(
        volgnummer=nummer,
        organisatie=_VOORNAAM[sector].format(eigennaam),
        sector=sector,
        naam=NAMEN[nummer % len(NAMEN)],
        email=f"contact{nummer + 1}@{eigennaam.lower()}.example",
        kvk=f"{90_000_000 + nummer * 137:08d}",
        medewerkers=12 + nummer * 7 % 41,
        vraag=_VRAGEN[nummer % len(_VRAGEN)],
    )
