"""The personal link: made when the mail goes out, found back by its hash, dead after its term.

`mantelzorg.persoonlijkelink` says why wrong links are not counted; the number of answers to one request is limited
instead.
"""

import datetime
from typing import Final

from django.db.models import Q
from django.urls import reverse

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht
from mantelzorg.persoonlijkelink import afdruk, sleutel
from praktijken.models import Uitvraag

GELDIG_DAGEN: Final = 30


def sleutel_van(uitvraag: Uitvraag) -> str:
    """What stands in the address."""
    return sleutel("praktijken.kloptdit.link", uitvraag.zout)


def maak_link(bericht: Bericht) -> str:
    """The address in a mail that goes out now (`POST_LINKS`); its term begins today."""
    uitvraag = Uitvraag.objects.get(bericht=bericht)
    in_adres = sleutel_van(uitvraag)
    uitvraag.afdruk = afdruk(in_adres)
    uitvraag.geldig_tot = vandaag() + datetime.timedelta(days=GELDIG_DAGEN)
    uitvraag.save(update_fields=["afdruk", "geldig_tot"])
    return reverse("praktijken:klopt-dit", args=[in_adres])


def levend(dag: datetime.date) -> Q:
    """Condition: a link that works on `dag`."""
    return Q(geldig_tot__gte=dag, ingetrokken_op=None)


def vind(in_adres: str, dag: datetime.date) -> Uitvraag | None:
    """The request behind a link that works on `dag`; None for one that is unknown, expired or revoked."""
    return Uitvraag.objects.filter(levend(dag), afdruk=afdruk(in_adres)).first()
