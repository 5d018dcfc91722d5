"""Signing up for a meeting, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from aanmeldingen.bijeenkomsten.brieven import wanneer
from aanmeldingen.bijeenkomsten.forms import Inschrijfform
from aanmeldingen.bijeenkomsten.inschrijven import schrijf_in
from aanmeldingen.bijeenkomsten.plaatsen import vrij
from aanmeldingen.bijeenkomsten.slot import Gesloten, is_open
from aanmeldingen.formulier.views.metlink import besloten
from aanmeldingen.models import Bijeenkomst
from aanmeldingen.openbaar.tempo import begrensd
from mantelzorg.ingevuld import ingevuld


@require_http_methods(["GET", "HEAD", "POST"])
@begrensd("inschrijven")
def inschrijven(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What the meeting is, and the form; who sends it always gets the same page, the rest stands in the mail."""
    nu = timezone.now()
    gevonden = _haal(request, slug, pk)
    form = Inschrijfform(request.POST if request.method == "POST" else None, bijeenkomst=gevonden, nu=nu)
    if not is_open(gevonden, nu):
        return _gesloten(request, gevonden)
    if form.is_valid():
        try:
            schrijf_in(bijeenkomst=gevonden.pk, persoon=form.persoon, inzending=form.cleaned_data["inzending"], op=nu)
        except Gesloten:
            return _gesloten(request, _haal(request, slug, pk))
        return besloten(redirect("aanmeldingen:bijeenkomst-ingeschreven", slug, pk))
    context = _kader(gevonden) | {"form": form, "vol": vrij(gevonden) == 0}
    return besloten(render(request, "aanmeldingen/bijeenkomsten/inschrijven.html", context))


@require_safe
def ingeschreven(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The same for everybody: look in your mail."""
    context = _kader(_haal(request, slug, pk))
    return besloten(render(request, "aanmeldingen/bijeenkomsten/ingeschreven.html", context))


def _haal(request: HttpRequest, slug: str, pk: int) -> Bijeenkomst:
    rijen = Bijeenkomst.objects.zichtbaar_voor(request.user).select_related("sessie", "oproep")
    gevonden: Bijeenkomst = get_object_or_404(rijen, pk=pk, oproep__slug=slug)
    return gevonden


def _kader(gevonden: Bijeenkomst) -> dict[str, object]:
    return {
        "bijeenkomst": gevonden,
        "oproep": gevonden.oproep,
        "sectoren": gevonden.sectoren.all(),
        "wanneer": wanneer(gevonden),
    }


def _gesloten(request: HttpRequest, gevonden: Bijeenkomst) -> HttpResponse:
    context = _kader(gevonden) | {"velden": ingevuld(request)}
    status = 200 if request.method in ("GET", "HEAD") else 409
    return besloten(render(request, "aanmeldingen/bijeenkomsten/gesloten.html", context, status=status))
