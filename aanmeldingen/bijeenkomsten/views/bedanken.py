"""Thanks after a meeting: what would go out and to how many, and putting it ready."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.bijeenkomsten.bedanken import bedank, voorbereiding
from aanmeldingen.bijeenkomsten.slot import begint
from aanmeldingen.bijeenkomsten.toegang import met_bijeenkomst
from aanmeldingen.models import Bijeenkomst
from mantelzorg.models import User


@require_http_methods(["GET", "HEAD", "POST"])
@met_bijeenkomst
def bedanken(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:
    """A letter of each sort, with how many get it; a POST puts them all in the outbox."""
    nu = timezone.now()
    if nu < begint(gevonden) or gevonden.afgelast_op is not None:
        messages.error(request, "Bedanken kan als de bijeenkomst is geweest.")
        return redirect("aanmeldingen:bijeenkomst", gevonden.pk)
    if request.method == "POST":
        aantal = bedank(bijeenkomst=gevonden.pk, op=nu, door=user)
        mails = "1 mail staat" if aantal == 1 else f"{aantal} mails staan"
        messages.success(request, f"{mails} klaar in de uitgaande post.")
        return redirect("aanmeldingen:bijeenkomst", gevonden.pk)
    context = {"bijeenkomst": gevonden, "oproep": gevonden.oproep, "voorbereiding": voorbereiding(gevonden, nu)}
    return render(request, "aanmeldingen/bijeenkomsten/bedanken.html", context)
