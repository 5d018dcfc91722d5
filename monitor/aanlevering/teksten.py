"""What the documents say beside the report itself, in plain Dutch."""

import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from monitor import zinnen
from monitor.aanlevering.dossier import Dossier
from monitor.document.blokken import alineas
from monitor.nederlands import aantal, datum, vorm
from monitor.publicatie.waarden import Teksten
from monitor.rapport import Programmagegevens
from monitor.weergave import figuur1

NIET_OPENBAAR = (
    "Niet om te publiceren: hierin staan ook kleine aantallen deelnemers. Wat openbaar mag, staat op de openbare "
    "pagina met cijfers."
)
GEEN_BELEIDSDOEL = "Bij dit programma is geen beleidsdoel vastgelegd."


def titel(dossier: Dossier) -> str:
    """Number and title of the indicator; as it was published, where it was."""
    naam = (dossier.gepubliceerd and dossier.gepubliceerd.titel) or dossier.rapport.titel
    return f"Indicator 23: {naam[0].lower()}{naam[1:]}"


def vorige_meting(dossier: Dossier) -> str:
    """Its value, or nvt with its reason, and its day."""
    vorige = dossier.rapport.vorige_meting
    return f"{vorige}, peildatum {datum(vorige.peildatum)}"


def vastgesteld(dossier: Dossier) -> str:
    """Which measurement it is, and who fixed it when."""
    meting = dossier.meting
    op = datum(dag(meting.vastgesteld_op))
    return f"{dossier.kenmerk.capitalize()}, vastgesteld op {op} door {meting.vastgesteld_door}."


def dag(op: datetime.datetime) -> datetime.date:
    """The day of a moment, in Amsterdam."""
    return op.astimezone(ZoneInfo("Europe/Amsterdam")).date()


def nvt(dossier: Dossier) -> str:
    """Said where the measurement has no value as a whole; empty where it has."""
    if not dossier.meting.nvt:
        return ""
    return (
        f"Deze meting is niet van toepassing (nvt): {dossier.meting.nvt}. "
        "Daarom staan in dit document geen cijfers van deze meting."
    )


def delen(dossier: Dossier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The texts beside the figures, in the order of the monitor's page: a heading with its paragraphs, if any."""
    if dossier.gepubliceerd is not None:
        return _gepubliceerd(dossier.gepubliceerd, dossier)
    return (
        ("Beschrijving", beschrijving(dossier)),
        ("Verband met het beleidsdoel", beleidsdoel(dossier)),
        ("Verdieping", () if dossier.meting.nvt else dossier.rapport.toelichting),
    )


def _gepubliceerd(gekozen: Teksten, dossier: Dossier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("Wat er anders is dan in de vorige publicatie", alineas(gekozen.wijziging)),
        ("Beschrijving", (*alineas(gekozen.beschrijving), dossier.rapport.naamgeving)),
        ("Verband met het beleidsdoel", alineas(gekozen.beleidsdoel)),
        ("Verdieping", alineas(gekozen.verdieping)),
    )


def beschrijving(dossier: Dossier) -> tuple[str, ...]:
    """What the indicator is about in this programme, a paragraph an item."""
    return (dossier.rapport.naamgeving, _programma(dossier.rapport.programma))


def _programma(programma: Programmagegevens) -> str:
    zinnen = [f"Het programma heet {programma.naam}."]
    if programma.startdatum and programma.einddatum:
        zinnen.append(f"Het loopt van {datum(programma.startdatum)} tot en met {datum(programma.einddatum)}.")
    if programma.uitvoerders:
        zinnen.append(f"Uitvoerders: {programma.uitvoerders}.")
    if programma.opdrachtgever:
        zinnen.append(f"Opdrachtgever: {programma.opdrachtgever}.")
    return " ".join(zinnen)


def beleidsdoel(dossier: Dossier) -> tuple[str, ...]:
    """How the indicator belongs to a goal of policy, a paragraph an item."""
    programma = dossier.rapport.programma
    regels = (
        f"Beleidsprogramma: {programma.beleidsprogramma}." if programma.beleidsprogramma else "",
        f"Doel: {programma.beleidsdoel}" if programma.beleidsdoel else GEEN_BELEIDSDOEL,
        "" if dossier.meting.nvt else dossier.rapport.streefwaarde,
    )
    return tuple(regel for regel in regels if regel)


def verwijzingen(dossier: Dossier) -> tuple[str, ...]:
    """Where it all comes from, an item each."""
    rapport, meting = dossier.rapport, dossier.meting
    eigen = dossier.gepubliceerd.referenties.splitlines() if dossier.gepubliceerd else []
    return (
        *filter(None, eigen),
        rapport.bron,
        f"{vastgesteld(dossier)} Aanleiding: {meting.aanleiding}. Definitie: versie {meting.definitie}.",
        f"Zegel van de meting (SHA-256): {meting.zegel}",
        figuur1.kaartbron(rapport),
        *(f"Elders genoemd: {een.getal}. Bron: {een.bron}." for een in rapport.elders_genoemd),
    )


def definitie(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The definition and each rule of counting: a term and what there is to say of it."""
    regels = ((een.begrip, een.regel) for een in dossier.rapport.telregels)
    return ((f"Definitie, versie {dossier.meting.definitie}", dossier.rapport.definitie), *regels)


def antwoord(dossier: Dossier) -> str:
    """The figure, as one sentence to quote."""
    cijfers = dossier.rapport.indicator
    return nvt(dossier) or zinnen.opgestart(cijfers.praktijken, cijfers.peildatum)


def verschil(dossier: Dossier) -> str:
    """Against the measurement before, as a sentence."""
    if dossier.meting.nvt:
        return f"Een verschil is er niet: de meting heeft geen waarde. Vorige meting: {vorige_meting(dossier)}."
    return zinnen.vergelijking(dossier.rapport.indicator, dossier.rapport.vorige_meting)


def zegt_niet(dossier: Dossier) -> Iterator[str]:
    """What people may read in the figure that it does not say, an item each."""
    praktijken, peildatum = dossier.rapport.indicator.praktijken, datum(dossier.rapport.peildatum)
    yield "Het telt praktijken. Het is geen aantal mantelzorgers, deelnemers, organisaties of gemeenten."
    if not dossier.meting.nvt:
        werkwoord, hoeveel = vorm(praktijken.actief, "is", "zijn"), aantal(praktijken.actief, "praktijk", "praktijken")
        yield f"Een praktijk die is geëindigd, blijft meetellen. Op {peildatum} {werkwoord} {hoeveel} actief."
    yield "Het is een procesindicator. Wat de praktijken bereiken of wat mantelzorgers ervan merken, zegt het niet."
    yield f"Het zegt niets over wat na {peildatum} is gestart."
