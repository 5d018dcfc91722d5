"""The figure of the indicator on the first sheet of the Excel report, large, with its neighbours beside it."""

from collections.abc import Iterator

from monitor.nederlands import datum
from monitor.rapport import Rapport
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_vel import LAATSTE, Vel

BUURHOOGTE = 30.0
GEEN = "–"


def schrijf_kerncijfers(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    """The number stands left, over as many rows as it has neighbours."""
    buren = list(_buren(rapport))
    vel.houd_bijeen(BUURHOOGTE * len(buren))
    eerste = vel.rij
    for naam, waarde in buren:
        _schrijf_buur(vel, opmaak, naam, waarde)
    _schrijf_hoofdgetal(vel, opmaak, rapport, eerste)
    if rapport.streefwaarde:
        vel.wit()
        vel.alinea(rapport.streefwaarde, opmaak.alinea)


def _buren(rapport: Rapport) -> Iterator[tuple[str, int | str]]:
    vorige, streefwaarde = rapport.vorige_meting, rapport.programma.streefwaarde
    yield f"Vorige meting, {datum(vorige.peildatum)}", str(vorige) if vorige.opgestart is None else vorige.opgestart
    yield "Nieuw sindsdien", rapport.nieuw
    yield f"Actief op {datum(rapport.peildatum)}", rapport.indicator.praktijken.actief
    yield "Gemeenten waarin zij werken", rapport.indicator.gemeenten
    yield "Streefwaarde", GEEN if streefwaarde is None else streefwaarde


def _schrijf_buur(vel: Vel, opmaak: Opmaak, naam: str, waarde: int | str) -> None:
    rij = vel.neem_rij(BUURHOOGTE)
    vel.blad.write_string(rij, LAATSTE - 1, naam, opmaak.buurnaam)
    if isinstance(waarde, int):
        vel.blad.write_number(rij, LAATSTE, waarde, opmaak.buurgetal)
    else:
        vel.blad.write_string(rij, LAATSTE, waarde, opmaak.buurgetal)


def _schrijf_hoofdgetal(vel: Vel, opmaak: Opmaak, rapport: Rapport, eerste: int) -> None:
    laatste = vel.rij - 1
    vel.breed(eerste, "Lokale pilots opgestart", opmaak.hoofdlabel, laatste=1)
    vel.blad.merge_range(eerste + 1, 0, laatste - 1, 1, "", opmaak.hoofdgetal)
    if rapport.meting is not None and rapport.meting.nvt:
        vel.blad.write_string(eerste + 1, 0, "nvt", opmaak.hoofdgetal)
    else:
        vel.blad.write_number(eerste + 1, 0, rapport.indicator.praktijken.opgestart, opmaak.hoofdgetal)
    vel.breed(laatste, f"praktijken, tot en met {datum(rapport.peildatum)}", opmaak.hoofdlabel, laatste=1)
