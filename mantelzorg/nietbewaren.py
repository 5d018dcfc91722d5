"""Pages of who is logged in are kept by no browser or proxy: people share computers."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control


class NietBewaren:
    """Middleware: `Cache-Control: no-store` on every answer to who has, or just got, a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        antwoord = self.get_response(request)
        koekje = settings.SESSION_COOKIE_NAME
        if koekje in request.COOKIES or koekje in antwoord.cookies:
            patch_cache_control(antwoord, private=True, no_store=True)
        return antwoord
