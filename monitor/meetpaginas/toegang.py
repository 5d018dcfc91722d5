"""Who gets the pages of measurements: METINGEN_ZIEN; for others they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles
from monitor.indicatoren.register import zichtbare
from monitor.indicatoren.soort import Indicatorsoort
from monitor.meten.overzicht import met_vaststelling
from monitor.models import Meting

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

View = Callable[..., HttpResponse]


def zichtbaar_of_404(code: str, user: "User | AnonymousUser") -> Indicatorsoort:
    """The indicator with that code; Http404 where there is none whose figures `user` may see."""
    gevonden = next((een for een in zichtbare(user) if een.code == code), None)
    if gevonden is None:
        raise Http404
    return gevonden


def met_recht(recht: Recht) -> Callable[[View], View]:
    """The view gets the user; for who has not that right everywhere the page does not exist."""

    def om(view: View) -> View:
        @login_required
        @wraps(view)
        def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not isinstance(request.user, User) or not mag_alles(request.user, recht):
                raise Http404
            return view(request, request.user, *args, **kwargs)

        return getoetst

    return om


def met_meting(view: View) -> View:
    """The view gets the user and the measurement, with what was fixed of it."""

    @met_recht(Recht.METINGEN_ZIEN)
    @wraps(view)
    def gevonden(request: HttpRequest, user: User, pk: int, *args: Any, **kwargs: Any) -> HttpResponse:
        rijen = met_vaststelling(Meting.objects.zichtbaar_voor(user)).select_related("vervangt")
        return view(request, user, get_object_or_404(rijen, pk=pk), *args, **kwargs)

    return gevonden


def alleen_verzenden(view: View) -> View:
    """A view that only takes forms, of who may make measurements; who opens its address gets the measurement."""

    @met_recht(Recht.METINGEN_ZIEN)
    @wraps(view)
    def verzonden(request: HttpRequest, user: User, pk: int) -> HttpResponse:
        meting = get_object_or_404(Meting.objects.zichtbaar_voor(user), pk=pk)
        if request.method != "POST":
            return redirect("monitor:meting", pk)
        if not mag_alles(user, Recht.METINGEN_MAKEN):
            raise Http404
        return view(request, user, meting)

    return verzonden
