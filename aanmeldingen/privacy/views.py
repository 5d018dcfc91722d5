"""Somebody without an account asks what is held of them, or to be erased. The address is typed, never in the URL."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from aanmeldingen.privacy.forms import AdresForm, WisForm
from aanmeldingen.privacy.inzage import inzage
from aanmeldingen.privacy.personen import Sporen, vind
from aanmeldingen.privacy.wissen import Opdracht, proef, wis
from mantelzorg.models import User
from mantelzorg.toegang import Recht
from praktijken.avg.keuze import Keuze
from praktijken.avg.views.toegang import met_recht

_PAGINA = "aanmeldingen/privacy/personen.html"
GEWIST = "Deze persoon is gewist. Wat over de organisatie gaat, is gebleven."


@require_http_methods(["GET", "HEAD", "POST"])
@met_recht(Recht.PERSOONSGEGEVENS_VERWIJDEREN)
def personen(request: HttpRequest, user: User) -> HttpResponse:
    """Look somebody up by address; then give what is held, or erase: a POST shows what will happen, a next does it."""
    if request.method != "POST":
        return _toon(request, AdresForm())
    adres = AdresForm(request.POST)
    if not adres.is_valid():
        return _toon(request, adres)
    sporen = vind(adres.cleaned_data["email"])
    if not sporen:
        return _toon(request, adres, onbekend=True)
    stappen = {"inzage": _inzage, "voorbeeld": _voorbeeld, "wissen": _wis}
    doe = stappen.get(request.POST.get("stap", ""))
    return doe(request, user, sporen, adres) if doe else _toon_gevonden(request, adres, sporen)


def _inzage(request: HttpRequest, user: User, sporen: Sporen, adres: AdresForm) -> HttpResponse:  # noqa: ARG001  # each step gets all
    koppen = {"Content-Disposition": 'attachment; filename="inzage.zip"', "Cache-Control": "no-store"}
    return HttpResponse(inzage(sporen, user=user, nu=timezone.now()), content_type="application/zip", headers=koppen)


def _voorbeeld(request: HttpRequest, user: User, sporen: Sporen, adres: AdresForm) -> HttpResponse:
    form = WisForm(request.POST)
    if not form.is_valid():
        return _toon_gevonden(request, adres, sporen, form)
    gewist = proef(_opdracht(form, sporen, None), user=user, nu=timezone.now())
    keuzes = [Keuze(plek=plek, aan=True) for plek in gewist.plekken]
    telling = {soort: n for soort, n in gewist.telling.items() if not soort.startswith("tekst in ")}
    return _toon_gevonden(request, adres, sporen, form, telling=telling, keuzes=keuzes, definitief=True)


def _wis(request: HttpRequest, user: User, sporen: Sporen, adres: AdresForm) -> HttpResponse:
    form = WisForm(request.POST)
    if not form.is_valid():
        return _toon_gevonden(request, adres, sporen, form)
    wis(_opdracht(form, sporen, frozenset(request.POST.getlist("plek"))), user=user, nu=timezone.now())
    messages.success(request, GEWIST)
    return redirect("aanmeldingen:personen")


def _opdracht(form: WisForm, sporen: Sporen, plekken: frozenset[str] | None) -> Opdracht:
    schoon = form.cleaned_data
    return Opdracht(
        sporen=sporen,
        plekken=plekken,
        aanleiding=schoon["aanleiding"],
        verzoek=schoon["verzoek"],
        inzending=schoon["inzending"],
    )


def _toon_gevonden(
    request: HttpRequest, adres: AdresForm, sporen: Sporen, wisform: WisForm | None = None, **extra: Any
) -> HttpResponse:
    soorten = [(model._meta.verbose_name_plural, rijen) for model, rijen in sporen.rijen.items() if rijen]
    wisform = wisform or WisForm(initial={"email": adres.cleaned_data["email"]})
    return _toon(request, adres, soorten=soorten, gevonden=True, wisform=wisform, **extra)


def _toon(request: HttpRequest, adres: AdresForm, **extra: Any) -> HttpResponse:
    return render(request, _PAGINA, {"form": adres, **extra})
