"""One's own tokens for the API: which there are, a new one, and withdrawing one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from mantelzorg.accounts.forms.tokens import TokenForm
from mantelzorg.accounts.tokens import AlGemaakt, maak, overzicht, trek_in
from mantelzorg.klok import vandaag
from mantelzorg.models import Toegangstoken, User
from mantelzorg.toegang import Recht, mag, tokenrechten


@login_required
def tokens(request: HttpRequest) -> HttpResponse:
    """The list, and the form for a new one. A token that was just made is on this one page and nowhere else."""
    user = _wie(request)
    form = TokenForm(request.POST or None, rechten=tokenrechten(user))
    if not form.is_valid():
        return _toon(request, user, form)
    dag = vandaag()
    schoon = form.cleaned_data
    try:
        sleutel = maak(
            eigenaar=user,
            naam=schoon["naam"],
            rechten=form.gekozen,
            geldig_tot_en_met=form.laatste_dag(dag),
            inzending=schoon["inzending"],
        )
    except AlGemaakt:
        messages.warning(request, "Dit token is al gemaakt. Het was alleen die ene keer te zien.")
        return redirect("tokens")
    return _toon(request, user, TokenForm(rechten=tokenrechten(user)), sleutel=sleutel)


@login_required
def intrekken(request: HttpRequest, token_id: int) -> HttpResponse:
    """Withdraw a token of one's own, or of anybody for who manages accounts."""
    user = _wie(request, ook_beheer=True)
    token = get_object_or_404(_in_te_trekken(user), pk=token_id)
    if request.method == "POST":
        trek_in(token, door=user)
        messages.success(request, f"Het token ‘{token.naam}’ is ingetrokken. Het geeft nergens meer toegang toe.")
    return redirect("tokens") if token.eigenaar_id == user.pk else redirect("account", token.eigenaar_id)


def _in_te_trekken(user: User) -> Any:
    alle = Toegangstoken.objects.all()
    return alle if mag(user, Recht.ACCOUNTS_BEHEREN) else alle.filter(eigenaar=user)


def _wie(request: HttpRequest, *, ook_beheer: bool = False) -> User:
    """Who asks; for who has nothing to make a token for these pages do not exist."""
    beheert = ook_beheer and mag(request.user, Recht.ACCOUNTS_BEHEREN)
    if not isinstance(request.user, User) or not (beheert or tokenrechten(request.user)):
        raise Http404
    return request.user


def _toon(request: HttpRequest, user: User, form: TokenForm, *, sleutel: str = "") -> HttpResponse:
    context = {"form": form, "sleutel": sleutel, "tokens": overzicht(user), "dag": vandaag()}
    return render(request, "accounts/tokens.html", context)
