"""Who gets to which interest: what one may not see does not exist (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from aanmeldingen.models import Belangstelling
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag, mag_alles

View = Callable[..., HttpResponse]


def voor_lezers(view: View) -> View:
    """The view gets the user who may see interest at all."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag(request.user, Recht.AANMELDINGEN_ZIEN):
            raise Http404
        return view(request, request.user, *args, **kwargs)

    return getoetst


def voor_schrijvers(view: View) -> View:
    """The view gets the user and an interest that they make contact about: staff any, an adviser their own.

    It only takes forms: who opens its address, after logging in again, gets the page.
    """

    @voor_lezers
    @wraps(view)
    def getoetst(request: HttpRequest, user: User, pk: int) -> HttpResponse:
        rij = belangstelling_van(user, pk)
        if not mag(user, Recht.GESPREKKEN_VOEREN):
            raise Http404
        return view(request, user, rij) if request.method == "POST" else redirect("aanmeldingen:belangstelling", pk)

    return getoetst


def voor_verdelers(view: View) -> View:
    """As `voor_schrijvers`, for who chooses the adviser: the office."""

    @voor_schrijvers
    @wraps(view)
    def getoetst(request: HttpRequest, user: User, rij: Belangstelling) -> HttpResponse:
        if not mag_verdelen(user):
            raise Http404
        return view(request, user, rij)

    return getoetst


def mag_verdelen(user: User) -> bool:
    """Whether `user` chooses who makes contact."""
    return mag_alles(user, Recht.AANMELDINGEN_BEOORDELEN)


def mag_toegang_geven(user: User) -> bool:
    """Whether `user` lets somebody apply after closing."""
    return mag_alles(user, Recht.OPROEPEN_BEHEREN)


def belangstelling_van(user: User, pk: int) -> Belangstelling:
    """That interest, if `user` may see it; else there is no such page."""
    rijen = Belangstelling.objects.zichtbaar_voor(user)
    return get_object_or_404(rijen.select_related("oproep", "sector", "gemeente", "adviseur", "aanmelding"), pk=pk)
