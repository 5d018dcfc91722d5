"""Pointing out personal data in what people without an account type. Nothing of it is kept or logged.

Only what a text says by itself is seen (addresses, numbers): names that the product knows are never looked in, for
then anybody could ask whom it knows.
"""

from django.http import HttpRequest

from aanmeldingen.openbaar.velden import LANGSTE
from praktijken.avg.aanwijzen import Aanwijzing, wijs_aan


def aangewezen(*teksten: str) -> list[Aanwijzing]:
    """What in these looks like personal data, in their order."""
    return [een for tekst in teksten for een in wijs_aan(tekst[:LANGSTE])]


def let_op(request: HttpRequest, *teksten: str) -> list[Aanwijzing]:
    """What to ask about once when a form of a single step is sent without JavaScript; a form of steps shows it later.

    As `praktijken.avg.zonder_script`: nothing where a script told them, or they said that it has to stand there.
    """
    if "zonder_script" not in request.POST or "toch" in request.POST:
        return []
    return aangewezen(*teksten)
