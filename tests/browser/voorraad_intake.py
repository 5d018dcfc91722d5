"""Records of the intake, for pages and forms that are each about one."""

import datetime
from typing import Any

from django.utils import timezone

from aanmeldingen.models import Oproep, Verdeling
from mantelzorg.models import Programma, User
from tests.aanmeldingen import gegevens
from tests.aanmeldingen.bijeenkomsten.avond import bijeenkomst, ingeschreven
from tests.aanmeldingen.plaatsen.plaatsboek import capaciteit, ontvangen

DAG = datetime.timedelta(days=1)


def intake(programma: Programma, door: User) -> dict[str, Any]:
    """Keys of an open call with a meeting to come and one that was, and of a closed one to select from."""
    nu = timezone.now()
    oproep = _oproep(programma, "oproep-2014", opent=nu - 60 * DAG, sluit=nu + 30 * DAG)
    capaciteit(oproep, 1, door=door)
    gesloten = _oproep(programma, "gesloten", opent=nu - 60 * DAG, sluit=nu - DAG, verdeling=Verdeling.SELECTIE)
    capaciteit(gesloten, 1, door=door)
    komend = bijeenkomst(oproep, datum=timezone.localdate() + 9 * DAG)
    geweest = bijeenkomst(oproep, datum=timezone.localdate() - 9 * DAG)
    ingeschreven(geweest, "Carla", op=nu - 20 * DAG)
    return {
        "oproep": oproep.slug,
        "gesloten_oproep": gesloten.slug,
        "bijeenkomst": komend.pk,
        "geweest": geweest.pk,
        "ontvangen": ontvangen(oproep, op=nu - 3 * DAG).pk,
        "kandidaat": ontvangen(gesloten, op=nu - 3 * DAG).pk,
        "concept": gegevens.aanmelding(oproep).sleutel,
    }


def _oproep(
    programma: Programma, slug: str, *, opent: datetime.datetime, sluit: datetime.datetime, **velden: Any
) -> Oproep:
    nieuw = gegevens.oproep(programma, slug=slug, naam=f"Oproep {slug}", **velden)
    nieuw.opent_op, nieuw.sluit_op = opent, sluit
    nieuw.save()
    nieuw.voorwaarden.update(vastgesteld_op=opent)
    return nieuw
