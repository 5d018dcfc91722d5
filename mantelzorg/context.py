"""What every page's template may ask about access."""

from django.http import HttpRequest

from mantelzorg.toegang import Recht, mag


def toegang(request: HttpRequest) -> dict[str, dict[str, bool]]:
    """`toegang.CIJFERS_ZIEN` and so on: whether that right reaches anything for who asks."""
    user = getattr(request, "user", None)
    return {"toegang": {recht.name: user is not None and mag(user, recht) for recht in Recht}}
