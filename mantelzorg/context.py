"""What every page's template may ask about access."""

from django.http import HttpRequest

from mantelzorg.toegang import Recht, Rol, mag


def toegang(request: HttpRequest) -> dict[str, dict[str, bool] | bool]:
    """`toegang.CIJFERS_ZIEN` and so on: whether that right reaches anything for who asks.

    `is_adviseur`: whether they have that role.
    """
    user = getattr(request, "user", None)
    return {
        "toegang": {recht.name: user is not None and mag(user, recht) for recht in Recht},
        "is_adviseur": user is not None and user.is_authenticated and Rol.ADVISEUR in user.rollen,
    }
