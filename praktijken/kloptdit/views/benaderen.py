"""Marking somebody who must not be mailed, and lifting the mark."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from deelnemers.benaderen import hef_op, markeer
from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from praktijken.kloptdit.forms import NietBenaderenForm
from praktijken.register.views.toegang import voor_lezers


@require_http_methods(["GET", "HEAD", "POST"])
@voor_lezers
def niet_benaderen(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Mark who is not marked, lift it for who is: the button names which, so a second click does not turn it round."""
    deelnemer = get_object_or_404(Deelnemer.objects.wijzigbaar_door(user), pk=pk)
    form = NietBenaderenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reden = form.cleaned_data["reden"]
        if "opheffen" in request.POST:
            hef_op(deelnemer=pk, reden=f"mag weer benaderd worden: {reden}")
            messages.success(request, "Deze deelnemer mag weer mail krijgen.")
        else:
            markeer(deelnemer=pk, sinds=vandaag(), omdat=reden, reden="niet benaderen")
            messages.success(request, "Deze deelnemer krijgt geen mail meer.")
        return redirect("praktijken:deelnemer", pk)
    context = {"deelnemer": deelnemer, "form": form}
    return render(request, "praktijken/kloptdit/niet_benaderen.html", context)
