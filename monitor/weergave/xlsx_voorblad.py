"""The first sheet of the Excel report: what the page of indicator 23 tells, in the same order."""

from collections.abc import Sequence

from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook

from monitor.indicator import Organisatietypeaantal
from monitor.nederlands import datum
from monitor.rapport import Rapport, Tabel1
from monitor.weergave import figuur1
from monitor.weergave.xlsx_beelden import KAARTHOOGTE, plaats_grafiek, plaats_kaart
from monitor.weergave.xlsx_kerncijfers import schrijf_kerncijfers
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak, richt_in_om_te_lezen
from monitor.weergave.xlsx_praktijken import schrijf_praktijken
from monitor.weergave.xlsx_rijhoogte import PUNT_PER_PIXEL, RIJHOOGTE
from monitor.weergave.xlsx_tabelbladen import TYPEN_NU, TYPEN_TOT_NU_TOE
from monitor.weergave.xlsx_vel import AFDRUKSCHAAL, Vel

NAAM = "Rapport"
KOPHOOGTE = 27.0
BLOKKEN = ((0, 1), (3, 4))
"""Columns of name and figure, of the left block and of the right one."""


def schrijf_voorblad(boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, rapport: Rapport) -> None:
    """The sheet that opens."""
    blad = boek.add_worksheet(NAAM)
    richt_in_om_te_lezen(blad, pagina, schaal=AFDRUKSCHAAL)
    blad.activate()
    vel = Vel(blad)
    _kop(vel, opmaak, rapport)
    schrijf_kerncijfers(vel, opmaak, rapport)
    _telt_niet_mee(vel, opmaak, rapport)
    _kaart(vel, opmaak, rapport)
    _tabel1(vel, opmaak, rapport.tabel1_nu)
    _grafiek(boek, vel, rapport.tabel1_nu, TYPEN_NU)
    _tabel1(vel, opmaak, rapport.tabel1_tot_nu_toe)
    if rapport.tabel1_tot_nu_toe.rijen != rapport.tabel1_nu.rijen:
        _grafiek(boek, vel, rapport.tabel1_tot_nu_toe, TYPEN_TOT_NU_TOE)
    _praktijken(vel, opmaak, rapport)
    _toelichting(vel, opmaak, rapport)


def _kop(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    vel.alinea(rapport.titel, opmaak.titel, grootte=18)
    vel.alinea(f"Indicator 23 van de Monitor Langer Thuis: {rapport.programma.naam}", opmaak.ondertitel, grootte=12)
    dag = f"{datum(rapport.peildatum)}{' (verwachting)' if rapport.verwachting else ''}"
    vel.alinea(f"Peildatum: {dag}", opmaak.ondertitel, grootte=12)
    vel.alinea(rapport.naamgeving, opmaak.alinea)
    for melding in rapport.meldingen:
        vel.alinea(melding, opmaak.melding)
    vel.wit()


def _kop_boven(vel: Vel, opmaak: Opmaak, tekst: str, *, bij: float = 3 * RIJHOOGTE) -> None:
    """A heading; `bij`: points of what follows that must stand on the same page."""
    vel.wit()
    vel.houd_bijeen(KOPHOOGTE + bij)
    vel.blad.write_string(vel.neem_rij(KOPHOOGTE), 0, tekst, opmaak.kop)


def _telt_niet_mee(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    if rapport.elders_genoemd:
        _kop_boven(vel, opmaak, "Getallen die u elders tegenkomt")
        for genoemd in rapport.elders_genoemd:
            vel.alinea(f"{genoemd.getal} – {genoemd.bron}", opmaak.begrip)
            vel.alinea(genoemd.toelichting, opmaak.alinea)
    if rapport.niet_meegeteld:
        _kop_boven(vel, opmaak, "Praktijken die niet meetellen")
        vel.alinea(rapport.niet_meegeteld_zin, opmaak.alinea)
        for praktijk in rapport.niet_meegeteld:
            vel.alinea(f"• {praktijk.naam} ({praktijk.code}): {praktijk.reden}", opmaak.alinea)


def _kaart(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    _kop_boven(vel, opmaak, figuur1.titel(rapport), bij=KAARTHOOGTE * PUNT_PER_PIXEL + 3 * RIJHOOGTE)
    plaats_kaart(vel, rapport)
    vel.alinea(figuur1.kaartbron(rapport), opmaak.noot)


def _tabel1(vel: Vel, opmaak: Opmaak, tabel: Tabel1) -> None:
    """Two blocks side by side: the first half left, the rest right, as one reads a page."""
    helft = (len(tabel.rijen) + 1) // 2
    _kop_boven(vel, opmaak, tabel.titel, bij=RIJHOOGTE * (helft + 3))
    if tabel.rijen:
        blokken = [deel for deel in (tabel.rijen[:helft], tabel.rijen[helft:]) if deel]
        eerste = _blokkop(vel, opmaak, len(blokken)) + 1
        for regel in range(helft):
            _blokregel(vel, opmaak, [deel[regel : regel + 1] for deel in blokken])
        _totaal(vel, opmaak, tabel, eerste, len(blokken))
    vel.alinea(tabel.noot, opmaak.noot)


def _blokkop(vel: Vel, opmaak: Opmaak, aantal: int) -> int:
    return vel.cellen(
        [
            cel
            for naam, getal in BLOKKEN[:aantal]
            for cel in ((naam, "Organisatietype", opmaak.tabelkop), (getal, "Deelnemers", opmaak.tabelkop_getal))
        ]
    )


def _blokregel(vel: Vel, opmaak: Opmaak, delen: Sequence[Sequence[Organisatietypeaantal]]) -> None:
    regels = [(plek, deel[0]) for plek, deel in zip(BLOKKEN, delen, strict=False) if deel]
    rij = vel.cellen([(naam, regel.naam, opmaak.naam) for (naam, _), regel in regels])
    for (_, getal), regel in regels:
        vel.blad.write_number(rij, getal, regel.aantal, opmaak.getal)


def _totaal(vel: Vel, opmaak: Opmaak, tabel: Tabel1, eerste: int, aantal: int) -> None:
    """A formula over the figures above it, with its value."""
    bereiken = ",".join(xl_range(eerste, getal, vel.rij - 1, getal) for _, getal in BLOKKEN[:aantal])
    naam, getal = BLOKKEN[aantal - 1]
    rij = vel.cellen([(naam, "Totaal", opmaak.totaal)])
    vel.blad.write_formula(rij, getal, f"=SUM({bereiken})", opmaak.totaalgetal, tabel.totaal)


def _grafiek(boek: Workbook, vel: Vel, tabel: Tabel1, blad: str) -> None:
    if tabel.rijen:
        vel.wit()
        plaats_grafiek(boek, vel, tabel, blad)


def _praktijken(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    if rapport.praktijken:
        _kop_boven(vel, opmaak, "Cijfers per praktijk")
        schrijf_praktijken(vel, opmaak, rapport)


def _toelichting(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    _kop_boven(vel, opmaak, "Toelichting")
    for alinea in rapport.toelichting:
        vel.alinea(alinea, opmaak.alinea)
    _kop_boven(vel, opmaak, "Verantwoording")
    vel.alinea(rapport.definitie, opmaak.alinea)
    vel.alinea(f"{rapport.bron} De telregels staan op het blad Toelichting.", opmaak.alinea)
