"""Who the persons of a list are, for who may know: live by their record, of a fixed measurement by its keys."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from deelnemers.models import Deelnemer, Samenvoeging
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.herleiding.lijst import Regel
from monitor.models import Vaststelling

GEWIST = "gewist"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wie:
    """Who a person of the list is. `pk`: of the record; None: it is gone, and nobody can tell any more."""

    naam: str
    pk: int | None


def sleutels_van(vaststelling: Vaststelling) -> dict[str, int]:
    """The record that each key of a fixed measurement leads to now, merged ones to the one they went up in."""
    rijen = dict(vaststelling.persoonssleutels.exclude(sleutel="").values_list("sleutel", "deelnemer"))
    opgegaan = Samenvoeging.objects.filter(ongedaan_op=None, blijft__programma=vaststelling.meting.programma_id)
    verder = {verdween["id"]: blijft for verdween, blijft in opgegaan.values_list("verdween", "blijft")}
    return {sleutel: verder.get(pk, pk) for sleutel, pk in rijen.items()}


def wie_zijn(regels: Iterable[Regel], sleutels: Mapping[str, int], programma: int, user: User) -> dict[str, Wie]:
    """By key, the persons of these lines that `user` may know of: one query.

    Whose record is erased, or whose key is gone, stands as GEWIST for who may see all persons; an adviser sees those
    of own practices and no others.
    """
    zichtbaar = Deelnemer.objects.zichtbaar_voor(user).filter(programma=programma)
    rijen = zichtbaar.values_list("pk", "naam", "nummer", "gewist_op")
    namen = {pk: GEWIST if gewist_op else naam or nummer for pk, naam, nummer, gewist_op in rijen}
    alles = mag_alles(user, Recht.PERSONEN_ZIEN)
    gevonden = {}
    for regel in regels:
        pk = sleutels.get(regel.sleutel)
        if pk in namen:
            gevonden[regel.sleutel] = Wie(naam=namen[pk], pk=pk)
        elif alles:
            gevonden[regel.sleutel] = Wie(naam=GEWIST, pk=None)
    return gevonden
