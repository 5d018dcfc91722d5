"""What stands around every step: the server's clock, the deadline, and how far one is."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from aanmeldingen.formulier.dossier import Dossier
from aanmeldingen.formulier.stappen import Gemis, Stap, gemist
from aanmeldingen.formulier.termijn import mag_indienen
from mantelzorg.momenten import moment, tot_en_met


@dataclass(frozen=True, slots=True, kw_only=True)
class Voortgangsregel:
    """A step in the list: what is still missing there, and whether it is the page one is on."""

    stap: Stap
    adres: str
    gemis: tuple[Gemis, ...]
    huidig: bool


def kader(dossier: Dossier, sleutel: str, nu: datetime.datetime, *, huidig: Stap | None = None) -> dict[str, Any]:
    """The context of every page of an application."""
    aanmelding, oproep = dossier.aanmelding, dossier.aanmelding.oproep
    gemis = gemist(dossier)
    return {
        "aanmelding": aanmelding,
        "oproep": oproep,
        "sleutel": sleutel,
        "gemis": gemis,
        "voortgang": [_regel(stap, gemis, sleutel, huidig) for stap in Stap],
        "nu": moment(nu),
        "sluiting": tot_en_met(oproep.sluit_op),
        "verstuurbaar": aanmelding.ingediend_op is None and mag_indienen(aanmelding, oproep, nu),
        "gesloten": nu >= oproep.sluit_op,
    }


def _regel(stap: Stap, gemis: list[Gemis], sleutel: str, huidig: Stap | None) -> Voortgangsregel:
    return Voortgangsregel(
        stap=stap,
        adres=reverse("aanmeldingen:aanmelding-stap", args=[sleutel, stap.value]),
        gemis=tuple(een for een in gemis if een.stap == stap),
        huidig=stap == huidig,
    )
