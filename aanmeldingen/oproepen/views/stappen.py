"""One click each: begin a version, make it hold, publish, take back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from aanmeldingen.models import Oproep
from aanmeldingen.oproepen import acties
from aanmeldingen.oproepen.toegang import met_oproep
from aanmeldingen.oproepen.versieform import TerugtrekForm
from aanmeldingen.oproepen.views.inrichten import bij
from mantelzorg.models import User


@require_POST
@met_oproep
def versie_beginnen(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # says who may
    """A next version, with the text of the last; where one is being written already that one."""
    versie = acties.begin_versie(oproep=oproep.pk)
    return redirect("aanmeldingen:oproep-versie", oproep.slug, versie.nummer)


@require_POST
@met_oproep
def versie_vaststellen(request: HttpRequest, user: User, oproep: Oproep, nummer: int) -> HttpResponse:
    """It holds from now on."""
    versie = get_object_or_404(oproep.voorwaarden.all(), nummer=nummer)
    if versie.vastgesteld_op is None and not _stel_vast(request, user, versie.pk):
        return redirect("aanmeldingen:oproep-versie", oproep.slug, nummer)
    messages.success(request, f"Versie {nummer} is vastgesteld.")
    return redirect("aanmeldingen:intake-oproep", oproep.slug)


def _stel_vast(request: HttpRequest, user: User, versie: int) -> bool:
    """Whether it worked; else the user is told why not."""
    try:
        acties.stel_vast(versie=versie, gezien=request.POST.get("gezien", ""), door=user, op=timezone.now())
    except acties.IntussenGewijzigd:
        messages.error(request, "Iemand anders wijzigde deze versie intussen. Lees haar eerst nog eens.")
        return False
    except acties.NietKlaar:
        messages.error(request, "Deze versie is nog niet compleet. Er is niets vastgesteld.")
        return False
    return True


@require_POST
@met_oproep
def publiceren(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # it says who may
    """Everybody can read it."""
    try:
        acties.publiceer(oproep=oproep.pk, op=timezone.now())
    except acties.NietKlaar:
        messages.error(request, "De oproep is nog niet klaar om te publiceren. Hieronder staat wat er nog mist.")
    else:
        messages.success(request, "De oproep is gepubliceerd. Iedereen kan hem nu lezen.")
    return redirect("aanmeldingen:intake-oproep", oproep.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@met_oproep
def terugtrekken(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:  # noqa: ARG001  # it says who may
    """Nobody but the office can read it any more."""
    form = TerugtrekForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        acties.trek_terug(oproep=oproep.pk, reden=form.cleaned_data["reden"])
        messages.success(request, "De oproep staat niet meer op de website.")
        return redirect("aanmeldingen:intake-oproep", oproep.slug)
    context = {
        "scherm": bij(oproep, "Van de website halen"),
        "form": form,
        "ingediend": oproep.aanmeldingen.ingediend().count(),
    }
    return render(request, "aanmeldingen/oproepen/terugtrekken.html", context)
