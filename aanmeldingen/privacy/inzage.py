"""Everything that is held about somebody who applied, asked or came, as one download."""

import datetime
from typing import Final

from django.db import models, transaction

from aanmeldingen.models import Indiening
from aanmeldingen.privacy.personen import MODELLEN, Sporen
from deelnemers.models import NamenUitvoer
from mantelzorg.models import User
from praktijken.avg.inzage import Deel, als_zip, rij_als_tekst, teksten_met, titel, versie_als_tekst

WAT: Final = "inzage van iemand die zich aanmeldde of inschreef"
_EIGEN: Final = {*(model._meta.label_lower for model in MODELLEN), Indiening._meta.label_lower}


@transaction.atomic
def inzage(sporen: Sporen, *, user: User, nu: datetime.datetime) -> bytes:
    """A zip of `leesbaar.html` and `gegevens.json`; that it was made is kept in the log of names taken out."""
    NamenUitvoer.objects.create(gebruiker=user, wat=WAT, aantal_personen=1)
    wie = ", ".join(sorted(sporen.adressen))
    return als_zip([*_records(sporen), _ingediend(sporen), _mails(sporen), _teksten(sporen)], wie=wie, nu=nu)


def _records(sporen: Sporen) -> list[Deel]:
    nu = [Deel(titel=titel(model), rijen=_rijen(sporen.van(model))) for model in MODELLEN]
    eerder = [
        Deel(titel=f"{titel(model)}: geschiedenis", rijen=[versie_als_tekst(rij) for rij in versies.order_by("pk")])
        for model, versies in zip(MODELLEN, sporen.versies(), strict=True)
    ]
    return [*nu, *eerder]


def _rijen(rijen: list[models.Model]) -> list[dict[str, str]]:
    return [rij_als_tekst(rij) for rij in rijen]


def _ingediend(sporen: Sporen) -> Deel:
    """The lines of what was sent in that name them; other contact persons stand on lines of their own."""
    rijen = [
        {"versie": str(indiening), wie: wat}
        for indiening in sporen.indieningen().select_related("aanmelding").order_by("pk")
        for wie, wat in indiening.contact
        if sporen.noemt(wat)
    ]
    return Deel(titel="Aanmeldingen waarin u contactpersoon bent", rijen=rijen)


def _mails(sporen: Sporen) -> Deel:
    return Deel(titel="Mails", rijen=_rijen(list(sporen.berichten().order_by("pk"))))


def _teksten(sporen: Sporen) -> Deel:
    return teksten_met([*sporen.namen, *sporen.adressen], buiten=_EIGEN)
