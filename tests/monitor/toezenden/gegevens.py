"""Plans to send a link, as tests need them: one call each, by named people."""

import datetime
from uuid import uuid4

from mantelzorg.models import Programma, User
from mantelzorg.toegang import Rol
from monitor.aanlevering.leveren import doe
from monitor.models import Levering, Toezending, Vaststelling
from monitor.toezenden.versturen import verwerk
from tests import gegevens
from tests.monitor.meten.gegevens import OP, controleur, vastgesteld

NU = OP + datetime.timedelta(days=1)


def klein() -> Programma:
    """A programme of one practice."""
    programma = gegevens.programma()
    gegevens.praktijk(programma)
    return programma


def analist(naam: str = "Vera van VWS") -> User:
    """Somebody who may see measurements."""
    return gegevens.gebruiker(Rol.ANALIST, naam=naam)


def toezending(waarvan: Vaststelling | Programma, *ontvangers: User, **velden) -> Toezending:
    """A plan of Mo's, of a measurement or of a programme."""
    if isinstance(waarvan, Vaststelling):
        velden |= {"meting": waarvan.meting, "programma": waarvan.meting.programma}
    else:
        velden |= {"programma": waarvan}
    een = Toezending.objects.create(**{"gemaakt_door": controleur(), "gemaakt_op": OP, "inzending": uuid4()} | velden)
    een.ontvangers.set(ontvangers)
    return een


def met_bestand(vaststelling: Vaststelling, nu: datetime.datetime = NU) -> int:
    """The worker looks, makes the file that is asked for, and looks again: how many people it had mails for."""
    eerst = verwerk(nu)
    for pk in Levering.objects.filter(vaststelling=vaststelling).onderweg().values_list("pk", flat=True):
        doe(pk)
    return eerst + verwerk(nu)


def vast() -> Vaststelling:
    """A fixed measurement of a small programme, the Monitor's."""
    return vastgesteld(klein())


def sluit(user: User) -> None:
    """The account is closed."""
    user.is_active = False
    user.save()
