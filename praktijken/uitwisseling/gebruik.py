"""Which programmes use an organisation or a kind of organisation."""

from collections.abc import Iterable

from django.db.models import Q

from mantelzorg.bladen import Waarde
from mantelzorg.models import Programma
from praktijken.models import Deelname, Praktijkpartner


def andere_programmas(organisaties: Iterable[Waarde], typen: Iterable[Waarde], slug: str) -> set[str]:
    """Names of the programmes other than `slug` in which these organisations or kinds (by name) occur."""
    organisaties, typen = list(organisaties), list(typen)
    if not organisaties and not typen:
        return set()
    via = Q(organisatie__naam__in=organisaties) | Q(organisatie__organisatietype__naam__in=typen)
    deelnames = Deelname.objects.filter(via | Q(organisatietype__naam__in=typen))
    partners = Praktijkpartner.objects.filter(via)
    programmas = Programma.objects.filter(
        Q(praktijken__in=deelnames.values("praktijk")) | Q(praktijken__in=partners.values("praktijk"))
    )
    return set(programmas.exclude(slug=slug).order_by().values_list("naam", flat=True).distinct())
