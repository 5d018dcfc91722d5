"""The pages that findings lead to, for who may see them."""

from collections.abc import Callable
from typing import Final

from django.urls import reverse

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag
from monitor.controlelijst import bevinding as b
from monitor.controlelijst.bevinding import Bevinding, Plek

PAGINAS: Final[dict[str, tuple[Recht, Callable[[Plek], str]]]] = {
    b.PRAKTIJK: (Recht.PRAKTIJKEN_ZIEN, lambda plek: f"{reverse('praktijken:praktijk', args=[plek.id])}#gegevens"),
    b.DEELNEMER: (Recht.PERSONEN_ZIEN, lambda plek: reverse("praktijken:deelnemer", args=[plek.id])),
    b.RONDE: (Recht.MEETRONDES_BEHEREN, lambda plek: ronde(plek)),
    b.IMPORT: (Recht.GEGEVENS_UITWISSELEN, lambda _: reverse("praktijken:gegevens")),
    b.ANTWOORDEN: (Recht.GEGEVENS_UITWISSELEN, lambda _: reverse("praktijken:klopt-dit-antwoorden")),
    b.ONBEKENDEN: (Recht.PERSONEN_WIJZIGEN, lambda _: reverse("praktijken:deelnemers-onbekend")),
    b.METING: (Recht.METINGEN_ZIEN, lambda plek: reverse("monitor:meting", args=[plek.id])),
}


def links(bevinding: Bevinding, user: User) -> list[tuple[str, str]]:
    """(name, address) of each place that `user` may see."""
    return [
        (plek.naam, PAGINAS[plek.soort][1](plek)) for plek in bevinding.plekken if mag(user, PAGINAS[plek.soort][0])
    ]


def ronde(plek: Plek) -> str:
    return reverse("monitor:ronde", args=[plek.id]) if plek.id else reverse("monitor:ronde-nieuw")
