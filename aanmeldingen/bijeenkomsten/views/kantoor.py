"""The office's pages: the meetings of a call, one meeting, planning and changing it, calling it off."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aanmeldingen.bijeenkomsten import plannen
from aanmeldingen.bijeenkomsten.forms import BijeenkomstForm, RedenForm, StukForm
from aanmeldingen.bijeenkomsten.lezen import deurlijst, geschiedenis, met_aantallen
from aanmeldingen.bijeenkomsten.plannen import IntussenGewijzigd
from aanmeldingen.bijeenkomsten.slot import begint, is_open
from aanmeldingen.bijeenkomsten.toegang import alleen_verzenden, met_bijeenkomst, voor_kantoor
from aanmeldingen.models import Bijeenkomst, Inschrijving, Oproep
from mantelzorg.klok import vandaag
from mantelzorg.models import User
from mantelzorg.momenten import dag
from mantelzorg.samenloop import VELDNAAM, laatste_bewerkingen, verschillen
from praktijken.sessies.toegang import bewaard
from praktijken.voortgang.bewaren import bewaarsleutel

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@voor_kantoor
def lijst(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """The meetings of a call: what comes first, and what was."""
    oproep = get_object_or_404(Oproep.objects.zichtbaar_voor(user), slug=slug)
    rijen = met_aantallen(Bijeenkomst.objects.zichtbaar_voor(user).filter(oproep=oproep))
    op_volgorde = list(rijen.prefetch_related("sectoren").order_by("sessie__datum", "begin", "pk"))
    context = {
        "oproep": oproep,
        "komend": [rij for rij in op_volgorde if rij.sessie.datum >= vandaag()],
        "geweest": [rij for rij in op_volgorde if rij.sessie.datum < vandaag()],
    }
    return render(request, "aanmeldingen/bijeenkomsten/lijst.html", context)


@require_safe
@met_bijeenkomst
def bijeenkomst(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """One meeting: what was planned, who comes, documents, history, and what can be done."""
    return toon(request, gevonden)


@require_safe
@voor_kantoor
def inschrijving(request: HttpRequest, user: User, pk: int) -> HttpResponse:  # noqa: ARG001  # the gate hands it over
    """Where somebody stands among the people of their meeting: what a mail in the outbox leads to."""
    rij = get_object_or_404(Inschrijving, pk=pk)
    return redirect(f"{reverse('aanmeldingen:bijeenkomst', args=[rij.bijeenkomst_id])}#rij-{rij.pk}")


@_SCHRIJVEN
@voor_kantoor
def nieuw(request: HttpRequest, user: User, slug: str) -> HttpResponse:
    """Plan one."""
    oproep = get_object_or_404(Oproep.objects.zichtbaar_voor(user), slug=slug)
    form = BijeenkomstForm(request.POST if request.method == "POST" else None, oproep=oproep)
    if form.is_valid():
        gepland = plannen.maak(oproep=oproep, plan=form.plan, inzending=form.cleaned_data["inzending"])
        messages.success(request, f"De bijeenkomst van {dag(gepland.sessie.datum)} is gepland.")
        return _bewaard(form, gepland.pk)
    return _toon_plan(request, user, form, oproep, None)


@_SCHRIJVEN
@met_bijeenkomst
def wijzigen(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:
    """Change it; who is second sees both versions. Who signed up gets a mail where day, time or place changes."""
    oproep = gevonden.oproep
    form = BijeenkomstForm(request.POST if request.method == "POST" else None, oproep=oproep, bijeenkomst=gevonden)
    anders: dict[str, Any] = {}
    if form.is_valid():
        try:
            mails = plannen.wijzig(
                bijeenkomst=gevonden.pk, plan=form.plan, gezien=form.gezien, op=timezone.now(), door=user
            )
        except IntussenGewijzigd:
            form.gezien = form.afdruk
            laatst = laatste_bewerkingen(Bijeenkomst, [gevonden.pk]).get(gevonden.pk)
            anders = {"verschillen": verschillen(form), "laatst": laatst}
        except ValidationError as fout:
            form.add_error(None, fout.messages)
        else:
            messages.success(request, f"De bijeenkomst is bewaard. {_mails(mails)}")
            return _bewaard(form, gevonden.pk)
    return _toon_plan(request, user, form, oproep, gevonden, **anders)


@alleen_verzenden("bijeenkomst")
@met_bijeenkomst
def afgelasten(request: HttpRequest, user: User, gevonden: Bijeenkomst) -> HttpResponse:
    """Call it off, with a reason that who signed up reads."""
    form = RedenForm(request.POST)
    if not form.is_valid():
        return toon(request, gevonden, redenform=form)
    try:
        mails = plannen.gelast_af(
            bijeenkomst=gevonden.pk, reden=form.cleaned_data["reden"], op=timezone.now(), door=user
        )
    except ValidationError as fout:
        form.add_error(None, fout.messages)
        return toon(request, gevonden, redenform=form)
    messages.success(request, f"De bijeenkomst is afgelast. {_mails(mails)}")
    return redirect("aanmeldingen:bijeenkomst", gevonden.pk)


def toon(
    request: HttpRequest,
    gevonden: Bijeenkomst,
    *,
    redenform: RedenForm | None = None,
    stukform: StukForm | None = None,
) -> HttpResponse:
    """The page of a meeting, with a form that was refused where there is one."""
    nu = timezone.now()
    context = {
        "bijeenkomst": met_aantallen(Bijeenkomst.objects.filter(pk=gevonden.pk)).get(),
        "oproep": gevonden.oproep,
        "sectoren": gevonden.sectoren.all(),
        "open": is_open(gevonden, nu),
        "begonnen": begint(gevonden) <= nu,
        "mensen": deurlijst(gevonden),
        "stukken": gevonden.stukken.filter(verwijderd_op=None).defer("inhoud"),
        "redenform": redenform or RedenForm(),
        "stukform": stukform or StukForm(),
        "geschiedenis": geschiedenis(gevonden),
        "bewaard": bewaard(request),
    }
    return render(request, "aanmeldingen/bijeenkomsten/bijeenkomst.html", context)


def _bewaard(form: BijeenkomstForm, pk: int) -> HttpResponse:
    """To the page of the meeting, which lets the browser forget what it kept of the form."""
    return redirect(f"{reverse('aanmeldingen:bijeenkomst', args=[pk])}?bewaard={form.cleaned_data['inzending']}")


def _mails(aantal: int) -> str:
    if not aantal:
        return ""
    mails = "1 mail staat" if aantal == 1 else f"{aantal} mails staan"
    return f"{mails} klaar in de uitgaande post."


def _toon_plan(
    request: HttpRequest,
    user: User,
    form: BijeenkomstForm,
    oproep: Oproep,
    gevonden: Bijeenkomst | None,
    **extra: object,
) -> HttpResponse:
    context = {
        "form": form,
        "oproep": oproep,
        "bijeenkomst": gevonden,
        "veldnaam": VELDNAAM,
        "bewaarsleutel": bewaarsleutel(user, request.path),
        "adres": request.path,
        "terug": _terug(oproep, gevonden),
    }
    return render(request, "aanmeldingen/bijeenkomsten/plannen.html", context | extra)


def _terug(oproep: Oproep, gevonden: Bijeenkomst | None) -> str:
    """Where one goes who saves nothing: the meeting, or the list a new one would come in."""
    if gevonden:
        return reverse("aanmeldingen:bijeenkomst", args=[gevonden.pk])
    return reverse("aanmeldingen:bijeenkomsten", args=[oproep.slug])
