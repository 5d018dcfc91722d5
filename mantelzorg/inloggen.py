"""How people prove who they are; an account that is closed or past its end date is nobody, at once."""

import hmac
from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Rol

DEMONSTRATIEACCOUNTS: dict[str, Rol] = {
    "beheerder@voorbeeld.example": Rol.BEHEERDER,
    "medewerker@voorbeeld.example": Rol.MEDEWERKER,
    "adviseur@voorbeeld.example": Rol.ADVISEUR,
    "analist@voorbeeld.example": Rol.ANALIST,
}
WACHTWOORDBESTAND = settings.DATA_DIR / "demonstratie-wachtwoord"


class AccountBackend(ModelBackend):
    """E-mail address and password. Also asked on every request of a session, so ending an account ends its sessions."""

    def user_can_authenticate(self, user: Any) -> bool:
        return isinstance(user, User) and user.open_op(vandaag())


class DemonstratieBackend(AccountBackend):
    """The demonstration accounts, by the password `manage.py demonstratie` printed.

    Stands in the settings only where DEBUG is on. The accounts have no password of their own, so a database that
    is taken elsewhere lets nobody in.
    """

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        email = (username or "").strip().lower()
        if email not in DEMONSTRATIEACCOUNTS or not password or not WACHTWOORDBESTAND.exists():
            return None
        if not hmac.compare_digest(password.encode(), WACHTWOORDBESTAND.read_bytes()):
            return None
        user = User.objects.filter(email=email).first()
        return user if user is not None and self.user_can_authenticate(user) else None


def adres_achter_proxy(request: HttpRequest) -> str:
    """The address that the proxy in front saw: the last in X-Forwarded-For; earlier ones anybody can make up."""
    doorgegeven = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return doorgegeven or str(request.META.get("REMOTE_ADDR", ""))


def adres_van(request: HttpRequest) -> str:
    """The network address a request comes from; "" where the server does not say."""
    return adres_achter_proxy(request) if settings.ACHTER_PROXY else str(request.META.get("REMOTE_ADDR", ""))


def te_vaak_geprobeerd(request: HttpRequest, *_: Any, **__: Any) -> HttpResponse:
    """Too many wrong passwords for this address and account: wait, with a plain page."""
    return render(request, "accounts/te_vaak_geprobeerd.html", status=429)
