"""Whether a fixed measurement is still what was fixed: its seal, and its figures counted again from its own rows.

The facts stream by, in the order in which they were sealed: of many only a stack stands in memory at a time, beside
those that the rule looks at as well.
"""

import datetime
import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from django.db import connection
from django.db.models.functions import Collate

from monitor.canoniek import canoniek, zegel
from monitor.definities import Definitie
from monitor.feiten import Feiten
from monitor.indicatoren.register import indicator
from monitor.indicatoren.soort import Indicatorsoort, Uitkomst
from monitor.meten.feitregels import Feitregel, feiten_uit, oordelen_uit, regels
from monitor.meten.meetrij import afwijkingen
from monitor.models import Vaststelling
from monitor.oordelen import Oordeel

STAPEL = 500
"""Facts in memory at a time."""
NOEMEN = 3
"""Facts that a finding names."""
ZEGEL = "Het zegel klopt niet: er is iets gewijzigd na het vaststellen."
CIJFERS = "De cijfers zijn niet wat de vastgelegde feiten samen tellen."
VORM = "De kop is niet in de vorm waarin hij is vastgesteld."
ONLEESBAAR = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What reading raises where somebody put something else in the place of what was fixed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """Something that is not as it was fixed, in a Dutch sentence."""

    zin: str


def controleer(vaststelling: Vaststelling) -> list[Bevinding]:
    """All that is wrong; nothing: it is what was fixed. What cannot be read at all is a finding too."""
    zinnen: list[str] = []
    for deel in (_zegel, _hertelling, _meetrij):
        try:
            zinnen += deel(vaststelling)
        except ONLEESBAAR as fout:
            zinnen.append(f"De vastgelegde gegevens zijn niet te lezen ({type(fout).__name__}).")
    return [Bevinding(zin=zin) for zin in dict.fromkeys(zinnen)]


def _zegel(vaststelling: Vaststelling) -> list[str]:
    klopt = zegel(chain([vaststelling.kop], map(str, _regels(vaststelling)))) == vaststelling.zegel
    return [] if klopt else [ZEGEL]


def _meetrij(vaststelling: Vaststelling) -> list[str]:
    return afwijkingen(vaststelling, vaststelling.inhoud)


def _hertelling(vaststelling: Vaststelling) -> list[str]:
    """By what stands in the kop alone: not by the row of the measurement, which people can edit."""
    kop = vaststelling.inhoud
    soort = indicator(kop["indicator"])
    telling = Hertelling(
        indicator=soort,
        definitie=soort.definitie(kop["definitie"]),
        kader=_feiten(_regels(vaststelling, soort.kader)),
        peildatum=datetime.date.fromisoformat(kop["peildatum"]),
    )
    uitkomst = telling.uitkomst(kop["programma"]["slug"], _regels(vaststelling))
    fouten = telling.fouten(kop["feiten"])
    if uitkomst != kop["uitkomst"]:
        fouten.append(CIJFERS)
    return fouten if canoniek(kop) == vaststelling.kop else [*fouten, VORM]


@dataclass(slots=True, kw_only=True)
class Hertelling:
    """Counts facts as they stream by, and remembers of which the rules now say something else than was fixed."""

    indicator: Indicatorsoort
    definitie: Definitie
    kader: Feiten
    peildatum: datetime.date
    aantal: int = 0
    anders: int = 0
    namen: list[str] = field(default_factory=list)

    def uitkomst(self, slug: str, alle: Iterable[Feitregel]) -> Uitkomst:
        """The figures that what was said of the facts amounts to."""
        return self.indicator.uitkomst(slug, self.peildatum, self.kader, self._oordelen(alle))

    def fouten(self, hoort: int) -> list[str]:
        """After `uitkomst`; `hoort`: how many facts were fixed."""
        zinnen = []
        if self.aantal != hoort:
            zinnen.append(f"Er zijn {self.aantal} feiten; bij het vaststellen waren het er {hoort}.")
        if self.anders:
            namen = ", ".join(self.namen) + (" en meer" if self.anders > len(self.namen) else "")
            zinnen.append(f"Van een of meer feiten zeggen de telregels iets anders dan is vastgelegd: {namen}.")
        return zinnen

    def _oordelen(self, alle: Iterable[Feitregel]) -> Iterator[Oordeel]:
        rijen = iter(alle)
        while stapel := list(islice(rijen, STAPEL)):
            self.aantal += len(stapel)
            paren = [(rij.soort, json.loads(rij.inhoud)) for rij in stapel]
            self._vergelijk(stapel, feiten_uit(paren))
            yield from oordelen_uit(paren)

    def _vergelijk(self, stapel: list[Feitregel], feiten: Feiten) -> None:
        """The rule judges a fact by itself and by those of `kader` (`Indicatorsoort`), so a stack is enough."""
        samen = Feiten.van(chain(self.kader, (een for een in feiten if een.soort not in self.indicator.kader)))
        opnieuw = regels(self.definitie.oordelen(samen, self.peildatum))
        hoort = {(regel.soort, regel.sleutel): regel for regel in opnieuw}
        for rij in stapel:
            if hoort.get((rij.soort, rij.sleutel)) != rij:
                self.anders += 1
                if len(self.namen) < NOEMEN:
                    self.namen.append(f"{rij.soort} {rij.sleutel}")


def _feiten(alle: Iterable[Feitregel]) -> Feiten:
    return feiten_uit((rij.soort, json.loads(rij.inhoud)) for rij in alle)


def _regels(vaststelling: Vaststelling, soorten: Collection[str] | None = None) -> Iterator[Feitregel]:
    """The rows as they stand, in sealed order whatever language the database sorts by."""
    rijen = vaststelling.feiten.all() if soorten is None else vaststelling.feiten.filter(soort__in=soorten)
    kaal = "C" if connection.vendor == "postgresql" else "BINARY"
    op_volgorde = rijen.order_by(Collate("soort", kaal), Collate("sleutel", kaal))
    for een, sleutel, inhoud in op_volgorde.values_list("soort", "sleutel", "inhoud").iterator(chunk_size=STAPEL):
        yield Feitregel(soort=een, sleutel=sleutel, inhoud=inhoud)
