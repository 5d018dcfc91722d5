"""The figures of a call to see first: on top of the page and of the Excel report."""

from dataclasses import dataclass

from monitor.nederlands import datum
from monitor.oproepen.cijfers import Medewerkers, Oproepcijfers, Uitkomst
from monitor.oproepen.tabellen import Getal, als_tekst


@dataclass(frozen=True, slots=True, kw_only=True)
class Kerncijfer:
    """A figure, what it is, and what stands below it. None: no data."""

    wat: str
    waarde: Getal
    bij: str

    @property
    def tekst(self) -> str:
        """The figure as people read it."""
        return als_tekst(self.waarde)


def kerncijfers(cijfers: Oproepcijfers) -> tuple[Kerncijfer, ...]:
    """The main figure first."""
    plaatsen, dag = cijfers.plaatsen, datum(cijfers.peildatum)
    van = "aantal plaatsen niet vastgesteld" if plaatsen.capaciteit is None else f"van {plaatsen.capaciteit} plaatsen"
    return (
        Kerncijfer(
            wat="aanmeldingen ontvangen", waarde=cijfers.aanmeldingen.totaal, bij=f"organisaties, tot en met {dag}"
        ),
        Kerncijfer(wat="plaatsen bezet", waarde=plaatsen.bezet, bij=van),
        Kerncijfer(wat="plaatsen vrij", waarde=plaatsen.vrij, bij=f"op {dag}"),
        Kerncijfer(wat="wachten op een plaats", waarde=plaatsen.wachtend, bij=f"op {dag}"),
        Kerncijfer(
            wat="toegelaten", waarde=cijfers.uitkomsten[Uitkomst.TOEGELATEN], bij="aanmeldingen met een besluit"
        ),
        Kerncijfer(
            wat="medewerkers te bereiken", waarde=cijfers.medewerkers.toegelaten, bij=_van_streef(cijfers.medewerkers)
        ),
    )


def _van_streef(medewerkers: Medewerkers) -> str:
    if medewerkers.streefwaarde is None:
        return "door wie is toegelaten; geen streefwaarde"
    deel = "" if medewerkers.percentage is None else f" ({medewerkers.percentage}%)"
    return f"door wie is toegelaten; streefwaarde {medewerkers.streefwaarde}{deel}"
