"""The explanation of indicator 23 in sentences made from the figures: true, and good Dutch, for every value.

A figure stands in digits and equals the one in the tables; none is `geen` or `niemand`.
"""

import datetime
import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Protocol

from monitor.indicator import Deelnemers, Experimenten, Indicator23, Ontwerpvragen, Praktijkcijfers, Praktijken
from monitor.nederlands import aantal, datum, opsomming, vorm

VERWACHT_MINIMUM, VERWACHT_MAXIMUM = 3, 5
"""Ontwerpvragen a practice is expected to have (begrippen.md §2)."""

AFKORTINGEN = {"NVO": "niet verbonden aan organisatie", "GGZ": "geestelijke gezondheidszorg"}
MEESTE_HOOGUIT = 3
"""With more kinds of organisation than this on top, none stands out."""


class Vorige(Protocol):
    """What the figure is compared with: `opgestart` None where it is nvt, for a `reden`; fixed, or counted now."""

    @property
    def peildatum(self) -> datetime.date: ...
    @property
    def opgestart(self) -> int | None: ...
    @property
    def reden(self) -> str: ...
    @property
    def vastgesteld(self) -> bool: ...


def toelichting(cijfers: Indicator23, vorige: Vorige) -> tuple[str, ...]:
    """The explanation, a paragraph an item."""
    eerste = f"{opgestart(cijfers.praktijken, cijfers.peildatum)} {vergelijking(cijfers, vorige)}"
    if cijfers.praktijken.opgestart == 0:
        return (eerste,)
    return (
        f"{eerste} {stand(cijfers.praktijken, cijfers.peildatum)} {gemeenten(cijfers)}",
        f"{drie_tot_vijf(cijfers.per_praktijk)} {per_praktijk(cijfers.ontwerpvragen, cijfers.praktijken)}".strip(),
        experimenten(cijfers.experimenten),
        " ".join(_over_deelnemers(cijfers)),
    )


def _over_deelnemers(cijfers: Indicator23) -> list[str]:
    nu, tot_nu_toe = cijfers.deelnemers, cijfers.deelnemers_tot_nu_toe
    zinnen = [deelnemers_nu(cijfers), organisaties(cijfers)]
    if nu.totaal:
        zinnen += [bekendheid(nu), meeste(nu)]
    zinnen.append(deelnemers_tot_nu_toe(cijfers))
    if tot_nu_toe.totaal > nu.totaal:
        zinnen += [bekendheid(tot_nu_toe), meeste(tot_nu_toe)]
    return [zin for zin in zinnen if zin]


def verwachting(vandaag: datetime.date) -> str:
    """Said where the peildatum lies ahead."""
    return (
        f"De peildatum ligt na vandaag ({datum(vandaag)}). Deze cijfers zijn een verwachting en geen meting: "
        "zij volgen uit wat nu is vastgelegd."
    )


def niet_gestart(peildatum: datetime.date) -> str:
    """Said where no practice was opgestart."""
    return f"Op {datum(peildatum)} is nog geen praktijk opgestart. Daarom zijn alle cijfers 0."


def alles_beeindigd(peildatum: datetime.date) -> str:
    """Said where every practice opgestart has ended: why *nu* is 0 while *tot nu toe* stands."""
    return (
        f"Op {datum(peildatum)} zijn alle opgestarte praktijken geëindigd. Er zijn dan geen deelnemers nu. "
        "Wie tot die dag meedeed, staat bij ‘tot nu toe’."
    )


def opgestart(praktijken: Praktijken, peildatum: datetime.date) -> str:
    """The indicator itself."""
    hoeveel = aantal(praktijken.opgestart, "praktijk", "praktijken")
    return f"Tot en met {datum(peildatum)} {vorm(praktijken.opgestart, 'is', 'zijn')} {hoeveel} opgestart."


def vergelijking(cijfers: Indicator23, vorige: Vorige) -> str:
    """Against the measurement before; follows the sentence `opgestart`."""
    hoe = "bij de vorige meting" if vorige.vastgesteld else "een jaar eerder"
    toen = f"op {datum(vorige.peildatum)}, {hoe}"
    if vorige.opgestart is None:
        if vorige.vastgesteld:
            return f"De vorige meting, {toen.removesuffix(f', {hoe}')}, is nvt: {vorige.reden}."
        return f"{toen.capitalize()}, is nog geen praktijk opgestart; de vorige meting is daarom nvt."
    erbij = cijfers.praktijken.opgestart - vorige.opgestart
    if erbij == 0:
        return f"Dat aantal is gelijk aan dat {toen} ({vorige.opgestart})."
    if erbij < 0:
        return f"Dat {vorm(-erbij, 'is', 'zijn')} er {-erbij} minder dan {toen} ({vorige.opgestart})."
    return f"Dat {vorm(erbij, 'is', 'zijn')} er {erbij} meer dan {toen} ({vorige.opgestart})."


def stand(praktijken: Praktijken, peildatum: datetime.date) -> str:
    """How the practices opgestart stand on the day; the outcomes that occur."""
    delen = {
        "actief": praktijken.actief,
        "afgerond": praktijken.afgerond,
        "voortijdig gestopt": praktijken.voortijdig_gestopt,
        "samengevoegd": praktijken.samengevoegd,
    }
    som = opsomming([f"{getal} {naam}" for naam, getal in delen.items() if getal])
    return f"De stand op {datum(peildatum)}: {som}."


def gemeenten(cijfers: Indicator23) -> str:
    """Where the practices opgestart work."""
    praktijken = cijfers.praktijken.opgestart
    if cijfers.gemeenten == 0:
        return f"Van de {vorm(praktijken, 'praktijk', 'praktijken')} is geen gemeente vastgelegd."
    hoeveel = aantal(cijfers.gemeenten, "gemeente", "gemeenten")
    return f"De {vorm(praktijken, 'praktijk werkt', 'praktijken werken')} in {hoeveel}."


def streefwaarde(praktijken: Praktijken, streef: int | None) -> str:
    """The target and how far it is; empty where there is none."""
    if streef is None:
        return ""
    tekort = streef - praktijken.opgestart
    gehaald = "die is gehaald" if tekort <= 0 else f"er {vorm(tekort, 'ontbreekt', 'ontbreken')} nog {tekort}"
    return f"De streefwaarde is {streef} {'praktijk' if streef == 1 else 'praktijken'}; {gehaald}."


def drie_tot_vijf(per_praktijk: Sequence[Praktijkcijfers]) -> str:
    """How many practices have the number of design questions that is expected."""
    vragen = [praktijk.ontwerpvragen for praktijk in per_praktijk]
    if len(vragen) == 1:
        return f"De praktijk heeft {aantal(vragen[0], 'ontwerpvraag', 'ontwerpvragen')} op deze dag."
    verwacht = sum(VERWACHT_MINIMUM <= getal <= VERWACHT_MAXIMUM for getal in vragen)
    minder = sum(getal < VERWACHT_MINIMUM for getal in vragen)
    meer = len(vragen) - verwacht - minder
    anders = [f"{n} {vorm(n, 'koos', 'kozen')} er {soort}" for n, soort in ((minder, "minder"), (meer, "meer")) if n]
    zin = f"{_wie(verwacht, len(vragen))} drie tot vijf ontwerpvragen die op deze dag gelden"
    return f"{zin}; {opsomming(anders)}." if anders else f"{zin}."


def _wie(deel: int, geheel: int) -> str:
    if deel == geheel:
        return f"Alle {geheel} praktijken kozen"
    return f"{deel or 'Geen'} van de {geheel} praktijken {vorm(deel, 'koos', 'kozen')}"


def per_praktijk(vragen: Ontwerpvragen, praktijken: Praktijken) -> str:
    """All design questions, from fewest to most per practice; empty where one practice makes it a repetition."""
    if praktijken.opgestart <= 1:
        return ""
    minimum, maximum = vragen.minimum_per_praktijk, vragen.maximum_per_praktijk
    samen = f"Samen hebben zij {aantal(vragen.totaal, 'ontwerpvraag', 'ontwerpvragen')}"
    if vragen.totaal == 0:
        return f"{samen}."
    return f"{samen}: {minimum}{f' tot en met {maximum}' if minimum != maximum else ''} per praktijk."


def experimenten(experimenten: Experimenten) -> str:
    """The experiments and how they stand; the outcomes that occur."""
    totaal = experimenten.opgestart
    zin = f"Er {vorm(totaal, 'is', 'zijn')} {aantal(totaal, 'experiment', 'experimenten')} opgestart"
    delen = (
        (experimenten.lopend, "loopt", "lopen"),
        (experimenten.afgerond, "is afgerond", "zijn afgerond"),
        (experimenten.voortijdig_gestopt, "is voortijdig gestopt", "zijn voortijdig gestopt"),
    )
    stand = [f"{getal} {vorm(getal, enkel, meer)}" for getal, enkel, meer in delen if getal]
    return f"{zin}: {opsomming(stand)}." if stand else f"{zin}."


def deelnemers_nu(cijfers: Indicator23) -> str:
    """Who takes part on the day; with every practice ended, why that is nobody."""
    if cijfers.praktijken.actief == 0:
        beeindigd = vorm(cijfers.praktijken.opgestart, "is de praktijk", "zijn alle praktijken")
        return f"Op deze dag {beeindigd} geëindigd; daarom telt niemand als deelnemer nu."
    totaal = cijfers.deelnemers.totaal
    return f"Op deze dag {vorm(totaal, 'doet', 'doen')} {_personen(totaal)} mee."


def deelnemers_tot_nu_toe(cijfers: Indicator23) -> str:
    """Who has taken part so far; the same number means the same people."""
    totaal = cijfers.deelnemers_tot_nu_toe.totaal
    if totaal and totaal == cijfers.deelnemers.totaal:
        return f"Tot nu toe is het aantal deelnemers even groot: {totaal}."
    return f"Tot nu toe {vorm(totaal, 'deed', 'deden')} {_personen(totaal)} mee."


def _personen(getal: int) -> str:
    return aantal(getal, "persoon", "personen") if getal else "niemand"


def organisaties(cijfers: Indicator23) -> str:
    """The organisations involved on the day; they too count only while a practice is active."""
    if cijfers.praktijken.actief == 0:
        return "Ook organisaties tellen alleen mee zolang een praktijk actief is."
    getal = cijfers.organisaties
    return f"Er {vorm(getal, 'is', 'zijn')} dan {aantal(getal, 'organisatie', 'organisaties')} betrokken."


def bekendheid(deelnemers: Deelnemers) -> str:
    """Of how many people the kind of organisation is known: table 1's note."""
    bekend, totaal = deelnemers.bekend, deelnemers.totaal
    if totaal == 0:
        return "Er zijn geen deelnemers."
    if totaal == 1:
        return f"Van de ene deelnemer is het organisatietype {'' if bekend else 'niet '}bekend."
    if bekend == totaal:
        return f"Van alle {totaal} deelnemers is het organisatietype bekend."
    return f"Van {bekend or 'geen'} van de {totaal} deelnemers is het organisatietype bekend."


def meeste(deelnemers: Deelnemers) -> str:
    """The kinds of organisation most people come from; empty where none is known or none stands out."""
    if not deelnemers.typen:
        return ""
    hoogste = deelnemers.typen[0].aantal
    bovenaan = [regel.naam for regel in takewhile(lambda regel: regel.aantal == hoogste, deelnemers.typen)]
    if len(bovenaan) > MEESTE_HOOGUIT:
        return ""
    namen = opsomming([f"‘{naam}’" for naam in bovenaan])
    hoeveel = aantal(hoogste, "deelnemer", "deelnemers")
    if len(bovenaan) == 1:
        return f"Het organisatietype {namen} komt het meest voor: {hoeveel}."
    return f"De organisatietypen {namen} komen het meest voor: elk {hoeveel}."


def noot(deelnemers: Deelnemers) -> str:
    """The note under table 1: what is known, and the abbreviations that occur in the names."""
    uitleg = afkortingen(regel.naam for regel in deelnemers.typen)
    return f"{bekendheid(deelnemers)} {uitleg}".strip()


def afkortingen(namen: Iterable[str]) -> str:
    """What the abbreviations in these names mean; empty where there is none."""
    woorden = {woord for naam in namen for woord in re.findall(r"\w+", naam.upper())}
    uitleg = [f"{kort} = {voluit}" for kort, voluit in AFKORTINGEN.items() if kort in woorden]
    return f"{'; '.join(uitleg)}." if uitleg else ""


def niet_meegeteld(getal: int) -> str:
    """How many practices of the programme are not counted; empty where all are."""
    if getal == 0:
        return ""
    return f"{getal} {vorm(getal, 'praktijk telt', 'praktijken tellen')} niet mee: op deze dag nog niet opgestart."
