"""Personal links for people without an account: what stands in the address, and the hash by which its row is found.

A key is 256 bits made of a row's salt and the installation's secret key, so who reads the database or the outbox
cannot make one, while the same link can be mailed again. Guessing one is hopeless, which is why wrong links are not
counted or slowed down.
"""

import base64
import hashlib
import secrets

from django.utils.crypto import salted_hmac


def nieuw_zout() -> str:
    """A salt for one row: 128 random bits in hexadecimal digits."""
    return secrets.token_hex(16)


def sleutel(doel: str, zout: str) -> str:
    """What stands in the address, for one purpose (`doel`): a link for one thing never opens another."""
    geheim = salted_hmac(doel, zout, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(geheim).rstrip(b"=").decode()


def afdruk(sleutel: str) -> str:
    """The hash by which the row is found."""
    return hashlib.sha256(sleutel.encode()).hexdigest()
