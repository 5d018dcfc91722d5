"""The register of requests: what is open and until when, one request with its steps, and inzage as a download."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from deelnemers.models import Deelnemer
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from praktijken.avg import verzoeken as acties
from praktijken.avg.forms import AfhandelForm, IdentiteitForm, StapForm, VerlengForm, VerzoekForm
from praktijken.avg.inzage import inzage as maak_inzage
from praktijken.avg.views.toegang import met_recht
from praktijken.models import Verzoek

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])
_LAATSTE = 100
_FORMULIEREN: dict[str, type[forms.Form]] = {
    "stap": StapForm,
    "identiteit": IdentiteitForm,
    "verlengen": VerlengForm,
    "afhandelen": AfhandelForm,
}


@_SCHRIJVEN
@met_recht(Recht.VERZOEKEN_BEHEREN)
def lijst(request: HttpRequest, user: User) -> HttpResponse:  # noqa: ARG001  # the decorator hands it over
    """Open requests, the first due first; then what was answered."""
    dag = vandaag()
    alle = Verzoek.objects.select_related("deelnemer")
    open_ = sorted(alle.filter(afgehandeld_op=None), key=lambda verzoek: (verzoek.uiterlijk_op, verzoek.pk))
    klaar = alle.exclude(afgehandeld_op=None).order_by("-afgehandeld_op", "-pk")[:_LAATSTE]
    context = {"open": [(een, een.stand_op(dag)) for een in open_], "klaar": klaar}
    return render(request, "praktijken/avg/verzoeken.html", context)


@_SCHRIJVEN
@met_recht(Recht.VERZOEKEN_BEHEREN)
def nieuw(request: HttpRequest, user: User) -> HttpResponse:
    """Take a request in."""
    begin = {"ontvangen_op": vandaag(), **_persoon(request.GET.get("deelnemer", ""))}
    form = VerzoekForm(request.POST or None, vandaag=vandaag(), initial=begin)
    if form.is_valid():
        schoon = form.cleaned_data
        velden = ("soort", "deelnemer", "ontvangen_op", "kanaal", "wie", "toelichting", "inzending")
        verzoek = acties.registreer_verzoek(**{naam: schoon[naam] for naam in velden}, door=user)
        messages.success(request, "Het verzoek is vastgelegd.")
        return redirect("praktijken:verzoek", verzoek.pk)
    return render(request, "praktijken/avg/verzoek_nieuw.html", {"form": form})


def _persoon(sleutel: str) -> dict[str, Any]:
    """The participant whose page one came from."""
    if not (sleutel.isdecimal() and len(sleutel) < 19):
        return {}
    persoon = Deelnemer.objects.filter(pk=int(sleutel)).first()
    return {"programma": persoon.programma_id, "nummer": persoon.nummer} if persoon else {}


@_SCHRIJVEN
@met_recht(Recht.VERZOEKEN_BEHEREN)
def verzoek(request: HttpRequest, user: User, pk: int) -> HttpResponse:
    """One request; a POST does the step that `actie` names."""
    gevonden = get_object_or_404(Verzoek.objects.select_related("deelnemer__programma", "door"), pk=pk)
    formulieren = {naam: soort(prefix=naam, label_suffix="") for naam, soort in _FORMULIEREN.items()}
    if request.method == "POST":
        actie = request.POST.get("actie", "")
        if actie not in _FORMULIEREN:
            raise Http404
        form = _FORMULIEREN[actie](request.POST, prefix=actie, label_suffix="")
        if form.is_valid() and _doe(form, actie, gevonden, user):
            messages.success(request, "Bewaard.")
            return redirect("praktijken:verzoek", pk)
        formulieren[actie] = form
    context = {
        "verzoek": gevonden,
        "stand": gevonden.stand_op(vandaag()),
        "stappen": gevonden.stappen.select_related("door"),
        "formulieren": formulieren,
    }
    return render(request, "praktijken/avg/verzoek.html", context)


def _doe(form: forms.Form, actie: str, gevonden: Verzoek, user: User) -> bool:
    """Do what was filled in; what a rule forbids is said on the form."""
    dag, schoon = vandaag(), form.cleaned_data
    daden: dict[str, Callable[[], object]] = {
        "stap": lambda: acties.zet_stap(gevonden, schoon["tekst"], user),
        "identiteit": lambda: acties.stel_identiteit_vast(gevonden.pk, dag=dag, door=user, **schoon),
        "verlengen": lambda: acties.verleng(gevonden.pk, dag=dag, door=user, **schoon),
        "afhandelen": lambda: acties.handel_af(gevonden.pk, dag=dag, door=user, **schoon),
    }
    try:
        daden[actie]()
    except ValidationError as fout:
        form.add_error(None, fout.messages)
        return False
    return True


@require_POST
@met_recht(Recht.VERZOEKEN_BEHEREN)
def beperking(request: HttpRequest, user: User, pk: int) -> HttpResponse:  # noqa: ARG001  # the decorator hands it over
    """Restrict the use of somebody's data, or lift that (`aan` empty)."""
    persoon = get_object_or_404(Deelnemer, pk=pk)
    aan = bool(request.POST.get("aan"))
    acties.beperk(persoon.pk, sinds=vandaag() if aan else None)
    messages.success(request, "De gegevens worden beperkt gebruikt." if aan else "De beperking is opgeheven.")
    return redirect("praktijken:deelnemer", pk)


@require_POST
@met_recht(Recht.VERZOEKEN_BEHEREN)
def inzage(request: HttpRequest, user: User, pk: int) -> HttpResponse:  # noqa: ARG001  # a view takes the request
    """All that is held about a person, as one file; that it was made is kept."""
    persoon = get_object_or_404(Deelnemer.objects.select_related("programma"), pk=pk)
    inhoud = maak_inzage(persoon, user=user, nu=timezone.now())
    koppen = {"Content-Disposition": f'attachment; filename="inzage-{persoon.pk}.zip"', "Cache-Control": "no-store"}
    return HttpResponse(inhoud, content_type="application/zip", headers=koppen)
