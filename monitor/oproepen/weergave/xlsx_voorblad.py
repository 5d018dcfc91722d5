"""The first sheet of a call's figures in Excel: what the page tells, in the same order, with native charts."""

from xlsxwriter.workbook import Workbook

from monitor.oproepen.rapport import TITEL, Rapport
from monitor.oproepen.tabellen import NVT, Getal, Rij, Tabel
from monitor.oproepen.weergave.xlsx_grafieken import DAGHOOGTE, plaats_dagen, plaats_staven
from monitor.weergave.xlsx_opmaak import Opmaak
from monitor.weergave.xlsx_pagina import Paginaopmaak, richt_in_om_te_lezen
from monitor.weergave.xlsx_rijhoogte import PUNT_PER_PIXEL, RIJHOOGTE, hoogte
from monitor.weergave.xlsx_vel import AFDRUKSCHAAL, LAATSTE, Vel, pixels

NAAM = "Rapport"
KOPHOOGTE = 27.0
BUURHOOGTE = 30.0
GETALLEN = (2, 3)
"""The columns for the figures of a list, of which there are at most two; the second has the longer header."""


def schrijf_voorblad(boek: Workbook, opmaak: Opmaak, pagina: Paginaopmaak, rapport: Rapport) -> None:
    """The sheet that opens."""
    blad = boek.add_worksheet(NAAM)
    richt_in_om_te_lezen(blad, pagina, schaal=AFDRUKSCHAAL)
    blad.activate()
    vel = Vel(blad)
    _kop(vel, opmaak, rapport)
    _kern(vel, opmaak, rapport)
    for tabel in rapport.tabellen:
        if not tabel.sleutelnaam:
            _geheel(vel, opmaak, tabel)
    for naam in ("per_sector", "per_provincie"):
        _lijst(vel, opmaak, rapport.tabel(naam))
        plaats_staven(boek, vel, rapport.tabel(naam))
    _kop_boven(vel, opmaak, rapport.tabel("per_dag").titel, bij=DAGHOOGTE * PUNT_PER_PIXEL + 4 * RIJHOOGTE)
    vel.alinea("De dagen met hun aantallen staan op het blad Per dag.", opmaak.noot)
    plaats_dagen(boek, vel, rapport)
    vel.wit()
    vel.alinea(f"{rapport.bron} Wat elk cijfer telt, staat op het blad Toelichting.", opmaak.alinea)


def _kop(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    vel.alinea(f"{TITEL} {rapport.naam}", opmaak.titel, grootte=18)
    vel.alinea(f"Programma: {rapport.programma}", opmaak.ondertitel, grootte=12)
    vel.alinea(f"Peildatum: {rapport.dag}", opmaak.ondertitel, grootte=12)
    for melding in rapport.meldingen:
        vel.alinea(melding, opmaak.melding)
    vel.wit()


def _kern(vel: Vel, opmaak: Opmaak, rapport: Rapport) -> None:
    """The main figure left, large, over as many rows as it has neighbours."""
    hoofd, *buren = rapport.kern
    eerste = vel.rij
    for buur in buren:
        tekst = f"{buur.wat.capitalize()}\n{buur.bij}"
        rij = vel.neem_rij(max(BUURHOOGTE, hoogte(tekst, pixels(LAATSTE - 1, LAATSTE - 1))))
        vel.blad.write_string(rij, LAATSTE - 1, tekst, opmaak.buurnaam)
        _getal(vel, opmaak, rij, LAATSTE, buur.waarde)
    laatste = vel.rij - 1
    vel.breed(eerste, hoofd.wat.capitalize(), opmaak.hoofdlabel, laatste=1)
    vel.blad.merge_range(eerste + 1, 0, laatste - 1, 1, "", opmaak.hoofdgetal)
    vel.blad.write_number(eerste + 1, 0, hoofd.waarde or 0, opmaak.hoofdgetal)
    vel.breed(laatste, hoofd.bij, opmaak.hoofdlabel, laatste=1)


def _kop_boven(vel: Vel, opmaak: Opmaak, tekst: str, *, bij: float) -> None:
    """A heading; `bij`: points of what follows that must stand on the same page."""
    vel.wit()
    vel.houd_bijeen(KOPHOOGTE + bij)
    vel.blad.write_string(vel.neem_rij(KOPHOOGTE), 0, tekst, opmaak.kop)


def _geheel(vel: Vel, opmaak: Opmaak, tabel: Tabel) -> None:
    _kop_boven(vel, opmaak, tabel.titel, bij=RIJHOOGTE * len(tabel.figuren))
    for figuur, waarde in zip(tabel.figuren, tabel.rijen[0].waarden, strict=True):
        rij = vel.neem_rij(RIJHOOGTE)
        vel.breed(rij, figuur.label, opmaak.naam, laatste=1)
        _getal(vel, opmaak, rij, 2, waarde)


def _lijst(vel: Vel, opmaak: Opmaak, tabel: Tabel) -> None:
    _kop_boven(vel, opmaak, tabel.titel, bij=4 * RIJHOOGTE)
    rij = vel.neem_rij(2 * RIJHOOGTE)
    vel.breed(rij, tabel.sleutellabel, opmaak.tabelkop, laatste=GETALLEN[0] - 1)
    for kolom, figuur in zip(GETALLEN, tabel.figuren, strict=False):
        vel.blad.write_string(rij, kolom, figuur.label, opmaak.tabelkop_getal)
    for regel in tabel.rijen:
        _regel(vel, opmaak, regel)
    vel.wit()


def _regel(vel: Vel, opmaak: Opmaak, regel: Rij) -> None:
    rij = vel.naamrij(regel.label, opmaak.naam, laatste=GETALLEN[0] - 1)
    for kolom, waarde in zip(GETALLEN, regel.waarden, strict=False):
        _getal(vel, opmaak, rij, kolom, waarde)


def _getal(vel: Vel, opmaak: Opmaak, rij: int, kolom: int, waarde: Getal) -> None:
    if waarde is None:
        vel.blad.write_string(rij, kolom, NVT, opmaak.buurgetal)
    else:
        vel.blad.write_number(rij, kolom, waarde, opmaak.getal_half if isinstance(waarde, float) else opmaak.getal)
