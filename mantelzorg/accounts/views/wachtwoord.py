"""Passwords: a link by mail, setting one with it, changing one's own."""

from collections.abc import Callable
from typing import Any

from axes.utils import reset
from django.contrib import messages
from django.contrib.auth import logout, views
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from mantelzorg.accounts.forms.wachtwoord import InstelForm, VergetenForm, WijzigForm
from mantelzorg.accounts.wachtwoordlink import mail_link_aan
from mantelzorg.klok import vandaag
from mantelzorg.models import User


class DoorverwijzingEnDaarna(HttpResponseRedirect):
    """A redirect that does its work after the answer has gone out, so how long it takes tells nothing."""

    def __init__(self, naar: str, daarna: Callable[[], None]) -> None:
        super().__init__(naar)
        self._daarna = daarna

    def close(self) -> None:
        try:
            self._daarna()
        finally:
            super().close()


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vergeten(request: HttpRequest) -> HttpResponse:
    """Ask for a link; the answer is the same whether the address has an account or not."""
    form = VergetenForm(request.POST or None)
    if form.is_valid():
        email = str(form.cleaned_data["email"])
        return DoorverwijzingEnDaarna(str(reverse_lazy("wachtwoord-gemaild")), lambda: mail_link_aan(email))
    return render(request, "accounts/wachtwoord_vergeten.html", {"form": form})


@require_http_methods(["GET", "HEAD"])
def gemaild(request: HttpRequest) -> HttpResponse:
    """What to do next, whatever the address was."""
    return render(request, "accounts/wachtwoord_gemaild.html")


class Instellen(views.PasswordResetConfirmView):
    """The page behind a mailed link; the link's code leaves the address at once, so no other site gets to see it."""

    form_class = InstelForm
    template_name = "accounts/wachtwoord_instellen.html"
    reset_url_token = "kiezen"  # noqa: S105  # stands in the address instead of the code
    success_url = reverse_lazy("inloggen")

    def get_user(self, uidb64: str) -> User | None:
        user = super().get_user(uidb64)
        return user if isinstance(user, User) and user.open_op(vandaag()) else None

    @transaction.atomic
    def form_valid(self, form: Any) -> HttpResponse:
        """Check the link once more, now that nobody else can use it, and end every session here."""
        actueel = User.objects.select_for_update().get(pk=form.user.pk)
        if not self.token_generator.check_token(actueel, self.request.session.get("_password_reset_token")):
            return redirect(self.request.path)
        super().form_valid(form)
        logout(self.request)
        reset(username=form.user.email)
        messages.success(self.request, "Uw wachtwoord is ingesteld. U kunt nu inloggen.")
        return redirect(self.success_url)


class Wijzigen(views.PasswordChangeView):
    """Another password for oneself; other sessions of this account end."""

    form_class = WijzigForm
    template_name = "accounts/wachtwoord_wijzigen.html"
    success_url = reverse_lazy("start")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, "Uw wachtwoord is gewijzigd. Op andere apparaten bent u uitgelogd.")
        return super().form_valid(form)
