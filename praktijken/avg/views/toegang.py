"""Who gets to these pages: staff with the right; for others they are not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles

View = Callable[..., HttpResponse]


def met_recht(recht: Recht) -> Callable[[View], View]:
    """The view gets the user for whom this right reaches everything."""

    def om(view: View) -> View:
        @login_required
        @wraps(view)
        def getoetst(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not isinstance(request.user, User) or not mag_alles(request.user, recht):
                raise Http404
            return view(request, request.user, *args, **kwargs)

        return getoetst

    return om
