"""Who sees how places are given out: who gives them out, the staff. For others there are no such pages (404)."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from aanmeldingen.models import Oproep
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles

View = Callable[..., HttpResponse]


def voor_bureau(view: View) -> View:
    """The view gets the user, and the call in the place of its name."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag_alles(request.user, Recht.AANMELDINGEN_BEOORDELEN):
            raise Http404
        return view(request, request.user, get_object_or_404(Oproep, slug=slug), *args, **kwargs)

    return getoetst
