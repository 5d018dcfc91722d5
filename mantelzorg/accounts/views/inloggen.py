"""Logging in and out."""

from typing import Any

from django.contrib.auth import views
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from mantelzorg.accounts.forms.inloggen import InlogForm
from mantelzorg.toegang import Recht, alleen_eigen


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

    def get_default_redirect_url(self) -> str:
        """Where the day starts when no page was asked for: an adviser's with own practices."""
        begint_bij_eigen = alleen_eigen(self.request.user, Recht.PRAKTIJKEN_WIJZIGEN)
        return reverse("praktijken:mijn") if begint_bij_eigen else super().get_default_redirect_url()


class Uitloggen(views.LogoutView):
    """By POST alone, so that no other site can do it. What the browser kept of forms goes along: people share it."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        antwoord = super().post(request, *args, **kwargs)
        antwoord["Clear-Site-Data"] = '"storage"'
        return antwoord
