"""Logging in and out."""

from typing import Any

from django.contrib.auth import views
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from mantelzorg.accounts.forms.inloggen import InlogForm


class Inloggen(views.LoginView):
    """E-mail address and password, then the page that was asked for."""

    authentication_form = InlogForm
    template_name = "accounts/inloggen.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """The page asked for: on this site, from its root, and no page that logs in or out."""
        gevraagd = super().get_redirect_url()
        zelf = (reverse("inloggen"), reverse("uitloggen"), reverse("admin:login"), reverse("admin:logout"))
        return gevraagd if gevraagd.startswith("/") and not gevraagd.startswith(zelf) else ""


class Uitloggen(views.LogoutView):
    """By POST alone, so that no other site can do it."""
