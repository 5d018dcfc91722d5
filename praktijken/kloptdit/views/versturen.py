"""Asking participants: who gets a mail and who does not, the mail to edit, and one click to confirm."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.models import Programma, User
from praktijken.kloptdit.forms import Verstuurform
from praktijken.kloptdit.plan import Doel, maak_plan
from praktijken.kloptdit.uitvragen import Opdracht, PlanVerouderd, trek_in, verstuur
from praktijken.models import Praktijk, Uitvraag
from praktijken.register.views.toegang import voor_bureau

_VEROUDERD = "Er krijgen nu andere mensen een mail dan u zag. Er is nog niets klaargezet. Kijk het na."


@require_http_methods(["GET", "HEAD", "POST"])
@voor_bureau
def versturen(request: HttpRequest, user: User) -> HttpResponse:
    """The preview for the practice, the programme or the person in the address; a POST confirms it."""
    doel = _doel(request)
    if request.method != "POST":
        return _toon(request, user, doel, Verstuurform())
    form = Verstuurform(request.POST)
    if not form.is_valid():
        return _toon(request, user, doel, form)
    try:
        opdracht = Opdracht(doel=doel, gezien=request.POST.get("gezien", ""), **form.cleaned_data)
        aantal = verstuur(opdracht, user=user, nu=timezone.now())
    except PlanVerouderd:
        messages.warning(request, _VEROUDERD)
        return _toon(request, user, doel, form)
    meer = "mail staat" if aantal == 1 else "mails staan"
    messages.success(request, f"{aantal} {meer} klaar. Over een half uur begint het versturen.")
    return redirect(_terug(doel))


def _doel(request: HttpRequest) -> Doel:
    if deelnemer := request.GET.get("deelnemer"):
        persoon = get_object_or_404(Deelnemer.objects.select_related("programma"), pk=_sleutel(deelnemer))
        return Doel(programma=persoon.programma, deelnemer=persoon)
    if praktijk := request.GET.get("praktijk"):
        gevonden = get_object_or_404(Praktijk.objects.select_related("programma"), pk=_sleutel(praktijk))
        return Doel(programma=gevonden.programma, praktijk=gevonden)
    return Doel(programma=get_object_or_404(Programma, slug=request.GET.get("programma", "")))


def _sleutel(waarde: str) -> int:
    if not waarde.isdecimal() or len(waarde) > 18:
        raise Http404
    return int(waarde)


def _terug(doel: Doel) -> str:
    if doel.deelnemer is not None:
        return f"{reverse('praktijken:deelnemer', args=[doel.deelnemer.pk])}#klopt-dit"
    if doel.praktijk is not None:
        return reverse("praktijken:praktijk", args=[doel.praktijk.pk])
    return f"{reverse('praktijken:deelnemers-onbekend')}?programma={doel.programma.slug}"


def _toon(request: HttpRequest, user: User, doel: Doel, form: Verstuurform) -> HttpResponse:
    """The page; it always carries the fingerprint of the preview that is on it."""
    dag = vandaag()
    context = {"doel": doel, "dag": dag, "plan": maak_plan(user, doel, dag), "form": form}
    return render(request, "praktijken/kloptdit/versturen.html", context)


@require_POST
@voor_bureau
def intrekken(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """Revoke one request: its link works no more."""
    uitvraag = trek_in(uitvraag=get_object_or_404(Uitvraag, pk=pk).pk, user=user, nu=timezone.now())
    messages.success(request, "De link werkt niet meer.")
    return redirect("praktijken:deelnemer", uitvraag.deelnemer_id)
