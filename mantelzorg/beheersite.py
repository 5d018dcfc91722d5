"""Django's admin, behind this product's own access rules."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse


def _bestaat_niet(*_: object) -> HttpResponse:
    """A record that is not there is 404 like everywhere; Django would go to the index."""
    raise Http404


class Beheersite(admin.AdminSite):
    """What one may not see is not there: a refusal is 404, and who has no session gets the log-in page.

    Logging in and out and passwords have one door, `mantelzorg.accounts`; the admin's own addresses lead to it.
    """

    site_header = "In voor mantelzorg"
    site_title = "In voor mantelzorg"
    index_title = "Gegevens beheren"
    enable_nav_sidebar = False

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        super().register(
            model_or_iterable,
            admin_class or admin.ModelAdmin,
            **options | {"_get_obj_does_not_exist_redirect": _bestaat_niet},
        )

    def admin_view(self, view: Callable[..., HttpResponseBase], cacheable: bool = False) -> Any:
        binnen = super().admin_view(view, cacheable)

        def view_of_niet_gevonden(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), reverse("inloggen"))
            if not self.has_permission(request):
                raise Http404
            try:
                return binnen(request, *args, **kwargs)
            except PermissionDenied as fout:
                raise Http404 from fout

        return view_of_niet_gevonden

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return redirect_to_login(request.GET.get("next") or reverse("admin:index"), reverse("inloggen"))

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        from mantelzorg.accounts.views.inloggen import Uitloggen  # models are not loaded yet when this file is

        return Uitloggen.as_view()(request)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("wachtwoord-wijzigen")

    def password_change_done(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("wachtwoord-wijzigen")
