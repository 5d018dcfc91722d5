"""An adviser's tasks, practice by practice: its signals, then what is left to finish. Silent where signals are."""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from mantelzorg.models import User
from mantelzorg.toegang import Rol
from praktijken.herinneringen import begeleidingstaken, signaaltaken
from praktijken.herinneringen.taak import Bron, Taak
from praktijken.herinneringen.verste import verste_rijen
from praktijken.models import Praktijk
from praktijken.plan import taken as plantaken
from praktijken.signaalrijen import praktijkrijen, vakanties_vanaf
from praktijken.signalen import stilte_op


def _taken(user: User, dag: datetime.date) -> Iterator[Taak]:
    eigen = Praktijk.objects.zichtbaar_voor(user).begeleid_door(user, dag).select_related("programma")
    praktijken = list(eigen.order_by("naam", "code", "pk"))
    rijen, vakanties = praktijkrijen(praktijken, dag), vakanties_vanaf(dag)
    verste = verste_rijen(rijen, dag)
    wakker = [een for een in praktijken if stilte_op(dag, (*rijen[een.pk].onderbrekingen, *vakanties)) is None]
    heropend = {pk for pk, rij in rijen.items() if rij.actief and not verste[pk].actief}
    af_te_maken = defaultdict(list)
    for pk, taak in begeleidingstaken.taken_per_praktijk(user, wakker, heropend, dag):
        af_te_maken[pk].append(taak)
    for pk, taak in plantaken.taken_per_praktijk(wakker, heropend, dag):
        af_te_maken[pk].append(taak)
    for praktijk in wakker:
        yield from signaaltaken.taken_van(praktijk, rijen[praktijk.pk], verste[praktijk.pk], dag)
        yield from af_te_maken[praktijk.pk]


BRON: Final = Bron(
    wie="De adviseur van de praktijk, ook als waarnemer.",
    regels=(*signaaltaken.REGELS, *begeleidingstaken.REGELS, *plantaken.REGELS),
    voor=lambda user: Rol.ADVISEUR in user.rollen,
    taken=_taken,
)
