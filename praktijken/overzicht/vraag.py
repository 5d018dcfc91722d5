"""What the overview's address asks, as text: what a view by name keeps and a bulk action works on."""

import datetime

from django.http import QueryDict

from mantelzorg.models import User
from praktijken.overzicht.filters import OverzichtFilter

_BEKEND = (*OverzichtFilter.base_filters,)


def als_vraag(gegevens: QueryDict) -> str:
    """The part of an address that filters, orders and chooses columns; the page number and what is unknown go."""
    vraag = QueryDict(mutable=True)
    for naam in _BEKEND:
        waarden = [waarde for waarde in gegevens.getlist(naam) if waarde]
        if waarden:
            vraag.setlist(naam, waarden)
    return vraag.urlencode()


def filter_van(vraag: str, user: User, vandaag: datetime.date) -> OverzichtFilter:
    """The filter that this text asks for."""
    return OverzichtFilter(QueryDict(vraag), user=user, vandaag=vandaag)
