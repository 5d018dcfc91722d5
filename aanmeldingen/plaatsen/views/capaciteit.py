"""Another number of places, after a preview of what it does."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.models import Oproep, Oproepsector, Verdeling
from aanmeldingen.plaatsen import lezen
from aanmeldingen.plaatsen.acties import QuotaPassenNiet
from aanmeldingen.plaatsen.formulieren import CapaciteitForm
from aanmeldingen.plaatsen.views.toegang import voor_bureau
from aanmeldingen.plaatsen.voorbeeld import BoekGewijzigd, Gevolg, gevolg, voer_uit
from mantelzorg.models import User

TE_VEEL_QUOTA = "De plaatsen van de sectoren zijn samen meer dan het totaal. Maak het totaal hoger of een sector lager."
INTUSSEN = "Er is intussen iets veranderd. Kijk het voorbeeld nog eens na en bevestig dan opnieuw."


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def capaciteit(request: HttpRequest, user: User, oproep: Oproep) -> HttpResponse:
    """Show what it would do, then do it. Whatever happened since the preview is shown first."""
    nu = lezen.stand(oproep)
    form = CapaciteitForm(request.POST or None, nu=nu, sectoren=_met_quotum(oproep))
    voorbeeld = None
    if form.is_valid():
        if request.POST.get("stap") == "bevestigen" and _bevestigd(request, form, user, oproep):
            return redirect("aanmeldingen:plaatsen", oproep.slug)
        voorbeeld = _voorbeeld(form, user, oproep)
    context = {"oproep": oproep, "form": form, "stand": nu, "voorbeeld": voorbeeld}
    return render(request, "aanmeldingen/plaatsen/capaciteit.html", context)


def _met_quotum(oproep: Oproep) -> list[Oproepsector]:
    if oproep.verdeling != Verdeling.QUOTUM:
        return []
    return list(oproep.oproepsectoren.exclude(quotum=None).select_related("sector"))


def _voorbeeld(form: CapaciteitForm, user: User, oproep: Oproep) -> Gevolg | None:
    try:
        return gevolg(oproep.pk, form.wijziging, door=user, op=timezone.now())
    except QuotaPassenNiet:
        form.add_error(None, TE_VEEL_QUOTA)
        return None


def _bevestigd(request: HttpRequest, form: CapaciteitForm, user: User, oproep: Oproep) -> bool:
    """Whether it was done; else the form or the preview that follows says why not."""
    try:
        voer_uit(oproep.pk, form.wijziging, door=user, op=timezone.now())
    except BoekGewijzigd:
        form.add_error(None, INTUSSEN)
        return False
    except QuotaPassenNiet:
        return False
    messages.success(request, f"Het aantal plaatsen is nu {form.wijziging.plaatsen}.")
    return True
