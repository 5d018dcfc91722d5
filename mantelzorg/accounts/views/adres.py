"""The page to give an account another e-mail address."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from mantelzorg.accounts.adres import wijzig_adres
from mantelzorg.accounts.forms.adres import AdresForm
from mantelzorg.accounts.views.beheer import voor_beheerders
from mantelzorg.klok import vandaag
from mantelzorg.models import User


@voor_beheerders
def adres(request: HttpRequest, account_id: int) -> HttpResponse:
    """Another address; who logged in with the old one is logged out."""
    user = get_object_or_404(User, pk=account_id)
    form = AdresForm(request.POST or None, initial={"gezien": user.email})
    if form.is_valid() and _wijzig(request, user, form):
        messages.success(request, "Het e-mailadres is gewijzigd. Wie ingelogd was, is nu uitgelogd.")
        return redirect("account", user.pk)
    return render(request, "accounts/adres.html", {"account": user, "form": form})


def _wijzig(request: HttpRequest, user: User, form: AdresForm) -> bool:
    """Whether the account has the address now; else the form says why not."""
    if not isinstance(request.user, User):
        raise Http404
    schoon = form.cleaned_data
    try:
        wijzig_adres(account=user.pk, nieuw=schoon["email"], gezien=schoon["gezien"], door=request.user, dag=vandaag())
    except ValidationError as fout:
        form.add_error("email", fout.messages)
        return False
    return True
