"""Save a step: what was filled in against what is stored, under a lock on the application."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction

from aanmeldingen.formulier.dossier import Dossier
from aanmeldingen.formulier.forms.basis import Stapform
from aanmeldingen.formulier.forms.contact import Contactform
from aanmeldingen.formulier.forms.organisatie import Organisatieform
from aanmeldingen.formulier.forms.sector import Sectorform
from aanmeldingen.formulier.forms.vraag import Vraagform
from aanmeldingen.formulier.indienen import NietCompleet, leg_versie_vast, op_beurt
from aanmeldingen.formulier.stappen import Stap
from aanmeldingen.formulier.termijn import mag_wijzigen
from aanmeldingen.models import Aanmelding
from mantelzorg.models import User
from mantelzorg.samenloop import zelfde

FORMULIEREN: Final[Mapping[str, type[Stapform]]] = {
    Stap.ORGANISATIE: Organisatieform,
    Stap.SECTOR: Sectorform,
    Stap.CONTACT: Contactform,
    Stap.VRAAG: Vraagform,
}
REDEN: Final = "aanmelding ingevuld"


class MagNietMeer(Exception):
    """The applicant may not change it any more."""


def stapform(
    aanmelding: Aanmelding, stap: str, *, nu: datetime.datetime, data: Mapping[str, Any] | None = None
) -> Stapform:
    """The form of a step on what is stored now."""
    streng = aanmelding.ingediend_op is not None
    return FORMULIEREN[stap](data, dossier=Dossier.van(aanmelding), streng=streng, nu=nu)


@transaction.atomic
def bewaar_stap(
    *,
    aanmelding: int,
    stap: str,
    data: Mapping[str, Any],
    nu: datetime.datetime,
    door: User | None = None,
    reden: str = REDEN,
) -> tuple[Stapform, bool]:
    """The form, and whether it is stored now; where not, the form says why. What is stored already is no change.

    `door`: who of the office changes it, with the reason, whatever the term; else MagNietMeer once that is over.
    """
    een = op_beurt(aanmelding)
    if door is None and not mag_wijzigen(een, een.oproep, nu):
        raise MagNietMeer
    form = stapform(een, stap, nu=nu, data=data)
    if not form.is_valid():
        return form, False
    if not form.has_changed():
        return form, True
    if not zelfde(form.afdruk, form.gezien):
        form.toon_verschil()
        return form, False
    return form, _leg_neer(form, reden, nu, door)


def _leg_neer(form: Stapform, reden: str, nu: datetime.datetime, door: User | None) -> bool:
    """Store it; of what was sent in also as a next version, or not at all where it would no longer be complete."""
    try:
        with transaction.atomic():
            form.bewaar(reden)
            if form.streng:
                leg_versie_vast(aanmelding=form.dossier.aanmelding, op=nu, door=door)
    except NietCompleet as fout:
        form.add_error(None, f"Vul ook in: {'; '.join(een.wat for een in fout.gemis)}.")
        return False
    return True
