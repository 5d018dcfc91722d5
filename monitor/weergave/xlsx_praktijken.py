"""The practices on the first sheet of the Excel report, by their number on the map."""

from xlsxwriter.utility import xl_range

from monitor.rapport import Praktijkregel, Rapport
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_vel import Vel

ZONDER_TOTAAL = "Deelnemers staan zonder totaal: wie in twee praktijken meedoet, telt in beide."


def schrijf_praktijken(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    """The figures of each, with totals of what may be added up."""
    _schrijf_kop(vel, opmaak)
    eerste = vel.rij
    for praktijk in rapport.praktijken:
        _schrijf_regel(vel, opmaak, praktijk)
    _schrijf_totalen(vel, opmaak, rapport, eerste)
    vel.alinea(ZONDER_TOTAAL, opmaak.noot)


def _schrijf_kop(vel: Vel, opmaak: Opmaak) -> None:
    vel.cellen(
        [
            (0, "Nummer en praktijk", opmaak.tabelkop),
            (1, "Ontwerpvragen", opmaak.tabelkop_getal),
            (2, "Experimenten opgestart", opmaak.tabelkop_getal),
            (3, "Gemeenten", opmaak.tabelkop_na_getal),
            (4, "Deelnemers nu", opmaak.tabelkop_getal),
        ]
    )


def _schrijf_regel(vel: Vel, opmaak: Opmaak, praktijk: Praktijkregel) -> None:
    rij = vel.cellen(
        [
            (0, f"{praktijk.nummer}. {praktijk.naam}", opmaak.naam),
            (3, ", ".join(praktijk.gemeenten) or "–", opmaak.naam_na_getal),
        ]
    )
    for kolom, waarde in ((1, praktijk.ontwerpvragen), (2, praktijk.experimenten), (4, praktijk.deelnemers)):
        vel.blad.write_number(rij, kolom, waarde, opmaak.getal)


def _schrijf_totalen(vel: Vel, opmaak: Opmaak, rapport: Rapport, eerste: int) -> None:
    laatste = vel.rij - 1
    rij = vel.cellen([(kolom, "" if kolom else "Totaal", opmaak.totaal) for kolom in (0, 3, 4)])
    cijfers = rapport.indicator
    for kolom, totaal in ((1, cijfers.ontwerpvragen.totaal), (2, cijfers.experimenten.opgestart)):
        formule = f"=SUM({xl_range(eerste, kolom, laatste, kolom)})"
        vel.blad.write_formula(rij, kolom, formule, opmaak.totaalgetal, totaal)
