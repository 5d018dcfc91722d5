"""Where the browser keeps what is typed: under a key of this person and this form.

The key is derived with the secret key, so it is the same after logging in again, and no other account's pages name it.
"""

from django.utils.crypto import salted_hmac

from mantelzorg.models import User


def bewaarsleutel(user: User, formulier: str) -> str:
    """The key of `formulier` (an address of the product) for this person."""
    kenmerk = salted_hmac("praktijken.voortgang.bewaren", str(user.pk), algorithm="sha256").hexdigest()[:32]
    return f"bewaar:{kenmerk}:{formulier}"
