"""The office gives access after closing, and takes it back."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from aanmeldingen.formulier.forms.slot import Laatform
from aanmeldingen.formulier.laat import geef_toegang, trek_toegang_in
from aanmeldingen.models import Oproep
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht, mag_alles

View = Callable[..., HttpResponse]


def _voor_kantoor(view: View) -> View:
    """The view gets who asks, and the call; for who may not manage calls these pages do not exist."""

    @login_required
    @wraps(view)
    def getoetst(request: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, User) or not mag_alles(request.user, Recht.OPROEPEN_BEHEREN):
            raise Http404
        return view(request, request.user, get_object_or_404(Oproep, slug=slug), *args, **kwargs)

    return getoetst


@require_http_methods(["GET", "HEAD", "POST"])
@_voor_kantoor
def toegang(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:
    """Who may apply after closing, and one more."""
    form = Laatform(request.POST if request.method == "POST" else None, dag=vandaag())
    if form.is_valid():
        geef_toegang(oproep=oproep, door=user, **form.cleaned_data)
        messages.success(request, "De link om na sluiting aan te melden staat klaar in de uitgaande post.")
        return redirect("aanmeldingen:laattoegang", oproep.slug)
    gegeven = oproep.laattoegangen.select_related("door", "aanmelding").order_by("-op", "-pk")
    context = {"oproep": oproep, "form": form, "gegeven": gegeven, "dag": vandaag()}
    return render(request, "aanmeldingen/formulier/laattoegang.html", context)


@require_POST
@_voor_kantoor
def toegang_intrekken(request: HttpRequest, user: User, oproep: Oproep, pk: int) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """The link opens nothing any more."""
    trek_toegang_in(toegang=get_object_or_404(oproep.laattoegangen, pk=pk).pk, op=timezone.now())
    messages.success(request, "De link is ingetrokken.")
    return redirect("aanmeldingen:laattoegang", oproep.slug)
