"""The main menu: every entrance of the product, in groups, with the letter that follows `g` as its shortcut."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import ResolverMatch, reverse

START = "start"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingang:
    """One link. `mag`: a Recht by name, "is_adviseur" or "is_staff"; `route`: how the addresses beneath it begin.

    `behalve`: how those among them begin that another link leads to.
    """

    tekst: str
    naar: str
    mag: str
    route: str
    behalve: str = ""
    toets: str = ""

    def is_hier(self, plek: ResolverMatch | None) -> bool:
        """Whether the page asked for lies beneath this entrance."""
        route = plek.route or "" if plek is not None else ""
        return route.startswith(self.route) and not (self.behalve and route.startswith(self.behalve))


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """Entrances that belong together, under one word."""

    naam: str
    ingangen: tuple[Ingang, ...]


GROEPEN = (
    Groep(
        naam="Mijn werk",
        ingangen=(
            Ingang(tekst="Taken", naar="praktijken:taken", mag="TAKEN_ZIEN", route="taken/", toets="t"),
            Ingang(tekst="Mijn praktijken", naar="praktijken:mijn", mag="is_adviseur", route="mijn/", toets="m"),
        ),
    ),
    Groep(
        naam="Programma",
        ingangen=(
            Ingang(tekst="Praktijken", naar="praktijken:lijst", mag="PRAKTIJKEN_ZIEN", route="praktijken/", toets="p"),
            Ingang(tekst="Sessies", naar="praktijken:sessies", mag="PRAKTIJKEN_ZIEN", route="sessies/", toets="j"),
            Ingang(tekst="Lessen", naar="praktijken:lessen", mag="PRAKTIJKEN_ZIEN", route="lessen/", toets="l"),
            Ingang(
                tekst="Overzicht",
                naar="praktijken:overzicht",
                mag="PRAKTIJKEN_ZIEN",
                route="overzicht/",
                toets="o",
            ),
        ),
    ),
    Groep(
        naam="Intake",
        ingangen=(
            Ingang(
                tekst="Oproepen",
                naar="aanmeldingen:intake",
                mag="OPROEPEN_BEHEREN",
                route="intake/",
                behalve="intake/belangstelling/",
                toets="r",
            ),
            Ingang(
                tekst="Belangstelling",
                naar="aanmeldingen:belangstellingen",
                mag="AANMELDINGEN_ZIEN",
                route="intake/belangstelling/",
                toets="n",
            ),
        ),
    ),
    Groep(
        naam="Mensen",
        ingangen=(
            Ingang(
                tekst="Deelnemers", naar="praktijken:deelnemers", mag="PERSONEN_ZIEN", route="deelnemers/", toets="d"
            ),
            Ingang(
                tekst="Klopt dit? Antwoorden",
                naar="praktijken:klopt-dit-antwoorden",
                mag="GEGEVENS_UITWISSELEN",
                route="klopt-dit/antwoorden/",
                toets="k",
            ),
            Ingang(
                tekst="Klopt dit? Verstuurd",
                naar="praktijken:klopt-dit-verstuurd",
                mag="GEGEVENS_UITWISSELEN",
                route="klopt-dit/verst",  # the page on which one sends them too
                toets="u",
            ),
            Ingang(
                tekst="Verzoeken", naar="praktijken:verzoeken", mag="VERZOEKEN_BEHEREN", route="verzoeken/", toets="v"
            ),
        ),
    ),
    Groep(
        naam="Cijfers",
        ingangen=(
            Ingang(
                tekst="Indicator 23", naar="monitor:indicator23", mag="CIJFERS_ZIEN", route="monitor/23/", toets="i"
            ),
            Ingang(
                tekst="Cijfers van oproepen",
                naar="monitor:oproepen",
                mag="CIJFERS_ZIEN",
                route="monitor/oproepen/",
                toets="c",
            ),
            Ingang(
                tekst="Meer indicatoren",
                naar="monitor:indicatoren",
                mag="CIJFERS_ZIEN",
                route="monitor/indicatoren/",
            ),
            Ingang(
                tekst="Metingen", naar="monitor:metingen", mag="METINGEN_ZIEN", route="monitor/metingen/", toets="f"
            ),
            Ingang(tekst="Verschillen", naar="monitor:verschil", mag="METINGEN_ZIEN", route="monitor/verschil/"),
            Ingang(
                tekst="Zegels en echtheid",
                naar="monitor:echtheid",
                mag="METINGEN_ZIEN",
                route="monitor/echtheid/",
                toets="z",
            ),
            Ingang(
                tekst="Meetrondes",
                naar="monitor:rondes",
                mag="MEETRONDES_BEVESTIGEN",
                route="monitor/rondes/",
                toets="q",
            ),
        ),
    ),
    Groep(
        naam="Kantoor",
        ingangen=(
            Ingang(
                tekst="Gegevens", naar="praktijken:gegevens", mag="GEGEVENS_UITWISSELEN", route="gegevens/", toets="e"
            ),
            Ingang(tekst="Post", naar="post", mag="POST_BEHEREN", route="post/", toets="b"),
            Ingang(tekst="Accounts", naar="accounts", mag="ACCOUNTS_BEHEREN", route="accounts/", toets="a"),
            Ingang(tekst="Beheer", naar="admin:index", mag="is_staff", route="admin/", toets="h"),
        ),
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the menu as one page shows it."""

    tekst: str
    adres: str
    toets: str
    hier: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Menudeel:
    """Links under one word; one link alone stands without that word."""

    naam: str
    links: tuple[Link, ...]

    @property
    def hier(self) -> bool:
        """Whether the page lies beneath one of them."""
        return any(link.hier for link in self.links)


def delen(mag: Callable[[str], bool], plek: ResolverMatch | None) -> list[Menudeel]:
    """The menu of who may do what `mag` says, on the page at `plek`."""
    start = Link(tekst="Start", adres=reverse(START), toets="s", hier=plek is not None and plek.url_name == START)
    gevuld = [
        Menudeel(naam=groep.naam, links=tuple(_link(ingang, plek) for ingang in groep.ingangen if mag(ingang.mag)))
        for groep in GROEPEN
    ]
    return [Menudeel(naam="Start", links=(start,)), *(deel for deel in gevuld if deel.links)]


def _link(ingang: Ingang, plek: ResolverMatch | None) -> Link:
    return Link(tekst=ingang.tekst, adres=reverse(ingang.naar), toets=ingang.toets, hier=ingang.is_hier(plek))
