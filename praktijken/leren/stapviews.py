"""What happens to a lesson once it is written: submitted, taken back, judged, withdrawn."""

from uuid import uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from mantelzorg.ingevuld import Veld
from mantelzorg.models import User
from praktijken.leren import acties
from praktijken.leren.acties import AlBeoordeeld, NietAanU
from praktijken.leren.forms import RedenFormulier
from praktijken.leren.lezen import vergelijking
from praktijken.leren.stand import stand
from praktijken.leren.verzoek import beoordelaar, eigen_les, getal, inzending, lezer
from praktijken.models import Les, Lesstap, Lesversie, Stap
from praktijken.voortgang.bewaren import bewaarsleutel

_SCHRIJVEN = require_http_methods(["GET", "HEAD", "POST"])
_OORDELEN = (Stap.GEACCEPTEERD, Stap.TERUGGESTUURD)


@login_required
@require_POST
def voorleggen(request: HttpRequest, pk: int) -> HttpResponse:
    """Submit the version that was seen."""
    versie = _gezien(request, eigen_les(request, pk))
    try:
        acties.leg_voor(versie=versie, inzending=inzending(request))
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        messages.success(request, "Voorgelegd. Een medewerker van het programmabureau beoordeelt de les.")
    return redirect("praktijken:les", pk)


@login_required
@require_POST
def terugnemen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the submission back that was seen."""
    versie = _gezien(request, eigen_les(request, pk))
    try:
        acties.neem_terug(versie=versie, inzending=inzending(request))
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    else:
        messages.success(request, "Teruggenomen. De les is weer een concept.")
    return redirect("praktijken:les", pk)


@login_required
@_SCHRIJVEN
def beoordelen(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept a submission or return it with a reason; beside what was shared or returned before."""
    user = beoordelaar(request)
    les = get_object_or_404(Les.objects.select_related("praktijk__programma", "experiment"), pk=pk)
    if request.method == "POST":
        return _oordeel(request, user, les)
    versie = stand(les).voorgelegd
    if versie is None:
        messages.info(request, "Deze les wacht niet op een oordeel.")
        return redirect("praktijken:les", pk)
    return _toon_oordeel(request, user, versie, RedenFormulier(label_suffix=""))


def _oordeel(request: HttpRequest, user: User, les: Les) -> HttpResponse:
    versie, oordeel = _gezien(request, les), request.POST.get("oordeel", "")
    if oordeel not in _OORDELEN:
        raise Http404
    formulier = RedenFormulier(request.POST if oordeel == Stap.TERUGGESTUURD else None, label_suffix="")
    if formulier.is_bound and not formulier.is_valid():
        return _toon_oordeel(request, user, versie, formulier)
    reden = formulier.inhoud if formulier.is_bound else ""
    try:
        stap = acties.beoordeel(versie=versie, oordeel=Stap(oordeel), reden=reden, inzending=inzending(request))
    except AlBeoordeeld as eerder:
        return _toon_eerder(request, versie, eerder.stap, reden)
    except NietAanU:
        messages.error(request, acties.bezwaar(versie, user))
        return redirect("praktijken:les", les.pk)
    except ValidationError as fout:
        formulier.add_error(None, fout) if formulier.is_bound else messages.error(request, " ".join(fout.messages))
        return _toon_oordeel(request, user, versie, formulier)
    gedaan = "Geaccepteerd. Iedereen die praktijken mag zien, kan de les nu lezen."
    messages.success(request, gedaan if stap.soort == Stap.GEACCEPTEERD else "Teruggestuurd, met uw reden.")
    return redirect("praktijken:lessen-voorgelegd")


def _toon_oordeel(request: HttpRequest, user: User, versie: Lesversie, formulier: RedenFormulier) -> HttpResponse:
    adres = reverse("praktijken:les-beoordelen", args=[versie.les_id])
    context = {
        "versie": versie,
        "les": versie.les,
        "vergelijking": vergelijking(versie),
        "bezwaar": acties.bezwaar(versie, user),
        "formulier": formulier,
        "inzending": uuid4(),
        "tweede_inzending": uuid4(),
        "adres": adres,
        "bewaarsleutel": bewaarsleutel(user, f"{adres}#{versie.pk}"),
    }
    return render(request, "praktijken/leren/beoordelen.html", context)


def _toon_eerder(request: HttpRequest, versie: Lesversie, stap: Lesstap, reden: str) -> HttpResponse:
    """Somebody was first: their verdict, and what this judge typed."""
    velden = (Veld(naam="Waarom?", waarde=reden),) if reden else ()
    context = {"versie": versie, "stap": stap, "velden": velden}
    return render(request, "praktijken/leren/al_beoordeeld.html", context)


@login_required
@_SCHRIJVEN
def intrekken(request: HttpRequest, pk: int) -> HttpResponse:
    """Share a lesson no longer, with the reason; for who may change its practice."""
    user, les = lezer(request), eigen_les(request, pk)
    formulier = RedenFormulier(request.POST if request.method == "POST" else None, label_suffix="")
    gedeeld = stand(les).gedeeld
    if formulier.is_valid():
        gezien = getal(request.POST.get("versie", ""))
        try:
            acties.trek_in(les=les, gezien=gezien, reden=formulier.inhoud, inzending=inzending(request))
        except ValidationError as fout:
            formulier.add_error(None, fout)
        else:
            messages.success(request, "Ingetrokken. De les is niet meer gedeeld.")
            return redirect("praktijken:les", pk)
    elif gedeeld is None and request.method != "POST":
        messages.info(request, acties.NIET_IN_TE_TREKKEN)
        return redirect("praktijken:les", pk)
    adres = reverse("praktijken:les-intrekken", args=[pk])
    context = {
        "les": les,
        "versie": gedeeld,
        "formulier": formulier,
        "inzending": uuid4(),
        "adres": adres,
        "bewaarsleutel": bewaarsleutel(user, adres),
    }
    return render(request, "praktijken/leren/intrekken.html", context)


def _gezien(request: HttpRequest, les: Les) -> Lesversie:
    """The version of this lesson that the form was about."""
    versies = Lesversie.objects.filter(les=les).select_related("les__praktijk__programma", "les__experiment")
    return get_object_or_404(versies, pk=getal(request.POST.get("versie", "")))
