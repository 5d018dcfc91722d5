"""Django's admin, behind this product's own access rules."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.urls import reverse


class Beheersite(admin.AdminSite):
    """What one may not see is not there: a refusal is 404, and who has no session gets the log-in page."""

    site_header = "In voor mantelzorg"
    site_title = "In voor mantelzorg"
    index_title = "Gegevens beheren"
    enable_nav_sidebar = False

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
