"""Every figure of a call, once: the tables that each channel walks. Names are the keys of the JSON form."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from monitor.nederlands import datum
from monitor.oproepen.cijfers import Oproepcijfers, Uitkomst
from monitor.tabellen import Figuur

Getal = int | float | None
NVT = "nvt"
"""Stands where there is no data: never 0."""


def als_tekst(waarde: Getal) -> str:
    """A figure as people read it: a comma before halves, `nvt` where there is no data."""
    return NVT if waarde is None else str(waarde).replace(".", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """The figures of one key, in the order of the columns; None: no data."""

    sleutel: str
    label: str
    waarden: tuple[Getal, ...]

    @property
    def teksten(self) -> tuple[str, ...]:
        """The figures as people read them."""
        return tuple(als_tekst(waarde) for waarde in self.waarden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table. Without `sleutelnaam` a single row without key: figures of the call as a whole.

    `sleutelnaam`, `sleutellabel`: what the keys of the rows are, in the JSON form and for people.
    """

    naam: str
    titel: str
    figuren: tuple[Figuur, ...]
    rijen: tuple[Rij, ...]
    sleutelnaam: str = ""
    sleutellabel: str = ""

    @property
    def paren(self) -> tuple[tuple[str, str], ...]:
        """Of a table without keys: each label with its figure as people read it."""
        return tuple(zip((figuur.label for figuur in self.figuren), self.rijen[0].teksten, strict=True))


GEHEEL: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "aanmeldingen",
        "Aanmeldingen ontvangen",
        (("totaal", "Totaal"), ("sectoroverstijgend", "Waarvan sectoroverstijgend")),
    ),
    (
        "uitkomsten",
        "Uitkomst van de aanmeldingen",
        (
            (Uitkomst.IN_BEHANDELING, "Ontvangen of in behandeling"),
            (Uitkomst.WACHTLIJST, "Op de wachtlijst"),
            (Uitkomst.PLAATS_AANGEBODEN, "Plaats aangeboden"),
            (Uitkomst.TOEGELATEN, "Toegelaten"),
            (Uitkomst.AFGEWEZEN, "Afgewezen"),
            (Uitkomst.INGETROKKEN, "Ingetrokken"),
            (Uitkomst.AANBOD_VERVALLEN, "Aanbod vervallen"),
        ),
    ),
    (
        "plaatsen",
        "Plaatsen",
        (
            ("capaciteit", "Plaatsen in de oproep"),
            ("bezet", "Bezet"),
            ("bevestigd", "Waarvan bevestigd"),
            ("aangeboden", "Aangeboden"),
            ("vrij", "Vrij"),
            ("wachtend", "Wachten op een plaats"),
            ("kandidaten", "Kandidaat voor de selectie"),
        ),
    ),
    (
        "medewerkers",
        "Medewerkers te bereiken",
        (
            ("streefwaarde", "Streefwaarde van de oproep"),
            ("toegelaten", "Door wie is toegelaten"),
            ("percentage", "Dat is van de streefwaarde, in procent"),
            ("alle_aanmeldingen", "Door alle aanmeldingen"),
        ),
    ),
    (
        "beslistijd",
        "Tijd tot het besluit, in dagen",
        (
            ("aantal", "Aanmeldingen met een besluit"),
            ("mediaan", "Mediaan"),
            ("kortste", "Kortste"),
            ("langste", "Langste"),
        ),
    ),
    (
        "bijeenkomsten",
        "Informatiebijeenkomsten",
        (
            ("gehouden", "Gehouden"),
            ("capaciteit", "Plaatsen"),
            ("ingeschreven", "Ingeschreven"),
            ("presentie_bekend", "Bijeenkomsten met presentielijst"),
            ("aanwezig", "Aanwezig"),
            ("niet_gekomen", "Niet gekomen"),
            ("aan_de_deur", "Aanwezig zonder inschrijving"),
            ("gevuld", "Gevuld, in procent"),
        ),
    ),
    (
        "belangstelling",
        "Belangstelling",
        (("ontvangen", "Ontvangen"), ("bereikt", "Bereikt door een adviseur"), ("aangemeld", "Werd een aanmelding")),
    ),
)
"""Tables of the call as a whole: name, title, and each figure with its label."""

SECTORFIGUREN = (("aantal", "Aanmeldingen"), ("sectoroverstijgend", "Waarvan sectoroverstijgend"))
PROVINCIEFIGUREN = (("aantal", "Aanmeldingen"),)
DAGFIGUREN = (("aantal", "Aanmeldingen die dag"), ("totaal", "Tot en met die dag"))


def tabellen(cijfers: Oproepcijfers) -> tuple[Tabel, ...]:
    """All figures, in the order of the JSON form."""
    return (
        *(_geheel(cijfers, naam, titel, figuren) for naam, titel, figuren in GEHEEL),
        Tabel(
            naam="per_sector",
            titel="Aanmeldingen per sector",
            sleutelnaam="naam",
            sleutellabel="Sector",
            figuren=_figuren(SECTORFIGUREN),
            rijen=tuple(_rij(s.naam, s.naam, s.aantal, s.sectoroverstijgend) for s in cijfers.per_sector),
        ),
        Tabel(
            naam="per_provincie",
            titel="Aanmeldingen per provincie",
            sleutelnaam="naam",
            sleutellabel="Provincie",
            figuren=_figuren(PROVINCIEFIGUREN),
            rijen=tuple(_rij(p.naam, p.naam, p.aantal) for p in cijfers.per_provincie),
        ),
        Tabel(
            naam="per_dag",
            titel="Aanmeldingen per dag",
            sleutelnaam="dag",
            sleutellabel="Dag",
            figuren=_figuren(DAGFIGUREN),
            rijen=tuple(_rij(d.dag.isoformat(), datum(d.dag), d.aantal, d.totaal) for d in cijfers.per_dag),
        ),
    )


def _rij(sleutel: str, label: str, *waarden: Getal) -> Rij:
    return Rij(sleutel=sleutel, label=label, waarden=waarden)


def _geheel(cijfers: Oproepcijfers, naam: str, titel: str, figuren: Iterable[tuple[str, str]]) -> Tabel:
    waarden = tuple(_waarde(getattr(cijfers, naam), figuur) for figuur, _ in figuren)
    return Tabel(naam=naam, titel=titel, figuren=_figuren(figuren), rijen=(_rij("", "", *waarden),))


def _waarde(groep: Any, figuur: str) -> Getal:
    waarde: Getal = groep[figuur] if isinstance(groep, dict) else getattr(groep, figuur)
    return waarde


def _figuren(paren: Iterable[tuple[str, str]]) -> tuple[Figuur, ...]:
    return tuple(Figuur(naam=str(naam), label=label) for naam, label in paren)
