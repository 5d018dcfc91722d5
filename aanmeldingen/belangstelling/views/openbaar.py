"""State interest in a call, without an account."""

import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_safe

from aanmeldingen.belangstelling.acties import toon_belangstelling
from aanmeldingen.belangstelling.forms import Belangstellingform
from aanmeldingen.models import Instroom, Oproep, Sector
from aanmeldingen.openbaar.aanwijzen import let_op
from aanmeldingen.openbaar.tempo import begrensd
from mantelzorg.ingevuld import ingevuld
from mantelzorg.momenten import moment, tot_en_met

VELDEN = ("sector", "organisatie", "plaats", "naam", "email", "telefoon", "vraag", "inzending")


@require_http_methods(["GET", "HEAD", "POST"])
@begrensd("belangstelling")
def tonen(request: HttpRequest, slug: str) -> HttpResponse:
    """The short form; before and after the call a page that says when, with what was typed."""
    nu = timezone.now()
    oproep, sectoren = _oproep(slug)
    if not oproep.is_open(nu):
        return _besloten(_niet_open(request, oproep, nu))
    bekend = {"sector": sectoren[0].naam} if len(sectoren) == 1 else {}
    form = Belangstellingform(
        request.POST if request.method == "POST" else None, nu=nu, sectoren=sectoren, initial=bekend
    )
    gevonden = let_op(request, form.cleaned_data["vraag"]) if form.is_valid() else []
    if form.is_valid() and not gevonden:
        toon_belangstelling(oproep=oproep, **{naam: form.cleaned_data[naam] for naam in VELDEN})
        return _besloten(redirect("aanmeldingen:belangstelling-bedankt", oproep.slug))
    context = {
        "oproep": oproep,
        "form": form,
        "nu": moment(nu),
        "sluiting": tot_en_met(oproep.sluit_op),
        "let_op": gevonden,
    }
    return _besloten(render(request, "aanmeldingen/belangstelling/tonen.html", context))


@require_safe
def bedankt(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens next."""
    oproep, _ = _oproep(slug)
    return render(request, "aanmeldingen/belangstelling/bedankt.html", {"oproep": oproep})


def _oproep(slug: str) -> "tuple[Oproep, QuerySet[Sector]]":
    """A published call, with the sectors that state interest; without any there is no such page."""
    oproep = get_object_or_404(Oproep.objects.zichtbaar_voor(AnonymousUser()), slug=slug)
    sectoren = Sector.objects.filter(
        oproepsectoren__oproep=oproep, oproepsectoren__instroom=Instroom.BELANGSTELLING
    ).order_by("naam")
    if not sectoren:
        raise Http404
    return oproep, sectoren


def _niet_open(request: HttpRequest, oproep: Oproep, nu: datetime.datetime) -> HttpResponse:
    context = {
        "oproep": oproep,
        "gesloten": nu >= oproep.sluit_op,
        "opent": moment(oproep.opent_op),
        "sluiting": tot_en_met(oproep.sluit_op),
        "nu": moment(nu),
        "velden": ingevuld(request),
    }
    return render(request, "aanmeldingen/belangstelling/niet_open.html", context, status=403)


def _besloten(antwoord: HttpResponse) -> HttpResponse:
    """A page with what somebody typed is kept by nobody."""
    patch_cache_control(antwoord, private=True, no_store=True)
    return antwoord
