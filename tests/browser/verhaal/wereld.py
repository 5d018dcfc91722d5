"""Who and what the story is about: a programme as the real one of 2019–2021, with invented kinds of organisations.

Of four kinds and in three practices fewer people take part than the threshold of 5, so protection has work.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from deelnemers.models import Organisatietype
from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from praktijken.models import Praktijk
from tests import gegevens

PRAKTIJKEN = {
    "Arnhem": ("GM0202", 12), "Breda": ("GM0758", 9), "Cuijk": ("GM1684", 8), "Delft": ("GM0503", 5),
    "Ede": ("GM0228", 4), "Goes": ("GM0664", 0), "Hoorn": ("GM0405", 0), "Leiden": ("GM0546", 0),
    "Meppel": ("GM0119", 0), "Venlo": ("GM0983", 2), "Weert": ("GM0988", 1),
}  # fmt: skip
"""Of each of the eleven its municipality and how many people take part: 41 together."""
SOORTEN = {"Thuiszorg": 16, "Welzijn": 9, "Apotheek": 1, "Bibliotheek": 2, "Cliëntenraad": 3, "Dorpsraad": 4}
"""Of how many of them the kind is known: 35; of 6 it is not."""
KLEIN = ("Apotheek", "Bibliotheek", "Cliëntenraad", "Dorpsraad")
IN_TIEL = 7
"""Who come in 2020 with Tiel, all of the Thuiszorg."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wereld:
    """The people of the story by name, and their programme."""

    programma: Programma
    mo: User
    mia: User
    ada: User
    arie: User
    vera: User

    def praktijken_van(self, adviseur: User) -> list[Praktijk]:
        """The practices that this adviser guides, by name."""
        return list(Praktijk.objects.filter(adviseurs=adviseur).order_by("naam"))


def maak_wereld() -> Wereld:
    """Eleven practices that are to start on 2 September 2019, six with Ada and five with Arie."""
    wereld = Wereld(
        programma=gegevens.programma(
            naam="In voor mantelzorg-thuis",
            uitvoerders="Movisie; Vilans",
            beleidsprogramma="Programma Langer Thuis, actielijn 2",
            beleidsdoel="Informele en formele zorg werken beter samen.",
        ),
        mo=gegevens.gebruiker(Rol.MEDEWERKER),
        mia=gegevens.gebruiker(Rol.MEDEWERKER, "Mia de Medewerker"),
        ada=gegevens.gebruiker(Rol.ADVISEUR),
        arie=gegevens.gebruiker(Rol.ADVISEUR, "Arie de Adviseur"),
        vera=gegevens.gebruiker(Rol.ANALIST, "Vera van VWS"),
    )
    soorten = iter(_soorten())
    for plek, (naam, (gemeente, mensen)) in enumerate(PRAKTIJKEN.items()):
        praktijk = _praktijk(wereld.programma, naam, gemeente, wereld.ada if plek < 6 else wereld.arie)
        for nummer in range(1, mensen + 1):
            _deelnemer(praktijk, nummer, next(soorten))
    return wereld


def bereid_tiel_voor(wereld: Wereld) -> Praktijk:
    """A twelfth practice, with people who come in October 2020; when it starts nobody knows yet."""
    tiel = gegevens.praktijk(wereld.programma, "TIE", naam="Tiel", start=None, gemeenten=["GM0281"])
    gegevens.adviseurschap(tiel, wereld.arie)
    thuiszorg = Organisatietype.objects.get(naam="Thuiszorg")
    for nummer in range(1, IN_TIEL + 1):
        _deelnemer(tiel, nummer, thuiszorg, vanaf="2020-10-01")
    return tiel


def _praktijk(programma: Programma, naam: str, gemeente: str, adviseur: User) -> Praktijk:
    """With three questions, and an experiment."""
    praktijk = gegevens.praktijk(programma, naam[:3].upper(), naam=naam, gemeenten=[gemeente])
    gegevens.adviseurschap(praktijk, adviseur)
    for nummer in (1, 2, 3):
        vraag = gegevens.ontwerpvraag(praktijk, nummer)
    gegevens.experiment(vraag, f"{praktijk.code}-3-1")
    return praktijk


def _soorten() -> Iterator[Organisatietype | None]:
    """Of each of the 41 the kind, in turns, so that every practice has some of them."""
    over = {gegevens.organisatietype(naam): aantal for naam, aantal in SOORTEN.items()}
    over |= {None: sum(mensen for _, mensen in PRAKTIJKEN.values()) - sum(over.values())}
    while any(over.values()):
        for soort in [een for een, aantal in over.items() if aantal]:
            over[soort] -= 1
            yield soort


def _deelnemer(praktijk: Praktijk, nummer: int, soort: Organisatietype | None, vanaf: str = "2019-09-02") -> None:
    """Numbered, and named after number and practice."""
    code = f"{praktijk.code}{nummer}"
    persoon = gegevens.deelnemer(praktijk.programma, code, naam=f"Deelnemer{nummer} {praktijk.naam}se")
    gegevens.deelname(persoon, praktijk, organisatietype=soort, vanaf=vanaf)
