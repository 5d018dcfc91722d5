"""The functioneel beheerder's pages: who has an account, with what role, until when."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from mantelzorg.accounts import acties
from mantelzorg.accounts.acties import IntussenGewijzigd, LaatsteBeheerder
from mantelzorg.accounts.forms.beheer import BESTAAT_AL, UitnodigForm, WijzigAccountForm, ZoekForm, waarden
from mantelzorg.accounts.historie import gebeurtenissen
from mantelzorg.accounts.lijst import regels, vind
from mantelzorg.accounts.toestand import Toestand, toestand
from mantelzorg.accounts.tokens import overzicht
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.post.rem import rem
from mantelzorg.samenloop import verschillen
from mantelzorg.toegang import Recht, mag

PER_PAGINA = 50
LAATSTE = "Dit is de laatste functioneel beheerder. Geef eerst iemand anders deze rol."

WAAROM = "Bij Post staat waarom."

View = Callable[..., HttpResponse]


def voor_beheerders(view: View) -> View:
    """Who has no session gets the log-in page; for who may not manage accounts these pages do not exist."""

    @login_required
    @wraps(view)
    def alleen_beheerders(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not mag(request.user, Recht.ACCOUNTS_BEHEREN):
            raise Http404
        return view(request, *args, **kwargs)

    return alleen_beheerders


@voor_beheerders
def lijst(request: HttpRequest) -> HttpResponse:
    """All accounts. Searched by POST, so that no name gets into an address or a log."""
    form = ZoekForm(request.POST if request.method == "POST" else request.GET)
    gevonden = User.objects.none()
    if form.is_valid():
        schoon = form.cleaned_data
        gevonden = vind(zoek=schoon["zoek"], rol=schoon["rol"], toestand=schoon["toestand"], dag=vandaag())
    pagina = Paginator(gevonden, PER_PAGINA).get_page(form.cleaned_data.get("pagina") or 1)
    return render(
        request,
        "accounts/lijst.html",
        {"form": form, "pagina": pagina, "regels": regels(pagina.object_list, vandaag())},
    )


@voor_beheerders
def uitnodigen(request: HttpRequest) -> HttpResponse:
    """Make an account and mail its owner the link to choose a password."""
    form = UitnodigForm(request.POST or None)
    if form.is_valid():
        try:
            user = acties.maak(email=form.cleaned_data["email"], gegevens=form.gegevens)
        except IntegrityError:  # the same form sent twice at the same moment
            form.add_error("email", BESTAAT_AL)
        else:
            _nodig_uit(request, user)
            return redirect("account", user.pk)
    return render(request, "accounts/uitnodigen.html", {"form": form})


@voor_beheerders
def account(request: HttpRequest, account_id: int) -> HttpResponse:
    """One account: its details to change, what can be done with it, and its history."""
    user = get_object_or_404(User, pk=account_id)
    if request.method != "POST":
        return _toon(request, user, WijzigAccountForm.van(user))
    form = WijzigAccountForm(request.POST)
    if not form.is_valid():
        return _toon(request, user, form)
    try:
        acties.wijzig(account=user.pk, gegevens=form.gegevens, gezien=form.cleaned_data["gezien"], dag=vandaag())
    except IntussenGewijzigd as fout:
        return _toon_beide(request, fout.user)
    except LaatsteBeheerder:
        form.add_error(None, LAATSTE)
        return _toon(request, user, form)
    messages.success(request, "Het account is gewijzigd.")
    return redirect("account", user.pk)


@voor_beheerders
def sluiten(request: HttpRequest, account_id: int) -> HttpResponse:
    """Close the account at once; its sessions end."""
    user = get_object_or_404(User, pk=account_id)
    if request.method == "POST":
        try:
            acties.sluit(account=user.pk, dag=vandaag())
        except LaatsteBeheerder:
            messages.error(request, LAATSTE)
        else:
            messages.success(request, f"Het account van {user} is gesloten. Wie ingelogd was, is nu uitgelogd.")
    return redirect("account", user.pk)


@voor_beheerders
def heropenen(request: HttpRequest, account_id: int) -> HttpResponse:
    """Let the account be used again."""
    user = get_object_or_404(User, pk=account_id)
    if request.method == "POST":
        acties.heropen(account=user.pk, dag=vandaag())
        messages.success(request, f"Het account van {user} is weer open.")
    return redirect("account", user.pk)


@voor_beheerders
def uitnodiging(request: HttpRequest, account_id: int) -> HttpResponse:
    """Mail the link again, or for the first time to an adviser whom an import added."""
    user = get_object_or_404(User, pk=account_id)
    if request.method == "POST":
        if toestand(user, vandaag()) is Toestand.ZONDER_WACHTWOORD:
            _nodig_uit(request, user)
        else:
            messages.warning(request, "Er is niets gemaild: dit account is gesloten of heeft al een wachtwoord.")
    return redirect("account", user.pk)


def _nodig_uit(request: HttpRequest, user: User) -> None:
    acties.nodig_uit(user, door=_wie(request))
    if rem() is None:
        messages.success(request, f"De uitnodiging voor {user.email} staat klaar en gaat zo uit.")
    else:
        messages.warning(
            request, f"De uitnodiging voor {user.email} staat klaar, maar alle post wordt nu vastgehouden. {WAAROM}"
        )


def _wie(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise Http404
    return request.user


def _toon(request: HttpRequest, user: User, form: WijzigAccountForm, **extra: Any) -> HttpResponse:
    context = {
        "account": user,
        "form": form,
        "toestand": toestand(user, vandaag()),
        "Toestand": {een.name: een for een in Toestand},
        "gebeurtenissen": gebeurtenissen(user),
        "tokens": overzicht(user),
        "dag": vandaag(),
    }
    return render(request, "accounts/account.html", context | extra)


def _toon_beide(request: HttpRequest, user: User) -> HttpResponse:
    """Both versions; saving again takes the one in the form."""
    data = request.POST.copy()
    nu = waarden(user)
    data["gezien"] = nu["gezien"]
    opnieuw = WijzigAccountForm(data, initial=nu)
    return _toon(request, user, opnieuw, intussen=True, verschillen=verschillen(opnieuw))
