"""The columns of the overview: what each is called, holds and may be ordered by; screen and Excel ask here."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from praktijken.overzicht.rijen import Rij

Waarde = str | int | datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolom:
    """A column. `veld`: what it is ordered by (none: it cannot be); `recht`: needed to see it at all."""

    sleutel: str
    label: str
    waarde: Callable[[Rij], Waarde]
    veld: str = ""
    cijfer: bool = False
    breed: bool = False
    te_kiezen: bool = True
    recht: Recht = Recht.PRAKTIJKEN_ZIEN


KOLOMMEN = (
    Kolom(sleutel="naam", label="Praktijk", waarde=lambda rij: rij.naam, veld="naam", te_kiezen=False),
    Kolom(sleutel="code", label="Code", waarde=lambda rij: rij.code, veld="code"),
    Kolom(sleutel="programma", label="Programma", waarde=lambda rij: rij.programma, veld="programma__naam"),
    Kolom(sleutel="gemeenten", label="Gemeenten", waarde=lambda rij: rij.gemeenten),
    Kolom(sleutel="werkgebied", label="Werkgebied", waarde=lambda rij: rij.werkgebied, veld="werkgebied"),
    Kolom(sleutel="status", label="Status", waarde=lambda rij: rij.status, veld="status"),
    Kolom(sleutel="startdatum", label="Startdatum", waarde=lambda rij: rij.startdatum, veld="startdatum"),
    Kolom(sleutel="einddatum", label="Einddatum", waarde=lambda rij: rij.einddatum, veld="einddatum"),
    Kolom(sleutel="kernthema", label="Kernthema", waarde=lambda rij: rij.kernthema, veld="kernthema", breed=True),
    Kolom(sleutel="adviseurs", label="Adviseurs", waarde=lambda rij: rij.adviseurs, recht=Recht.PERSONEN_ZIEN),
    Kolom(
        sleutel="laatste_voortgang",
        label="Laatste voortgang",
        waarde=lambda rij: rij.laatste_voortgang,
        veld="laatste_voortgang",
        recht=Recht.VOORTGANG_ZIEN,
    ),
    Kolom(
        sleutel="lopend",
        label="Lopende experimenten",
        waarde=lambda rij: rij.lopend,
        veld="aantal_lopend",
        cijfer=True,
    ),
    Kolom(
        sleutel="experimenten",
        label="Experimenten opgestart",
        waarde=lambda rij: rij.experimenten,
        veld="aantal_experimenten",
        cijfer=True,
    ),
    Kolom(
        sleutel="ontwerpvragen",
        label="Ontwerpvragen",
        waarde=lambda rij: rij.ontwerpvragen,
        veld="aantal_ontwerpvragen",
        cijfer=True,
    ),
    Kolom(
        sleutel="deelnemers",
        label="Deelnemers",
        waarde=lambda rij: rij.deelnemers,
        veld="aantal_deelnemers",
        cijfer=True,
    ),
    Kolom(
        sleutel="onbekend",
        label="Type onbekend",
        waarde=lambda rij: rij.onbekend,
        veld="aantal_onbekend",
        cijfer=True,
    ),
    Kolom(sleutel="compleet", label="Compleet", waarde=lambda rij: rij.compleet),
    Kolom(sleutel="ontbreekt", label="Ontbreekt", waarde=lambda rij: "; ".join(rij.ontbreekt), breed=True),
    Kolom(
        sleutel="signalen",
        label="Signalen",
        waarde=lambda rij: rij.signalen,
        breed=True,
        recht=Recht.VOORTGANG_ZIEN,
    ),
)
STANDAARD = ("code", "status", "laatste_voortgang", "lopend", "compleet", "ontbreekt", "signalen")
"""What is shown where nothing is chosen."""


def kolommen_voor(user: User) -> list[Kolom]:
    """The columns that `user` may see."""
    rechten = {kolom.recht: mag(user, kolom.recht) for kolom in KOLOMMEN}
    return [kolom for kolom in KOLOMMEN if rechten[kolom.recht]]
