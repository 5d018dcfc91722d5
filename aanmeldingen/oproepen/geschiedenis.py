"""Who changed what of a call, and when: the call, its sectors, and every version of its conditions."""

from django.db.models import Q

from aanmeldingen.models import Criterium, Gebeurtenis, Oproep, Oproepsector, Plaatsregel, Voorwaarden
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from praktijken.geschiedenis.lezen import Bladzijde, Plek, bladzijde
from praktijken.geschiedenis.soorten import Soort, Spoor


def _soort(model: type) -> Soort:
    return Soort(model=model, zien=Recht.OPROEPEN_BEHEREN, wijzigen=Recht.OPROEPEN_BEHEREN, terug=False)


def van(oproep: Oproep, user: User, vanaf: Plek | None) -> Bladzijde:
    """One page of changes, the newest first."""
    eigen = Q(oproep_id=oproep.pk)
    versies = Voorwaarden.history.filter(eigen).values("id")
    sporen = [
        Spoor(soort=_soort(Oproep), voorwaarde=Q(id=oproep.pk)),
        Spoor(soort=_soort(Oproepsector), voorwaarde=eigen),
        Spoor(soort=_soort(Voorwaarden), voorwaarde=eigen),
        Spoor(soort=_soort(Criterium), voorwaarde=Q(voorwaarden_id__in=versies)),
    ]
    return bladzijde(sporen, user, vanaf)


def van_capaciteit(oproep: Oproep) -> list[Plaatsregel]:
    """The lines of the ledger that set the number of places, the newest first. One query."""
    regels = oproep.plaatsregels.filter(gebeurtenis=Gebeurtenis.CAPACITEIT).select_related("door", "sector")
    return list(regels.order_by("-nummer"))
