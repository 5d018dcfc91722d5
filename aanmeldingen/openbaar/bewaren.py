"""How long a browser or a proxy may keep a public page without a form."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

VERVERS: Final = 60
"""Seconds: a call that closes shows so within a minute; the form itself looks at the clock at once."""


def voor_even(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answers to who is not logged in may be kept and shared for a minute; those to who is are kept by nobody."""

    @wraps(view)
    def bewaard(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        antwoord = view(request, *args, **kwargs)
        if not request.user.is_authenticated and antwoord.status_code == 200:
            patch_cache_control(antwoord, public=True, max_age=VERVERS)
        return antwoord

    return bewaard
