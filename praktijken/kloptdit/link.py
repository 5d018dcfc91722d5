"""The personal link: made when the mail goes out, found back by its hash, dead after its term.

A link is 256 bits made of a row's salt and the installation's secret key, so who reads the database or the outbox
cannot make one, while a mail that the server refused goes out again with the same link. Guessing one is hopeless,
which is why wrong links are not counted or slowed down; the number of answers to one request is limited instead.
"""

import base64
import datetime
import hashlib
import secrets
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils.crypto import salted_hmac

from mantelzorg.klok import vandaag
from mantelzorg.models import Bericht
from praktijken.models import Uitvraag

GELDIG_DAGEN: Final = 30


def nieuw_zout() -> str:
    return secrets.token_hex(16)


def sleutel_van(uitvraag: Uitvraag) -> str:
    """What stands in the address."""
    geheim = salted_hmac("praktijken.kloptdit.link", uitvraag.zout, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(geheim).rstrip(b"=").decode()


def afdruk(sleutel: str) -> str:
    """The hash by which the row is found."""
    return hashlib.sha256(sleutel.encode()).hexdigest()


def maak_link(bericht: Bericht) -> str:
    """The address in a mail that goes out now (`POST_LINKS`); its term begins today."""
    uitvraag = Uitvraag.objects.get(bericht=bericht)
    sleutel = sleutel_van(uitvraag)
    uitvraag.afdruk = afdruk(sleutel)
    uitvraag.geldig_tot = vandaag() + datetime.timedelta(days=GELDIG_DAGEN)
    uitvraag.save(update_fields=["afdruk", "geldig_tot"])
    return reverse("praktijken:klopt-dit", args=[sleutel])


def levend(dag: datetime.date) -> Q:
    """Condition: a link that works on `dag`."""
    return Q(geldig_tot__gte=dag, ingetrokken_op=None)


def vind(sleutel: str, dag: datetime.date) -> Uitvraag | None:
    """The request behind a link that works on `dag`; None for one that is unknown, expired or revoked."""
    return Uitvraag.objects.filter(levend(dag), afdruk=afdruk(sleutel)).first()
