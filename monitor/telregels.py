"""What indicator 23 means and how it is counted, in plain Dutch (begrippen.md §1 and §3)."""

from dataclasses import dataclass

from mantelzorg.models import Vorm

TITEL = "Aantal lokale pilots dat door het programma is opgestart"

DEFINITIE = (
    "Indicator 23 telt de lokale pilots die door het programma zijn opgestart: de praktijken met een startdatum op of "
    "vóór de peildatum. Het is een procesindicator van de Monitor Langer Thuis. Het aantal loopt op: een praktijk die "
    "is geëindigd, blijft meetellen."
)

BRON = "Bron: administratie van het programma {naam}; uitvoerders: {uitvoerders}. Telling volgens indicator 23."
BRON_ZONDER_UITVOERDERS = "Bron: administratie van het programma {naam}. Telling volgens indicator 23."

_NAMEN = {
    Vorm.LERENDE_PRAKTIJK: "lerende praktijken",
    Vorm.INNOVATIETRAJECT: "innovatietrajecten",
    Vorm.PRAKTIJKVERSNELLER: "praktijkversnellers",
}


def naamgeving(vorm: str) -> str:
    """Once explained: what the monitor, the programme and this report call the same thing."""
    return (
        f"De monitor spreekt van lokale pilots. In dit programma heten zij {_NAMEN[Vorm(vorm)]}. "
        "Hier heten zij verder kortweg praktijken."
    )


def bronregel(naam: str, uitvoerders: str) -> str:
    """Where the figures come from."""
    if not uitvoerders:
        return BRON_ZONDER_UITVOERDERS.format(naam=naam)
    return BRON.format(naam=naam, uitvoerders=uitvoerders)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telregel:
    """A figure, and what it counts. `figuren`: those it holds for, as `tabel.figuur` (`monitor.tabellen`)."""

    begrip: str
    regel: str
    figuren: tuple[str, ...] = ()


_VAN_DEELNEMERS = ("deelnemers.totaal", "deelnemers.bekend", "deelnemers.onbekend", "organisatietypen.aantal")
_TOT_NU_TOE = (
    "deelnemers_tot_nu_toe.totaal",
    "deelnemers_tot_nu_toe.bekend",
    "deelnemers_tot_nu_toe.onbekend",
    "organisatietypen_tot_nu_toe.aantal",
)

TELREGELS = (
    Telregel(
        begrip="Peildatum",
        regel="De dag waarvoor de cijfers gelden. De eerste en de laatste dag van een periode tellen mee.",
    ),
    Telregel(
        begrip="Praktijken opgestart",
        regel="De startdatum ligt op of vóór de peildatum. Dit is de indicator zelf.",
        figuren=("praktijken.opgestart",),
    ),
    Telregel(
        begrip="Praktijken actief",
        regel="Opgestart, en op de peildatum nog niet geëindigd.",
        figuren=("praktijken.actief",),
    ),
    Telregel(
        begrip="Praktijken afgerond, voortijdig gestopt, samengevoegd",
        regel="Opgestart, en geëindigd vóór de peildatum, naar de manier waarop.",
        figuren=("praktijken.afgerond", "praktijken.voortijdig_gestopt", "praktijken.samengevoegd"),
    ),
    Telregel(
        begrip="Gemeenten",
        regel="De verschillende gemeenten van de opgestarte praktijken.",
        figuren=("gemeenten.aantal",),
    ),
    Telregel(
        begrip="Organisaties",
        regel=(
            "De verschillende organisaties die op de peildatum partner zijn van een actieve praktijk, of namens wie "
            "een deelnemer dan meedoet."
        ),
        figuren=("organisaties.aantal",),
    ),
    Telregel(
        begrip="Ontwerpvragen",
        regel=(
            "De vragen van opgestarte praktijken die op of vóór de peildatum zijn geformuleerd en dan niet zijn "
            "vervallen. Een praktijk zonder ontwerpvraag telt als 0 bij het minimum en maximum per praktijk."
        ),
        figuren=("ontwerpvragen.totaal", "ontwerpvragen.minimum_per_praktijk", "ontwerpvragen.maximum_per_praktijk"),
    ),
    Telregel(
        begrip="Experimenten",
        regel=(
            "De experimenten van opgestarte praktijken, volgens hun eigen start- en einddatum. Of de ontwerpvraag is "
            "vervallen of de praktijk is geëindigd, maakt niet uit."
        ),
        figuren=(
            "experimenten.opgestart",
            "experimenten.lopend",
            "experimenten.afgerond",
            "experimenten.voortijdig_gestopt",
        ),
    ),
    Telregel(
        begrip="Deelnemers nu",
        regel="De personen die op de peildatum meedoen in een actieve praktijk. Iedereen telt één keer.",
        figuren=_VAN_DEELNEMERS,
    ),
    Telregel(
        begrip="Deelnemers tot nu toe",
        regel=(
            "De personen die op of vóór de peildatum zijn gaan meedoen in een opgestarte praktijk, ook als zij zijn "
            "gestopt. Iedereen telt één keer."
        ),
        figuren=_TOT_NU_TOE,
    ),
    Telregel(
        begrip="Organisatietype bekend of onbekend",
        regel=(
            "Het type van de deelname zelf, en anders dat van de organisatie namens wie iemand meedoet. Wie vaker "
            "meedoet, telt bij het type van de vroegste deelname waarvan het type bekend is; begonnen die op dezelfde "
            "dag, dan beslist de code van de praktijk. Is van geen deelname het type bekend, dan is het onbekend."
        ),
        figuren=(*_VAN_DEELNEMERS[1:], *_TOT_NU_TOE[1:]),
    ),
    Telregel(
        begrip="Cijfers per praktijk",
        regel=(
            "De ontwerpvragen, de opgestarte experimenten en de deelnemers nu. Een geëindigde praktijk heeft geen "
            "deelnemers nu. Wie in twee praktijken meedoet, telt in beide."
        ),
        figuren=("per_praktijk.ontwerpvragen", "per_praktijk.experimenten", "per_praktijk.deelnemers"),
    ),
    Telregel(
        begrip="Vorige meting",
        regel=(
            "Het aantal op dezelfde dag een jaar eerder. Was er toen nog geen praktijk opgestart, dan staat er nvt: "
            "niet van toepassing."
        ),
    ),
)
